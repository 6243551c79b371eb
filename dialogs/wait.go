package dialogs

import (
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// WaitDraft is the answers of somebody who joins the waiting list: for an earlier
// time of the appointment that the draft moves, or for a first one.
type WaitDraft struct {
	On    bool             `json:"on,omitempty"`
	Days  booking.Weekdays `json:"days,omitempty"`
	Set   bool             `json:"set,omitempty"` // these days and no more
	Hours string           `json:"hours,omitempty"`
	Weeks int              `json:"weeks,omitempty"` // how long to wait
}

// The ways onto the waiting list.
var (
	waitingWay   = []question{waitDaysStep{}, waitHoursStep{}, waitUntilStep{}, nameStep{}, mailStep{}, waitReviewStep{}}
	improvingWay = []question{waitDaysStep{}, waitHoursStep{}, waitUntilStep{}, waitReviewStep{}}
)

const (
	waitChoice        = "wait"
	waitDayPrefix     = "wd:"
	waitHoursPrefix   = "wh:"
	waitUntilPrefix   = "wu:"
	anyChoice         = "any"
	morningsChoice    = "am"
	afternoonsChoice  = "pm"
	longestWait       = 8 // weeks
	usualWorkingWeeks = 4
)

// waitNeed is the offices' rules, and the appointment that waits.
func (t *talk) waitNeed() Need {
	return Need{Offices: t.offices(), Appointments: t.Draft.Moving != 0}
}

// waitDaysStep asks which days of the week suit.
type waitDaysStep struct{}

func (waitDaysStep) need(t *talk) Need { return t.waitNeed() }

func (waitDaysStep) open(t *talk) bool { return !t.Draft.Wait.Set }

func (waitDaysStep) reopen(t *talk) bool {
	given := t.Draft.Wait.Set
	t.Draft.Wait.Set = false
	return given
}

func (waitDaysStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	v := View{Title: t.waitTitle(), Body: t.basket(), Ask: locales.Say("wait.ask_days")}
	choices := []Choice{{ID: waitDayPrefix + anyChoice, Label: locales.Say("wait.any_day")}}
	for _, day := range workdays(o) {
		choices = append(choices, Choice{
			ID:     waitDayPrefix + strconv.Itoa(int(day)),
			Label:  weekday(day),
			Marked: t.Draft.Wait.Days.Has(day),
		})
	}
	v.Groups = []Group{list(choices...)}
	if t.Draft.Wait.Days != 0 {
		v.Groups = append(v.Groups, onward("choice.enough"))
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// workdays is the days of the week on which the office serves, Monday first.
func workdays(o *booking.Office) []time.Weekday {
	var days []time.Weekday
	for i := range 7 {
		if day := time.Weekday((i + 1) % 7); len(o.Calendar.Week[day]) > 0 {
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

func (waitDaysStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// waitHoursStep asks which time of the day suits.
type waitHoursStep struct{}

func (waitHoursStep) need(t *talk) Need { return t.waitNeed() }

func (waitHoursStep) open(t *talk) bool { return t.Draft.Wait.Hours == "" }

func (waitHoursStep) reopen(t *talk) bool {
	given := t.Draft.Wait.Hours != ""
	t.Draft.Wait.Hours = ""
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
func (waitHoursStep) hear(t *talk, text string) {
	part, _ := understand.PartOfDay(text, t.Lang)
	switch part {
	case understand.Morning:
		t.Draft.Wait.Hours = morningsChoice
	case understand.Afternoon:
		t.Draft.Wait.Hours = afternoonsChoice
	default:
		t.remark("remark.choose")
	}
}

// waitUntilStep asks for how long.
type waitUntilStep struct{}

func (waitUntilStep) need(t *talk) Need { return t.waitNeed() }

func (waitUntilStep) open(t *talk) bool { return t.Draft.Wait.Weeks == 0 }

func (waitUntilStep) reopen(t *talk) bool {
	given := t.Draft.Wait.Weeks != 0
	t.Draft.Wait.Weeks = 0
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

func (waitUntilStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// waitReviewStep shows what is waited for, and puts the person on the list.
type waitReviewStep struct{}

func (waitReviewStep) need(t *talk) Need { return t.waitNeed() }

func (waitReviewStep) open(*talk) bool { return true }

func (waitReviewStep) reopen(*talk) bool { return false }

func (waitReviewStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	return View{
		Title: t.waitTitle(),
		Body:  append(t.basket(), termsLine(t.terms(o))),
		Ask:   locales.Say("wait.ask"),
		Groups: []Group{
			list(Choice{ID: yesChoice, Label: locales.Say("wait.join")}),
			navigation(backChoice, homeChoice),
		},
	}
}

func (waitReviewStep) choose(t *talk, id string) bool {
	o, ok := t.office()
	if id != yesChoice || !ok {
		return false
	}
	c := Wait{Office: o.ID, Appointment: t.Draft.Moving, Terms: t.terms(o), Lang: t.Lang}
	if t.Draft.Moving == 0 {
		c.Wishes, c.Persons = once(t.Draft.Wishes), max(1, t.Draft.Persons)
		c.Contact = booking.Contact{Name: t.Draft.Name, Mail: t.Draft.Mail, Phone: t.Draft.Phone}
	}
	t.do(c)
	return true
}

func (waitReviewStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// terms is what was answered.
func (t *talk) terms(o *booking.Office) booking.Terms {
	hours := map[string]booking.Hours{
		anyChoice: booking.AllDay(), morningsChoice: booking.Mornings(), afternoonsChoice: booking.Afternoons(),
	}
	wanted := t.Draft.Wait
	return booking.Terms{
		Weekdays: wanted.Days, Hours: hours[wanted.Hours], Until: o.Today(t.facts.Now).Add(7 * wanted.Weeks),
	}
}

// waitTitle says what is waited for, where that is an earlier time.
func (t *talk) waitTitle() locales.Line {
	a, ok := t.appointment(t.Draft.Moving)
	if !ok {
		return locales.Say("wait.title")
	}
	return locales.Say("wait.earlier", "Number", a.Number.String(), "Day", t.dayOf(a), "Time", t.timeOf(a))
}

// termsLine is days, hours and end in words.
func termsLine(terms booking.Terms) locales.Line {
	days := locales.List{}
	for i := range 7 {
		if day := time.Weekday((i + 1) % 7); terms.Weekdays.Has(day) {
			days = append(days, weekday(day))
		}
	}
	if terms.Weekdays == booking.AnyWeekday {
		days = locales.List{locales.Say("wait.any_day")}
	}
	hours := locales.Say("wait.any_time")
	switch terms.Hours {
	case booking.Mornings():
		hours = locales.Say("wait.mornings")
	case booking.Afternoons():
		hours = locales.Say("wait.afternoons")
	}
	return locales.Say("wait.terms", "Days", days, "Hours", hours, "Until", dateOf(terms.Until))
}

func weekday(day time.Weekday) locales.Line {
	return [7]locales.Line{
		locales.Say("wait.sunday"), locales.Say("wait.monday"), locales.Say("wait.tuesday"), locales.Say("wait.wednesday"),
		locales.Say("wait.thursday"), locales.Say("wait.friday"), locales.Say("wait.saturday"),
	}[day]
}

// joined shows the list, or what stood in the way.
func (t *talk) joined(d Result) {
	if d.Refused == nil {
		t.Draft, t.Screen = Draft{}, waitingScreen
		t.remark("wait.joined")
		if t.facts.Silent {
			t.remark("wait.joined_silent")
		}
		return
	}
	moving := t.Draft.Moving != 0
	t.refuse(d.Refused)
	switch {
	case moving:
		t.Draft, t.Screen = Draft{}, appointmentsScreen
	case t.Draft.Name == "" || t.Draft.Mail != "" || t.Draft.NoMail:
		t.Draft.Wait = WaitDraft{}
	}
}
