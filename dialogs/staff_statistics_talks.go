package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
	"terminbote/statistics"
)

// phases is the parts of a citizen's talk and the questions in them, for those who
// read where talks ended and know no names of ours.
var phases = []struct {
	name  string
	steps []string
}{
	{"concern", []string{"category", "concern", "search", "which", "quantity", "persons", "agree", "office", "same"}},
	{"time", []string{"when", "day", "time", "hour", "later"}},
	{"contact", []string{"name", "mail"}},
	{"review", []string{"review", "bring"}},
	{"waiting", []string{"waitDays", "waitHours", "waitUntil", "waitReview", "waiting", "place"}},
	{"own", []string{"appointment", "appointments", "move", "cancel", "number", "code", "booked", "late", "erase"}},
}

const (
	startPhase = "start" // nothing was chosen yet
	otherPhase = "other"
)

// phaseOf is the part of the talk that a question belongs to.
func phaseOf(step string) string {
	for _, p := range phases {
		for _, s := range p.steps {
			if s == step {
				return p.name
			}
		}
	}
	if step == "start" || step == "resume" || step == "about" {
		return startPhase
	}
	return otherPhase
}

// byPhase adds up talks that ended in the same part, in the order of the largest.
func byPhase(ended []statistics.Ending) []statistics.Ending {
	var sum statistics.Report
	at := map[string]int{}
	for _, e := range ended {
		phase := phaseOf(e.Step)
		i, known := at[phase]
		if !known {
			i = len(sum.Talks.Ended)
			at[phase] = i
			sum.Talks.Ended = append(sum.Talks.Ended, statistics.Ending{Step: phase})
		}
		sum.Talks.Ended[i].Talks += e.Talks
	}
	sum.Sort()
	return sum.Talks.Ended
}

// PhaseEnding is how many talks ended in one part of the talk.
type PhaseEnding struct {
	Phase locales.Line
	Talks int
}

// EndedIn counts the talks that ended in each part of the talk, the largest first.
func EndedIn(ended []statistics.Ending) []PhaseEnding {
	var all []PhaseEnding
	for _, e := range byPhase(ended) {
		all = append(all, PhaseEnding{phaseLine(e.Step), e.Talks})
	}
	return all
}

func phaseLine(phase string) locales.Line {
	switch phase {
	case "concern":
		return locales.Say("staff.phase.concern")
	case "time":
		return locales.Say("staff.phase.time")
	case "contact":
		return locales.Say("staff.phase.contact")
	case "review":
		return locales.Say("staff.phase.review")
	case "waiting":
		return locales.Say("staff.phase.waiting")
	case "own":
		return locales.Say("staff.phase.own")
	case startPhase:
		return locales.Say("staff.phase.start")
	}
	return locales.Say("staff.phase.other")
}

// concernTable is the visits by what they were for, with the minutes planned and
// taken where there are enough cases at enough desks.
func concernTable(o *booking.Office, r statistics.Report) Table {
	table := Table{Head: []locales.Line{
		locales.Say("staff.head.concerns"), locales.Say("staff.head.booked"), locales.Say("staff.head.finished"),
		locales.Say("staff.head.missed"), locales.Say("staff.head.cancelled"), locales.Say("staff.head.planned"),
		locales.Say("staff.head.median"), locales.Say("staff.head.p95"),
	}}
	number := func(n int) locales.Line { return locales.Say("choice.number", "Number", n) }
	for _, c := range r.Concerns[:min(len(r.Concerns), mostConcerns)] {
		row := []locales.Line{
			keyLine(o, c.Key, false), number(c.Visits.Booked), number(c.Visits.Finished), number(c.Visits.Missed), number(c.Visits.Cancelled),
			{},
			{},
			{},
		}
		if c.Took.Shown() {
			row = append(row[:5], minutesCell(c.Took.Planned.Median()), minutesCell(c.Took.Real.Median()), minutesCell(c.Took.Real.Quantile(0.95)))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
