package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/office"
	"terminbote/statistics"
)

// spreadOf is some values, each once.
func spreadOf(values ...int) statistics.Spread {
	s := statistics.Spread{}
	for _, v := range values {
		s.Add(v, 1)
	}
	return s
}

// wholeReport is a report in which everything was counted.
func wholeReport() statistics.Report {
	return statistics.Report{
		Channels: []statistics.Channel{{Name: "telegram", Booked: 6}, {Name: "", Booked: 2}},
		Days: []statistics.Day{
			{Day: november(23), Visits: statistics.Visits{Booked: 6, Finished: 3, Missed: 1, Cancelled: 2}, Open: 60, Free: 15, Offers: statistics.Days{Spread: spreadOf(1, 2, 3), None: 1}},
			{Day: november(24), Visits: statistics.Visits{Booked: 2, Finished: 1, Missed: 1}, Open: 60},
		},
		Ahead: spreadOf(24*60-1, 24*60, 24*60+1, 9000), Waited: spreadOf(5, 6, 7),
		Freed:     statistics.Freed{Times: 4, Refilled: spreadOf(10, 20, 30), EarlyTimes: 2, EarlyRefilled: spreadOf(10)},
		Tickets:   statistics.Tickets{Given: 5, Served: 4, Waited: spreadOf(1, 2, 3)},
		Reminders: statistics.Reminders{Sent: 10, Coming: 4, Moved: 1, Cancelled: 2, Appealed: statistics.Visits{Booked: 4, Missed: 1}, Plain: statistics.Visits{Booked: 5, Missed: 2, Cancelled: 1}},
		Ratings:   statistics.Ratings{Stars: [5]int{1, 2, 3, 4, 20}, Lines: []statistics.RatingLine{{Stars: 5, Line: " gut \n so"}}},
		Talks:     statistics.Talks{Over: 20, Booked: 5, Ended: []statistics.Ending{{Step: "day", Talks: 15}}, Heard: 40, Missed: 10},
	}
}

// Each figure of a report is said with its own numbers.
func TestEachFigureOfAReportIsSaid(t *testing.T) {
	t.Parallel()
	want := map[string]locales.Args{
		"staff.figure.visits":     {"Booked": 8, "Finished": 4, "Missed": 2, "MissedShare": 33, "Cancelled": 2, "CancelledShare": 25},
		"staff.figure.first":      {"Median": 2, "Most": 3, "None": 25},
		"staff.figure.free":       {"Share": 13, "Free": locales.Minutes(15), "Open": locales.Minutes(120)},
		"staff.figure.ahead":      {"Median": locales.Minutes(1440), "Short": 25},
		"staff.figure.freed":      {"Times": 4, "Share": 75, "Median": locales.Minutes(20), "EarlyShare": 50, "Early": 2},
		"staff.figure.waited":     {"Median": 6, "Most": 7, "Count": 3},
		"staff.figure.tickets":    {"Given": 5, "Served": 4, "Median": 2, "Most": 3},
		"staff.figure.reminders":  {"Sent": 10, "Coming": 4, "Moved": 1, "Cancelled": 2, "Silent": 3},
		"staff.figure.appeal":     {"Missed": 1, "Due": 4, "Share": 25, "PlainMissed": 2, "PlainDue": 4, "PlainShare": 50},
		"staff.figure.talks":      {"Talks": 20, "Share": 25},
		"staff.figure.understood": {"Heard": 40, "Share": 75},
		"staff.figure.ratings":    {"Mean": locales.Tenths(43), "Count": 30, "One": 1, "Two": 2, "Three": 3, "Four": 4, "Five": 20},
		"staff.figure.channels":   nil, "staff.figure.ended": nil, "staff.figure.line": nil,
	}
	lines := ReportLines(wholeReport())
	for _, l := range lines {
		args, known := want[l.Key]
		if !known {
			t.Errorf("%s is said twice, or is none", l.Key)
		}
		for name, value := range args {
			if l.Args[name] != value {
				t.Errorf("%s: %s is %v, want %v", l.Key, name, l.Args[name], value)
			}
		}
		delete(want, l.Key)
	}
	for key := range want {
		t.Errorf("%s is not said", key)
	}
}

// What was not counted is not said.
func TestWhatWasNotCountedIsLeftOut(t *testing.T) {
	t.Parallel()
	everything := keysOf(ReportLines(wholeReport()))
	for gone, without := range map[string]func(*statistics.Report){
		"staff.figure.channels":   func(r *statistics.Report) { r.Channels = nil },
		"staff.figure.first":      func(r *statistics.Report) { r.Days[0].Offers.Spread = nil },
		"staff.figure.free":       func(r *statistics.Report) { r.Days[0].Open, r.Days[1].Open = 0, 0 },
		"staff.figure.ahead":      func(r *statistics.Report) { r.Ahead = nil },
		"staff.figure.freed":      func(r *statistics.Report) { r.Freed.Times = 0 },
		"staff.figure.waited":     func(r *statistics.Report) { r.Waited = nil },
		"staff.figure.tickets":    func(r *statistics.Report) { r.Tickets.Given = 0 },
		"staff.figure.appeal":     func(r *statistics.Report) { r.Reminders.Plain = statistics.Visits{Booked: 1, Cancelled: 1} },
		"staff.figure.understood": func(r *statistics.Report) { r.Talks.Heard = 0 },
		"staff.figure.ended":      func(r *statistics.Report) { r.Talks.Ended = nil },
		"staff.figure.line":       func(r *statistics.Report) { r.Ratings.Lines = nil },
	} {
		r := wholeReport()
		without(&r)
		want := slices.DeleteFunc(slices.Clone(everything), func(key string) bool { return key == gone })
		if got := keysOf(ReportLines(r)); !slices.Equal(got, want) {
			t.Errorf("without %s: %v", gone, got)
		}
	}
	if got := keysOf(ReportLines(statistics.Report{})); !slices.Equal(got, []string{"staff.figure.visits"}) {
		t.Errorf("of nothing: %v", got)
	}
	r := wholeReport()
	r.Reminders.Appealed = statistics.Visits{}
	if got := keysOf(ReportLines(r)); slices.Contains(got, "staff.figure.appeal") {
		t.Errorf("nobody to compare with: %v", got)
	}
}

// The days of a report are those that a command or a press names, twenty years of them
// at the most.
func TestTheDaysOfAReportAreThoseNamed(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffStatisticsScreen, booking.Clerk)
	today := talk.today()
	for id, days := range map[string]int{statisticsPrefix + "week": 7, statisticsPrefix + "month": 28, statisticsPrefix + "year": 365, statisticsChoice: 28} {
		if got, want := talk.reportTapped(Tapped{Choice: id}), (Span{today.Add(-days), today}); got != want {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
	viewer := at(staffFlow{}, staffStatisticsScreen, booking.Viewer)
	for name, got := range map[string]Span{
		"an older view": talk.reportTapped(Tapped{Choice: statisticsChoice, Revision: 1}), "typed": talk.reportTapped(Said{Text: statisticsChoice}),
		"another press": talk.reportTapped(Tapped{Choice: todayChoice}), "a viewer's": viewer.reportTapped(Tapped{Choice: statisticsChoice}),
	} {
		if got != (Span{}) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if got, want := talk.reportDays(), (Span{today.Add(-28), today}); got != want {
		t.Errorf("nothing looked at: %v, want %v", got, want)
	}
	report := func(from, to booking.Date, empty bool) *statistics.Report {
		r := &statistics.Report{From: from, To: to, Talks: statistics.Talks{Over: 1}}
		if empty {
			r.Talks.Over = 0
		}
		return r
	}
	for name, tt := range map[string]struct {
		report *statistics.Report
		want   bool
	}{
		"none": {nil, false}, "of those days": {report(today.Add(-7), today, false), true}, "of other days": {report(today.Add(-8), today, false), false},
		"until another day": {report(today.Add(-7), today.Add(-1), false), false}, "empty": {report(today.Add(-7), today, true), false},
	} {
		talk := at(staffFlow{}, noScreen, booking.Clerk)
		talk.facts.Staff.Report = tt.report
		if talk.handOver(Span{today.Add(-7), today}); (talk.report != nil) != tt.want || talk.Screen != staffStatisticsScreen || talk.Work.Report.From != today.Add(-7) {
			t.Errorf("%s: handed over %v, at %q", name, talk.report != nil, talk.Screen)
		}
	}
}

// Minutes are shown where there are enough cases, in a row each, and no more rows than
// anybody reads.
func TestMinutesAreShownWhereThereAreEnoughCases(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	took := func(key statistics.Key, cases, desks int) statistics.Took {
		return statistics.Took{Key: key, Desks: desks, Planned: spreadOf(make([]int, cases)...), Real: spreadOf(make([]int, cases)...)}
	}
	enough := took("passport", statistics.FewestCases, statistics.FewestDesks)
	for name, tt := range map[string]struct {
		took []statistics.Took
		want int
	}{
		"enough": {[]statistics.Took{enough}, 1}, "a case too few": {[]statistics.Took{took("passport", statistics.FewestCases-1, statistics.FewestDesks)}, 0},
		"a desk too few": {[]statistics.Took{took("passport", statistics.FewestCases, statistics.FewestDesks-1)}, 0}, "many": {slices.Repeat([]statistics.Took{enough}, 30), mostConcerns},
	} {
		if got := tookTable(o, tt.took); len(got.Rows) != tt.want {
			t.Errorf("%s: %d rows", name, len(got.Rows))
		}
	}
	talk := at(staffFlow{}, noScreen, booking.Lead)
	c, _ := o.Concern("passport")
	several := enough
	several.Several = true
	for want, all := range map[string][]statistics.Took{
		"staff.minutes_real": {enough}, "staff.minutes_unmeasured": {several, took("id-card", 99, 9), took("passport", 1, 1)},
	} {
		talk.facts.Staff.Took = all
		if got := talk.tookLine(c); got.Key != want {
			t.Errorf("%v: %s, want %s", all, got.Key, want)
		}
	}
	for key, want := range map[statistics.Key]string{"": "staff.no_concern", "passport": "staff.concerns"} {
		if got := keyLine(o, key, false); got.Key != want {
			t.Errorf("%q: %s", key, got.Key)
		}
	}
	if got := keyLine(o, "passport", true); got.Key != "staff.concerns_several" {
		t.Errorf("several: %s", got.Key)
	}
}

// Other minutes are refused beyond what a visit may take, and warned of off the grid and
// where not all cases fit any more.
func TestMinutesThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]int{"0": 0, "1": 1, "15": 15, "x": 0, "-5": 0, "": 0} {
		talk := at(staffFlow{}, noScreen, booking.Lead)
		talk.considerMinutes("passport", typed, booking.Date{})
		if talk.Work.Minutes.Minutes != want || talk.Screen != staffMinutesReviewScreen || talk.Work.Minutes.From != talk.today() || len(talk.remarks) > 0 != (want == 0 && typed != "") {
			t.Errorf("%q: %+v at %q, %v", typed, talk.Work.Minutes, talk.Screen, talk.remarks)
		}
	}
	o := *office.Sample().Offices[0]
	most := int(o.Policy.Longest / time.Minute)
	for minutes, want := range map[int]bool{most: true, most + 1: false} {
		talk := at(staffFlow{}, noScreen, booking.Lead)
		talk.considerMinutes("passport", locales.For("de").Say(locales.Say("choice.number", "Number", minutes)), november(30))
		if (talk.Work.Minutes.Minutes == minutes) != want || talk.Work.Minutes.From != november(30) {
			t.Errorf("%d of %d: %+v", minutes, most, talk.Work.Minutes)
		}
	}
	c, _ := o.Concern("passport")
	for first, want := range map[time.Duration]int{o.Policy.Longest: 1, o.Policy.Longest + time.Minute: 0} {
		if got := fittingCases(o.WithMinutes(c.ID, first), c.ID); got != want {
			t.Errorf("of %v %d fit, want %d", first, got, want)
		}
	}
}
