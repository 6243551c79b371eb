package dialogs

import (
	"slices"

	"terminbote/locales"
)

// placeStep shows one place on the waiting list, and the time that is offered
// for it.
type placeStep struct{}

func (placeStep) name() string { return "place" }

func (placeStep) need(*talk) Need { return Need{Appointments: true, Waiting: true} }

func (placeStep) show(t *talk) View {
	place, ok := t.place()
	if !ok {
		return View{Ask: locales.Say("wait.gone"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	v := View{
		Title: t.placeLabel(place), Body: []locales.Line{termsLine(place.Terms)}, Ask: locales.Say("wait.ask_place"),
	}
	end := Choice{ID: endChoice, Label: locales.Say("wait.end")}
	if place.Offer == nil {
		v.Groups = []Group{list(end), navigation(backChoice, homeChoice)}
		return v
	}
	v.Body = append(v.Body, t.facts.offerLines(*place.Offer)...)
	v.Ask = locales.Say("offer.ask")
	choices := append(offerAnswers(), end)
	v.Groups = []Group{list(choices...), navigation(backChoice, homeChoice)}
	return v
}

// place is the one shown.
func (t *talk) place() (Waiting, bool) {
	i := slices.IndexFunc(t.facts.Waiting, func(w Waiting) bool { return w.ID == t.Place })
	if i < 0 {
		return Waiting{}, false
	}
	return t.facts.Waiting[i], true
}

func (placeStep) choose(t *talk, id string) bool {
	place, _ := t.place()
	if id == endChoice {
		t.do(EndWait{t.Place})
		return true
	}
	if place.Offer == nil {
		return false
	}
	return t.answerOffer(place.Offer.ID, id)
}

func (placeStep) hear(t *talk, _ reading) { t.miss("remark.choose") }

func (t *talk) ended(d Result) {
	t.Screen, t.Place = waitingScreen, 0
	if d.Refused != nil {
		t.remark("wait.gone")
		return
	}
	t.remark("wait.ended")
}
