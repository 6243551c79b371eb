package dialogs

import "terminbote/booking"

// The commands about how a visit was. Neither leaves a trace of who it was.
type (
	// Rate rates one of the person's visits. It is refused with booking.ErrOver
	// where that was done before.
	Rate struct {
		Appointment booking.AppointmentID
		Office      booking.OfficeID // where it was
		Stars       int
	}
	// Comment adds a line on a visit that got so many stars.
	Comment struct {
		Office booking.OfficeID
		Stars  int
		Line   string
	}
)

func (Rate) command()    {}
func (Comment) command() {}
