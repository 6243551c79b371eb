package storage

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// prepare locks all days at once and reads what has to be known.
func (m *importing) prepare(ctx context.Context) error {
	m.days = map[lockedDay]*day{}
	var locks []lock
	for _, i := range m.list {
		d, err := m.aim(i.Office, i.Start)
		if err != nil {
			continue // it will be found faulty
		}
		key := lockedDay{i.Office, d.date}
		if m.days[key] == nil {
			m.days[key] = d
			locks = append(locks, d.lock())
		}
	}
	m.lock(locks...)
	for _, d := range m.days {
		m.readRules(d)
		m.readSeats(d)
	}
	m.queue(`SELECT nextval('appointment_id_seq') FROM generate_series(1, $1)`, len(m.list)).Query(func(rows pgx.Rows) (err error) {
		m.ids, err = pgx.CollectRows(rows, pgx.RowTo[booking.AppointmentID])
		return err
	})
	err := m.prepareNumbers()
	if err != nil {
		return err
	}
	return m.send(ctx)
}

// prepareNumbers draws numbers and queues the look-up of which are given.
func (m *importing) prepareNumbers() error {
	m.given = map[booking.Number]bool{}
	var asked []string
	for _, i := range m.list {
		if i.Number != "" {
			asked = append(asked, string(i.Number))
			continue
		}
		drawn, err := m.draw()
		if err != nil {
			return err
		}
		for _, number := range drawn {
			m.numbers = append(m.numbers, booking.Number(number))
		}
		asked = append(asked, drawn...)
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

// number is a drawn number that nobody has.
func (m *importing) number() (booking.Number, error) {
	for n, number := range m.numbers {
		if !m.given[number] {
			m.numbers = m.numbers[n+1:]
			return number, nil
		}
	}
	return "", errors.New("no number is free")
}
