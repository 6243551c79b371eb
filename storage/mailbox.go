package storage

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// mailbox identifies an address for counting in the town, without revealing it.
func (s *Store) mailbox(address string) []byte {
	key := booking.MailKey(address)
	if town := s.id; town != "" {
		key = string(town) + townMark + key
	}
	sum := sha256.Sum256([]byte(key))
	return sum[:]
}

// addressFacts is what decides whether a sender may use a mail address.
type addressFacts struct {
	booking.Named

	answered bool // somebody has used a code or link that was mailed there
	refused  bool // its owner wants no mails of what others book
	proved   bool // by this sender, today
}

// ownAddress is one whose use counts for nobody.
var ownAddress = addressFacts{Named: booking.Named{Known: true}}

// may tells whether the sender may use the address. An owner who wants no mails
// from others is asked for a proof.
func (f addressFacts) may() error {
	if f.refused && !f.proved {
		return booking.ErrAddresses
	}
	return f.MayName()
}

// addressQuery is columns of what decides whether sender $1 may use the address of
// mailbox $2, from what the sender has done since $9. It was theirs before if they,
// who are person $5, have booked under it some time ago.
const addressQuery = `
		count(DISTINCT mailbox) FILTER (WHERE what = $3 AND at > $4), count(DISTINCT mailbox) FILTER (WHERE what = $3),
		coalesce(bool_or(what = $3 AND mailbox = $2), false)
			OR EXISTS (SELECT FROM appointment WHERE holder = $5 AND mail_key = $6 AND mail_key <> '' AND created_at <= $7),
		coalesce((SELECT answered IS NOT NULL FROM mailbox WHERE mailbox = $2), false),
		coalesce((SELECT refused IS NOT NULL FROM mailbox WHERE mailbox = $2), false),
		coalesce(bool_or(what = $8 AND mailbox = $2), false)
	FROM deed WHERE sender = $1 AND at > $9`

func (t *tx) addressArgs(by Actor, address string) []any {
	return []any{
		[]byte(t.sender(by)), t.mailbox(address), string(booking.NamedAddress), t.now.Add(-time.Hour),
		int64(by.Person), booking.MailKey(address), t.now.Add(-booking.KnownAfter), string(booking.ProvedAddress),
		t.now.Add(-booking.DeedsCount),
	}
}

// columns is where the columns of addressQuery go.
func (f *addressFacts) columns() []any {
	return []any{&f.LastHour, &f.Today, &f.Known, &f.answered, &f.refused, &f.proved}
}

// uncounted tells whether nothing counts against the use of an address: there is
// none, or staff use it.
func (t *tx) uncounted(by Actor, address string) bool { return address == "" || t.sender(by) == "" }

// queueReadAddress queues the lookup of what decides whether a sender may use an
// address.
func (t *tx) queueReadAddress(f *addressFacts, by Actor, address string) {
	if t.uncounted(by, address) {
		*f = ownAddress
		return
	}
	t.queue(`SELECT `+addressQuery, t.addressArgs(by, address)...).QueryRow(func(row pgx.Row) error { return row.Scan(f.columns()...) })
}

// queueNameAddress queues that an address counts that is new to the sender.
func (t *tx) queueNameAddress(f addressFacts, by Actor, office booking.OfficeID, address string) {
	if !f.Known {
		t.queueAddressDeed(by, booking.NamedAddress, office, address)
	}
}

// queueAnswered queues that somebody reads the mails to an address.
func (t *tx) queueAnswered(address string) {
	if address != "" {
		t.queue(`
			INSERT INTO mailbox (mailbox, answered, seen) VALUES ($1, $2, $2)
			ON CONFLICT (mailbox) DO UPDATE SET answered = $2, seen = $2`, t.mailbox(address), t.now)
	}
}

// queueFollowed queues that the address of an appointment is read, if it was a
// link in a mail that somebody has just used.
func (t *tx) queueFollowed(by Actor, a booking.Appointment) {
	if by.Letter != 0 {
		t.queueAnswered(a.Contact.Mail)
	}
}

// queueRefused queues that the owner of an address wants no mails of what others
// book.
func (t *tx) queueRefused(address string) {
	if address != "" {
		t.queue(`
			INSERT INTO mailbox (mailbox, refused, seen) VALUES ($1, $2, $2)
			ON CONFLICT (mailbox) DO UPDATE SET refused = $2, seen = $2`, t.mailbox(address), t.now)
	}
}

// queueWelcome queues that mails to an address are wanted after all: the office
// books under it for its owner.
func (t *tx) queueWelcome(address string) {
	t.queue(`UPDATE mailbox SET refused = NULL WHERE mailbox = $1 AND refused IS NOT NULL`, t.mailbox(address))
}

// tidyMailboxes forgets which addresses were answered from long ago. That an
// owner wants no mails stays.
func (s *Store) tidyMailboxes(ctx context.Context, now, since time.Time) error {
	err := s.transact(ctx, now, func(t *tx) error {
		t.queue(`DELETE FROM mailbox WHERE refused IS NULL AND seen < $1`, since)
		return nil
	})
	if err != nil {
		return fmt.Errorf("forget mail addresses: %w", err)
	}
	return nil
}
