package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/booking"
)

// Who has nothing to leave out is not told to leave something out, and who moves
// learns that the appointment stays.
func TestNothingFreeAdvisesOnlyWhatHelps(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	o := town.Offices[0]
	begin := booking.Date{Year: 2026, Month: 11, Day: 23}
	for n := range 40 {
		if n == 2 {
			continue // the appointment's own day
		}
		o.Calendar.Closures = append(o.Calendar.Closures, booking.Closure{Day: begin.Add(n), Hours: booking.AllDay(), Reason: booking.Text{"de": "Umbau"}})
	}
	for _, h := range []booking.Hours{{From: 0, To: 9 * 60}, {From: 9*60 + 15, To: booking.Midnight}} {
		o.Calendar.Closures = append(o.Calendar.Closures, booking.Closure{Day: begin.Add(2), Hours: h})
	}
	start := begin.Add(2).At(9*60, o.Calendar.Zone)
	a := booking.Appointment{
		ID: 77, Number: "KKK999", Office: o.ID, Desk: "desk-1", State: booking.Confirmed, Span: booking.Span{Start: start, End: start.Add(o.Concerns[0].First)},
		Items: []booking.Item{{Concern: o.Concerns[0].ID, Name: o.Concerns[0].Name, Quantity: 1}}, Holder: 1,
	}
	for want, said := range map[string][]string{
		"day.nothing_for_one": {"Perso"},
		"day.nothing":         {"2 Perso"},
		"day.nothing_else":    {"verschieben"},
	} {
		v := arrive(t, town)
		v.memory = v.memory.Clone()
		v.memory.Put(a)
		v = v.say(t, said...)
		if got := v.view.Ask.Key; got != want {
			t.Errorf("%v: %s is said at %s, want %s\n%s", said, got, v.step, want, v.spoken())
		}
	}
}

// Nothing is free there, but because nothing can be booked yet.
func TestDaysTooFarAheadAreSaidToBe(t *testing.T) {
	t.Parallel()
	for said, beyond := range map[string]bool{
		"Perso nach Weihnachten": true, "Perso im Januar": true, "Perso ab KW 53": true,
		"Perso sonntags": false,
	} {
		v := arrive(t, smallOffice(t)).say(t, said)
		var keys []string
		for _, l := range v.view.Body {
			keys = append(keys, l.Key)
		}
		if got := slices.Contains(keys, "when.beyond"); got != beyond {
			t.Errorf("%s: %v is said\n%s", said, keys, v.spoken())
		}
	}
}
