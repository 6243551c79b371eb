package dialogs

import (
	"slices"
	"strconv"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// timeStep asks for the time of the day chosen, and sets it aside.
type timeStep struct{}

func (timeStep) name() string { return "time" }

func (timeStep) need(t *talk) Need {
	if t.typing {
		return t.window(t.firstOffice()) // another day may be meant
	}
	return Need{
		Offices:      t.firstOffice(),
		From:         t.Draft.Day,
		To:           t.Draft.Day,
		Appointments: t.Draft.Moving != 0,
	}
}

func (timeStep) open(t *talk) bool { return t.Draft.Start.IsZero() }

func (timeStep) reopen(t *talk) bool {
	given := !t.Draft.Start.IsZero()
	if !given && t.Draft.ByHour {
		t.Draft.ByHour, t.Draft.Hour = t.Draft.Hour != booking.Hours{}, booking.Hours{}
		return true
	}
	if given && t.Draft.ByDay {
		t.Draft.Start = time.Time{}
	} else if given {
		t.reopenWhen()
	}
	return given
}

func (timeStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	v := View{Title: dateTitle(t.Draft.Day), Ask: locales.Say("time.ask")}
	starts := t.starts(o, t.Draft.Day)
	if len(starts) == 0 {
		v.Ask = locales.Say("time.nothing")
		v.Groups = []Group{navigation(backChoice, homeChoice)}
		return v
	}
	if t.Draft.ByHour {
		return t.showHours(v, starts, o)
	}
	shown := quarters(starts)
	noon := t.Draft.Day.At(12*60, o.Calendar.Zone)
	split, _ := slices.BinarySearchFunc(shown, noon, time.Time.Compare)
	v.Groups = append(v.Groups, timeGroup(locales.Say("time.morning"), shown[:split], o)...)
	v.Groups = append(v.Groups, timeGroup(locales.Say("time.afternoon"), shown[split:], o)...)
	if len(shown) < len(starts) {
		v.Ask = locales.Say("time.ask_any", "Example", clockOf(between(starts, shown), o))
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: byHourChoice, Label: locales.Say("time.by_hour")}}})
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// between is a time that is free but not shown.
func between(starts, shown []time.Time) time.Time {
	for _, s := range starts {
		if !slices.Contains(shown, s) {
			return s
		}
	}
	return starts[0]
}

func timeGroup(title locales.Line, starts []time.Time, o *booking.Office) []Group {
	if len(starts) == 0 {
		return nil
	}
	g := Group{Title: title, Columns: 4}
	for _, s := range starts {
		g.Choices = append(g.Choices, Choice{
			ID:    timePrefix + strconv.FormatInt(s.Unix(), 10),
			Label: locales.Say("time.choice", "Time", locales.BareClock(s.In(o.Calendar.Zone))),
		})
	}
	return []Group{g}
}

func (timeStep) choose(t *talk, id string) bool {
	if id == byHourChoice {
		t.Draft.ByHour, t.Draft.Hour = true, booking.Hours{}
		return true
	}
	return t.chooseHour(id) || t.chooseTime(id)
}

func (timeStep) hear(t *talk, _ reading) { t.miss("time.not_understood") }

// hold has a time set aside.
func (t *talk) hold(start time.Time) {
	ids := t.firstOffice()
	if len(ids) == 0 {
		t.remark("remark.stale")
		return
	}
	t.do(Hold{Order: t.order(ids[0], start), Former: t.Draft.Hold})
}

// hidesTime is a question that does not show which time is set aside.
type hidesTime interface{ hidesTime() }

// held keeps the time that was set aside, and says it where the next question does not.
func (t *talk) held(command Hold, d Result) {
	o, _ := t.facts.Town.Office(command.Office)
	if t.ranOut(command.Start) {
		t.remark("hold.again", "Until", clockOf(d.Appointment.HeldUntil, o))
	}
	t.Draft.Hold, t.Draft.HeldUntil = d.Appointment.ID, d.Appointment.HeldUntil
	t.Draft.Start, t.Draft.Day = command.Start, o.Today(command.Start)
	t.Draft.Length = int(d.Appointment.Span.Length() / time.Minute)
	if _, hides := t.step().(hidesTime); hides {
		t.remarks = append(t.remarks, t.heldLine())
	}
}

// ranOut tells whether a time is the one that was set aside, and no longer is.
func (t *talk) ranOut(start time.Time) bool {
	d := t.Draft
	return !d.Start.IsZero() && d.Start.Equal(start) && !d.HeldUntil.IsZero() && !t.facts.Now.Before(d.HeldUntil)
}

// outgrows tells whether the time that is set aside was to be set aside for longer, as something else is
// wanted now, or more of it.
func (t *talk) outgrows(hold Hold) bool {
	visit, _, ok := t.visit()
	return ok && hold.Office != "" && t.Draft.Hold != 0 && hold.Start.Equal(t.Draft.Start) && !t.ranOut(hold.Start) &&
		t.Draft.Length > 0 && visit.Length() > time.Duration(t.Draft.Length)*time.Minute
}

// sayOutgrown says that what is wanted now takes longer than the time that was set aside allows: nobody
// else has taken it.
func (t *talk) sayOutgrown(hold Hold) {
	visit, o, _ := t.visit()
	t.remark("refused.outgrown", "Time", clockOf(hold.Start, o), "Length", locales.Minutes(visit.Length().Minutes()))
}
