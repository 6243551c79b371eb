package understand

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Reader reads messages for one town. It is safe for concurrent use.
type Reader struct {
	directory Directory
	known     map[string]bool // words of the directory: no slips of other words
	catalogue *catalogue
}

// NewReader makes a reader for a town that does what d says.
func NewReader(d Directory) *Reader {
	r := &Reader{directory: d, known: map[string]bool{}, catalogue: newCatalogue(d)}
	for _, c := range d.Concerns {
		r.learn(c.Names)
		r.learn(c.Synonyms)
	}
	for _, e := range d.Elsewhere {
		r.learn(e.Names)
		r.learn(e.Synonyms)
	}
	for _, a := range d.Answers {
		r.learn(a.Synonyms)
	}
	return r
}

func (r *Reader) learn(texts []string) {
	for _, text := range texts {
		for _, w := range wordsOf(Fold(text)) {
			r.known[w] = true
		}
	}
}

// Read finds all that text says, whatever is asked. It is pure.
func (r *Reader) Read(text string, in Context) Reading {
	m := r.message(text, in)
	chosen := choose(m.candidates(), m.weights())
	free := m.free(chosen)
	chosen = append(chosen, r.concerns(m.words, free, in)...)
	chosen = choose(chosen, m.weights())
	return m.reading(chosen)
}

// message is a text while it is read.
type message struct {
	reader *Reader
	in     Context
	text   string
	words  []word
	tail   string // what stands behind the last word
}

func (r *Reader) message(text string, in Context) *message {
	clean := oneCleanLine(text)
	words, tail := wordsIn(clean)
	return &message{reader: r, in: in, text: clean, words: words, tail: tail}
}

// candidates are all readings of parts of the message, but for its concerns.
func (m *message) candidates() []candidate {
	var all []candidate
	all = append(all, m.reader.questions(m.words, m.in)...)
	all = append(all, m.reader.talk(m.words, m.in)...)
	return all
}

// weights is how much each word counts.
func (m *message) weights() []float64 {
	all := make([]float64, len(m.words))
	for i, w := range m.words {
		all[i] = 1
		if noise[w.text] {
			all[i] = ofFiller
		}
	}
	return all
}

// free tells which words no candidate explains.
func (m *message) free(chosen []candidate) []bool {
	free := make([]bool, len(m.words))
	for i := range free {
		free[i] = true
	}
	for _, c := range chosen {
		for i := c.from; i < c.to; i++ {
			free[i] = false
		}
		for _, i := range c.also {
			free[i] = false
		}
	}
	return free
}

// reading is what the chosen candidates say, and what they leave over.
func (m *message) reading(chosen []candidate) Reading {
	all := Reading{Text: m.text, Lang: m.in.Lang}
	for _, c := range chosen {
		words := m.text[m.words[c.from].from:m.words[c.to-1].to]
		all.Found = append(all.Found, Finding{Words: words, Sure: c.sure, Value: c.value})
	}
	for i, free := range m.free(chosen) {
		if w := m.words[i]; free && !noise[w.text] {
			all.Rest = append(all.Rest, m.text[w.from:w.to])
		}
	}
	return all
}

// oneCleanLine is a text on one line, composed, without what cannot be seen.
func oneCleanLine(text string) string {
	n := 0
	for i := range text {
		if n == longestMessage {
			text = text[:i]
			break
		}
		n++
	}
	return strings.Join(strings.Fields(norm.NFC.String(visible(text))), " ")
}
