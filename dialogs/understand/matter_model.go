package understand

import (
	"math"
	"sync"
)

// matterModel tells how likely a text is about each matter: a multinomial
// logistic regression over the clues of the table's sentences. It is trained
// when it is first needed, in a fixed order and without chance, so that it is
// the same in every process.
type matterModel struct {
	names   []string
	known   map[uint64]int32 // clues by their number
	rarity  []float32        // the fewer sentences have a clue, the more it counts
	weights []float32        // by clue, then by matter
}

// matters is the model of all languages together: people mix them.
var matters = sync.OnceValue(func() *matterModel { return trainMatters(readMatters()) })

// trait of a sentence: a clue by its number, with its weight there.
type weighed struct {
	clue   int32
	weight float32
}

const (
	trainingRounds = 6
	firstStep      = 4.0
	laterSteps     = 0.1  // by how much steps become shorter with each round
	leastPush      = 1e-3 // a matter that is likely by less is not pushed away
	wholeRounds    = 1    // after these, only sentences are learnt again that are not sure
	learnt         = 0.97  // what is so likely is sure
)

func trainMatters(t matterTable) *matterModel {
	m := &matterModel{names: t.names, known: map[uint64]int32{}}
	heard := append(t.heard, namesHeard(t)...)
	clues := make([][]clue, len(heard))
	for i, h := range heard {
		words, _ := wordsIn(oneCleanLine(h.text))
		open := allFree(len(words))
		clues[i] = evidenceIn(common, words, open, common.items(words, open, false))
	}
	m.learnClues(clues)
	sentences := make([][]weighed, len(heard))
	for i := range heard {
		sentences[i] = m.weigh(clues[i])
	}
	m.weights = make([]float32, len(m.rarity)*len(m.names))
	order := fixedOrder(len(heard))
	for round := range trainingRounds {
		step := float32(firstStep / (1 + laterSteps*float64(round)))
		var unsure []int
		for _, i := range order {
			if m.learn(sentences[i], heard[i].matter, step) < learnt {
				unsure = append(unsure, i)
			}
		}
		if round >= wholeRounds {
			order = unsure
		}
	}
	return m
}

// namesHeard takes each matter's name for a sentence about it.
func namesHeard(t matterTable) []heard {
	var all []heard
	for i, name := range t.names {
		if name != noMatter {
			all = append(all, heard{i, name})
		}
	}
	return all
}

// learnClues numbers the clues and finds how rare each is.
func (m *matterModel) learnClues(sentences [][]clue) {
	var counts []int
	for _, clues := range sentences {
		for _, c := range clues {
			n, known := m.known[c.hash]
			if !known {
				n = int32(len(counts))
				m.known[c.hash] = n
				counts = append(counts, 0)
			}
			counts[n]++
		}
	}
	m.rarity = make([]float32, len(counts))
	for i, n := range counts {
		m.rarity[i] = float32(math.Log(float64(len(sentences)+1) / float64(n)))
	}
}

// weigh is the clues that are known, scaled so that long texts weigh no more
// than short ones.
func (m *matterModel) weigh(clues []clue) []weighed {
	var all []weighed
	sum := 0.0
	for _, c := range clues {
		if n, known := m.known[c.hash]; known {
			w := c.weight * m.rarity[n]
			all = append(all, weighed{n, w})
			sum += float64(w) * float64(w)
		}
	}
	length := float32(math.Sqrt(sum))
	for i := range all {
		all[i].weight /= length
	}
	return all
}

// fixedOrder mixes the sentences, so that those of one matter do not follow
// one another; a step that has no divisor in common with n meets each once.
func fixedOrder(n int) []int {
	step := n*5/8 | 1
	for gcd(step, n) != 1 {
		step += 2
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i * step % n
	}
	return order
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// learn moves the weights a step towards what a sentence is about. It says how
// likely that was before.
func (m *matterModel) learn(sentence []weighed, matter int, step float32) float32 {
	p := m.likely(sentence)
	before := p[matter]
	p[matter]--
	var pushed []int
	for i, off := range p {
		if off > leastPush || off < -leastPush {
			pushed = append(pushed, i)
		}
	}
	for _, c := range sentence {
		row := m.row(c.clue)
		for _, i := range pushed {
			row[i] -= step * p[i] * c.weight
		}
	}
	return before
}

func (m *matterModel) row(clue int32) []float32 {
	n := len(m.names)
	return m.weights[int(clue)*n : (int(clue)+1)*n]
}

// likely is how likely a text is about each matter; it adds up to 1.
func (m *matterModel) likely(sentence []weighed) []float32 {
	p := make([]float32, len(m.names))
	for _, c := range sentence {
		row := m.row(c.clue)
		row = row[:len(p)]
		for i := range p {
			p[i] += row[i] * c.weight
		}
	}
	most := p[0]
	for _, x := range p {
		most = max(most, x)
	}
	sum := float32(0)
	for i, x := range p {
		p[i] = float32(math.Exp(float64(x - most)))
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// hasWord tells whether some sentence of the table has a word.
func (m *matterModel) hasWord(w string) bool {
	_, known := m.known[hashOf(clueOfWord, stem(w))]
	return known
}
