package understand

// evidence is what a text has that may tell matters apart: concepts, words,
// parts of words, two words side by side. Each stands for itself by a hash.
type evidence struct {
	found map[uint64]bool
	all   []clue
}

// clue is one piece of evidence, with how much it may count.
type clue struct {
	hash   uint64
	weight float32
}

// How much the kinds of clues count beside one another.
const (
	ofConcept = 1.0
	ofWord    = 1.0
	ofPart    = 0.4 // four letters of a word: they carry endings, compounds and dialect
	ofPair    = 0.5
)

const (
	partLength    = 4
	longEnough    = 5  // letters of a word that is looked at in parts
	mostEvidence  = 80 // words of a message that count; what comes later tells little
	clueOfConcept = 'c'
	clueOfWord    = 'w'
	clueOfPart    = 'p'
	clueOfPair    = 'b'
)

// evidenceIn collects the clues of words, and of the items found in them.
func evidenceIn(v *vocabulary, words []word, open []bool, items []item) []clue {
	e := evidence{found: map[uint64]bool{}}
	for _, it := range items {
		if !open[it.from] {
			continue
		}
		for _, id := range it.means {
			if n := v.notions[id]; n.kind != ownWord {
				e.add(hashOf(clueOfConcept, string(n.concept)), ofConcept)
			}
		}
	}
	before, counted := "", 0
	for i, w := range words {
		if !open[i] || w.kind != letters || counted == mostEvidence {
			before = ""
			continue
		}
		counted++
		s := stem(w.text)
		e.add(hashOf(clueOfWord, s), ofWord)
		e.addParts(w.text)
		if before != "" {
			e.add(hashOf(clueOfPair, before, s), ofPair)
		}
		before = s
	}
	return e.all
}

// addParts adds all neighbouring letters of a word, its edges marked.
func (e *evidence) addParts(w string) {
	if len(w) < longEnough {
		return
	}
	edged := "^" + w + "$"
	for i := 0; i+partLength <= len(edged); i++ {
		e.add(hashOf(clueOfPart, edged[i:i+partLength]), ofPart)
	}
}

func (e *evidence) add(hash uint64, weight float32) {
	if !e.found[hash] {
		e.found[hash] = true
		e.all = append(e.all, clue{hash, weight})
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
