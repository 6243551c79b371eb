package booking_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"terminbote/booking"
)

func TestDatesAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]booking.Date{
		"2026-11-24": tuesday,
		"2028-02-29": {Year: 2028, Month: time.February, Day: 29},
	} {
		if got, err := booking.ParseDate(text); err != nil || got != want || got.String() != text {
			t.Errorf("%q: want %v, got %v, %v", text, want, got, err)
		}
	}
	for _, text := range []string{
		"", "2026-02-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "2026-1-2", "24.11.2026",
		" 2026-11-24", "2026-11-24 ", "2026-11-24T08:00", "20261124", "-2026-11-24", "morgen",
	} {
		if got, err := booking.ParseDate(text); err == nil {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

func TestDaysThatExist(t *testing.T) {
	t.Parallel()
	for date, want := range map[booking.Date]bool{
		tuesday: true, spring: true, autumn: true, {}: false,
		{Year: 2026, Month: time.February, Day: 31}: false,
		{Year: 2026, Month: time.February, Day: 29}: false,
		{Year: 2028, Month: time.February, Day: 29}: true,
		{Year: 2026, Month: 13, Day: 1}:             false,
		{Year: 2026, Month: time.April, Day: 0}:     false,
	} {
		if got := date.Exists(); got != want {
			t.Errorf("%v: want %t, got %t", date, want, got)
		}
	}
}

func TestDaysAreCountedOnTheCalendar(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d, n := drawDate(t), rapid.IntRange(-800, 800).Draw(t, "days")
		other := d
		for range max(n, -n) {
			other = other.Add(max(-1, min(1, n)))
		}
		switch {
		case d.Add(n) != other || !other.Exists():
			t.Fatalf("%v and %d days: want %v, got %v", d, n, other, d.Add(n))
		case d.DaysUntil(other) != n:
			t.Fatalf("from %v until %v: want %d, got %d", d, other, n, d.DaysUntil(other))
		case d.Before(other) != (n > 0) || d.After(other) != (n < 0):
			t.Fatalf("%v and %v: before %t, after %t", d, other, d.Before(other), d.After(other))
		case (int(d.Weekday())+n%7+7)%7 != int(other.Weekday()):
			t.Fatalf("%v is a %v, but %v a %v", d, d.Weekday(), other, other.Weekday())
		}
	})
}

func TestADateSurvivesBeingWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.OneOf(rapid.Just(booking.Date{}), rapid.Custom(drawDate)).Draw(t, "date")
		text, err := want.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		got := tuesday
		if err := got.UnmarshalText(text); err != nil || got != want || got.IsZero() != (want == booking.Date{}) {
			t.Fatalf("want %v, got %v, %v", want, got, err)
		}
	})
	kept := tuesday
	if err := kept.UnmarshalText([]byte("2026-02-31")); err == nil || kept != tuesday {
		t.Errorf("a refused date changes nothing: got %v, %v", kept, err)
	}
}

func TestTimesAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]booking.Clock{
		"8:00": 480, "08:00": 480, "0:00": 0, "00:00": 0, "23:59": 1439, "24:00": booking.Midnight,
	} {
		if got, err := booking.ParseClock(text); err != nil || got != want {
			t.Errorf("%q: want %v, got %v, %v", text, want, got, err)
		}
	}
	for _, text := range []string{
		"", ":", "8", "8:", ":30", "8:0", "8:5", "8:000", "008:00", "8:00:00", " 8:00", "8:00 ", "8 :00", "8: 00",
		"8.00", "+8:00", "-8:00", "8:+5", "8:-5", "8:60", "24:01", "25:00", "0x8:00", "8:00x", "8:00.5", "８:00", "٨:٠٠",
	} {
		if got, err := booking.ParseClock(text); err == nil {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

func TestATimeSurvivesBeingWritten(t *testing.T) {
	t.Parallel()
	for want := range booking.Midnight + 1 {
		text, err := want.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got booking.Clock
		if err := got.UnmarshalText(text); err != nil || got != want {
			t.Errorf("%s: want %d, got %d, %v", text, want, got, err)
		}
	}
}

func TestTheClockOnBothChangeNights(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		date  booking.Date
		clock booking.Clock
		want  string
	}{
		{"before the spring change", spring, 119, "2026-03-29T00:59:00Z"},
		{"the spring change", spring, 120, "2026-03-29T01:00:00Z"},
		{"skipped", spring, 150, "2026-03-29T01:00:00Z"},
		{"after the spring change", spring, 180, "2026-03-29T01:00:00Z"},
		{"the day of 23 hours ends", spring, booking.Midnight, "2026-03-29T22:00:00Z"},
		{"before the autumn change", autumn, 119, "2026-10-24T23:59:00Z"},
		{"repeated", autumn, 120, "2026-10-25T00:00:00Z"},
		{"repeated, the last minute", autumn, 179, "2026-10-25T00:59:00Z"},
		{"after the autumn change", autumn, 180, "2026-10-25T02:00:00Z"},
		{"the day of 25 hours ends", autumn, booking.Midnight, "2026-10-25T23:00:00Z"},
		{"the night after", autumn.Add(1), 150, "2026-10-26T01:30:00Z"},
	}
	for _, tt := range tests {
		if got := tt.date.At(tt.clock, berlin()).UTC().Format(time.RFC3339); got != tt.want {
			t.Errorf("%s: want %s, got %s", tt.name, tt.want, got)
		}
	}
}

func TestALaterTimeIsNeverEarlier(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Africa/Cairo", "UTC"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		last := booking.Date{Year: 2025, Month: time.December, Day: 31}.At(0, zone)
		for day := range 365 {
			date := booking.Date{Year: 2026, Month: time.January, Day: 1 + day}
			for c := booking.Clock(0); c <= booking.Midnight; c += 15 {
				now := date.At(c, zone)
				shown := booking.DateOf(now, zone)
				if now.Before(last) || (c < booking.Midnight && (shown.Day != date.Add(0).Day || booking.ClockOf(now, zone) < c)) {
					t.Fatalf("%s: %v %v is %v, after %v", name, date.Add(0), c, now, last)
				}
				last = now
			}
		}
	}
}

func TestSpansTouchWithoutOverlapping(t *testing.T) {
	t.Parallel()
	nine := span(tuesday, "9:00", "10:00")
	for other, want := range map[booking.Span]bool{
		span(tuesday, "8:00", "9:00"):   false,
		span(tuesday, "10:00", "11:00"): false,
		span(tuesday, "8:00", "9:01"):   true,
		span(tuesday, "9:15", "9:30"):   true,
		span(tuesday, "8:00", "11:00"):  true,
		nine:                            true,
	} {
		if nine.Overlaps(other) != want || other.Overlaps(nine) != want {
			t.Errorf("%v: want %t", other, want)
		}
	}
	if nine.Length() != time.Hour {
		t.Errorf("want an hour, got %v", nine.Length())
	}
}

func FuzzParseClock(f *testing.F) {
	for _, text := range []string{"8:00", "08:30", "24:00", "24:01", "8:0", "8:00:00", " 8:00", "+8:00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := booking.ParseClock(text)
		if err != nil {
			return
		}
		if written := c.String(); c < 0 || c > booking.Midnight || (written != text && written != "0"+text) {
			t.Errorf("%q is taken for %s", text, written)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2026-11-24", "2026-02-31", "0000-01-01", "9999-12-31", "2026-1-2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := booking.ParseDate(text)
		if err == nil && (d.String() != text || !d.Exists()) {
			t.Errorf("%q is taken for %v", text, d)
		}
	})
}
