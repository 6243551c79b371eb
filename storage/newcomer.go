package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// newcomer is what decides about a hold by somebody who may never have been
// here before.
type newcomer struct {
	known  bool // booked some time ago
	proved bool // that a mail address is theirs, today
	came   bool // was counted within the hour
	many   int  // who came within the hour
	usual  int  // who came in the busiest usual hour
	taken  booking.Taken
}

// counts tells whether the rules for newcomers concern a hold: staff, and people
// who move what they have, are none.
func (n newcomer) counts(by Actor, h dialogs.Hold) bool {
	return by.audience() == booking.Public && h.Moving == 0 && !n.known
}

// queueReadNewcomer queues the lookup of what decides about a newcomer's hold on
// a day. The hold that gives way does not count.
func (t *tx) queueReadNewcomer(n *newcomer, by Actor, d *day, former booking.AppointmentID) {
	zone := d.file.Calendar.Zone
	t.queue(`
		SELECT
			EXISTS (SELECT FROM appointment WHERE holder = $1 AND number IS NOT NULL AND created_at <= $2),
			EXISTS (SELECT FROM deed WHERE sender = $3 AND what = $4 AND at > $2),
			EXISTS (SELECT FROM deed WHERE sender = $3 AND what = 'came' AND at > $5),
			(SELECT count(*) FROM deed WHERE office = $6 AND what = 'came' AND at > $5),
			coalesce((SELECT usual FROM brake WHERE office = $6), 0),
			held.many, held.minutes
		FROM (
			SELECT count(*) AS many, coalesce(extract(epoch FROM sum(ends - starts)) / 60, 0)::int AS minutes
			FROM appointment
			WHERE office = $6 AND starts >= $7 AND starts < $8 AND state = 'held' AND newcomer AND held_until > $9 AND id <> $10
		) AS held`,
		int64(by.Person), t.now.Add(-booking.KnownAfter), []byte(t.sender(by)), string(booking.ProvedAddress),
		t.now.Add(-booking.NewcomersWithin), string(d.file.ID),
		d.date.At(0, zone), d.date.At(booking.Midnight, zone), t.now, int64(former),
	).QueryRow(func(row pgx.Row) error {
		var minutes int
		err := row.Scan(&n.known, &n.proved, &n.came, &n.many, &n.usual, &n.taken.Holds, &minutes)
		n.taken.Length = time.Duration(minutes) * time.Minute
		return err
	})
}

// admitNewcomer counts a newcomer, and returns when the time kept for them runs
// out. It returns ErrUnproven if they have to prove a mail address before, and ErrTaken
// if they could not and newcomers keep as much of the day as they may.
func (t *tx) admitNewcomer(d *day, by Actor, a booking.Appointment, n newcomer) (time.Time, error) {
	rules := d.file.Policy.Newcomers
	if !n.came {
		t.queueDeed(by, booking.CameFirst, d.file.ID, 0)
		n.many++
	}
	brakes := rules.Brakes(n.many, n.usual)
	until := t.now.Add(rules.Lasts(d.file.Policy.Hold, brakes))
	if n.proved {
		return until, nil
	}
	whole := d.with(nil, t.now)
	room := rules.Room(n.taken, a.Span.Length(), whole.PublicTime())
	switch {
	case brakes && t.mailer != nil, !room && t.mailer != nil:
		return until, booking.ErrUnproven
	case !room:
		return until, booking.ErrTaken
	}
	return until, nil
}
