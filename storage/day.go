package storage

import (
	"time"

	"terminbote/booking"
)

// day is a day of an office, read under its lock: nobody else changes it until
// the transaction ends.
type day struct {
	date      booking.Date
	file      *booking.Office
	overrides overrides
	booked    []booking.Busy
	expired   []int64 // expired holds
}

// dayAt finds the office and the day of a time.
func (f *officeFiles) dayAt(office booking.OfficeID, start time.Time) (*day, error) {
	file, ok := f.town.Office(office)
	if !ok {
		return nil, booking.ErrUnknown
	}
	return &day{date: file.Today(start), file: file}, nil
}

func (d *day) lock() lock { return lockOfDay(d.file.ID, d.date) }

// office is the office with its overrides, as of now.
func (d *day) office(now time.Time) *booking.Office { return d.overrides.apply(d.file, now) }

// with is the day with what is booked on it.
func (d *day) with(booked []booking.Busy, now time.Time) booking.Day {
	return d.office(now).Day(d.date, booked)
}

// queueReadRules queues the lookup of the overrides for the day.
func (t *tx) queueReadRules(d *day) {
	t.queueReadOverrides(&d.overrides)
}

// queueReadSeats queues the lookup of what is booked on the day.
func (t *tx) queueReadSeats(d *day) {
	d.booked, d.expired = nil, nil
	t.queueReadBusy(d.file, d.date, d.date, func(o booking.Busy, ran bool) {
		if ran {
			d.expired = append(d.expired, int64(o.ID))
		} else {
			d.booked = append(d.booked, o)
		}
	})
}

// queueDropExpired queues the deletion of expired holds. The constraint does
// not know the time and would still count them.
func (t *tx) queueDropExpired(d *day) {
	if len(d.expired) > 0 {
		t.queue(`DELETE FROM appointment WHERE id = ANY ($1)`, d.expired)
	}
}

// place finds a desk for r. The hold named former counts as deleted.
func (t *tx) place(d *day, r booking.Request, start time.Time, former booking.AppointmentID) (booking.Placement, error) {
	others := make([]booking.Busy, 0, len(d.booked))
	for _, o := range d.booked {
		if o.ID != former {
			others = append(others, o)
		}
	}
	return d.with(others, t.now).Place(r, start, t.now)
}

// serves tells whether an appointment can be served at its desk, as far as
// closures and desks go.
func (d *day) serves(a booking.Appointment, now time.Time) bool {
	return d.office(now).Keeps(a)
}
