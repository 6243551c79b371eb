package understand

import "slices"

const (
	likelyOne     = 0.7   // from here on several things that were named are one concern
	knownAlone    = 0.5   // what one word is about that is all, or where nobody knows the others
	whollyOne     = 0.985 // and what was named beside is no more than a thing of it
	allButCertain = 0.9   // and what is unlikely beside is not meant
	settling      = 0.85  // likely: the one of several that is meant
	hardly        = 0.1   // likely: not told of in a story, nor named as what could be meant as well
)

// reconsider holds what the parts of a message were found to speak of against
// what the whole is likely to be about. Where both agree it is taken, where
// they do not it is asked about.
func (m *message) reconsider(f *finder, items []item, frames []frame, chosen, clear, vague []candidate) (surely, perhaps []candidate) {
	negated := slices.DeleteFunc(slices.Clone(clear), func(c candidate) bool { return !isNegated(c) })
	wanted := onceEach(slices.DeleteFunc(slices.Clone(clear), func(c candidate) bool { return isNegated(c) || c.sure < 0.5 }))
	strange := func(c candidate) bool { return !m.reader.matters.knows(f.entryOf(c.value)) }
	if len(negated) > 0 && len(wanted) == 1 && wanted[0].sure >= enoughTogether {
		return clear, vague // it stands beside what is refused: "nicht das erweiterte, das einfache"
	}
	if found := onceEach(slices.Concat(wanted, vague)); f.isPlain(found) && !m.settlesRivals(f, items, chosen, frames, found) || slices.ContainsFunc(wanted, strange) {
		return clear, vague
	}
	if len(wanted) == 0 && len(vague) == 1 && m.wonders() && f.isBare(vague[0]) {
		return clear, vague
	}
	if family := f.wholeFamily(wanted); len(family) > 0 && len(family) < len(wanted) {
		return append(negated, family...), vague
	}
	whole := m.wholeOf(f, items, frames, chosen)
	open := whole.open
	if !m.tells(open, 1) {
		return clear, vague // "I" of "I need an appointment" is about nothing
	}
	if f.isFamilies(wanted) {
		return withoutRivals(clear), vague
	}
	guesses, none := whole.guesses, whole.none
	if m.tellsTooLittle(f, open, items, guesses) {
		return clear, vague
	}
	guesses = f.withoutStrangers(frames, guesses)
	if c, is := f.besideOthers(frames, guesses, wanted); is {
		clear = append(clear, c)
		wanted = append(wanted, c)
	}
	if c, is := f.oneMore(frames, guesses, wanted, vague); is && wanted[0].sure >= wholly {
		return append(clear, c), vague
	}
	if len(wanted) > 1 && !f.isOne(guesses, wanted) {
		return f.withoutUnlikely(guesses, clear), vague
	}
	if f.wantsIt(wanted) {
		none = 0
	}
	all := f.opinions(guesses, none, wanted, onceEach(vague))
	if len(all) == 0 || !f.worthAsking(all[0]) {
		return clear, vague
	}
	c := f.concluded(all, m.explained(f, items, open, all[0]), m.tellsMuch(open, all[0]))
	switch {
	case c.from < 0:
		return clear, vague // nothing is left that could say it
	case c.sure >= 0.5:
		return append(negated, c), nil
	}
	return negated, []candidate{c}
}

// tellsTooLittle tells whether the whole says nothing that the parts do not: it is one
// word that may be about anything ("unbekannt"), nobody knows any of its words ("der
// Weihnachtsmann"), or it is short and takes something back, and is not all but certain
// to be about something.
func (m *message) tellsTooLittle(f *finder, open []bool, items []item, guesses []guess) bool {
	if len(m.words) == 1 && (len(guesses) == 0 || guesses[0].likely < knownAlone) {
		return true
	}
	if words, unheard := m.heardIn(open, items); words-unheard < min(words, fewestTold) && f.restsOnLittle(guesses) {
		return true
	}
	return m.takesBack() && (len(guesses) == 0 || guesses[0].likely < certain || !m.tells(open, fewestTold))
}

// restsOnLittle tells whether a single word that is known is not enough for what the
// whole is likely about. What others do is never told from it: "Kran mieten".
func (f *finder) restsOnLittle(guesses []guess) bool {
	return len(guesses) == 0 || guesses[0].likely < knownAlone || f.rank.entries[guesses[0].entry].elsewhere
}

// besideOthers is what the whole of a message is about where a part of it says
// that nearly as well as what others do, and another part something else: "wir
// fliegen in die Türkei und brauchen zwei Pässe und einen Personalausweis".
func (f *finder) besideOthers(frames []frame, guesses []guess, wanted []candidate) (candidate, bool) {
	if len(guesses) == 0 || guesses[0].likely < asksForIt || len(wanted) == 0 || f.rank.entries[guesses[0].entry].elsewhere {
		return candidate{}, false
	}
	if slices.ContainsFunc(wanted, func(c candidate) bool { return slices.Contains(f.entriesOf(c.value), guesses[0].entry) }) {
		return candidate{}, false
	}
	for _, p := range frames {
		said := f.said(p)
		ranks := f.rank.rank(said, f.beside(p))
		at := slices.IndexFunc(ranks, func(r rank) bool { return r.entry == guesses[0].entry })
		if at < 1 || p.negated || ranks[at].score < clearFit || ranks[at].score < nearTo(ranks[0].score) || !f.rank.entries[ranks[0].entry].elsewhere {
			continue
		}
		c := f.spread(p, ranks[at].entry)
		c.sure = min(1, ranks[at].score) * f.certainty(p)
		return f.wished(c, p, ranks[at:], said), c.to > 0
	}
	return candidate{}, false
}

// settlesRivals tells whether the whole of a message says which of the concerns
// is meant that a part of it leaves open: "parkberechtigung für meine straße".
func (m *message) settlesRivals(f *finder, items []item, chosen []candidate, frames []frame, found []candidate) bool {
	v, is := found[0].value.(ConcernValue)
	whole := m.wholeOf(f, items, frames, chosen)
	if !is || len(v.Rivals) == 0 || !m.tells(whole.open, fewestTold) {
		return false
	}
	guesses := whole.guesses
	return len(guesses) > 0 && guesses[0].likely >= settling && slices.Contains(f.entriesOf(v), guesses[0].entry)
}

// wantsIt tells whether somebody says that they want something, or an appointment
// for it, which a part of the message names in full: that is about something.
func (f *finder) wantsIt(wanted []candidate) bool {
	return slices.ContainsFunc(wanted, func(c candidate) bool { return c.sure >= wholly }) &&
		slices.ContainsFunc(f.words, func(w word) bool { return needing[w.text] || appointing[w.text] })
}

// isFamilies tells whether several people are said to come for what is one
// family's: the whole of a message does not count them.
func (f *finder) isFamilies(wanted []candidate) bool {
	if !f.several || len(wanted) != 1 {
		return false
	}
	entry := f.entryOf(wanted[0].value)
	return entry >= 0 && slices.Contains(f.rank.entries[entry].named, f.rank.words.ids[wholeFamily])
}

// withoutRivals is candidates that are not asked about: who comes is counted,
// and tells a family from a single person.
func withoutRivals(all []candidate) []candidate {
	for i, c := range all {
		if v, is := c.value.(ConcernValue); is {
			v.Rivals = nil
			all[i].value = v
		}
	}
	return all
}

// mayGuess tells whether somebody neither asks nor steers the talk.
func (m *message) mayGuess(chosen []candidate) bool {
	return !slices.ContainsFunc(chosen, func(c candidate) bool {
		switch v := c.value.(type) {
		case QuestionValue:
			return !m.isBehindStory(c)
		case CorrectionValue, ChoiceValue, ShiftValue:
			return true
		case TalkValue:
			return v.Talk != Greeting && v.Talk != Thanking && v.Talk != Goodbye && v.Talk != Emergency
		case IntentValue:
			return v.Intent != Book && v.Intent != Help
		}
		return false
	})
}

// isBehindStory tells whether a question is put in a thought of its own behind others that tell
// something and ask nothing: what is told there may be what somebody comes for.
func (m *message) isBehindStory(c candidate) bool {
	at := m.thoughtOf(c)
	if at < 1 || !m.asksWish() {
		return false
	}
	return m.tells(m.wordsBefore(c.from), fewestTold) && !m.speaksOf(m.thoughts()[at], anAct) && !slices.ContainsFunc(m.thoughts()[:at], func(t thought) bool { return t.asked })
}

// takesBack tells whether a short message puts what it says in place of something else.
func (m *message) takesBack() bool { return m.instead() && len(m.words) < aStory }

// needsSomething tells whether a message says that somebody needs something, and
// nothing else was found in it: that is a wish whatever was asked.
func (m *message) needsSomething(chosen []candidate) bool {
	return len(chosen) == 0 && slices.ContainsFunc(m.words, func(w word) bool { return needing[w.text] })
}

// asksWish tells whether it is open what somebody comes for.
func (m *message) asksWish() bool { return m.in.Expect == ExpectWish || m.in.Expect == ExpectMore }

// onlyNamesElsewhere tells whether a frame only names a thing that others are
// there for, as in "ich und mein Hund".
func (f *finder) onlyNamesElsewhere(p frame, c candidate) bool {
	_, elsewhere := c.value.(ElsewhereValue)
	return elsewhere && !f.has(p, anAct) && !f.has(p, aUsualAct)
}

// isTraitOfElsewhere tells whether a frame only says how something is that others
// are there for: "abgelaufen" alone is no lantern.
func (f *finder) isTraitOfElsewhere(p frame, c candidate) bool {
	_, elsewhere := c.value.(ElsewhereValue)
	return elsewhere && f.told() == 1 && !f.has(p, aThing) && !f.has(p, anAct)
}

func isNegated(c candidate) bool {
	v, is := c.value.(ConcernValue)
	return is && v.Negated
}

// isPlain tells whether a few words are all of what an entry is called, or
// leave it open which of some concerns is meant: "abholen".
func (f *finder) isPlain(found []candidate) bool {
	if len(found) != 1 || f.told() > plainly {
		return false
	}
	v, is := found[0].value.(ConcernValue)
	return found[0].sure >= wholly || is && len(v.Rivals) > 0
}

// isBare tells whether nothing is said but one word that names a concern, and small
// ones: "und der Personalausweis?" says no more than the concern's name.
func (f *finder) isBare(c candidate) bool {
	if _, is := c.value.(ConcernValue); !is || c.to-c.from != 1 {
		return false
	}
	for i, w := range f.words {
		if (i < c.from || i >= c.to) && f.free[i] && !isSmall(w.text) {
			return false
		}
	}
	return true
}

// withoutUnlikely leaves out what others do where a story, or what is all but
// certain to be about something of the office, is hardly about it; and the
// other way round.
func (f *finder) withoutUnlikely(guesses []guess, clear []candidate) []candidate {
	if len(guesses) == 0 || !slices.ContainsFunc(clear, func(c candidate) bool { return f.entryOf(c.value) == guesses[0].entry }) {
		return clear
	}
	here := !f.rank.entries[guesses[0].entry].elsewhere
	certain := guesses[0].likely >= allButCertain
	return slices.DeleteFunc(slices.Clone(clear), func(c candidate) bool {
		_, elsewhere := c.value.(ElsewhereValue)
		likely := likelihood(guesses, f.entryOf(c.value))
		return elsewhere == here && !f.isListed(c, clear) && !isNegated(c) && (certain && likely < leastLikely && (c.sure < wholly || f.told() > plainly) || here && f.told() >= aStory && likely < hardly)
	})
}

// likelihood is how likely a message is about an entry.
func likelihood(guesses []guess, entry int32) float64 {
	for _, g := range guesses {
		if g.entry == entry {
			return g.likely
		}
	}
	return 0
}

// entryOf is the entry that a value names; -1 is none.
func (f *finder) entryOf(v Value) int32 {
	switch v := v.(type) {
	case ConcernValue:
		return f.entryCalled(string(v.ID), false)
	case ElsewhereValue:
		return f.entryCalled(v.ID, true)
	}
	return -1
}

// entriesOf is the entry that a value names, and those that could be meant as
// well.
func (f *finder) entriesOf(v Value) []int32 {
	entries := []int32{f.entryOf(v)}
	if c, is := v.(ConcernValue); is {
		for _, id := range c.Rivals {
			entries = append(entries, f.entryCalled(string(id), false))
		}
	}
	return slices.DeleteFunc(entries, func(e int32) bool { return e < 0 })
}

func (f *finder) entryCalled(id string, elsewhere bool) int32 {
	return int32(slices.IndexFunc(f.rank.entries, func(e listed) bool { return e.id == id && e.elsewhere == elsewhere }))
}
