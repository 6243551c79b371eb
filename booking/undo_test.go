package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

func TestAClerkTakesBackForAWhileAndALeadLonger(t *testing.T) {
	t.Parallel()
	done := at(tuesday, "9:00")
	for _, tt := range []struct {
		role  booking.Role
		after time.Duration
		want  error
	}{
		{booking.Clerk, 10 * time.Minute, nil},
		{booking.Clerk, 10*time.Minute + time.Second, booking.ErrOver},
		{booking.Lead, 24 * time.Hour, nil},
		{booking.Viewer, 0, booking.ErrNotAllowed},
		{booking.Stranger, 0, booking.ErrNotAllowed},
	} {
		if got := tt.role.MayUndo(done, done.Add(tt.after)); !errors.Is(got, tt.want) {
			t.Errorf("%s after %v: got %v, want %v", tt.role, tt.after, got, tt.want)
		}
	}
}

func TestWhatIsRestoredIsNewerThanItsCancellation(t *testing.T) {
	t.Parallel()
	a := sampleAppointment()
	cancelled, err := a.Cancel(at(tuesday, "8:00"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := cancelled.Restore(at(tuesday, "8:05"))
	if err != nil || got.State != booking.Confirmed || got.Sequence != a.Sequence+2 {
		t.Errorf("restored %+v, %v", got, err)
	}
	if _, err := cancelled.Restore(a.Span.Start); !errors.Is(err, booking.ErrOver) {
		t.Errorf("when its time has come: got %v, want %v", err, booking.ErrOver)
	}
}

// Each mark at the office has one way back: to the state that the appointment was in before.
func TestAMarkAtTheOfficeIsTakenBackToWhatWasBefore(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	start := at(tuesday, "9:00")
	for name, tt := range map[string]struct {
		mark   booking.State
		missed bool
		mend   func(*booking.Appointment)
		want   booking.State
		err    error
	}{
		"an arrival":                        {booking.CheckedIn, false, func(a *booking.Appointment) { a.Arrived = start }, booking.Confirmed, nil},
		"of who counted as missed":          {booking.CheckedIn, true, func(a *booking.Appointment) { a.Arrived = start }, booking.Missed, nil},
		"an end":                            {booking.Finished, false, func(a *booking.Appointment) { a.CalledAt = start }, booking.Called, nil},
		"a no-show":                         {booking.Missed, false, func(*booking.Appointment) {}, booking.Confirmed, nil},
		"a no-show of who was there":        {booking.Missed, false, func(a *booking.Appointment) { a.Arrived = start }, booking.CheckedIn, nil},
		"a no-show of who was called":       {booking.Missed, false, func(a *booking.Appointment) { a.Arrived, a.CalledAt = start, start }, booking.Called, nil},
		"a ticket's that counted as missed": {booking.CheckedIn, true, func(a *booking.Appointment) { a.Ticket, a.Arrived = 3, start }, booking.Missed, nil},
		"what is no mark at the office":     {booking.Cancelled, false, func(*booking.Appointment) {}, booking.Cancelled, booking.ErrOver},
		"a ticket's arrival":                {booking.CheckedIn, false, func(a *booking.Appointment) { a.Ticket = 3 }, booking.CheckedIn, booking.ErrOver},
		"the arrival of who was served":     {booking.CheckedIn, false, func(a *booking.Appointment) { a.Visit.Served = time.Minute }, booking.CheckedIn, booking.ErrOver},
		"the arrival of who was taken back": {booking.CheckedIn, false, func(a *booking.Appointment) { a.State = booking.Confirmed }, booking.Confirmed, nil},
		"the end of who is not done":        {booking.Finished, false, func(a *booking.Appointment) { a.State = booking.CheckedIn }, booking.CheckedIn, booking.ErrOver},
	} {
		a := sampleAppointment()
		a.Span = booking.Span{Start: start, End: start.Add(15 * time.Minute)}
		a.State = tt.mark
		tt.mend(&a)
		got, err := o.Unmark(a, tt.mark, tt.missed, start.Add(time.Hour))
		if got.State != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: %s, %v, want %s, %v", name, got.State, err, tt.want, tt.err)
		}
		if a.State == tt.mark {
			if _, err := o.Unmark(a, tt.mark, tt.missed, start.AddDate(0, 0, 1)); !errors.Is(err, booking.ErrOver) {
				t.Errorf("%s, the day after: %v", name, err)
			}
		}
	}
}

// A call ends when somebody counts as missed: what is taken back after a later arrival leads to that arrival.
func TestACallFromBeforeANoShowIsNoneOfTheNextVisit(t *testing.T) {
	t.Parallel()
	o, a := sampleOffice(), sampleAppointment()
	start := at(tuesday, "9:00")
	a.Span, a.State, a.Arrived = booking.Span{Start: start, End: start.Add(15 * time.Minute)}, booking.CheckedIn, start
	for _, ticket := range []int{0, 3} {
		a.Ticket = ticket
		called, _ := a.Call("1", start)
		missed, _ := called.Miss(start)
		here, err := missed.CheckIn(start.Add(time.Minute))
		if err != nil || !here.CalledAt.IsZero() {
			t.Fatalf("here, called at %v, %v", here.CalledAt, err)
		}
		again, _ := here.Miss(start.Add(2 * time.Minute))
		back, err := o.Unmark(again, booking.Missed, true, start.Add(3*time.Minute))
		if err != nil || back.State != booking.CheckedIn {
			t.Errorf("the second no-show taken back: %s, %v", back.State, err)
		}
		if back, err = o.Unmark(back, booking.CheckedIn, true, start.Add(4*time.Minute)); err != nil || back.State != booking.Missed {
			t.Errorf("the arrival taken back: %s, %v", back.State, err)
		}
		if back.Arrived.IsZero() != (ticket == 0) {
			t.Errorf("ticket %d came at %v", ticket, back.Arrived)
		}
	}
}
