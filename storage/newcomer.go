package storage

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// newcomer is what decides about a hold by somebody who may never have been
// here before.
type newcomer struct {
	known  bool // booked some time ago
	proved bool // that a mail address is theirs, today
	came   bool // was counted within the hour
	first  bool // came now, and is to be counted
	many   int  // who came within the hour, as far as it matters
	usual  int  // who came in the busiest usual hour
}

// counts tells whether the rules for newcomers concern a hold: staff, and people
// who move what they have, are none.
func (n newcomer) counts(by Actor, h dialogs.Hold) bool {
	return by.audience() == booking.Public && h.Moving == 0 && !n.known
}

// newcomerQuery is columns of what decides about a hold of person $1 by sender $4 in
// office $5: whether they have booked before $6 and proved an address since, and,
// since $7, whether they have come and how many have, $8 at most.
const newcomerQuery = `
	EXISTS (SELECT FROM appointment WHERE holder = $1 AND number IS NOT NULL AND created_at <= $6),
	EXISTS (SELECT FROM deed WHERE sender = $4 AND what = 'proved' AND at > $6),
	EXISTS (SELECT FROM deed WHERE sender = $4 AND what = 'came' AND at > $7),
	(SELECT count(*) FROM (SELECT FROM deed WHERE office = $5 AND what = 'came' AND at > $7 LIMIT $8) AS enough),
	coalesce((SELECT usual FROM brake WHERE office = $5), 0)`

func (t *tx) newcomerArgs(file *booking.Office) []any {
	return []any{string(file.ID), t.now.Add(-booking.KnownAfter), t.now.Add(-booking.NewcomersWithin), file.Policy.Newcomers.Enough()}
}

// admitNewcomer returns when the time kept for a newcomer runs out; n then says
// whether it counts that they came. It returns ErrUnproven if they have to prove a
// mail address before, and ErrTaken if they could not and newcomers keep as much of
// the day as they may. The hold named former gives way and does not count.
func (t *tx) admitNewcomer(d *day, a booking.Appointment, n *newcomer, former booking.AppointmentID) (time.Time, error) {
	rules := d.file.Policy.Newcomers
	if !n.came {
		n.first = true
		n.many++
	}
	brakes := rules.Brakes(n.many, n.usual)
	until := t.now.Add(rules.Lasts(d.file.Policy.Hold, brakes))
	if n.proved {
		return until, nil
	}
	whole := d.with(nil, t.now)
	room := rules.Room(d.unproven(former), a.Span.Length(), whole.PublicTime())
	switch {
	case brakes && t.mailer != nil, !room && t.mailer != nil:
		return until, booking.ErrUnproven
	case !room:
		return until, booking.ErrTaken
	}
	return until, nil
}

// unproven is what newcomers keep of the day without proof.
func (d *day) unproven(former booking.AppointmentID) (taken booking.Taken) {
	for _, b := range d.booked {
		if b.Unproven && !b.Cooldown && b.ID != former {
			taken.Holds++
			taken.Length += b.Span.Length()
		}
	}
	return taken
}
