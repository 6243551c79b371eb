package booking

import (
	"testing"
	"time"
)

// A search for an exchange of desks ends after so many tries, however many people could
// change: a day without a solution is refused as fast as any other.
func TestASearchForAnExchangeEnds(t *testing.T) {
	t.Parallel()
	o := &Office{Calendar: Calendar{Zone: time.UTC}, Policy: Policy{Grid: 5 * time.Minute}}
	const desks = 10
	for i := range desks {
		o.Desks = append(o.Desks, Desk{ID: DeskID(rune('a' + i)), Skills: []Skill{"all"}})
	}
	o.Calendar.Week[time.Tuesday] = []Shift{{From: 8 * 60, To: 13 * 60}}
	date := Date{Year: 2026, Month: time.November, Day: 24}
	var booked []Busy
	add := func(desk, from, to int, fixed bool) { // in steps of five minutes from eight o'clock on
		id := AppointmentID(len(booked) + 1)
		booked = append(booked, Busy{
			ID: id, Claim: id, Desk: o.Desks[desk].ID, Skills: []Skill{"all"}, Audience: Public, Fixed: fixed,
			Span: Span{date.At(Clock(8*60+5*from), time.UTC), date.At(Clock(8*60+5*to), time.UTC)},
		})
	}
	// At every moment some desk is free: one until half time, another from then on. All
	// others change hands a little before, so that nobody fits into the second half.
	add(0, 30, 60, true)
	add(1, 0, 30, true)
	for desk := 2; desk < desks; desk++ {
		add(desk, 0, 20+desk, false)
		add(desk, 20+desk, 60, false)
	}
	day := o.Day(date, booked)
	r := Request{Length: 100 * time.Minute, Skills: []Skill{"all"}, Audience: Public}
	slot, _ := day.ruler.slot(date.At(8*60+100, time.UTC))
	if p, ok := day.rearrange(r, slot); ok {
		t.Fatalf("there is a solution: %+v", p)
	}
	if left := day.exchange.board.tries; left >= 0 || left < -maxTries {
		t.Errorf("%d of %d tries are left: either the search ended before, or it goes on without", left, maxTries)
	}
}
