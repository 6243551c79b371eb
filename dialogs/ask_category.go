package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// categoryStep greets, and asks what somebody comes for: a category, or the
// matter itself in their own words.
type categoryStep struct{}

func (categoryStep) name() string { return "category" }

const categoryPrefix = "category:"

func (categoryStep) need(t *talk) Need { return t.enoughNeed() }

func (categoryStep) open(t *talk) bool {
	return !t.Draft.Picked && t.Draft.Category == "" && t.Draft.Query == ""
}

func (categoryStep) reopen(t *talk) bool {
	given := t.Draft.Category != "" || t.Draft.Query != ""
	t.Draft.Category, t.Draft.Query, t.Draft.Latest = "", "", ""
	return given
}

func (categoryStep) show(t *talk) View {
	v := View{Ask: locales.Say("category.ask")}
	switch {
	case t.Draft.Changes:
		v.Title, v.Body, v.Ask = t.movedLine(), t.basket(), locales.Say("change.what")
	case len(t.Draft.Wishes) > 0:
		v.Body = t.basket()
		v.Ask = locales.Say("category.ask_more")
	case !t.Greeted:
		v.Title = locales.Say("greeting.title", "Office", t.facts.greeter())
		v.Body = []locales.Line{locales.Say("greeting.text"), locales.Say("privacy.short")}
	}
	var categories Group
	for _, c := range t.facts.Town.Categories() {
		categories.Choices = append(categories.Choices, Choice{ID: categoryPrefix + string(c.ID), Label: say(c.Name)})
	}
	categories.Columns, categories.Numbered = 1, true
	v.Groups = []Group{categories}
	if len(t.Draft.Wishes) > 0 {
		v.Groups = append(v.Groups, onward(), navigation(homeChoice))
		return v
	}
	if t.Draft.Changes {
		v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
		return v
	}
	ways := navigation(appointmentsChoice)
	ways.Choices = append(ways.Choices, otherLanguages(t.Lang)...)
	ways.Columns = len(ways.Choices)
	v.Groups = append(v.Groups, ways)
	return v
}

func (categoryStep) choose(t *talk, id string) bool {
	if id == nextChoice && len(t.Draft.Wishes) > 0 {
		t.enough()
		return true
	}
	category, ok := strings.CutPrefix(id, categoryPrefix)
	if !ok || len(t.facts.Town.ConcernsIn(booking.CategoryID(category))) == 0 {
		return false
	}
	t.Draft.Category = booking.CategoryID(category)
	return true
}

func (categoryStep) hear(t *talk, said reading) { t.search(said) }

// greeter is who speaks: the office, or in a town with several its first one's
// town.
func (f Facts) greeter() locales.Line {
	if offices := f.Town.Offices; len(offices) > 1 {
		return locales.Plain(offices[0].Address.Town)
	}
	return say(f.Town.Offices[0].Name)
}
