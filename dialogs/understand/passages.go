package understand

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// Passages are what an office says, piece by piece, ready to be found by the words of a question. They
// are safe for concurrent use.
type Passages struct {
	reader *Reader
	terms  []term // each word once, with the passages that it stands in
	means  [][]conceptID
	count  int
}

// NewPassages makes passages ready, each by all the texts that it can be found by.
func (r *Reader) NewPassages(all [][]string) *Passages {
	p := &Passages{reader: r, count: len(all)}
	byText := map[string]int{}
	for at, texts := range all {
		for _, text := range texts {
			for _, w := range r.saidWords(text) {
				p.add(byText, w, at)
			}
		}
	}
	return p
}

func (p *Passages) add(byText map[string]int, w string, at int) {
	i, known := byText[w]
	if !known {
		i = len(p.terms)
		byText[w] = i
		p.terms = append(p.terms, newTerm(w))
		p.means = append(p.means, p.reader.thingsOf(w))
	}
	t := &p.terms[i]
	if !slices.Contains(t.phrases, at) {
		t.phrases = append(t.phrases, at)
	}
}

// saidWords are the words of a text that say something, in both spellings of umlauts.
func (r *Reader) saidWords(text string) []string {
	words := append(wordsOf(fold(text, withE)), wordsOf(fold(text, plain))...)
	slices.Sort(words)
	return slices.DeleteFunc(slices.Compact(words), func(w string) bool { return len(w) < fewestSaying || isUnsaying(w) })
}

// isUnsaying tells whether a word tells nothing of what a question or a text is about.
func isUnsaying(w string) bool {
	if inSpans[w] || holding[w] || alike[stem(w)] != nil {
		return false
	}
	return isSmall(w) || noise[w] || needing[w] || wanting[w] || opening[w] || modals[w] || coming[w] || telling[w] || having[w] || quiet[w] || stating[w] || getting[w]
}

const (
	fewestSaying = 3    // letters of a word that says something
	fewestOfPart = 4    // of one that may end a compound: PIN-Brief
	fewestBegun  = 6    // of one that may begin it
	fitsSaid     = 0.6  // how well a word must fit one of a passage
	fitsStem     = 0.95 // how well it fits one with another ending
	fitsAlike    = 0.9  // one that means the same
	fitsThing    = 0.85 // one for the same thing
	fitsEnd      = 0.8  // one that it ends, or that ends it
	fitsBegin    = 0.65 // one that it begins
	unmet        = 0.6  // what a word weighs that no passage has
)

// thingsOf is the things that a word means, of those that people come for.
func (r *Reader) thingsOf(w string) []conceptID {
	words := r.catalogue.words
	return slices.DeleteFunc(slices.Clone(words.exact[w]), func(id conceptID) bool { return words.notions[id].kind != aThing })
}

// Asked is the words of a question, held against passages.
type Asked struct {
	passages *Passages
	words    []askedWord
}

// askedWord is a word of a question, or several for one thing, with how well it fits passages, and how much it
// tells them apart.
type askedWord struct {
	terms  []term
	means  []conceptID
	weight float64
	fits   map[int]float64
	aside  bool // it only counts beside another one: some stretch of time, one of the family
	known  bool // it is a word, and no slip of another one
	holds  bool // it asks how long something holds, which nothing else answers
}

// Ask holds a question against the passages, but for words that tell nothing apart: those of a name, which
// all of it is about.
func (p *Passages) Ask(question, name string) *Asked {
	a := &Asked{passages: p}
	about := p.reader.saidWords(name)
	for _, w := range p.reader.asking(question) {
		if w.isIn(about) {
			continue
		}
		w.hold(p)
		a.words = append(a.words, w)
	}
	return a
}

// isIn tells whether some words have the word itself, in whatever form, or within a longer one.
func (w *askedWord) isIn(words []string) bool {
	return slices.ContainsFunc(words, func(n string) bool {
		t := newTerm(n)
		return !isAlike(w.terms[0], t) && fitSaid(w.terms[0], t) >= fitsEnd
	})
}

// asking is the words of a question that name something, and how long something holds, where it asks that.
func (r *Reader) asking(question string) []askedWord {
	m := r.message(question, Context{})
	var all []askedWord
	holds := m.isBeyond(thought{to: len(m.words), asked: true})
	seen := map[string]bool{}
	for i, w := range m.words {
		says := w.kind == letters && len(w.text) >= fewestSaying && !isUnsaying(w.text) && (inSpans[w.text] || alike[stem(w.text)] != nil || !m.isFiller(i) && !m.saysWhen(i))
		switch {
		case holding[w.text]:
			holds = true
		case says && !seen[w.text]:
			seen[w.text] = true
			all = append(all, askedWord{terms: []term{newTerm(w.text)}, means: r.thingsOf(w.text), aside: inSpans[w.text] || m.says(i, sKin), known: m.known[i]})
		}
	}
	if holds {
		var terms []term
		for _, w := range slices.Sorted(maps.Keys(holding)) {
			terms = append(terms, newTerm(w))
		}
		all = append(all, askedWord{terms: terms, holds: true})
	}
	return all
}

// hold finds the passages that have the word, and what it weighs by how few they are.
func (w *askedWord) hold(p *Passages) {
	w.fits = map[int]float64{}
	for i := range p.terms {
		f := w.fit(p.terms[i], p.means[i])
		if f < fitsSaid {
			continue
		}
		for _, at := range p.terms[i].phrases {
			w.fits[at] = max(w.fits[at], f)
		}
	}
	w.weight = unmet
	if n := w.met(); n > 0 {
		w.weight = 1 - math.Log(float64(n))/math.Log(float64(p.count+1))
	}
}

// met is how many passages have the word, or one that means the same; where none has, how many have a part of it.
func (w *askedWord) met() int {
	n := 0
	for _, f := range w.fits {
		if f >= fitsAlike {
			n++
		}
	}
	if n > 0 {
		return n
	}
	return len(w.fits)
}

// fit is how well the word fits one of a text.
func (w *askedWord) fit(t term, means []conceptID) float64 {
	best := 0.0
	for _, typed := range w.terms {
		best = max(best, fitSaid(typed, t))
		if !w.known && len(typed.letters) >= fewestBegun && t.letters[0] == typed.letters[0] {
			best = max(best, asSlip(typed, &t))
		}
	}
	if best < fitsThing && slices.ContainsFunc(w.means, func(id conceptID) bool { return slices.Contains(means, id) }) {
		return fitsThing
	}
	return best
}

// fitSaid is how well a word that was typed fits one of a text: it has another ending, means the same, or is part
// of a compound.
func fitSaid(typed, t term) float64 {
	n := len(typed.letters)
	switch {
	case typed.text == t.text:
		return 1
	case typed.stem == t.stem:
		return fitsStem
	case isAlike(typed, t):
		return fitsAlike
	case n >= fewestOfPart && strings.HasSuffix(t.text, typed.text), len(t.letters) > fewestOfPart && strings.HasSuffix(typed.text, t.text):
		return fitsEnd
	case n >= fewestBegun && strings.HasPrefix(t.text, typed.stem):
		return fitsBegin
	}
	return 0
}

// Weight is what all words of the question weigh, those that no passage has by a share.
func (a *Asked) Weight(strange float64) float64 {
	sum := 0.0
	for _, w := range a.words {
		if len(w.fits) == 0 {
			sum += strange * w.weight
			continue
		}
		sum += w.weight
	}
	return sum
}

// Of is what the words weigh that a passage has.
func (a *Asked) Of(passage int) float64 { return a.OfEither(passage, passage) }

// OfEither is what the words weigh that one of two passages has.
func (a *Asked) OfEither(passage, other int) float64 {
	sum, aside := 0.0, 0.0
	for _, w := range a.words {
		f := max(w.fits[passage], w.fits[other])
		switch {
		case w.holds && f == 0:
			return 0
		case w.aside && f <= fitsAlike:
			aside += w.weight * f
		default:
			sum += w.weight * f
		}
	}
	if sum == 0 {
		return 0
	}
	return sum + aside
}

// Rarest is what the word weighs most that a passage has.
func (a *Asked) Rarest(passage int) float64 {
	most := 0.0
	for _, w := range a.words {
		most = max(most, w.weight*w.fits[passage])
	}
	return most
}

// In is what the words weigh that some other text has.
func (a *Asked) In(text string) float64 {
	r, sum := a.passages.reader, 0.0
	said := r.saidWords(text)
	for _, w := range a.words {
		best := 0.0
		for _, s := range said {
			best = max(best, w.fit(newTerm(s), r.thingsOf(s)))
		}
		if best >= fitsSaid {
			sum += w.weight * best
		}
	}
	return sum
}

// isAlike tells whether two words say nearly the same where an office speaks: reason and explain.
func isAlike(a, b term) bool {
	of, known := alike[a.stem]
	return known && slices.ContainsFunc(of, func(n int) bool { return slices.Contains(alike[b.stem], n) })
}

// alike is the groups of words that say nearly the same, by their stems.
var alike = func() map[string][]int {
	groups := map[string][]int{}
	n := 0
	for _, l := range languages {
		for _, words := range l.questions.alike {
			for _, w := range list(words) {
				groups[stem(w)] = append(groups[stem(w)], n)
			}
			n++
		}
	}
	return groups
}()

// inSpans are the words for stretches of time: a question for them asks how long, or how often.
var inSpans = tellingWords(func(q questionWords) string { return q.spans })
