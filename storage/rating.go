package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

var _ dialogs.Ratings = (*Store)(nil)

// keepRatingLines is how long lines on visits are kept. They may hold names.
const keepRatingLines = 366 * 24 * time.Hour

// askRating plans the question how a visit was, unless the office does not ask or
// it was asked before.
func (t *tx) askRating(ctx context.Context, a booking.Appointment) error {
	office, ok := t.town.Office(a.Office)
	if !ok || !office.Policy.Rating {
		return nil
	}
	var asked bool
	t.queue(`SELECT EXISTS (SELECT FROM notice WHERE appointment = $1 AND kind = $2 AND outcome IS DISTINCT FROM 'void')`, int64(a.ID), string(booking.RatingNotice)).
		QueryRow(func(row pgx.Row) error { return row.Scan(&asked) })
	if err := t.send(ctx); err != nil || asked {
		return err
	}
	return t.tell(ctx, a, booking.RatingNotice)
}

// rate rates one of the person's visits.
func (r *records) rate(ctx context.Context, c dialogs.Rate) error {
	return r.rateOnce(ctx, `holder = $1 AND id = $2`, c.Stars, "", int64(r.by.Person), int64(c.Appointment))
}

// comment adds a line on a visit. It returns ErrUnknown for one of no office.
func (r *records) comment(c dialogs.Comment) error {
	office, ok := r.town.Office(c.Office)
	if !ok || c.Stars < 1 || c.Stars > booking.MostStars || c.Line == "" {
		return booking.ErrUnknown
	}
	r.queueComment(office, c.Stars, c.Line)
	return nil
}

// rateOnce rates the visit that which finds, if that was not done yet. It returns
// ErrUnknown where there is no such visit, and ErrOver where it was rated before.
func (t *tx) rateOnce(ctx context.Context, which string, stars int, line string, args ...any) error {
	if stars < 1 || stars > booking.MostStars {
		return booking.ErrUnknown
	}
	var a found
	var rated bool
	t.queueRead(&a, `SELECT `+appointmentColumns+` FROM appointment WHERE `+which+` FOR NO KEY UPDATE`, args...)
	t.queueRated(&rated, which, args...)
	if err := t.send(ctx); err != nil {
		return fmt.Errorf("find a visit to rate: %w", err)
	}
	office, known := t.town.Office(a.Office)
	switch {
	case !known: // as it is where there is no visit
		return booking.ErrUnknown
	case rated || !a.Rateable(t.now):
		return booking.ErrOver
	}
	t.queue(`INSERT INTO rated (appointment) VALUES ($1)`, int64(a.ID))
	t.queue(`INSERT INTO rating (office, week, stars) VALUES ($1, $2, $3)`, string(office.ID), t.week(office), stars)
	if line != "" {
		t.queueComment(office, stars, line)
	}
	return nil
}

// queueRated queues whether the visit that which finds was rated.
func (t *tx) queueRated(rated *bool, which string, args ...any) {
	t.queue(`SELECT EXISTS (SELECT FROM rated WHERE appointment IN (SELECT id FROM appointment WHERE `+which+`))`, args...).
		QueryRow(func(row pgx.Row) error { return row.Scan(rated) })
}

func (t *tx) queueComment(office *booking.Office, stars int, line string) {
	t.queue(`INSERT INTO rating_line (office, week, stars, line) VALUES ($1, $2, $3, $4)`, string(office.ID), t.week(office), stars, line)
}

// week is the present week of an office.
func (t *tx) week(office *booking.Office) time.Time {
	return booking.WeekOf(office.Today(t.now)).At(0, time.UTC)
}

// rateable finds the visit that the link in a mail asks about.
const rateable = `id = (
	SELECT l.appointment FROM letter l JOIN notice n ON n.id = l.notice WHERE l.token = $1 AND n.kind = 'rating')`

// Visited finds the office that somebody was at; see [dialogs.Ratings].
func (s *Store) Visited(ctx context.Context, token string, now time.Time) (*booking.Office, string, error) {
	var a found
	var rated bool
	err := s.read(ctx, now, func(t *tx) error {
		t.queueRead(&a, `SELECT `+appointmentColumns+` FROM appointment WHERE `+rateable, hashToken(token))
		t.queueRated(&rated, rateable, hashToken(token))
		return t.send(ctx)
	})
	if err != nil {
		return nil, "", fmt.Errorf("open the question about a visit: %w", err)
	}
	office, known := s.asRead().Office(a.Office)
	switch {
	case !known || !a.Rateable(now):
		return nil, "", booking.ErrUnknown
	case rated:
		return office, a.Lang, booking.ErrOver
	}
	return office, a.Lang, nil
}

// RateBy rates the visit that the link in a mail asks about.
func (s *Store) RateBy(ctx context.Context, token string, stars int, line string, now time.Time) error {
	err := s.transact(ctx, now, func(t *tx) error { return t.rateOnce(ctx, rateable, stars, line, hashToken(token)) })
	if err != nil {
		return fmt.Errorf("rate a visit: %w", err)
	}
	return nil
}

// queueForgetRatingLines queues the deletion of lines that are old.
func (t *tx) queueForgetRatingLines() {
	t.queue(`DELETE FROM rating_line WHERE week < $1`, t.now.Add(-keepRatingLines))
}
