package booking_test

import (
	"testing"
	"time"

	"terminbote/booking"
)

// calls is people who were on at each clock, came then and were called so many
// minutes later.
func calls(clock string, minutes ...int) []booking.Appointment {
	var all []booking.Appointment
	start := at(tuesday, clock)
	for i, m := range minutes {
		a := sampleAppointment()
		a.Span.Start = start.Add(time.Duration(i) * 10 * time.Minute)
		a.Arrived, a.CalledAt = a.Span.Start, a.Span.Start.Add(time.Duration(m)*time.Minute)
		all = append(all, a)
	}
	return all
}

// withTickets is the same calls of people who came without an appointment.
func withTickets(all []booking.Appointment) []booking.Appointment {
	for i := range all {
		all[i].Ticket = i + 1
	}
	return all
}

func TestTheDelayIsThatOfTheLatestCalls(t *testing.T) {
	t.Parallel()
	cameLate := calls("8:00", 22, 22, 22)
	for i := range cameLate {
		cameLate[i].Arrived = cameLate[i].CalledAt.Add(-2 * time.Minute)
	}
	tests := []struct {
		name  string
		calls []booking.Appointment
		now   string
		want  time.Duration
		known bool
	}{
		{"to five minutes", calls("8:00", 21, 22, 23), "8:50", 20 * time.Minute, true},
		{"the middle one: one long visit says nothing", calls("8:00", 3, 40, 5), "8:55", 5 * time.Minute, true},
		{"earlier ones do not count", calls("7:30", 15, 10, 0, 0, 0), "8:40", 0, true},
		{"early is not late", calls("8:00", -5, -5, -5), "8:40", 0, true},
		{"who came late could not be called before", cameLate, "8:50", 0, true},
		{"two say nothing", calls("8:00", 30, 30), "8:50", 0, false},
		{"how long tickets wait is no delay", append(calls("8:00", 10, 10, 10), withTickets(calls("8:05", 50, 50, 50))...), "9:10", 10 * time.Minute, true},
		{"tickets alone say nothing", withTickets(calls("8:00", 30, 30, 30)), "8:55", 0, false},
		{"long ago says nothing", calls("8:00", 20, 20, 20), "10:00", 0, false},
	}
	for _, tt := range tests {
		got, known := booking.Behind(tt.calls, at(tuesday, tt.now))
		if got != tt.want || known != tt.known {
			t.Errorf("%s: got %v, %v, want %v, %v", tt.name, got, known, tt.want, tt.known)
		}
	}
}

func TestADelayIsToldOnceAndAgainWhenItChangesMuch(t *testing.T) {
	t.Parallel()
	p := booking.Usual()
	a := sampleAppointment() // at nine
	for _, tt := range []struct {
		behind int
		want   bool
	}{{5, false}, {15, true}, {15, false}, {20, false}, {25, true}, {20, false}, {10, true}, {0, true}, {10, false}, {15, true}} {
		told, got := p.TellLate(a, time.Duration(tt.behind)*time.Minute, at(tuesday, "8:00"))
		if got != tt.want {
			t.Errorf("%d minutes behind, told %v: tells %v, want %v", tt.behind, a.Behind, got, tt.want)
		}
		a = told
	}
}

func TestADelayIsToldOnlyToThoseItIsOfUseTo(t *testing.T) {
	t.Parallel()
	there := sampleAppointment()
	there.State = booking.CheckedIn
	silent := booking.Usual()
	silent.Late.From = 0
	for _, tt := range []struct {
		name   string
		a      booking.Appointment
		clock  string
		policy booking.Policy
		want   bool
	}{
		{"soon", sampleAppointment(), "8:59", booking.Usual(), true},
		{"in two hours", sampleAppointment(), "7:00", booking.Usual(), true},
		{"in the afternoon nobody knows", sampleAppointment(), "6:59", booking.Usual(), false},
		{"whose time has come", sampleAppointment(), "9:00", booking.Usual(), false},
		{"who is there", there, "8:50", booking.Usual(), false},
		{"an office that tells nobody", sampleAppointment(), "8:50", silent, false},
	} {
		if _, got := tt.policy.TellLate(tt.a, 20*time.Minute, at(tuesday, tt.clock)); got != tt.want {
			t.Errorf("%s: tells %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Those who were told to come later are not missed before that, and can say then
// that they are there.
func TestWhoWasToldToComeLaterHasSoMuchTime(t *testing.T) {
	t.Parallel()
	p, a := booking.Usual(), sampleAppointment()
	_, until := p.ArrivalWindow(a)
	missed := p.MissedFrom(a)
	a.Behind = 30 * time.Minute
	if _, got := p.ArrivalWindow(a); !got.Equal(until.Add(a.Behind)) {
		t.Errorf("can arrive until %v, want %v", got, until.Add(a.Behind))
	}
	if got := p.MissedFrom(a); !got.Equal(missed.Add(a.Behind)) {
		t.Errorf("is missed from %v on, want %v", got, missed.Add(a.Behind))
	}
}

// A call counts for an hour, and at its end still.
func TestACallCountsForAnHour(t *testing.T) {
	t.Parallel()
	called := calls("8:00", 20, 20, 20) // the first of them at 8:20
	for after, want := range map[time.Duration]bool{time.Hour: true, time.Hour + 1: false} {
		if _, known := booking.Behind(called, at(tuesday, "8:20").Add(after)); known != want {
			t.Errorf("%v after the call: %v, want %v", after, known, want)
		}
	}
}
