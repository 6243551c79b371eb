package understand

import "slices"

// aWishAsked is the length in words from which a question may be a wish: "krieg ich bei euch das Ding für die Straße, wo ich wohne?"
const aWishAsked = 8

// asksForIt is how likely a message must be about something that is done here,
// so that what it asks for is that.
const asksForIt = 0.8

// asksToGetIt is the same where somebody asks where they get something.
const asksToGetIt = 0.4

// asksToGet tells whether a question asks where something is to be had: who asks
// that wishes for it.
func (m *message) asksToGet(t thought) bool {
	at := m.words[t.from:t.to]
	return t.asked && slices.ContainsFunc(at, func(w word) bool { return wheres[w.text] }) &&
		slices.ContainsFunc(at, func(w word) bool { return getting[w.text] })
}

// getting are words for what is done with what one wishes for.
var getting = tellingWords(func(q questionWords) string { return q.gets })

// withoutWishesAsked drops a question that single words of a longer message
// seem to ask, or only its first word, and in a story what sounds like small
// talk, where the whole is about something that somebody wants.
func (m *message) withoutWishesAsked(all, chosen []candidate) []candidate {
	if !m.asksWish() || len(m.words) < aWishAsked && m.sounds(kindWish) < likelyOfKind || len(m.words) > mostEvidence {
		return chosen
	}
	if !slices.ContainsFunc(chosen, m.isByTheWay) {
		return chosen
	}
	byTheWay := func(c candidate) bool { return m.isByTheWay(c) && !m.asksApart(c) }
	kept := slices.DeleteFunc(slices.Clone(chosen), byTheWay)
	if len(kept) == len(chosen) {
		return chosen
	}
	free := m.free(kept)
	if !m.tells(free, fewestTold) && slices.ContainsFunc(kept, isQuestion) {
		return chosen // somebody asks two things: "was kostet ein Pass und wo seid ihr"
	}
	items := m.reader.catalogue.words.items(m.words, free, true)
	guesses, _ := m.reader.guesses(m.words, free, items)
	least := asksForIt
	if slices.ContainsFunc(m.thoughts(), m.asksToGet) {
		least = asksToGetIt
	}
	if len(guesses) == 0 || guesses[0].likely < least {
		return chosen
	}
	m.asksFor = true
	dropped := func(c candidate) bool {
		return slices.ContainsFunc(chosen, func(d candidate) bool { return byTheWay(d) && c.saysAlike(d) })
	}
	for _, c := range m.meant(slices.DeleteFunc(slices.Clone(all), dropped), m.weights()) {
		if isWhen(c) && !slices.ContainsFunc(kept, c.saysAlike) && m.likelyMeant(c) >= clearlyMeant {
			kept = append(kept, c) // "Perso verloren. Heute noch Termin?": the day within the question
		}
	}
	return kept
}

// asksApart tells whether a question is put in a sentence of its own behind what is told, and is
// clear without that: "Ausweis abgelaufen. Redet da wer Polnisch?".
func (m *message) asksApart(c candidate) bool {
	v, is := c.value.(QuestionValue)
	at := m.thoughtOf(c)
	if !is || at < 1 || !m.mark(c.to) || v.Concern != "" || v.About == AboutNeed || v.About == AboutSoonest || v.About == AboutUnknown || m.thoughts()[at-1].asked {
		return false
	}
	if g, likely := m.topicOf(m.thoughts()[at]); c.sure <= unsureTopic && (!likely || g.topic != v.About || g.likely < surelyTopic) {
		return false
	}
	return m.tells(m.wordsBefore(c.from), 1) && m.speaksOfWishes(thought{to: c.from})
}

// thoughtOf is which of the thoughts a candidate is all of; -1: of none.
func (m *message) thoughtOf(c candidate) int {
	return slices.IndexFunc(m.thoughts(), func(t thought) bool { return t.from == c.from && t.to == c.to })
}

// wordsBefore marks the words before a place.
func (m *message) wordsBefore(to int) []bool {
	before := make([]bool, len(m.words))
	for i := range to {
		before[i] = true
	}
	return before
}

// isByTheWay tells whether a candidate may be no more than how something else
// is told.
func (m *message) isByTheWay(c candidate) bool {
	switch v := c.value.(type) {
	case QuestionValue:
		if m.tellsNotThere(thought{from: c.from, to: c.to}) {
			return false
		}
		if m.sounds(kindWish) >= likelyOfKind && !m.opensAsking(c) || m.isWayOfWishing(c, v) {
			return true // "vollmacht unterschreiben vor zeugen" asks for nothing
		}
		return v.Concern == "" && (c.sure <= unsureTopic || v.About == AboutPlace) && !m.beginsAsking(c)
	case TalkValue:
		return len(m.words) >= aStory && v.Talk != Emergency && v.Talk != Greeting && v.Talk != Thanking && v.Talk != Goodbye
	}
	return false
}

// isWayOfWishing tells whether a message is surely a wish, and what it asks is no more
// than how to get it: "wann hätten Sie Zeit für einen neuen Pass". What it costs and
// what to bring is answered, and whether one must or may, and what is asked behind
// words that said before what is wanted.
func (m *message) isWayOfWishing(c candidate, v QuestionValue) bool {
	wishes := func(w word) bool { return needing[w.text] || wanting[w.text] || shalls[w.text] }
	if slices.ContainsFunc(m.words[:c.from], wishes) {
		return false // "ich muss mich ummelden wann kann ich kommen": it was said before
	}
	return m.sounds(kindWish) >= whollyOfKind && !informing[v.About] && !slices.ContainsFunc(m.thoughts(), m.asksDuty)
}

// informing are topics that people ask about who come for something.
var informing = map[Topic]bool{AboutFee: true, AboutDocuments: true, AboutReady: true, AboutForms: true, AboutPhoto: true, AboutConcern: true, AboutProxy: true}

// opensAsking tells whether a thought of a question is put as questions are: with a
// question word, or its verb first.
func (m *message) opensAsking(c candidate) bool {
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		return t.from >= c.from && t.from < c.to && (m.opensAt(t.from) || m.verbOpensAt(t.from))
	})
}

// beginsAsking tells whether a message begins with what it asks for, or asks what
// nobody here answers: "kostet die Beglaubigung pro Seite", "bis wann muss …".
// That is no way to put a wish.
func (m *message) beginsAsking(c candidate) bool {
	if c.from != 0 {
		return false
	}
	t := m.thoughts()[0]
	hints := hintedFor.in(m.words, t.from, t.to)
	hinted := slices.ContainsFunc(hints, func(s sighting[Topic]) bool { return s.from == t.from })
	return m.opensAt(t.from) && (hinted || m.isBeyond(t))
}
