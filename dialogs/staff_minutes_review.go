package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/simulation"
	"terminbote/statistics"
)

// staffMinutesOfStep asks which concern is meant.
type staffMinutesOfStep struct{}

func (staffMinutesOfStep) name() string { return "minutesOf" }

const minutesOfPrefix = "minutes:"

func (staffMinutesOfStep) need(*talk) Need { return Need{} }

func (staffMinutesOfStep) show(t *talk) View {
	var choices []Choice
	for _, id := range t.Work.Minutes.Among {
		if c, ok := t.workOffice().Concern(id); ok {
			choices = append(choices, Choice{ID: minutesOfPrefix + string(id), Label: say(c.Name)})
		}
	}
	return View{Ask: locales.Say("staff.minutes_of"), Groups: []Group{list(choices...), navigation(backChoice, homeChoice)}}
}

func (staffMinutesOfStep) choose(t *talk, id string) bool {
	concern, ok := strings.CutPrefix(id, minutesOfPrefix)
	if !ok || !slices.Contains(t.Work.Minutes.Among, booking.ConcernID(concern)) {
		return false
	}
	t.considerMinutes(booking.ConcernID(concern), t.Work.Minutes.Typed, t.Work.Minutes.From)
	return true
}

func (staffMinutesOfStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// considerMinutes shows what other minutes of a concern would do. Minutes that
// cannot be are refused with what can.
func (t *talk) considerMinutes(id booking.ConcernID, typed string, from booking.Date) {
	o := t.workOffice()
	if from.IsZero() {
		from = t.today()
	}
	t.Work.Minutes = MinutesDraft{Concern: id, From: from}
	t.Screen = staffMinutesReviewScreen
	if typed == "" {
		return
	}
	minutes, err := strconv.Atoi(typed)
	most := int(o.Policy.Longest / time.Minute)
	if err != nil || minutes < 1 || minutes > most {
		t.remark("staff.minutes_range", "Most", most)
		return
	}
	t.Work.Minutes.Minutes = minutes
}

// staffMinutesReviewStep shows what is known of a concern's minutes, and what
// others would do, before they are applied.
type staffMinutesReviewStep struct{}

func (staffMinutesReviewStep) name() string { return "minutesReview" }

func (staffMinutesReviewStep) need(*talk) Need {
	return Need{Staff: StaffNeed{Took: true, Replay: true}}
}

func (staffMinutesReviewStep) show(t *talk) View {
	d, o := t.Work.Minutes, t.workOffice()
	c, ok := o.Concern(d.Concern)
	if !ok || !t.facts.allows(booking.Lead) {
		return View{Ask: locales.Say("staff.minutes_which"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	v := View{Title: locales.Say("staff.minutes_of_title", "Concern", locales.Text(c.Name)), Body: []locales.Line{
		locales.Say("staff.minutes_now", "Now", minutesOf(c.First)), t.tookLine(c),
	}}
	if d.Minutes == 0 {
		v.Ask, v.Typing = locales.Say("staff.minutes_how_many", "Most", int(o.Policy.Longest/time.Minute)), true
		v.Groups = []Group{navigation(backChoice, homeChoice)}
		return v
	}
	v.Body = append(v.Body, t.minutesThen(c)...)
	v.Ask = locales.Say("staff.minutes_yes_ask")
	v.Groups = []Group{yesNo("staff.minutes_yes", "staff.minutes_no"), navigation(backChoice, homeChoice)}
	return v
}

// tookLine is how long one case of a concern took in fact, if enough is known.
func (t *talk) tookLine(c booking.Concern) locales.Line {
	for _, took := range t.facts.Staff.Took {
		if took.Key != statistics.Key(c.ID) || took.Several {
			continue
		}
		if took.Shown() {
			return locales.Say("staff.minutes_real", "Median", took.Real.Median(), "Most", took.Real.Quantile(0.95), "Cases", took.Real.Cases())
		}
	}
	return locales.Say("staff.minutes_unmeasured", "Cases", statistics.FewestCases)
}

// minutesThen is what would be with the minutes considered.
func (t *talk) minutesThen(c booking.Concern) []locales.Line {
	d, o := t.Work.Minutes, t.workOffice()
	then := o.WithMinutes(c.ID, time.Duration(d.Minutes)*time.Minute)
	lines := []locales.Line{locales.Say("staff.minutes_then", "Then", locales.Minutes(d.Minutes), "Day", longDateOf(d.From))}
	if grid := int(o.Policy.Grid / time.Minute); grid > 0 && d.Minutes%grid != 0 {
		lines = append(lines, locales.Say("staff.minutes_grid", "Minutes", locales.Minutes((d.Minutes+grid-1)/grid*grid)))
	}
	if most := fittingCases(then, c.ID); most < c.MaxQuantity {
		lines = append(lines, locales.Say("staff.minutes_cases", "Cases", most, "Most", c.MaxQuantity))
	}
	return append(append(lines, t.replayLines(o, then)...), locales.Say("staff.minutes_kept"))
}

// fittingCases is how many cases of a concern fit into one visit.
func fittingCases(o *booking.Office, id booking.ConcernID) int {
	c, _ := o.Concern(id)
	most := 0
	for most < c.MaxQuantity && c.Takes(most+1) <= o.Policy.Longest {
		most++
	}
	return most
}

// replayLines is what the last weeks come to with the minutes as they are, and with
// others.
func (t *talk) replayLines(now, then *booking.Office) []locales.Line {
	before := simulation.Replay(now, t.facts.Staff.Replay)
	if before.Days == 0 {
		return []locales.Line{locales.Say("staff.minutes_no_replay")}
	}
	after := simulation.Replay(then, t.facts.Staff.Replay)
	lines := []locales.Line{locales.Say("staff.minutes_replay", "Count", before.Days, "Before", locales.Tenths(before.PerDay()), "After", locales.Tenths(after.PerDay()))}
	if lost := before.Fitted - after.Fitted; lost > 0 {
		lines = append(lines, locales.Say("staff.minutes_overfull", "Count", lost, "Booked", before.Booked))
	}
	return lines
}

func (staffMinutesReviewStep) choose(t *talk, id string) bool {
	d := t.Work.Minutes
	switch {
	case id == noChoice:
		t.Screen, t.Work.Minutes = staffMinutesScreen, MinutesDraft{}
	case id == yesChoice && d.Minutes > 0:
		if t.may(booking.Lead) {
			t.do(ChangeMinutes{Office: t.workOffice().ID, Concern: d.Concern, Minutes: d.Minutes, From: d.From})
		}
	default:
		return false
	}
	return true
}

func (staffMinutesReviewStep) hear(t *talk, said reading) {
	if minutes, ok := said.minutes(); ok && t.Work.Minutes.Minutes == 0 {
		t.considerMinutes(t.Work.Minutes.Concern, minutes, t.Work.Minutes.From)
		return
	}
	if t.Work.Minutes.Minutes == 0 {
		t.miss("staff.minutes_range", "Most", int(t.workOffice().Policy.Longest/time.Minute))
		return
	}
	t.miss("remark.yes_or_no")
}

// minutesChanged shows the minutes as they are now, with the way to take it back.
func (t *talk) minutesChanged(c ChangeMinutes, d Result) {
	concern, _ := t.workOffice().Concern(c.Concern)
	t.keepUndo(Undo{What: retiming, Closure: d.Override})
	t.Work.Minutes, t.Screen = MinutesDraft{}, staffMinutesScreen
	t.remark("staff.minutes_changed", "Concern", locales.Text(concern.Name), "Then", locales.Minutes(c.Minutes), "Day", longDateOf(c.From))
}

// minutesRestored says that the change is gone.
func (t *talk) minutesRestored() {
	t.Work.Undo, t.Screen = Undo{}, staffMinutesScreen
	t.remark("staff.minutes_restored")
}
