package dialogstest

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs"
)

// close lays a closure down, and seats those it hits elsewhere where that goes.
func (r *records) close(c dialogs.Close) (booking.OverrideID, error) {
	o, err := r.laidOn(c.Office, c.Closing.Day, c.Closing.Hours, c.Closing.Desk)
	if err != nil {
		return 0, err
	}
	swaps, left := r.hitBy(o, c.Closing)
	for _, swap := range swaps {
		a := r.world.appointments[swap.Appointment]
		a.Desk = swap.Desk
		r.world.appointments[a.ID] = a
	}
	id := r.nextLaid()
	hits := map[booking.AppointmentID]booking.Span{}
	for _, hit := range left {
		a := r.world.appointments[hit]
		hits[hit] = a.Span
		r.remember(a, dialogs.WasHit)
	}
	r.world.hits[id] = hits
	laid := r.world.laid[c.Office]
	laid.Closures = append(slices.Clone(laid.Closures), booking.Closure{
		ID: id, Day: c.Closing.Day, Hours: c.Closing.Hours, Desk: c.Closing.Desk,
		Reason: booking.Text{"de": c.Reason}, By: r.clerk.Name, At: r.now,
	})
	r.world.laid[c.Office] = laid
	r.note(dialogs.DayClosed, detail(c.Closing.Day, c.Closing.Hours, c.Reason))
	return id, nil
}

// detail is what the trail says of what was laid down.
func detail(day booking.Date, hours booking.Hours, reason string) map[string]any {
	return map[string]any{"day": day.String(), "from": hours.From.String(), "to": hours.To.String(), "reason": reason}
}

// nextLaid is the next number of what is laid down; 0 is none.
func (r *records) nextLaid() booking.OverrideID { return booking.OverrideID(r.world.nextID()) }

// laidOn is the office for which something is laid down.
func (r *records) laidOn(
	id booking.OfficeID, day booking.Date, hours booking.Hours, desk booking.DeskID,
) (*booking.Office, error) {
	o, ok := r.town().Office(id)
	if !ok {
		return nil, booking.ErrUnknown
	}
	return o, o.MayOverride(day, hours, desk, r.now)
}

// hitBy is who of a day sits elsewhere after a closure, and who nowhere.
func (r *records) hitBy(o *booking.Office, c dialogs.Closing) ([]booking.Swap, []booking.AppointmentID) {
	closed := o.With(booking.Overrides{Closures: []booking.Closure{{Day: c.Day, Hours: c.Hours, Desk: c.Desk}}}, c.Day)
	booked := r.world.occupied(o, c.Day, r.now)
	before := o.Day(c.Day, booked).Affected()
	swaps, left := closed.Day(c.Day, booked).Reseat()
	return swaps, slices.DeleteFunc(left, func(id booking.AppointmentID) bool {
		return slices.Contains(before, id) || r.world.appointments[id].State == booking.Held
	})
}

func (r *records) reopen(c dialogs.Reopen) error {
	for office, laid := range r.world.laid {
		i := slices.IndexFunc(laid.Closures, func(x booking.Closure) bool { return x.ID == c.Closure })
		if i < 0 || c.Closure == 0 {
			continue
		}
		if err := r.clerk.Role.MayUndo(laid.Closures[i].At, r.now); err != nil {
			return err
		}
		gone := laid.Closures[i]
		laid.Closures = slices.Delete(slices.Clone(laid.Closures), i, i+1)
		r.world.laid[office] = laid
		r.note(dialogs.DayReopened, detail(gone.Day, gone.Hours, gone.Reason["de"]))
		return nil
	}
	return booking.ErrUnknown
}

// open lays extra hours down.
func (r *records) open(c dialogs.Open) (booking.OverrideID, error) {
	e := c.Extra
	if _, err := r.laidOn(c.Office, e.Day, e.Hours, e.Desk); err != nil {
		return 0, err
	}
	extra := booking.ExtraHours{ID: r.nextLaid(), Day: e.Day, By: r.clerk.Name, At: r.now}
	extra.Shift = booking.Shift{From: e.Hours.From, To: e.Hours.To, Internal: e.Internal}
	if e.Desk != "" {
		extra.Shift.Desks = []booking.DeskID{e.Desk}
	}
	laid := r.world.laid[c.Office]
	laid.Extra = append(slices.Clone(laid.Extra), extra)
	r.world.laid[c.Office] = laid
	r.note(dialogs.HoursOpened, detail(e.Day, e.Hours, ""))
	return extra.ID, nil
}

func (r *records) withdraw(c dialogs.Withdraw) error {
	for office, laid := range r.world.laid {
		i := slices.IndexFunc(laid.Extra, func(x booking.ExtraHours) bool { return x.ID == c.Extra })
		if i < 0 || c.Extra == 0 {
			continue
		}
		day := laid.Extra[i].Day
		if err := r.clerk.Role.MayUndo(laid.Extra[i].At, r.now); err != nil {
			return err
		}
		before := laid
		laid.Extra = slices.Delete(slices.Clone(laid.Extra), i, i+1)
		r.world.laid[office] = laid
		o, _ := r.town().Office(office)
		if len(o.Day(day, r.world.occupied(o, day, r.now)).Affected()) > 0 {
			r.world.laid[office] = before
			return booking.ErrTaken
		}
		r.note(dialogs.HoursWithdrawn, map[string]any{"day": day.String()})
		return nil
	}
	return booking.ErrUnknown
}
