package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
	"terminbote/statistics"
)

// staffStatisticsStep shows the figures of some days. None of them is about a
// clerk.
type staffStatisticsStep struct{}

func (staffStatisticsStep) name() string { return "statistics" }

const (
	statisticsPrefix = "figures:"
	usualReport      = 28 // days
	longestYears     = 20 // of a report
)

// reports is the stretches of days to choose from, by the choice's ID and in days.
var reports = []struct {
	id   string
	days int
}{
	{statisticsPrefix + "week", 7}, {statisticsPrefix + "month", usualReport}, {statisticsPrefix + "year", 365},
}

func (staffStatisticsStep) need(t *talk) Need {
	return Need{Staff: StaffNeed{Report: t.reportDays()}}
}

// reportDays is the days looked at, if the clerk may see them.
func (t *talk) reportDays() Span {
	if t.Work.Report.From.IsZero() {
		return t.lastDays(usualReport)
	}
	return t.Work.Report
}

// lastDays is so many days until yesterday, and today.
func (t *talk) lastDays(days int) Span { return Span{t.today().Add(-days), t.today()} }

func (staffStatisticsStep) show(t *talk) View {
	o, days := t.workOffice(), t.reportDays()
	v := View{
		Title: locales.Say("staff.statistics", "From", longDateOf(days.From), "To", longDateOf(days.To), "Office", locales.Text(o.Name)),
		Ask:   locales.Say("staff.statistics_ask"),
	}
	if r := t.facts.Staff.Report; r == nil || r.Empty() {
		v.Body = []locales.Line{locales.Say("staff.statistics_none")}
	} else {
		v.Body = ReportLines(*r)
		v.Table = concernTable(o, *r)
	}
	labels := []locales.Line{locales.Say("staff.statistics_week"), locales.Say("staff.statistics_month"), locales.Say("staff.statistics_year")}
	var choices []Choice
	for i, r := range reports {
		if t.lastDays(r.days) != days { // those are seen already
			choices = append(choices, Choice{ID: r.id, Label: labels[i]})
		}
	}
	v.Groups = []Group{{Columns: len(choices), Choices: choices}, t.wayOut()}
	return v
}

func (staffStatisticsStep) choose(t *talk, id string) bool {
	for _, r := range reports {
		if r.id == id {
			t.handOver(t.lastDays(r.days))
			return true
		}
	}
	return false
}

func (staffStatisticsStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// showStatistics shows the figures of the days that a command names, and hands
// them over as files.
func (t *talk) showStatistics(e understand.StaffCommand) {
	if !t.may(booking.Clerk) {
		return
	}
	t.handOver(t.daysOfReport(e))
}

// handOver shows the figures of some days, and hands them over as files.
func (t *talk) handOver(days Span) {
	t.Screen, t.Work.Report = staffStatisticsScreen, days
	r := t.facts.Staff.Report
	if r != nil && !r.Empty() && r.From == days.From && r.To == days.To {
		t.report = r
	}
}

// reportTapped is the days whose figures a press asks for; none for any other.
func (t *talk) reportTapped(event Event) Span {
	tapped, ok := event.(Tapped)
	if !ok || tapped.Revision != t.Revision || !t.facts.allows(booking.Clerk) {
		return Span{}
	}
	for _, r := range reports {
		if r.id == tapped.Choice {
			return t.lastDays(r.days)
		}
	}
	if tapped.Choice == statisticsChoice {
		return t.lastDays(usualReport)
	}
	return Span{}
}

// daysOfReport is the days that a command names; at most as many years as anybody
// asks for.
func (t *talk) daysOfReport(e understand.StaffCommand) Span {
	if e.Day.IsZero() {
		return t.lastDays(usualReport)
	}
	if first := e.Until.Add(-366 * longestYears); e.Day.Before(first) {
		return Span{first, e.Until}
	}
	return Span{e.Day, e.Until}
}

// ReportLines is the figures of a report in words, a line each. What was not
// counted is left out.
func ReportLines(r statistics.Report) []locales.Line {
	lines := []locales.Line{visitsLine(r.Totals()), channelsLine(r.Channels)}
	lines = append(lines, timesLines(r)...)
	lines = append(lines, comingLines(r)...)
	lines = append(lines, talkLines(r.Talks)...)
	lines = append(lines, ratingLines(r.Ratings)...)
	var told []locales.Line
	for _, l := range lines {
		if !l.IsZero() {
			told = append(told, l)
		}
	}
	return told
}

func visitsLine(v statistics.Visits) locales.Line {
	return locales.Say("staff.figure.visits", "Booked", v.Booked, "Finished", v.Finished,
		"Missed", v.Missed, "MissedShare", statistics.Share(v.Missed, v.Due()),
		"Cancelled", v.Cancelled, "CancelledShare", statistics.Share(v.Cancelled, v.Booked))
}

func channelsLine(all []statistics.Channel) locales.Line {
	var names locales.List
	for _, c := range all {
		names = append(names, locales.Say("staff.figure.channel", "Channel", ChannelLine(c.Name), "Booked", c.Booked))
	}
	if len(names) == 0 {
		return locales.Line{}
	}
	return locales.Say("staff.figure.channels", "Channels", names)
}

// ChannelLine names the way by which visits were booked.
func ChannelLine(channel string) locales.Line {
	switch channel {
	case "":
		return locales.Say("staff.channel.unknown")
	case "staff":
		return locales.Say("staff.channel.staff")
	case "mail":
		return locales.Say("staff.channel.mail")
	case "web":
		return locales.Say("staff.channel.web")
	}
	return plain(strings.ToUpper(channel[:1]) + channel[1:])
}

// timesLines is what there was to book, and what became of times given back.
func timesLines(r statistics.Report) []locales.Line {
	var lines []locales.Line
	if first := r.FirstOffers(); first.Spread.Cases() > 0 {
		lines = append(lines, locales.Say("staff.figure.first", "Median", first.Spread.Median(), "Most", first.Spread.Quantile(0.95),
			"None", statistics.Share(first.None, first.None+first.Spread.Cases())))
	}
	if open, free := r.Minutes(); open > 0 {
		lines = append(lines, locales.Say("staff.figure.free", "Share", statistics.Share(free, open), "Free", locales.Minutes(free), "Open", locales.Minutes(open)))
	}
	if n := r.Ahead.Cases(); n > 0 {
		lines = append(lines, locales.Say("staff.figure.ahead", "Median", locales.Minutes(r.Ahead.Median()), "Short", statistics.Share(r.Ahead.Below(24*60), n)))
	}
	if f := r.Freed; f.Times > 0 {
		lines = append(lines, locales.Say("staff.figure.freed", "Times", f.Times, "Share", statistics.Share(f.Refilled.Cases(), f.Times),
			"Median", locales.Minutes(f.Refilled.Median()), "EarlyShare", statistics.Share(f.EarlyRefilled.Cases(), f.EarlyTimes), "Early", f.EarlyTimes))
	}
	return lines
}

// comingLines is how long people waited, and what they answered to reminders.
func comingLines(r statistics.Report) []locales.Line {
	var lines []locales.Line
	if n := r.Waited.Cases(); n > 0 {
		lines = append(lines, locales.Say("staff.figure.waited", "Median", r.Waited.Median(), "Most", r.Waited.Quantile(0.95), "Count", n))
	}
	if k := r.Tickets; k.Given > 0 {
		lines = append(lines, locales.Say("staff.figure.tickets", "Given", k.Given, "Served", k.Served,
			"Median", k.Waited.Median(), "Most", k.Waited.Quantile(0.95)))
	}
	if m := r.Reminders; m.Sent > 0 {
		lines = append(lines, locales.Say("staff.figure.reminders", "Sent", m.Sent, "Coming", m.Coming, "Moved", m.Moved, "Cancelled", m.Cancelled,
			"Silent", m.Sent-m.Coming-m.Moved-m.Cancelled), appealLine(m))
	}
	return lines
}

// appealLine compares how many did not come of those whose reminder said what that
// costs others, and of the rest, where there are both.
func appealLine(m statistics.Reminders) locales.Line {
	with, without := m.Appealed, m.Plain
	if with.Due() == 0 || without.Due() == 0 {
		return locales.Line{}
	}
	return locales.Say("staff.figure.appeal", "Missed", with.Missed, "Due", with.Due(), "Share", statistics.Share(with.Missed, with.Due()),
		"PlainMissed", without.Missed, "PlainDue", without.Due(), "PlainShare", statistics.Share(without.Missed, without.Due()))
}

// talkLines is how talks went.
func talkLines(k statistics.Talks) []locales.Line {
	if k.Over == 0 {
		return nil
	}
	lines := []locales.Line{locales.Say("staff.figure.talks", "Talks", k.Over, "Share", statistics.Share(k.Booked, k.Over))}
	var ended locales.List
	for _, e := range EndedIn(k.Ended) {
		ended = append(ended, locales.Say("staff.figure.phase", "Phase", e.Phase, "Talks", e.Talks))
	}
	if len(ended) > 0 {
		lines = append(lines, locales.Say("staff.figure.ended", "Phases", ended))
	}
	if k.Heard > 0 {
		lines = append(lines, locales.Say("staff.figure.understood", "Heard", k.Heard, "Share", statistics.Share(k.Heard-k.Missed, k.Heard)))
	}
	return lines
}
