package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
	"terminbote/statistics"
)

// staffMinutesStep shows leads how long concerns take, planned and in fact, and
// what that suggests.
type staffMinutesStep struct{}

func (staffMinutesStep) name() string { return "minutes" }

const (
	suggestedPrefix = "suggest:"
	mostSuggested   = 5
	mostConcerns    = 25 // rows of a table that people still read
)

func (staffMinutesStep) need(*talk) Need { return Need{Staff: StaffNeed{Took: true}} }

func (staffMinutesStep) show(t *talk) View {
	o := t.workOffice()
	v := View{
		Title: locales.Say("staff.minutes", "Office", locales.Text(o.Name)),
		Ask:   locales.Say("staff.minutes_ask"),
	}
	if !t.facts.allows(booking.Lead) {
		v.Ask = locales.Say("staff.not_allowed", "Role", roleLine(booking.Lead))
		v.Groups = []Group{t.wayOut()}
		return v
	}
	v.Body = []locales.Line{locales.Say("staff.minutes_what", "Days", statistics.LearnDays, "Cases", statistics.FewestCases)}
	v.Table = tookTable(o, t.facts.Staff.Took)
	if len(v.Table.Rows) == 0 {
		v.Table = Table{}
		v.Body = append(v.Body, locales.Say("staff.minutes_none"))
	}
	v.Groups = append(t.undoable(), t.suggested()...)
	v.Groups = append(v.Groups, t.wayOut())
	return v
}

// suggested is the suggestions, to be looked at before they are applied.
func (t *talk) suggested() []Group {
	found := statistics.Suggestions(t.workOffice(), t.facts.Staff.Took)
	var choices []Choice
	for _, s := range found[:min(len(found), mostSuggested)] {
		c, _ := t.workOffice().Concern(s.Concern)
		choices = append(choices, Choice{
			ID:    suggestedPrefix + strconv.Itoa(int(s.Then/time.Minute)) + ":" + string(s.Concern),
			Label: locales.Say("staff.minutes_suggest", "Concern", locales.Text(c.Name), "Then", minutesOf(s.Then), "Now", minutesOf(s.Now)),
		})
	}
	if len(choices) == 0 {
		return nil
	}
	return []Group{list(choices...)}
}

func minutesOf(d time.Duration) locales.Minutes { return locales.Minutes(d.Minutes()) }

func (staffMinutesStep) choose(t *talk, id string) bool {
	rest, ok := strings.CutPrefix(id, suggestedPrefix)
	minutes, concern, whole := strings.Cut(rest, ":")
	if !ok || !whole || !t.may(booking.Lead) {
		return ok
	}
	t.considerMinutes(booking.ConcernID(concern), minutes, booking.Date{})
	return true
}

func (staffMinutesStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// tookTable is planned and real minutes by what visits were for, as far as there
// are enough cases at enough desks.
func tookTable(o *booking.Office, all []statistics.Took) Table {
	table := Table{Head: []locales.Line{
		locales.Say("staff.head.concerns"), locales.Say("staff.head.planned"), locales.Say("staff.head.median"),
		locales.Say("staff.head.p95"), locales.Say("staff.head.cases"),
	}}
	for _, took := range all {
		if !took.Shown() || len(table.Rows) == mostConcerns {
			continue
		}
		table.Rows = append(table.Rows, []locales.Line{
			keyLine(o, took.Key, took.Several), minutesCell(took.Planned.Median()), minutesCell(took.Real.Median()),
			minutesCell(took.Real.Quantile(0.95)), locales.Say("choice.number", "Number", took.Real.Cases()),
		})
	}
	return table
}

func minutesCell(minutes int) locales.Line {
	return locales.Say("staff.minutes_cell", "Minutes", minutes)
}

// KeyLine names what visits were for.
func KeyLine(o *booking.Office, key statistics.Key) locales.Line { return keyLine(o, key, false) }

// keyLine names what visits were for.
func keyLine(o *booking.Office, key statistics.Key, several bool) locales.Line {
	var names locales.List
	for _, w := range key.Wishes() {
		name := booking.Text{"de": string(w.Concern)}
		if c, ok := o.Concern(w.Concern); ok {
			name = c.Name
		}
		names = append(names, quantityLine(name, w.Quantity))
	}
	if len(names) == 0 {
		return locales.Say("staff.no_concern")
	}
	if several {
		return locales.Say("staff.concerns_several", "Concerns", names)
	}
	return locales.Say("staff.concerns", "Concerns", names)
}

// changeMinutes begins with a command about minutes: what it leaves open is asked.
func (t *talk) changeMinutes(e understand.StaffCommand) {
	if !t.may(booking.Lead) {
		return
	}
	if e.Words == "" {
		t.Screen, t.Work.Minutes = staffMinutesScreen, MinutesDraft{}
		if e.Minutes != "" {
			t.remark("staff.minutes_which")
		}
		return
	}
	found := t.concernsNamed(e.Words)
	switch len(found) {
	case 0:
		t.Screen = staffMinutesScreen
		t.remark("staff.minutes_unknown", "Text", plain(shortName(e.Words)))
	case 1:
		if extra := t.beyondConcern(found[0], e.Words); extra != "" && e.Minutes == "" {
			t.remark("staff.minutes_unread", "Text", plain(shortName(extra)))
		}
		t.considerMinutes(found[0], e.Minutes, e.Day)
	default:
		t.Work.Minutes = MinutesDraft{Among: found, From: e.Day, Typed: e.Minutes}
		t.Screen = staffMinutesOfScreen
	}
}

// beyondConcern is what stands behind the words that name a concern and is no part
// of its names: minutes that nobody could read. Empty: nothing does.
func (t *talk) beyondConcern(id booking.ConcernID, words string) string {
	all := strings.Fields(words)
	enough := len(all)
	for enough > 1 && slices.Equal(t.concernsNamed(strings.Join(all[:enough-1], " ")), []booking.ConcernID{id}) {
		enough--
	}
	c, _ := t.workOffice().Concern(id)
	for _, word := range all[enough:] {
		if !namesHave(c, word) {
			return strings.Join(all[enough:], " ")
		}
	}
	return ""
}

// namesHave tells whether a word stands in one of a concern's names.
func namesHave(c booking.Concern, word string) bool {
	for lang, name := range c.Name {
		for _, known := range append([]string{name}, c.Synonyms[lang]...) {
			if strings.Contains(strings.ToLower(known), strings.ToLower(word)) {
				return true
			}
		}
	}
	return false
}

// concernsNamed is the concerns of the office that some words may stand for: the
// one of that name, or the likeliest few.
func (t *talk) concernsNamed(words string) []booking.ConcernID {
	o := t.workOffice()
	if c, ok := o.Concern(booking.ConcernID(strings.ToLower(words))); ok {
		return []booking.ConcernID{c.ID}
	}
	var ids []booking.ConcernID
	for _, c := range o.Concerns {
		if namesAlike(c, words) {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) > 0 {
		return ids[:min(len(ids), mostSuggested)]
	}
	for _, c := range t.facts.found(words, t.Lang) {
		if _, own := o.Concern(c.ID); own && len(ids) < mostSuggested {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// namesAlike tells whether words are a concern's name in any language.
func namesAlike(c booking.Concern, words string) bool {
	for _, name := range c.Name {
		if sameName(name, words) {
			return true
		}
	}
	return false
}
