package booking_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"terminbote/booking"
)

// waiting is somebody with an appointment at clock who has been there since
// arrived.
func waiting(id booking.AppointmentID, clock, arrived string) booking.Appointment {
	a := sampleAppointment()
	start := at(tuesday, clock)
	a.ID, a.State, a.Span, a.Arrived = id, booking.CheckedIn, booking.Span{Start: start, End: start.Add(30 * time.Minute)}, at(tuesday, arrived)
	return a
}

func TestTheOneWhoseTurnIsFirstIsCalled(t *testing.T) {
	t.Parallel()
	late := waiting(2, "8:00", "8:20")
	announced := late
	announced.Late = 30 * time.Minute
	told := late
	told.Behind = 15 * time.Minute
	unskilled := waiting(2, "8:00", "7:50")
	unskilled.Skills = []booking.Skill{"cars"}
	elsewhere := waiting(2, "8:00", "7:50")
	elsewhere.Office = "other"
	called := waiting(2, "8:00", "7:50")
	called.State = booking.Called
	tests := []struct {
		name  string
		other booking.Appointment // beside number 1, who is on at 8:10 and came at 8:05
		want  booking.AppointmentID
	}{
		{"the earlier appointment", waiting(2, "8:05", "8:08"), 2},
		{"the later one, though there before", waiting(2, "8:15", "7:30"), 1},
		{"at the same time, who came first", waiting(2, "8:10", "8:00"), 2},
		{"who came after the time to arrive is in line from then on", late, 1},
		{"who had said so keeps the turn", announced, 2},
		{"who was told that the office is late, too", told, 2},
		{"those the desk cannot serve are left to others", unskilled, 1},
		{"who waits in another office", elsewhere, 1},
		{"who was called already", called, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Policy.Arrive.After = 5 * time.Minute
			got, err := o.Next("2", []booking.Appointment{waiting(1, "8:10", "8:05"), tt.other}, at(tuesday, "8:10"))
			if err != nil || got.ID != tt.want {
				t.Errorf("called %d, %v, want %d", got.ID, err, tt.want)
			}
		})
	}
}

func TestNobodyIsCalledWhereNobodyWaits(t *testing.T) {
	t.Parallel()
	if _, err := sampleOffice().Next("2", []booking.Appointment{sampleAppointment()}, at(tuesday, "8:10")); !errors.Is(err, booking.ErrNobody) {
		t.Errorf("got %v, want %v", err, booking.ErrNobody)
	}
	if _, err := sampleOffice().Next("9", []booking.Appointment{waiting(1, "8:00", "8:00")}, at(tuesday, "8:10")); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("a desk that there is not: got %v, want %v", err, booking.ErrUnknown)
	}
}

// However people come and whichever desks call, nobody is called whose turn is
// after that of somebody the same desk could have served.
func TestNobodyIsPassedOver(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := sampleOffice()
		o.Policy.Arrive.After = 5 * time.Minute
		var line []booking.Appointment
		for id := range rapid.IntRange(1, 12).Draw(t, "people") {
			a := waiting(booking.AppointmentID(id+1), "8:00", "8:00")
			a.Span.Start = a.Span.Start.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "appointment")) * 10 * time.Minute)
			a.Arrived = a.Arrived.Add(time.Duration(rapid.IntRange(-30, 60).Draw(t, "arrival")) * time.Minute)
			a.Skills = []booking.Skill{rapid.SampledFrom(skills[:2]).Draw(t, "skill")}
			line = append(line, a)
		}
		turn := func(a booking.Appointment) time.Time {
			if a.Arrived.After(a.Span.Start.Add(o.Policy.Arrive.After)) {
				return a.Arrived
			}
			return a.Span.Start
		}
		for len(line) > 0 {
			desk := rapid.SampledFrom(o.Desks).Draw(t, "desk")
			got, err := o.Next(desk.ID, line, at(tuesday, "8:10"))
			for _, a := range line {
				if desk.Can(a.Skills) && (err != nil || turn(a).Before(turn(got))) {
					t.Fatalf("desk %s called %+v, %v, and passed over %+v", desk.ID, got, err, a)
				}
			}
			if err != nil {
				line = line[1:] // somebody went home
				continue
			}
			line = slices.DeleteFunc(line, func(a booking.Appointment) bool { return a.ID == got.ID })
		}
	})
}

func TestWhoIsUncalledWaitsAsBefore(t *testing.T) {
	t.Parallel()
	a := waiting(1, "8:10", "8:05")
	called, err := a.Call("2", at(tuesday, "8:12"))
	if err != nil || called.Desk != "2" || !called.CalledAt.Equal(at(tuesday, "8:12")) {
		t.Fatalf("called %+v, %v", called, err)
	}
	back, err := called.Uncall(at(tuesday, "8:13"))
	if err != nil || back.State != booking.CheckedIn || !back.Arrived.Equal(a.Arrived) || !back.CalledAt.IsZero() {
		t.Errorf("waits again as %+v, %v", back, err)
	}
}
