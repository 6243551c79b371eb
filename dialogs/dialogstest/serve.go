package dialogstest

import (
	"context"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Serve runs a turn of a clerk's talk; see [dialogs.Staff].
func (m *Memory) Serve(
	ctx context.Context, chat dialogs.Chat, name string, now time.Time, turn func(context.Context, dialogs.Records) error,
) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := &records{memory: m, chat: chat, now: now, clerk: dialogs.Colleague{Chat: chat, Name: name, Role: m.world.roles[chat].Role}}
	return m.run(ctx, r, turn)
}

// RoleOf is the role of the person in chat.
func (m *Memory) RoleOf(_ context.Context, chat dialogs.Chat) (booking.Role, error) {
	return m.Role(chat), nil
}

// Role is the role of the person in chat.
func (m *Memory) Role(chat dialogs.Chat) booking.Role {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.world.roles[chat].Role
}

// Appoint gives a colleague a role, as if a lead had done it.
func (m *Memory) Appoint(c dialogs.Colleague) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.roles[c.Chat] = c
}

// Tell notes how far it came that the holder of an appointment was told of it.
func (m *Memory) Tell(id booking.AppointmentID, told dialogs.DeliveryState) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.told[id] = told
}

// serving tells whether a clerk talks.
func (r *records) serving() bool { return r.clerk.Chat != dialogs.Chat{} }

// audience is the side of the counter that books.
func (r *records) audience() booking.Audience {
	if r.serving() {
		return booking.Staff
	}
	return booking.Public
}

// serve carries out a command that only staff give, and notes in done what came
// of it; false for any other command.
func (r *records) serve(command dialogs.Command, done *dialogs.Result) (known bool, err error) {
	switch c := command.(type) {
	case dialogs.Close:
		done.Override, err = r.close(c)
	case dialogs.Reopen:
		err = r.reopen(c)
	case dialogs.Open:
		done.Override, err = r.open(c)
	case dialogs.Withdraw:
		err = r.withdraw(c)
	case dialogs.SetRole:
		err = r.appoint(c)
	case dialogs.ChangeMinutes:
		done.Override, err = r.changeMinutes(c)
	case dialogs.RestoreMinutes:
		err = r.restoreMinutes(c)
	case dialogs.Ready:
		done.Ready, err = r.ready(c)
	case dialogs.GiveCode:
		done.Appointment, done.Code, err = r.giveCode(c)
	default:
		if known, err := r.atTheOffice(command, done); known {
			return true, err
		}
		return r.attend(command, done)
	}
	return true, err
}

// appoint gives a colleague a role, or takes it away.
func (r *records) appoint(c dialogs.SetRole) error {
	known := c.Role == booking.Stranger || slices.Contains(booking.Roles(), c.Role)
	if !known || c.Chat.Channel == "" || c.Chat.Address == "" || c.Name == "" {
		return booking.ErrUnknown
	}
	delete(r.world.roles, c.Chat)
	if c.Role != booking.Stranger {
		r.world.roles[c.Chat] = dialogs.Colleague{Chat: c.Chat, Name: c.Name, Role: c.Role}
	}
	r.note(dialogs.RoleGiven, dialogs.RoleDetail(c))
	return nil
}

// attend carries out a command about a visitor at the office, or a missing one.
func (r *records) attend(command dialogs.Command, done *dialogs.Result) (known bool, err error) {
	switch c := command.(type) {
	case dialogs.Next:
		done.Appointment, err = r.next(c)
	case dialogs.Finish:
		done.Appointment, err = r.change(c.Appointment, booking.Finished, dialogs.WasFinished, booking.Appointment.Finish)
	case dialogs.Miss:
		done.Appointment, err = r.change(c.Appointment, booking.Missed, dialogs.WasMissed, r.miss)
	case dialogs.Uncall:
		done.Appointment, err = r.change(c.Appointment, booking.CheckedIn, dialogs.WasUncalled, r.uncall)
	case dialogs.Unmark:
		done.Appointment, err = r.unmark(c)
	case dialogs.Restore:
		done.Appointment, err = r.restore(c)
	default:
		return false, nil
	}
	return true, err
}

// change lets an appointment become another one. What is so already stays.
func (r *records) change(
	id booking.AppointmentID, state booking.State, what string, become func(booking.Appointment, time.Time) (booking.Appointment, error),
) (booking.Appointment, error) {
	a, err := r.own(id)
	if err != nil || a.State == state {
		return a, err
	}
	a, err = become(a, r.now)
	a, err = r.keep(a, err)
	if err == nil {
		r.remember(a, what)
	}
	return a, err
}

// miss records that nobody came, if they were called as often as the office calls.
func (r *records) miss(a booking.Appointment, now time.Time) (booking.Appointment, error) {
	o, _ := r.town().Office(a.Office)
	if err := o.Policy.MissedCall(a, now); err != nil {
		return a, err
	}
	return a.Miss(now)
}

// uncall lets somebody wait again, at a desk if there is one.
func (r *records) uncall(a booking.Appointment, now time.Time) (booking.Appointment, error) {
	o, _ := r.town().Office(a.Office)
	if a.State == booking.Called {
		if err := r.clerk.Role.MayUndo(a.Updated, now); err != nil {
			return a, err
		}
	}
	a, err := a.Uncall(now)
	if err == nil && a.Visit.Parked.IsZero() {
		a = r.sitDown(o, a)
	}
	return a, err
}

func (r *records) next(c dialogs.Next) (booking.Appointment, error) {
	o, ok := r.town().Office(c.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	var today []booking.Appointment
	for _, a := range r.world.sorted() {
		if o.Today(a.Span.Start) == o.Today(r.now) && (c.Appointment == 0 || a.ID == c.Appointment) {
			today = append(today, a)
		}
	}
	a, err := o.Next(c.Desk, today, r.now)
	if err == nil {
		a, err = a.Call(c.Desk, r.now)
	}
	a, err = r.keep(a, err)
	if err == nil {
		r.remember(a, dialogs.WasCalled)
	}
	return a, err
}

// restore undoes a cancellation while its time is untaken.
func (r *records) restore(c dialogs.Restore) (booking.Appointment, error) {
	a, err := r.own(c.Appointment)
	switch {
	case err != nil, a.State == booking.Confirmed: // it is done already
		return a, err
	case a.Contact.Name == erasedName:
		return a, booking.ErrOver
	}
	if err = r.clerk.Role.MayUndo(a.Updated, r.now); err == nil {
		a, err = a.Restore(r.now)
	}
	if err == nil {
		err = r.seat(&a, 0)
	}
	if err != nil {
		return a, err
	}
	r.remember(a, dialogs.WasRestored)
	return a, nil
}

// remember writes into the history of an appointment, and for clerks also
// into the audit log.
func (r *records) remember(a booking.Appointment, what string) {
	act := dialogs.AuditEntry{At: r.now, By: "person 1", What: what, Number: a.Number}
	if r.serving() {
		act.By, act.Account = r.clerk.Name, r.clerk.Chat
		r.world.audit = append([]dialogs.AuditEntry{act}, r.world.audit...)
	}
	r.world.history[a.ID] = append(append([]dialogs.AuditEntry{}, r.world.history[a.ID]...), act)
}

// note writes into the audit log.
func (r *records) note(what string, detail map[string]any) {
	act := dialogs.AuditEntry{At: r.now, By: r.clerk.Name, Account: r.clerk.Chat, What: what, Detail: detail}
	r.world.audit = append([]dialogs.AuditEntry{act}, r.world.audit...)
}
