package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"terminbote/booking"
)

// busyBetween is what keeps desks busy in the office $1 between two moments: a
// text for fmt, which gets their names. It includes expired holds that have not
// been deleted yet, and times whose cooldown is over: until is when they end.
const busyBetween = `
	SELECT id, claim, coalesce(desk, '') AS desk, starts, ends, skills, audience, state = 'called' AS fixed,
		CASE WHEN state = 'held' THEN held_until END AS until, false AS resting, state = 'held' AND newcomer AS unproven
	FROM appointment
	WHERE office = $1 AND starts >= %[1]s AND starts < %[2]s AND state IN ('held', 'confirmed', 'checked in', 'called') AND ticket IS NULL
	UNION ALL
	SELECT -id, -id, desk, starts, ends, '{}', 'public', false, hidden_until, true, hold IS NOT NULL
	FROM freed
	WHERE office = $1 AND starts >= %[1]s AND starts < %[2]s`

var busyQuery = fmt.Sprintf(busyBetween, "$2", "$3") + ` ORDER BY starts`

// queueReadBusy queues the lookup of what is booked on the days from first to
// last. It passes on each in order of time, and whether it is an expired hold.
func (t *tx) queueReadBusy(office *booking.Office, first, last booking.Date, each func(_ booking.Busy, ran bool)) {
	zone := office.Calendar.Zone
	from, to := first.At(0, zone), last.At(booking.Midnight, zone)
	t.queue(busyQuery, string(office.ID), from, to).Query(func(rows pgx.Rows) error {
		r, err := newBusyReader(rows, 0)
		if err != nil {
			return err
		}
		for rows.Next() {
			b, err := r.read()
			if err != nil {
				return err
			}
			until, passes := r.until()
			over := passes && !until.After(t.now)
			if over && b.Cooldown {
				continue
			}
			each(b, over)
		}
		return rows.Err()
	})
}

// busyReader decodes what keeps desks busy from the wire. Weeks of it are read
// whenever somebody looks for a free time; decoded in the general way it would
// cost several times as much as the rest of the lookup.
type busyReader struct {
	rows   pgx.Rows
	first  int // column
	desks  map[string]booking.DeskID
	skills map[string][]booking.Skill // by their bytes on the wire
}

// The columns of busyQuery.
const (
	idColumn = iota
	claimColumn
	deskColumn
	startsColumn
	endsColumn
	skillsColumn
	audienceColumn
	fixedColumn
	untilColumn
	restingColumn
	unprovenColumn
)

// inBinary lists the columns read in binary. Texts look the same either way.
var inBinary = []int{idColumn, claimColumn, startsColumn, endsColumn, fixedColumn, untilColumn, restingColumn, unprovenColumn}

// newBusyReader reads rows whose columns of what is booked begin at first. It returns
// the rows' error if there are none, as after a connection that broke.
func newBusyReader(rows pgx.Rows, first int) (busyReader, error) {
	if err := rows.Err(); err != nil {
		return busyReader{}, err
	}
	for _, column := range inBinary {
		if rows.FieldDescriptions()[first+column].Format != pgtype.BinaryFormatCode {
			return busyReader{}, errors.New("read what is booked: a binary answer was expected")
		}
	}
	return busyReader{rows, first, map[string]booking.DeskID{}, map[string][]booking.Skill{}}, nil
}

func (r busyReader) read() (booking.Busy, error) {
	raw := r.rows.RawValues()[r.first:]
	skills, err := r.skillsOf(raw[skillsColumn])
	if err != nil {
		return booking.Busy{}, err
	}
	return booking.Busy{
		ID:       booking.AppointmentID(wireInt(raw[idColumn])),
		Claim:    booking.AppointmentID(wireInt(raw[claimColumn])),
		Desk:     r.deskOf(raw[deskColumn]),
		Span:     booking.Span{Start: wireTime(raw[startsColumn]), End: wireTime(raw[endsColumn])},
		Skills:   skills,
		Audience: wireAudience(raw[audienceColumn]),
		Fixed:    raw[fixedColumn][0] != 0,
		Cooldown: raw[restingColumn][0] != 0,
		Unproven: raw[unprovenColumn][0] != 0,
	}, nil
}

// until is the end of what ends by itself; passes is false for all else.
func (r busyReader) until() (until time.Time, passes bool) {
	raw := r.rows.RawValues()[r.first+untilColumn]
	if raw == nil {
		return time.Time{}, false
	}
	return wireTime(raw), true
}

func (r busyReader) deskOf(raw []byte) booking.DeskID {
	desk, ok := r.desks[string(raw)]
	if !ok {
		desk = booking.DeskID(raw)
		r.desks[string(raw)] = desk
	}
	return desk
}

func (r busyReader) skillsOf(raw []byte) ([]booking.Skill, error) {
	skills, ok := r.skills[string(raw)]
	if ok {
		return skills, nil
	}
	format := r.rows.FieldDescriptions()[r.first+skillsColumn].Format
	err := r.rows.Conn().TypeMap().Scan(pgtype.TextArrayOID, format, raw, &skills)
	r.skills[string(raw)] = skills
	return skills, err
}

func wireInt(raw []byte) int64 { return int64(binary.BigEndian.Uint64(raw)) } //nolint:gosec // the bits are the number

// wireEpoch is where Postgres counts its microseconds from.
var wireEpoch = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC).UnixMicro()

func wireTime(raw []byte) time.Time { return time.UnixMicro(wireEpoch + wireInt(raw)).UTC() }

func wireAudience(raw []byte) booking.Audience {
	if string(raw) == string(booking.Staff) {
		return booking.Staff
	}
	return booking.Public
}
