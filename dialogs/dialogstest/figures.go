package dialogstest

import (
	"cmp"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// addFigures adds the figures that a clerk wants looked up: counted afresh each
// time, one appointment after the other. What storage counts is held to it.
func (r *records) addFigures(facts *dialogs.StaffFacts, o *booking.Office, need dialogs.StaffNeed) {
	today := o.Today(r.now)
	if need.Took && r.clerk.Role.Allows(booking.Lead) {
		facts.Took = r.took(o, today.Add(-statistics.LearnDays), today)
	}
	if need.Replay && r.clerk.Role.Allows(booking.Lead) {
		facts.Replay = r.recorded(o, today.Add(-statistics.ReplayDays), today.Add(-1))
	}
	if !need.Report.From.IsZero() && r.clerk.Role.Allows(booking.Clerk) {
		report := r.report(o, need.Report)
		facts.Report = &report
	}
}

// between is the appointments of an office's days that were booked, in the order
// of their numbers.
func (r *records) between(o *booking.Office, from, to booking.Date) []booking.Appointment {
	return slices.DeleteFunc(r.world.sorted(), func(a booking.Appointment) bool {
		day := o.Today(a.Span.Start)
		return a.Office != o.ID || a.State == booking.Held || day.Before(from) || day.After(to)
	})
}

func keyOf(a booking.Appointment) statistics.Key { return statistics.KeyOf(a.Wishes()) }

func minutes(d time.Duration) int { return max(0, int(d.Round(time.Minute)/time.Minute)) }

// took is how long visits took, by what they were for.
func (r *records) took(o *booking.Office, from, to booking.Date) []statistics.Took {
	var all []statistics.Took
	atDesk := map[statistics.Key]map[booking.DeskID]int{}
	for _, a := range r.between(o, from, to) {
		real := minutes(a.Updated.Sub(a.CalledAt))
		if a.State != booking.Finished || a.CalledAt.IsZero() || real < 1 || real > statistics.Longest {
			continue
		}
		key := keyOf(a)
		i := slices.IndexFunc(all, func(t statistics.Took) bool { return t.Key == key && t.Several == (a.Persons > 1) })
		if i < 0 {
			i = len(all)
			all = append(all, statistics.Took{Key: key, Several: a.Persons > 1, Planned: statistics.Spread{}, Real: statistics.Spread{}})
			atDesk[key] = map[booking.DeskID]int{}
		}
		all[i].Planned.Add(minutes(a.Span.Length()), 1)
		all[i].Real.Add(real, 1)
		if atDesk[key][a.Desk]++; atDesk[key][a.Desk] == statistics.CasesAtADesk {
			all[i].Desks++
		}
	}
	slices.SortFunc(all, func(a, b statistics.Took) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

func (r *records) recorded(o *booking.Office, from, to booking.Date) []statistics.Visit {
	var all []statistics.Visit
	for _, a := range r.between(o, from, to) {
		all = append(all, statistics.Visit{
			Key: keyOf(a), Persons: a.Persons, Staff: a.Audience == booking.Staff, Start: a.Span.Start,
			Planned: minutes(a.Span.Length()), State: a.State,
		})
	}
	return all
}

// report counts what became of visits, and how long people waited.
func (r *records) report(o *booking.Office, days dialogs.Span) statistics.Report {
	report := statistics.Report{Office: o.ID, From: days.From, To: days.To, Waited: statistics.Spread{}}
	for _, a := range r.between(o, days.From, days.To) {
		for _, v := range []*statistics.Visits{&report.Concern(keyOf(a)).Visits, &report.Day(o.Today(a.Span.Start)).Visits} {
			count(v, a.State)
		}
		if !a.CalledAt.IsZero() {
			report.Waited.Add(minutes(a.CalledAt.Sub(a.Arrived)), 1)
		}
	}
	for _, t := range r.took(o, days.From, days.To) {
		report.Concern(t.Key).Took = t
	}
	report.Sort()
	return report
}

func count(v *statistics.Visits, state booking.State) {
	v.Booked++
	switch state {
	case booking.Finished:
		v.Finished++
	case booking.Missed:
		v.Missed++
	case booking.Cancelled:
		v.Cancelled++
	}
}
