package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// overrides is what staff have changed, by office, as of a version.
type overrides struct {
	version int64
	of      map[booking.OfficeID]booking.Overrides
}

// overridesQuery selects closures and extra hours from a day on, and all
// changes of minutes, of some offices, in the order in which they were entered.
const overridesQuery = `
	SELECT 'closure', id, office, day, from_minute, to_minute, coalesce(desk, ''), NULL::text[], false, reason, '', 0, 0, by, at
	FROM closure WHERE day >= $1 AND office = ANY ($2)
	UNION ALL
	SELECT 'extra', id, office, day, from_minute, to_minute, '', desks, internal, NULL, '', 0, 0, by, at
	FROM extra_hours WHERE day >= $1 AND office = ANY ($2)
	UNION ALL
	SELECT 'minutes', id, office, since, 0, 0, '', NULL, false, NULL, concern, first, further, by, at
	FROM minutes_change WHERE office = ANY ($2)
	ORDER BY at`

// overrideRow is a row of overridesQuery.
type overrideRow struct {
	kind           string
	id             booking.OverrideID
	office         booking.OfficeID
	day            time.Time
	hours          booking.Hours
	desk           booking.DeskID
	desks          []booking.DeskID
	internal       bool
	reason         booking.Text
	concern        booking.ConcernID
	first, further int
	by             string
	at             time.Time
}

// queueReadOverrides queues the lookup of overrides. They change rarely and are
// needed in every turn, so it asks only for their version; they are loaded if
// the version is not the known one.
func (t *tx) queueReadOverrides(current *overrides) {
	t.queue(`SELECT version FROM laid`).QueryRow(func(row pgx.Row) error {
		var version int64
		err := row.Scan(&version)
		t.asOf(version, current)
		return err
	})
}

// asOf returns the overrides of a version, or marks them to be loaded.
func (t *tx) asOf(version int64, current *overrides) {
	if known := t.overrides.Load(); known != nil && known.version == version {
		*current = *known
	} else {
		t.outdated = append(t.outdated, current)
	}
}

// overridesKept is how far back closures and extra hours are known.
const overridesKept = 366 * 24 * time.Hour

// loadOverrides loads the overrides if they have changed. No version comes
// twice, not even that of a transaction that was rolled back.
func (t *tx) loadOverrides(ctx context.Context) error {
	outdated := t.outdated
	if len(outdated) == 0 {
		return nil
	}
	t.outdated = nil
	known := overrides{of: map[booking.OfficeID]booking.Overrides{}}
	t.queue(`SELECT version FROM laid`).QueryRow(func(row pgx.Row) error { return row.Scan(&known.version) })
	t.queue(overridesQuery, t.now.Add(-overridesKept), t.offices).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var o overrideRow
			err := rows.Scan(&o.kind, &o.id, &o.office, &o.day, &o.hours.From, &o.hours.To, &o.desk, &o.desks, &o.internal, &o.reason,
				&o.concern, &o.first, &o.further, &o.by, &o.at)
			if err != nil {
				return err
			}
			known.of[o.office] = o.addTo(known.of[o.office])
		}
		return rows.Err()
	})
	err := t.send(ctx)
	if err != nil {
		return err
	}
	t.overrides.Store(&known)
	for _, current := range outdated {
		*current = known
	}
	return nil
}

func (o overrideRow) addTo(all booking.Overrides) booking.Overrides {
	day := booking.DateOf(o.day, time.UTC)
	switch o.kind {
	case "closure":
		all.Closures = append(all.Closures, booking.Closure{
			ID: o.id, Day: day, Hours: o.hours, Desk: o.desk, Reason: o.reason, By: o.by, At: o.at,
		})
	case "extra":
		shift := booking.Shift{From: o.hours.From, To: o.hours.To, Desks: o.desks, Internal: o.internal}
		all.Extra = append(all.Extra, booking.ExtraHours{ID: o.id, Day: day, Shift: shift, By: o.by, At: o.at})
	case "minutes":
		all.Minutes = append(all.Minutes, booking.MinutesChange{
			ID: o.id, Concern: o.concern, From: day,
			First: time.Duration(o.first) * time.Minute, Further: time.Duration(o.further) * time.Minute,
			By: o.by, At: o.at,
		})
	}
	return all
}

// apply is an office with its overrides, as of now.
func (all overrides) apply(office *booking.Office, now time.Time) *booking.Office {
	own, ok := all.of[office.ID]
	if !ok {
		return office.As(office.Today(now))
	}
	return office.With(own, office.Today(now))
}

// applyTo is a town with the overrides of its offices.
func (all overrides) applyTo(town booking.Town, now time.Time) booking.Town {
	if len(all.of) == 0 {
		return town.As(func(o *booking.Office) booking.Date { return o.Today(now) })
	}
	offices := make([]*booking.Office, len(town.Offices))
	for i, office := range town.Offices {
		offices[i] = all.apply(office, now)
	}
	return town.With(offices)
}
