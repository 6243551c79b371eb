package storage_test

import (
	"cmp"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// notNoted is what the memory does not note.
var notNoted = []string{dialogs.WasAffirmed, dialogs.WasDelayed}

// compared is what both keepers know of what was looked up. The memory does not
// know who was told what, nor who of the citizens did what, nor in detail; and it shows
// holds to clerks, and finds names in another order.
func compared(f dialogs.Facts) any {
	type act struct {
		At       time.Time
		By, What string
		Number   booking.Number
	}
	acts := func(all []dialogs.AuditEntry) (some []act) {
		for _, e := range all {
			if e.Account.Address == "" {
				e.By = "somebody"
			}
			if slices.Contains(notNoted, e.What) {
				continue
			}
			some = append(some, act{e.At, e.By, e.What, e.Number})
		}
		slices.SortStableFunc(some, func(a, b act) int {
			return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.What, b.What))
		})
		return some
	}
	var about struct {
		booking.Appointment
		History []act
	}
	if a := f.Staff.Appointment; a != nil && a.Appointment.State != booking.Held {
		about.Appointment, about.History = plain(a.Appointment), acts(a.History)
	}
	entries := func(all []dialogs.Entry) []booking.Appointment {
		var some []booking.Appointment
		for _, e := range all {
			if e.State != booking.Held {
				some = append(some, plain(e.Appointment))
			}
		}
		return some
	}
	for i, a := range f.Appointments {
		f.Appointments[i] = plain(a)
	}
	for i, day := range f.Booked { // in any order where they begin at once
		f.Booked[i].Busy = slices.SortedStableFunc(slices.Values(day.Busy), func(a, b booking.Busy) int {
			return cmp.Or(a.Span.Start.Compare(b.Span.Start), cmp.Compare(a.ID, b.ID))
		})
		for n := range f.Booked[i].Busy {
			f.Booked[i].Busy[n].Desk = ""
		}
	}
	return []any{
		f.Appointments, f.Waiting, f.Contact, f.Booked, entries(f.Staff.Entries), entries(f.Staff.Hit),
		acts(f.Staff.Audit), about,
	}
}
