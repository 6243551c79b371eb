package understand

import "slices"

// aWishAsked is the length in words from which a question may be a wish: "krieg ich bei euch das Ding für die Straße, wo ich wohne?"
const aWishAsked = 8

// asksForIt is how likely a message must be about something that is done here,
// so that what it asks for is that.
const asksForIt = 0.8

// withoutWishesAsked drops a question that single words of a longer message
// seem to ask, or only its first word, and in a story what sounds like small
// talk, where the whole is about something that somebody wants.
func (m *message) withoutWishesAsked(chosen []candidate) []candidate {
	if m.in.Expect != ExpectWish && m.in.Expect != ExpectMore || len(m.words) < aWishAsked || len(m.words) > mostEvidence {
		return chosen
	}
	if !slices.ContainsFunc(chosen, m.isByTheWay) {
		return chosen
	}
	kept := slices.DeleteFunc(slices.Clone(chosen), m.isByTheWay)
	free := m.free(kept)
	items := m.reader.catalogue.words.items(m.words, free, true)
	guesses, _ := m.reader.guesses(m.words, free, items)
	if len(guesses) == 0 || guesses[0].likely < asksForIt {
		return chosen
	}
	m.asksFor = true
	return kept
}

// isByTheWay tells whether a candidate may be no more than how something else
// is told.
func (m *message) isByTheWay(c candidate) bool {
	switch v := c.value.(type) {
	case QuestionValue:
		return v.Concern == "" && (c.sure <= unsureTopic || v.About == AboutPlace)
	case TalkValue:
		return len(m.words) >= aStory && v.Talk != Emergency && v.Talk != Greeting && v.Talk != Thanking && v.Talk != Goodbye
	}
	return false
}
