package dialogs

import "terminbote/locales"

// bringStep says what to bring, which forms there are, what it costs and how
// long it takes.
type bringStep struct{}

func (bringStep) name() string { return "bring" }

func (bringStep) need(*talk) Need { return Need{} }

// open tells whether there is so much to know that it needs a page of its own.
// Little of it stands in the review.
func (bringStep) open(t *talk) bool {
	visit, office, ok := t.visit()
	return ok && !t.Draft.Informed && len(bringLines(visit, t.dayInForce(office))) > mostInReview
}

const mostInReview = 22 // lines

func (bringStep) reopen(t *talk) bool {
	given := t.Draft.Informed
	t.Draft.Informed = false
	return given
}

func (bringStep) show(t *talk) View {
	v := View{
		Title:  locales.Say("bring.title"),
		Body:   t.basket(),
		Groups: []Group{onward(), navigation(backChoice, homeChoice)},
	}
	visit, office, ok := t.visit()
	if ok {
		v.Body = append(v.Body, t.boundLines(office)...)
		v.Body = append(v.Body, bringLines(visit, t.dayInForce(office))...)
		v.Body = append(v.Body, locales.Line{}, locales.Say("bring.length", "Length", locales.Minutes(visit.Length().Minutes())))
		v.Body = append(v.Body, t.changesLine(office)...)
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

func (bringStep) hear(t *talk, _ reading) { t.miss("remark.next") }
