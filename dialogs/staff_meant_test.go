package dialogs_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
)

// comer is somebody with an appointment some time after eight o'clock, and who has come so long after
// it where they are there.
type comer struct {
	name   string
	after  time.Duration
	state  booking.State
	behind time.Duration
}

// clerkOf is a clerk of an office to which some people come today.
func clerkOf(t *testing.T, comers ...comer) visitor {
	t.Helper()
	town := smallOffice(t)
	v := visitor{memory: dialogstest.New(town), now: monday, state: dialogs.Decode(nil, "de"), clerk: "Karla Kern"}
	v.memory.Appoint(dialogs.Colleague{Chat: visitors, Name: v.clerk, Role: booking.Clerk})
	o := town.Offices[0]
	visit, err := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range comers {
		a := dialogstest.Elsewhere(o.ID, o.Desks[i%len(o.Desks)].ID, monday.Add(c.after), visit.Length())
		a.Number, a.State, a.Items, a.Skills = numbers[i], c.state, visit.Items(), visit.Skills()
		a.Contact = booking.Contact{Name: c.name, Phone: "02389 71-1"}
		a.Updated = monday
		if a.State == booking.Finished {
			a.CalledAt = monday
		}
		if a.State == booking.CheckedIn {
			a.Arrived = a.Span.Start.Add(c.behind)
		}
		v.memory.Put(a)
	}
	return v.turn(t, dialogs.Started{})
}

var schmidts = []comer{
	{"Anna Schmidt", 2 * time.Hour, booking.Confirmed, 0},
	{"Bruno Schmidt", 2 * time.Hour, booking.Confirmed, 0},
	{"Clara Kowalski", 3 * time.Hour, booking.Confirmed, 0},
}

// entry is the choice of an appointment in a list.
func (v visitor) entry(number booking.Number) string {
	all := v.memory.Appointments()
	i := slices.IndexFunc(all, func(a booking.Appointment) bool { return a.Number == number })
	return "case:" + strconv.FormatInt(int64(all[i].ID), 10)
}

// What was told waits for who is chosen only in the list in which it was asked; the same
// list, looked up again, only shows people.
func TestWhatWasToldDoesNotOutliveItsList(t *testing.T) {
	t.Parallel()
	for _, told := range []string{"Schmidt hat abgesagt", "Schmidt ist da", "Schmidt auf 12 Uhr verschieben", "um 10 ist da", "um 10 absagen"} {
		list, search := "find", "finde Schmidt"
		if told[0] == 'u' {
			list, search = "plan", "heute"
		}
		for _, between := range [][]string{
			{search},
			{"menü", search},
			{"morgen", search},
			{"zeige DDD444", search},
			{"da DDD444", search},
			{"Kowalski ist da", search},
			{"finde", "Schmidt"},
			{"Schmidt"},
			{"wo ist Schmidt"},
			{"hilfe", "wann kommt Schmidt"},
			{"was kostet ein Ausweis", search},
			{"frei", "zurück", search},
		} {
			v := clerkOf(t, schmidts...).say(t, told)
			if v.step != list || v.state.Work.Meant.Do == "" {
				t.Fatalf("%q: at %s, %+v, %v", told, v.step, v.state.Work.Meant, v.remarks)
			}
			v = v.say(t, between...)
			if !v.offers(v.entry("BBB222")) {
				t.Errorf("%q, then %q: at %s, %v", told, between, v.step, v.remarks)
				continue
			}
			if v = v.tap(t, v.entry("BBB222")); v.step != "case" || len(v.commands) > 0 {
				t.Errorf("%q, then %q: at %s, %+v", told, between, v.step, v.commands)
			}
		}
	}
}

// A deed that is done at the list where it was asked leaves nothing of the older one.
func TestADeedEndsWhatWasToldBefore(t *testing.T) {
	t.Parallel()
	for _, deed := range []string{"da DDD444", "Kowalski ist da"} {
		v := clerkOf(t, schmidts...).say(t, "um 10 absagen", deed)
		if v.state.Work.Meant.Do != "" {
			t.Errorf("after %q %+v still waits", deed, v.state.Work.Meant)
		}
	}
}

// Who is tapped in a list is treated as who is typed: what they are is known, and what may
// come of them.
func TestWhoIsTappedIsKnown(t *testing.T) {
	t.Parallel()
	for told, want := range map[string]string{
		"um 10 verschieben": "when", "um 10 absagen": "strike", "um 10 ist nicht gekommen": "case", "um 10 ist da": "plan",
		"um 10 auf morgen 10 Uhr verschieben": "move", "Schmidt verschieben": "when", "Schmidt will lieber morgen um 10": "move", "Schmidt absagen": "strike",
	} {
		asked := clerkOf(t, schmidts...).say(t, told)
		typed, tapped := asked.say(t, "1"), asked.tap(t, asked.entry("BBB222"))
		if tapped.step != want || typed.step != want || tapped.remarked("staff.refused.over") {
			t.Errorf("%q: tapped leads to %s (%v), typed to %s (%v), want %s", told, tapped.step, tapped.remarks, typed.step, typed.remarks, want)
		}
	}
}

// What cannot come of somebody is said before it is asked whether it shall, tapped too.
func TestWhoIsTappedIsChecked(t *testing.T) {
	t.Parallel()
	gone := []comer{{"Anna Schmidt", 2 * time.Hour, booking.Finished, 0}, {"Bruno Schmidt", 2 * time.Hour, booking.Finished, 0}}
	for told, remark := range map[string]string{
		"um 10 absagen": "staff.refused.over", "um 10 ist nicht gekommen": "staff.refused.over",
	} {
		asked := clerkOf(t, gone...).say(t, told)
		if v := asked.tap(t, asked.entry("BBB222")); v.step != "case" || !v.remarked(remark) {
			t.Errorf("%q: at %s (asked at %s), %v", told, v.step, asked.step, v.remarks)
		}
	}
	asked := clerkOf(t, schmidts...).say(t, "um 10 ist fertig")
	if v := asked.tap(t, asked.entry("BBB222")); len(v.commands) > 0 || !v.remarked("staff.refused.not_called") {
		t.Errorf("at %s: %+v, %v", v.step, v.commands, v.remarks)
	}
}
