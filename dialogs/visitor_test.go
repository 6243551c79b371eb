package dialogs_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/locales"
	"terminbote/office"
)

// monday is when the tests happen, unless they say otherwise: eight o'clock on
// 23 November 2026 in Berlin.
var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

var visitors = dialogs.Chat{Channel: "test", Address: "visitor"}

// visitor is somebody in the middle of a talk, with all that is remembered of
// it. A turn makes a new one and leaves the old as it was.
type visitor struct {
	memory *dialogstest.Memory
	now    time.Time
	state  dialogs.State
	clerk  string // who of the staff it is; empty: a citizen
	step   string
	under  string // the step of the draft, whatever lies over it
	view   dialogs.View
	ahead  []booking.Appointment // what the visitor has booked
	need   dialogs.Need          // what was looked up for what is seen now

	// What the latest turn led to.
	commands []dialogs.Command
	remarks  []locales.Line
	handed   bool // figures were handed over as files

	all bool // the days of all offices are looked up, whatever is needed
}

// arrive begins a talk.
func arrive(tb testing.TB, town booking.Town) visitor {
	tb.Helper()
	v := visitor{memory: dialogstest.New(town), now: monday, state: dialogs.Decode(nil, "de")}
	putAnother(v.memory, town.Offices[0])
	return v.turn(tb, dialogs.Started{})
}

// turn is v after an event.
func (v visitor) turn(tb testing.TB, event dialogs.Event) visitor {
	tb.Helper()
	next := v
	next.memory, next.commands, next.remarks, next.handed = v.memory.Clone(), nil, nil, false
	talk := func(ctx context.Context, r dialogs.Records) error { return next.converse(ctx, r, event) }
	err := next.hold(tb.Context(), talk)
	if err != nil {
		tb.Fatalf("%s, %#v: %v", v.step, event, err)
	}
	return next
}

// hold lets the turn be held, as a citizen's or a clerk's.
func (v *visitor) hold(ctx context.Context, talk func(context.Context, dialogs.Records) error) error {
	if v.clerk != "" {
		return v.memory.Serve(ctx, visitors, v.clerk, v.now, talk)
	}
	return v.memory.Converse(ctx, visitors, v.now, talk)
}

// refused is v after an event whose commands the office refuses.
func (v visitor) refused(tb testing.TB, event dialogs.Event, refusal error) visitor {
	tb.Helper()
	v.memory = v.memory.Clone()
	v.memory.Refuse = func(dialogs.Command) error { return refusal }
	next := v.turn(tb, event)
	next.memory.Refuse = nil
	return next
}

func (v *visitor) converse(ctx context.Context, r dialogs.Records, event dialogs.Event) error {
	known, err := r.Facts(ctx, dialogs.Need{})
	if err != nil {
		return err
	}
	for events := []dialogs.Event{event}; len(events) > 0; events = events[1:] {
		facts, err := r.Facts(ctx, v.wider(dialogs.Needs(v.state, known, events[0])))
		if err != nil {
			return err
		}
		reply := dialogs.Turn(v.state, facts, events[0])
		v.state = reply.State
		v.commands = append(v.commands, reply.Commands...)
		v.remarks = append(v.remarks, reply.Remarks...)
		v.handed = v.handed || reply.Report != nil
		for _, command := range reply.Commands {
			done, err := r.Do(ctx, command)
			if err != nil {
				return err
			}
			events = append(events, done)
		}
	}
	return v.look(ctx, r, known)
}

// wider is what is looked up for a need.
func (v *visitor) wider(need dialogs.Need) dialogs.Need {
	if !v.all {
		return need
	}
	need.Offices = nil
	for _, o := range v.memory.Town().Offices {
		need.Offices = append(need.Offices, o.ID)
		need.From, need.To = o.Today(v.now), o.LastDay(v.now)
	}
	return need
}

// look takes in what is seen now.
func (v *visitor) look(ctx context.Context, r dialogs.Records, known dialogs.Facts) error {
	v.need = dialogs.Needs(v.state, known, nil)
	facts, err := r.Facts(ctx, v.wider(v.need))
	if err != nil {
		return err
	}
	own, err := r.Facts(ctx, dialogs.Need{Appointments: v.clerk == ""})
	v.step, v.view, v.ahead = dialogs.StepOf(v.state, facts), dialogs.Show(v.state, facts), own.Appointments
	if v.under = v.step; v.state.Screen != "" || v.state.Handed {
		draft := v.state
		draft.Screen, draft.Handed = "", false
		v.under = dialogs.StepOf(draft, facts)
	}
	return err
}

// refusals is every answer "no" that the visitor can get.
func (v visitor) refusals() []error {
	if v.clerk != "" {
		return dialogstest.StaffRefusals()
	}
	return dialogstest.Refusals()
}

// unusual is what is typed in some states of each step.
func (v visitor) unusual() []string {
	if v.clerk != "" {
		return slices.Concat(unusual, staffCommands, oddStaffCommands)
	}
	return unusual
}

func (v visitor) tap(tb testing.TB, choice string) visitor {
	tb.Helper()
	return v.turn(tb, dialogs.Tapped{Choice: choice, Revision: v.state.Revision})
}

func (v visitor) say(tb testing.TB, texts ...string) visitor {
	tb.Helper()
	for _, text := range texts {
		v = v.turn(tb, dialogs.Said{Text: text})
	}
	return v
}

// choices is everything that can be tapped, and those that have a number.
func (v visitor) choices() (all, numbered []dialogs.Choice) {
	for _, g := range v.view.Groups {
		all = append(all, g.Choices...)
		if g.Numbered {
			numbered = append(numbered, g.Choices...)
		}
	}
	return all, numbered
}

func (v visitor) offers(id string) bool {
	all, _ := v.choices()
	for _, c := range all {
		if c.ID == id {
			return true
		}
	}
	return false
}

// remarked tells whether one of the latest remarks is the sentence key.
func (v visitor) remarked(key string) bool {
	for _, r := range v.remarks {
		if r.Key == key {
			return true
		}
	}
	return false
}

// smallOffice gives tickets, too.
func smallOffice(tb testing.TB) booking.Town {
	tb.Helper()
	town := load(tb, "small.yaml")
	town.Offices[0].Policy.WalkIns.Tickets = true
	return town
}

func twoOffices(tb testing.TB) booking.Town { tb.Helper(); return load(tb, "town") }

func load(tb testing.TB, name string) booking.Town {
	tb.Helper()
	town, err := office.Load("../office/testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return town
}
