package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

const (
	// trailShown is how much of the trail a lead sees.
	trailShown = 50
	// keepTrail is how long it is kept who of the staff did what.
	keepTrail = 366 * 24 * time.Hour
)

// note queues an entry in the trail, for what is about no appointment. Nothing
// of a citizen goes in.
func (w *work) note(by Actor, what string, detail map[string]any) {
	w.queue(`INSERT INTO trail (at, actor, what, detail) VALUES ($1, $2, $3, $4)`, w.now, by.String(), what, detail)
}

// readTrail queues the look-up of what staff did lately, to appointments and
// otherwise.
func (w *work) readTrail(all *[]dialogs.AuditEntry) {
	w.readActs(all, `
		(SELECT h.at, h.actor, h.what, coalesce(a.number, ''), h.detail FROM history h JOIN appointment a ON a.id = h.appointment
			WHERE h.staff ORDER BY h.at DESC, h.id DESC LIMIT $1)
		UNION ALL
		(SELECT at, actor, what, '', detail FROM trail ORDER BY at DESC, id DESC LIMIT $1)
		ORDER BY at DESC LIMIT $1`, trailShown)
}

// readHistory queues the look-up of all that was done to an appointment.
func (w *work) readHistory(all *[]dialogs.AuditEntry, appointment int64) {
	w.readActs(all, `
		SELECT h.at, h.actor, h.what, coalesce(a.number, ''), h.detail FROM history h JOIN appointment a ON a.id = h.appointment
		WHERE h.appointment = $1 ORDER BY h.id`, appointment)
}

func (w *work) readActs(all *[]dialogs.AuditEntry, query string, args ...any) {
	w.queue(query, args...).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (a dialogs.AuditEntry, err error) {
			err = row.Scan(&a.At, &a.By, &a.What, &a.Number, &a.Detail)
			return a, err
		})
		return err
	})
}

// eraseTrail queues that nobody can tell any more who of the staff did what
// long ago.
func (w *work) eraseTrail() {
	since := w.now.Add(-keepTrail)
	w.queue(`DELETE FROM trail WHERE at < $1`, since)
	w.queue(`UPDATE history SET actor = 'erased', staff = false WHERE staff AND at < $1`, since)
}
