package dialogstest

import (
	"errors"
	"slices"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ready tells people that they can fetch what they applied for.
func (r *records) ready(c dialogs.Ready) ([]dialogs.Readiness, error) {
	if len(c.Numbers) == 0 {
		return nil, booking.ErrUnknown
	}
	var all []dialogs.Readiness
	for _, number := range c.Numbers {
		all = append(all, dialogs.Readiness{Number: number, What: r.readyOne(number)})
	}
	return all, nil
}

func (r *records) readyOne(number booking.Number) dialogs.ReadyOutcome {
	found := r.world.those(func(a booking.Appointment) bool { return a.Number == number && a.State != booking.Held })
	if len(found) == 0 {
		return dialogs.ReadyUnknown
	}
	a := found[0]
	told := func(e dialogs.AuditEntry) bool { return e.What == dialogs.WasReady }
	switch err := a.Fetchable(r.now); {
	case a.Contact.Name == erasedName:
		return dialogs.ReadyErased
	case errors.Is(err, booking.ErrTooSoon):
		return dialogs.ReadyAhead
	case err != nil:
		return dialogs.ReadyOver
	case slices.ContainsFunc(r.world.history[a.ID], told):
		return dialogs.ReadyAlready
	}
	r.remember(a, dialogs.WasReady)
	return dialogs.ReadyTold
}
