package storage

import (
	"slices"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// limits is what must be known before something is booked.
type limits struct {
	number    booking.Number // drawn for it
	ofPerson  int            // appointments ahead
	underMail int
	overrides overrides // by staff
	deeds     deeds     // of the sender within a day
	address   addressFacts
}

// mayBook tells whether the public may book once more.
func (s limits) mayBook(policy booking.Policy) error {
	err := policy.Admits(s.ofPerson, s.underMail)
	if err == nil {
		err = s.deeds.may(booking.BookedTime)
	}
	if err == nil {
		err = s.address.may()
	}
	return err
}

// locksOfLimits locks the person and the mail address, so that no other booking
// of theirs is counted at the same time.
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

// limitsQuery reads all limits at once, and what the sender has done in one pass: every
// booking asks for them.
const limitsQuery = `
	SELECT (SELECT version FROM laid),
		(SELECT count(*) FROM appointment WHERE holder = $5 AND state = 'confirmed' AND starts > $10),
		(SELECT array_agg(office) FROM appointment WHERE mail_key = $6 AND mail_key <> '' AND state = 'confirmed' AND starts > $10),
		array_agg(what),` + addressQuery

// queueReadLimits queues the lookup of what the person, the sender and the mail address
// have already, and draws a number.
func (t *tx) queueReadLimits(s *limits, by Actor, mail string) error {
	t.queue(limitsQuery, append(t.addressArgs(by, mail), t.now)...).QueryRow(func(row pgx.Row) error {
		var version int64
		var at []booking.OfficeID // a few, where all that the town knows may be thousands
		var did []booking.Deed
		err := row.Scan(append([]any{&version, &s.ofPerson, &at, &did}, s.address.columns()...)...)
		t.asOf(version, &s.overrides)
		s.underMail = len(slices.DeleteFunc(at, func(id booking.OfficeID) bool { return !t.knows(id) }))
		s.deeds = deedsOf(did)
		if t.uncounted(by, mail) {
			s.address = ownAddress
		}
		return err
	})
	number, err := t.drawNumber()
	s.number = number
	return err
}
