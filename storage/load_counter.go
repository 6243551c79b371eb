package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// counterLoads is who waits at each office, offices with nobody included.
type counterLoads struct {
	all []dialogs.CounterLoad
}

func newCounterLoads(town booking.Town) *counterLoads {
	c := &counterLoads{}
	for _, o := range town.Offices {
		c.all = append(c.all, dialogs.CounterLoad{Office: string(o.ID), Tickets: map[booking.State]int{}})
	}
	return c
}

// of is the load of an office; one that is in no file any more has none.
func (c *counterLoads) of(office string) *dialogs.CounterLoad {
	for i := range c.all {
		if c.all[i].Office == office {
			return &c.all[i]
		}
	}
	return &dialogs.CounterLoad{Tickets: map[booking.State]int{}}
}

// queueIn queues the lookups.
func (c *counterLoads) queueIn(batch *pgx.Batch, now time.Time) {
	batch.Queue(`SELECT office, state, count(*) FROM appointment WHERE ticket IS NOT NULL GROUP BY 1, 2`).Query(func(rows pgx.Rows) error {
		var office string
		var state booking.State
		var many int
		_, err := pgx.ForEachRow(rows, []any{&office, &state, &many}, func() error {
			c.of(office).Tickets[state] = many
			return nil
		})
		return err
	})
	batch.Queue(`SELECT office, count(*), count(since), min(since) FROM (` + waitingTalks + `) talk GROUP BY 1`).Query(func(rows pgx.Rows) error {
		var office string
		var talks, unanswered int
		var oldest *time.Time
		_, err := pgx.ForEachRow(rows, []any{&office, &talks, &unanswered, &oldest}, func() error {
			of := c.of(office)
			of.Handovers, of.Unanswered = talks, unanswered
			if oldest != nil {
				of.Oldest = *oldest
			}
			return nil
		})
		return err
	})
	thisWeek := booking.WeekOf(booking.DateOf(now, time.UTC)).At(0, time.UTC)
	batch.Queue(`SELECT office, count(*) FROM rating WHERE week < $1 GROUP BY 1`, thisWeek).Query(func(rows pgx.Rows) error {
		var office string
		var many int
		_, err := pgx.ForEachRow(rows, []any{&office, &many}, func() error {
			c.of(office).Ratings = many
			return nil
		})
		return err
	})
}

// waitingTalks is the talks that staff hold, and since when each waits for an
// answer: since the first line after the last answer, or since it was handed over.
const waitingTalks = `
	SELECT h.office, CASE WHEN h.answered_at IS NULL THEN h.opened_at ELSE (
		SELECT min(l.at) FROM handover_line l WHERE l.handover = h.id AND l.kind = 'citizen' AND l.id > (
			SELECT max(a.id) FROM handover_line a WHERE a.handover = h.id AND a.kind = 'clerk')) END AS since
	FROM handover h WHERE h.ended_at IS NULL`
