package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// bringLines is documents, forms and cost of a visit on a day.
func bringLines(v booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	for _, d := range v.Documents() {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(d.Name)))
	}
	return append(documentLines(v, lines), formsAndCost(v, on)...)
}

// tickLines is bringLines with the documents to be ticked off, as somebody does
// who packs their bag.
func tickLines(v booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	for _, d := range v.Documents() {
		lines = append(lines, locales.Say("bring.tick", "Item", locales.Text(d.Name)))
	}
	return append(documentLines(v, lines), formsAndCost(v, on)...)
}

// tickCard is what to pack for an appointment, and what has changed since it was
// booked.
func (f Facts) tickCard(a booking.Appointment) []locales.Line {
	o, ok := f.Town.Office(a.Office)
	if !ok {
		return nil
	}
	return append(tickLines(o.Booked(a), f.date(a)), f.changeLines(a)...)
}

// documentLines puts a heading over documents, if there are any. Where there are several cases of something
// it says so, as each of them needs its own.
func documentLines(v booking.Visit, all []locales.Line) []locales.Line {
	if len(all) == 0 {
		return nil
	}
	heading := locales.Say("bring.documents")
	if slices.ContainsFunc(v.Parts, func(p booking.Part) bool { return p.Quantity > 1 }) {
		heading = locales.Say("bring.documents_for", "Concerns", partNames(v))
	}
	return append([]locales.Line{{}, heading}, all...)
}

// partNames is what a visit is for, with how many cases of each.
func partNames(v booking.Visit) locales.List {
	var names locales.List
	for _, p := range v.Parts {
		names = append(names, quantityLine(p.Concern.Name, p.Quantity))
	}
	return names
}

func formsAndCost(v booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	if forms := v.Forms(); len(forms) > 0 {
		lines = append(lines, locales.Line{}, locales.Say("bring.forms"))
		for _, f := range forms {
			lines = append(lines, formLine(f))
		}
	}
	return append(lines, costLines(v, on)...)
}

func formLine(f booking.Form) locales.Line {
	if f.URL == "" {
		return locales.Say("bring.form_there", "Form", locales.Text(f.Name))
	}
	return locales.Say("bring.form", "Form", locales.Text(f.Name), "URL", f.URL)
}

// card is an appointment with all that one has to know on the day.
func (f Facts) card(a booking.Appointment) []locales.Line {
	lines := f.brief(a)
	if o, ok := f.Town.Office(a.Office); ok {
		lines = append(lines, bringLines(o.Booked(a), f.date(a))...)
	}
	return append(lines, f.changeLines(a)...)
}

// brief is what an appointment is for, when and where.
func (f Facts) brief(a booking.Appointment) []locales.Line {
	lines := []locales.Line{locales.Say("card.time",
		"Day", f.dayOf(a), "Time", f.timeOf(a), "Length", locales.Minutes(a.Span.Length().Minutes()))}
	for _, item := range a.Items {
		lines = append(lines, locales.Say("bring.item", "Item", quantityLine(item.Name, item.Quantity)))
	}
	o, ok := f.Town.Office(a.Office)
	if !ok || o.GivenUp {
		return lines
	}
	lines = append(lines, placeLine(o))
	if hint := o.Address.Hint; len(hint) > 0 {
		lines = append(lines, say(hint))
	}
	return lines
}

func (f Facts) dayOf(a booking.Appointment) locales.Date { return dateOf(f.date(a)) }

func (f Facts) date(a booking.Appointment) booking.Date {
	return booking.DateOf(a.Span.Start, f.zone(a))
}

func (f Facts) timeOf(a booking.Appointment) locales.Clock {
	return locales.Clock(a.Span.Start.In(f.zone(a)))
}

func (f Facts) zone(a booking.Appointment) *time.Location {
	if o, ok := f.Town.Office(a.Office); ok {
		return o.Calendar.Zone
	}
	return f.Town.Offices[0].Calendar.Zone
}

// momentOf is day and time by the clock of an appointment's office.
func (f Facts) momentOf(at time.Time, a booking.Appointment) locales.Line {
	zone := f.zone(a)
	return locales.Say("staff.moment", "Day", shortDateOf(booking.DateOf(at, zone)), "Time", locales.BareClock(at.In(zone)))
}

// gone is shown for an appointment that is not there any more.
func (t *talk) gone() View {
	return View{
		Ask:    locales.Say("refused.gone", "Phone", t.phone()),
		Groups: []Group{navigation(appointmentsChoice, homeChoice)},
	}
}
