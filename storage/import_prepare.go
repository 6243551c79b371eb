package storage

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// prepare locks all days at once and reads what the import needs.
func (m *importing) prepare(ctx context.Context) error {
	m.days = map[lockedDay]*day{}
	var locks []lock
	for _, e := range m.list {
		d, err := m.dayAt(e.Office, e.Start)
		if err != nil {
			continue // the import will report it
		}
		key := lockedDay{e.Office, d.date}
		if m.days[key] == nil {
			m.days[key] = d
			locks = append(locks, d.lock())
		}
	}
	m.queueLock(locks...)
	for _, d := range m.days {
		m.queueReadRules(d)
		m.queueReadSeats(d)
	}
	m.queue(`SELECT nextval('appointment_id_seq') FROM generate_series(1, $1)`, len(m.list)).Query(func(rows pgx.Rows) (err error) {
		m.ids, err = pgx.CollectRows(rows, pgx.RowTo[booking.AppointmentID])
		return err
	})
	m.queueReadDuplicates()
	err := m.queueReadNumbers()
	if err != nil {
		return err
	}
	return m.send(ctx)
}

// queueReadDuplicates queues the lookup of appointments at the same time under
// the same name.
func (m *importing) queueReadDuplicates() {
	offices, starts, names := make([]string, len(m.list)), make([]time.Time, len(m.list)), make([]string, len(m.list))
	for n, e := range m.list {
		offices[n], starts[n], names[n] = string(e.Office), e.Start, e.Contact.Name
	}
	m.queue(`
		SELECT DISTINCT office, starts, name, number FROM appointment
		JOIN unnest($1::text[], $2::timestamptz[], $3::text[]) AS entry (office, starts, name) USING (office, starts, name)
		WHERE state IN ('confirmed', 'checked in', 'called')`, offices, starts, names).Query(func(rows pgx.Rows) error {
		found, err := pgx.CollectRows(rows, pgx.RowToStructByName[possibleDuplicate])
		m.duplicates = map[entryKey][]booking.Number{}
		for _, s := range found {
			key := entryKeyOf(s.Office, s.Starts, s.Name)
			m.duplicates[key] = append(m.duplicates[key], s.Number)
		}
		return err
	})
}

// possibleDuplicate is an appointment that may be the same as an entry.
type possibleDuplicate struct {
	Office booking.OfficeID
	Starts time.Time
	Name   string
	Number booking.Number
}

// entryKey is what an entry and the same appointment have in common.
type entryKey struct {
	office booking.OfficeID
	start  int64
	name   string
}

func entryKeyOf(office booking.OfficeID, start time.Time, name string) entryKey {
	return entryKey{office, start.Unix(), name}
}

// entered tells whether an entry is booked already. Two people of one name may
// come at once, if their numbers differ.
func (m *importing) entered(e booking.Entry) bool {
	numbers, ok := m.duplicates[entryKeyOf(e.Office, e.Start, e.Contact.Name)]
	return ok && (e.Number == "" || slices.Contains(numbers, e.Number))
}

// spare is how many numbers are drawn for each entry without one. An import
// must not fail because one of ten thousand is in use.
const spare = 2

// queueReadNumbers draws numbers and queues the lookup of those in use.
func (m *importing) queueReadNumbers() error {
	m.given = map[booking.Number]bool{}
	var asked []string
	for _, e := range m.list {
		if e.Number != "" {
			asked = append(asked, string(e.Number))
			continue
		}
		for range spare {
			drawn, err := m.drawNumber()
			if err != nil {
				return err
			}
			m.numbers = append(m.numbers, drawn)
			asked = append(asked, string(drawn))
		}
	}
	m.queue(`SELECT number FROM appointment WHERE number = ANY ($1)`, asked).Query(func(rows pgx.Rows) error {
		given, err := pgx.CollectRows(rows, pgx.RowTo[booking.Number])
		for _, number := range given {
			m.given[number] = true
		}
		return err
	})
	return nil
}

// number is a drawn number that is not in use.
func (m *importing) number() (booking.Number, error) {
	for n, number := range m.numbers {
		if !m.given[number] {
			m.numbers = m.numbers[n+1:]
			return number, nil
		}
	}
	return "", errors.New("no number is free")
}
