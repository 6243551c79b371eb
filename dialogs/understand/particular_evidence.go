package understand

// The clues that tell what some words of a message are for: the words themselves, what stands
// before and behind them, in their own clause and beyond it.
const (
	clueOfSelf   = 's'
	clueOfBeside = 'v' // a word by how far before or behind them it stands
	clueOfClause = 'u'
	clueOfOther  = 'o' // a word of another clause
	clueOfLength = 'm' // how long the message is

	ofNeighbour = 1.0
	ofClause    = 0.7
	ofOther     = 0.5
	ofLength    = 0.5

	cluesPerOther = 8 // about, as most words stand in other clauses

	farthest = 3 // words before and behind whose place counts
)

// How many words a message of some length has at the most.
const (
	shortTold  = 8
	middleTold = 20
)

// particular is some words of a message that say something of a kind: days, say, or a
// question, and then which.
type particular struct {
	kind, which string
	from, to    int
}

// surroundings are the words of a message as the clues of its particulars name them.
type surroundings struct {
	words []word
	signs []string // what each word counts as
	kinds []string // what kind of thing or act it is
}

func surroundingsIn(v *vocabulary, words []word) surroundings {
	return surroundings{words: words, signs: signsOf(words), kinds: v.kindsOf(words)}
}

// evidence collects the clues of what a particular's words are for.
func (s surroundings) evidence(p particular) []clue {
	e := particularClues{evidence: newEvidence(cluesPerOther * len(s.words)), particular: p, surroundings: s}
	e.addSelf()
	e.addBeside()
	e.addOthers()
	e.addLength()
	return e.all
}

// particularClues are the clues of a particular while they are collected. Most of them
// count for its kind alone.
type particularClues struct {
	evidence
	particular
	surroundings
}

// signsOf is what words count as: all numbers are one, and all signs.
func signsOf(words []word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		switch w.kind {
		case sign:
			all[i] = ","
		case digits:
			all[i] = "0"
		default:
			all[i] = stem(w.text)
		}
	}
	return all
}

func (e *particularClues) addOf(kind byte, weight float32, texts ...string) {
	e.add(kind, weight, append([]string{e.kind}, texts...)...)
}

// at is what stands at a place; beyond the message, its edge.
func (e *particularClues) at(i int) string {
	if i < 0 || i >= len(e.signs) {
		return "^"
	}
	return e.signs[i]
}

// addSelf adds the words themselves. A question's words tell whether it is on its topic.
func (e *particularClues) addSelf() {
	e.addOf(clueOfSelf, ofNeighbour, "=", e.which)
	for i := e.from; i < e.to; i++ {
		e.addOf(clueOfSelf, ofNeighbour, e.signs[i])
		if e.which == "" {
			continue
		}
		e.addOf(clueOfSelf, ofNeighbour, e.which, e.signs[i])
		e.addOf(clueOfSelf, ofNeighbour, e.at(i-1), e.signs[i])
		e.addOf(clueOfSelf, ofNeighbour, e.which, e.at(i-1), e.signs[i])
		if e.kinds[i] != "" {
			e.addOf(clueOfSelf, ofNeighbour, e.which, "="+e.kinds[i])
		}
	}
	if e.which != "" {
		e.addOf(clueOfFirst, ofNeighbour, e.signs[e.from])
		e.addOf(clueOfFirst, ofNeighbour, e.which, e.signs[e.from])
	}
}

// addBeside adds the words nearest before and behind.
func (e *particularClues) addBeside() {
	for n := 1; n <= farthest; n++ {
		place := string(rune('0' + n))
		e.addOf(clueOfBeside, ofNeighbour, "<", place, e.at(e.from-n))
		e.addOf(clueOfBeside, ofNeighbour, ">", place, e.at(e.to-1+n))
	}
	e.addOf(clueOfBeside, ofNeighbour, "<", e.at(e.from-2), e.at(e.from-1))
	e.addOf(clueOfBeside, ofNeighbour, ">", e.at(e.to), e.at(e.to+1))
	e.addOf(clueOfPair, ofNeighbour, e.at(e.from-1), e.at(e.to))
}

// addOthers adds all other words, those of the clause apart from the others.
func (e *particularClues) addOthers() {
	from, to := clauseOfWords(e.words, e.from, e.to)
	for i, w := range e.words {
		if i >= e.from && i < e.to || w.kind != letters {
			continue
		}
		side := "<"
		if i >= e.to {
			side = ">"
		}
		if i >= from && i < to {
			e.addOther(i, side, clueOfClause, ofClause)
			e.addPartsOf(w.text)
		} else {
			e.addOther(i, side, clueOfOther, ofOther)
		}
	}
}

// addOther adds a word, by the side on which it stands and whatever that is, for this kind of
// particular and for all.
func (e *particularClues) addOther(i int, side string, kind byte, weight float32) {
	e.addOf(kind, weight, side, e.signs[i])
	e.addOf(kind, weight, e.signs[i])
	e.add(kind, weight, e.signs[i])
	if e.kinds[i] != "" {
		e.addOf(kind, weight, side, "="+e.kinds[i])
	}
}

// addPartsOf adds four letters at a time of a word of the clause: endings tell what has been.
func (e *particularClues) addPartsOf(w string) {
	edged := "^" + w + "$"
	for n := 0; len(w) >= longEnough && n+partLength <= len(edged); n++ {
		e.addOf(clueOfPart, ofPart, edged[n:n+partLength])
	}
}

func (e *particularClues) addLength() {
	length := "long"
	switch n := len(e.words); {
	case n == e.to-e.from:
		length = "all"
	case n <= shortTold:
		length = "short"
	case n <= middleTold:
		length = "middle"
	}
	e.addOf(clueOfLength, ofLength, length)
}
