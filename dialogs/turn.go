package dialogs

import (
	"slices"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// Reply is what came of an event: the next state, what has to be done, and
// remarks to be said before the next view is shown.
type Reply struct {
	Step     string // which took the event in, for statistics
	State    State
	Commands []Command
	Remarks  []locales.Line
}

// Needs is which facts have to be looked up before event is taken in, or,
// where event is nil, before the state is shown. Of known only Now and Town
// are read, and of who talks.
func Needs(s State, known Facts, event Event) Need {
	_, typing := event.(Said)
	t := recall(s, known)
	t.typing = typing
	if t.clerk() {
		return t.staffNeeds(event)
	}
	need := t.step().need(t)
	switch e := event.(type) {
	case nil:
		return need
	case Said:
		need.Appointments = need.Appointments || t.ofOwn(e.Text)
		return need
	case Tapped:
		// No days: whether a time is free is settled when it is held.
		return Need{Appointments: need.Appointments, Waiting: need.Waiting}
	case Asked:
		return Need{Appointments: e.For == hereChoice}
	case Responded:
		return Need{Appointments: true, Notice: e.Notice}
	}
	return Need{}
}

// Show is what is seen in state s.
func Show(s State, f Facts) View {
	t := recall(s, f)
	return t.step().show(t)
}

// Turn takes in an event. A tap on a choice that the state does not offer, or
// did offer some turns ago, changes nothing: the view is shown again as it is
// now.
func Turn(s State, f Facts, event Event) Reply {
	t := recall(s, f)
	step := t.step().name()
	t.Greeted = true
	t.take(event)
	t.Revision++
	t.outdated = false
	return Reply{step, t.State, t.commands, t.remarks}
}

func (t *talk) take(event Event) {
	_, starts := event.(Started)
	if t.outdated && !starts {
		// The answer was to a question that this version may not have asked.
		t.remark("remark.renewed")
		return
	}
	switch e := event.(type) {
	case Started:
		t.start(e.Payload)
	case Said:
		t.whom = e.Colleague
		t.arrive(e.Office)
		t.hear(e.Text)
	case Tapped:
		t.tap(e)
	case Asked:
		t.asked(e.For)
	case Responded:
		t.respond(e)
	case Introduced:
		t.introduced(e)
	case Sent:
		t.remark("remark.text_only")
	case Result:
		if t.clerk() {
			t.staffResult(e)
			return
		}
		t.done(e)
	}
}

// recall takes up a talk where it stands. Concerns that the offices have given
// up since are left out.
func recall(s State, f Facts) *talk {
	t := &talk{State: s, facts: f, looked: map[look][]time.Time{}}
	t.Draft.Wishes = known(f.Town, s.Draft.Wishes, func(w booking.Wish) booking.ConcernID { return w.Concern })
	t.Later = known(f.Town, s.Later, func(id booking.ConcernID) booking.ConcernID { return id })
	return t
}

func known[T any](town booking.Town, all []T, id func(T) booking.ConcernID) []T {
	given := func(x T) bool {
		_, ok := town.Concern(id(x))
		return !ok
	}
	if !slices.ContainsFunc(all, given) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), given)
}

// start opens the talk, with a concern or a category chosen by a link.
func (t *talk) start(payload string) {
	if id, ok := strings.CutPrefix(payload, "office_"); ok && t.clerk() {
		t.settle(booking.OfficeID(id))
	}
	if t.Draft.Begun() {
		t.interrupt("")
		return
	}
	t.reset()
	if id, ok := strings.CutPrefix(payload, "concern_"); ok {
		if c, known := t.facts.Town.Concern(booking.ConcernID(id)); known {
			t.Draft.Category = c.Category
			t.wish(c.ID)
		}
	}
	if id, ok := strings.CutPrefix(payload, "category_"); ok && len(t.facts.Town.ConcernsIn(booking.CategoryID(id))) > 0 {
		t.Draft.Category = booking.CategoryID(id)
	}
}

// asked carries out a command of the network's menu.
func (t *talk) asked(what string) {
	if what == "privacy" {
		t.remark("privacy.full")
		return
	}
	t.travel(what)
}
