package dialogs

import (
	"strconv"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// whenStep proposes some times that suit, and offers others and the calendar
// beside them.
type whenStep struct{}

func (whenStep) name() string { return "when" }

func (whenStep) need(t *talk) Need { return t.window(t.firstOffice()) }

func (whenStep) open(t *talk) bool {
	return t.Draft.Start.IsZero() && t.Draft.Day.IsZero() && !t.Draft.ByDay
}

func (whenStep) reopen(t *talk) bool {
	given := t.Draft.Page > 0 || !t.whenever().any() || t.Draft.Days.Soonest || t.Draft.Hours.Latest
	t.Draft.Page = 0
	t.say(terms{})
	return given
}

func (s whenStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	starts, more := t.proposed(o)
	if len(starts) == 0 {
		return s.unmet(t, o)
	}
	v := View{Title: t.movedLine(), Body: t.nowLines(), Ask: locales.Say("when.ask")}
	if wanted := t.whenever(); !wanted.line().IsZero() {
		v.Body = append(v.Body, wanted.freeLine())
	}
	v.Groups = append(v.Groups, proposals(starts, o), t.otherWays(more), navigation(backChoice, homeChoice))
	return v
}

// unmet is shown where no free time is as wanted: the nearest that are, and
// the waiting list.
func (whenStep) unmet(t *talk, o *booking.Office) View {
	starts := t.alternatives(o)
	if len(starts) == 0 {
		return t.nothingFree(o)
	}
	v := View{Title: t.movedLine(), Body: append(t.nowLines(), t.whyUnmet(o)), Ask: locales.Say("when.ask_near")}
	v.Groups = append(v.Groups, proposals(starts, o))
	if t.mayJoinList() {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: waitChoice, Label: locales.Say("wait.tell_me")}}})
	}
	v.Groups = append(v.Groups, t.otherWays(false), navigation(backChoice, homeChoice))
	return v
}

// whyUnmet says why nothing is free as wanted.
func (t *talk) whyUnmet(o *booking.Office) locales.Line {
	if t.whenever().exact() && t.wantsPresent(o) {
		return t.presentUnmet()
	}
	if day, one := t.whenever().oneDay(); one {
		if reason, closed := t.whyNot(o, day); closed {
			return reason
		}
	}
	if t.whenever().beyond(o, t.facts.Now) {
		return locales.Say("when.beyond", "Terms", t.whenever().line(), "Last", dateOf(o.LastDay(t.facts.Now)))
	}
	return locales.Say("when.nothing", "Terms", t.whenever().line())
}

// proposals is times of several days, one below the other.
func proposals(starts []time.Time, o *booking.Office) Group {
	var choices []Choice
	for _, s := range starts {
		choices = append(choices, Choice{
			ID:    timePrefix + strconv.FormatInt(s.Unix(), 10),
			Label: locales.Say("when.choice", "Day", dateOf(o.Today(s)), "Time", clockOf(s, o)),
		})
	}
	return list(choices...)
}

// otherWays leads to other times and to the calendar.
func (t *talk) otherWays(more bool) Group {
	g := Group{Columns: 2}
	if more {
		g.Choices = append(g.Choices, Choice{ID: otherTimesChoice, Label: locales.Say("when.others")})
	}
	g.Choices = append(g.Choices, Choice{ID: pickDayChoice, Label: locales.Say("when.pick_day")})
	return g
}

func (whenStep) choose(t *talk, id string) bool {
	switch {
	case id == otherTimesChoice:
		t.turnPage()
	case id == pickDayChoice:
		t.Draft.ByDay = true
	case id == waitChoice && t.mayJoinList():
		t.waitAsWanted()
	default:
		return t.chooseTime(id)
	}
	return true
}

// turnPage shows other times, and after the last ones the first again.
func (t *talk) turnPage() {
	o, ok := t.office()
	if !ok {
		return
	}
	t.Draft.Page++
	if len(t.looked) == 0 && len(t.facts.Booked) == 0 {
		return // which there are is seen when they are shown
	}
	if starts, _ := t.proposed(o); len(starts) == 0 {
		t.Draft.Page = 0
	}
}

// chooseTime sets a tapped time aside; false where it is none.
func (t *talk) chooseTime(id string) bool {
	start, ok := timeOf(id)
	if ok {
		t.hold(start)
	}
	return ok
}

// reopenWhen looks for another time. What was said of days stays, and of a time
// that was named it is remembered which is near.
func (t *talk) reopenWhen() {
	t.Draft.Start, t.Draft.Day, t.Draft.ByDay, t.Draft.Page = time.Time{}, booking.Date{}, false, 0
	t.Draft.ByHour, t.Draft.Hour = false, booking.Hours{}
	t.say(t.whenever().nearby())
}

// loseTime looks for a time near the one that somebody else got.
func (t *talk) loseTime() {
	lost, o := t.Draft.Start, t.facts.Town.Offices[0]
	t.Draft.Start = time.Time{}
	if t.Draft.ByDay || lost.IsZero() {
		return
	}
	if chosen, ok := t.office(); ok {
		o = chosen
	}
	day := o.Today(lost)
	t.reopenWhen()
	t.say(terms{
		days:  understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}},
		hours: understand.Window{About: booking.ClockOf(lost, o.Calendar.Zone)},
	})
}

// hear helps who does not know when.
func (whenStep) hear(t *talk, said reading) {
	if said.undecided() {
		t.miss("when.undecided")
		return
	}
	t.miss("when.not_understood")
}
