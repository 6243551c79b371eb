package booking_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

func TestEveryTimeFreeAsThingsStandIsListed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		or := s.oracle()
		starts := s.day().Starts(r, s.now)
		for step := range or.steps() {
			start := or.at(step)
			free := or.refusal(r, start) == nil
			if free && !slices.ContainsFunc(starts, start.Equal) {
				t.Fatalf("%v is free but not listed", start)
			}
		}
	})
}

func TestNothingIsListedThatIsClosedOrOutsideTheWindow(t *testing.T) {
	t.Parallel()
	granted(t, func(t *rapid.T, or *oracle, r booking.Request, start time.Time, _ booking.Placement) {
		why := or.refusal(r, start)
		if why != nil && why != booking.ErrTaken { //nolint:errorlint // the oracle never wraps
			t.Fatalf("%v is listed: %v", start, why)
		}
	})
}

func TestWhatIsListedIsExactlyWhatIsGranted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		or, day := s.oracle(), s.day()
		var want []string
		for step := range or.steps() {
			if _, err := day.Place(r, or.at(step), s.now); err == nil {
				want = append(want, or.at(step).In(berlin()).Format("15:04 MST"))
			}
		}
		if diff := cmp.Diff(want, clocks(day.Starts(r, s.now))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAffectedIsExactlyWhoCannotBeServed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		s.office = drawOffice(t, s.date, false) // what is booked meets a new plan
		s.booked = onGrid(s.booked, s.office.Policy.Grid)
		if diff := cmp.Diff(s.oracle().affected(), s.day().Affected()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// onGrid keeps what lies on a grid: appointments of an office that changed its
// grid are rounded, and that is another promise.
func onGrid(booked []booking.Busy, grid time.Duration) []booking.Busy {
	return slices.DeleteFunc(slices.Clone(booked), func(b booking.Busy) bool {
		return b.Span.Start.Unix()%int64(grid.Seconds()) != 0 || b.Span.End.Unix()%int64(grid.Seconds()) != 0
	})
}

func TestAClosureNamesThoseNotToBeForgotten(t *testing.T) {
	t.Parallel()
	booked := []booking.Busy{
		{ID: 1, Desk: "1", Span: span(tuesday, "8:00", "9:00")},
		{ID: 2, Desk: "1", Span: span(tuesday, "9:00", "10:00")},
		{ID: 3, Desk: "2", Span: span(tuesday, "9:00", "10:00")},
		{ID: 4, Desk: "2", Span: span(tuesday, "10:00", "11:00"), Skills: []booking.Skill{"cars"}},
		{ID: 5, Desk: "9", Span: span(tuesday, "10:00", "11:00")},
		{ID: 6, Desk: "2", Span: span(tuesday, "11:30", "12:05")},
	}
	tests := []struct {
		name    string
		closure booking.Closure
		want    []booking.AppointmentID
	}{
		{"no closure: lost skill, lost desk, past the end", booking.Closure{Day: tuesday.Add(1), Hours: booking.AllDay()}, []booking.AppointmentID{4, 5, 6}},
		{"one desk", booking.Closure{Day: tuesday, Hours: booking.AllDay(), Desk: "1"}, []booking.AppointmentID{1, 2, 4, 5, 6}},
		{"half an hour", booking.Closure{Day: tuesday, Hours: hours("9:30", "10:00")}, []booking.AppointmentID{2, 3, 4, 5, 6}},
		{"a minute", booking.Closure{Day: tuesday, Hours: hours("8:59", "9:00")}, []booking.AppointmentID{1, 4, 5, 6}},
		{"the day", booking.Closure{Day: tuesday, Hours: booking.AllDay()}, []booking.AppointmentID{1, 2, 3, 4, 5, 6}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice().With(booking.Overrides{Closures: []booking.Closure{tt.closure}}, tuesday)
			if diff := cmp.Diff(tt.want, o.Day(tuesday, booked).Affected()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheBookingWindow(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		now      time.Time
		audience booking.Audience
		want     []string
	}{
		{"the lead time counts to the minute", at(tuesday, "10:30"), booking.Public, []string{"11:00 CET"}},
		{"a minute later it is over", at(tuesday, "10:31"), booking.Public, nil},
		{"staff need no lead time", at(tuesday, "11:00"), booking.Staff, []string{"11:00 CET"}},
		{"staff cannot book the past", at(tuesday, "11:01"), booking.Staff, nil},
		{"the day after", at(tuesday.Add(1), "0:00"), booking.Staff, nil},
		{"the last day of the horizon", at(tuesday.Add(-21), "0:00"), booking.Public, []string{"08:00 CET", "09:00 CET", "10:00 CET", "11:00 CET"}},
		{"beyond the horizon", at(tuesday.Add(-22), "23:59"), booking.Public, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Policy.Grid = time.Hour
			r := booking.Request{Length: time.Hour, Audience: tt.audience}
			if diff := cmp.Diff(tt.want, clocks(o.Day(tuesday, nil).Starts(r, tt.now))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestShiftsAcrossTheClockChange(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		date   booking.Date
		shift  booking.Hours
		closed booking.Hours
		want   string
	}{
		{"an hour is skipped", spring, hours("1:00", "4:00"), booking.Hours{}, "01:00 CET, 01:30 CET, 03:00 CEST"},
		{"hours that do not exist", spring, hours("2:00", "3:00"), booking.Hours{}, ""},
		{"a shift from the skipped hour on", spring, hours("2:30", "4:00"), booking.Hours{}, "03:00 CEST"},
		{"a shift into the skipped hour", spring, hours("1:00", "2:30"), booking.Hours{}, "01:00 CET"},
		{"a closure from the skipped hour on", spring, hours("1:00", "5:00"), hours("2:30", "3:15"), "01:00 CET, 03:30 CEST, 04:00 CEST"},
		{"an hour comes twice", autumn, hours("1:00", "4:00"), booking.Hours{}, "01:00 CEST, 01:30 CEST, 02:00 CEST, 02:30 CEST, 02:00 CET, 02:30 CET, 03:00 CET"},
		{"closed in the repeated hour", autumn, hours("1:00", "4:00"), hours("2:00", "3:00"), "01:00 CEST, 03:00 CET"},
		{"a shift into the repeated hour", autumn, hours("1:00", "2:30"), booking.Hours{}, "01:00 CEST, 01:30 CEST"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Calendar.Week[time.Sunday] = []booking.Shift{{From: tt.shift.From, To: tt.shift.To}}
			o.Calendar.Closures = []booking.Closure{{Day: tt.date, Hours: tt.closed}}
			o.Policy.Grid = 30 * time.Minute
			got := o.Day(tt.date, nil).Starts(booking.Request{Length: time.Hour}, at(tt.date.Add(-1), "12:00"))
			if diff := cmp.Diff(tt.want, strings.Join(clocks(got), ", ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestInternalShiftsAreForStaff(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Policy.Grid = time.Hour
	o.Calendar.Week[tuesday.Weekday()] = []booking.Shift{
		{From: 8 * 60, To: 9 * 60},
		{From: 9 * 60, To: 11 * 60, Internal: true},
	}
	want := map[booking.Audience][]string{
		booking.Public: {"08:00 CET"},
		booking.Staff:  {"08:00 CET", "09:00 CET", "10:00 CET"},
	}
	for audience, want := range want {
		r := booking.Request{Length: time.Hour, Audience: audience}
		if diff := cmp.Diff(want, clocks(o.Day(tuesday, nil).Starts(r, at(tuesday, "0:00")))); diff != "" {
			t.Errorf("%s: %s", audience, diff)
		}
	}
}

func TestAVisitIsNotSplitOverTwoDesks(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Policy.Grid = time.Hour
	var early, late [7][]booking.Hours
	early[tuesday.Weekday()] = []booking.Hours{hours("8:00", "10:00")}
	late[tuesday.Weekday()] = []booking.Hours{hours("10:00", "12:00")}
	o.Desks[0].Hours, o.Desks[1].Hours = &early, &late
	want := []string{"08:00 CET", "10:00 CET"}
	r := booking.Request{Length: 2 * time.Hour}
	if diff := cmp.Diff(want, clocks(o.Day(tuesday, nil).Starts(r, at(tuesday, "0:00")))); diff != "" {
		t.Error(diff)
	}
}
