package dialogs_test

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs/dialogstest"
)

// another is the number of an appointment that somebody else has.
const another = booking.Number("BBB222")

// putAnother enters it, late on monday, where it is in nobody's way. Its holder
// has a mail address, to which codes are sent.
func putAnother(m *dialogstest.Memory, o *booking.Office) booking.AppointmentID {
	a := dialogstest.Elsewhere(o.ID, o.Desks[0].ID, monday.Add(12*time.Hour), 15*time.Minute)
	a.Number, a.Contact = another, booking.Contact{Name: "Otto Normal", Mail: "otto@example.org"}
	return m.Put(a)
}
