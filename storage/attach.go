package storage

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// askCode mails a code to the address of the appointment, unless a clerk has
// just read one out. It returns ErrUnknown for a number that does not exist or
// is the person's own, ErrIncomplete if no mail can be sent, ErrOver for an
// appointment that is past or cancelled, and ErrLimit if too many codes were
// requested within the hour.
func (r *records) askCode(ctx context.Context, c dialogs.AskCode) (readOut bool, err error) {
	var a found
	var ofChat, ofNumber, given int
	r.queueReadByNumber(&a, c.Number)
	r.queue(`
		SELECT count(*) FILTER (WHERE chat = $1), count(*) FILTER (WHERE appointment = a.id AND chat IS NOT NULL),
			count(*) FILTER (WHERE chat IS NULL AND tries > 0 AND expires_at > $4)
		FROM code LEFT JOIN appointment AS a ON a.number = $2
		WHERE asked_at > $3 AND (chat = $1 OR appointment = a.id)`,
		r.chat, string(c.Number), r.now.Add(-booking.CodesWithin), r.now,
	).QueryRow(func(row pgx.Row) error { return row.Scan(&ofChat, &ofNumber, &given) })
	err = r.send(ctx)
	switch {
	case err != nil:
		return false, err
	case booking.MayAskCode(ofChat, ofNumber) != nil:
		return false, booking.ErrLimit
	case !a.ok, a.Holder == r.by.Person:
		r.queueCodeAsked(nil, nil)
		return false, booking.ErrUnknown
	case !a.Upcoming(r.now):
		r.queueCodeAsked(nil, nil)
		return false, booking.ErrOver
	case given > 0:
		return true, nil
	case a.Contact.Mail == "", r.mailer == nil:
		r.queueCodeAsked(nil, nil)
		return false, booking.ErrIncomplete
	}
	code, err := r.drawCode()
	if err != nil {
		return false, err
	}
	id := int64(a.ID)
	r.queueCodeAsked(&id, hashCode(r.chat, a.ID, code))
	r.codeMails = append(r.codeMails, codeMail{to: a.Contact.Mail, lang: c.Lang, number: a.Number, code: code})
	return false, nil
}

// queueCodeAsked queues the record of a request, with the hash of the code if
// one is sent.
func (r *records) queueCodeAsked(appointment *int64, hash []byte) {
	r.queue(`
		INSERT INTO code (chat, appointment, hash, tries, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		r.chat, appointment, hash, booking.CodeTries, r.now, r.now.Add(booking.CodeLasts))
}

// giveCode makes a code for a clerk to read out. It replaces the one given out
// before and works in any chat. It returns ErrOver if the appointment is past
// or cancelled.
func (r *records) giveCode(ctx context.Context, c dialogs.GiveCode) (booking.Appointment, string, error) {
	a, err := r.take(ctx, r.by, c.Appointment, func() {})
	if err == nil && !a.Upcoming(r.now) {
		err = booking.ErrOver
	}
	if err != nil {
		return booking.Appointment{}, "", err
	}
	code, err := r.drawCode()
	if err != nil {
		return booking.Appointment{}, "", err
	}
	r.queue(`DELETE FROM code WHERE chat IS NULL AND appointment = $1`, int64(a.ID))
	r.queue(`INSERT INTO code (appointment, hash, tries, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
		int64(a.ID), hashCode(anyChat, a.ID, code), booking.CodeTries, r.now, r.now.Add(booking.CodeLasts))
	r.queueHistory(a, r.by, dialogs.WasGivenCode, nil)
	return a, code, nil
}

// attach links the appointment to the person of the chat. It returns ErrCode
// for any code but the one sent last for that number in that chat, or the one
// read out by a clerk. It returns ErrLimit if there is no valid code: none was
// requested, or it expired, was tried too often or was used. That does not
// reveal whether the number exists.
func (r *records) attach(ctx context.Context, c dialogs.Attach) (booking.Appointment, error) {
	var a found
	r.queueReadByNumber(&a, c.Number)
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
	var codes []knownCode
	r.queueLock(locks...)
	r.queueReadByNumber(&a, c.Number)
	r.queueSpendTry(a.ID, &codes)
	err = r.send(ctx)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case len(codes) == 0:
		return booking.Appointment{}, booking.ErrLimit
	case !slices.ContainsFunc(codes, func(k knownCode) bool { return k.is(a.ID, c.Code) }):
		return booking.Appointment{}, booking.ErrCode
	case !a.Upcoming(r.now):
		return booking.Appointment{}, booking.ErrOver
	}
	err = r.checkNotMoved(a.Appointment, locks)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Holder, a.Updated = r.by.Person, r.now
	r.queueSave(a.Appointment)
	r.queue(`UPDATE wait SET person = $2 WHERE appointment = $1`, int64(a.ID), int64(a.Holder))
	r.queue(`DELETE FROM code WHERE appointment = $1`, int64(a.ID))
	r.queueHistory(a.Appointment, r.by, dialogs.WasAttached, nil)
	return a.Appointment, nil
}

// knownCode is what is stored of a code.
type knownCode struct {
	chat int64 // anyChat: a clerk read it out
	hash []byte
}

func (k knownCode) is(id booking.AppointmentID, code string) bool {
	return subtle.ConstantTimeCompare(k.hash, hashCode(k.chat, id, code)) == 1
}

// queueSpendTry queues the lookup of the codes that are valid in this chat, and
// uses up one try of each.
func (r *records) queueSpendTry(id booking.AppointmentID, codes *[]knownCode) {
	r.queue(`
		UPDATE code SET tries = tries - 1
		WHERE tries > 0 AND expires_at > $3 AND id IN (
			SELECT max(id) FROM code WHERE (chat = $1 OR chat IS NULL) AND appointment = $2 GROUP BY chat)
		RETURNING coalesce(chat, 0), hash`, r.chat, int64(id), r.now,
	).Query(func(rows pgx.Rows) error {
		*codes = nil
		for rows.Next() {
			var k knownCode
			if err := rows.Scan(&k.chat, &k.hash); err != nil {
				return err
			}
			*codes = append(*codes, k)
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

// anyChat stands for the chat of a code that works in any.
const anyChat = 0

// hashCode is what is stored of a code. It is valid in one chat for one
// appointment.
func hashCode(chat int64, id booking.AppointmentID, code string) []byte {
	sum := sha256.Sum256([]byte(strconv.FormatInt(chat, 10) + " " + strconv.FormatInt(int64(id), 10) + " " + code))
	return sum[:]
}
