package booking

import (
	"slices"
	"strings"
	"time"
)

// offerDay is a day with times to offer.
type offerDay struct {
	date    Date
	weekday time.Weekday
	zone    *time.Location
	booked  []Busy
	claims  map[AppointmentID]bool // the claims that have a time on the day
	freed   []Span                 // given back on the day
	taken   Taken                  // kept for newcomers without proof
	kept    map[place]bool         // where that is
	day     Day
	known   map[demandKey][]offerTime
}

// offerTime is a free time and what decides who it suits.
type offerTime struct {
	start time.Time
	clock Clock // what the office's clock shows then
}

// demandKey is a question about the free times of a day.
type demandKey struct {
	length    time.Duration
	skills    string
	onlyFreed bool
}

func newOfferDay(o *Office, date Date, booked []Busy, freed []Span) *offerDay {
	d := &offerDay{date: date, weekday: date.Weekday(), zone: o.Calendar.Zone, claims: make(map[AppointmentID]bool, len(booked))}
	whole := Span{date.At(0, d.zone), date.At(Midnight, d.zone)}
	for _, f := range freed {
		if f.Overlaps(whole) {
			d.freed = append(d.freed, f)
		}
	}
	for i := range booked {
		d.claims[booked[i].Claim] = true
		d.take(&booked[i])
	}
	d.fill(o, booked)
	return d
}

// fill replaces what is booked on the day.
func (d *offerDay) fill(o *Office, booked []Busy) {
	d.booked, d.day, d.known = booked, o.Day(d.date, booked), map[demandKey][]offerTime{}
}

// take counts a time that is kept for a newcomer without proof: once, though an
// offer and what hides it afterwards are two.
func (d *offerDay) take(b *Busy) {
	at := place{b.Desk, b.Span.Start}
	if !b.Unproven || d.kept[at] {
		return
	}
	if d.kept == nil {
		d.kept = map[place]bool{}
	}
	d.kept[at] = true
	d.taken.Holds, d.taken.Length = d.taken.Holds+1, d.taken.Length+b.Span.Length()
}

// place is where a time is.
type place struct {
	desk  DeskID
	start time.Time
}

// room tells whether one more offer to a newcomer fits into its part of their share.
func (d *offerDay) room(o *Office, length time.Duration) bool {
	rules := o.Policy.Newcomers
	if rules.Share > 1 {
		rules.Share /= 2
	}
	return rules.Room(d.taken, length, d.day.PublicTime())
}

// times lists when r can start, as of now. If only freed times count, it lists
// those inside one of them or all around it: others, which only overlap, were
// free before. The answer is the same for all who want the same, except for
// those with an appointment on the day: its time is free for them.
func (d *offerDay) times(r Request, onlyFreed bool, now time.Time) []offerTime {
	if onlyFreed && len(d.freed) == 0 {
		return nil
	}
	if r.Claim != 0 && d.claims[r.Claim] {
		return d.look(r, onlyFreed, now)
	}
	key := demandKey{r.Length, joined(r.Skills), onlyFreed}
	times, known := d.known[key]
	if !known {
		times = d.look(r, onlyFreed, now)
		d.known[key] = times
	}
	return times
}

func (d *offerDay) look(r Request, onlyFreed bool, now time.Time) []offerTime {
	var all []offerTime
	for _, start := range d.day.Starts(r, now) {
		if !onlyFreed || fills(Span{start, start.Add(r.Length)}, d.freed) {
			all = append(all, offerTime{start, ClockOf(start, d.zone)})
		}
	}
	return all
}

// joined names a set of skills. Most visits need one skill.
func joined(skills []Skill) string {
	if len(skills) == 1 {
		return string(skills[0])
	}
	var b strings.Builder
	for _, s := range skills {
		b.WriteString(string(s))
		b.WriteByte(0)
	}
	return b.String()
}

// seat enters the nth offer, which w gets, so that the next person is not
// offered the same time.
func (d *offerDay) seat(o *Office, nth int, w *Waiter, r Request, start time.Time, p Placement) {
	all := slices.Clone(d.booked)
	for i := range all {
		for _, swap := range p.Swaps {
			if all[i].ID == swap.Appointment && !all[i].Cooldown {
				all[i].Desk = swap.Desk
			}
		}
	}
	id := AppointmentID(-1<<40 - nth) // an ID that no appointment has
	claim := r.Claim
	if claim == 0 {
		claim = id
	}
	d.claims[claim] = true
	offered := Busy{
		ID: id, Claim: claim, Desk: p.Desk, Span: Span{start, start.Add(r.Length)},
		Skills: r.Skills, Audience: r.Audience, Fixed: true, Unproven: w.Unproven,
	}
	d.take(&offered)
	d.fill(o, append(all, offered))
}

// fills tells whether a visit lies inside one of the freed times, or all around
// it.
func fills(span Span, freed []Span) bool {
	for _, f := range freed {
		if f.covers(span) || span.covers(f) {
			return true
		}
	}
	return false
}

func (s Span) covers(o Span) bool { return !o.Start.Before(s.Start) && !o.End.After(s.End) }

func touches(span Span, others []Span) bool {
	for _, o := range others {
		if span.Overlaps(o) {
			return true
		}
	}
	return false
}
