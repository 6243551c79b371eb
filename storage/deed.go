package storage

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// readSeal reads the key of the hashes by which senders are counted.
func (s *Store) readSeal(ctx context.Context) error {
	err := s.pool.QueryRow(ctx, `SELECT key FROM seal`).Scan(&s.seal)
	if err != nil {
		return fmt.Errorf("open database: read the key of the senders: %w", err)
	}
	return nil
}

// senderOf is the sender of a chat, for counting. It does not tell whose chat it
// is, and is the same after everything about the person was erased.
func (s *Store) senderOf(chat dialogs.Chat) string {
	chat = s.stored(chat)
	return s.sealed("chat " + chat.Channel + " " + chat.Address)
}

// sender is who a deed of the actor's counts for; empty for staff, who have no
// limits. A link in a mail counts for its appointment.
func (s *Store) sender(by Actor) string {
	switch {
	case by.Staff != "":
		return ""
	case by.Sender != "":
		return by.Sender
	case by.Letter != 0:
		return s.sealed("letter " + strconv.FormatInt(int64(by.Letter), 10))
	}
	return s.sealed("person " + strconv.FormatInt(int64(by.Person), 10))
}

// sealed is a hash that only this installation can make.
func (s *Store) sealed(text string) string {
	mac := hmac.New(sha256.New, s.seal)
	mac.Write([]byte(text))
	return string(mac.Sum(nil))
}

// deeds is how often a sender did what within a day.
type deeds map[booking.Deed]int

// deedsOf counts deeds.
func deedsOf(all []booking.Deed) deeds {
	times := deeds{}
	for _, what := range all {
		times[what]++
	}
	return times
}

// queueReadDeeds queues the lookup of what a sender has done within a day. The
// lock on the chat keeps the count true until the turn ends.
func (t *tx) queueReadDeeds(to *deeds, by Actor) {
	*to = deeds{}
	sender := t.sender(by)
	if sender == "" {
		return
	}
	t.queue(`SELECT what, count(*) FROM deed WHERE sender = $1 AND at > $2 GROUP BY what`,
		[]byte(sender), t.now.Add(-booking.DeedsCount)).Query(func(rows pgx.Rows) error {
		var what booking.Deed
		var many int
		_, err := pgx.ForEachRow(rows, []any{&what, &many}, func() error {
			(*to)[what] = many
			return nil
		})
		return err
	})
}

// may tells whether a sender may do something once more.
func (d deeds) may(what booking.Deed) error { return booking.MayDo(what, d[what]) }

// queueDeed queues that a deed counts. about is the appointment it is about; 0:
// none.
func (t *tx) queueDeed(by Actor, what booking.Deed, office booking.OfficeID, about booking.AppointmentID) {
	if sender := t.sender(by); sender != "" {
		t.queue(`INSERT INTO deed (sender, what, office, about, at) VALUES ($1, $2, $3, nullif($4::bigint, 0), $5)`,
			[]byte(sender), string(what), string(office), int64(about), t.now)
	}
}

// queueAddressDeed queues that a deed about a mail address counts.
func (t *tx) queueAddressDeed(by Actor, what booking.Deed, office booking.OfficeID, address string) {
	if sender := t.sender(by); sender != "" && address != "" {
		t.queue(`INSERT INTO deed (sender, what, office, mailbox, at) VALUES ($1, $2, $3, $4, $5)`,
			[]byte(sender), string(what), string(office), t.mailbox(address), t.now)
	}
}

// TidyDeeds deletes deeds that count no more.
func (s *Store) TidyDeeds(ctx context.Context, now time.Time) error {
	err := s.transact(ctx, now, func(t *tx) error {
		t.queue(`DELETE FROM deed WHERE at <= $1`, t.now.Add(-booking.DeedsCount))
		return nil
	})
	if err != nil {
		return fmt.Errorf("tidy deeds: %w", err)
	}
	return nil
}
