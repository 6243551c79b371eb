package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// OfferTimes offers free times to people on the waiting list, each offer in a
// transaction of its own, and tidies the list. It may run at any time, twice,
// and on several replicas at once: what it saw is checked again under the lock
// of the day. It plans outside of a transaction, since that takes longer the
// more people wait.
func (s *Store) OfferTimes(ctx context.Context, now time.Time) (made int, err error) {
	err = s.transact(ctx, now, func(t *tx) error {
		t.queueTidyWaiting()
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("tidy the waiting list: %w", err)
	}
	var plans []offerPlan
	err = s.read(ctx, now, func(t *tx) (err error) {
		plans, err = t.planOffers(ctx)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("match the waiting list: %w", err)
	}
	for _, p := range plans {
		var done bool
		err = s.transact(ctx, now, func(t *tx) (err error) {
			done, err = t.offer(ctx, p)
			return err
		})
		if err != nil {
			return made, fmt.Errorf("offer a time: %w", err)
		}
		if done {
			made++
		}
	}
	return made, nil
}

// queueTidyWaiting queues the removal of what time has settled: expired offers,
// places on the list that are of no use any more, and old freed times. Rows
// that somebody is working on are skipped.
func (t *tx) queueTidyWaiting() {
	t.queue(`
		UPDATE offer SET outcome = 'lapsed' WHERE id IN (
			SELECT o.id FROM offer o
			WHERE o.outcome IS NULL AND (o.until <= $1 OR NOT EXISTS (
				SELECT FROM appointment a WHERE a.id = o.hold AND a.state = 'held'))
			FOR UPDATE OF o SKIP LOCKED)`, t.now)
	t.queue(`
		DELETE FROM wait WHERE id IN (
			SELECT w.id FROM wait w LEFT JOIN appointment a ON a.id = w.appointment
			WHERE (w.until < $1 OR a.state <> 'confirmed' OR a.starts <= $2 OR a.holder IS DISTINCT FROM w.person AND a.id IS NOT NULL)
				AND NOT EXISTS (SELECT FROM offer o WHERE o.wait = w.id AND o.outcome IS NULL)
			FOR UPDATE OF w SKIP LOCKED)`, booking.DateOf(t.now, time.UTC).Add(-1).At(0, time.UTC), t.now)
	t.queueForgetFreed()
}

// offerPlan is that a person may get a time on a day.
type offerPlan struct {
	wait booking.WaitID
	span booking.Span
	of   booking.OfficeID
}

// planOffers decides who may get what, from what can be seen without a lock.
func (t *tx) planOffers(ctx context.Context) ([]offerPlan, error) {
	var all waiters
	var current overrides
	t.queueReadWaiters(&all, `
		NOT EXISTS (SELECT FROM offer o WHERE o.wait = w.id AND o.outcome IS NULL)
		AND (w.appointment IS NULL OR EXISTS (SELECT FROM freed f WHERE f.office = w.office AND f.ends > $1))`)
	t.queueReadOverrides(&current)
	err := t.send(ctx)
	if err != nil || len(all.list) == 0 {
		return nil, err
	}
	byOffice := all.byOffice()
	var plans []offerPlan
	for _, office := range t.see(t.officeFiles, current, t.now).Offices {
		who := byOffice[office.ID]
		if len(who) == 0 || !office.OffersAt(t.now) {
			continue
		}
		booked, freed, err := t.readAhead(ctx, office)
		if err != nil {
			return nil, err
		}
		for _, o := range office.Offers(booked, freed, who, t.now) {
			plans = append(plans, offerPlan{o.Wait, o.Span, office.ID})
		}
	}
	return plans, nil
}

// readAhead looks up what is booked on all days that can be booked, and what
// was freed.
func (t *tx) readAhead(ctx context.Context, office *booking.Office) (map[booking.Date][]booking.Busy, []booking.Span, error) {
	var freed []booking.Span
	booked := map[booking.Date][]booking.Busy{}
	today, last := office.Today(t.now), office.LastDay(t.now)
	t.queueReadBusyDays(office, today, today.DaysUntil(last)+1, func(n int, busy []booking.Busy) { booked[today.Add(n)] = busy })
	t.queueReadFreed(&freed, office.ID)
	return booked, freed, t.send(ctx)
}

// queueReadFreed queues the lookup of freed times that are not over.
func (t *tx) queueReadFreed(all *[]booking.Span, office booking.OfficeID) {
	t.queue(`SELECT starts, ends FROM freed WHERE office = $1 AND ends > $2 ORDER BY starts`, string(office), t.now).Query(
		func(rows pgx.Rows) (err error) {
			*all, err = pgx.CollectRows(rows, pgx.RowToStructByPos[booking.Span])
			return err
		})
}

// offer makes the planned offer, if the day still has a time for the person:
// the plan was made without the lock.
func (t *tx) offer(ctx context.Context, p offerPlan) (bool, error) {
	d, err := t.dayAt(p.of, p.span.Start)
	if err != nil {
		return false, err
	}
	var all waiters
	var old found
	var freed []booking.Span
	var hold booking.AppointmentID
	t.queueLock(d.lock())
	t.queueReadRules(d)
	t.queueReadSeats(d)
	t.queue(`SELECT FROM wait WHERE id = $1 FOR UPDATE`, int64(p.wait))
	t.queueReadWaiters(&all, `w.id = $4 AND NOT EXISTS (SELECT FROM offer o WHERE o.wait = w.id AND o.outcome IS NULL)`, int64(p.wait))
	t.queueRead(&old, `
		SELECT `+appointmentColumns+` FROM appointment WHERE id = (SELECT w.appointment FROM wait w WHERE w.id = $1)`, int64(p.wait))
	t.queueReadFreed(&freed, p.of)
	t.queue(`SELECT nextval('appointment_id_seq')`).QueryRow(func(row pgx.Row) error { return row.Scan(&hold) })
	err = t.send(ctx)
	if err != nil {
		return false, err
	}
	who := all.byOffice()[p.of]
	offers := d.office(t.now).Offers(map[booking.Date][]booking.Busy{d.date: d.booked}, freed, who, t.now)
	if len(offers) == 0 {
		return false, nil
	}
	who[0].Old = old.Appointment
	a, err := t.offerHold(d, who[0], offers[0])
	if err != nil {
		return false, err
	}
	a.ID = hold
	if who[0].Appointment == 0 {
		a.Claim = hold
	}
	t.queueDropExpired(d)
	t.queueSwaps(offers[0].Swaps)
	t.queueInsert(addition{Appointment: a, unproven: who[0].Unproven})
	t.queueInsertOffer(a, p.wait)
	return true, t.tellOffer(ctx, a, who[0].Reach)
}

// offerHold is the hold that reserves the offered time.
func (t *tx) offerHold(d *day, who booking.Waiter, o booking.Offer) (a booking.Appointment, err error) {
	if who.Appointment != 0 {
		a = holdToMove(d.office(t.now), who.Old, o.Span.Start, o.Until, t.now)
		a.Contact = who.Old.Contact
	} else {
		visit, err := d.office(t.now).VisitOn(d.date, booking.Public, who.Wishes, who.Persons)
		if err != nil {
			return a, err
		}
		a = t.draftVisit(d, Actor{Person: who.Person}, visit, o.Span.Start)
		a.HeldUntil, a.Contact, a.Lang = o.Until, who.Contact, who.Lang
	}
	a.Desk, a.Audience = o.Desk, booking.Public
	return a, nil
}

// queueInsertOffer queues the insertion of the offer that hold was made for. If
// nobody answers, its time is hidden from the public until the next person has
// been offered it.
func (t *tx) queueInsertOffer(hold booking.Appointment, wait booking.WaitID) {
	t.queue(`
		INSERT INTO offer (wait, hold, starts, ends, made_at, until) VALUES ($1, $2, $3, $4, $5, $6)`,
		int64(wait), int64(hold.ID), hold.Span.Start, hold.Span.End, t.now, hold.HeldUntil)
	t.queue(`
		INSERT INTO freed (office, desk, starts, ends, hold, freed_at, hidden_until) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(hold.Office), string(hold.Desk), hold.Span.Start, hold.Span.End, int64(hold.ID), t.now,
		hold.HeldUntil.Add(booking.PassOn))
}

// tellOffer plans the notices of an offer: in the chats of the person, or by
// mail if none reaches them.
func (t *tx) tellOffer(ctx context.Context, hold booking.Appointment, reach booking.Reach) error {
	return t.plan(ctx, `
		INSERT INTO notice (appointment, kind, sequence, channel, address, due)
		SELECT $1, $2, $3, channel, address, $4
		FROM (
			SELECT channel, address FROM chat
			WHERE $7 = 'chat' AND person = $5 AND channel = ANY ($6) AND unreachable_at IS NULL
			UNION ALL
			SELECT $8, $9 WHERE $7 = 'mail') AS target
		RETURNING id, kind, due`,
		int64(hold.ID), string(booking.OfferNotice), hold.Sequence, t.now,
		int64(hold.Holder), t.networks(), string(reach), mailChannel, hold.Contact.Mail)
}
