package understand

// evidence is what a text has that may tell matters apart: concepts, words,
// parts of words, two words side by side. Each stands for itself by a hash.
type evidence struct {
	found hashSet
	all   []clue
}

// clue is one piece of evidence, with how much it may count.
type clue struct {
	hash   uint64
	weight float32
	kind   byte
}

// newEvidence has room for so many clues.
func newEvidence(clues int) evidence {
	return evidence{found: newHashSet(clues), all: make([]clue, 0, clues)}
}

// How much the kinds of clues count beside one another.
const (
	ofConcept = 1.0
	ofWord    = 1.0
	ofPart    = 0.4 // four letters of a word: they carry endings, compounds and dialect
	ofBit     = 0.3 // three: they carry short words, and slips
	ofPair    = 0.5
	ofNear    = 0.4 // two words with others between: "Adresse … ändern"
	ofEdge    = 0.5 // the first word, and the last
)

const (
	partLength    = 4
	longEnough    = 5 // letters of a word that is looked at in parts
	bitLength     = 3
	longForBits   = 4
	nearest       = 2 // how far apart words are that are near each other
	nearEnough    = 3
	cluesPerWord  = 16 // about
	mostEvidence  = 80 // words of a message that count; what comes later tells little
	clueOfConcept = 'c'
	clueOfWord    = 'w'
	clueOfPart    = 'p'
	clueOfBit     = 't'
	clueOfPair    = 'b'
	clueOfNear    = 'n'
	clueOfFirst   = 'f'
	clueOfLast    = 'l'
)

// evidenceIn collects the clues of words, and of the items found in them.
func evidenceIn(v *vocabulary, words []word, open []bool, items []item) []clue {
	e := newEvidence(cluesPerWord * min(mostEvidence, howManyOf(open)))
	for _, it := range items {
		if !open[it.from] {
			continue
		}
		for _, id := range it.means {
			if n := v.notions[id]; n.kind != ownWord {
				e.add(clueOfConcept, ofConcept, string(n.concept))
			}
		}
	}
	before := ""
	var stems []string
	for i, w := range words {
		if !open[i] || w.kind != letters || len(stems) == mostEvidence {
			before = ""
			continue
		}
		s := stem(w.text)
		stems = append(stems, s)
		e.add(clueOfWord, ofWord, s)
		e.addParts(w.text)
		if before != "" {
			e.add(clueOfPair, ofPair, before, s)
		}
		before = s
	}
	e.addNear(stems)
	return e.all
}

func howManyOf(open []bool) int {
	n := 0
	for _, is := range open {
		if is {
			n++
		}
	}
	return n
}

// addNear adds the first word, the last, and the words that stand near one another.
func (e *evidence) addNear(stems []string) {
	for i, s := range stems {
		for j := i + nearest; j < min(len(stems), i+nearEnough+1); j++ {
			e.add(clueOfNear, ofNear, s, stems[j])
		}
	}
	if len(stems) > 0 {
		e.add(clueOfFirst, ofEdge, stems[0])
		e.add(clueOfLast, ofEdge, stems[len(stems)-1])
	}
}

// addParts adds all neighbouring letters of a word, its edges marked.
func (e *evidence) addParts(w string) {
	edged := "^" + w + "$"
	for _, of := range []struct {
		kind          byte
		length, least int
		weight        float32
	}{{clueOfPart, partLength, longEnough, ofPart}, {clueOfBit, bitLength, longForBits, ofBit}} {
		for i := 0; len(w) >= of.least && i+of.length <= len(edged); i++ {
			e.add(of.kind, of.weight, edged[i:i+of.length])
		}
	}
}

func (e *evidence) add(kind byte, weight float32, texts ...string) {
	hash := hashOf(kind, texts...)
	if e.found.add(hash) {
		e.all = append(e.all, clue{hash, weight, kind})
	}
}

// hashOf is FNV-1a of a clue's kind and texts.
func hashOf(kind byte, texts ...string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := (uint64(offset) ^ uint64(kind)) * prime
	for _, text := range texts {
		for i := range len(text) {
			h = (h ^ uint64(text[i])) * prime
		}
		h = (h ^ ' ') * prime
	}
	return h
}
