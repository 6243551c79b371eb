// Package report draws the figures of an office as a picture, and writes them as
// a table that spreadsheets open.
package report

import (
	"slices"

	"terminbote/booking"
	"terminbote/bot/chart"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/statistics"
)

// How many bars a panel has before days become weeks and months, and how many
// concerns are drawn.
const (
	mostDays     = 35
	mostWeeks    = 53
	mostConcerns = 10
)

// Chart is the picture of a report: what became of the visits of each day, and
// how long the most frequent concerns took beside what was planned.
func Chart(lang string, o *booking.Office, r statistics.Report) ([]byte, error) {
	say := locales.For(lang).Say
	picture := chart.Picture{
		Title:    say(locales.Say("report.title", "Office", locales.Text(o.Name))),
		Subtitle: say(locales.Say("report.days", "From", dialogs.FullDateLine(r.From), "To", dialogs.FullDateLine(r.To))),
		Panels:   []chart.Panel{visits(say, r)},
	}
	if p := minutes(say, o, r); len(p.Labels) > 0 {
		picture.Panels = append(picture.Panels, p)
	}
	return picture.PNG()
}

// bar is the visits of some days.
type bar struct {
	first  booking.Date
	visits statistics.Visits
}

func visits(say func(locales.Line) string, r statistics.Report) chart.Panel {
	bars, label := grouped(r)
	p := chart.Panel{Title: say(locales.Say("report.visits")), Stacked: true, Series: []chart.Series{
		{Name: say(locales.Say("staff.head.finished"))},
		{Name: say(locales.Say("staff.head.missed"))},
		{Name: say(locales.Say("staff.head.cancelled"))},
		{Name: say(locales.Say("report.other"))},
	}}
	for _, b := range bars {
		p.Labels = append(p.Labels, say(label(b.first)))
		v := b.visits
		for i, n := range []int{v.Finished, v.Missed, v.Cancelled, v.Booked - v.Finished - v.Missed - v.Cancelled} {
			p.Series[i].Values = append(p.Series[i].Values, float64(n))
		}
	}
	return p
}

// grouped is the visits of a report by day, by week or by month, and what each
// group is called.
func grouped(r statistics.Report) ([]bar, func(booking.Date) locales.Line) {
	days := r.From.DaysUntil(r.To) + 1
	switch {
	case days <= mostDays:
		return collect(r, func(d booking.Date) booking.Date { return d }), dialogs.DateLine
	case days <= 7*mostWeeks:
		return collect(r, mondayOf), dialogs.DateLine
	}
	return collect(r, func(d booking.Date) booking.Date { return booking.Date{Year: d.Year, Month: d.Month, Day: 1} }), dialogs.MonthLine
}

func mondayOf(d booking.Date) booking.Date { return d.Add(-(int(d.Weekday()) + 6) % 7) }

func collect(r statistics.Report, group func(booking.Date) booking.Date) []bar {
	var bars []bar
	for _, d := range r.Days {
		first := group(d.Day)
		if len(bars) == 0 || bars[len(bars)-1].first != first {
			bars = append(bars, bar{first: first})
		}
		bars[len(bars)-1].visits = bars[len(bars)-1].visits.Plus(d.Visits)
	}
	return bars
}

// minutes is planned beside real minutes, as far as they are shown at all.
func minutes(say func(locales.Line) string, o *booking.Office, r statistics.Report) chart.Panel {
	p := chart.Panel{Title: say(locales.Say("report.minutes")), Horizontal: true, Series: []chart.Series{
		{Name: say(locales.Say("staff.head.planned"))}, {Name: say(locales.Say("report.real"))},
	}}
	shown := slices.DeleteFunc(slices.Clone(r.Concerns), func(c statistics.Concern) bool { return !c.Took.Shown() })
	shown = shown[:min(len(shown), mostConcerns)]
	for _, c := range slices.Backward(shown) { // bars are drawn from below
		p.Labels = append(p.Labels, say(dialogs.KeyLine(o, c.Key)))
		p.Series[0].Values = append(p.Series[0].Values, float64(c.Took.Planned.Median()))
		p.Series[1].Values = append(p.Series[1].Values, float64(c.Took.Real.Median()))
	}
	return p
}
