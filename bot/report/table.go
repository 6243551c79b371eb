package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/statistics"
)

// byteOrderMark tells spreadsheets that the text is UTF-8.
const byteOrderMark = "\ufeff"

// Table is all figures of a report as CSV: one figure a row, with what it is
// about. Semicolons part the cells, as German spreadsheets expect and others ask.
func Table(lang string, o *booking.Office, r statistics.Report) ([]byte, error) {
	t := table{say: locales.For(lang).Say, office: o}
	t.out.WriteString(byteOrderMark)
	t.csv = csv.NewWriter(&t.out)
	t.csv.Comma, t.csv.UseCRLF = ';', true
	t.write(locales.Say("report.about"), locales.Say("report.what"), locales.Say("report.figure"), locales.Say("report.value"), locales.Say("report.unit"))
	t.visits(r)
	t.concerns(r)
	t.times(r)
	t.talks(r.Talks)
	t.ratings(r.Ratings)
	t.csv.Flush()
	return t.out.Bytes(), t.csv.Error()
}

// table is a table under way.
type table struct {
	say    func(locales.Line) string
	office *booking.Office
	out    bytes.Buffer
	csv    *csv.Writer
}

func (t *table) write(cells ...locales.Line) {
	row := make([]string, len(cells))
	for i, c := range cells {
		row[i] = Cell(t.say(c))
	}
	_ = t.csv.Write(row) // into memory; Error says what there is to say
}

// Cell is a text that no spreadsheet takes for a formula.
func Cell(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\r' || r == '\n' {
			return ' '
		}
		return r
	}, text)
	if trimmed := strings.TrimSpace(text); trimmed != "" && strings.ContainsRune("=+-@|%", rune(trimmed[0])) {
		return "'" + text
	}
	return text
}

// figure writes one figure.
func (t *table) figure(about, what, figure locales.Line, value int, unit string) {
	t.write(about, what, figure, locales.Plain(strconv.Itoa(value)), t.unit(unit))
}

// unit names what a value counts.
func (*table) unit(unit string) locales.Line {
	switch unit {
	case ofMinutes:
		return locales.Say("report.unit.minutes")
	case ofDays:
		return locales.Say("report.unit.days")
	}
	return locales.Say("report.unit.count")
}

const (
	ofCount   = "count"
	ofMinutes = "minutes"
	ofDays    = "days"
)

// became writes what became of visits.
func (t *table) became(about, what locales.Line, v statistics.Visits) {
	t.figure(about, what, locales.Say("staff.head.booked"), v.Booked, ofCount)
	t.figure(about, what, locales.Say("staff.head.finished"), v.Finished, ofCount)
	t.figure(about, what, locales.Say("staff.head.missed"), v.Missed, ofCount)
	t.figure(about, what, locales.Say("staff.head.cancelled"), v.Cancelled, ofCount)
}

// spread writes middle and upper end of some values.
func (t *table) spread(about, what locales.Line, s statistics.Spread, unit string) {
	t.figure(about, what, locales.Say("staff.head.cases"), s.Cases(), ofCount)
	if s.Cases() == 0 {
		return
	}
	t.figure(about, what, locales.Say("report.median"), s.Median(), unit)
	t.figure(about, what, locales.Say("report.p95"), s.Quantile(0.95), unit)
}

func (t *table) visits(r statistics.Report) {
	about := locales.Say("report.visits")
	t.became(about, locales.Say("report.all"), r.Totals())
	for _, c := range r.Channels {
		t.figure(locales.Say("report.channel"), dialogs.ChannelLine(c.Name), locales.Say("staff.head.booked"), c.Booked, ofCount)
	}
	for _, d := range r.Days {
		day := locales.Plain(d.Day.String())
		t.became(locales.Say("staff.head.day"), day, d.Visits)
		if d.Open > 0 {
			t.figure(locales.Say("staff.head.day"), day, locales.Say("report.open"), d.Open, ofMinutes)
			t.figure(locales.Say("staff.head.day"), day, locales.Say("report.free"), d.Free, ofMinutes)
		}
	}
}

func (t *table) concerns(r statistics.Report) {
	about := locales.Say("staff.head.concerns")
	for _, c := range r.Concerns {
		name := dialogs.KeyLine(t.office, c.Key)
		t.became(about, name, c.Visits)
		if c.Took.Shown() {
			t.figure(about, name, locales.Say("staff.head.planned"), c.Took.Planned.Median(), ofMinutes)
			t.figure(about, name, locales.Say("report.real_median"), c.Took.Real.Median(), ofMinutes)
			t.figure(about, name, locales.Say("report.real_p95"), c.Took.Real.Quantile(0.95), ofMinutes)
			t.figure(about, name, locales.Say("report.real_cases"), c.Took.Real.Cases(), ofCount)
		}
	}
}

func (t *table) times(r statistics.Report) {
	all := locales.Say("report.all")
	first := r.FirstOffers()
	t.spread(locales.Say("report.first"), all, first.Spread, ofDays)
	t.figure(locales.Say("report.first"), locales.Say("report.first_none"), locales.Say("staff.head.cases"), first.None, ofCount)
	open, free := r.Minutes()
	t.figure(locales.Say("report.desks"), all, locales.Say("report.open"), open, ofMinutes)
	t.figure(locales.Say("report.desks"), all, locales.Say("report.free"), free, ofMinutes)
	t.spread(locales.Say("report.ahead"), all, r.Ahead, ofMinutes)
	t.freed(all, r.Freed.Times, r.Freed.Refilled)
	t.freed(locales.Say("report.early"), r.Freed.EarlyTimes, r.Freed.EarlyRefilled)
	t.spread(locales.Say("report.waited"), all, r.Waited, ofMinutes)
	t.figure(locales.Say("report.tickets"), all, locales.Say("report.given"), r.Tickets.Given, ofCount)
	t.figure(locales.Say("report.tickets"), all, locales.Say("staff.state.finished"), r.Tickets.Served, ofCount)
	t.spread(locales.Say("report.tickets_waited"), all, r.Tickets.Waited, ofMinutes)
	m := r.Reminders
	for _, line := range []struct {
		what locales.Line
		n    int
	}{
		{locales.Say("report.sent"), m.Sent},
		{locales.Say("report.coming"), m.Coming},
		{locales.Say("report.moved"), m.Moved},
		{locales.Say("staff.head.cancelled"), m.Cancelled},
		{locales.Say("report.silent"), m.Sent - m.Coming - m.Moved - m.Cancelled},
	} {
		t.figure(locales.Say("report.reminders"), all, line.what, line.n, ofCount)
	}
	for _, half := range []struct {
		which  locales.Line
		visits statistics.Visits
	}{{locales.Say("report.appealed"), m.Appealed}, {locales.Say("report.plain"), m.Plain}} {
		if half.visits.Due() > 0 {
			t.figure(locales.Say("report.reminders"), half.which, locales.Say("staff.head.booked"), half.visits.Due(), ofCount)
			t.figure(locales.Say("report.reminders"), half.which, locales.Say("staff.head.missed"), half.visits.Missed, ofCount)
		}
	}
}

func (t *table) freed(which locales.Line, times int, refilled statistics.Spread) {
	about := locales.Say("report.freed")
	t.figure(about, which, locales.Say("report.given_back"), times, ofCount)
	t.figure(about, which, locales.Say("report.refilled"), refilled.Cases(), ofCount)
	if refilled.Cases() > 0 {
		t.figure(about, which, locales.Say("report.refilled_median"), refilled.Median(), ofMinutes)
		t.figure(about, which, locales.Say("report.refilled_p95"), refilled.Quantile(0.95), ofMinutes)
	}
}

func (t *table) talks(k statistics.Talks) {
	about, all := locales.Say("report.talks"), locales.Say("report.all")
	t.figure(about, all, locales.Say("report.over"), k.Over, ofCount)
	t.figure(about, all, locales.Say("report.with_booking"), k.Booked, ofCount)
	for _, e := range dialogs.EndedIn(k.Ended) {
		t.figure(about, e.Phase, locales.Say("report.without_booking"), e.Talks, ofCount)
	}
	t.figure(about, all, locales.Say("report.heard"), k.Heard, ofCount)
	t.figure(about, all, locales.Say("report.understood"), k.Heard-k.Missed, ofCount)
}

// ratings writes how satisfied people were, where enough have answered, and not
// what they wrote: nobody looks for names in a table.
func (t *table) ratings(r statistics.Ratings) {
	if !r.Shown() {
		return
	}
	for stars := len(r.Stars); stars > 0; stars-- {
		t.figure(locales.Say("report.ratings"), locales.Say("report.stars", "Stars", stars), locales.Say("report.answers"), r.Stars[stars-1], ofCount)
	}
}
