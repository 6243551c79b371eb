package booking_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

// walkInOffice is a sample office that gives tickets; its desks serve from 8 to 12.
func walkInOffice() *booking.Office {
	o := sampleOffice()
	usual := booking.Usual()
	o.Policy.WalkIns, o.Policy.Arrive = usual.WalkIns, usual.Arrive
	o.Policy.WalkIns.Tickets = true
	return o
}

// ticket is somebody without an appointment who has waited since given.
func ticket(id booking.AppointmentID, number int, given string) booking.Appointment {
	a := waiting(id, given, given)
	a.Ticket, a.Span.End = number, a.Span.Start.Add(15*time.Minute)
	return a
}

func TestTheOfficeSaysWhetherAnAppointmentOrATicketGoesFirst(t *testing.T) {
	t.Parallel()
	rule := func(r booking.TurnRule, longest time.Duration) booking.WalkIns {
		return booking.WalkIns{Tickets: true, Rule: r, Due: 5 * time.Minute, Longest: longest}
	}
	tests := []struct {
		name        string
		rule        booking.WalkIns
		appointment booking.Appointment // number 1, beside ticket 2 of 8:00
		now         string
		want        booking.AppointmentID
	}{
		{"an appointment that is due", rule(booking.DueFirst, 0), waiting(1, "8:30", "8:20"), "8:30", 1},
		{"one that is due soon", rule(booking.DueFirst, 0), waiting(1, "8:30", "8:20"), "8:25", 1},
		{"a ticket fills the time before", rule(booking.DueFirst, 0), waiting(1, "8:30", "8:20"), "8:24", 2},
		{"a ticket that has waited as long as anybody may", rule(booking.DueFirst, 30*time.Minute), waiting(1, "8:31", "8:20"), "8:31", 2},
		{"a ticket that has not", rule(booking.DueFirst, 31*time.Minute), waiting(1, "8:30", "8:20"), "8:30", 1},
		{"everybody by their time: the ticket was first", rule(booking.InTurn, 0), waiting(1, "8:01", "7:50"), "8:30", 2},
		{"everybody by their time: the appointment was", rule(booking.InTurn, 0), waiting(1, "7:59", "7:50"), "8:30", 1},
		{"by their time, however long a ticket may wait", rule(booking.InTurn, 30*time.Minute), waiting(1, "8:01", "7:50"), "8:05", 2},
		{"the same, once it has waited so long", rule(booking.InTurn, 30*time.Minute), waiting(1, "8:01", "7:50"), "8:35", 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := walkInOffice()
			o.Policy.WalkIns = tt.rule
			got, err := o.Next("2", []booking.Appointment{ticket(2, 1, "8:00"), tt.appointment}, at(tuesday, tt.now))
			if err != nil || got.ID != tt.want {
				t.Errorf("called %d, %v, want %d", got.ID, err, tt.want)
			}
		})
	}
}

func TestTicketsAreGivenUntilTheDesksCloseSoon(t *testing.T) {
	t.Parallel()
	cars := []booking.Wish{{Concern: "car", Quantity: 1}}
	papers := []booking.Wish{{Concern: "id-card", Quantity: 1}}
	holiday := func(o *booking.Office) {
		o.Calendar.Holiday = func(booking.Date) (booking.Text, bool) { return german("Feiertag"), true }
	}
	tests := []struct {
		name   string
		change func(*booking.Office)
		wishes []booking.Wish
		now    string
		want   error
	}{
		{"in the morning", nil, papers, "8:00", nil},
		{"before the desks open, for when they do", nil, papers, "7:30", nil},
		{"half an hour before closing", nil, papers, "11:30", nil},
		{"a second after", nil, papers, "11:31", booking.ErrClosed},
		{"until closing, where the office says so", func(o *booking.Office) { o.Policy.WalkIns.Close = 0 }, papers, "11:59", nil},
		{"after closing", func(o *booking.Office) { o.Policy.WalkIns.Close = 0 }, papers, "12:00", booking.ErrClosed},
		{"where the office gives none", func(o *booking.Office) { o.Policy.WalkIns.Tickets = false }, papers, "8:00", booking.ErrClosed},
		{"on a public holiday", holiday, papers, "8:00", booking.ErrClosed},
		{"on a day on which one comes without", func(o *booking.Office) {
			o.Calendar.WalkIn = func(booking.Date) bool { return true }
		}, papers, "8:00", nil},
		{"by the desks that can do it", func(o *booking.Office) {
			o.Desks[0].Hours = new([7][]booking.Hours)
		}, cars, "8:00", booking.ErrClosed},
		{"when the desk has closed today", func(o *booking.Office) {
			o.Calendar.Closures = []booking.Closure{{Day: tuesday, Hours: booking.AllDay()}}
		}, papers, "8:00", booking.ErrClosed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := walkInOffice()
			if tt.change != nil {
				tt.change(o)
			}
			visit, err := o.VisitFor(booking.Staff, tt.wishes, 1)
			if err != nil {
				t.Fatal(err)
			}
			given, err := o.NewTicket(visit, []booking.Appointment{ticket(1, 7, "7:20")}, at(tuesday, tt.now))
			if !errors.Is(err, tt.want) {
				t.Fatalf("given: %v, want %v", err, tt.want)
			}
			if err == nil && (given.Ticket != 8 || given.State != booking.CheckedIn || given.Contact.Name != "W8") {
				t.Errorf("given %+v", given)
			}
		})
	}
}

// Both desks are busy with sixteen people each until noon.
func TestATicketThatNobodyCouldServeIsNotGiven(t *testing.T) {
	t.Parallel()
	o := walkInOffice()
	visit, err := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	var today []booking.Appointment
	now := at(tuesday, "8:00")
	for {
		a, err := o.NewTicket(visit, today, now)
		if err != nil {
			if !errors.Is(err, booking.ErrFull) || len(today) != 32 {
				t.Errorf("after %d tickets of 15 minutes at two desks: %v", len(today), err)
			}
			return
		}
		a.ID = booking.AppointmentID(len(today) + 1)
		today = append(today, a)
	}
}

// By hand: two desks; 5 is at desk 2 for 15 minutes since 8:00. At 8:05 desk 1
// takes the appointment of 8:10, which is due, until 8:35; desk 2 takes ticket 1
// at 8:15 and ticket 2 at 8:30. Slowly, desk 2 takes ticket 1 at 8:22:30 and at
// 8:45 the appointment of 8:30, who has come; desk 1 takes ticket 2 at 8:50.
func TestWhatSomebodyWhoWaitsCanExpect(t *testing.T) {
	t.Parallel()
	o := walkInOffice()
	served := ticket(5, 1, "7:50")
	served.State, served.Desk, served.CalledAt = booking.Called, "2", at(tuesday, "8:00")
	booked := waiting(9, "8:30", "8:30")
	booked.State, booked.Arrived = booking.Confirmed, time.Time{}
	parked := ticket(7, 4, "7:30")
	parked.Visit.Parked = at(tuesday, "8:01")
	today := []booking.Appointment{served, ticket(1, 2, "8:01"), ticket(2, 3, "8:02"), waiting(3, "8:10", "8:04"), booked, parked}
	tests := []struct {
		name string
		of   booking.AppointmentID
		now  string
		want booking.Outlook
		ok   bool
	}{
		{"the first ticket", 1, "8:05", booking.Outlook{Place: 2, Least: 10 * time.Minute, Most: 20 * time.Minute}, true},
		{"an appointment that is due", 3, "8:05", booking.Outlook{Place: 1}, true},
		{"the second ticket", 2, "8:05", booking.Outlook{Place: 3, Least: 25 * time.Minute, Most: 45 * time.Minute}, true},
		{"who rests", 7, "8:05", booking.Outlook{}, false},
		{"who is at a desk", 5, "8:05", booking.Outlook{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var of booking.Appointment
			for _, a := range today {
				if a.ID == tt.of {
					of = a
				}
			}
			got, ok := o.Outlook(of, today, at(tuesday, tt.now))
			if ok != tt.ok || got != tt.want {
				t.Errorf("expects %+v, %v, want %+v", got, ok, tt.want)
			}
		})
	}
}

// Whatever the day looks like, the least is not more than the most, and who is
// next in line and finds a free desk does not wait.
func TestTheLeastWaitIsNeverMoreThanTheMost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := walkInOffice()
		o.Policy.WalkIns.Longest = time.Duration(rapid.IntRange(0, 90).Draw(t, "longest")) * time.Minute
		now := at(tuesday, "7:30").Add(time.Duration(rapid.IntRange(0, 290).Draw(t, "now")) * time.Minute)
		var today []booking.Appointment
		for i := range rapid.IntRange(1, 10).Draw(t, "people") {
			today = append(today, drawVisitor(t, booking.AppointmentID(i+1), now))
		}
		places := map[int]bool{}
		for _, a := range today {
			got, ok := o.Outlook(a, today, now)
			if !ok {
				continue
			}
			if got.Least > got.Most || got.Place < 1 || got.Place > len(today) || got.Least < 0 {
				t.Fatalf("%+v", got)
			}
			places[got.Place] = true
		}
		if len(places) > 0 && !places[1] {
			t.Fatal("somebody waits, and nobody is next")
		}
	})
}

func drawVisitor(t *rapid.T, id booking.AppointmentID, now time.Time) booking.Appointment {
	a := ticket(id, int(id), "8:00")
	a.Arrived = now.Add(-time.Duration(rapid.IntRange(0, 60).Draw(t, "waited")) * time.Minute)
	a.Span = booking.Span{Start: a.Arrived, End: a.Arrived.Add(time.Duration(rapid.IntRange(1, 8).Draw(t, "length")) * 5 * time.Minute)}
	switch rapid.SampledFrom([]string{"ticket", "booked", "called", "here", "parked"}).Draw(t, "is") {
	case "booked":
		a.Ticket, a.State, a.Arrived = 0, booking.Confirmed, time.Time{}
	case "called":
		a.State, a.Desk, a.CalledAt = booking.Called, "1", a.Arrived
	case "here":
		a.Ticket = 0
	case "parked":
		a.Visit.Parked = a.Arrived
	}
	return a
}

func TestATicketIsLinkedOnce(t *testing.T) {
	t.Parallel()
	now := at(tuesday, "8:10")
	given := ticket(1, 1, "8:00")
	given.Holder = 0
	linked, err := given.Link(7, now)
	if err != nil || linked.Holder != 7 {
		t.Fatalf("linked: %+v, %v", linked, err)
	}
	if _, err := linked.Link(7, now); err != nil {
		t.Errorf("linked again by the same person: %v", err)
	}
	if _, err := linked.Link(8, now); !errors.Is(err, booking.ErrLinked) {
		t.Errorf("linked by a stranger: %v", err)
	}
	done := linked
	done.State = booking.Finished
	if _, err := done.Link(7, now); !errors.Is(err, booking.ErrOver) {
		t.Errorf("linked after the visit: %v", err)
	}
	if _, err := waiting(2, "8:00", "8:00").Link(7, now); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("an appointment was linked like a ticket: %v", err)
	}
}

// A ticket says what it is for, and who has one waits from then on.
func TestATicketSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	o, now := walkInOffice(), at(tuesday, "9:00")
	visit, err := o.Visit(wishes("passport", 2), 2)
	if err != nil {
		t.Fatal(err)
	}
	got, err := o.NewTicket(visit, []booking.Appointment{ticket(5, 8, "8:00")}, now)
	want := booking.Appointment{
		Office: o.ID, Span: booking.Span{Start: now, End: now.Add(visit.Length())}, State: booking.CheckedIn, Items: visit.Items(), Persons: 2,
		Skills: visit.Skills(), Audience: booking.Staff, Lang: o.Lang, Arrived: now, Updated: now, Ticket: 9, Contact: booking.Contact{Name: "W9"},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// Where things go too slowly for somebody to be called before closing, the most they
// wait is until the last desk that could serve them closes.
func TestNobodyWaitsLongerThanUntilItCloses(t *testing.T) {
	t.Parallel()
	o, now := walkInOffice(), at(tuesday, "11:25")
	o.Calendar.Week[time.Tuesday] = []booking.Shift{
		{From: 8 * 60, To: 12 * 60, Desks: []booking.DeskID{"2"}}, {From: 8 * 60, To: 13 * 60, Desks: []booking.DeskID{"1"}},
	}
	before, mine := ticket(1, 1, "9:00"), ticket(2, 2, "9:05")
	before.Span.End = before.Span.Start.Add(30 * time.Minute)
	mine.Visit.For = "2" // the desk that closes first
	before.Visit.For = "2"
	got, ok := o.Outlook(mine, []booking.Appointment{before, mine}, now)
	if want := (booking.Outlook{Place: 2, Least: 30 * time.Minute, Most: 35 * time.Minute}); !ok || got != want {
		t.Errorf("%+v, %v, want %+v", got, ok, want)
	}
	rests := mine
	rests.Visit.Parked = now
	if _, ok := o.Outlook(rests, []booking.Appointment{before, rests}, now); ok {
		t.Error("who rests waits for nobody")
	}
}

// A desk calls nobody once it has closed, to the minute: who would come to it then is
// called when it opens again, or not at all.
func TestADeskCallsNobodyAtItsEnd(t *testing.T) {
	t.Parallel()
	for clock, want := range map[string]map[bool]time.Duration{ // by whether it opens again at one
		"11:40": {false: 15 * time.Minute, true: 15 * time.Minute}, "11:44": {false: 15 * time.Minute, true: 15 * time.Minute},
		"11:45": {false: -1, true: 75 * time.Minute}, "11:46": {false: -1, true: 70 * time.Minute},
	} {
		for again, least := range want {
			o, now := walkInOffice(), at(tuesday, clock)
			o.Calendar.Week[time.Tuesday] = []booking.Shift{{From: 8 * 60, To: 12 * 60, Desks: []booking.DeskID{"1"}}}
			if again {
				o.Calendar.Week[time.Tuesday] = append(o.Calendar.Week[time.Tuesday], booking.Shift{From: 13 * 60, To: 15 * 60, Desks: []booking.DeskID{"1"}})
			}
			before, mine := ticket(1, 1, "9:00"), ticket(2, 2, "9:05")
			got, ok := o.Outlook(mine, []booking.Appointment{before, mine}, now)
			if ok != (least >= 0) || ok && got.Least != least {
				t.Errorf("at %s behind a quarter of an hour, opens again %v: %+v, %v, want %v", clock, again, got, ok, least)
			}
		}
	}
}

// Who rests, who has booked for later and who is another office's does not keep
// anybody waiting who could be called now.
func TestWhoIsNotThereKeepsNobodyWaiting(t *testing.T) {
	t.Parallel()
	mine, now := ticket(9, 2, "8:05"), at(tuesday, "8:10")
	rests, later, elsewhere := waiting(1, "8:00", "7:50"), waiting(2, "9:00", "8:00"), waiting(3, "8:00", "7:50")
	rests.Visit.Parked = at(tuesday, "8:02")
	later.State, later.Arrived = booking.Confirmed, time.Time{}
	elsewhere.Office = "lünen"
	for name, other := range map[string]booking.Appointment{"rests": rests, "has booked for later": later, "is elsewhere": elsewhere} {
		o := walkInOffice()
		o.Policy.WalkIns.Rule, o.Policy.WalkIns.Due = booking.DueFirst, time.Hour
		got, ok := o.Outlook(mine, []booking.Appointment{other, mine}, now)
		if want := (booking.Outlook{Place: 1}); !ok || got != want {
			t.Errorf("one who %s: %+v, %v", name, got, ok)
		}
	}
	before := waiting(1, "8:00", "7:50")
	o := walkInOffice()
	o.Calendar.Week[time.Tuesday] = []booking.Shift{{From: 8 * 60, To: 12 * 60, Desks: []booking.DeskID{"2"}}}
	if got, ok := o.Outlook(mine, []booking.Appointment{before, mine}, now); !ok || got.Place != 2 || got.Least != 30*time.Minute || got.Most != 45*time.Minute {
		t.Errorf("after one who is there: %+v, %v", got, ok)
	}
}

// The last ticket is given before the last desk closes that could serve it, whichever
// desk that is and however often it opens.
func TestTheLastTicketIsBeforeTheLastDeskCloses(t *testing.T) {
	t.Parallel()
	shift := func(from, to booking.Clock, desks ...booking.DeskID) booking.Shift {
		return booking.Shift{From: from * 60, To: to * 60, Desks: desks}
	}
	papers, cars := []booking.Skill{"papers"}, []booking.Skill{"cars"}
	for name, tt := range map[string]struct {
		shifts []booking.Shift
		skills []booking.Skill
		now    string
		want   string
		open   bool
	}{
		"the first closes later":      {[]booking.Shift{shift(8, 13, "1"), shift(8, 12, "2")}, papers, "9:00", "12:30", true},
		"the second closes later":     {[]booking.Shift{shift(8, 12, "1"), shift(8, 13, "2")}, papers, "9:00", "12:30", true},
		"but cannot serve it":         {[]booking.Shift{shift(8, 12, "1"), shift(8, 13, "2")}, cars, "9:00", "11:30", true},
		"it opens again":              {[]booking.Shift{shift(8, 12), shift(14, 16)}, papers, "9:00", "15:30", true},
		"between its hours":           {[]booking.Shift{shift(8, 12), shift(14, 16)}, papers, "13:00", "15:30", true},
		"a minute before it closes":   {[]booking.Shift{shift(8, 12)}, papers, "11:59", "11:30", true},
		"when it closes":              {[]booking.Shift{shift(8, 12)}, papers, "12:00", "11:30", false},
		"for callers alone it serves": {[]booking.Shift{{From: 8 * 60, To: 12 * 60, Internal: true}}, papers, "9:00", "11:30", true},
	} {
		o := walkInOffice()
		o.Calendar.Week[time.Tuesday] = tt.shifts
		if last, open := o.LastTicket(tt.skills, at(tuesday, tt.now)); open != tt.open || !last.Equal(at(tuesday, tt.want)) {
			t.Errorf("%s: %v, %v, want %s", name, last, open, tt.want)
		}
	}
	o := walkInOffice()
	o.Calendar.Week[time.Tuesday] = nil
	if _, open := o.LastTicket(papers, at(tuesday, "9:00")); open {
		t.Error("on a day on which nobody serves one is given")
	}
}
