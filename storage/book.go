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
	return s.alone(ctx, now, func(w *work) (booking.Appointment, error) { return w.book(ctx, by, b) })
}

// standing is what has to be known before something is booked.
type standing struct {
	number    booking.Number // drawn for it
	ofPerson  int            // appointments ahead
	underMail int
	laid      overrides // by staff
}

func (w *work) book(ctx context.Context, by Actor, b dialogs.Book) (booking.Appointment, error) {
	d, err := w.aim(b.Office, b.Start)
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
	var stands standing
	w.lock(append(locksOfLimits(by, b.Contact.Mail), w.lockToConfirm(d))...)
	err = w.readStanding(&stands, by, b.Contact.Mail)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.readByID(&hold, b.Hold)
	err = w.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	d.laid = stands.laid
	if hold.ok && (hold.State != booking.Held || hold.Moves() || !by.owns(hold.Appointment)) {
		return bookedBefore(hold.Appointment, by)
	}
	if by.audience() == booking.Public {
		err = d.office(w.now).Policy.Admits(stands.ofPerson, stands.underMail)
		if err != nil {
			return booking.Appointment{}, err
		}
	}
	return w.confirm(ctx, d, by, b, hold, stands.number)
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

// readStanding queues the look-up of what by has ahead, under a mail address
// too, and draws a number.
func (w *work) readStanding(s *standing, by Actor, mail string) error {
	w.queue(`SELECT
			(SELECT version FROM laid),
			(SELECT count(*) FROM appointment WHERE holder = $1 AND state = 'confirmed' AND starts > $3),
			(SELECT count(*) FROM appointment WHERE mail_key = $2 AND mail_key <> '' AND state = 'confirmed' AND starts > $3)`,
		int64(by.Person), booking.MailKey(mail), w.now,
	).QueryRow(func(row pgx.Row) error {
		var version int64
		err := row.Scan(&version, &s.ofPerson, &s.underMail)
		w.asOf(version, &s.laid)
		return err
	})
	number, err := w.draw()
	s.number = number
	return err
}

// lockToConfirm is what keeps the day as it is. To confirm a hold changes nothing in
// who sits where, so those who do share the day, and people who book at the
// same time need not queue. Where it turns out that the hold has to be renewed,
// the work is done anew with the day locked.
func (w *work) lockToConfirm(d *day) lock {
	l := d.lock()
	l.shared = w.attempt == 1
	return l
}

// confirm books the hold where it still stands, and otherwise its time anew.
func (w *work) confirm(
	ctx context.Context, d *day, by Actor, b dialogs.Book, hold found, number booking.Number,
) (booking.Appointment, error) {
	stands := hold.ok && !hold.Ran(w.now)
	if stands && !hold.Span.Start.Equal(b.Start) {
		return booking.Appointment{}, booking.ErrExpired
	}
	a := hold.Appointment
	renewed := !stands || !d.serves(a, w.now)
	var err error
	if renewed && w.attempt == 1 {
		w.again, err = true, errShared
	} else if renewed {
		a, err = w.renew(ctx, d, by, b, stands)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Confirm(number, b.Contact, w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Lang = b.Lang
	if renewed {
		w.insert(a, "")
	} else {
		w.saveConfirmed(a)
	}
	w.remarkBooked(a, by)
	return a, w.tell(ctx, a, booking.BookedNotice)
}

// renew finds a desk for a hold that ran out, or, where it still stands, for
// one whose desk was closed since. It keeps the hold's name, so that booking
// it again is recognized.
func (w *work) renew(ctx context.Context, d *day, by Actor, b dialogs.Book, stands bool) (booking.Appointment, error) {
	w.readSeats(d)
	err := w.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	visit, err := d.office(w.now).VisitFor(by.audience(), b.Wishes, b.Persons)
	if err != nil {
		return booking.Appointment{}, err
	}
	a := w.draftVisit(d, by, visit, b.Start)
	a.ID, a.Claim = b.Hold, b.Hold
	placement, err := w.place(d, request(a), b.Start, b.Hold)
	if err != nil {
		return booking.Appointment{}, tooLate(err, stands)
	}
	w.clear(d)
	w.drop(b.Hold)
	w.swap(placement.Swaps)
	a.Desk = placement.Desk
	return a, nil
}

// tooLate says why a time is not to be had any more: a hold that ran out is to
// blame for it, and one that stood is not.
func tooLate(err error, stood bool) error {
	if refused(err) && !stood {
		return booking.ErrExpired
	}
	return err
}
