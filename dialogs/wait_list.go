package dialogs

import (
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// waitingStep lists the person's places on the waiting list.
type waitingStep struct{}

func (waitingStep) name() string { return "waiting" }

const (
	placePrefix = "w:"
	endChoice   = "end"
)

func (waitingStep) need(*talk) Need { return Need{Appointments: true, Waiting: true} }

func (waitingStep) show(t *talk) View {
	v := View{Title: locales.Say("wait.list"), Ask: locales.Say("wait.ask_which")}
	var choices []Choice
	for _, place := range t.facts.Waiting {
		choices = append(choices, Choice{
			ID: placePrefix + strconv.FormatInt(int64(place.ID), 10), Label: t.placeLabel(place),
		})
	}
	if len(choices) == 0 {
		v.Ask = locales.Say("wait.none")
	} else {
		v.Groups = []Group{list(choices...)}
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// placeLabel names a place by what is waited for.
func (t *talk) placeLabel(place Waiting) locales.Line {
	if a, ok := t.appointment(place.Appointment); ok {
		return locales.Say("wait.choice", "Day", shortDateOf(t.facts.date(a)), "Time", t.facts.timeOf(a), "Number", a.Number.String())
	}
	if len(place.Wishes) == 0 {
		return locales.Say("wait.choice_gone")
	}
	if t.facts.concern(place.Wishes[0].Concern).ID == "" {
		return locales.Say("wait.choice_unserved")
	}
	return locales.Say("wait.choice_first", "Concern", t.facts.named(place.Wishes[0]))
}

func (waitingStep) choose(t *talk, id string) bool {
	digits, ok := strings.CutPrefix(id, placePrefix)
	n, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil {
		return false
	}
	t.Place, t.Screen = booking.WaitID(n), placeScreen
	return true
}

func (waitingStep) hear(t *talk, _ reading) { t.miss("remark.choose") }
