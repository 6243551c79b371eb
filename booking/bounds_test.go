package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

// A freed time is offered to those whose visit lies within it or all around it, and
// to nobody whose visit only touches it: that was free before.
func TestOnlyATimeThatAFreedOneMakesIsOffered(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		freedFrom, freedTo, until string // of what was freed, and until when the desk is free from 10:00 on
		want                      string
	}{
		{"10:00", "10:30", "10:30", "10:00"}, // the very same
		{"10:00", "11:00", "11:00", "10:00"}, // within it
		{"10:10", "10:20", "10:30", "10:00"}, // all around it
		{"10:00", "10:10", "10:30", "10:00"},
		{"10:20", "10:30", "10:30", "10:00"},
		{"10:25", "11:00", "10:50", ""}, // 10:00 to 10:50 is free, and no half-hour of it fills or is filled
		{"10:25", "11:00", "10:55", "10:25"},
		{"9:40", "10:20", "10:30", ""},
		{"9:40", "10:29", "10:30", ""},
		{"9:40", "10:30", "10:30", "10:00"},
		{"11:00", "11:30", "10:30", ""},
	} {
		w := oneFreed()
		w.freed = []booking.Span{span(tuesday, tt.freedFrom, tt.freedTo)}
		w.booked[tuesday] = []booking.Busy{
			taken(1, "1", "8:00", "12:00"), taken(2, "2", "8:00", "10:00"), taken(3, "2", tt.until, "12:00"),
		}
		got := ""
		for _, o := range w.offers() {
			got += booking.ClockOf(o.Span.Start, berlin()).String()
		}
		if want := tt.want; want != "" && got != mustClock(want) || want == "" && got != "" {
			t.Errorf("freed from %s to %s, free until %s: offered %q, want %q", tt.freedFrom, tt.freedTo, tt.until, got, want)
		}
	}
}

func mustClock(s string) string { return booking.ClockOf(at(tuesday, s), berlin()).String() }

// Times are offered from today to the last day that can be booked.
func TestOffersLieWithinTheHorizon(t *testing.T) {
	t.Parallel()
	monday := tuesday.Add(-1)
	w := waitingRoom{office: offering(sampleOffice()), now: at(monday, "9:00")}
	last := w.office.LastDay(w.now)
	for day, want := range map[booking.Date]bool{monday.Add(-1): false, monday: true, last: true, last.Add(1): false} {
		who := first(1)
		who.Terms.Until = last.Add(10)
		w.waiters = []booking.Waiter{who}
		w.booked = map[booking.Date][]booking.Busy{day: nil}
		if got := w.offers(); (len(got) > 0) != want {
			t.Errorf("%v: %d offers", day, len(got))
		}
	}
}

// Who let three offers pass in a row is offered one a day.
func TestPatienceEndsAfterThreeOffers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		passed int
		latest time.Time
		want   bool
	}{
		{2, at(tuesday.Add(-1), "8:00"), true},
		{3, at(tuesday.Add(-1), "8:00"), false},
		{4, at(tuesday.Add(-1), "0:00"), false},
		{3, at(tuesday.Add(-2), "23:59"), true},
		{3, time.Time{}, true},
	} {
		w := oneFreed()
		for i := range tt.passed {
			w.waiters[0].Offered = append(w.waiters[0].Offered, span(tuesday.Add(7+i), "8:00", "8:30"))
		}
		w.waiters[0].Latest = tt.latest
		if got := w.offers(); (len(got) > 0) != tt.want {
			t.Errorf("%d passed, the last at %v: %d offers", tt.passed, tt.latest, len(got))
		}
	}
}

// Of several changes ahead the first is told, in whichever order they are listed.
func TestTheFirstChangeAheadIsTold(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	late, soon, today := tuesday.Add(9), tuesday.Add(3), tuesday
	o.Concerns[0].Lengths = []booking.Lengths{{Period: booking.Period{From: late}, First: time.Hour}, {Period: booking.Period{From: today}, First: time.Hour}}
	o.Concerns[1].Lengths = []booking.Lengths{{Period: booking.Period{From: soon}, First: time.Hour}}
	one, two := booking.Wish{Concern: o.Concerns[0].ID, Quantity: 1}, booking.Wish{Concern: o.Concerns[1].ID, Quantity: 1}
	for _, tt := range []struct {
		wishes []booking.Wish
		last   booking.Date
		want   booking.Date
	}{
		{[]booking.Wish{one, two}, tuesday.Add(20), soon},
		{[]booking.Wish{two, one}, tuesday.Add(20), soon},
		{[]booking.Wish{one}, tuesday.Add(20), late},
		{[]booking.Wish{one}, late, late},
		{[]booking.Wish{one}, late.Add(-1), booking.Date{}},
		{[]booking.Wish{two}, soon, soon},
	} {
		got, ok := o.ChangesOn(tt.wishes, today, tt.last)
		if got != tt.want || ok != (tt.want != booking.Date{}) {
			t.Errorf("%v until %v: %v, %v, want %v", tt.wishes, tt.last, got, ok, tt.want)
		}
	}
}

// What was noted of a visit stays while it goes on, and is forgotten once it is over.
func TestWhatIsNotedOfAVisitStaysWhileItGoesOn(t *testing.T) {
	t.Parallel()
	noted := booking.Attended{Served: 5 * time.Minute, Note: "ein Foto", For: "2", Parked: at(tuesday, "8:10")}
	now := at(tuesday, "8:30")
	a := waiting(1, "8:10", "8:05")
	a.Visit = noted
	called, err := a.Call("2", now)
	if err != nil || called.Visit.Note != noted.Note || called.Visit.Served != noted.Served {
		t.Errorf("called: %+v, %v", called.Visit, err)
	}
	called.Visit = noted
	rests, err := called.Park(now)
	if err != nil || rests.Visit.Note != noted.Note || rests.Visit.For != noted.For || !rests.Visit.Parked.Equal(now) {
		t.Errorf("rests: %+v, %v", rests.Visit, err)
	}
	finished, err := called.Finish(now)
	if err != nil || finished.Visit != (booking.Attended{}) {
		t.Errorf("finished: %+v, %v", finished.Visit, err)
	}
}

// Only who is served at a desk can be sent on from it: to another that is there.
func TestOneIsSentOnToAnotherDeskThatIsThere(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		state    booking.State
		at, desk booking.DeskID
		want     error
	}{
		{booking.Called, "1", "2", nil},
		{booking.Called, "1", "1", booking.ErrUnknown},
		{booking.Called, "1", "9", booking.ErrUnknown},
		{booking.CheckedIn, "1", "1", booking.ErrOver}, // not served at all
		{booking.CheckedIn, "1", "2", booking.ErrOver},
		{booking.Finished, "1", "1", booking.ErrOver},
	} {
		a := waiting(1, "8:10", "8:05")
		a.State, a.Desk, a.CalledAt = tt.state, tt.at, at(tuesday, "8:10")
		if got, err := sampleOffice().SendOn(a, tt.desk, "", at(tuesday, "8:20")); !errors.Is(err, tt.want) || err == nil && got.Visit.For != tt.desk {
			t.Errorf("%s at %s, to %s: %v", tt.state, tt.at, tt.desk, err)
		}
	}
}

// Before it has waited its time, a ticket fills what appointments leave, whatever
// time an appointment has; from then on it counts as due.
func TestATicketFillsTheTimeUntilItIsDue(t *testing.T) {
	t.Parallel()
	for now, want := range map[string]booking.AppointmentID{"8:05": 2, "8:29": 2, "8:30": 1, "8:59": 1, "9:00": 1} {
		o := walkInOffice()
		o.Policy.WalkIns = booking.WalkIns{Tickets: true, Rule: booking.DueFirst, Due: 10 * time.Minute, Longest: time.Hour}
		got, err := o.Next("2", []booking.Appointment{ticket(2, 1, "8:00"), waiting(1, "8:40", "8:00")}, at(tuesday, now))
		if err != nil || got.ID != want {
			t.Errorf("at %s %d is called, want %d (%v)", now, got.ID, want, err)
		}
	}
}

// A delay that is told already is not told again, also where the least change is.
func TestTheSameDelayIsToldOnce(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		told, behind, change time.Duration
		want                 bool
	}{
		{0, 14 * time.Minute, 0, false},
		{0, 15 * time.Minute, 0, true},
		{15 * time.Minute, 15 * time.Minute, 0, false},
		{15 * time.Minute, 16 * time.Minute, 0, true},
		{15 * time.Minute, 14 * time.Minute, 0, true},
		{15 * time.Minute, 24 * time.Minute, 10 * time.Minute, false},
		{15 * time.Minute, 25 * time.Minute, 10 * time.Minute, true},
		{15 * time.Minute, 5 * time.Minute, 10 * time.Minute, true},
		{15 * time.Minute, 0, 0, true},
	} {
		p := booking.Usual()
		p.Late.From, p.Late.Change = 15*time.Minute, tt.change
		a := sampleAppointment()
		a.Behind = tt.told
		if got, is := p.TellLate(a, tt.behind, a.Span.Start.Add(-30*time.Minute)); is != tt.want || is && got.Behind != tt.behind {
			t.Errorf("%v after %v, from %v on: told %v", tt.behind, tt.told, tt.change, is)
		}
	}
}

// A reminder that an hour's fault has held up into the night waits for the morning.
func TestAReminderThatWasHeldUpWaitsForTheMorning(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	for _, tt := range []struct {
		kind     booking.NoticeKind
		due, now string
		want     time.Duration
	}{
		{booking.ReminderNotice, "22:00", "22:59", 0},
		{booking.ReminderNotice, "22:00", "23:00", 7 * time.Hour},
		{booking.ReminderNotice, "20:00", "21:59", 0},
		{booking.ReminderNotice, "20:00", "22:00", 8 * time.Hour},
		{booking.ReminderNotice, "0:00", "5:59", time.Minute},
		{booking.ReminderNotice, "0:00", "6:00", 0},
		{booking.OfferNotice, "20:00", "23:00", 0},
	} {
		n := booking.Notice{Kind: tt.kind, Due: at(tuesday, tt.due)}
		if got := o.UntilMorning(n, at(tuesday, tt.now)); got != tt.want {
			t.Errorf("%s of %s waits %v at %s, want %v", tt.kind, tt.due, got, tt.now, tt.want)
		}
	}
}

// Concerns and desks are found where they are, also after the office has changed
// since it was prepared for lookups.
func TestAnIndexIsBelievedOnlyWhereItIsRight(t *testing.T) {
	t.Parallel()
	for again := range 2 {
		o := sampleOffice()
		o.Index()
		o.Concerns[0], o.Concerns[1] = o.Concerns[1], o.Concerns[0]
		o.Desks[0], o.Desks[1] = o.Desks[1], o.Desks[0]
		if again > 0 {
			o.Index()
		}
		for _, id := range []booking.ConcernID{"passport", "id-card", "registration"} {
			if c, ok := o.Concern(id); !ok || c.ID != id {
				t.Errorf("%s is found as %s, %v", id, c.ID, ok)
			}
		}
		car := waiting(1, "8:10", "8:05")
		car.Skills = []booking.Skill{"cars"}
		for desk, want := range map[booking.DeskID]error{"1": nil, "2": booking.ErrNobody} {
			if _, err := o.Next(desk, []booking.Appointment{car}, at(tuesday, "8:10")); !errors.Is(err, want) {
				t.Errorf("desk %s is found as another: %v", desk, err)
			}
		}
		if _, ok := o.Concern("dog"); ok {
			t.Error("what is not there is found")
		}
	}
}
