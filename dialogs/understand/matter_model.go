package understand

import (
	_ "embed"
	"math"
	"slices"
	"sync"
)

// matterModel tells how likely a text is about each matter: a multinomial
// logistic regression over the clues of the table's sentences. What it learnt
// stands in a file beside the table, so that no talk waits for it to learn.
type matterModel struct {
	names  []string
	hashes []uint32  // of the clues that are known, in order
	begins []uint32  // which hash is the first with some leading bits, so that few are searched; one more than there are such bits
	rarity []float32 // the fewer sentences have a clue, the more it counts
	starts []uint32  // where the weights of a clue begin; one more than there are clues
	cells  []byte    // for each, two bytes: a matter, and how far the clue speaks for it or against it
	unit   float32   // what a weight of 1 in a cell is
}

//go:embed matters/model.bin
var modelFile []byte

// matters is the model of all languages together: people mix them.
var matters = sync.OnceValue(func() *matterModel {
	m, err := decodeModel(modelFile)
	if err != nil {
		panic(err) // it is part of the program
	}
	return m
})

// noMatter is the name of what has nothing to do with any.
const noMatter = "-"

// weighed is a clue of a text by its number, with its weight there.
type weighed struct {
	clue   int32
	weight float32
}

// short is as much of a clue's hash as tells those of a table apart.
func short(hash uint64) uint32 { return uint32(hash>>32) ^ uint32(hash) }

const leadingBits = 14 // of a hash: some ten of the largest model's have the same

// index notes where hashes with the same leading bits begin.
func (m *matterModel) index() {
	m.begins = make([]uint32, 1<<leadingBits+1)
	for _, hash := range m.hashes {
		m.begins[hash>>(32-leadingBits)+1]++
	}
	for i := range m.begins[1:] {
		m.begins[i+1] += m.begins[i]
	}
}

// number is which clue of the model a clue is.
func (m *matterModel) number(hash uint64) (int32, bool) {
	h := short(hash)
	begins := m.begins[h>>(32-leadingBits):]
	at, known := slices.BinarySearch(m.hashes[begins[0]:begins[1]], h)
	return int32(begins[0]) + int32(at), known
}

// weigh is the clues that are known, scaled so that long texts weigh no more
// than short ones.
func (m *matterModel) weigh(clues []clue) []weighed {
	all := make([]weighed, 0, len(clues))
	for _, c := range clues {
		if n, known := m.number(c.hash); known {
			all = append(all, weighed{n, c.weight * m.rarity[n]})
		}
	}
	return scaled(all)
}

// scaled is clues whose squares add up to 1.
func scaled(all []weighed) []weighed {
	sum := 0.0
	for _, c := range all {
		sum += float64(c.weight) * float64(c.weight)
	}
	length := float32(math.Sqrt(sum))
	for i := range all {
		all[i].weight /= length
	}
	return all
}

// likely is how likely a text is about each matter; it adds up to 1.
func (m *matterModel) likely(text []weighed) []float32 { return shares(m.sums(text)) }

// wanted is how likely each matter is wanted, whatever else is.
func (m *matterModel) wanted(text []weighed) []float32 { return eachByItself(m.sums(text)) }

// mostNames is how many names a model may have: a cell says in a byte which.
const mostNames = 256

func (m *matterModel) sums(text []weighed) []float32 {
	var p [mostNames]float32
	for _, c := range text {
		cells := m.cells[cellLength*m.starts[c.clue] : cellLength*m.starts[c.clue+1]]
		for i := 1; i < len(cells); i += cellLength {
			p[cells[i-1]] += float32(float32(int8(cells[i])) * m.unit * c.weight)
		}
	}
	return slices.Clone(p[:len(m.names)])
}

// shares makes likelihoods that add up to 1 of their logarithms.
func shares(p []float32) []float32 {
	most, sum := slices.Max(p), float32(0)
	for i, x := range p {
		p[i] = float32(math.Exp(float64(x - most)))
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// atFirst is the logarithm of the odds that a matter is wanted of which nothing is known.
const atFirst = -5

// eachByItself makes a likelihood of the logarithm of each's odds.
func eachByItself(p []float32) []float32 {
	for i, x := range p {
		p[i] = float32(1 / (1 + math.Exp(-float64(x)-atFirst)))
	}
	return p
}

// hasWord tells whether some sentence of the table has a word.
func (m *matterModel) hasWord(w string) bool {
	_, known := m.number(hashOf(clueOfWord, stem(w)))
	return known
}
