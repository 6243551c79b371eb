package booking_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

var states = []booking.State{
	booking.Held, booking.Confirmed, booking.CheckedIn, booking.Called,
	booking.Finished, booking.Cancelled, booking.Missed, booking.Expired,
}

// sampleAppointment is booked for nine o'clock on the sample Tuesday.
func sampleAppointment() booking.Appointment {
	return booking.Appointment{
		ID: 7, Claim: 7, Number: "K7M4QX", Office: "werne", Desk: "1",
		Span: span(tuesday, "9:00", "9:30"), State: booking.Confirmed,
		Items:   []booking.Item{{Concern: "passport", Quantity: 1, Minutes: 20}},
		Persons: 1, Skills: []booking.Skill{"papers"}, Audience: booking.Public,
		Holder: 3, Contact: booking.Contact{Name: "Erika Muster", Mail: "erika@example.org"}, Lang: "de",
		Updated: at(tuesday, "7:00"),
	}
}

func sampleHold() booking.Appointment {
	a := sampleAppointment()
	a.State, a.Number, a.Contact, a.HeldUntil = booking.Held, "", booking.Contact{}, at(tuesday, "8:15")
	return a
}

// The life of an appointment, one row a state: what may follow it.
const life = `
held:       confirmed, cancelled, expired
confirmed:  checked in, called, cancelled, missed
checked in: called, cancelled, missed
called:     finished, missed, checked in
missed:     checked in
cancelled:  confirmed
finished:
expired:`

func TestWhatMayFollowWhat(t *testing.T) {
	t.Parallel()
	allowed := map[[2]booking.State]bool{}
	for _, line := range strings.Split(strings.TrimSpace(life), "\n") {
		state, followers, _ := strings.Cut(line, ":")
		for _, next := range strings.Split(followers, ",") {
			allowed[[2]booking.State{booking.State(state), booking.State(strings.TrimSpace(next))}] = true
		}
	}
	for _, state := range states {
		for _, next := range states {
			if want, got := allowed[[2]booking.State{state, next}], state.MayBecome(next); want != got {
				t.Errorf("%s → %s: want %t, got %t", state, next, want, got)
			}
		}
	}
}

func TestWhoKeepsADeskBusy(t *testing.T) {
	t.Parallel()
	busy := []booking.State{booking.Held, booking.Confirmed, booking.CheckedIn, booking.Called}
	for _, state := range states {
		a := booking.Appointment{State: state, HeldUntil: at(tuesday, "8:15")}
		want := slices.Contains(busy, state)
		if got := a.Blocks(at(tuesday, "8:14")); got != want {
			t.Errorf("%s: want %t, got %t", state, want, got)
		}
		want = want && state != booking.Held
		if got := a.Blocks(at(tuesday, "8:15")); got != want {
			t.Errorf("%s after the hold ran out: want %t, got %t", state, want, got)
		}
	}
}

// deeds are all that can be done to an appointment, with the state it leads to.
var deeds = map[string]struct {
	to booking.State
	do func(booking.Appointment, time.Time) (booking.Appointment, error)
}{
	"confirm": {booking.Confirmed, func(a booking.Appointment, now time.Time) (booking.Appointment, error) {
		return a.Confirm("B3C4D5", booking.Contact{Name: "Erika"}, now)
	}},
	"cancel":   {booking.Cancelled, booking.Appointment.Cancel},
	"miss":     {booking.Missed, booking.Appointment.Miss},
	"check in": {booking.CheckedIn, booking.Appointment.CheckIn},
	"call": {booking.Called, func(a booking.Appointment, now time.Time) (booking.Appointment, error) {
		return a.Call("2", now)
	}},
	"uncall":  {booking.CheckedIn, booking.Appointment.Uncall},
	"restore": {booking.Confirmed, booking.Appointment.Restore},
	"finish":  {booking.Finished, booking.Appointment.Finish},
}

// only is from which states a deed goes, where others lead to the same state.
var only = map[string][]booking.State{
	"confirm":  {booking.Held},
	"restore":  {booking.Cancelled, booking.Confirmed}, // one may have been told that it is off
	"check in": {booking.Confirmed, booking.Missed},
	"uncall":   {booking.Called},
}

func TestDeedsKeepToTheStates(t *testing.T) {
	t.Parallel()
	for name, deed := range deeds {
		for _, state := range states {
			a := sampleAppointment()
			a.State, a.HeldUntil = state, at(tuesday, "10:00")
			now := at(tuesday, "8:59") // a confirmed one can be cancelled
			if deed.to == booking.Missed {
				now = at(tuesday, "9:00")
			}
			got, err := deed.do(a, now)
			may := state.MayBecome(deed.to)
			if from, some := only[name]; some {
				may = slices.Contains(from, state)
			}
			switch {
			case may && (err != nil || got.State != deed.to || !got.Updated.Equal(now)):
				t.Errorf("%s %s: got %s, %v", state, name, got.State, err)
			case !may && (!errors.Is(err, booking.ErrOver) || cmp.Diff(a, got) != ""):
				t.Errorf("%s %s: want %v and nothing changed, got %+v, %v", state, name, booking.ErrOver, got, err)
			}
		}
	}
}

func TestWhateverIsDoneTheAppointmentStaysTheSameOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, now := sampleHold(), at(tuesday, "7:00")
		for range rapid.IntRange(1, 12).Draw(t, "deeds") {
			now = now.Add(time.Duration(rapid.IntRange(0, 40).Draw(t, "minutes")) * time.Minute)
			name := rapid.SampledFrom(slices.Sorted(maps.Keys(deeds))).Draw(t, "deed")
			after, err := deeds[name].do(a, now)
			switch {
			case err != nil && cmp.Diff(a, after) != "":
				t.Fatalf("%s was refused and changed something: %s", name, cmp.Diff(a, after))
			case err == nil && !a.State.MayBecome(after.State) && name != "restore":
				t.Fatalf("%s: %s → %s", name, a.State, after.State)
			case after.ID != a.ID || after.Span != a.Span || (a.Number != "" && after.Number != a.Number):
				t.Fatalf("%s made another appointment of it: %s", name, cmp.Diff(a, after))
			}
			a = after
		}
	})
}

func TestAHoldIsConfirmedInTime(t *testing.T) {
	t.Parallel()
	contact := booking.Contact{Name: "Erika Muster"}
	want := sampleHold()
	want.State, want.Number, want.Contact, want.HeldUntil, want.Updated = booking.Confirmed, "K7M4QX", contact, time.Time{}, at(tuesday, "8:14")
	got, err := sampleHold().Confirm("K7M4QX", contact, at(tuesday, "8:14"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := sampleHold().Confirm("K7M4QX", contact, at(tuesday, "8:15")); !errors.Is(err, booking.ErrExpired) {
		t.Errorf("at the minute it runs out: want %v, got %v", booking.ErrExpired, err)
	}
}

func TestAnAppointmentIsCancelledUntilItStarts(t *testing.T) {
	t.Parallel()
	for clock, want := range map[string]error{"8:59": nil, "9:00": booking.ErrOver, "10:00": booking.ErrOver} {
		if _, err := sampleAppointment().Cancel(at(tuesday, clock)); !errors.Is(err, want) {
			t.Errorf("%s: want %v, got %v", clock, want, err)
		}
	}
	if a, err := sampleHold().Cancel(at(tuesday, "11:00")); err != nil || a.State != booking.Cancelled {
		t.Errorf("a hold can be given back at any time: got %s, %v", a.State, err)
	}
}

func TestNobodyIsMissedBeforeTheTime(t *testing.T) {
	t.Parallel()
	for clock, want := range map[string]error{"8:59": booking.ErrTooSoon, "9:00": nil} {
		if _, err := sampleAppointment().Miss(at(tuesday, clock)); !errors.Is(err, want) {
			t.Errorf("%s: want %v, got %v", clock, want, err)
		}
	}
}

func TestTheDeskThatCallsIsTheAppointments(t *testing.T) {
	t.Parallel()
	a, err := sampleAppointment().Call("2", at(tuesday, "9:00"))
	if err != nil || a.Desk != "2" {
		t.Errorf("want desk 2, got %s, %v", a.Desk, err)
	}
	a.State = booking.Finished
	if b, err := a.Call("1", at(tuesday, "9:00")); !errors.Is(err, booking.ErrOver) || b.Desk != "2" {
		t.Errorf("a finished one keeps its desk: got %s, %v", b.Desk, err)
	}
}

// sampleMove is the hold of a longer visit in place of the sample appointment.
func sampleMove() booking.Appointment {
	hold := sampleHold()
	hold.ID, hold.Claim, hold.Desk, hold.Span = 9, 7, "2", span(tuesday, "9:15", "10:00")
	hold.Items = []booking.Item{{Concern: "car", Quantity: 1, Minutes: 45}}
	hold.Persons, hold.Skills, hold.Audience, hold.Lang, hold.Holder = 2, []booking.Skill{"cars"}, booking.Staff, "en", 4
	return hold
}

func TestAMoveKeepsNumberAndHistory(t *testing.T) {
	t.Parallel()
	a, hold := sampleAppointment(), sampleMove()
	want := a
	a.Coming, a.Late, a.Behind = true, 10*time.Minute, 20*time.Minute // that was said of another time
	want.Desk, want.Span, want.Items, want.Persons = hold.Desk, hold.Span, hold.Items, hold.Persons
	want.Skills, want.Audience = hold.Skills, hold.Audience
	want.Sequence, want.Updated = 1, at(tuesday, "8:10")
	got, err := a.MoveTo(hold, at(tuesday, "8:10"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsNoMove(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(a, hold *booking.Appointment)
		now    string
		want   error
	}{
		{"a good one", func(_, _ *booking.Appointment) {}, "8:14", nil},
		{"the hold ran out", func(_, _ *booking.Appointment) {}, "8:15", booking.ErrExpired},
		{"the old one has begun", func(_, hold *booking.Appointment) { hold.HeldUntil = at(tuesday, "9:30") }, "9:00", booking.ErrOver},
		{"the old one was cancelled", func(a, _ *booking.Appointment) { a.State = booking.Cancelled }, "8:00", booking.ErrOver},
		{"the old one is a hold", func(a, _ *booking.Appointment) { a.State = booking.Held }, "8:00", booking.ErrOver},
		{"the new one is booked for itself", func(_, hold *booking.Appointment) { hold.State = booking.Confirmed }, "8:00", booking.ErrOver},
		{"a hold of its own", func(_, hold *booking.Appointment) { hold.Claim = hold.ID }, "8:00", booking.ErrOver},
		{"somebody else's move", func(_, hold *booking.Appointment) { hold.Claim = 8 }, "8:00", booking.ErrOver},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a, hold := sampleAppointment(), sampleMove()
			tt.change(&a, &hold)
			got, err := a.MoveTo(hold, at(tuesday, tt.now))
			if !errors.Is(err, tt.want) {
				t.Fatalf("want %v, got %v", tt.want, err)
			}
			if diff := cmp.Diff(a, got); err != nil && diff != "" {
				t.Errorf("refused, yet changed: %s", diff)
			}
		})
	}
}

// Who says that they will come says it while there is something to come to.
func TestComingIsAffirmedUntilItStarts(t *testing.T) {
	t.Parallel()
	a := sampleAppointment()
	now := at(tuesday, "8:59")
	got, err := a.Affirm(now)
	want := a
	want.Coming, want.Updated = true, now
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("%v, %s", err, cmp.Diff(want, got))
	}
	if got, err := a.Affirm(at(tuesday, "9:00")); !errors.Is(err, booking.ErrOver) || cmp.Diff(a, got) != "" {
		t.Errorf("after the start: %v, %s", err, cmp.Diff(a, got))
	}
}
