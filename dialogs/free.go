package dialogs

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"terminbote/booking"
)

// request is what the draft looks for on a day; false where the office does not
// serve it then.
func (t *talk) request(o *booking.Office, day booking.Date) (booking.Request, bool) {
	a, ok := t.appointment(t.Draft.Moving)
	if t.Draft.Moving != 0 && !t.Draft.Changes {
		r := booking.Request{Length: a.Span.Length(), Skills: a.Skills, Audience: t.flow.audience(), Claim: a.Claim}
		return r, ok
	}
	visit, err := t.visitOn(o, day)
	r := visit.Request(t.flow.audience())
	r.Claim = t.Draft.Hold
	if t.Draft.Moving != 0 {
		r.Claim = a.Claim
	}
	return r, err == nil && (ok || t.Draft.Moving == 0)
}

// starts is the free times of a day, from what was looked up.
func (t *talk) starts(o *booking.Office, day booking.Date) []time.Time {
	r, ok := t.request(o, day)
	if !ok {
		return nil
	}
	asked := look{o.ID, day, r.Length, fmt.Sprint(r.Skills), r.Claim}
	if starts, looked := t.looked[asked]; looked {
		return t.withoutPresent(starts)
	}
	for _, b := range t.facts.Booked {
		if b.Office == o.ID && b.Day == day {
			t.looked[asked] = b.Found.Starts(o, day, b.Busy, r, t.facts.Now)
			return t.withoutPresent(t.looked[asked])
		}
	}
	return nil
}

// withoutPresent leaves out the time that an appointment which moves has
// already. For something else it may be at its time as well.
func (t *talk) withoutPresent(starts []time.Time) []time.Time {
	a, ok := t.appointment(t.Draft.Moving)
	if !ok || t.Draft.Moving == 0 || t.Draft.Changes {
		return starts
	}
	return slices.DeleteFunc(slices.Clone(starts), a.Span.Start.Equal)
}

// servedOn is the days of the week on which some desk does what is waited for,
// within the time that somebody can wait.
func (t *talk) servedOn(o *booking.Office) booking.Weekdays {
	var days booking.Weekdays
	today := o.Today(t.facts.Now)
	for day := today; day.Before(today.Add(daysOfWeek * longestWait)); day = day.Add(1) {
		if days.Has(day.Weekday()) {
			continue
		}
		if r, ok := t.request(o, day); ok && o.Day(day, nil).Takes(r) {
			days = days.Toggle(day.Weekday())
		}
	}
	return days
}

// longestWait is for how many weeks somebody can wait.
const longestWait = 8

const daysOfWeek = 7

// freeDay is a day with times to choose from.
type freeDay struct {
	day    booking.Date
	starts []time.Time
}

// freeDays is the next days with free times, at most so many.
func (t *talk) freeDays(o *booking.Office, most int) []freeDay {
	var days []freeDay
	for d := range t.eachFree(o) {
		if days = append(days, d); len(days) == most {
			break
		}
	}
	return days
}

// eachFree is the days with free times, in order. What nobody asks for is not
// looked for: that costs the most in a turn.
func (t *talk) eachFree(o *booking.Office) iter.Seq[freeDay] {
	return func(yield func(freeDay) bool) {
		for day, last := o.Today(t.facts.Now), o.LastDay(t.facts.Now); !day.After(last); day = day.Add(1) {
			if starts := t.starts(o, day); len(starts) > 0 && !yield(freeDay{day, starts}) {
				return
			}
		}
	}
}

// office is where the draft's appointment will be: chosen, or the first one
// that can serve it.
func (t *talk) office() (*booking.Office, bool) {
	ids := t.offices()
	if len(ids) == 0 {
		return nil, false
	}
	return t.facts.Town.Office(ids[0])
}

// window asks for all days of offices that can be booked.
func (t *talk) window(ids []booking.OfficeID) Need {
	n := Need{Offices: ids, Appointments: t.Draft.Moving != 0}
	for _, id := range ids {
		o, _ := t.facts.Town.Office(id)
		today, last := o.Today(t.facts.Now), o.LastDay(t.facts.Now)
		if n.From.IsZero() || today.Before(n.From) {
			n.From = today
		}
		if n.To.IsZero() || last.After(n.To) {
			n.To = last
		}
	}
	return n
}

// mostTimes is how many times are shown singly; of more, those at the quarters
// of the hour. The others stand behind their hours.
const mostTimes = 40

// quarters is the times to show: all of them, or where they are too many those
// at the quarters of the hour.
func quarters(starts []time.Time) []time.Time {
	if len(starts) <= mostTimes {
		return starts
	}
	var some []time.Time
	for _, s := range starts {
		if s.Minute()%15 == 0 {
			some = append(some, s)
		}
	}
	if len(some) == 0 {
		return starts[:mostTimes]
	}
	return some
}

// look is a search for free times. Within a turn the same is asked
// several times: to show a day, and to take it.
type look struct {
	office booking.OfficeID
	day    booking.Date
	length time.Duration
	skills string
	claim  booking.AppointmentID
}
