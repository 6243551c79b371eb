package dialogs

import (
	"reflect"
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/statistics"
)

// Reply is what came of an event: the next state, what has to be done, and
// remarks to be said before the next view is shown.
type Reply struct {
	Step     string // that handled the event, for statistics
	Stands   string // the step that is open now
	Missed   bool   // nobody understood what was typed
	State    State
	Commands []Command
	Remarks  []locales.Line
	Report   *statistics.Report // to be handed over as files; nil mostly
}

// Needs is which facts have to be looked up before event is handled, or,
// where event is nil, before the state is shown. Of known only Now and Town
// are read, and of who talks.
func Needs(s State, known Facts, event Event) Need {
	t := recall(s, known)
	_, t.typing = event.(Said)
	return t.flow.needs(t, event)
}

// Show is what is seen in state s.
func Show(s State, f Facts) View {
	t := recall(s, f)
	return t.view()
}

// Turn handles an event. A tap on a choice that the state does not offer, or
// did offer some turns ago, changes nothing: the view is shown again as it is
// now.
func Turn(s State, f Facts, event Event) Reply {
	t := recall(s, f)
	step, wanted, start := t.step().name(), t.wanted(), t.Draft.Start
	t.Greeted = true
	before := t.State
	t.take(event)
	t.after(event, step, wanted)
	t.holdAgain(event, start)
	t.varies(event, before)
	t.forgetMeant(before.Work.Meant)
	t.Revision++
	t.outdated = false
	t.leave()
	return Reply{step, t.step().name(), t.missed, t.State, t.commands, append(t.meanwhile, t.remarks...), t.report}
}

// after does what follows from an event of the person's: a time that was asked
// for is set aside as soon as it is what is missing, and one that was set aside
// is set aside again where something else is wanted: what is booked is what was seen.
func (t *talk) after(event Event, step string, before booking.Visit) {
	if _, result := event.(Result); result {
		return
	}
	t.countMiss(event)
	if t.Handed {
		return
	}
	if t.step().name() != step {
		t.seeks = true
	}
	switch now := t.wanted(); {
	case t.Draft.Start.IsZero():
		t.seek()
	case len(before.Parts) > 0 && len(now.Parts) > 0 && !reflect.DeepEqual(now, before):
		t.hold(t.Draft.Start)
	}
}

// leave notes when the talk is left, where there is something to come back to.
func (t *talk) leave() {
	t.Left = t.facts.Now
	if t.Screen == noScreen && reflect.DeepEqual(t.Draft, Draft{}) {
		t.Left = time.Time{}
	}
}

// wanted is the visit that the draft asks for; without parts where that is not known.
func (t *talk) wanted() booking.Visit {
	if !t.Draft.Picked || t.Draft.Moving != 0 && !t.Draft.Changes || len(t.Draft.Wishes) == 0 {
		return booking.Visit{}
	}
	visit, _, _ := t.visit()
	return visit
}

// countMiss counts how many messages in a row were not understood.
func (t *talk) countMiss(event Event) {
	_, said := event.(Said)
	switch {
	case said && t.missed:
		t.Misses++
	default:
		t.Misses = 0
	}
}

func (t *talk) take(event Event) {
	_, starts := event.(Started)
	if t.outdated && !starts {
		// The answer was to a question that this version may not have asked.
		t.remark("remark.renewed")
		return
	}
	if t.passedOn(event) {
		return
	}
	if t.comesBack(event) {
		return
	}
	switch e := event.(type) {
	case Started:
		t.flow.start(t, e.Payload)
	case Said:
		t.flow.hear(t, e)
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
		t.flow.result(t, e)
	}
}

func (t *talk) tap(e Tapped) {
	if e.Revision != t.Revision {
		t.remark("remark.stale")
		return
	}
	t.choose(e.Choice)
}

// recall continues a talk where it stands. Concerns that the offices have given
// up since are left out.
func recall(s State, f Facts) *talk {
	t := &talk{State: s, flow: flowOf(f.Staff.Clerk), facts: f, looked: map[look][]time.Time{}}
	t.Draft.Wishes = known(f.Town, s.Draft.Wishes, func(w booking.Wish) booking.ConcernID { return w.Concern })
	same := func(id booking.ConcernID) booking.ConcernID { return id }
	t.Draft.Between, t.Draft.Doubts = known(f.Town, s.Draft.Between, same), known(f.Town, s.Draft.Doubts, same)
	t.Returned.Wishes = known(f.Town, s.Returned.Wishes, func(w booking.Wish) booking.ConcernID { return w.Concern })
	t.Later = known(f.Town, s.Later, func(id booking.ConcernID) booking.ConcernID { return id })
	t.dropPassed()
	t.dropRating()
	if f.Reach != nil && f.Reach.Talk == nil {
		t.Handed = false
	}
	return t
}

// flowOf is a clerk's flow where a clerk talks, and else a citizen's.
func flowOf(clerk Colleague) flow {
	if clerk.Chat != (Chat{}) {
		return staffFlow{}
	}
	return citizenFlow{}
}

// asked carries out a command of the network's menu.
func (t *talk) asked(what string) {
	if what == "privacy" {
		t.remark("privacy.full")
		return
	}
	t.flow.travel(t, what)
}
