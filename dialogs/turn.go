package dialogs

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
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
		return t.clerkNeeds(event)
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
	step := stepName(t.step())
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
			t.clerkDone(e)
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

// stepName is a step's name in the code: "day" for dayStep.
func stepName(s step) string {
	return strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%T", s), "dialogs."), "Step")
}

// talk is a turn under way.
type talk struct {
	State
	facts    Facts
	looked   map[look][]time.Time // free times found in this turn
	typing   bool                 // the event is typed words
	whom     Colleague            // whom they name
	commands []Command
	remarks  []locales.Line
}

// step is one question of the talk, or one screen.
type step interface {
	// need is what the step wants looked up.
	need(*talk) Need
	// show is what the person sees.
	show(*talk) View
	// choose takes a choice that the step offers; false for any other.
	choose(t *talk, id string) bool
	// hear takes typed words that are no choice; it remarks on what it cannot
	// use.
	hear(t *talk, text string)
}

func (t *talk) do(c Command) { t.commands = append(t.commands, c) }

func (t *talk) remark(key string, args ...any) {
	t.remarks = append(t.remarks, locales.Say(key, args...))
}

// hear takes in what was typed: a word that means the same everywhere, the
// number or the words of a choice, or an answer in the person's own words.
func (t *talk) hear(text string) {
	empty := understand.Fold(text) == ""
	if t.clerk() && !empty {
		t.hearClerk(text)
		return
	}
	view := t.step().show(t)
	id, ok := t.meant(view, text)
	switch {
	case ok: // a thumb up says something, too
		t.choose(id)
	case empty:
		t.remark("remark.empty")
	default:
		t.step().hear(t, text)
	}
}

// meant finds the choice that typed words stand for.
func (t *talk) meant(v View, text string) (string, bool) {
	command, isCommand := t.command(v, text)
	if lang, ok := understand.LanguageNamed(text); ok {
		return languagePrefix + lang, true
	}
	if id, ok := t.answered(v, command); ok {
		return id, true
	}
	if isCommand {
		if id, ok := commandChoice(v, command); ok {
			return id, true
		}
	}
	if id, ok := t.pointed(v, text); ok {
		return id, true
	}
	if t.clerk() {
		return "", false
	}
	return ownChoice(command)
}

// pointed finds a choice by its words or its number, where no answer in one's
// own words is expected.
func (t *talk) pointed(v View, text string) (string, bool) {
	if v.Typing {
		return "", false
	}
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if understand.Alike(locales.For(t.Lang).Say(c.Label), text) {
				return c.ID, true
			}
		}
	}
	if n, ok := understand.Number(text, t.Lang); ok {
		if c, ok := v.nth(n); ok {
			return c.ID, true
		}
	}
	return "", false
}

// command reads a word that stands for a standard button. Where an answer in
// one's own words is expected no slip is forgiven: Mr Stark is no start.
func (t *talk) command(v View, text string) (understand.Intent, bool) {
	if v.Typing {
		return understand.ExactCommand(text, t.Lang)
	}
	return understand.ReadCommand(text, t.Lang)
}

// choose carries out a choice, be it tapped or typed.
func (t *talk) choose(id string) {
	if t.step().choose(t, id) || t.travel(id) {
		return
	}
	t.remark("remark.stale")
}

func (t *talk) tap(e Tapped) {
	if e.Revision != t.Revision {
		t.remark("remark.stale")
		return
	}
	t.choose(e.Choice)
}

// concern finds a concern of the town.
func (t *talk) concern(id booking.ConcernID) booking.Concern {
	c, _ := t.facts.Town.Concern(id)
	return c
}

// appointment finds one of the person's appointments, or the one that a clerk
// has in hand.
func (t *talk) appointment(id booking.AppointmentID) (booking.Appointment, bool) {
	if t.clerk() {
		return t.inHand(id)
	}
	i := slices.IndexFunc(t.facts.Appointments, func(a booking.Appointment) bool { return a.ID == id })
	if i < 0 {
		return booking.Appointment{}, false
	}
	return t.facts.Appointments[i], true
}
