package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// officeStep asks where, if more than one office serves what is wanted, and
// says where it is soonest.
type officeStep struct{}

func (officeStep) name() string { return "office" }

const (
	officePrefix = "office:"
	officeFrom   = "offices:" // the place of the first office to list
	otherOffices = "offices"  // all of them again, after some were named
)

// officesAPage is how many offices are listed at once. Free times are looked up
// for these alone.
const officesAPage = 8

func (officeStep) need(t *talk) Need {
	some, _ := t.listedOffices()
	return t.window(some)
}

func (officeStep) open(t *talk) bool { return t.Draft.Office == "" && len(t.offices()) > 1 }

func (officeStep) reopen(t *talk) bool {
	given := t.Draft.Office != ""
	t.Draft.Office = ""
	return given
}

func (officeStep) show(t *talk) View {
	some, of := t.listedOffices()
	var choices []Choice
	for _, id := range some {
		o, _ := t.facts.Town.Office(id)
		choices = append(choices, Choice{ID: officePrefix + string(id), Label: t.soonest(o)})
	}
	v := View{Ask: locales.Say("office.ask"), Groups: []Group{list(choices...)}}
	if len(t.offices()) > officesAPage {
		v.Ask = locales.Say("office.ask_named")
	}
	if turns := t.turnsOfOffices(of); len(turns) > 0 {
		v.Groups = append(v.Groups, Group{Columns: 2, Choices: turns})
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// listedOffices is the offices to list now, and how many there are to turn to:
// those that were named, or all.
func (t *talk) listedOffices() (some []booking.OfficeID, of int) {
	all := t.offices()
	if named := slices.DeleteFunc(slices.Clone(t.Draft.Offices), func(id booking.OfficeID) bool { return !slices.Contains(all, id) }); len(named) > 0 {
		all = named
	}
	from := t.Draft.OfficesFrom
	if from < 0 || from >= len(all) {
		from = 0
	}
	return all[from:min(from+officesAPage, len(all))], len(all)
}

// turnsOfOffices is the choices that lead to offices which are not listed.
func (t *talk) turnsOfOffices(of int) (all []Choice) {
	from := t.Draft.OfficesFrom
	if from > 0 {
		all = append(all, Choice{ID: officeFrom + strconv.Itoa(max(0, from-officesAPage)), Label: locales.Say("office.before")})
	}
	if from+officesAPage < of {
		all = append(all, Choice{ID: officeFrom + strconv.Itoa(from+officesAPage), Label: locales.Say("office.more")})
	}
	if len(t.Draft.Offices) > 0 {
		all = append(all, Choice{ID: otherOffices, Label: locales.Say("office.all")})
	}
	return all
}

// soonest is an office with its first free time.
func (t *talk) soonest(o *booking.Office) locales.Line {
	days := t.freeDays(o, 1)
	if len(days) == 0 {
		return locales.Say("office.full", "Office", t.toldApart(o))
	}
	return locales.Say("office.from", "Office", t.toldApart(o),
		"Day", shortDateOf(days[0].day), "Time", clockOf(days[0].starts[0], o))
}

// soonestOffice is the office, of those listed, where something is free first.
func (t *talk) soonestOffice() (first booking.OfficeID, ok bool) {
	var at time.Time
	some, _ := t.listedOffices()
	for _, id := range some {
		o, _ := t.facts.Town.Office(id)
		if days := t.freeDays(o, 1); len(days) > 0 && (!ok || days[0].starts[0].Before(at)) {
			first, at, ok = id, days[0].starts[0], true
		}
	}
	return first, ok
}

// toldApart is the name of an office, with its street and town if another one that
// could be meant is called the same.
func (t *talk) toldApart(o *booking.Office) any {
	if t.facts.Town.Namesakes(o.Name.In(t.Lang), t.Lang) < 2 {
		return locales.Text(o.Name)
	}
	var meant []*booking.Office
	for _, id := range t.offices() {
		if other, ok := t.facts.Town.Office(id); ok {
			meant = append(meant, other)
		}
	}
	return t.amongst(o, meant)
}

// amongst is the name of an office, with its street and town if another one among
// some is called the same.
func (t *talk) amongst(o *booking.Office, some []*booking.Office) any {
	for _, other := range some {
		if other.ID != o.ID && other.Name.In(t.Lang) == o.Name.In(t.Lang) {
			return locales.Say("office.at", "Office", locales.Text(o.Name), "Street", o.Address.Street, "Town", o.Address.Town)
		}
	}
	return locales.Text(o.Name)
}

func (officeStep) choose(t *talk, id string) bool {
	if from, ok := strings.CutPrefix(id, officeFrom); ok {
		n, err := strconv.Atoi(from)
		t.Draft.OfficesFrom = n
		return err == nil
	}
	if id == otherOffices {
		t.Draft.Offices, t.Draft.OfficesFrom = nil, 0
		return true
	}
	name, ok := strings.CutPrefix(id, officePrefix)
	if !ok || !slices.Contains(t.offices(), booking.OfficeID(name)) {
		return false
	}
	t.Draft.Office = booking.OfficeID(name)
	return true
}

func (officeStep) hear(t *talk, said reading) {
	all := t.offices()
	at, _ := said.places(t.facts.Town, all)
	switch len(at) {
	case 0:
		if id, ok := t.soonestOffice(); ok && said.anyWillDo() {
			t.Draft.Office = id
			return
		}
		t.miss("remark.choose")
	case 1:
		t.Draft.Office = all[at[0]]
	case len(all):
		t.miss("remark.choose")
	default:
		t.Draft.Offices, t.Draft.OfficesFrom = nil, 0
		for _, i := range at {
			t.Draft.Offices = append(t.Draft.Offices, all[i])
		}
	}
}
