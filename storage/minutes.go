package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// changeMinutes records how long a concern takes, for what is booked from a day
// on. What is booked already keeps its length.
func (r *records) changeMinutes(ctx context.Context, c dialogs.ChangeMinutes) (id booking.OverrideID, err error) {
	file, ok := r.town.Office(c.Office)
	if !ok {
		return 0, booking.ErrUnknown
	}
	first := time.Duration(c.Minutes) * time.Minute
	if err := file.MayChangeMinutes(c.Concern, first, c.From, r.now); err != nil {
		return 0, err
	}
	before, _ := r.overrides.apply(file, c.From.At(12*60, file.Calendar.Zone)).Concern(c.Concern)
	// Under the lock of its day, so that nobody books by what held before.
	r.queueLock(lockOfDay(file.ID, c.From))
	r.queue(`
		INSERT INTO minutes_change (office, concern, since, first, further, by, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
		string(c.Office), string(c.Concern), c.From.At(0, time.UTC), c.Minutes, int(before.Further/time.Minute), r.by.String(), r.now,
	).QueryRow(func(row pgx.Row) error { return row.Scan(&id) })
	r.queueReadOverrides(&r.overrides)
	r.queueAudit(r.by, dialogs.MinutesChanged, minutesDetail(c, before))
	return id, r.send(ctx)
}

// minutesDetail is what the audit log says of a change of minutes.
func minutesDetail(c dialogs.ChangeMinutes, before booking.Concern) map[string]any {
	return map[string]any{
		"office": c.Office, "concern": c.Concern, "minutes": c.Minutes, "before": int(before.First / time.Minute),
		"day": c.From.String(),
	}
}

// restoreMinutes takes a change of minutes back.
func (r *records) restoreMinutes(ctx context.Context, c dialogs.RestoreMinutes) error {
	var gone dialogs.ChangeMinutes
	var since, at time.Time
	there := false
	r.queue(`SELECT true, office, concern, since, first, at FROM minutes_change WHERE id = $1`, int64(c.Change)).
		Query(scanAny(&there, &gone.Office, &gone.Concern, &since, &gone.Minutes, &at))
	if err := r.send(ctx); err != nil {
		return err
	}
	file, ok := r.town.Office(gone.Office)
	if !there || !ok {
		return booking.ErrUnknown
	}
	if err := r.by.Role.MayUndo(at, r.now); err != nil {
		return err
	}
	gone.From = booking.DateOf(since, time.UTC)
	r.queueLock(lockOfDay(gone.Office, gone.From))
	r.queue(`DELETE FROM minutes_change WHERE id = $1`, int64(c.Change))
	r.queueReadOverrides(&r.overrides)
	if err := r.send(ctx); err != nil {
		return err
	}
	now, _ := r.overrides.apply(file, gone.From.At(12*60, file.Calendar.Zone)).Concern(gone.Concern)
	before := now
	before.First = time.Duration(gone.Minutes) * time.Minute
	gone.Minutes = int(now.First / time.Minute)
	r.queueAudit(r.by, dialogs.MinutesBack, minutesDetail(gone, before))
	return nil
}
