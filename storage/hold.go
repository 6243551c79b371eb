package storage

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Hold reserves a time, as one transaction.
func (s *Store) Hold(ctx context.Context, by Actor, now time.Time, h dialogs.Hold) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.hold(ctx, by, h) })
}

// runCommand carries out one command as one transaction.
func (s *Store) runCommand(
	ctx context.Context, now time.Time, command func(*tx) (booking.Appointment, error),
) (done booking.Appointment, err error) {
	err = s.transact(ctx, now, func(t *tx) (err error) {
		done, err = command(t)
		return err
	})
	return done, err
}

// holdFacts is what a hold is made from.
type holdFacts struct {
	known     found // made before by the same request
	former    found // given back for it
	moved     found // the appointment that moves
	id        booking.AppointmentID
	ahead     int       // upcoming appointments of the person
	held      int       // holds of late that led to no booking
	overrides overrides // by staff
	newcomer  newcomer  // what is known of the person, and how many new ones there are
}

func (t *tx) hold(ctx context.Context, by Actor, h dialogs.Hold) (booking.Appointment, error) {
	d, err := t.dayAt(h.Office, h.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	locks, err := t.locksOf(ctx, h.Former, h.Moving)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueLock(append(locks, d.lock())...)
	want, err := t.readHoldFacts(ctx, d, by, h)
	if err != nil {
		return booking.Appointment{}, err
	}
	if want.known.ok && !want.known.HoldExpired(t.now) {
		return want.known.Appointment, nil
	}
	former := want.former
	if !by.owns(former.Appointment) || former.State != booking.Held {
		former = found{}
	}
	a, err := t.admitHold(d, by, h, &want, former.ID)
	var placement booking.Placement
	if err == nil {
		placement, err = t.place(d, request(a), h.Start, former.ID)
	}
	if err != nil && want.newcomer.first {
		t.queueDeed(by, booking.CameFirst, d.file.ID, 0) // also who is turned away
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueDropExpired(d)
	for _, gone := range []found{former, want.known} { // it has expired but still has the key
		if gone.ok {
			t.queueDropHold(gone.ID)
		}
	}
	t.queueSwaps(placement.Swaps)
	a.Desk = placement.Desk
	did := []booking.Deed{booking.HeldTime}
	if want.newcomer.first {
		did = append(did, booking.CameFirst)
	}
	t.queueInsertHold(addition{a, by.key(h.Key), want.newcomer.counts(by, h) && !want.newcomer.proved}, by, did)
	return a, nil
}

// admitHold drafts the hold if the person may have one. The hold named former gives way.
func (t *tx) admitHold(
	d *day, by Actor, h dialogs.Hold, want *holdFacts, former booking.AppointmentID,
) (booking.Appointment, error) {
	a, err := t.draft(d, by, h.Order, want)
	if err == nil && by.audience() == booking.Public {
		err = d.file.Policy.MayHold(want.held)
	}
	if err == nil && want.newcomer.counts(by, h) {
		a.HeldUntil, err = t.admitNewcomer(d, a, &want.newcomer, former)
	}
	return a, err
}

// readHoldFacts reads the day and everything h is made from.
func (t *tx) readHoldFacts(ctx context.Context, d *day, by Actor, h dialogs.Hold) (holdFacts, error) {
	var want holdFacts
	var again booking.AppointmentID // what the same request made
	t.queueReadSeats(d)
	t.queue(`
		SELECT (SELECT version FROM laid), nextval('appointment_id_seq'),
			coalesce((SELECT id FROM appointment WHERE request = nullif($9, '')), 0),
			(SELECT count(*) FROM appointment WHERE holder = $1 AND state = 'confirmed' AND starts > $2),
			`+heldQuery+`,`+newcomerQuery,
		append(append([]any{int64(by.Person), t.now, t.now.Add(-booking.HoldsWithin), []byte(t.sender(by))},
			t.newcomerArgs(d.file)...), by.key(h.Key))...,
	).QueryRow(func(row pgx.Row) error {
		var version int64
		n := &want.newcomer
		err := row.Scan(&version, &want.id, &again, &want.ahead, &want.held, &n.known, &n.proved, &n.came, &n.many, &n.usual)
		t.asOf(version, &want.overrides)
		return err
	})
	if h.Former != 0 {
		t.queueReadByID(&want.former, h.Former)
	}
	if h.Moving != 0 {
		t.queueReadByID(&want.moved, h.Moving)
	}
	err := t.send(ctx)
	if err == nil && again != 0 {
		t.queueReadByID(&want.known, again)
		err = t.send(ctx)
	}
	d.overrides = want.overrides
	return want, err
}

// locksOf is the locks of the days of some appointments, which need not exist.
func (t *tx) locksOf(ctx context.Context, ids ...booking.AppointmentID) ([]lock, error) {
	ids = slices.DeleteFunc(ids, func(id booking.AppointmentID) bool { return id == 0 })
	if len(ids) == 0 {
		return nil, nil
	}
	all := make([]found, len(ids))
	for i, id := range ids {
		t.queueReadByID(&all[i], id)
	}
	err := t.send(ctx)
	if err != nil {
		return nil, err
	}
	var locks []lock
	for _, a := range all {
		if !a.ok {
			continue
		}
		date, err := t.dayOf(a.Appointment)
		if err != nil {
			return nil, err
		}
		locks = append(locks, lockOfDay(a.Office, date))
	}
	return locks, nil
}

// draft is the hold before it has a desk: for a new visit, or for a move.
func (t *tx) draft(d *day, by Actor, o dialogs.Order, want *holdFacts) (booking.Appointment, error) {
	if o.Moving != 0 {
		return t.draftMove(d, by, o, want)
	}
	office := d.office(t.now)
	visit, err := office.VisitOn(d.date, by.audience(), o.Wishes, o.Persons)
	if err != nil {
		return booking.Appointment{}, err
	}
	if by.audience() == booking.Public {
		err = office.Policy.Admits(want.ahead, 0)
		if err != nil {
			return booking.Appointment{}, err
		}
	}
	a := t.draftVisit(d, by, visit, o.Start)
	a.ID, a.Claim = want.id, want.id
	return a, nil
}

func (t *tx) draftVisit(d *day, by Actor, v booking.Visit, start time.Time) booking.Appointment {
	return booking.Appointment{
		Office: d.file.ID, Span: booking.Span{Start: start, End: start.Add(v.Length())},
		State: booking.Held, HeldUntil: t.now.Add(d.file.Policy.Hold),
		Items: v.Promised(d.date), Persons: v.Persons, Skills: v.Skills(),
		Audience: by.audience(), Holder: by.Person, Updated: t.now,
	}
}

// draftMove is a hold that shares the claim of the appointment that moves.
func (t *tx) draftMove(d *day, by Actor, o dialogs.Order, want *holdFacts) (booking.Appointment, error) {
	old := want.moved
	switch {
	case !old.ok, !by.owns(old.Appointment), old.Office != d.file.ID:
		return booking.Appointment{}, booking.ErrUnknown
	case !old.Upcoming(t.now):
		return booking.Appointment{}, booking.ErrOver
	}
	a, err := t.holdAsOrdered(d, by, old.Appointment, o)
	a.ID = want.id
	return a, err
}

// request is what an appointment needs of a day.
func request(a booking.Appointment) booking.Request {
	r := booking.Request{Length: a.Span.Length(), Skills: a.Skills, Audience: a.Audience}
	if a.Claim != a.ID {
		r.Claim = a.Claim
	}
	return r
}
