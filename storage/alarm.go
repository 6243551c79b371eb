package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// keepAlarms is how long a call for help is kept once it was told.
const keepAlarms = 24 * time.Hour

// raise calls colleagues for help, and tells whether the office's channel hears
// of it. One that is raised at the same desk while the last has not been told yet
// adds nothing.
func (r *records) raise(ctx context.Context, c dialogs.Alarm) (heard bool, err error) {
	if o, ok := r.town.Office(c.Office); !ok || c.Desk != "" && !o.Has(c.Desk) {
		return false, booking.ErrUnknown
	}
	r.queue(`
		INSERT INTO alarm (office, desk, by, raised_at)
		SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM alarm WHERE office = $1 AND desk = $2 AND told_at IS NULL)`,
		string(c.Office), string(c.Desk), r.by.String(), r.now)
	r.queueAudit(r.by, dialogs.AlarmRaised, map[string]any{"office": string(c.Office), "desk": string(c.Desk)})
	r.queueReadAttended(&heard, c.Office)
	err = r.send(ctx)
	return heard, err
}

// AlarmsUntold is the calls for help in an office that its staff have not been
// told of; see [dialogs.DayPosts].
func (s *Store) AlarmsUntold(ctx context.Context, office booking.OfficeID) ([]dialogs.RaisedAlarm, error) {
	if !s.files.Load().knows(office) {
		return nil, booking.ErrUnknown
	}
	rows, err := s.pool.Query(ctx, `SELECT id, desk, by, raised_at FROM alarm WHERE office = $1 AND told_at IS NULL ORDER BY id`, string(office))
	if err != nil {
		return nil, fmt.Errorf("look up alarms: %w", err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[dialogs.RaisedAlarm])
	if err != nil {
		return nil, fmt.Errorf("look up alarms: %w", err)
	}
	return all, nil
}

// AlarmTold remembers that staff were told of a call for help.
func (s *Store) AlarmTold(ctx context.Context, id int64, now time.Time) error {
	if _, err := s.pool.Exec(ctx, `UPDATE alarm SET told_at = $2 WHERE id = $1 AND office = ANY ($3)`, id, now, s.files.Load().offices); err != nil {
		return fmt.Errorf("note that an alarm was told: %w", err)
	}
	return nil
}

// queueForgetAlarms queues the deletion of calls for help that are over.
func (t *tx) queueForgetAlarms() {
	t.queue(`DELETE FROM alarm WHERE raised_at < $1`, t.now.Add(-keepAlarms))
}
