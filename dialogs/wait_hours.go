package dialogs

import (
	"strings"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// waitHoursStep asks which time of the day suits.
type waitHoursStep struct{}

func (waitHoursStep) name() string { return "waitHours" }

func (waitHoursStep) need(t *talk) Need { return t.waitNeed() }

func (waitHoursStep) open(t *talk) bool { return t.Draft.Wait.Hours == "" }

func (waitHoursStep) reopen(t *talk) bool {
	given := t.Draft.Wait.Hours != ""
	t.Draft.Wait.Hours, t.Draft.Wait.Or = "", nil
	return given
}

func (waitHoursStep) show(t *talk) View {
	return View{Title: t.waitTitle(), Ask: locales.Say("wait.ask_hours"), Groups: []Group{
		list(
			Choice{ID: waitHoursPrefix + anyChoice, Label: locales.Say("wait.any_time")},
			Choice{ID: waitHoursPrefix + morningsChoice, Label: locales.Say("wait.mornings")},
			Choice{ID: waitHoursPrefix + afternoonsChoice, Label: locales.Say("wait.afternoons")},
		),
		navigation(backChoice, homeChoice),
	}}
}

func (waitHoursStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, waitHoursPrefix)
	if !ok || name != anyChoice && name != morningsChoice && name != afternoonsChoice {
		return false
	}
	t.Draft.Wait.Hours = name
	return true
}

// hear takes a part of the day as people say it: "am Nachmittag".
func (waitHoursStep) hear(t *talk, said reading) {
	part, _ := said.partOfDay()
	switch part {
	case understand.Morning:
		t.Draft.Wait.Hours = morningsChoice
	case understand.Afternoon:
		t.Draft.Wait.Hours = afternoonsChoice
	default:
		t.miss("remark.choose")
	}
}
