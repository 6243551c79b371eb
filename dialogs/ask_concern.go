package dialogs

import (
	"errors"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// concernStep lists the concerns of a category, or those found by typing, and
// lets several be chosen.
type concernStep struct{}

func (concernStep) name() string { return "concern" }

const concernPrefix = "concern:"

func (concernStep) need(t *talk) Need { return t.enoughNeed() }

func (concernStep) open(t *talk) bool { return !t.Draft.Picked }

func (concernStep) reopen(t *talk) bool {
	given := t.Draft.Picked
	t.Draft.Picked = false
	return given
}

func (concernStep) show(t *talk) View {
	v := View{Body: t.explained(), Ask: locales.Say("concern.ask")}
	if t.Draft.Query != "" {
		v.Title = locales.Say("concern.found", "Query", quote(t.Draft.Query))
	}
	for _, c := range t.facts.Town.Categories() {
		if c.ID == t.Draft.Category {
			v.Title = say(c.Name)
		}
	}
	var choices []Choice
	for _, c := range t.listed() {
		choices = append(choices, Choice{
			ID:     concernPrefix + string(c.ID),
			Label:  concernLabel(c),
			Marked: t.wished(c.ID),
		})
	}
	v.Groups = []Group{list(choices...)}
	if len(t.Draft.Wishes) > 0 {
		v.Ask = locales.Say("concern.ask_more")
		v.Groups = append(v.Groups, onward(), Group{Columns: 1, Choices: t.takeOffChoices()})
	}
	v.Groups = append(v.Groups, navigation(backChoice))
	return v
}

// explained is what was chosen last in the office's words, and all that is
// chosen so far.
func (t *talk) explained() []locales.Line {
	listed := slices.ContainsFunc(t.listed(), func(c booking.Concern) bool { return c.ID == t.Draft.Latest })
	if !listed || !t.wished(t.Draft.Latest) {
		return t.basket()
	}
	lines := []locales.Line{say(t.facts.concern(t.Draft.Latest).Explanation)}
	if o, ok := t.office(); ok {
		lines = append(lines, t.boundLines(o)...)
	}
	return append(lines, t.basket()...)
}

// listed is the concerns to choose from.
func (t *talk) listed() []booking.Concern {
	if t.Draft.Query != "" {
		return t.facts.found(t.Draft.Query, t.Lang)
	}
	return t.facts.Town.ConcernsIn(t.Draft.Category)
}

// among is the concerns that it is asked between.
func (concernStep) among(t *talk) []booking.ConcernID {
	var all []booking.ConcernID
	for _, c := range t.listed() {
		all = append(all, c.ID)
	}
	return all
}

func (concernStep) choose(t *talk, id string) bool {
	if id == nextChoice && len(t.Draft.Wishes) > 0 {
		t.enough()
		return true
	}
	if off, ok := strings.CutPrefix(id, takeOffPrefix); ok && t.wished(booking.ConcernID(off)) {
		t.drop(booking.ConcernID(off))
		return true
	}
	name, ok := strings.CutPrefix(id, concernPrefix)
	if !ok {
		return false
	}
	if _, known := t.facts.Town.Concern(booking.ConcernID(name)); !known {
		return false
	}
	if t.wished(booking.ConcernID(name)) {
		t.enough() // who names it again means it
		return true
	}
	t.wish(booking.ConcernID(name))
	return true
}

const takeOffPrefix = "off:"

// takeOffChoices takes each chosen concern off again.
func (t *talk) takeOffChoices() []Choice {
	var choices []Choice
	for _, w := range t.Draft.Wishes {
		choices = append(choices, Choice{
			ID:    takeOffPrefix + string(w.Concern),
			Label: locales.Say("concern.take_off", "Concern", locales.Text(t.facts.concern(w.Concern).Name)),
		})
	}
	return choices
}

func (concernStep) hear(t *talk, said reading) { t.search(said) }

// enoughNeed is what has to be known before the choice of concerns can end.
func (t *talk) enoughNeed() Need { return Need{Appointments: len(t.Draft.Wishes) > 0} }

// enough ends the choice of concerns. Somebody with as many appointments as anybody
// may have hears so now, and not after looking for a day and a time.
func (t *talk) enough() {
	if err := t.admitted(); err != nil && !t.Draft.Changes {
		t.flow.refuse(t, Result{Refused: err})
		return
	}
	t.Draft.Picked = true
}

// admitted tells whether one of the possible offices lets the person
// book one more; ErrLimit says no. What counts under a mail address is settled
// when one is known.
func (t *talk) admitted() error {
	ahead := 0
	for _, a := range t.facts.Appointments {
		if a.Upcoming(t.facts.Now) {
			ahead++
		}
	}
	var refused error
	for _, id := range t.offices() {
		o, _ := t.facts.Town.Office(id)
		if refused = o.Policy.Admits(ahead, 0); refused == nil {
			return nil
		}
	}
	return refused
}

func (t *talk) wished(id booking.ConcernID) bool {
	return slices.ContainsFunc(t.Draft.Wishes, func(w booking.Wish) bool { return w.Concern == id })
}

// wish adds a concern that was not chosen yet. Nobody registers by themselves and with their
// family at once: the one takes the place of the other.
func (t *talk) wish(id booking.ConcernID) {
	if other, has := t.facts.counterpart(id); has && t.wished(other) {
		t.drop(other)
		t.remark("taken", "Taken", locales.Say("taken.off", "Concern", locales.Text(t.facts.concern(other).Name)))
	}
	wishes := append(slices.Clone(t.Draft.Wishes), booking.Wish{Concern: id})
	t.leaveOfficeFor(wishes)
	if err := t.fits(wishes, 1); err != nil {
		t.refuseConcern(id, err)
		return
	}
	t.Draft.Wishes, t.Draft.Latest = wishes, id
	t.forget(id)
}

func (t *talk) drop(id booking.ConcernID) {
	t.Draft.Wishes = slices.DeleteFunc(slices.Clone(t.Draft.Wishes), func(w booking.Wish) bool { return w.Concern == id })
	t.Draft.Agreed = slices.DeleteFunc(slices.Clone(t.Draft.Agreed), func(c booking.ConcernID) bool { return c == id })
}

// refuseConcern says why a concern cannot be added, and what to do instead.
func (t *talk) refuseConcern(id booking.ConcernID, err error) {
	name := locales.Text(t.facts.concern(id).Name)
	switch {
	case errors.Is(err, booking.ErrPhoneOnly):
		t.remark("refused.phone_only", "Concern", name, "Phone", t.phone())
	case errors.Is(err, booking.ErrTooLong):
		t.note(id)
		t.remark("refused.too_long", "Concern", name, "Longest", t.facts.longest(), "Phone", t.phone())
	case t.Draft.Changes:
		t.note(id)
		t.remark("change.apart", "Concern", name)
	default:
		t.note(id)
		t.remark("refused.apart", "Concern", name)
	}
}

// rethink goes back to the choice of concerns, keeping them.
func (t *talk) rethink() {
	t.Draft.Picked, t.Draft.Informed = false, false
	if t.Draft.Moving == 0 {
		t.Draft.Office = "" // other concerns may be served elsewhere
	}
	t.reopenWhen()
}
