package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

const (
	// auditShown is how many entries a lead sees.
	auditShown = 50
	// keepAudit is how long entries are kept.
	keepAudit = 366 * 24 * time.Hour
)

// queueAudit queues an entry in the audit log, for what is about no
// appointment. It must contain nothing about a citizen.
func (t *tx) queueAudit(by Actor, what string, detail map[string]any) {
	t.queue(`INSERT INTO trail (at, actor, what, detail, town) VALUES ($1, $2, $3, $4, $5)`, t.now, by.entry(), what, detail, t.townName())
}

// queueReadAudit queues the lookup of what staff did lately, to appointments
// and otherwise.
func (t *tx) queueReadAudit(all *[]dialogs.AuditEntry) {
	t.queueReadAuditEntries(all, `
		(SELECT h.at, h.actor, h.what, coalesce(a.number, ''), h.detail FROM history h JOIN appointment a ON a.id = h.appointment
			WHERE h.staff AND a.office = ANY ($2) ORDER BY h.at DESC, h.id DESC LIMIT $1)
		UNION ALL
		(SELECT at, actor, what, '', detail FROM trail WHERE town = $3 ORDER BY at DESC, id DESC LIMIT $1)
		ORDER BY at DESC LIMIT $1`, auditShown, t.offices, t.townName())
}

// queueReadHistory queues the lookup of everything done to an appointment.
func (t *tx) queueReadHistory(all *[]dialogs.AuditEntry, appointment int64) {
	t.queueReadAuditEntries(all, `
		SELECT h.at, h.actor, h.what, coalesce(a.number, ''), h.detail FROM history h JOIN appointment a ON a.id = h.appointment
		WHERE h.appointment = $1 ORDER BY h.id`, appointment)
}

func (t *tx) queueReadAuditEntries(all *[]dialogs.AuditEntry, query string, args ...any) {
	t.queue(query, args...).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (a dialogs.AuditEntry, err error) {
			var by string
			err = row.Scan(&a.At, &by, &a.What, &a.Number, &a.Detail)
			a.By, a.Account = actorIn(by)
			return a, err
		})
		return err
	})
}

// queueEraseAudit queues the removal of names of staff from what they did long
// ago.
func (t *tx) queueEraseAudit() {
	since := t.now.Add(-keepAudit)
	t.queue(`DELETE FROM trail WHERE at < $1`, since)
	t.queue(`UPDATE history SET actor = 'erased', staff = false WHERE staff AND at < $1`, since)
}
