package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Who is moved because the office cannot serve them is not told that their time
// stays, wherever they look for another.
func TestATimeThatNobodyServesIsNotSaidToStay(t *testing.T) {
	t.Parallel()
	for _, closed := range []bool{false, true} {
		town := smallOffice(t)
		o := town.Offices[0]
		day := booking.Date{Year: 2026, Month: 11, Day: 25}
		if closed {
			o.Calendar.Closures = append(o.Calendar.Closures, booking.Closure{Day: day, Hours: booking.AllDay()})
		}
		start := day.At(9*60, o.Calendar.Zone)
		v := arrive(t, town)
		v.memory = v.memory.Clone()
		v.memory.Put(booking.Appointment{
			ID: 77, Number: "KKK999", Office: o.ID, Desk: "desk-1", State: booking.Confirmed, Holder: 1, Skills: []booking.Skill{o.Concerns[0].Skill},
			Items: []booking.Item{{Concern: o.Concerns[0].ID, Name: o.Concerns[0].Name, Quantity: 1}},
			Span:  booking.Span{Start: start, End: start.Add(o.Concerns[0].First)},
		})
		moving := v.say(t, "verschieben")
		for _, seen := range []visitor{moving, moving.say(t, "25.11. 9:00"), moving.say(t, "warteliste"), booksUp(t, moving).say(t, "dienstag")} {
			words := []string{"9:00", "nicht bedienen"}
			if !closed {
				words[1] = "-nicht bedienen"
			}
			seen.reads(t, words...)
		}
		if closed {
			moving.reads(t, "-bleibt")
			moving.say(t, "warteliste").reads(t, "-bleibt")
			booksUp(t, moving).say(t, "dienstag").reads(t, "-bleibt")
		}
	}
}

// A day that passed while the talk lay still is no reason to leave out the first days that
// can be booked.
func TestNearADayThatHasPassedIsToday(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"Perso am 24.11.", "Perso am 24.11. nachmittags", "Perso am 24. oder 25.11."} {
		v := arrive(t, smallOffice(t)).say(t, said)
		v.now = v.now.Add(3 * 24 * time.Hour)
		v = v.turn(t, dialogs.Started{}).say(t, "Weitermachen")
		soon := v.now.Add(4 * 24 * time.Hour)
		if times := v.times(t); len(times) == 0 || times[0].After(soon) {
			t.Errorf("%q, three days later, offers %v at %s:\n%s", said, times, v.step, v.seen("de"))
		}
	}
}

// times is the times that a visitor is offered.
func (v visitor) times(t *testing.T) []time.Time {
	t.Helper()
	var all []time.Time
	_, numbered := v.choices()
	for _, c := range numbered {
		got := v.tap(t, c.ID)
		if start := got.state.Draft.Start; !start.IsZero() {
			all = append(all, start)
		}
	}
	return all
}
