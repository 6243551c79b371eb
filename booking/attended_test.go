package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

// calledAt is somebody who was called to desk 1.
func calledAt(t *testing.T, clock string) booking.Appointment {
	t.Helper()
	a, err := waiting(1, "8:00", "7:55").Call("1", at(tuesday, clock))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSomebodyIsMissedAfterSoManyCallsAndTheWayToTheDesk(t *testing.T) {
	t.Parallel()
	var p booking.Policy
	p.Calls = booking.Calls{Times: 2, Walk: 2 * time.Minute}
	once := calledAt(t, "8:00")
	if err := p.MissedCall(once, at(tuesday, "8:10")); !errors.Is(err, booking.ErrTooSoon) {
		t.Errorf("after one call of two: %v", err)
	}
	twice, err := once.CallAgain(at(tuesday, "8:03"))
	if err != nil {
		t.Fatal(err)
	}
	for clock, want := range map[string]error{"8:04": booking.ErrTooSoon, "8:05": nil} {
		if err := p.MissedCall(twice, at(tuesday, clock)); !errors.Is(err, want) {
			t.Errorf("at %s after the second call at 8:03: %v, want %v", clock, err, want)
		}
	}
	if err := p.MissedCall(waiting(1, "8:00", "7:55"), at(tuesday, "8:00")); err != nil {
		t.Errorf("somebody who was not called: %v", err)
	}
	served := once
	served.Visit.Served = time.Minute
	if err := p.MissedCall(served, at(tuesday, "8:00")); err != nil {
		t.Errorf("somebody who came to a call before: %v", err)
	}
	if _, err := waiting(1, "8:00", "7:55").CallAgain(at(tuesday, "8:00")); !errors.Is(err, booking.ErrOver) {
		t.Errorf("called again without a call: %v", err)
	}
}

// Ten minutes of service before the rest count with the five after it.
func TestAVisitRestsAndIsTakenUpAgain(t *testing.T) {
	t.Parallel()
	o := walkInOffice()
	parked, err := calledAt(t, "8:00").Park(at(tuesday, "8:10"))
	if err != nil || parked.State != booking.CheckedIn || parked.Desk != "" {
		t.Fatalf("parked: %+v, %v", parked, err)
	}
	if _, err := o.Next("1", []booking.Appointment{parked}, at(tuesday, "8:11")); !errors.Is(err, booking.ErrNobody) {
		t.Errorf("who rests was called: %v", err)
	}
	if _, err := parked.Park(at(tuesday, "8:11")); !errors.Is(err, booking.ErrOver) {
		t.Errorf("parked twice: %v", err)
	}
	again, err := parked.TakeUp("2", at(tuesday, "8:40"))
	if err != nil || again.Desk != "2" || !again.Visit.Parked.IsZero() {
		t.Fatalf("taken up: %+v, %v", again, err)
	}
	done, err := again.Finish(at(tuesday, "8:45"))
	if err != nil || done.Updated.Sub(done.CalledAt) != 15*time.Minute {
		t.Errorf("served for %v, %v", done.Updated.Sub(done.CalledAt), err)
	}
	if _, err := waiting(1, "8:00", "7:55").TakeUp("1", at(tuesday, "8:00")); !errors.Is(err, booking.ErrOver) {
		t.Errorf("taken up though it did not rest: %v", err)
	}
}

func TestWhoIsSentOnIsCalledFirstAndOnlyThere(t *testing.T) {
	t.Parallel()
	o := walkInOffice()
	now := at(tuesday, "8:10")
	sent, err := o.SendOn(calledAt(t, "8:00"), "2", "Foto fehlt", now)
	if err != nil || sent.Visit.For != "2" || sent.Visit.Note != "Foto fehlt" {
		t.Fatalf("sent on: %+v, %v", sent, err)
	}
	sent.Skills = []booking.Skill{"cars"} // desk 2 does none, but a colleague knows better
	line := []booking.Appointment{waiting(5, "7:30", "7:30"), sent}
	if next, err := o.Next("2", line, now); err != nil || next.ID != 1 {
		t.Errorf("desk 2 called %d, %v", next.ID, err)
	}
	if next, err := o.Next("1", line, now); err != nil || next.ID != 5 {
		t.Errorf("desk 1 called %d, %v", next.ID, err)
	}
	for _, desk := range []booking.DeskID{"1", "9", ""} {
		if _, err := o.SendOn(calledAt(t, "8:00"), desk, "", now); !errors.Is(err, booking.ErrUnknown) {
			t.Errorf("sent on from desk 1 to %q: %v", desk, err)
		}
	}
	called, err := sent.Call("2", now)
	if err != nil {
		t.Fatal(err)
	}
	if done, err := called.Finish(now); err != nil || done.Visit != (booking.Attended{}) {
		t.Errorf("after the visit colleagues' notes are kept: %+v, %v", done.Visit, err)
	}
}

// What colleagues noted for each other is forgotten once the visit is over, and
// kept while it goes on.
func TestNotesGoWhenTheVisitIsOver(t *testing.T) {
	t.Parallel()
	noted := func(a booking.Appointment, err error) booking.Appointment {
		if err != nil {
			t.Fatal(err)
		}
		a.Visit.Note = "Foto fehlt"
		return a
	}
	called := noted(calledAt(t, "8:00"), nil)
	over, now := map[string]booking.Appointment{}, at(tuesday, "9:00")
	finished, err := called.Finish(now)
	over["finished"] = finished
	missed, wrong := called.Miss(now)
	over["missed"] = missed
	gone, bad := noted(waiting(1, "8:00", "7:55"), nil).Cancel(now)
	over["cancelled"] = gone
	for what, a := range over {
		if a.Visit != (booking.Attended{}) || err != nil || wrong != nil || bad != nil {
			t.Errorf("%s: %+v is kept, %v %v %v", what, a.Visit, err, wrong, bad)
		}
	}
	again, err := called.CallAgain(now)
	if err != nil || again.Visit.Note != "Foto fehlt" || again.Visit.Calls != 2 {
		t.Errorf("called again: %+v, %v", again.Visit, err)
	}
}

// A desk lets nobody rest, calls nobody back and takes nobody's call back who was
// not called.
func TestOnlyWhoWasCalledIsAtTheDesk(t *testing.T) {
	t.Parallel()
	o, now := walkInOffice(), at(tuesday, "9:00")
	for _, state := range states {
		a := waiting(1, "8:00", "7:55")
		a.State = state
		var want error
		if state != booking.Called {
			want = booking.ErrOver
		}
		for what, do := range map[string]func() (booking.Appointment, error){
			"called again": func() (booking.Appointment, error) { return a.CallAgain(now) },
			"parked":       func() (booking.Appointment, error) { return a.Park(now) },
			"called back":  func() (booking.Appointment, error) { return a.Uncall(now) },
			"sent on":      func() (booking.Appointment, error) { return o.SendOn(a, "2", "", now) },
		} {
			if _, err := do(); !errors.Is(err, want) {
				t.Errorf("%s who is %s: %v, want %v", what, state, err, want)
			}
		}
	}
}

// The time of arrival is noted when somebody arrives, and only then.
func TestTheArrivalIsNoted(t *testing.T) {
	t.Parallel()
	now := at(tuesday, "8:50")
	here, err := sampleAppointment().CheckIn(now)
	if err != nil || !here.Arrived.Equal(now) || here.State != booking.CheckedIn {
		t.Errorf("checked in: %+v, %v", here, err)
	}
	cancelled := sampleAppointment()
	cancelled.State = booking.Cancelled
	if there, err := cancelled.CheckIn(now); !errors.Is(err, booking.ErrOver) || !there.Arrived.IsZero() {
		t.Errorf("checked in though cancelled: %v, %v", there.Arrived, err)
	}
}
