package storage

import (
	"context"

	"terminbote/booking"
	"terminbote/dialogs"
)

// attend carries out a command about somebody who is at the office, under the
// lock of the day.
func (t *tx) attend(ctx context.Context, by Actor, command dialogs.Command) (booking.Appointment, error) {
	switch c := command.(type) {
	case dialogs.CallAgain:
		return t.become(ctx, by, c.Appointment, dialogs.WasCalledAgain, nil, func(_ *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			return a.CallAgain(t.now)
		})
	case dialogs.Park:
		return t.become(ctx, by, c.Appointment, dialogs.WasParked, nil, func(_ *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			return a.Park(t.now)
		})
	case dialogs.TakeUp:
		return t.become(ctx, by, c.Appointment, dialogs.WasCalled, map[string]any{"desk": c.Desk}, func(o *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			if !o.Has(c.Desk) {
				return a, booking.ErrUnknown
			}
			return a.TakeUp(c.Desk, t.now)
		})
	case dialogs.SendOn:
		return t.become(ctx, by, c.Appointment, dialogs.WasSentOn, map[string]any{"desk": c.Desk}, func(o *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			return o.SendOn(a, c.Desk, c.Note, t.now)
		})
	}
	return booking.Appointment{}, booking.ErrUnknown
}

// become lets an appointment change under the lock of its day, and tells its
// holder where they are called by that.
func (t *tx) become(
	ctx context.Context, by Actor, id booking.AppointmentID, what string, detail map[string]any,
	change func(*booking.Office, booking.Appointment) (booking.Appointment, error),
) (booking.Appointment, error) {
	a, err := t.take(ctx, by, id, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	office, ok := t.town.Office(a.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	a, err = change(office, a)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(a)
	t.queueHistory(a, by, what, detail)
	if a.State == booking.Called {
		return a, t.tell(ctx, a, booking.CalledNotice)
	}
	return a, nil
}
