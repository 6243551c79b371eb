package storage

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// busyDays keeps what was read of days. A day is read again only where its
// version is another one by then: most turns look at weeks in which nothing has
// changed. Versions are compared by the statement that reads, so what is kept is
// never older than its answer.
type busyDays struct {
	mu   sync.Mutex
	days map[officeDay]busyDay
	size int // of all days together
}

// mostKept is how many appointments are kept in memory, at 48 bytes each: three weeks
// of a thousand full offices.
const mostKept = 1_000_000

// officeDay names a day by its midnights: the office's zone may become another.
type officeDay struct {
	office   booking.OfficeID
	from, to time.Time
}

// unread is the version of a day that was not read yet.
const unread = "unread"

// get is the days as they are kept.
func (k *busyDays) get(days []officeDay) []busyDay {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := make([]busyDay, len(days))
	for i, day := range days {
		d, ok := k.days[day]
		if !ok {
			d.version = unread
		}
		all[i] = d
	}
	return all
}

// put keeps days that were read. Where there are too many, others go.
func (k *busyDays) put(read map[officeDay]busyDay) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.days == nil {
		k.days = map[officeDay]busyDay{}
	}
	for day, d := range read {
		k.size += len(d.rows) - len(k.days[day].rows)
		k.days[day] = d
	}
	for day, d := range k.days {
		if k.size <= mostKept {
			return
		}
		if _, fresh := read[day]; !fresh {
			k.size -= len(d.rows)
			delete(k.days, day)
		}
	}
}

// daysQuery is what keeps desks busy on those of some days whose version is not
// the one that is known.
var daysQuery = `
	SELECT day.n, day.version, b.*
	FROM (
		SELECT d.n, d.starts, d.ends, d.known, coalesce((
			SELECT string_agg(v.version::text, ' ' ORDER BY v.day) FROM busy_day v
			WHERE v.office = $1 AND v.day BETWEEN (d.starts AT TIME ZONE 'UTC')::date AND (d.ends AT TIME ZONE 'UTC')::date), '') AS version
		FROM unnest($2::timestamptz[], $3::timestamptz[], $4::text[]) WITH ORDINALITY AS d (starts, ends, known, n)) AS day
	LEFT JOIN LATERAL (` + fmt.Sprintf(busyBetween, "day.starts", "day.ends") + `) AS b ON true
	WHERE day.version <> day.known
	ORDER BY day.n, b.starts`

// queueReadBusyDays queues the lookup of what keeps desks busy now on the days from
// first on.
func (t *tx) queueReadBusyDays(office *booking.Office, first booking.Date, count int, take func(n int, busy []booking.Busy)) {
	if count == 0 {
		return
	}
	days, from, to := make([]officeDay, count), make([]time.Time, count), make([]time.Time, count)
	for n := range count {
		day, zone := first.Add(n), office.Calendar.Zone
		from[n], to[n] = day.At(0, zone).UTC(), day.At(booking.Midnight, zone).UTC()
		days[n] = officeDay{office.ID, from[n], to[n]}
	}
	all := t.busy.get(days)
	known := make([]string, count)
	for n, d := range all {
		known[n] = d.version
	}
	t.queue(daysQuery, string(office.ID), from, to, known).Query(func(rows pgx.Rows) error {
		read, err := readDays(rows)
		if err != nil {
			return err
		}
		fresh := make(map[officeDay]busyDay, len(read))
		for n, d := range read {
			all[n], fresh[days[n]] = *d, *d
		}
		t.busy.put(fresh)
		for n, d := range all {
			take(n, d.at(t.now))
		}
		return nil
	})
}

// readDays reads the days that have changed, by their places in the question.
func readDays(rows pgx.Rows) (map[int]*busyDay, error) {
	r, err := newBusyReader(rows, 2)
	if err != nil {
		return nil, err
	}
	days := map[int]*busyDay{}
	for rows.Next() {
		raw := rows.RawValues()
		n := int(wireInt(raw[0])) - 1
		day, ok := days[n]
		if !ok {
			day = &busyDay{version: string(raw[1])}
			days[n] = day
		}
		if raw[2+idColumn] == nil {
			continue // nothing is booked on it
		}
		b, err := r.read()
		if err != nil {
			return nil, err
		}
		until, _ := r.until()
		day.add(b, until)
	}
	for _, day := range days {
		day.rows = slices.Clone(day.rows) // no more room than they need: they are kept
	}
	return days, rows.Err()
}

// keepVersions is how long after a day is over its changes are noted.
const keepVersions = 31 * 24 * time.Hour

// queueForgetBusyDays queues the deletion of the versions of days that nobody
// looks at any more.
func (t *tx) queueForgetBusyDays() {
	t.queue(`DELETE FROM busy_day WHERE day < $1`, t.now.Add(-keepVersions))
}
