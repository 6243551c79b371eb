package dialogs

import (
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

const (
	waitUntilPrefix   = "wu:"
	morningsChoice    = "am"
	afternoonsChoice  = "pm"
	usualWorkingWeeks = 4
)

// waitNeed is the appointment that waits.
func (t *talk) waitNeed() Need { return Need{Appointments: t.Draft.Moving != 0} }

// waitDaysStep asks which days of the week suit.
type waitDaysStep struct{}

func (waitDaysStep) name() string { return "waitDays" }

func (waitDaysStep) need(t *talk) Need { return t.waitNeed() }

func (waitDaysStep) open(t *talk) bool { return !t.Draft.Wait.Set }

func (waitDaysStep) reopen(t *talk) bool {
	given := t.Draft.Wait.Set
	t.Draft.Wait.Set, t.Draft.Wait.Or = false, nil
	return given
}

func (waitDaysStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	v := View{Title: t.waitTitle(), Body: t.basket(), Ask: locales.Say("wait.ask_days")}
	choices := []Choice{{ID: waitDayPrefix + anyChoice, Label: locales.Say("wait.any_day")}}
	for _, day := range fromMonday(t.servedOn(o)) {
		choices = append(choices, Choice{
			ID:     waitDayPrefix + strconv.Itoa(int(day)),
			Label:  weekday(day),
			Marked: t.Draft.Wait.Days.Has(day),
		})
	}
	v.Groups = []Group{list(choices...)}
	if t.Draft.Wait.Days != 0 {
		v.Groups = append(v.Groups, onward())
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// fromMonday is days of the week in the order of a week of work.
func fromMonday(wanted booking.Weekdays) []time.Weekday {
	var days []time.Weekday
	for i := range daysOfWeek {
		if day := time.Weekday((i + 1) % daysOfWeek); wanted.Has(day) {
			days = append(days, day)
		}
	}
	return days
}

func (waitDaysStep) choose(t *talk, id string) bool {
	wanted := &t.Draft.Wait
	name, ok := strings.CutPrefix(id, waitDayPrefix)
	switch {
	case id == nextChoice && wanted.Days != 0:
		wanted.Set = true
	case ok && name == anyChoice:
		wanted.Days, wanted.Set = booking.AnyWeekday, true
	case ok:
		day, err := strconv.Atoi(name)
		if err != nil || day < 0 || day > int(time.Saturday) {
			return false
		}
		if wanted.Days == booking.AnyWeekday {
			wanted.Days = 0
		}
		wanted.Days = wanted.Days.Toggle(time.Weekday(day))
	default:
		return false
	}
	return true
}

func (waitDaysStep) hear(t *talk, _ reading) { t.miss("remark.choose") }
