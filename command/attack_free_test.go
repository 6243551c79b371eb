package command

import (
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
)

// booked is what is taken on all days, as somebody from outside can see it.
func (b *besieged) booked() dialogs.Facts {
	b.t.Helper()
	office, now := b.town.Offices[0], clocktest.Now()
	need := dialogs.Need{Offices: []booking.OfficeID{office.ID}, From: office.Today(now), To: office.LastDay(now)}
	facts, err := b.store.Facts(b.t.Context(), 0, now, need)
	if err != nil {
		b.t.Fatal(err)
	}
	return facts
}

// seen is the times of all days at which somebody can still have an ID card
// done, as a newcomer sees them.
func (b *besieged) seen() (all []time.Time) {
	b.t.Helper()
	office, facts := b.town.Offices[0], b.booked()
	visit, err := office.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, day := range facts.Booked {
		all = append(all, office.Day(day.Day, day.Busy).Starts(visit.Request(booking.Public), facts.Now)...)
	}
	return all
}

// capacity is how many minutes of desks are free on all days together.
func (b *besieged) capacity() (minutes int) {
	b.t.Helper()
	for _, day := range b.booked().Booked {
		whole := b.town.Offices[0].Day(day.Day, nil)
		minutes += int(whole.PublicTime().Minutes()) - taken(day.Busy)
	}
	return minutes
}

// taken is how many minutes of desks are taken, each once: a time that is offered
// is hidden as well.
func taken(all []booking.Busy) int {
	type minute struct {
		desk booking.DeskID
		at   time.Time
	}
	minutes := map[minute]bool{}
	for _, busy := range all {
		for at := busy.Span.Start; at.Before(busy.Span.End); at = at.Add(time.Minute) {
			minutes[minute{busy.Desk, at}] = true
		}
	}
	return len(minutes)
}

// kept is how many times newcomers keep.
func (b *besieged) kept() (times int) {
	b.t.Helper()
	for _, day := range b.booked().Booked {
		for _, busy := range day.Busy {
			if busy.Unproven && !busy.Cooldown {
				times++
			}
		}
	}
	return times
}
