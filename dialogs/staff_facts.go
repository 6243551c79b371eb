package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// allows tells whether the clerk's role is enough.
func (f Facts) allows(needed booking.Role) bool { return f.Staff.Clerk.Role.Allows(needed) }

// may is allows, and says so to somebody whose role is not enough.
func (t *talk) may(needed booking.Role) bool {
	if t.facts.allows(needed) {
		return true
	}
	t.remark("staff.not_allowed", "Role", roleLine(needed))
	return false
}

// lookedUp finds an appointment among what was looked up for a clerk.
func (f Facts) lookedUp(id booking.AppointmentID) (booking.Appointment, bool) {
	if c := f.Staff.Appointment; c != nil && c.Appointment.ID == id {
		return c.Appointment, true
	}
	for _, e := range slices.Concat(f.Staff.Found, f.Staff.Similar, f.Staff.Entries) {
		if e.ID == id {
			return e.Appointment, true
		}
	}
	return booking.Appointment{}, false
}

// roleLine names a role.
func roleLine(r booking.Role) locales.Line {
	switch r {
	case booking.Viewer:
		return locales.Say("staff.role.viewer")
	case booking.Clerk:
		return locales.Say("staff.role.clerk")
	case booking.Lead:
		return locales.Say("staff.role.lead")
	}
	return locales.Say("staff.role.none")
}

// workOffice is the office that the clerk looks at.
func (t *talk) workOffice() *booking.Office {
	if o, ok := t.facts.Town.Office(t.Work.Office); ok {
		return o
	}
	return t.facts.Town.Offices[0]
}

func (t *talk) today() booking.Date { return t.workOffice().Today(t.facts.Now) }
