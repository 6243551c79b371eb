package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

var _ dialogs.DayPosts = (*Store)(nil)

// keepDayPosts is how many days the post of a day is remembered.
const keepDayPosts = 30

// DayPost is the post that shows a day of an office in a channel.
func (s *Store) DayPost(
	ctx context.Context, office booking.OfficeID, day booking.Date, channel string,
) (dialogs.DayPost, bool, error) {
	if !s.files.Load().knows(office) {
		return dialogs.DayPost{}, false, booking.ErrUnknown
	}
	p := dialogs.DayPost{Office: office, Day: day, Channel: channel}
	err := s.pool.QueryRow(ctx, `
		SELECT post, digest, posted_at FROM day_post WHERE office = $1 AND day = $2 AND channel = $3`,
		string(office), day.At(0, time.UTC), channel).Scan(&p.ID, &p.Digest, &p.At)
	if errors.Is(err, pgx.ErrNoRows) {
		return dialogs.DayPost{}, false, nil
	}
	if err != nil {
		return dialogs.DayPost{}, false, fmt.Errorf("look up day post: %w", err)
	}
	return p, true, nil
}

// KeepDayPost remembers a post and replaces the one remembered before.
func (s *Store) KeepDayPost(ctx context.Context, p dialogs.DayPost) error {
	if !s.files.Load().knows(p.Office) {
		return booking.ErrUnknown
	}
	_, err := s.pool.Exec(ctx, `
		INSERT INTO day_post (office, day, channel, post, digest, posted_at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (office, day, channel) DO UPDATE SET post = $4, digest = $5, posted_at = $6`,
		string(p.Office), p.Day.At(0, time.UTC), p.Channel, p.ID, p.Digest, p.At)
	if err != nil {
		return fmt.Errorf("keep day post: %w", err)
	}
	return nil
}

// queueForgetDayPosts queues the deletion of posts of past days.
func (t *tx) queueForgetDayPosts() {
	t.queue(`DELETE FROM day_post WHERE day < $1`, booking.DateOf(t.now, time.UTC).Add(-keepDayPosts).At(0, time.UTC))
}
