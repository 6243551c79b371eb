package storage

import (
	"context"

	"terminbote/booking"
	"terminbote/dialogs"
)

// arrive checks in a holder who reports their arrival, or who a clerk sees at
// the office.
func (t *tx) arrive(ctx context.Context, by Actor, c dialogs.Arrive) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	office, ok := t.town.Office(a.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	check := office.Policy.CheckIn
	if by.Staff != "" {
		check = office.Receive
	}
	here, err := check(a, t.now)
	if err != nil || here.State == a.State { // checked in before
		return here, err
	}
	if a.State == booking.Missed { // the time may have been given to somebody else
		here, err = t.reseatArrived(ctx, here)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(here)
	t.queueHistory(here, by, dialogs.WasCheckedIn, nil)
	return here, nil // who comes late was told rightly that they had not come
}

// delay records how late the holder will be.
func (t *tx) delay(ctx context.Context, by Actor, c dialogs.Delay) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	office, ok := t.town.Office(a.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	a, err = office.Delay(a, c.By, t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSave(a)
	t.queueHistory(a, by, dialogs.WasDelayed, map[string]any{"minutes": int(c.By.Minutes())})
	return a, nil
}
