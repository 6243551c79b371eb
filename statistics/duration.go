package statistics

import (
	"cmp"
	"slices"
	"time"

	"terminbote/booking"
)

// How many cases a figure rests on before it is shown, and before anything is
// suggested from it.
const (
	FewestCases = 10
	EnoughCases = 30
)

// Longest is the most minutes from a call to the end of the visit that count. A
// longer visit is one that nobody has marked as finished.
const Longest = 240

// A figure about minutes needs two desks with some cases each: at one desk it
// would measure the person who sits there.
const (
	FewestDesks   = 2
	CasesAtADesk  = 3
	differsByPart = 5 // of the planned minutes: a fifth
)

// Took is how long visits of one kind took.
type Took struct {
	Key     Key
	Several bool   // more than one person came
	Planned Spread // minutes set aside
	Real    Spread // minutes from the call to the end
	Desks   int    // with at least CasesAtADesk of them
}

// Shown tells whether there are enough cases at enough desks for a figure.
func (t Took) Shown() bool { return t.Desks >= FewestDesks && t.Real.Cases() >= FewestCases }

// Suggestion is other minutes for the first case of a concern.
type Suggestion struct {
	Concern    booking.ConcernID
	Now, Then  time.Duration
	Cases      int
	Median     int // minutes
	Percentile int // 95 of 100 visits took no longer
}

// Suggest is other minutes for a concern, from visits for one case of it; false
// where there are too few of them, where all were at one desk, or where what is
// planned may as well be right. The suggestion is the median on the office's
// grid: the minutes at which as many visits end early as late.
func Suggest(c booking.Concern, all []Took, policy booking.Policy) (Suggestion, bool) {
	one := Key(c.ID)
	i := slices.IndexFunc(all, func(t Took) bool { return t.Key == one && !t.Several })
	if i < 0 || !all[i].Shown() || all[i].Real.Cases() < EnoughCases {
		return Suggestion{}, false
	}
	took := all[i].Real
	s := Suggestion{
		Concern: c.ID, Now: c.First, Then: onGrid(took.Median(), policy), Cases: took.Cases(),
		Median: took.Median(), Percentile: took.Quantile(0.95),
	}
	now := int(c.First / time.Minute)
	low, high := took.MedianBetween()
	certain := now < low || now > high
	differs := max(s.Then-s.Now, s.Now-s.Then) >= max(policy.Grid, c.First/differsByPart)
	return s, certain && differs
}

// onGrid is minutes as the nearest multiple of the office's grid that can be
// booked.
func onGrid(minutes int, policy booking.Policy) time.Duration {
	grid := max(policy.Grid, time.Minute)
	length := time.Duration(minutes) * time.Minute
	return min(max(grid, (length+grid/2)/grid*grid), policy.Longest)
}

// Suggestions is what is suggested for the concerns of an office, what differs
// most first.
func Suggestions(o *booking.Office, all []Took) []Suggestion {
	var found []Suggestion
	for _, c := range o.Concerns {
		if s, ok := Suggest(c, all, o.Policy); ok {
			found = append(found, s)
		}
	}
	apart := func(s Suggestion) time.Duration { return max(s.Then-s.Now, s.Now-s.Then) * time.Duration(s.Cases) }
	slices.SortStableFunc(found, func(a, b Suggestion) int { return cmp.Compare(apart(b), apart(a)) })
	return found
}
