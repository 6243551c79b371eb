package dialogs

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// times are some of 23 November, as "9:05".
func times(clocks ...string) []time.Time {
	var all []time.Time
	for _, c := range clocks {
		var hour, minute int
		_, _ = fmt.Sscanf(c, "%d:%d", &hour, &minute)
		all = append(all, time.Date(2026, time.November, 23, hour, minute, 0, 0, time.UTC))
	}
	return all
}

func TestTheNearestTimesStandInTheirOrder(t *testing.T) {
	t.Parallel()
	all := times("8:00", "9:00", "10:00", "11:00", "12:00")
	for at, want := range map[string][]time.Time{"10:10": times("10:00", "11:00"), "7:00": times("8:00", "9:00"), "9:30": times("9:00", "10:00")} {
		if got := nearest(all, times(at)[0], 2); !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Errorf("next to %s are %v, want %v", at, got, want)
		}
	}
	if got := nearest(all, all[0], 9); len(got) != len(all) {
		t.Errorf("of five the nine nearest are %v", got)
	}
	for at, want := range map[string][]time.Time{
		"10:00": times("9:00", "10:00"), "10:30": times("10:00", "11:00"), "7:00": times("8:00"), "13:00": times("12:00"),
	} {
		if got := bothSides(all, times(at)[0], 1); !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Errorf("on both sides of %s are %v, want %v", at, got, want)
		}
	}
}

func TestTimesAreSpreadOverTheDayAndEasilySaid(t *testing.T) {
	t.Parallel()
	any := func(s []time.Time) []time.Time { return s }
	for name, tt := range map[string]struct{ starts, want []time.Time }{
		"few":             {times("8:05", "8:10"), times("8:05", "8:10")},
		"the full hour":   {times("8:50", "8:55", "9:00", "9:05", "9:10", "9:15"), times("9:00", "9:15")},
		"the half":        {times("8:20", "8:25", "8:30", "9:20", "9:25", "9:30"), times("8:30", "9:30")},
		"quarter, five":   {times("8:07", "8:10", "8:15", "9:01", "9:02", "9:05"), times("8:15", "9:05")},
		"the first alike": {times("8:00", "9:00", "10:00", "11:00"), times("8:00", "10:00")},
		"odd minutes":     {times("8:02", "8:01", "8:03", "9:04", "9:06", "9:07"), times("8:02", "9:04")},
	} {
		if got := spread(tt.starts, 2, any); !slices.EqualFunc(got, tt.want, time.Time.Equal) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
	roomy := func(s []time.Time) []time.Time { return s[1:] }
	if got := spread(times("8:00", "8:15", "9:00", "9:15"), 2, roomy); !slices.EqualFunc(got, times("8:15", "9:15"), time.Time.Equal) {
		t.Errorf("of those that leave room: %v", got)
	}
}

func TestTheSoonestComePageByPage(t *testing.T) {
	t.Parallel()
	var all []string
	for i := range 14 {
		all = append(all, fmt.Sprintf("%d:%d", 8+i/4, i%4*15))
	}
	days := []freeDay{{november(23), times(all[:4]...)}, {november(23), times(all[4:13]...)}}
	for page, want := range [][]time.Time{times(all[:6]...), times(all[6:12]...), times(all[12:13]...), times(all[:6]...)} {
		got, more := soonestPage(days, page)
		if !slices.EqualFunc(got, want, time.Time.Equal) || !more {
			t.Errorf("page %d: %v, more %v, want %v", page, got, more, want)
		}
	}
	if got, more := soonestPage([]freeDay{{november(23), times(all[:6]...)}}, 0); len(got) != 6 || more {
		t.Errorf("six are %v, more %v", got, more)
	}
}

// Of more times than fit on a screen those at the quarters are shown.
func TestOfManyTimesTheQuartersAreShown(t *testing.T) {
	t.Parallel()
	of := func(n, step int) (all []time.Time) {
		for i := range n {
			all = append(all, times("8:00")[0].Add(time.Duration(i*step)*time.Minute))
		}
		return all
	}
	for name, tt := range map[string]struct {
		starts []time.Time
		want   int
	}{
		"forty": {of(40, 5), 40}, "forty-one": {of(41, 5), 14}, "none at a quarter": {slices.DeleteFunc(of(66, 5), func(s time.Time) bool { return s.Minute()%15 == 0 }), 40},
	} {
		if got := quarters(tt.starts); len(got) != min(tt.want, len(tt.starts)) {
			t.Errorf("%s: %d, want %d", name, len(got), tt.want)
		}
	}
}

// The times of an hour are those from its beginning until before its end.
func TestTheTimesOfAnHourEndBeforeTheNext(t *testing.T) {
	t.Parallel()
	o := &booking.Office{Calendar: booking.Calendar{Zone: time.UTC}}
	starts := times("8:55", "9:00", "9:55", "10:00")
	if got := startsIn(hoursFrom(9), starts, o); !slices.EqualFunc(got, starts[1:3], time.Time.Equal) {
		t.Errorf("from nine: %v", got)
	}
	if g := hourGroup(starts, o); len(g.Choices) != 3 || g.Choices[0].ID != "hour:8" || g.Choices[1].ID != "hour:9" || g.Choices[2].ID != "hour:10" {
		t.Errorf("hours: %v", g.Choices)
	}
	for id, want := range map[string]bool{"hour:0": true, "hour:23": true, "hour:24": false, "hour:-1": false, "hour:x": false, "9": false} {
		if got := (&talk{}).chooseHour(id); got != want {
			t.Errorf("%s is an hour: %v", id, got)
		}
	}
	if before, behind := bySide(false, starts, time.UTC), bySide(true, starts, time.UTC); before != (booking.Hours{From: 0, To: 595}) || behind != (booking.Hours{From: 595, To: booking.Midnight}) {
		t.Errorf("before %v, behind %v", before, behind)
	}
	if got := between(starts, starts[:2]); !got.Equal(starts[2]) || !between(starts, starts).Equal(starts[0]) {
		t.Errorf("not shown is %v", got)
	}
}
