package storage

import (
	"context"

	"terminbote/booking"
	"terminbote/dialogs"
)

// arrive checks the holder in who says that they are there, or whom a clerk
// sees before them.
func (w *work) arrive(ctx context.Context, by Actor, c dialogs.Arrive) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	office, ok := w.town.Office(a.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	check := office.Policy.CheckIn
	if by.Staff != "" {
		check = office.Receive
	}
	here, err := check(a, w.now)
	if err != nil || here.State == a.State { // a second time it is done already
		return here, err
	}
	if a.State == booking.Missed { // the time may have been given to somebody else
		here, err = w.sitDown(ctx, here)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	w.mark(here)
	w.remark(here, by, dialogs.WasCheckedIn, nil)
	return here, nil
}

// delay records how much later the holder comes.
func (w *work) delay(ctx context.Context, by Actor, c dialogs.Delay) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	office, ok := w.town.Office(a.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	a, err = office.Delay(a, c.By, w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.save(a)
	w.remark(a, by, dialogs.WasDelayed, map[string]any{"minutes": int(c.By.Minutes())})
	return a, nil
}
