package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// answersUnheard looks a message of which nothing was understood up in what the office says, and tells
// what is clearly about it. Where something is searched for it must ask.
func (t *talk) answersUnheard(said reading) bool {
	if said.brief() || t.flow.audience() != booking.Public || t.isSearched() && !t.asksSome {
		return false
	}
	lines := t.foundIn(said.text, !t.asksSome)
	if lines == nil {
		return false
	}
	t.answered = true
	t.remarkOnce(lines)
	return true
}

// isSearched tells whether the open question looks for what people come for by any words.
func (t *talk) isSearched() bool {
	return slices.Contains([]string{"category", "concern", "which"}, t.step().name())
}

// foundIn is what the office says of something that a message names; nil where it says nothing of it. Of
// what asks nothing it must be plain.
func (t *talk) foundIn(text string, plain bool) []locales.Line {
	i := t.inquiry(understand.QuestionValue{About: understand.AboutUnknown, Words: text})
	i.search.plain = plain
	return i.found(i.asked(), 0, 0)
}
