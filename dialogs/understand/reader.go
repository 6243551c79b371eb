package understand

import (
	"slices"
	"sync"
)

// Reader reads messages for one town. It is safe for concurrent use.
type Reader struct {
	directory Directory
	known     map[string]bool // words of the directory: no slips of other words
	catalogue *catalogue      // what is done here and elsewhere
	answers   *catalogue      // what the town can be asked
	fullNames fullNames       // of concerns
	// numberedNames are those of concerns that have a number in their name
	numberedNames numberedNames
	// authorities are those of elsewhere, by their short names
	authorities *lookout[string]
	places      map[string]bool // words of the town's names
	model       *matterModel
	matters     townMatters // which entry each matter is, for this model and the next
	together    *matterModel
	topics      *matterModel
	townTopics  townTopics
	remembered  *sync.Map // what was read before; nil outside of tests
}

// NewReader makes a reader for a town that does what d says.
func NewReader(d Directory) *Reader { return newReader(d, matters()) }

func newReader(d Directory, model *matterModel) *Reader {
	r := &Reader{
		topics: topics(), model: model, together: together(), directory: d, known: map[string]bool{}, places: map[string]bool{}, catalogue: newCatalogue(d), answers: newAnswers(d),
		fullNames: newFullNames(d), numberedNames: newNumberedNames(d), authorities: newAuthorities(d),
	}
	for _, place := range d.Places {
		for _, w := range wordsOf(Fold(place)) {
			r.places[w] = true
		}
	}
	r.matters = newTownMatters(r.catalogue, model.names)
	r.townTopics = r.newTownTopics()
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

// read finds all that text says.
func (r *Reader) read(text string, in Context) Reading { return r.message(text, in).read() }

// read finds all that a message says.
func (m *message) read() Reading {
	if Undecided(m.text) {
		return Reading{Text: m.text, Lang: m.lang} // nobody who does not know says no, or talks nonsense
	}
	weights := m.weights()
	all := m.candidates()
	chosen := m.meant(all, weights)
	m.asksWhen = slices.ContainsFunc(chosen, func(c candidate) bool { l, is := c.value.(led); return is && l.toCome })
	chosen = m.withoutWishesAsked(all, chosen)
	chosen = withoutAborts(m, append(chosen, m.concerns(chosen)...))
	chosen = m.withoutTold(m.orTalk(m.orAnswer(m.orKind(chosen))))
	return m.reading(m.settle(m.orCounted(m.withoutTimesOfNothing(choose(chosen, weights)))))
}

// candidates are all readings of parts of the message, but for its concerns.
func (m *message) candidates() []candidate {
	var all []candidate
	for _, g := range m.grammars {
		all = append(all, g.candidates()...)
	}
	all = append(all, m.mailAddresses()...)
	all = append(all, m.phones()...)
	all = append(all, m.numbers()...)
	all = append(all, m.names()...)
	all = append(all, m.lacks()...)
	all = append(all, m.numbered()...)
	all = append(all, m.questions()...)
	return append(all, m.talk()...)
}

// weights is how much each word counts.
func (m *message) weights() []float64 {
	if m.weighed != nil {
		return m.weighed
	}
	all := make([]float64, len(m.words))
	for i := range m.words {
		all[i] = 1
		if m.isFiller(i) && !m.saysWhen(i) {
			all[i] = ofFiller
		}
	}
	m.weighed = all
	return all
}

// saysWhen tells whether a word that is filler elsewhere can be a day or a part of it.
func (m *message) saysWhen(i int) bool {
	for _, g := range m.grammars {
		if g.says(i, sDay, sWeekday, sPart, sSoonest, sAnyWhen, sSpan) > 0 {
			return true
		}
		if _, n := g.shortPartAt(i); n > 0 && g.isDayBefore(i) {
			return true // Tue a.m.
		}
	}
	return false
}

const longestReason = 10 // words behind "weil" that belong to it

// isReason tells whether the word at i belongs to why somebody says something:
// "nur nachmittags, weil ich arbeite". That needs no answer.
func (m *message) isReason(i int) bool {
	for last := i - longestReason; i > max(0, last) && !m.words[i].startsClause(); i-- {
		before := m.words[i-1].text
		if slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.reasons[before] }) {
			return true
		}
	}
	return false
}

// isElsewhere tells whether the word at i names a place that nobody here knows:
// "ich bin aus Dortmund hergezogen".
func (m *message) isElsewhere(i int) bool {
	return i > 0 && !m.known[i] && !m.words[i].startsClause() &&
		slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.origins[m.words[i-1].text] })
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
	all := Reading{Text: m.text, Cut: m.cut, Lang: m.lang, Foreign: m.isForeign(), Follows: m.follows(), Instead: m.instead(), Only: m.only(chosen), Mourns: m.mourns(), Either: m.either, Apart: m.each}
	var beside []string
	for _, c := range chosen {
		if _, says := c.value.(led); says {
			continue
		}
		words := m.text[m.words[c.from].from:m.words[c.to-1].to]
		if _, is := c.value.(aside); is {
			beside = append(beside, words)
			continue
		}
		if _, is := c.value.(allOfThose); is {
			for _, id := range m.allAsked() {
				all.Found = append(all.Found, Finding{Words: words, Sure: c.sure, Value: ConcernValue{ID: id}})
			}
			continue
		}
		all.Found = append(all.Found, Finding{Words: words, Sure: c.sure, Value: m.ofOwnPhone(c)})
	}
	all.Asks = slices.ContainsFunc(m.thoughts(), func(t thought) bool { return t.asked })
	left := m.withoutOthers(m.free(chosen))
	all.Passed = slices.Concat(beside, m.passedWords())
	all.Unanswered = m.unanswered(chosen, left)
	all.Unmet = m.unmet(left)
	refuses := slices.ContainsFunc(chosen, isNegated)
	all.Agrees, all.Proviso, all.BesideYes = m.in.Binds && m.yesEnds() > 0, m.proviso(), m.besideYes(chosen, left)
	all.Unsure = m.provisoUnsure()
	if all.Proviso == "" && all.Agrees {
		all.Proviso, all.BesideYes = m.onlyProviso(chosen, all.BesideYes)
	}
	all.Besides = m.comesBesides()
	for i, free := range left {
		if refuses && idiomAt(offWords, m.words, i) == 1 {
			continue // it was taken with what is refused
		}
		if w := m.words[i]; free && m.isMeaningful(i) {
			all.Rest = append(all.Rest, m.text[w.from:w.to])
		}
	}
	return all
}

// readAs reads with an eye on what is chosen, or booked, where something is. Its words are looked up
// once for all that looks at the whole of it.
func (r *Reader) readAs(text string, in Context) Reading {
	m := r.message(text, in)
	if said, is := m.readOwnDays(); is {
		return said
	}
	if len(in.Chosen) > 0 || in.Changes {
		if said, is := m.readAnother(); is {
			return said
		}
	}
	if len(in.Chosen) > 0 {
		if said, is := m.readCovered(); is {
			return said
		}
	}
	if said, is := m.readDue(); is {
		return said
	}
	switch {
	case len(in.Chosen) > 0:
		return m.askedApart(m.readChosen())
	case in.Changes:
		return m.askedApart(m.readBooked())
	}
	return m.askedApart(m.read())
}
