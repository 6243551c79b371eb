package dialogstest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs"
)

// staffFacts is what a clerk wants looked up, and not a thing more.
func (r *records) staffFacts(need dialogs.StaffNeed) dialogs.StaffFacts {
	facts := dialogs.StaffFacts{Clerk: r.clerk}
	if need.Colleagues {
		facts.Colleagues = r.colleagues()
	}
	o, known := r.town().Office(need.Office)
	if !known || !r.clerk.Role.Allows(booking.Viewer) {
		return facts
	}
	for _, a := range r.world.sorted() {
		day := o.Today(a.Span.Start)
		if a.Office == o.ID && !need.From.IsZero() && !day.Before(need.From) && !day.After(need.To) {
			facts.Entries = append(facts.Entries, r.entry(a))
		}
	}
	facts.Found = r.find(need.Find)
	if len(facts.Found) == 0 {
		facts.Similar = r.findNear(need.Find)
	}
	facts.Appointment = r.lookInto(need.Appointment)
	if !need.Closing.Day.IsZero() && !need.Closing.Day.Before(o.Today(r.now)) {
		_, left := r.hitBy(o, need.Closing)
		for _, id := range left {
			facts.Hit = append(facts.Hit, r.entry(r.world.appointments[id]))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.world.hits[need.Closed])) {
		e := r.entry(r.world.appointments[id])
		e.Moved = e.Span != r.world.hits[need.Closed][id]
		facts.Hit = append(facts.Hit, e)
	}
	if need.Audit {
		facts.Audit = r.world.audit
	}
	r.addFigures(&facts, o, need)
	return facts
}

func (r *records) entry(a booking.Appointment) dialogs.Entry {
	return dialogs.Entry{Appointment: a, Told: r.world.told[a.ID]}
}

// find is appointments by number, mail address or part of a name.
func (r *records) find(text string) []dialogs.Entry {
	if text == "" {
		return nil
	}
	number, _ := booking.ParseNumber(text)
	var all []dialogs.Entry
	for _, a := range r.world.sorted() {
		name := strings.Contains(strings.ToLower(a.Contact.Name), strings.ToLower(text))
		mail := a.Contact.Mail != "" && strings.EqualFold(a.Contact.Mail, text)
		if a.State != booking.Held && (number != "" && a.Number == number || name || mail) {
			all = append(all, r.entry(a))
		}
	}
	return all[:min(len(all), dialogs.MostFound)]
}

// findNear is appointments under a name with one letter added, left out
// or mistaken.
func (r *records) findNear(text string) []dialogs.Entry {
	var all []dialogs.Entry
	for _, a := range r.world.sorted() {
		near := slices.ContainsFunc(strings.Fields(a.Contact.Name), func(name string) bool { return nearly(name, text) })
		if a.State != booking.Held && near {
			all = append(all, r.entry(a))
		}
	}
	return all
}

// nearly tells whether two names of four letters and more are the same but for one.
func nearly(a, b string) bool {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if min(len(x), len(y)) < 4 {
		return false
	}
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return max(len(x), len(y)) == 1
}

func (r *records) lookInto(id booking.AppointmentID) *dialogs.StaffAppointment {
	a, ok := r.world.appointments[id]
	if !ok {
		return nil
	}
	c := &dialogs.StaffAppointment{Appointment: a, History: r.world.history[id]}
	if told := r.world.told[id]; told == dialogs.NotTold {
		c.Deliveries = []dialogs.Delivery{{
			Appointment: id, Kind: booking.BookedNotice, Channel: "mail", Due: r.now, Outcome: "failed", Settled: r.now,
		}}
	}
	return c
}

// colleagues is who has a role; a stranger learns of the leads only.
func (r *records) colleagues() []dialogs.Colleague {
	var all []dialogs.Colleague
	for _, c := range r.world.roles {
		if c.Role == booking.Lead || c.Role != booking.Stranger && r.clerk.Role.Allows(booking.Viewer) {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b dialogs.Colleague) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Chat.Address, b.Chat.Address))
	})
	return all
}
