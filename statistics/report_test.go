package statistics_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/statistics"
)

var monday = booking.Date{Year: 2026, Month: time.November, Day: 23}

// counted is a report of three days, each figure of which is another number.
func counted() statistics.Report {
	var r statistics.Report
	r.Concern("passport").Visits.Count(booking.Finished, 2)
	r.Concern("id-card").Visits.Count(booking.Finished, 2)
	r.Concern("register").Visits.Count(booking.Missed, 3)
	r.Concern("passport").Visits.Count(booking.Cancelled, 0)
	r.Channel("web").Booked += 5
	r.Channel("telegram").Booked += 5
	r.Channel("").Booked += 6
	r.Channel("web").Booked++
	for i, state := range []booking.State{booking.Missed, booking.Cancelled, booking.Finished, booking.Confirmed, booking.CheckedIn} {
		r.Day(monday.Add(2-i%3)).Visits.Count(state, 1<<i)
	}
	r.Day(monday).Open, r.Day(monday).Free = 100, 30
	r.Day(monday.Add(2)).Open, r.Day(monday.Add(2)).Free = 20, 5
	for i, days := range []int{0, 3, -1, 3, -7} {
		r.Day(monday.Add(i%2)).Offers.Count(days, i+1)
	}
	r.Talks.Ended = []statistics.Ending{{Step: "time", Talks: 1}, {Step: "name", Talks: 4}, {Step: "day", Talks: 4}}
	r.Sort()
	return r
}

func TestAReportAddsUpAndIsInOrder(t *testing.T) {
	t.Parallel()
	r := counted()
	var order []string
	for _, c := range r.Concerns {
		order = append(order, string(c.Key))
	}
	for _, c := range r.Channels {
		order = append(order, c.Name)
	}
	for _, d := range r.Days {
		order = append(order, d.Day.String())
	}
	for _, e := range r.Talks.Ended {
		order = append(order, e.Step)
	}
	want := []string{"register", "id-card", "passport", "", "web", "telegram", "2026-11-23", "2026-11-24", "2026-11-25", "day", "name", "time"}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Errorf("the order (-want +got):\n%s", diff)
	}
	open, free := r.Minutes()
	offers := r.FirstOffers()
	got := []any{r.Totals(), r.Totals().Due(), open, free, offers.None, offers.Spread, r.Days[1].Visits}
	if diff := cmp.Diff([]any{
		statistics.Visits{Booked: 31, Finished: 4, Missed: 1, Cancelled: 2},
		29, 120, 35, 8,
		statistics.Spread{0: 1, 3: 6},
		statistics.Visits{Booked: 18, Cancelled: 2},
	}, got); diff != "" {
		t.Errorf("what it adds up to (-want +got):\n%s", diff)
	}
}

func TestAReportIsEmptyWhereNothingWasCounted(t *testing.T) {
	t.Parallel()
	var none, talked, day statistics.Report
	talked.Talks.Over = 1
	day.Day(monday)
	if !none.Empty() || talked.Empty() || day.Empty() {
		t.Errorf("empty: nothing %v, a talk %v, a day %v", none.Empty(), talked.Empty(), day.Empty())
	}
}

func TestAShareIsRoundedToTheNearest(t *testing.T) {
	t.Parallel()
	for _, tt := range [][3]int{{0, 0, 0}, {3, 0, 0}, {0, 7, 0}, {7, 7, 100}, {1, 3, 33}, {2, 3, 67}, {1, 200, 1}, {1, 201, 0}, {1, 8, 13}, {3, 2, 150}} {
		if got := statistics.Share(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%d of %d are %d percent, want %d", tt[0], tt[1], got, tt[2])
		}
	}
}

// What was given back counts by whether it was in time to be booked again, and was.
func TestTimesGivenBackAreCounted(t *testing.T) {
	t.Parallel()
	f := statistics.Freed{Refilled: statistics.Spread{}, EarlyRefilled: statistics.Spread{}}
	f.Count(false, false, 1, 1)
	f.Count(false, true, 2, 2)
	f.Count(true, false, 3, 4)
	f.Count(true, true, 4, 8)
	want := statistics.Freed{Times: 15, Refilled: statistics.Spread{2: 2, 4: 8}, EarlyTimes: 12, EarlyRefilled: statistics.Spread{4: 8}}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestASpreadCountsItsValues(t *testing.T) {
	t.Parallel()
	s := statistics.Spread{}
	s.Add(5, 0)
	if len(s) != 0 || s.Median() != 0 || s.Cases() != 0 {
		t.Errorf("of nothing: %v", s)
	}
	s.Add(5, 2)
	s.Add(5, 1)
	s.Add(9, 1)
	if s.Cases() != 4 || s.Below(5) != 0 || s.Below(6) != 3 || s.Below(9) != 3 || s.Below(10) != 4 || s.Median() != 5 || s.Quantile(0.75) != 5 || s.Quantile(0.76) != 9 {
		t.Errorf("%v: %d cases, %d below 6", s, s.Cases(), s.Below(6))
	}
	if diff := cmp.Diff(statistics.Spread{5: 3, 9: 2, 1: 1}, s.Plus(statistics.Spread{9: 1, 1: 1})); diff != "" || s[9] != 1 {
		t.Errorf("both (-want +got):\n%s", diff)
	}
	if got := statistics.Spread(nil).Plus(statistics.Spread{1: 2}); got[1] != 2 {
		t.Errorf("nothing and something: %v", got)
	}
	s[7] = 0 // a value that did not occur is none
	if s.Quantile(0.9) != 9 || s.Quantile(0.5) != 5 {
		t.Errorf("a value that did not occur is one: %v", s)
	}
	ends := statistics.Spread{3: 0, 5: 2, 9: 0}
	if low, high := ends.MedianBetween(); low != 5 || high != 5 || ends.Quantile(0) != 5 || ends.Quantile(1) != 5 {
		t.Errorf("values that did not occur are the ends: %d to %d", low, high)
	}
}

// A figure rests on ten visits at two desks with three each, a suggestion on thirty.
func TestAFigureRestsOnEnoughVisits(t *testing.T) {
	t.Parallel()
	c := booking.Concern{ID: "passport", First: 15 * time.Minute}
	policy := booking.Policy{Grid: 5 * time.Minute, Longest: 2 * time.Hour}
	for _, tt := range []struct {
		at             []int // visits at each desk
		shown, suggest bool
	}{
		{[]int{7, 3}, true, false},
		{[]int{6, 3}, false, false},
		{[]int{8, 2}, false, false},
		{[]int{40}, false, false},
		{[]int{27, 3}, true, true},
		{[]int{26, 3}, true, false},
		{[]int{28, 2}, false, false},
		{[]int{24, 3, 3}, true, true},
		{[]int{2, 2, 2, 2, 2, 2}, false, false},
	} {
		var all statistics.TookCounter
		for desk, n := range tt.at {
			all.Count("passport", false, 15, 25, booking.DeskID(rune('a'+desk)), n)
		}
		took := all.Sorted()
		_, suggested := statistics.Suggest(c, took, policy)
		if took[0].Shown() != tt.shown || suggested != tt.suggest {
			t.Errorf("%v visits at desks: shown %v, suggested %v", tt.at, took[0].Shown(), suggested)
		}
	}
}

// Other minutes are suggested where they differ by a step of the grid, and by a fifth,
// on the grid, between one step and the longest visit.
func TestMinutesAreSuggestedThatDifferEnough(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ planned, real, grid, want int }{ // minutes; want 0: nothing
		{15, 20, 5, 20},
		{15, 17, 5, 0},
		{15, 10, 5, 10},
		{25, 30, 5, 30},
		{30, 35, 5, 0},
		{30, 36, 5, 0},
		{30, 24, 5, 0},
		{50, 60, 5, 60},
		{50, 59, 5, 60},
		{50, 57, 5, 0},
		{15, 22, 5, 20},
		{15, 23, 5, 25},
		{30, 38, 15, 45},
		{30, 37, 15, 0},
		{30, 1, 15, 15},
		{15, 500, 5, 120},
		{10, 13, 0, 13},
	} {
		var all statistics.TookCounter
		all.Count("other", false, 15, 99, "a", 60)
		all.Count("passport", true, 15, 99, "a", 60)
		all.Count("passport", false, tt.planned, tt.real, "a", 30)
		all.Count("passport", false, tt.planned, tt.real, "b", 30)
		c := booking.Concern{ID: "passport", First: time.Duration(tt.planned) * time.Minute}
		s, ok := statistics.Suggest(c, all.Sorted(), booking.Policy{Grid: time.Duration(tt.grid) * time.Minute, Longest: 2 * time.Hour})
		if ok != (tt.want > 0) || ok && (s.Then != time.Duration(tt.want)*time.Minute || s.Now != c.First || s.Median != tt.real || s.Percentile != tt.real || s.Cases != 60) {
			t.Errorf("planned %d, took %d on a grid of %d: %+v %v, want %d", tt.planned, tt.real, tt.grid, s, ok, tt.want)
		}
	}
}

// Where as planned may well be the median of all such visits, nothing is suggested,
// however far the median of these is from it.
func TestWhatMayBeChanceIsNotSuggested(t *testing.T) {
	t.Parallel()
	policy := booking.Policy{Grid: 5 * time.Minute, Longest: 2 * time.Hour}
	for _, tt := range []struct {
		planned, short, long int
		shorts, longs        int
		suggest              bool
	}{
		{15, 10, 25, 31, 29, false},
		{15, 10, 25, 29, 31, false},
		{15, 15, 25, 25, 35, false},
		{25, 15, 25, 35, 25, false},
		{15, 15, 25, 21, 39, true},
		{25, 15, 25, 39, 21, true},
		{15, 10, 25, 50, 10, true},
	} {
		var all statistics.TookCounter
		for desk, of := range map[booking.DeskID][2]int{"a": {tt.short, tt.shorts}, "b": {tt.long, tt.longs}} {
			all.Count("passport", false, tt.planned, of[0], desk, of[1])
		}
		c := booking.Concern{ID: "passport", First: time.Duration(tt.planned) * time.Minute}
		if s, ok := statistics.Suggest(c, all.Sorted(), policy); ok != tt.suggest {
			t.Errorf("planned %d; %d took %d, %d took %d: %+v %v", tt.planned, tt.shorts, tt.short, tt.longs, tt.long, s, ok)
		}
	}
}

// The lines of a report are those of its weeks, the latest first.
func TestLinesOfTheLatestWeekComeFirst(t *testing.T) {
	t.Parallel()
	week := func(i int, lines ...string) statistics.RatedWeek {
		w := statistics.RatedWeek{Week: monday.Add(7 * i), Stars: [5]int{2: 3}}
		for _, line := range lines {
			w.Lines = append(w.Lines, statistics.RatingLine{Stars: 3, Line: line})
		}
		return w
	}
	r := statistics.RatingsOf([]statistics.RatedWeek{week(0, "a", "b"), week(1, "c"), week(2), week(3, "d", "e"), week(4, "f")}, monday, monday.Add(21))
	var lines []string
	for _, l := range r.Lines {
		lines = append(lines, l.Line)
	}
	if diff := cmp.Diff([]string{"d", "e", "c", "a", "b"}, lines); diff != "" || r.Count() != 12 {
		t.Errorf("%d answers, lines (-want +got):\n%s", r.Count(), diff)
	}
}

// What differs most in sum stands first.
func TestSuggestionsAreInOrder(t *testing.T) {
	t.Parallel()
	o := &booking.Office{Policy: booking.Policy{Grid: 5 * time.Minute, Longest: 2 * time.Hour}}
	var all statistics.TookCounter
	for _, c := range []struct {
		id         booking.ConcernID
		real, each int
	}{{"few", 30, 15}, {"usual", 15, 90}, {"many", 25, 30}, {"less", 5, 40}} {
		o.Concerns = append(o.Concerns, booking.Concern{ID: c.id, First: 15 * time.Minute})
		for _, desk := range []booking.DeskID{"a", "b"} {
			all.Count(statistics.Key(c.id), false, 15, c.real, desk, c.each)
		}
	}
	var order []booking.ConcernID
	for _, s := range statistics.Suggestions(o, all.Sorted()) {
		order = append(order, s.Concern)
	}
	if diff := cmp.Diff([]booking.ConcernID{"less", "many", "few"}, order); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Visits of one kind are put together, and told in the order of the kinds.
func TestKindsOfVisitsAreToldApart(t *testing.T) {
	t.Parallel()
	var all statistics.TookCounter
	all.Count("b", true, 1, 2, "x", 3)
	all.Count("b", false, 1, 2, "x", 3)
	all.Count("a", false, 1, 2, "x", 2)
	all.Count("a", false, 4, 5, "x", 1)
	all.Count("a", false, 4, 5, "y", 2)
	want := []statistics.Took{
		{Key: "a", Planned: statistics.Spread{1: 2, 4: 3}, Real: statistics.Spread{2: 2, 5: 3}, Desks: 1},
		{Key: "b", Planned: statistics.Spread{1: 3}, Real: statistics.Spread{2: 3}, Desks: 1},
		{Key: "b", Several: true, Planned: statistics.Spread{1: 3}, Real: statistics.Spread{2: 3}, Desks: 1},
	}
	if diff := cmp.Diff(want, all.Sorted()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A key that somebody wrote by hand is read as far as it goes.
func TestAKeyIsReadAsFarAsItGoes(t *testing.T) {
	t.Parallel()
	want := []booking.Wish{{Concern: "a", Quantity: 3}, {Concern: "b", Quantity: 1}, {Concern: "c", Quantity: 1}}
	if diff := cmp.Diff(want, statistics.Key("a*3+b*x+c").Wishes()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
