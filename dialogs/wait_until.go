package dialogs

import (
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// waitUntilStep asks for how long.
type waitUntilStep struct{}

func (waitUntilStep) name() string { return "waitUntil" }

func (waitUntilStep) need(t *talk) Need { return t.waitNeed() }

func (waitUntilStep) open(t *talk) bool {
	return t.Draft.Wait.Weeks == 0 && t.Draft.Wait.Until.IsZero()
}

func (waitUntilStep) reopen(t *talk) bool {
	given := t.Draft.Wait.Weeks != 0 || !t.Draft.Wait.Until.IsZero()
	t.Draft.Wait.Weeks, t.Draft.Wait.Until = 0, booking.Date{}
	return given
}

func (waitUntilStep) show(t *talk) View {
	var choices []Choice
	for _, weeks := range []int{1, 2, usualWorkingWeeks, longestWait} {
		choices = append(choices, Choice{
			ID:    waitUntilPrefix + strconv.Itoa(weeks),
			Label: locales.Say("wait.weeks", "Count", weeks),
		})
	}
	return View{
		Title: t.waitTitle(), Ask: locales.Say("wait.ask_until"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

func (waitUntilStep) choose(t *talk, id string) bool {
	digits, ok := strings.CutPrefix(id, waitUntilPrefix)
	weeks, err := strconv.Atoi(digits)
	if !ok || err != nil || weeks < 1 || weeks > longestWait {
		return false
	}
	t.Draft.Wait.Weeks = weeks
	return true
}

func (waitUntilStep) hear(t *talk, _ reading) { t.miss("remark.choose") }
