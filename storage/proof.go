package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// askProof mails a code to an address that somebody says is theirs. It returns
// ErrUnknown for an office that is not there, ErrIncomplete if no mail can be
// sent, ErrLimit if too many codes were asked for or too many others have proved
// the address today, ErrAddresses if the sender names too many or the owner
// wants no mails, and ErrTooOften if the office writes to too many just now.
func (r *records) askProof(ctx context.Context, c dialogs.AskProof) error {
	office, ok := r.town.Office(c.Office)
	switch {
	case !ok:
		return booking.ErrUnknown
	case c.Mail == "", r.mailer == nil:
		return booking.ErrIncomplete
	}
	var named addressFacts
	var asked booking.Asked
	others, ofOffice := 0, 0
	r.queueLock(lockOfMail(c.Mail))
	r.queueReadAddress(&named, r.by, c.Mail)
	r.queue(`
		SELECT (SELECT count(*) FROM deed WHERE sender = $1 AND what = $2 AND at > $3),
			(SELECT count(*) FROM deed WHERE mailbox = $4 AND what = $2 AND at > $3),
			(SELECT count(*) FROM deed WHERE mailbox = $4 AND what = $2 AND at > $5),
			(SELECT count(DISTINCT sender) FROM deed WHERE mailbox = $4 AND what = $6 AND at > $5 AND sender <> $1),
			(SELECT count(DISTINCT mailbox) FROM deed WHERE office = $7 AND what = $8 AND at > $9)`,
		[]byte(r.sender(r.by)), string(booking.AskedCode), r.now.Add(-booking.CodesWithin), r.mailbox(c.Mail),
		r.now.Add(-booking.DeedsCount), string(booking.ProvedAddress), string(c.Office), string(booking.NamedAddress), r.now.Add(-time.Hour),
	).QueryRow(func(row pgx.Row) error {
		return row.Scan(&asked.OfChat, &asked.OfNumber, &asked.OfNumberToday, &others, &ofOffice)
	})
	err := r.send(ctx)
	switch {
	case err != nil:
		return err
	case asked.MayAskCode() != nil, booking.MayProve(others) != nil:
		return booking.ErrLimit
	}
	if err := named.may(); err != nil {
		return err
	}
	if !named.Known && !named.answered && office.Policy.NewAddresses > 0 && ofOffice >= office.Policy.NewAddresses {
		return booking.ErrTooOften
	}
	r.queueNameAddress(named, r.by, c.Office, c.Mail)
	r.queueAddressDeed(r.by, booking.AskedCode, c.Office, c.Mail)
	return r.mailProof(ctx, c)
}

// mailProof has the code mailed after the commit.
func (r *records) mailProof(ctx context.Context, c dialogs.AskProof) error {
	code, err := r.drawCode()
	if err != nil {
		return err
	}
	mail := codeMail{to: c.Mail, lang: c.Lang, code: code}
	r.queue(`
		INSERT INTO code (chat, mailbox, hash, tries, asked_at, expires_at) VALUES ($1, $2, $3, 0, $4, $5) RETURNING id`,
		r.chat, r.mailbox(c.Mail), hashCode(r.chat, ofNone, code), r.now, r.now.Add(booking.CodeLasts),
	).QueryRow(func(row pgx.Row) error { return row.Scan(&mail.id) })
	if err := r.send(ctx); err != nil {
		return err
	}
	r.codeMails = append(r.codeMails, mail)
	return nil
}

// ofNone stands for the appointment of a code that proves a mail address.
const ofNone booking.AppointmentID = 0

// prove records that the sender reads the mails to an address. It returns
// ErrCode for a wrong code, and ErrLimit if there is none to try.
func (r *records) prove(ctx context.Context, c dialogs.Prove) error {
	if _, ok := r.town.Office(c.Office); !ok {
		return booking.ErrUnknown
	}
	var known knownCode
	r.queue(`
		UPDATE code SET tries = tries - 1
		WHERE tries > 0 AND expires_at > $3 AND id = (SELECT max(id) FROM code WHERE chat = $1 AND mailbox = $2)
		RETURNING chat, hash`, r.chat, r.mailbox(c.Mail), r.now,
	).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(&known.chat, &known.hash); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	err := r.send(ctx)
	switch {
	case err != nil:
		return err
	case known.hash == nil:
		return booking.ErrLimit
	case !known.is(ofNone, c.Code):
		return booking.ErrCode
	}
	r.queue(`DELETE FROM code WHERE chat = $1 AND mailbox = $2`, r.chat, r.mailbox(c.Mail))
	r.queueAddressDeed(r.by, booking.ProvedAddress, c.Office, c.Mail)
	r.queue(`UPDATE person SET proved = $2 WHERE id = $1`, int64(r.by.Person), r.mailbox(c.Mail))
	r.queueAnswered(c.Mail)
	return nil
}
