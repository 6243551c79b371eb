package storage

import (
	"cmp"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

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
	a, asked, given, err := r.readForCode(ctx, c.Number)
	switch {
	case err != nil:
		return false, err
	case asked.MayAskCode() != nil:
		return false, booking.ErrLimit
	case a.ok && a.IsTicket():
		return false, booking.ErrTicket
	case !a.ok, a.Holder == r.by.Person:
		err = booking.ErrUnknown
	case !a.Upcoming(r.now):
		err = booking.ErrOver
	case given:
		return true, nil
	case a.Contact.Mail == "", r.mailer == nil:
		err = booking.ErrIncomplete
	}
	if err != nil {
		r.queueDeed(r.by, booking.AskedCode, a.Office, 0)
		return false, err
	}
	r.queueDeed(r.by, booking.AskedCode, a.Office, a.ID)
	return false, r.mailCode(ctx, a.Appointment, c.Lang)
}

// readForCode finds an appointment by its number under the lock of its day, how
// often codes were asked for, and whether a clerk has read one out.
func (r *records) readForCode(ctx context.Context, number booking.Number) (a found, asked booking.Asked, given bool, err error) {
	r.queueReadByNumber(&a, number)
	if err := r.send(ctx); err != nil {
		return a, asked, false, err
	}
	if a.ok {
		locks, err := r.locksOf(ctx, a.ID)
		if err != nil {
			return a, asked, false, err
		}
		r.queueLock(locks...)
	}
	r.queue(`
		SELECT (SELECT count(*) FROM deed WHERE sender = $1 AND what = $2 AND at > $3),
			(SELECT count(*) FROM deed WHERE about = $4 AND what = $2 AND at > $3),
			(SELECT count(*) FROM deed WHERE about = $4 AND what = $2 AND at > $5),
			EXISTS (SELECT FROM code WHERE appointment = $4 AND chat IS NULL AND tries > 0 AND expires_at > $6)`,
		[]byte(r.sender(r.by)), string(booking.AskedCode), r.now.Add(-booking.CodesWithin), int64(a.ID),
		r.now.Add(-booking.DeedsCount), r.now,
	).QueryRow(func(row pgx.Row) error {
		return row.Scan(&asked.OfChat, &asked.OfNumber, &asked.OfNumberToday, &given)
	})
	return a, asked, given, r.send(ctx)
}

// mailCode has a code mailed after the commit. Until the mail server has taken
// it there is nothing to try.
func (r *records) mailCode(ctx context.Context, a booking.Appointment, lang string) error {
	code, err := r.drawCode()
	if err != nil {
		return err
	}
	mail := codeMail{to: a.Contact.Mail, lang: lang, number: a.Number, code: code}
	r.queue(`
		INSERT INTO code (chat, appointment, hash, tries, asked_at, expires_at) VALUES ($1, $2, $3, 0, $4, $5) RETURNING id`,
		r.chat, int64(a.ID), hashCode(r.chat, a.ID, code), r.now, r.now.Add(booking.CodeLasts),
	).QueryRow(func(row pgx.Row) error { return row.Scan(&mail.id) })
	if err := r.send(ctx); err != nil {
		return err
	}
	r.codeMails = append(r.codeMails, mail)
	return nil
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
// reveal whether the number exists. It returns ErrTooOften and ErrDayLimit if
// codes for the number were guessed in any chats, and only a clerk's code counts.
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
	codes, barred, err := r.spendTry(ctx, &a, c.Number, locks)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case len(codes) == 0:
		return booking.Appointment{}, cmp.Or(barred, booking.ErrLimit)
	case !slices.ContainsFunc(codes, func(k knownCode) bool { return k.is(a.ID, c.Code) }):
		r.queueDeed(r.by, booking.GuessedCode, a.Office, a.ID)
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
	r.queueAnswered(a.Contact.Mail)
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

// spendTry reads the appointment under its locks, and the codes that are valid in
// this chat, and uses up one try of each. barred is why no code that was mailed
// can be tried now.
func (r *records) spendTry(
	ctx context.Context, a *found, number booking.Number, locks []lock,
) (codes []knownCode, barred, err error) {
	var wrong booking.Guesses
	var mailed bool // a code that could be tried
	r.queueLock(locks...)
	r.queueReadByNumber(a, number)
	r.queue(`
		SELECT count(*), coalesce(max(at), $4), EXISTS (
			SELECT FROM code WHERE tries > 0 AND expires_at > $5 AND id = (
				SELECT max(id) FROM code WHERE chat = $6 AND appointment = $1))
		FROM deed WHERE about = $1 AND what = $2 AND at > $3`,
		int64(a.ID), string(booking.GuessedCode), r.now.Add(-booking.DeedsCount), time.Time{}, r.now, r.chat,
	).QueryRow(func(row pgx.Row) error { return row.Scan(&wrong.Many, &wrong.Last, &mailed) })
	if err := r.send(ctx); err != nil {
		return nil, nil, err
	}
	if mailed {
		barred = wrong.MayGuess(r.now)
	}
	r.queueSpendTry(a.ID, barred == nil, &codes)
	return codes, barred, r.send(ctx)
}

// queueSpendTry queues the lookup of the codes that are valid in this chat, those
// that were mailed only if mailed is true, and uses up one try of each.
func (r *records) queueSpendTry(id booking.AppointmentID, mailed bool, codes *[]knownCode) {
	r.queue(`
		UPDATE code SET tries = tries - 1
		WHERE tries > 0 AND expires_at > $3 AND id IN (
			SELECT max(id) FROM code WHERE (chat = $1 AND $4 OR chat IS NULL) AND appointment = $2 GROUP BY chat)
		RETURNING coalesce(chat, 0), hash`, r.chat, int64(id), r.now, mailed,
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
