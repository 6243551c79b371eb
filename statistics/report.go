package statistics

import (
	"cmp"
	"slices"

	"terminbote/booking"
)

// Report is the figures of an office for some days. What it says of visits is
// about those whose day is among them, however early they were booked.
type Report struct {
	Office   booking.OfficeID
	From, To booking.Date // both included

	Channels  []Channel
	Concerns  []Concern // most booked first
	Days      []Day     // in order, those without figures left out
	Ahead     Spread    // minutes from a cancellation to the start
	Freed     Freed
	Waited    Spread // minutes from check-in to call
	Tickets   Tickets
	Reminders Reminders
	Ratings   Ratings
	Talks     Talks // of the whole town
}

// Tickets is the visits without an appointment. They are in no other figure but
// in how long concerns take.
type Tickets struct {
	Given, Served int
	Waited        Spread // minutes from the ticket to the first call
}

// Channel is how many visits were booked by one way.
type Channel struct {
	Name   string // of the network; empty: unknown, or imported
	Booked int
}

// Concern is the figures of the visits for one concern, or for one combination.
type Concern struct {
	Key    Key
	Visits Visits
	Took   Took
}

// Visits is what became of booked visits.
type Visits struct {
	Booked, Finished, Missed, Cancelled int
}

// Day is the figures of one day.
type Day struct {
	Day        booking.Date
	Visits     Visits
	Open, Free int  // minutes of desks; both 0 where the day was not measured
	Offers     Days // from that day to the first free time, a concern each
}

// Days is days until something, and how many never came.
type Days struct {
	Spread Spread
	None   int // nothing was free as far as one can book
}

// Freed is what became of times that were given back.
type Freed struct {
	Times    int
	Refilled Spread // minutes until the desk was booked again

	EarlyTimes    int    // those given back at least two hours ahead
	EarlyRefilled Spread // and of those
}

// Reminders is what came of reminders that were sent.
type Reminders struct {
	Sent, Coming, Moved, Cancelled int

	Appealed Visits // of those that said what missing it costs others
	Plain    Visits // and of the others
}

// Talks is how talks with citizens went. A talk is over when nobody has gone on
// with it for a while.
type Talks struct {
	Over, Booked  int
	Ended         []Ending // of those without a booking, by where they stood
	Heard, Missed int      // typed messages, and those that were not understood
}

// Ending is how many talks stood at one question last.
type Ending struct {
	Step  string
	Talks int
}

// Totals is what became of all visits.
func (r Report) Totals() Visits {
	var sum Visits
	for _, d := range r.Days {
		sum = sum.Plus(d.Visits)
	}
	return sum
}

// Plus is the visits of both.
func (v Visits) Plus(o Visits) Visits {
	return Visits{v.Booked + o.Booked, v.Finished + o.Finished, v.Missed + o.Missed, v.Cancelled + o.Cancelled}
}

// Due is the visits that were not cancelled in time.
func (v Visits) Due() int { return v.Booked - v.Cancelled }

// Minutes is how many minutes desks served, and how many were left free.
func (r Report) Minutes() (open, free int) {
	for _, d := range r.Days {
		open, free = open+d.Open, free+d.Free
	}
	return open, free
}

// FirstOffers is the days until the first free time, of all concerns and days.
func (r Report) FirstOffers() Days {
	var sum Days
	for _, d := range r.Days {
		sum.Spread = sum.Spread.Plus(d.Offers.Spread)
		sum.None += d.Offers.None
	}
	return sum
}

// Share is a part of a whole in percent, rounded; 0 of nothing.
func Share(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (200*part + whole) / (2 * whole)
}

// Empty tells whether nothing was counted.
func (r Report) Empty() bool { return len(r.Days) == 0 && r.Talks.Over == 0 }

// Sort puts concerns and channels in order, the largest first.
func (r *Report) Sort() {
	slices.SortFunc(r.Concerns, func(a, b Concern) int {
		return cmp.Or(cmp.Compare(b.Visits.Booked, a.Visits.Booked), cmp.Compare(a.Key, b.Key))
	})
	slices.SortFunc(r.Channels, func(a, b Channel) int {
		return cmp.Or(cmp.Compare(b.Booked, a.Booked), cmp.Compare(a.Name, b.Name))
	})
	slices.SortFunc(r.Days, func(a, b Day) int { return b.Day.DaysUntil(a.Day) })
	slices.SortFunc(r.Talks.Ended, func(a, b Ending) int {
		return cmp.Or(cmp.Compare(b.Talks, a.Talks), cmp.Compare(a.Step, b.Step))
	})
}

// Concern is the figures of a concern or a combination, to be counted on.
func (r *Report) Concern(key Key) *Concern {
	i := slices.IndexFunc(r.Concerns, func(c Concern) bool { return c.Key == key })
	if i < 0 {
		i = len(r.Concerns)
		r.Concerns = append(r.Concerns, Concern{Key: key})
	}
	return &r.Concerns[i]
}

// Channel is the visits booked by one way, to be counted on.
func (r *Report) Channel(name string) *Channel {
	i := slices.IndexFunc(r.Channels, func(c Channel) bool { return c.Name == name })
	if i < 0 {
		i = len(r.Channels)
		r.Channels = append(r.Channels, Channel{Name: name})
	}
	return &r.Channels[i]
}

// Count counts n visits that are in a state now.
func (v *Visits) Count(state booking.State, n int) {
	v.Booked += n
	switch state {
	case booking.Finished:
		v.Finished += n
	case booking.Missed:
		v.Missed += n
	case booking.Cancelled:
		v.Cancelled += n
	}
}

// Day is the figures of a day, to be counted on.
func (r *Report) Day(day booking.Date) *Day {
	i := slices.IndexFunc(r.Days, func(d Day) bool { return d.Day == day })
	if i < 0 {
		i = len(r.Days)
		r.Days = append(r.Days, Day{Day: day})
	}
	return &r.Days[i]
}

// Count counts n times of a kind that were given back.
func (f *Freed) Count(early, refilled bool, minutes, n int) {
	f.Times += n
	if refilled {
		f.Refilled.Add(minutes, n)
	}
	if !early {
		return
	}
	f.EarlyTimes += n
	if refilled {
		f.EarlyRefilled.Add(minutes, n)
	}
}

// Count counts n concerns whose first free time is so many days away; below 0,
// there is none.
func (d *Days) Count(days, n int) {
	if days < 0 {
		d.None += n
		return
	}
	if d.Spread == nil {
		d.Spread = Spread{}
	}
	d.Spread.Add(days, n)
}
