package understand

import (
	"math"
	"slices"
)

// training learns the model from the table: in a fixed order and without
// chance, so that it is the same wherever it runs. Products are rounded before
// they are added, as some processors would do both at once and more exactly.
type training struct {
	matterModel
	sentences int
	counts    []int // in how many sentences each clue stands
	weights   []float32
}

const (
	trainingRounds = 8
	averageFrom    = 2 // the weights are the mean of those after these rounds: one sentence more changes little
	firstStep      = 4.0
	laterSteps     = 0.1  // by how much steps become shorter with each round
	leastPush      = 1e-3 // a matter that is likely by less is not pushed away
	wholeRounds    = 1    // after these, only sentences are learnt again that are not sure
	learnt         = 0.97 // what is so likely is sure
	leastHeard     = 2    // sentences that have parts of words and pairs of words in common
)

// train learns a table.
func train(t matterTable) *training {
	return trainOn(t, func(words []word) []clue {
		open := allFree(len(words))
		return evidenceIn(common(), words, open, common().items(words, open, false))
	})
}

// trainTopics learns a table of questions.
func trainTopics(t matterTable) *training {
	return trainOn(t, func(words []word) []clue { return topicEvidence(common(), words) })
}

// trainOn learns a table by the clues that evidence finds in its sentences.
func trainOn(t matterTable, evidence func([]word) []clue) *training {
	m := &training{matterModel: matterModel{names: t.names}}
	heard := slices.Concat(t.heard, namesHeard(t))
	clues := make([][]clue, len(heard))
	for i, h := range heard {
		words, _ := wordsIn(oneCleanLine(h.text))
		clues[i] = evidence(words)
	}
	m.learnClues(clues)
	sentences := make([][]weighed, len(heard))
	for i := range heard {
		sentences[i] = m.weigh(clues[i])
	}
	m.weights = make([]float32, len(m.rarity)*len(m.names))
	mean := make([]float32, len(m.weights))
	order := fixedOrder(len(heard))
	for round := range trainingRounds {
		step := float32(firstStep / (1 + laterSteps*float64(round)))
		unsure := slices.DeleteFunc(slices.Clone(order), func(i int) bool {
			return m.learn(sentences[i], heard[i].matter, step) >= learnt
		})
		if round >= wholeRounds {
			order = unsure
		}
		if round >= averageFrom {
			addShare(mean, m.weights, trainingRounds-averageFrom)
		}
	}
	m.weights = mean
	return m
}

// addShare adds an nth of all weights to their mean.
func addShare(mean, weights []float32, n int) {
	for i, w := range weights {
		mean[i] += w / float32(n)
	}
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
func (m *training) learnClues(sentences [][]clue) {
	counts, whole := map[uint32]int{}, map[uint32]bool{}
	for _, clues := range sentences {
		for _, c := range clues {
			counts[short(c.hash)]++
			whole[short(c.hash)] = c.weight == ofWord
		}
	}
	for hash, n := range counts {
		if n >= leastHeard || whole[hash] {
			m.hashes = append(m.hashes, hash)
		}
	}
	slices.Sort(m.hashes)
	m.sentences = len(sentences)
	for _, hash := range m.hashes {
		m.counts = append(m.counts, counts[hash])
		m.rarity = append(m.rarity, rarity(counts[hash], m.sentences))
	}
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
func (m *training) learn(sentence []weighed, matter int, step float32) float32 {
	p := m.guessed(sentence)
	before := p[matter]
	p[matter]--
	for _, c := range sentence {
		row := m.row(c.clue)
		for i, off := range p {
			if off > leastPush || off < -leastPush {
				row[i] -= float32(step * off * c.weight)
			}
		}
	}
	return before
}

func (m *training) row(clue int) []float32 {
	n := len(m.names)
	return m.weights[clue*n : (clue+1)*n]
}

// guessed is how likely a sentence is about each matter, so far.
func (m *training) guessed(sentence []weighed) []float32 {
	p := make([]float32, len(m.names))
	for _, c := range sentence {
		for i, w := range m.row(c.clue) {
			p[i] += float32(w * c.weight)
		}
	}
	return shares(p)
}

// model is what was learnt, as the file holds it.
func (m *training) model() *matterModel {
	most := float32(0)
	for _, w := range m.weights {
		most = max(most, w, -w)
	}
	m.unit, m.cells, m.starts = most/math.MaxInt8, nil, []uint32{0}
	for clue := range m.hashes {
		for i, w := range m.row(clue) {
			if x := math.Round(float64(w / m.unit)); x != 0 {
				m.cells = append(m.cells, cell{uint8(i), int8(x)})
			}
		}
		m.starts = append(m.starts, uint32(len(m.cells)))
	}
	return &m.matterModel
}
