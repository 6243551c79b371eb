package booking_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// openHours lists the hours that begin free on the sample Tuesday.
func openHours(o *booking.Office) []string {
	o.Policy.Grid = time.Hour
	return clocks(o.Day(tuesday, nil).Starts(booking.Request{Length: time.Hour}, at(tuesday, "0:00")))
}

func extra(from, to string) booking.ExtraHours {
	h := hours(from, to)
	return booking.ExtraHours{Day: tuesday, Shift: booking.Shift{From: h.From, To: h.To}}
}

func TestAClosureBeatsEverything(t *testing.T) {
	t.Parallel()
	wholeDay := booking.Closure{Day: tuesday, Hours: booking.AllDay()}
	tests := []struct {
		name string
		file []booking.Closure
		ov   booking.Overrides
		want []string
	}{
		{"extra hours come on top", nil, booking.Overrides{Extra: []booking.ExtraHours{extra("14:00", "15:00")}}, []string{"08:00 CET", "09:00 CET", "10:00 CET", "11:00 CET", "14:00 CET"}},
		{"the file's closure beats the staff's extra hours", []booking.Closure{wholeDay}, booking.Overrides{Extra: []booking.ExtraHours{extra("14:00", "15:00")}}, nil},
		{"the staff's closure beats the week", nil, booking.Overrides{Closures: []booking.Closure{wholeDay}}, nil},
		{"both overlap", nil, booking.Overrides{Closures: []booking.Closure{{Day: tuesday, Hours: hours("9:00", "14:30")}}, Extra: []booking.ExtraHours{extra("13:00", "16:00")}}, []string{"08:00 CET", "15:00 CET"}},
		{"one desk closed, the other serves", nil, booking.Overrides{Closures: []booking.Closure{{Day: tuesday, Hours: hours("8:00", "11:00"), Desk: "1"}, {Day: tuesday, Hours: hours("10:00", "12:00"), Desk: "2"}}}, []string{"08:00 CET", "09:00 CET", "11:00 CET"}},
		{"another day", []booking.Closure{{Day: tuesday.Add(7), Hours: booking.AllDay()}}, booking.Overrides{}, []string{"08:00 CET", "09:00 CET", "10:00 CET", "11:00 CET"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Calendar.Closures = tt.file
			if diff := cmp.Diff(tt.want, openHours(o.With(tt.ov, tuesday))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDaysOffHaveOnlyTheirExtraHours(t *testing.T) {
	t.Parallel()
	holiday := func(d booking.Date) (booking.Text, bool) { return german("Feiertag"), d == tuesday }
	walkIn := func(d booking.Date) bool { return d.Weekday() == time.Tuesday }
	tests := []struct {
		name    string
		holiday func(booking.Date) (booking.Text, bool)
		walkIn  func(booking.Date) bool
		reason  booking.Text
	}{
		{"a holiday", holiday, nil, german("Feiertag")},
		{"a walk-in day", nil, walkIn, nil},
		{"both", holiday, walkIn, german("Feiertag")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Calendar.Holiday, o.Calendar.WalkIn = tt.holiday, tt.walkIn
			reason, off := o.Calendar.DayOff(tuesday)
			if diff := cmp.Diff(tt.reason, reason); !off || diff != "" {
				t.Errorf("day off %t: %s", off, diff)
			}
			if _, off := o.Calendar.DayOff(tuesday.Add(1)); off {
				t.Error("the day after is none")
			}
			if got := openHours(o); got != nil {
				t.Errorf("want nothing, got %v", got)
			}
			with := o.With(booking.Overrides{Extra: []booking.ExtraHours{extra("9:00", "10:00")}}, tuesday)
			if diff := cmp.Diff([]string{"09:00 CET"}, openHours(with)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhyADayIsClosed(t *testing.T) {
	t.Parallel()
	holiday := func(booking.Date) (booking.Text, bool) { return german("Feiertag"), true }
	outing := booking.Closure{Day: tuesday, Hours: booking.AllDay(), Reason: german("Betriebsausflug")}
	morning, desk, later := outing, outing, outing
	morning.Hours, desk.Desk, later.Day = hours("8:00", "12:00"), "1", tuesday.Add(1)
	tests := []struct {
		name     string
		calendar booking.Calendar
		want     booking.Text
	}{
		{"open", booking.Calendar{}, nil},
		{"part of the day, one desk, another day", booking.Calendar{Closures: []booking.Closure{morning, desk, later}}, nil},
		{"the whole day", booking.Calendar{Closures: []booking.Closure{morning, outing}}, german("Betriebsausflug")},
		{"a holiday", booking.Calendar{Holiday: holiday}, german("Feiertag")},
		{"a closure on a holiday", booking.Calendar{Holiday: holiday, Closures: []booking.Closure{outing}}, german("Betriebsausflug")},
		{"open on a holiday", booking.Calendar{Holiday: holiday, Extra: []booking.ExtraHours{extra("9:00", "10:00")}}, nil},
	}
	for _, tt := range tests {
		got, closed := tt.calendar.ClosedBecause(tuesday)
		if diff := cmp.Diff(tt.want, got); diff != "" || closed != (tt.want != nil) {
			t.Errorf("%s: closed %t: %s", tt.name, closed, diff)
		}
	}
}

func TestWhoIsHitByAClosureReadsItsReason(t *testing.T) {
	t.Parallel()
	ill, burst := german("Krankheit"), german("Rohrbruch")
	for _, tt := range []struct {
		name    string
		closure booking.Closure
		want    bool
	}{
		{"the whole day", booking.Closure{Day: tuesday, Hours: booking.AllDay(), Reason: ill}, true},
		{"the desk", booking.Closure{Day: tuesday, Hours: hours("9:00", "9:30"), Desk: "1", Reason: ill}, true},
		{"another desk", booking.Closure{Day: tuesday, Hours: booking.AllDay(), Desk: "2", Reason: ill}, false},
		{"before", booking.Closure{Day: tuesday, Hours: hours("8:00", "9:00"), Reason: ill}, false},
		{"another day", booking.Closure{Day: tuesday.Add(1), Hours: booking.AllDay(), Reason: ill}, false},
		{"without a reason", booking.Closure{Day: tuesday, Hours: booking.AllDay()}, false},
	} {
		later := booking.Closure{Day: tuesday, Hours: hours("11:00", "12:00"), Reason: burst}
		o := sampleOffice().With(booking.Overrides{Closures: []booking.Closure{later, tt.closure}}, tuesday)
		reason, ok := o.ClosedFor(sampleAppointment())
		if ok != tt.want || ok && reason["de"] != ill["de"] {
			t.Errorf("%s: %v, %v", tt.name, reason, ok)
		}
	}
}
