package storage

import (
	"fmt"
	"slices"
	"sort"
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
	mu        sync.Mutex
	days      map[officeDay]busyDay
	size      int // of all days together
	found     map[localDay]foundDay
	foundSize int // of the lists that it was found in
}

// mostKept is how many appointments are kept in memory, at 128 bytes each: all of
// a thousand full offices, if somebody looks at all of them.
const mostKept = 1_000_000

// officeDay is a day of an office in UTC, by which versions are kept.
type officeDay struct {
	office booking.OfficeID
	day    utcDay
}

// utcDay counts days from 1970-01-01 in UTC.
type utcDay int

const wholeDay = 24 * time.Hour

func utcDayOf(at time.Time) utcDay { return utcDay(at.Unix() / int64(wholeDay/time.Second)) }

func (d utcDay) start() time.Time { return time.Unix(int64(d)*int64(wholeDay/time.Second), 0).UTC() }

// unread is the version of a day that was not read yet.
const unread = -1

// busyDay is a day as it was read. It is never changed.
type busyDay struct {
	version int64
	busy    []booking.Busy // in order of time
	until   []time.Time    // until when each of them holds; zero: until it is changed; nil: nothing ends by itself
}

// between is what keeps desks busy at a time, of what starts from a moment on and
// before another.
func (d busyDay) between(from, to, now time.Time) []booking.Busy {
	switch all := len(d.busy); {
	case all == 0 || d.busy[all-1].Span.Start.Before(from):
		return nil
	case d.until == nil && !d.busy[0].Span.Start.Before(from) && d.busy[all-1].Span.Start.Before(to):
		return d.busy[:all:all] // as what is booked in an office's hours is: nothing has to be searched
	}
	first := sort.Search(len(d.busy), func(i int) bool { return !d.busy[i].Span.Start.Before(from) })
	last := sort.Search(len(d.busy), func(i int) bool { return !d.busy[i].Span.Start.Before(to) })
	if d.until == nil {
		return d.busy[first:last:last]
	}
	still := make([]booking.Busy, 0, last-first)
	for i := first; i < last; i++ {
		if d.until[i].IsZero() || d.until[i].After(now) {
			still = append(still, d.busy[i])
		}
	}
	return still
}

func (d *busyDay) add(b booking.Busy, until time.Time) {
	d.busy, d.until = append(d.busy, b), append(d.until, until)
}

// pack leaves no more room than the day needs, since it is kept.
func (d *busyDay) pack() {
	d.busy = slices.Clone(d.busy)
	if slices.ContainsFunc(d.until, func(t time.Time) bool { return !t.IsZero() }) {
		d.until = slices.Clone(d.until)
	} else {
		d.until = nil
	}
}

// get is consecutive days of an office as they are kept.
func (k *busyDays) get(office booking.OfficeID, first, last utcDay) []busyDay {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := make([]busyDay, last-first+1)
	for i := range all {
		d, ok := k.days[officeDay{office, first + utcDay(i)}]
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
		k.size += len(d.busy) - len(k.days[day].busy)
		k.days[day] = d
	}
	for day, d := range k.days {
		if k.size <= mostKept {
			return
		}
		if _, fresh := read[day]; !fresh {
			k.size -= len(d.busy)
			delete(k.days, day)
		}
	}
}

// daysQuery is what keeps desks busy on those of the days from $2 on whose version
// is not the one in $3. A day without a version has never had anything booked.
var daysQuery = `
	SELECT (v.day - $2::date)::bigint, v.version, b.*
	FROM busy_day v
	LEFT JOIN LATERAL (` + fmt.Sprintf(busyBetween,
	"v.day::timestamp AT TIME ZONE 'UTC'", "(v.day + 1)::timestamp AT TIME ZONE 'UTC'") + `) AS b ON true
	WHERE v.office = $1 AND v.day BETWEEN $2::date AND $2::date + (cardinality($3::bigint[]) - 1) AND v.version <> ($3::bigint[])[v.day - $2::date + 1]
	ORDER BY v.day, b.starts`

// queueReadBusyDays queues the lookup of what keeps desks busy now on the days from
// first on.
func (t *tx) queueReadBusyDays(office *booking.Office, first booking.Date, count int, take func(n int, busy []booking.Busy)) {
	if count == 0 {
		return
	}
	zone := office.Calendar.Zone
	if first.At(0, zone).Before(t.now.Add(-keepVersions)) {
		t.queueReadForgotten(office, first, count, take)
		return
	}
	from, last := utcDayOf(first.At(0, zone)), utcDayOf(first.Add(count-1).At(booking.Midnight, zone))
	kept := t.busy.get(office.ID, from, last)
	known := make([]int64, len(kept))
	for n, d := range kept {
		known[n] = d.version
	}
	t.queue(daysQuery, string(office.ID), from.start(), known).Query(func(rows pgx.Rows) error {
		read, err := readDays(rows)
		if err != nil {
			return err
		}
		fresh := make(map[officeDay]busyDay, len(read))
		for n, d := range read {
			kept[n], fresh[officeDay{office.ID, from + utcDay(n)}] = *d, *d
		}
		t.busy.put(fresh)
		for n := range count {
			day := first.Add(n)
			take(n, busyOn(kept, from, day.At(0, zone), day.At(booking.Midnight, zone), t.now))
		}
		return nil
	})
}

// queueReadForgotten queues the lookup of days of which some are so long past that
// their versions are gone.
func (t *tx) queueReadForgotten(office *booking.Office, first booking.Date, count int, take func(n int, busy []booking.Busy)) {
	days := make([][]booking.Busy, count)
	t.queueReadBusy(office, first, first.Add(count-1), func(b booking.Busy, ran bool) {
		if n := first.DaysUntil(booking.DateOf(b.Span.Start, office.Calendar.Zone)); !ran {
			days[n] = append(days[n], b)
			take(n, days[n])
		}
	})
}

// busyOn is what keeps desks busy on a day of the office, which lies in two days in
// UTC. Nothing is copied where all of it lies in one of them.
func busyOn(days []busyDay, first utcDay, from, to, now time.Time) []booking.Busy {
	begins, ends := utcDayOf(from)-first, utcDayOf(to)-first
	busy := days[begins].between(from, to, now)
	if begins == ends {
		return busy
	}
	switch later := days[ends].between(from, to, now); {
	case len(later) == 0:
		return busy
	case len(busy) == 0:
		return later
	default:
		return slices.Concat(busy, later)
	}
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
		n := int(wireInt(raw[0]))
		day, ok := days[n]
		if !ok {
			day = &busyDay{version: wireInt(raw[1])}
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
		day.pack()
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
