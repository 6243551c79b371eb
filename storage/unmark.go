package storage

import (
	"context"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// unmark takes back that somebody came, is done with, or counts as missed. Nobody was told that they came, so that
// is taken back by any clerk for as long as the day lasts. It returns ErrTaken where another is called to the desk by now.
func (t *tx) unmark(ctx context.Context, by Actor, c dialogs.Unmark) (booking.Appointment, error) {
	var missed bool
	var seated int
	a, err := t.take(ctx, by, c.Appointment, func() { t.queueReadUnmarked(&missed, &seated, c.Appointment) })
	if err != nil {
		return booking.Appointment{}, err
	}
	office, ok := t.town.Office(a.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	back, err := office.Unmark(a, c.Mark, missed, t.now)
	switch {
	case err != nil || back.State == a.State: // done before
		return back, err
	case back.State == booking.Called && seated > 0:
		return booking.Appointment{}, booking.ErrTaken
	case c.Mark != booking.CheckedIn:
		err = by.Role.MayUndo(a.Updated, t.now)
	}
	if err == nil && c.Mark == booking.Missed && back.State != booking.Called { // the time may have been given to somebody else
		back, err = t.reseatArrived(ctx, back)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(back)
	t.queueHistory(back, by, dialogs.WasUnmarked(c.Mark), nil)
	if c.Mark == booking.Missed {
		return back, t.correct(ctx, back, booking.MissedNotice, booking.UnmissedNotice)
	}
	return back, nil
}

// queueReadUnmarked queues whether an appointment counted as missed before its holder came, and how many others are
// called to its desk.
func (t *tx) queueReadUnmarked(missed *bool, seated *int, id booking.AppointmentID) {
	t.queue(`
		SELECT count(*) FILTER (WHERE what = $2) > count(*) FILTER (WHERE what = $3) FROM history WHERE appointment = $1`,
		int64(id), dialogs.WasMissed, dialogs.WasUnmissed).QueryRow(func(row pgx.Row) error { return row.Scan(missed) })
	t.queue(`
		SELECT count(*) FROM appointment a JOIN appointment b USING (office, desk)
		WHERE a.id = $1 AND b.id <> a.id AND b.state = 'called' AND b.starts > a.starts - interval '1 day' AND b.starts < a.starts + interval '1 day'`,
		int64(id)).QueryRow(func(row pgx.Row) error { return row.Scan(seated) })
}

// correct plans to tell what holds instead, where something was told by mistake: only where that has
// arrived. What has not gone out yet does not hold any more, and is not sent.
func (t *tx) correct(ctx context.Context, a booking.Appointment, told, instead booking.NoticeKind) error {
	return t.plan(ctx, `
		INSERT INTO notice (appointment, kind, sequence, channel, address, due)
		SELECT DISTINCT n.appointment, $3, n.sequence, n.channel, n.address, $4::timestamptz FROM notice n
		WHERE n.appointment = $1 AND n.kind = $2 AND n.sequence = $5 AND n.outcome = 'sent' AND NOT EXISTS (
			SELECT FROM notice c
			WHERE c.appointment = n.appointment AND c.kind = $3 AND c.channel = n.channel AND c.address = n.address AND c.due > n.due)
		RETURNING id, kind, due`,
		int64(a.ID), string(told), string(instead), t.now, a.Sequence)
}
