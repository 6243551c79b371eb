package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// bringStep says what to bring, which forms there are, what it costs and how
// long it takes.
type bringStep struct{}

func (bringStep) need(t *talk) Need { return t.rules() }

func (bringStep) open(t *talk) bool { return !t.Draft.Informed }

func (bringStep) reopen(t *talk) bool {
	given := t.Draft.Informed
	t.Draft.Informed = false
	return given
}

func (bringStep) show(t *talk) View {
	v := View{
		Title:  locales.Say("bring.title"),
		Body:   t.basket(),
		Groups: []Group{onward("choice.choose_day"), navigation(backChoice, homeChoice)},
	}
	visit, office, ok := t.visit()
	if ok {
		v.Body = append(v.Body, bringLines(visit, office.Today(t.facts.Now))...)
		v.Body = append(v.Body, locales.Line{}, locales.Say("bring.length", "Length", locales.Minutes(visit.Length().Minutes())))
	}
	return v
}

func (bringStep) choose(t *talk, id string) bool {
	if id != nextChoice {
		return false
	}
	t.Draft.Informed = true
	return true
}

func (bringStep) hear(t *talk, _ string) { t.remark("remark.next") }

// rules asks for the offices' overrides only, no days.
func (t *talk) rules() Need {
	return Need{Offices: t.offices()}
}

// offices is which offices come into question for the draft.
func (t *talk) offices() []booking.OfficeID {
	if _, known := t.facts.Town.Office(t.Draft.Office); known {
		return []booking.OfficeID{t.Draft.Office}
	}
	var ids []booking.OfficeID
	for _, o := range t.facts.Town.Serving(concernIDs(t.Draft.Wishes)) {
		if _, err := t.visitAt(o); err == nil {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// visit is what the draft asks for, at the office chosen or the first that can
// serve it.
func (t *talk) visit() (booking.Visit, *booking.Office, bool) {
	for _, id := range t.offices() {
		office, _ := t.facts.Town.Office(id)
		visit, err := t.visitAt(office)
		if err == nil {
			return visit, office, true
		}
	}
	return booking.Visit{}, nil, false
}

// visitAt is what the draft asks for, at an office.
func (t *talk) visitAt(o *booking.Office) (booking.Visit, error) {
	return o.VisitFor(t.audience(), once(t.Draft.Wishes), max(1, t.Draft.Persons))
}

// bringLines is documents, forms and cost of a visit on a day.
func bringLines(v booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	for _, d := range v.Documents() {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(d.Name)))
	}
	return append(documentLines(lines), formsAndCost(v, on)...)
}

// tickLines is bringLines with the documents to be ticked off, as somebody does
// who packs their bag.
func tickLines(v booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	for _, d := range v.Documents() {
		lines = append(lines, locales.Say("bring.tick", "Item", locales.Text(d.Name)))
	}
	return append(documentLines(lines), formsAndCost(v, on)...)
}

// documentLines puts a heading over documents, if there are any.
func documentLines(all []locales.Line) []locales.Line {
	if len(all) == 0 {
		return nil
	}
	return append([]locales.Line{{}, locales.Say("bring.documents")}, all...)
}

func formsAndCost(v booking.Visit, on booking.Date) []locales.Line {
	var lines []locales.Line
	if forms := v.Forms(); len(forms) > 0 {
		lines = append(lines, locales.Line{}, locales.Say("bring.forms"))
		for _, f := range forms {
			lines = append(lines, formLine(f))
		}
	}
	return append(lines, costLines(v.Cost(on))...)
}

func formLine(f booking.Form) locales.Line {
	if f.URL == "" {
		return locales.Say("bring.form_there", "Form", locales.Text(f.Name))
	}
	return locales.Say("bring.form", "Form", locales.Text(f.Name), "URL", f.URL)
}

func costLines(c booking.Cost) []locales.Line {
	amount := locales.MoneyRange{Low: int(c.Low), High: int(c.High)}
	var lines []locales.Line
	switch {
	case c.Open && c.High == 0:
		lines = append(lines, locales.Line{}, locales.Say("bring.cost_there"))
	case c.Open:
		lines = append(lines, locales.Line{}, locales.Say("bring.cost_more", "Amount", amount))
	case c.High == 0:
		lines = append(lines, locales.Line{}, locales.Say("bring.cost_none"))
	default:
		lines = append(lines, locales.Line{}, locales.Say("bring.cost", "Amount", amount))
	}
	for _, e := range c.Extras {
		lines = append(lines, locales.Say("bring.extra", "Name", locales.Text(e.Name), "Amount", locales.Money(e.Amount)))
	}
	for _, note := range c.Notes {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(note)))
	}
	return lines
}
