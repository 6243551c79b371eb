package storage

import (
	"slices"
	"sort"
	"time"

	"terminbote/booking"
)

// busyDay is a day as it was read, in a third of the memory. It is never changed.
type busyDay struct {
	version int64
	rows    []busyRow        // in order of time
	desks   []booking.DeskID // that the rows name by their positions
	skills  [][]booking.Skill
}

// busyRow is a row of it; times are in microseconds since 1970.
type busyRow struct {
	id, claim           booking.AppointmentID
	starts, ends, until int64 // until when it holds; 0: until it is changed
	desk, skills        uint16
	is                  busyMark
}

// busyMark is what is true of a row.
type busyMark uint8

const (
	markStaff busyMark = 1 << iota
	markFixed
	markCooldown
	markUnproven
)

func (d *busyDay) add(b booking.Busy, until time.Time) {
	row := busyRow{id: b.ID, claim: b.Claim, starts: b.Span.Start.UnixMicro(), ends: b.Span.End.UnixMicro()}
	if !until.IsZero() {
		row.until = until.UnixMicro()
	}
	desk := slices.Index(d.desks, b.Desk)
	if desk < 0 {
		desk, d.desks = len(d.desks), append(d.desks, b.Desk)
	}
	skills := slices.IndexFunc(d.skills, func(known []booking.Skill) bool { return slices.Equal(known, b.Skills) })
	if skills < 0 {
		skills, d.skills = len(d.skills), append(d.skills, b.Skills)
	}
	row.desk, row.skills = uint16(desk), uint16(skills) //nolint:gosec // an office has fewer
	row.is = marked(b.Audience == booking.Staff, markStaff) | marked(b.Fixed, markFixed) | marked(b.Cooldown, markCooldown) | marked(b.Unproven, markUnproven)
	d.rows = append(d.rows, row)
}

func marked(is bool, mark busyMark) busyMark {
	if is {
		return mark
	}
	return 0
}

// between is what keeps desks busy at a time, of what starts from a moment on and
// before another.
func (d *busyDay) between(from, to, now time.Time) []booking.Busy {
	first, last := d.startsFrom(from), d.startsFrom(to)
	if first == last {
		return nil
	}
	all, at := make([]booking.Busy, 0, last-first), now.UnixMicro()
	for i := first; i < last; i++ {
		if row := &d.rows[i]; row.until == 0 || row.until > at {
			all = append(all, d.busy(row))
		}
	}
	return all
}

// startsFrom is the position of the first row that starts at a moment or later.
func (d *busyDay) startsFrom(at time.Time) int {
	return sort.Search(len(d.rows), func(i int) bool { return d.rows[i].starts >= at.UnixMicro() })
}

func (d *busyDay) busy(row *busyRow) booking.Busy {
	audience := booking.Public
	if row.is&markStaff != 0 {
		audience = booking.Staff
	}
	return booking.Busy{
		ID: row.id, Claim: row.claim, Desk: d.desks[row.desk], Skills: d.skills[row.skills], Audience: audience,
		Span:  booking.Span{Start: time.UnixMicro(row.starts).UTC(), End: time.UnixMicro(row.ends).UTC()},
		Fixed: row.is&markFixed != 0, Cooldown: row.is&markCooldown != 0, Unproven: row.is&markUnproven != 0,
	}
}
