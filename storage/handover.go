package storage

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// mostLines is how many lines a person writes to staff within an hour at most.
const mostLines = 120

// queueReadReach queues the lookup of which staff can be reached in the chat, and
// whether they hold its talk.
func (r *records) queueReadReach(to **dialogs.Reach) {
	reach := &dialogs.Reach{}
	*to = reach
	r.queue(`SELECT office FROM counter WHERE at > $1 AND office = ANY ($2) ORDER BY office`, r.now.Add(-dialogs.AttendedFor), r.offices).Query(func(rows pgx.Rows) (err error) {
		reach.Offices, err = pgx.CollectRows(rows, pgx.RowTo[booking.OfficeID])
		return err
	})
	r.queue(`
		SELECT office, (
				SELECT count(*) FROM handover b
				WHERE b.office = h.office AND b.id < h.id AND b.ended_at IS NULL AND b.answered_at IS NULL),
			answered_at IS NOT NULL
		FROM handover h WHERE chat = $1 AND ended_at IS NULL`, r.chat).Query(func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[dialogs.HeldTalk])
		if len(all) > 0 {
			reach.Talk = &all[0]
		}
		return err
	})
}

// queueReadAttended queues the lookup of whether the channel of an office's staff
// is connected.
func (r *records) queueReadAttended(attended *bool, office booking.OfficeID) {
	r.queue(`SELECT EXISTS (SELECT FROM counter WHERE office = $1 AND at > $2)`, string(office), r.now.Add(-dialogs.AttendedFor)).
		QueryRow(func(row pgx.Row) error { return row.Scan(attended) })
}

// handOver has staff hold the talk. It returns ErrUnknown if they cannot be
// reached, and ErrTooOften if the person asked for them too often.
func (r *records) handOver(ctx context.Context, c dialogs.HandOver) error {
	var attended, held bool
	var done deeds
	r.queueReadAttended(&attended, c.Office)
	r.queue(`SELECT EXISTS (SELECT FROM handover WHERE chat = $1 AND ended_at IS NULL)`, r.chat).
		QueryRow(func(row pgx.Row) error { return row.Scan(&held) })
	r.queueReadDeeds(&done, r.by)
	if err := r.send(ctx); err != nil {
		return err
	}
	switch {
	case held:
		return nil
	case !attended, !r.knows(c.Office):
		return booking.ErrUnknown
	}
	if err := done.may(booking.AskedStaff); err != nil {
		return err
	}
	r.queueDeed(r.by, booking.AskedStaff, c.Office, 0)
	concerns := make([]string, len(c.Concerns))
	for i, id := range c.Concerns {
		concerns[i] = string(id)
	}
	r.queue(`
		INSERT INTO handover (office, chat, network, lang, concerns, place, opened_at)
		SELECT $1, $2, $3, $4, $5, count(*), $6 FROM handover WHERE office = $1 AND ended_at IS NULL AND answered_at IS NULL`,
		string(c.Office), r.chat, r.by.Channel, c.Lang, concerns, r.now)
	return nil
}

// relay passes on what the person typed. It returns ErrUnknown if nobody holds
// the talk any more, and ErrTooOften if the person writes too much.
func (r *records) relay(ctx context.Context, c dialogs.Relay) error {
	var id, lines int64
	r.queue(`
		SELECT h.id, (SELECT count(*) FROM handover_line l WHERE l.handover = h.id AND l.kind = 'citizen' AND l.at > $2)
		FROM handover h WHERE h.chat = $1 AND h.ended_at IS NULL FOR NO KEY UPDATE`, r.chat, r.now.Add(-booking.HoldsWithin)).
		Query(func(rows pgx.Rows) error {
			_, err := pgx.ForEachRow(rows, []any{&id, &lines}, func() error { return nil })
			return err
		})
	if err := r.send(ctx); err != nil {
		return fmt.Errorf("find the talk with staff: %w", err)
	}
	switch {
	case id == 0:
		return booking.ErrUnknown
	case lines >= mostLines:
		return booking.ErrTooOften
	}
	r.queue(`INSERT INTO handover_line (handover, kind, text, at) VALUES ($1, 'citizen', $2, $3)`, id, c.Text, r.now)
	return nil
}

// takeBack ends the talk with staff, by the person's wish. It returns ErrUnknown if
// there is none.
func (r *records) takeBack(ctx context.Context) error {
	var ended int64
	r.queue(`
		WITH over AS (UPDATE handover SET ended_at = $2 WHERE chat = $1 AND ended_at IS NULL RETURNING id)
		INSERT INTO handover_line (handover, kind, at) SELECT id, 'left', $2 FROM over RETURNING handover`, r.chat, r.now).
		Query(func(rows pgx.Rows) error {
			_, err := pgx.ForEachRow(rows, []any{&ended}, func() error { return nil })
			return err
		})
	if err := r.send(ctx); err != nil {
		return fmt.Errorf("end the talk with staff: %w", err)
	}
	if ended == 0 {
		return booking.ErrUnknown
	}
	return nil
}
