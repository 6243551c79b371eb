package dialogstest

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs"
)

// close enters a closure, and seats those it hits at other desks if possible.
func (r *records) close(c dialogs.Close) (booking.OverrideID, error) {
	o, err := r.officeToOverride(c.Office, c.Closing.Day, c.Closing.Hours, c.Closing.Desk)
	if err != nil {
		return 0, err
	}
	swaps, left := r.hitBy(o, c.Closing)
	for _, swap := range swaps {
		a := r.world.appointments[swap.Appointment]
		a.Desk = swap.Desk
		r.world.appointments[a.ID] = a
	}
	id := r.nextOverride()
	hits := map[booking.AppointmentID]booking.Span{}
	for _, hit := range left {
		a := r.world.appointments[hit]
		hits[hit] = a.Span
		r.remember(a, dialogs.WasHit)
	}
	r.world.hits[id] = hits
	overrides := r.world.overrides[c.Office]
	overrides.Closures = append(slices.Clone(overrides.Closures), booking.Closure{
		ID: id, Day: c.Closing.Day, Hours: c.Closing.Hours, Desk: c.Closing.Desk,
		Reason: booking.Text{"de": c.Reason}, By: r.clerk.Name, At: r.now,
	})
	r.world.overrides[c.Office] = overrides
	r.note(dialogs.DayClosed, detail(c.Closing.Day, c.Closing.Hours, c.Reason))
	return id, nil
}

// detail is what the audit log says of an override.
func detail(day booking.Date, hours booking.Hours, reason string) map[string]any {
	return map[string]any{"day": day.String(), "from": hours.From.String(), "to": hours.To.String(), "reason": reason}
}

// nextOverride is the number of the next override; 0 is none.
func (r *records) nextOverride() booking.OverrideID { return booking.OverrideID(r.world.nextID()) }

// officeToOverride is the office that an override is about, if it may be entered.
func (r *records) officeToOverride(
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
	for office, overrides := range r.world.overrides {
		i := slices.IndexFunc(overrides.Closures, func(x booking.Closure) bool { return x.ID == c.Closure })
		if i < 0 || c.Closure == 0 {
			continue
		}
		if err := r.clerk.Role.MayUndo(overrides.Closures[i].At, r.now); err != nil {
			return err
		}
		gone := overrides.Closures[i]
		overrides.Closures = slices.Delete(slices.Clone(overrides.Closures), i, i+1)
		r.world.overrides[office] = overrides
		r.note(dialogs.DayReopened, detail(gone.Day, gone.Hours, gone.Reason["de"]))
		return nil
	}
	return booking.ErrUnknown
}

// open enters extra hours.
func (r *records) open(c dialogs.Open) (booking.OverrideID, error) {
	e := c.Extra
	if _, err := r.officeToOverride(c.Office, e.Day, e.Hours, e.Desk); err != nil {
		return 0, err
	}
	extra := booking.ExtraHours{ID: r.nextOverride(), Day: e.Day, By: r.clerk.Name, At: r.now}
	extra.Shift = booking.Shift{From: e.Hours.From, To: e.Hours.To, Internal: e.Internal}
	if e.Desk != "" {
		extra.Shift.Desks = []booking.DeskID{e.Desk}
	}
	overrides := r.world.overrides[c.Office]
	overrides.Extra = append(slices.Clone(overrides.Extra), extra)
	r.world.overrides[c.Office] = overrides
	r.note(dialogs.HoursOpened, detail(e.Day, e.Hours, ""))
	return extra.ID, nil
}

func (r *records) withdraw(c dialogs.Withdraw) error {
	for office, overrides := range r.world.overrides {
		i := slices.IndexFunc(overrides.Extra, func(x booking.ExtraHours) bool { return x.ID == c.Extra })
		if i < 0 || c.Extra == 0 {
			continue
		}
		day := overrides.Extra[i].Day
		if err := r.clerk.Role.MayUndo(overrides.Extra[i].At, r.now); err != nil {
			return err
		}
		before := overrides
		overrides.Extra = slices.Delete(slices.Clone(overrides.Extra), i, i+1)
		r.world.overrides[office] = overrides
		o, _ := r.town().Office(office)
		if len(o.Day(day, r.world.occupied(o, day, r.now)).Affected()) > 0 {
			r.world.overrides[office] = before
			return booking.ErrTaken
		}
		r.note(dialogs.HoursWithdrawn, map[string]any{"day": day.String()})
		return nil
	}
	return booking.ErrUnknown
}
