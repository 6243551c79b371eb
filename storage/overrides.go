package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// overrides is what staff have laid down, by office.
type overrides map[booking.OfficeID]booking.Overrides

// overridesQuery is the closures and extra hours from one day to another, and
// all changes of minutes, in the order in which they were laid down.
const overridesQuery = `
	SELECT 'closure', office, day, from_minute, to_minute, coalesce(desk, ''), NULL::text[], false, reason, '', 0, 0, by, at
	FROM closure WHERE office = ANY ($1) AND day BETWEEN $2 AND $3
	UNION ALL
	SELECT 'extra', office, day, from_minute, to_minute, '', desks, internal, NULL, '', 0, 0, by, at
	FROM extra_hours WHERE office = ANY ($1) AND day BETWEEN $2 AND $3
	UNION ALL
	SELECT 'minutes', office, since, 0, 0, '', NULL, false, NULL, concern, first, further, by, at
	FROM minutes_change WHERE office = ANY ($1)
	ORDER BY at`

// override is a row of it.
type override struct {
	kind           string
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

// readOverrides queues the look-up of what was laid down for offices and for
// the days from first to last.
func (w *work) readOverrides(found *overrides, offices []string, first, last booking.Date) {
	w.queue(overridesQuery, offices, first.At(0, time.UTC), last.At(0, time.UTC)).Query(func(rows pgx.Rows) error {
		*found = overrides{}
		for rows.Next() {
			var o override
			err := rows.Scan(&o.kind, &o.office, &o.day, &o.hours.From, &o.hours.To, &o.desk, &o.desks, &o.internal, &o.reason,
				&o.concern, &o.first, &o.further, &o.by, &o.at)
			if err != nil {
				return err
			}
			(*found)[o.office] = o.addTo((*found)[o.office])
		}
		return rows.Err()
	})
}

func (o override) addTo(all booking.Overrides) booking.Overrides {
	day := booking.DateOf(o.day, time.UTC)
	switch o.kind {
	case "closure":
		all.Closures = append(all.Closures, booking.Closure{
			Day: day, Hours: o.hours, Desk: o.desk, Reason: o.reason, By: o.by, At: o.at,
		})
	case "extra":
		shift := booking.Shift{From: o.hours.From, To: o.hours.To, Desks: o.desks, Internal: o.internal}
		all.Extra = append(all.Extra, booking.ExtraHours{Day: day, Shift: shift, By: o.by, At: o.at})
	case "minutes":
		all.Minutes = append(all.Minutes, booking.MinutesChange{
			Concern: o.concern, From: day,
			First: time.Duration(o.first) * time.Minute, Further: time.Duration(o.further) * time.Minute,
			By: o.by, At: o.at,
		})
	}
	return all
}

// apply is an office with what was laid down for it.
func (all overrides) apply(office *booking.Office, now time.Time) *booking.Office {
	own, ok := all[office.ID]
	if !ok {
		return office
	}
	return office.With(own, office.Today(now))
}

// applyTo is a town with what was laid down for its offices.
func (all overrides) applyTo(town booking.Town, now time.Time) booking.Town {
	if len(all) == 0 {
		return town
	}
	offices := make([]*booking.Office, len(town.Offices))
	for i, office := range town.Offices {
		offices[i] = all.apply(office, now)
	}
	return booking.Town{Offices: offices}
}

// readTown queues the look-up of everything laid down from today on.
func (w *work) readTown(found *overrides) {
	offices := make([]string, len(w.town.Offices))
	for i, office := range w.town.Offices {
		offices[i] = string(office.ID)
	}
	// A day of slack on either side, as today differs by zone, and no end.
	today := booking.DateOf(w.now, time.UTC)
	w.readOverrides(found, offices, today.Add(-1), today.Add(10_000))
}
