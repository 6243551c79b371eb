package storage

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// How codes are given out: few at a time, for a short time, to be tried few
// times. Whoever guesses numbers or codes gets nowhere.
const (
	codeLasts      = 15 * time.Minute
	codeTries      = 5
	askedWithin    = time.Hour
	askedPerChat   = 5
	askedPerNumber = 3
)

// askCode sends a code to the mail address of the appointment. It returns
// ErrUnknown for a number that nobody has or that is the person's own,
// ErrIncomplete where no mail can be sent, ErrOver for what is past or
// cancelled, and ErrLimit where too many codes were asked for within the hour.
func (r *records) askCode(ctx context.Context, c dialogs.AskCode) error {
	var a found
	var ofChat, ofNumber int
	r.readByNumber(&a, c.Number)
	r.queue(`
		SELECT count(*) FILTER (WHERE chat = $1), count(*) FILTER (WHERE appointment = a.id)
		FROM code LEFT JOIN appointment AS a ON a.number = $2
		WHERE asked_at > $3 AND (chat = $1 OR appointment = a.id)`,
		r.chat, string(c.Number), r.now.Add(-askedWithin),
	).QueryRow(func(row pgx.Row) error { return row.Scan(&ofChat, &ofNumber) })
	err := r.send(ctx)
	switch {
	case err != nil:
		return err
	case ofChat >= askedPerChat, ofNumber >= askedPerNumber:
		return booking.ErrLimit
	case !a.ok, a.Holder == r.by.Person:
		r.noteAsked(nil, nil)
		return booking.ErrUnknown
	case !a.Upcoming(r.now):
		r.noteAsked(nil, nil)
		return booking.ErrOver
	case a.Contact.Mail == "", r.mailer == nil:
		r.noteAsked(nil, nil)
		return booking.ErrIncomplete
	}
	code, err := r.drawCode()
	if err != nil {
		return err
	}
	id := int64(a.ID)
	r.noteAsked(&id, r.hash(a.ID, code))
	r.letters = append(r.letters, letter{to: a.Contact.Mail, lang: c.Lang, number: a.Number, code: code})
	return nil
}

// noteAsked queues the record of a question, with the code where one is sent.
func (r *records) noteAsked(appointment *int64, hash []byte) {
	r.queue(`
		INSERT INTO code (chat, appointment, hash, tries, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		r.chat, appointment, hash, codeTries, r.now, r.now.Add(codeLasts))
}

// attach makes the appointment the talking person's. It returns ErrCode for
// any other code than the one sent last for that number in that chat, and
// ErrLimit where none was sent or serves any more: it is too old, was missed
// too often or has served. That says nothing of whether there is such a number.
func (r *records) attach(ctx context.Context, c dialogs.Attach) (booking.Appointment, error) {
	var a found
	r.readByNumber(&a, c.Number)
	err := r.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	if !a.ok {
		return booking.Appointment{}, booking.ErrLimit
	}
	locks, err := r.locksOf(ctx, a.ID)
	if err != nil {
		return booking.Appointment{}, err
	}
	var hash []byte
	r.lock(locks...)
	r.readByNumber(&a, c.Number)
	r.spendTry(a.ID, &hash)
	err = r.send(ctx)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case hash == nil:
		return booking.Appointment{}, booking.ErrLimit
	case subtle.ConstantTimeCompare(hash, r.hash(a.ID, c.Code)) == 0:
		return booking.Appointment{}, booking.ErrCode
	case !a.Upcoming(r.now):
		return booking.Appointment{}, booking.ErrOver
	}
	err = r.stayed(a.Appointment, locks)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Holder, a.Updated = r.by.Person, r.now
	r.save(a.Appointment)
	r.queue(`DELETE FROM code WHERE appointment = $1`, int64(a.ID))
	r.remark(a.Appointment, r.by, wasAttached, nil)
	return a.Appointment, nil
}

// spendTry queues the look-up of the code sent last, at the cost of a try.
func (r *records) spendTry(id booking.AppointmentID, hash *[]byte) {
	r.queue(`
		UPDATE code SET tries = tries - 1
		WHERE tries > 0 AND expires_at > $3 AND id = (
			SELECT id FROM code WHERE chat = $1 AND appointment = $2 ORDER BY id DESC LIMIT 1)
		RETURNING hash`, r.chat, int64(id), r.now,
	).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			err := rows.Scan(hash)
			if err != nil {
				return err
			}
		}
		return rows.Err()
	})
}

const codes = 1_000_000

// drawCode makes a code of six digits.
func (s *Store) drawCode() (string, error) {
	var random [8]byte
	_, err := io.ReadFull(s.random, random[:])
	if err != nil {
		return "", fmt.Errorf("draw code: %w", err)
	}
	return fmt.Sprintf("%06d", binary.BigEndian.Uint64(random[:])%codes), nil
}

// hash is what is stored of a code. It serves in one chat for one appointment.
func (r *records) hash(id booking.AppointmentID, code string) []byte {
	sum := sha256.Sum256([]byte(strconv.FormatInt(r.chat, 10) + " " + strconv.FormatInt(int64(id), 10) + " " + code))
	return sum[:]
}
