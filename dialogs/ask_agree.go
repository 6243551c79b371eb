package dialogs

import (
	"slices"

	"terminbote/booking"
)

// agreeStep asks what a concern wants to know first: "Have you had the
// letter?" Who says no is told what to do instead, and the concern is left out.
type agreeStep struct{}

func (agreeStep) name() string { return "agree" }

func (agreeStep) need(*talk) Need { return Need{} }

func (agreeStep) open(t *talk) bool {
	_, asked := t.unasked()
	return asked
}

func (agreeStep) reopen(t *talk) bool {
	n := len(t.Draft.Agreed)
	if n == 0 {
		return false
	}
	t.Draft.Agreed = t.Draft.Agreed[:n-1]
	return true
}

func (agreeStep) show(t *talk) View {
	c, _ := t.unasked()
	return View{
		Title:  say(c.Name),
		Ask:    say(c.Question.Ask),
		Groups: []Group{yesNo("choice.yes", "choice.no"), navigation(backChoice, homeChoice)},
	}
}

func (agreeStep) choose(t *talk, id string) bool {
	c, _ := t.unasked()
	switch id {
	case yesChoice:
		t.Draft.Agreed = append(slices.Clone(t.Draft.Agreed), c.ID)
	case noChoice:
		t.remarks = append(t.remarks, say(c.Question.Otherwise))
		t.drop(c.ID)
		t.Draft.Picked = len(t.Draft.Wishes) > 0
	default:
		return false
	}
	return true
}

func (agreeStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// unasked is the first chosen concern whose question stands open.
func (t *talk) unasked() (booking.Concern, bool) {
	for _, w := range t.Draft.Wishes {
		c := t.facts.concern(w.Concern)
		if c.Question != nil && !slices.Contains(t.Draft.Agreed, c.ID) {
			return c, true
		}
	}
	return booking.Concern{}, false
}
