package dialogs

import (
	"slices"
	"strconv"
	"strings"
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
	t.Draft.Start = time.Time{}
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
	shown := quarters(starts)
	if len(shown) < len(starts) {
		v.Ask = locales.Say("time.ask_any", "Example", clockOf(between(starts, shown), o))
	}
	noon := t.Draft.Day.At(12*60, o.Calendar.Zone)
	split, _ := slices.BinarySearchFunc(shown, noon, time.Time.Compare)
	v.Groups = append(v.Groups, timeGroup(locales.Say("time.morning"), shown[:split], o)...)
	v.Groups = append(v.Groups, timeGroup(locales.Say("time.afternoon"), shown[split:], o)...)
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
	digits, ok := strings.CutPrefix(id, timePrefix)
	if !ok {
		return false
	}
	seconds, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return false
	}
	t.hold(time.Unix(seconds, 0).UTC())
	return true
}

// hear takes a time as people say it, or another day.
func (timeStep) hear(t *talk, said reading) {
	o, ok := t.office()
	if clocks, isTime := said.clocks(); ok && isTime {
		t.pickTime(o, clocks)
		return
	}
	t.hearMoment(said, "time.not_understood")
}

// pickTime holds the first of the times meant that is free.
func (t *talk) pickTime(o *booking.Office, clocks []booking.Clock) {
	starts := t.starts(o, t.Draft.Day)
	for _, c := range clocks {
		for _, s := range starts {
			if booking.ClockOf(s, o.Calendar.Zone) == c {
				t.hold(s)
				return
			}
		}
	}
	if t.presentTime(o, clocks[0]) {
		t.remark("move.same")
		return
	}
	t.remarkNear(o, starts, clocks[0])
}

// remarkNear says that a time is not free, and which are near it.
func (t *talk) remarkNear(o *booking.Office, starts []time.Time, wanted booking.Clock) {
	at := t.Draft.Day.At(wanted, o.Calendar.Zone)
	after, _ := slices.BinarySearchFunc(starts, at, time.Time.Compare)
	var near locales.List
	for _, s := range starts[max(0, after-1):min(len(starts), after+1)] {
		near = append(near, clockOf(s, o))
	}
	if len(near) == 0 {
		t.remark("time.not_free", "Time", locales.Clock(at.In(o.Calendar.Zone)))
		return
	}
	t.remark("time.not_free_but", "Time", locales.Clock(at.In(o.Calendar.Zone)), "Near", near)
}

// hold has a time set aside.
func (t *talk) hold(start time.Time) {
	ids := t.firstOffice()
	if len(ids) == 0 {
		t.remark("remark.stale")
		return
	}
	t.do(Hold{Order: t.order(ids[0], start), Former: t.Draft.Hold})
}

// held keeps the time that was set aside.
func (t *talk) held(command Hold, d Result) {
	o, _ := t.facts.Town.Office(command.Office)
	t.Draft.Hold, t.Draft.HeldUntil = d.Appointment.ID, d.Appointment.HeldUntil
	t.Draft.Start, t.Draft.Day = command.Start, o.Today(command.Start)
	t.Draft.Length = int(d.Appointment.Span.Length() / time.Minute)
}
