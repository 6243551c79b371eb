package dialogstest

import (
	"terminbote/booking"
	"terminbote/dialogs"
)

// rate rates one of the person's visits, once.
func (r *records) rate(c dialogs.Rate) error {
	a, ok := r.world.appointments[c.Appointment]
	switch {
	case !ok || a.Holder != r.person || c.Stars < 1 || c.Stars > booking.MostStars:
		return booking.ErrUnknown
	case r.world.rated[a.ID] || !a.Rateable(r.now):
		return booking.ErrOver
	}
	r.world.rated[a.ID] = true
	return nil
}

func (r *records) comment(c dialogs.Comment) error {
	if _, ok := r.memory.town.Office(c.Office); !ok || c.Stars < 1 || c.Stars > booking.MostStars || c.Line == "" {
		return booking.ErrUnknown
	}
	return nil
}
