package dialogs

import (
	"reflect"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// purpose is what an appointment is for, and how many come where that is more than one.
func (f Facts) purpose(wishes []booking.Wish, persons int) locales.List {
	if persons == 1 {
		return f.purposeOf(wishes)
	}
	return append(f.purposeOf(wishes), locales.Say("review.persons", "Count", persons))
}

func (f Facts) purposeOf(wishes []booking.Wish) (all locales.List) {
	for _, w := range wishes {
		all = append(all, f.named(w))
	}
	return all
}

// purposeNow is what the draft is for, and how many come where that is not one as before.
func (t *talk) purposeNow(before int) locales.List {
	persons := max(1, t.Draft.Persons)
	if persons == before {
		return t.facts.purpose(once(t.Draft.Wishes), persons)
	}
	return append(t.facts.purposeOf(once(t.Draft.Wishes)), locales.Say("review.persons", "Count", persons))
}

// changedLine names the appointment whose purpose changes, and what it stays until then.
func (t *talk) changedLine(a booking.Appointment) locales.Line {
	return locales.Say("change.title", "Number", a.Number.String(),
		"What", t.facts.purpose(a.Wishes(), a.Persons), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
}

// changeView shows what an appointment was for, what it is for henceforth, and what to bring
// for that besides, before anything changes.
func (t *talk) changeView(o *booking.Office) View {
	a, ok := t.appointment(t.Draft.Moving)
	visit, err := t.visitOn(o, t.Draft.Day)
	if !ok || err != nil {
		return t.unserved()
	}
	v := View{Title: t.changedLine(a), Ask: locales.Say("change.ask")}
	v.Body = []locales.Line{
		locales.Say("change.now", "What", t.purposeNow(a.Persons)),
		locales.Say("review.time", "Day", dateOf(t.Draft.Day), "Time", clockOf(t.Draft.Start, o), "Length", t.lengthHeld(visit)),
	}
	if t.facts.Now.Before(t.Draft.HeldUntil) {
		v.Body = append(v.Body, locales.Say("review.held", "Until", clockOf(t.Draft.HeldUntil, o)))
	}
	v.Body = append(v.Body, t.sameTime(visit)...)
	v.Body = append(v.Body, t.noted()...)
	v.Body = append(v.Body, bringBesides(visit, o.Booked(a), t.Draft.Day)...)
	if !t.Draft.Start.Equal(a.Span.Start) {
		v.Ask = locales.Say("change.ask_moved", "Day", dateOf(t.Draft.Day), "Time", clockOf(t.Draft.Start, o))
	}
	v.Groups = []Group{
		list(
			Choice{ID: yesChoice, Label: locales.Say("change.yes")},
			Choice{ID: changeTimeChoice, Label: locales.Say("review.change_time")},
			Choice{ID: noChoice, Label: locales.Say("move.no")},
		),
		navigation(backChoice, homeChoice),
	}
	return v
}

// nowLines is what an appointment is for henceforth, while a time is looked for.
func (t *talk) nowLines() []locales.Line {
	a, ok := t.appointment(t.Draft.Moving)
	if !ok || !t.Draft.Changes {
		return nil
	}
	return []locales.Line{locales.Say("change.now", "What", t.purposeNow(a.Persons))}
}

// bringBesides is what a visit needs that another one did not, and what it costs.
func bringBesides(v, before booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	for _, d := range v.Documents() {
		if !slices.ContainsFunc(before.Documents(), func(k booking.Document) bool { return k.ID == d.ID }) {
			lines = append(lines, locales.Say("bring.item", "Item", locales.Text(d.Name)))
		}
	}
	for _, f := range v.Forms() {
		if !slices.ContainsFunc(before.Forms(), func(k booking.Form) bool { return k.ID == f.ID }) {
			lines = append(lines, formLine(f))
		}
	}
	if len(lines) > 0 {
		lines = append([]locales.Line{{}, locales.Say("change.bring")}, lines...)
	}
	if cost := costLines(v, on); !reflect.DeepEqual(cost, costLines(before, on)) {
		lines = append(lines, cost...)
	}
	return lines
}

// presentUnmet says why the time that an appointment has does not do: it is no other one, or
// not long enough for what it is for henceforth.
func (t *talk) presentUnmet() locales.Line {
	a, ok := t.appointment(t.Draft.Moving)
	if !ok || !t.Draft.Changes {
		return locales.Say("move.same")
	}
	return locales.Say("change.not_then", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
}

// loseTimeOf looks for a time near the one that could not be set aside.
func (t *talk) loseTimeOf(hold Hold) {
	t.Draft.Start = hold.Start
	t.loseTime()
}

// tryPresent looks for the time that the appointment has: it is set aside as soon as a time
// is what is missing, if it does for what the appointment is for henceforth.
func (t *talk) tryPresent(a booking.Appointment) {
	o, ok := t.facts.Town.Office(a.Office)
	if !ok {
		return
	}
	t.Draft.Start, t.Draft.Day, t.Draft.ByDay, t.Draft.Page = time.Time{}, booking.Date{}, false, 0
	t.say(exactly(a.Span.Start, o))
	t.seeks = true
}
