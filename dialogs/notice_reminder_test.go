package dialogs_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// reminded is somebody who is reminded, the day before, of an appointment at
// nine, and presses "I am coming later" at some moment.
func reminded(after time.Duration, change func(*booking.Appointment)) (dialogs.Facts, dialogs.Reply) {
	town := office.Sample()
	o := town.Offices[0]
	a := booking.Appointment{ID: 7, Claim: 7, Number: "K7M4QX", Office: o.ID, State: booking.Confirmed, Persons: 1}
	a.Span.Start = o.Today(monday).Add(1).At(9*60, o.Calendar.Zone)
	a.Span.End = a.Span.Start.Add(15 * time.Minute)
	change(&a)
	told := dialogs.ReceivedNotice{Notice: booking.Notice{ID: 3, Kind: booking.ReminderNotice}, Appointment: a}
	facts := dialogs.Facts{
		Now: a.Span.Start.Add(after), Town: town, Directory: new(dialogs.Directories).Of(town), Notice: &told, Appointments: []booking.Appointment{a},
	}
	return facts, dialogs.Turn(dialogs.Decode(nil, "de"), facts, dialogs.Responded{Notice: 3, Choice: "late"})
}

func TestComingLaterIsSaidUnderTheReminder(t *testing.T) {
	t.Parallel()
	as := func(*booking.Appointment) {}
	tests := map[string]struct {
		after  time.Duration
		change func(*booking.Appointment)
		want   string // what is remarked; nothing: it is asked by how much
	}{
		"the day before":        {-15 * time.Hour, as, "late.when"},
		"at midnight":           {-9 * time.Hour, as, ""},
		"in the morning":        {-time.Hour, as, ""},
		"when it has begun":     {2 * time.Minute, as, ""},
		"much too late":         {time.Hour, as, "notice.over"},
		"of one that was moved": {-time.Hour, func(a *booking.Appointment) { a.Sequence = 1 }, "notice.over"},
		"of one that is off":    {-time.Hour, func(a *booking.Appointment) { a.State = booking.Cancelled }, "notice.over"},
		"by who is there":       {-time.Minute, func(a *booking.Appointment) { a.State = booking.CheckedIn }, "notice.over"},
	}
	for name, test := range tests {
		facts, reply := reminded(test.after, test.change)
		said := ""
		if len(reply.Remarks) > 0 {
			said = reply.Remarks[0].Key
		}
		if asked := reply.State.Screen == "late"; said != test.want || asked != (test.want == "") {
			t.Errorf("%s: said %q and showed %q, want %q", name, said, reply.State.Screen, test.want)
		}
		if test.want != "" {
			continue
		}
		next := dialogs.Turn(reply.State, facts, dialogs.Tapped{Choice: "by:10", Revision: reply.State.Revision})
		if diff := cmp.Diff([]dialogs.Command{dialogs.Delay{Appointment: 7, By: 10 * time.Minute}}, next.Commands); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	facts, _ := reminded(-15*time.Hour, as)
	tell := dialogs.Tell(dialogs.Notice{Notice: facts.Notice.Notice, Appointment: facts.Notice.Appointment, Office: facts.Town.Offices[0]})
	if !has(tell, "late") {
		t.Error("the reminder does not offer it")
	}
}

func TestTheReminderIsAListToTickOff(t *testing.T) {
	t.Parallel()
	facts, _ := reminded(-15*time.Hour, func(a *booking.Appointment) {
		a.Items = []booking.Item{{Concern: office.Sample().Offices[0].Concerns[0].ID, Quantity: 1, Minutes: 15}}
	})
	told := facts.Notice
	view := dialogs.Tell(dialogs.Notice{Notice: told.Notice, Appointment: told.Appointment, Office: facts.Town.Offices[0]})
	documents := facts.Town.Offices[0].Booked(told.Appointment).Documents()
	ticks := 0
	for _, line := range view.Body {
		if line.Key == "bring.tick" {
			ticks++
		}
	}
	if len(documents) == 0 || ticks != len(documents) {
		t.Errorf("%d of %d documents can be ticked off", ticks, len(documents))
	}
}
