package booking_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

func TestOneArrivesAroundTheTime(t *testing.T) {
	t.Parallel()
	p := booking.Usual()
	a := sampleAppointment()
	for _, tt := range []struct {
		after time.Duration
		late  time.Duration
		want  error
	}{
		{-16 * time.Minute, 0, booking.ErrTooSoon},
		{-15 * time.Minute, 0, nil},
		{5 * time.Minute, 0, nil},
		{5*time.Minute + time.Second, 0, booking.ErrOver},
		{14 * time.Minute, 10 * time.Minute, nil},
		{16 * time.Minute, 10 * time.Minute, booking.ErrOver},
	} {
		a.Late = tt.late
		got, err := p.CheckIn(a, a.Span.Start.Add(tt.after))
		if !errors.Is(err, tt.want) || (err == nil) != (got.State == booking.CheckedIn) {
			t.Errorf("%v after the start, %v late: %s, %v; want %v", tt.after, tt.late, got.State, err, tt.want)
		}
		if again, err := p.CheckIn(got, a.Span.Start.Add(tt.after)); tt.want == nil && (err != nil || again.State != booking.CheckedIn) {
			t.Errorf("a second time: %s, %v", again.State, err)
		}
	}
}

// Who is there stays there: to say so once more changes nothing, at whatever time. Who is
// in any other state but that of an appointment does not arrive, in time or not.
func TestWhoIsThereMaySaySoOnceMore(t *testing.T) {
	t.Parallel()
	p := booking.Usual()
	a := sampleAppointment()
	for _, state := range []booking.State{
		booking.Held, booking.Confirmed, booking.CheckedIn, booking.Called, booking.Finished, booking.Cancelled, booking.Missed, booking.Expired,
	} {
		a.State = state
		for _, after := range []time.Duration{-24 * time.Hour, -15*time.Minute - 1, -15 * time.Minute, 5 * time.Minute, 5*time.Minute + 1, 24 * time.Hour} {
			got, err := p.CheckIn(a, a.Span.Start.Add(after))
			switch {
			case state == booking.CheckedIn:
				if diff := cmp.Diff(a, got); err != nil || diff != "" {
					t.Errorf("%v after the start, once more: %v\n%s", after, err, diff)
				}
			case state != booking.Confirmed && !errors.Is(err, booking.ErrOver):
				t.Errorf("%v after the start, %s: %v, want %v", after, state, err, booking.ErrOver)
			}
		}
	}
}

func TestADelayIsSaidOnTheDay(t *testing.T) {
	t.Parallel()
	o, a := sampleOffice(), sampleAppointment()
	o.Policy.Arrive = booking.Usual().Arrive
	for _, tt := range []struct {
		now  time.Time
		by   time.Duration
		want error
	}{
		{a.Span.Start.AddDate(0, 0, -1), 10 * time.Minute, booking.ErrTooSoon},
		{a.Span.Start.Add(-time.Hour), 10 * time.Minute, nil},
		{a.Span.Start.Add(-time.Hour), 11 * time.Minute, booking.ErrTooMany},
		{a.Span.Start.Add(5 * time.Minute), 30 * time.Minute, nil},
		{a.Span.Start.Add(6 * time.Minute), 30 * time.Minute, booking.ErrOver},
	} {
		got, err := o.Delay(a, tt.by, tt.now)
		if !errors.Is(err, tt.want) || err == nil && got.Late != tt.by {
			t.Errorf("at %v by %v: late %v, %v; want %v", tt.now, tt.by, got.Late, err, tt.want)
		}
	}
}

func TestNobodyIsMissedWithoutRecordedArrivals(t *testing.T) {
	t.Parallel()
	a := sampleAppointment()
	for _, tt := range []struct {
		title         string
		recorded, any bool
		late, after   time.Duration
		want          error
	}{
		{"after the grace", true, true, 0, 15 * time.Minute, nil},
		{"within it", true, true, 0, 14 * time.Minute, booking.ErrTooSoon},
		{"who comes later", true, true, 10 * time.Minute, 24 * time.Minute, booking.ErrTooSoon},
		{"who came no later either", true, true, 10 * time.Minute, 25 * time.Minute, nil},
		{"nobody's arrival was recorded that day", true, false, 0, time.Hour, booking.ErrTooSoon},
		{"arrivals are not recorded", false, true, 0, time.Hour, booking.ErrTooSoon},
	} {
		p := booking.Usual()
		p.ArrivalsRecorded, a.Late = tt.recorded, tt.late
		got, err := p.NobodyCame(a, tt.any, a.Span.Start.Add(tt.after))
		if !errors.Is(err, tt.want) || (err == nil) != (got.State == booking.Missed) {
			t.Errorf("%s: %s, %v; want %v", tt.title, got.State, err, tt.want)
		}
	}
}

func TestStaffReceiveAtAnyTimeOfTheDay(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	for _, tt := range []struct {
		state booking.State
		now   time.Time
		want  error
	}{
		{booking.Confirmed, at(tuesday, "0:00"), nil},
		{booking.Confirmed, at(tuesday, "23:59"), nil},
		{booking.Missed, at(tuesday, "12:00"), nil},
		{booking.CheckedIn, at(tuesday, "9:00"), nil},
		{booking.Confirmed, at(tuesday.Add(-1), "23:59"), booking.ErrTooSoon},
		{booking.Confirmed, at(tuesday.Add(1), "0:00"), booking.ErrOver},
		{booking.Called, at(tuesday, "9:00"), booking.ErrOver},
		{booking.Cancelled, at(tuesday, "9:00"), booking.ErrOver},
	} {
		a := sampleAppointment()
		a.State = tt.state
		got, err := o.Receive(a, tt.now)
		if !errors.Is(err, tt.want) || err == nil && got.State != booking.CheckedIn {
			t.Errorf("%s at %v: %s, %v, want %v", tt.state, tt.now, got.State, err, tt.want)
		}
	}
}
