package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Book confirms a hold, as one transaction.
func (s *Store) Book(ctx context.Context, by Actor, now time.Time, b dialogs.Book) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.book(ctx, by, b) })
}

// limits is what has to be known before something is booked.
type limits struct {
	number    booking.Number // drawn for it
	ofPerson  int            // appointments ahead
	underMail int
	overrides overrides // by staff
}

func (t *tx) book(ctx context.Context, by Actor, b dialogs.Book) (booking.Appointment, error) {
	d, err := t.dayAt(b.Office, b.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	mailMissing := b.Contact.Mail == "" && d.file.Policy.MailRequired && by.audience() == booking.Public
	if b.Contact.Name == "" || mailMissing {
		return booking.Appointment{}, booking.ErrIncomplete
	}
	if b.Hold == 0 {
		return booking.Appointment{}, booking.ErrExpired
	}
	var hold found
	var used limits
	t.queueLock(append(locksOfLimits(by, b.Contact.Mail), t.lockToConfirm(d))...)
	err = t.queueReadLimits(&used, by, b.Contact.Mail)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueReadByID(&hold, b.Hold)
	err = t.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	d.overrides = used.overrides
	if hold.ok && (hold.State != booking.Held || hold.Moves() || !by.owns(hold.Appointment)) {
		return bookedBefore(hold.Appointment, by)
	}
	if by.audience() == booking.Public {
		err = d.office(t.now).Policy.Admits(used.ofPerson, used.underMail)
		if err != nil {
			return booking.Appointment{}, err
		}
	}
	return t.confirm(ctx, d, by, b, hold, used.number)
}

// bookedBefore is the answer to whoever books what is no hold of theirs. The
// same booking a second time is done already.
func bookedBefore(a booking.Appointment, by Actor) (booking.Appointment, error) {
	switch {
	case !by.owns(a), a.Moves():
		return booking.Appointment{}, booking.ErrUnknown
	case a.State != booking.Confirmed:
		return booking.Appointment{}, booking.ErrOver
	}
	return a, nil
}

// locksOfLimits keeps others from booking for the same person, or under the
// same mail address, until this booking counts.
func locksOfLimits(by Actor, mail string) []lock {
	var locks []lock
	if by.Person != 0 {
		locks = append(locks, lockOfPerson(by.Person))
	}
	if mail != "" {
		locks = append(locks, lockOfMail(mail))
	}
	return locks
}

// queueReadLimits queues the look-up of what by has ahead, under a mail address
// too, and draws a number.
func (t *tx) queueReadLimits(s *limits, by Actor, mail string) error {
	t.queue(`SELECT
			(SELECT version FROM laid),
			(SELECT count(*) FROM appointment WHERE holder = $1 AND state = 'confirmed' AND starts > $3),
			(SELECT count(*) FROM appointment WHERE mail_key = $2 AND mail_key <> '' AND state = 'confirmed' AND starts > $3)`,
		int64(by.Person), booking.MailKey(mail), t.now,
	).QueryRow(func(row pgx.Row) error {
		var version int64
		err := row.Scan(&version, &s.ofPerson, &s.underMail)
		t.asOf(version, &s.overrides)
		return err
	})
	number, err := t.drawNumber()
	s.number = number
	return err
}

// lockToConfirm is what keeps the day as it is. To confirm a hold changes nothing in
// who sits where, so those who do share the day, and people who book at the
// same time need not queue. Where it turns out that the hold has to be renewed,
// the work is done anew with the day locked.
func (t *tx) lockToConfirm(d *day) lock {
	l := d.lock()
	l.shared = t.attempt == 1
	return l
}

// confirm books the hold where it still stands, and otherwise its time anew.
func (t *tx) confirm(
	ctx context.Context, d *day, by Actor, b dialogs.Book, hold found, number booking.Number,
) (booking.Appointment, error) {
	stillHeld := hold.ok && !hold.HoldExpired(t.now)
	if stillHeld && !hold.Span.Start.Equal(b.Start) {
		return booking.Appointment{}, booking.ErrExpired
	}
	a := hold.Appointment
	renewed := !stillHeld || !d.serves(a, t.now)
	var err error
	if renewed && t.attempt == 1 {
		t.retry, err = true, errShared
	} else if renewed {
		a, err = t.renewHold(ctx, d, by, b, stillHeld)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Confirm(number, b.Contact, t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Lang = b.Lang
	if renewed {
		t.queueInsert(a, "")
	} else {
		t.queueSaveConfirmed(a)
	}
	t.queueBookedHistory(a, by)
	return a, t.tell(ctx, a, booking.BookedNotice)
}

// renewHold finds a desk for a hold that ran out, or, where it still stands, for
// one whose desk was closed since. It keeps the hold's name, so that booking
// it again is recognized.
func (t *tx) renewHold(ctx context.Context, d *day, by Actor, b dialogs.Book, stillHeld bool) (booking.Appointment, error) {
	t.queueReadSeats(d)
	err := t.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	visit, err := d.office(t.now).VisitFor(by.audience(), b.Wishes, b.Persons)
	if err != nil {
		return booking.Appointment{}, err
	}
	a := t.draftVisit(d, by, visit, b.Start)
	a.ID, a.Claim = b.Hold, b.Hold
	placement, err := t.place(d, request(a), b.Start, b.Hold)
	if err != nil {
		return booking.Appointment{}, takenOrExpired(err, stillHeld)
	}
	t.queueDropExpired(d)
	t.queueDropHold(b.Hold)
	t.queueSwaps(placement.Swaps)
	a.Desk = placement.Desk
	return a, nil
}

// takenOrExpired says why a time is not to be had any more: a hold that ran out is to
// blame for it, and one that stood is not.
func takenOrExpired(err error, stood bool) error {
	if isRefusal(err) && !stood {
		return booking.ErrExpired
	}
	return err
}
