package statistics

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"terminbote/booking"
)

func TestTheMeanOfRatingsIsRounded(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		stars  [5]int
		shown  bool
		tenths int
	}{
		{[5]int{}, false, 0},
		{[5]int{0, 0, 0, 0, 4}, false, 50},
		{[5]int{1, 0, 0, 0, 4}, true, 42},
		{[5]int{1, 1, 1, 1, 1}, true, 30},
		{[5]int{0, 0, 1, 2, 3}, true, 43}, // 26 / 6
	} {
		if r := (Ratings{Stars: test.stars}); r.Shown() != test.shown || r.Tenths() != test.tenths {
			t.Errorf("%v: shown %v, %d tenths", test.stars, r.Shown(), r.Tenths())
		}
	}
}

// Whatever two reports are about, what one tells and the other does not are the
// answers of five people at the least, or of nobody.
func TestNoTwoReportsTellTheAnswersOfAFew(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		start := booking.Date{Year: 2026, Month: 1, Day: 5}
		var weeks []RatedWeek
		for i := range rapid.IntRange(0, 12).Draw(t, "weeks") {
			w := RatedWeek{Week: start.Add(7 * i)}
			for s := range w.Stars {
				w.Stars[s] = rapid.IntRange(0, 3).Draw(t, "answers")
			}
			w.Lines = []RatingLine{{Stars: 1, Line: w.Week.String()}}
			weeks = append(weeks, w)
		}
		day := rapid.Custom(func(t *rapid.T) booking.Date { return start.Add(7 * rapid.IntRange(0, 12).Draw(t, "week")) })
		from, to := day.Draw(t, "from"), day.Draw(t, "to")
		one, other := RatingsOf(weeks, from, to), RatingsOf(weeks, day.Draw(t, "from"), day.Draw(t, "to"))
		if n := one.Count(); n > 0 && !one.Shown() {
			t.Fatalf("%d answers are told", n)
		}
		for _, pair := range [][2]Ratings{{one, other}, {other, one}} {
			if apart := toldAlone(weeks, pair[0], pair[1]); apart > 0 && apart < fewestRatings {
				t.Fatalf("%+v tells %d answers that %+v does not", pair[0], apart, pair[1])
			}
		}
		for i := 1; i < len(one.Lines); i++ {
			if one.Lines[i-1].Line < one.Lines[i].Line {
				t.Fatalf("the latest line is not the first: %v", one.Lines)
			}
		}
	})
}

// toldAlone is how many answers of the weeks one report tells and the other does not.
func toldAlone(weeks []RatedWeek, one, other Ratings) (n int) {
	for _, w := range weeks {
		if slices.Contains(one.Lines, w.Lines[0]) && !slices.Contains(other.Lines, w.Lines[0]) {
			n += Ratings{Stars: w.Stars}.Count()
		}
	}
	return n
}

func TestWeeksWithFewAnswersAreToldTogether(t *testing.T) {
	t.Parallel()
	start := booking.Date{Year: 2026, Month: 1, Day: 5}
	week := func(i, answers int) RatedWeek { return RatedWeek{Week: start.Add(7 * i), Stars: [5]int{4: answers}} }
	weeks := []RatedWeek{week(0, 2), week(1, 3), week(2, 6), week(4, 4), week(9, 4), week(10, 1)}
	for _, test := range []struct{ from, to, want int }{
		{0, 10, 19}, // 2+3, 6, 4+4; the one of the last week waits for others
		{0, 1, 5}, {1, 1, 0}, {1, 2, 6}, {2, 8, 6}, {3, 9, 8}, {4, 8, 0}, {11, 20, 0}, {9, 0, 0},
	} {
		if got := RatingsOf(weeks, start.Add(7*test.from), start.Add(7*test.to)).Count(); got != test.want {
			t.Errorf("weeks %d to %d: %d answers, want %d", test.from, test.to, got, test.want)
		}
	}
}
