package understand

import (
	"math"
	"slices"
	"strings"
)

// training learns the model from the table: in a fixed order and without
// chance, so that it is the same wherever it runs. Products are rounded before
// they are added, as some processors would do both at once and more exactly.
type training struct {
	matterModel
	sentences int
	counts    []int // in how many sentences each clue stands
	weights   []float32
	likely    func([]float32) []float32 // of what the weights add up to

	leastHeard int     // sentences that have parts of words and pairs of words in common
	leastPush  float32 // a matter that is likely by less is not pushed away
}

const (
	trainingRounds = 8
	averageFrom    = 2 // the weights are the mean of those after these rounds: one sentence more changes little
	firstStep      = 4.0
	laterSteps     = 0.1 // by how much steps become shorter with each round
	leastPush      = 1e-3
	wholeRounds    = 1    // after these, only sentences are learnt again that are not sure
	learnt         = 0.97 // what is so likely is sure
	leastHeard     = 2
	longestJoined  = 14 // words of a sentence that is joined with another
)

// lesson is a sentence to learn, and which matters are right.
type lesson struct {
	text  string
	right []int
}

// course is lessons with the clues that are found in them, and how they are learnt.
type course struct {
	names      []string
	clues      [][]clue
	right      [][]int
	likely     func([]float32) []float32
	leastHeard int
	leastPush  float32
}

// train learns a table.
func train(t matterTable) *training { return courseOf(t, matterClues).learn() }

// courseOf is a table's lessons, with the clues that evidence finds in their words.
func courseOf(t matterTable, evidence func([]word) []clue) course {
	return newCourse(t.names, lessonsOf(t), evidence)
}

func newCourse(names []string, lessons []lesson, evidence func([]word) []clue) course {
	c := course{names: names, likely: shares, leastHeard: leastHeard, leastPush: leastPush}
	for _, l := range lessons {
		words, _ := wordsIn(oneCleanLine(l.text))
		c.add(evidence(words), l.right)
	}
	return c
}

func (c *course) add(clues []clue, right []int) {
	c.clues, c.right = append(c.clues, clues), append(c.right, right)
}

// courseTogether makes each matter a lesson by itself, from the table of matters and from
// what people say who want several.
func courseTogether(t matterTable, several []lesson) course {
	all := lessonsOf(t)
	if none := slices.Index(t.names, noMatter); none >= 0 {
		for i, l := range all {
			all[i].right = slices.DeleteFunc(l.right, func(matter int) bool { return matter == none })
		}
	}
	all = slices.Concat(all, twoInOne(all), several, several) // twice, as they are few
	c := newCourse(t.names, all, plainClues)
	c.likely, c.leastHeard, c.leastPush = eachByItself, leastHeard+1, 0.01
	return c
}

// plainClues are those that do without bits of words and words apart: the model of what
// is wanted together gets no better by them, and three times as large.
func plainClues(words []word) []clue {
	return slices.DeleteFunc(matterClues(words), func(c clue) bool { return c.kind == clueOfBit || c.kind == clueOfNear })
}

func matterClues(words []word) []clue {
	open := allFree(len(words))
	return evidenceIn(common(), words, open, common().items(words, open, false))
}

// topicClues are the clues of questions.
func topicClues(words []word) []clue { return topicEvidence(common(), words) }

// lessonsOf is the sentences of a table, and each matter's name for one about it.
func lessonsOf(t matterTable) []lesson {
	var all []lesson
	for _, h := range t.heard {
		all = append(all, lesson{h.text, []int{h.matter}})
	}
	for i, name := range t.names {
		if name != noMatter {
			all = append(all, lesson{name, []int{i}})
		}
	}
	return all
}

// twoInOne makes messages that want two things of short ones that want one.
func twoInOne(all []lesson) []lesson {
	ways := []string{" und ", ", ", ". ", ". Außerdem ", " and ", " plus ", ", dazu ", ", ach ja und ", " und dann noch ", " und auch ", ". Und ", "; ", " also ", " sowie "}
	var short, two []lesson
	for _, l := range all {
		if len(l.right) == 1 && len(strings.Fields(l.text)) <= longestJoined {
			short = append(short, l)
		}
	}
	order := fixedOrder(len(short))
	for i := 1; i < len(order); i += 2 {
		a, b := short[order[i-1]], short[order[i]]
		if a.right[0] != b.right[0] {
			text := strings.TrimRight(a.text, ".!? ") + ways[i/2%len(ways)] + b.text
			two = append(two, lesson{text, []int{a.right[0], b.right[0]}})
		}
	}
	return two
}

// learn learns all lessons.
func (c course) learn() *training {
	m := &training{matterModel: matterModel{names: c.names}, likely: c.likely, leastHeard: c.leastHeard, leastPush: c.leastPush}
	m.learnClues(c.clues)
	sentences := make([][]weighed, len(c.clues))
	for i, clues := range c.clues {
		sentences[i] = m.weigh(clues)
	}
	m.weights = make([]float32, len(m.rarity)*len(m.names))
	mean := make([]float32, len(m.weights))
	order := fixedOrder(len(sentences))
	for round := range trainingRounds {
		step := float32(firstStep / (1 + laterSteps*float64(round)))
		unsure := slices.DeleteFunc(slices.Clone(order), func(i int) bool {
			return m.learn(sentences[i], c.right[i], step)
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
		if n >= m.leastHeard || whole[hash] {
			m.hashes = append(m.hashes, hash)
		}
	}
	slices.Sort(m.hashes)
	m.sentences = len(sentences)
	for _, hash := range m.hashes {
		m.counts = append(m.counts, counts[hash])
		m.rarity = append(m.rarity, rarity(counts[hash], m.sentences))
	}
	m.index()
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

// learn moves the weights a step towards what is right of a sentence. It says
// whether that was known before.
func (m *training) learn(sentence []weighed, right []int, step float32) bool {
	off := m.guessed(sentence)
	for _, matter := range right {
		off[matter]--
	}
	for _, c := range sentence {
		row := m.row(c.clue)
		for i, off := range off {
			if off > m.leastPush || off < -m.leastPush {
				row[i] -= float32(step * off * c.weight)
			}
		}
	}
	return max(slices.Max(off), -slices.Min(off)) <= 1-learnt
}

func (m *training) row(clue int32) []float32 {
	n := len(m.names)
	return m.weights[int(clue)*n : (int(clue)+1)*n]
}

// guessed is how likely a sentence is about each matter, so far.
func (m *training) guessed(sentence []weighed) []float32 {
	p := make([]float32, len(m.names))
	for _, c := range sentence {
		for i, w := range m.row(c.clue) {
			p[i] += float32(w * c.weight)
		}
	}
	return m.likely(p)
}

// model is what was learnt, as the file holds it.
func (m *training) model() *matterModel {
	most := float32(0)
	for _, w := range m.weights {
		most = max(most, w, -w)
	}
	m.unit, m.cells, m.starts = most/math.MaxInt8, nil, []uint32{0}
	for clue := range m.hashes {
		for i, w := range m.row(int32(clue)) {
			if x := math.Round(float64(w / m.unit)); x != 0 {
				m.cells = append(m.cells, byte(i), byte(int8(x)))
			}
		}
		m.starts = append(m.starts, uint32(len(m.cells)/cellLength))
	}
	return &m.matterModel
}
