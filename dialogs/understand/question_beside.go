package understand

import (
	"slices"

	"terminbote/booking"
)

// onlyAsked is a reading without what nobody surely wants, where it was asked for while something else
// is chosen: "can I drive until the new one comes?" is a question, and no wish for a second thing.
func (m *message) onlyAsked(said Reading) Reading {
	if m.asksWish() || len(said.Found) == 0 || !m.asksThroughout() || said.Corrects {
		return said
	}
	for _, f := range said.Found {
		v, is := f.Value.(ConcernValue)
		_, elsewhere := f.Value.(ElsewhereValue)
		open := f.Sure < Doubt || is && len(v.Rivals) > 0 && f.Sure < wholly
		if !open || !is && !elsewhere || is && (v.Negated || v.Quantity > 0) || !m.isChosen(v.ID) && m.wantsMore() {
			return said
		}
	}
	q := QuestionValue{About: AboutUnknown, Words: said.Text}
	if v, is := said.Found[0].Value.(ConcernValue); is && len(said.Found) == 1 && m.isChosen(v.ID) {
		q.Concern = v.ID
	}
	said.Found = []Finding{{Words: said.Text, Sure: unsureTopic, Value: q}}
	said.Rest, said.Passed, said.Unanswered = nil, nil, nil
	return said
}

// isChosen tells whether a concern is chosen.
func (m *message) isChosen(id booking.ConcernID) bool {
	return slices.ContainsFunc(m.in.Chosen, func(w booking.Wish) bool { return w.Concern == id })
}

// asksBeside tells whether a message only asks something that is known, or what would be so if, so that
// nothing in it corrects what is chosen: "reicht es, wenn nur einer von uns kommt?".
func (m *message) asksBeside(said Reading) bool {
	if m.asksWish() || !m.asksThroughout() || !m.mark(len(m.words)) && !m.opensAt(0) && !m.mayOpen(0) {
		return false
	}
	if m.supposes() {
		return true
	}
	if len(said.Found) != 1 {
		return false
	}
	q, asks := said.Found[0].Value.(QuestionValue)
	return asks && said.Found[0].Sure >= sureQuestion && q.About != AboutUnknown
}

// supposes tells whether a message asks what would be so if: "was, wenn davon nichts passt?".
func (m *message) supposes() bool {
	return len(m.words) > fewestAsked && m.isWhat(0) && supposing[m.words[1].text]
}

// supposing are words that begin what would be so: wenn.
var supposing = tellingWords(func(q questionWords) string { return q.ifs })

// asksThroughout tells whether all of a message is put as a question.
func (m *message) asksThroughout() bool {
	return !slices.ContainsFunc(m.thoughts(), func(t thought) bool { return !t.asked })
}

// wantsMore tells whether a word says that something is wanted besides: noch, auch, another.
func (m *message) wantsMore() bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return furthers[w.text] || likewise[w.text] })
}

// withoutTold drops what only stands in what is told beside a question of the writer's, where that tells
// what somebody has, or how they come: "can my husband register for both of us? he has my passport".
func (m *message) withoutTold(chosen []candidate) []candidate {
	if !m.asksWish() {
		return chosen
	}
	return slices.DeleteFunc(chosen, func(c candidate) bool {
		v, is := c.value.(ConcernValue)
		if !is || v.Negated || v.Quantity > 0 {
			return false
		}
		at := slices.IndexFunc(m.thoughts(), func(t thought) bool { return t.from <= c.from && c.to <= t.to })
		return at >= 0 && m.onlyTells(m.thoughts()[at]) && slices.ContainsFunc(chosen, func(q candidate) bool {
			asked, asks := q.value.(QuestionValue)
			behind := q.to <= c.from && asked.Concern != "" && asked.Concern != v.ID
			return asks && q.sure >= sureQuestion && (behind || asked.About == AboutAccess)
		})
	})
}

// onlyTells tells whether a thought says what somebody has or how they are, and nothing that was done or is needed.
func (m *message) onlyTells(t thought) bool {
	if t.asked || !tellers[m.words[t.from].text] {
		return false
	}
	return !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool {
		return needing[w.text] || wanting[w.text] || beens[w.text] && !having[w.text] || done[w.text] || shalls[w.text] || modals[w.text]
	}) && !m.speaksOf(t, anAct)
}
