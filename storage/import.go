package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// BadEntry is an entry that cannot be imported: its place in the list, and which
// of booking's refusals says why.
type BadEntry struct {
	Place int
	Err   error
}

// errNotKept rolls back an import that is not to be kept.
var errNotKept = errors.New("not kept")

// ImportAppointments imports all of list, or nothing if an entry is faulty or
// it is a dry run. An entry that overlaps with what is booked is faulty with
// ErrTaken, one that was imported before with ErrEntered. Appointments change
// desks to make room. Progress is called from time to time with the number of
// entries done; it may be nil.
func (s *Store) ImportAppointments(
	ctx context.Context, by Actor, now time.Time, list []booking.Entry, dryRun bool, progress func(done int),
) ([]BadEntry, error) {
	if progress == nil {
		progress = func(int) {}
	}
	var faulty []BadEntry
	err := s.transact(ctx, now, func(t *tx) error {
		t.queue(`SET LOCAL statement_timeout = 0`) // a whole office's appointments may take minutes
		m := &importing{tx: t, by: by, list: list, progress: progress, desks: map[booking.AppointmentID]booking.DeskID{}}
		err := m.prepare(ctx)
		if err != nil {
			return err
		}
		m.placeAll(dryRun)
		faulty = m.faulty
		if dryRun || len(faulty) > 0 {
			return errNotKept
		}
		return m.write(ctx)
	})
	if err != nil && !errors.Is(err, errNotKept) {
		return nil, fmt.Errorf("import: %w", err)
	}
	return faulty, nil
}

// importing is a running import.
type importing struct {
	*tx
	by         Actor
	list       []booking.Entry
	progress   func(int)
	days       map[lockedDay]*day
	duplicates map[entryKey][]booking.Number // booked appointments that may be entries
	given      map[booking.Number]bool
	numbers    []booking.Number // for entries without one
	ids        []booking.AppointmentID
	ready      []booking.Appointment
	desks      map[booking.AppointmentID]booking.DeskID // new desks of appointments that existed before
	faulty     []BadEntry
}

type lockedDay struct {
	office booking.OfficeID
	date   booking.Date
}

// progressEvery is how many appointments lie between two calls of progress.
const progressEvery = 500

// placeAll finds a desk for each entry, in the order of the list.
func (m *importing) placeAll(tell bool) {
	for n, e := range m.list {
		err := m.enter(n, e)
		if err != nil {
			m.faulty = append(m.faulty, BadEntry{n, err})
		}
		if done := n + 1; tell && (done%progressEvery == 0 || done == len(m.list)) {
			m.progress(done)
		}
	}
}

func (m *importing) enter(n int, e booking.Entry) error {
	a, d, err := m.draft(e)
	if err != nil {
		return err
	}
	placement, err := d.with(d.booked, m.now).Enter(request(a), a.Span.Start)
	if err != nil {
		return err
	}
	a.ID, a.Claim, a.Desk = m.ids[n], m.ids[n], placement.Desk
	if a.Number == "" {
		a.Number, err = m.number()
	}
	if err != nil {
		return err
	}
	m.given[a.Number] = true
	for _, swap := range placement.Swaps {
		m.applySwap(d, swap)
	}
	d.booked = append(d.booked, booking.Busy{
		ID: a.ID, Claim: a.Claim, Desk: a.Desk, Span: a.Span, Skills: a.Skills, Audience: a.Audience,
	})
	m.ready = append(m.ready, a)
	return nil
}

// draft is an appointment without a desk, or why there can be none.
func (m *importing) draft(e booking.Entry) (booking.Appointment, *day, error) {
	file, ok := m.town.Office(e.Office)
	if !ok {
		return booking.Appointment{}, nil, booking.ErrUnknown
	}
	d := m.days[lockedDay{e.Office, file.Today(e.Start)}]
	switch {
	case e.Contact.Name == "", e.Length <= 0 && len(e.Wishes) == 0:
		return booking.Appointment{}, nil, booking.ErrIncomplete
	case d.date.Before(file.Today(m.now)):
		return booking.Appointment{}, nil, booking.ErrTooSoon
	case m.entered(e):
		return booking.Appointment{}, nil, booking.ErrEntered
	case e.Number != "" && m.given[e.Number]:
		return booking.Appointment{}, nil, booking.ErrNumberGiven
	}
	visit := booking.Visit{Persons: max(1, e.Persons)}
	var err error
	if len(e.Wishes) > 0 {
		visit, err = d.office(m.now).VisitOn(d.date, booking.Public, e.Wishes, visit.Persons)
	}
	if err != nil {
		return booking.Appointment{}, nil, err
	}
	a := m.draftVisit(d, m.by, visit, e.Start)
	a.State, a.HeldUntil = booking.Confirmed, time.Time{}
	a.Number, a.Contact, a.Lang = e.Number, e.Contact, e.Lang
	if e.Length > 0 {
		a.Span.End = e.Start.Add(e.Length)
	}
	return a, d, nil
}

// applySwap carries out a swap in memory.
func (m *importing) applySwap(d *day, swap booking.Swap) {
	for i := range d.booked {
		if d.booked[i].ID == swap.Appointment {
			d.booked[i].Desk = swap.Desk
		}
	}
	imported := slices.IndexFunc(m.ready, func(a booking.Appointment) bool { return a.ID == swap.Appointment })
	if imported >= 0 {
		m.ready[imported].Desk = swap.Desk
	} else {
		m.desks[swap.Appointment] = swap.Desk
	}
}

// write stores everything.
func (m *importing) write(ctx context.Context) error {
	var swaps []booking.Swap
	for id, desk := range m.desks {
		swaps = append(swaps, booking.Swap{Appointment: id, Desk: desk})
	}
	for _, d := range m.days {
		m.queueDropExpired(d)
	}
	m.queueSwaps(swaps)
	done := 0
	for some := range slices.Chunk(m.ready, progressEvery) {
		for _, a := range some {
			m.queueInsert(addition{Appointment: a})
			m.queueHistory(a, m.by, dialogs.WasImported, nil)
		}
		err := m.send(ctx)
		if err != nil {
			return err
		}
		done += len(some)
		m.progress(done)
	}
	return nil
}
