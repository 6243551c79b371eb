package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// newOffice is a world in which people are told things, with a clerk and a lead.
func newOffice(t *testing.T, desks int) *tellingWorld {
	t.Helper()
	w := newTellingWorld(t, test, mail)
	w.town = waitingTown(desks)
	p, usual := &w.town.Offices[0].Policy, booking.Usual()
	p.Reminder, p.Grace, p.Retention, p.Arrive, p.Late = usual.Reminder, usual.Grace, usual.Retention, usual.Arrive, usual.Late
	w.office = w.town.Offices[0]
	w.Store = w.on(test, mail)
	w.employ("anna", booking.Clerk)
	w.employ("berta", booking.Lead)
	return w
}

// told is how many notices of a kind were planned for an appointment and are
// not void.
func (w *world) told(kind booking.NoticeKind, a booking.Appointment) int {
	w.Helper()
	return w.count(`SELECT count(*) FROM notice WHERE kind = $1 AND appointment = $2 AND outcome IS DISTINCT FROM 'void'`, string(kind), int64(a.ID))
}

// from9to10 is a closure of wednesday's desk, or of the office.
func from9to10(desk booking.DeskID) dialogs.Closing {
	return dialogs.Closing{Day: monday.Add(2), Hours: booking.Hours{From: 9 * 60, To: 10 * 60}, Desk: desk}
}

func names(all []dialogs.Entry) (names string) {
	for _, e := range all {
		names += e.Contact.Name + " "
	}
	return names
}

func TestWhoIsHitByAClosureSitsElsewhereOrIsTold(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	first, second := w.booked("ada", wednesday), w.booked("bob", wednesday)
	alone := w.booked("carl", wednesday.Add(30*time.Minute))
	closing := from9to10(first.Desk)
	if got := w.sees("anna", dialogs.StaffNeed{Office: "hall", Closing: closing}).Hit; names(got) != "ada " {
		t.Errorf("it would hit %s", names(got))
	}
	override := w.orders("anna", dialogs.Close{Office: "hall", Closing: closing, Reason: "Krankheit"}).Override
	for _, a := range []booking.Appointment{first, second, alone} {
		want := 0
		if a.ID == first.ID {
			want = 2 // by chat and by mail
		}
		if got := w.told(booking.ClosedNotice, a); got != want {
			t.Errorf("%s is told %d times, want %d", a.Contact.Name, got, want)
		}
	}
	if got := w.ahead("carl")[0].Desk; got == first.Desk {
		t.Error("carl still sits at the closed desk")
	}
	var n network
	w.deliver(&n)
	need := dialogs.StaffNeed{Office: "hall", Closed: override}
	if got := w.sees("anna", need).Hit; names(got) != "ada " || got[0].Told != dialogs.WasTold || got[0].Moved {
		t.Errorf("it has hit %+v", got)
	}
	held := w.must("ada", holdMove(first, wednesday.Add(2*time.Hour)))
	w.must("ada", move(first, held))
	if got := w.sees("anna", need).Hit; len(got) != 1 || !got[0].Moved {
		t.Errorf("after she has chosen: %+v", got)
	}
	if closures := w.facts("ada", dialogs.Need{}).Town.Offices[0].Calendar.Closures; len(closures) != 1 || closures[0].ID != override {
		t.Errorf("closures: %+v", closures)
	}
}

func TestAClosureDoesNotWriteToWhoIsThere(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	past, there, ahead := w.booked("ada", at(8, 0)), w.booked("bob", at(8, 30)), w.booked("carl", at(9, 0))
	served := w.booked("dora", at(8, 15))
	w.at(at(8, 25))
	w.orders("anna", dialogs.Arrive{Appointment: served.ID})
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.orders("anna", dialogs.Arrive{Appointment: there.ID})
	closing := dialogs.Closing{Day: monday, Hours: booking.AllDay()}
	if got := w.sees("anna", dialogs.StaffNeed{Office: "hall", Closing: closing}).Hit; names(got) != "bob carl " {
		t.Errorf("it would hit %s", names(got))
	}
	w.orders("anna", dialogs.Close{Office: "hall", Closing: closing})
	for _, a := range []booking.Appointment{past, there, served} {
		if w.told(booking.ClosedNotice, a) != 0 {
			t.Errorf("%s is told", a.Contact.Name)
		}
	}
	if n := w.count(`SELECT count(*) FROM hit WHERE appointment < 900000`); n != 2 {
		t.Errorf("%d are noted as hit, want who is there and who comes", n)
	}
	if w.told(booking.ClosedNotice, ahead) != 2 {
		t.Error("carl is not told")
	}
}

func TestAClosureThatIsTakenBackLetsAppointmentsStand(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	stays, moves := w.booked("ada", wednesday), w.booked("bob", wednesday.Add(15*time.Minute))
	override := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
	w.must("bob", move(moves, w.must("bob", holdMove(moves, wednesday.Add(2*time.Hour)))))
	w.refuse("eve", hold(wednesday), booking.ErrClosed)
	w.orders("anna", dialogs.Reopen{Closure: override})
	if w.told(booking.RestoredNotice, stays) != 2 || w.told(booking.RestoredNotice, moves) != 0 {
		t.Error("who has not chosen another time is told, and nobody else")
	}
	if got := w.ahead("ada"); len(got) != 1 || !got[0].Span.Start.Equal(wednesday) || got[0].Sequence <= stays.Sequence {
		t.Errorf("ada has %+v", got)
	}
	w.orders("anna", hold(wednesday.Add(15*time.Minute)))
	w.denied("anna", dialogs.Reopen{Closure: override}, booking.ErrUnknown)
	var n network
	w.deliver(&n)
	for _, s := range n.all() {
		if s.Kind == booking.ClosedNotice && s.To == "test ada" {
			t.Error("ada is told of a closure that there is not")
		}
	}
}

func TestTakingBackHasItsTime(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	closed := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
	opened := w.orders("anna", dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday, Hours: booking.Hours{From: 14 * 60, To: 15 * 60}}}).Override
	w.at(w.now.Add(10*time.Minute + time.Second))
	w.denied("anna", dialogs.Reopen{Closure: closed}, booking.ErrOver)
	w.denied("anna", dialogs.Withdraw{Extra: opened}, booking.ErrOver)
	w.orders("berta", dialogs.Reopen{Closure: closed})
	w.orders("berta", dialogs.Withdraw{Extra: opened})
}

func TestExtraHoursAreWithdrawnUnlessSomebodyBookedInThem(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	open := dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday, Hours: booking.Hours{From: 14 * 60, To: 15 * 60}, Desk: "desk 2"}}
	override := w.orders("anna", open).Override
	a := w.booked("ada", at(14, 0))
	if a.Desk != "desk 2" {
		t.Errorf("booked at %s", a.Desk)
	}
	w.denied("anna", dialogs.Withdraw{Extra: override}, booking.ErrTaken)
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	w.orders("anna", dialogs.Withdraw{Extra: override})
	w.refuse("bob", hold(at(14, 30)), booking.ErrClosed)
	w.denied("anna", dialogs.Withdraw{Extra: override}, booking.ErrUnknown)
	internal := open
	internal.Extra.Internal = true
	w.orders("anna", internal)
	w.refuse("bob", hold(at(14, 30)), booking.ErrClosed)
	w.orders("anna", hold(at(14, 30)))
}

func TestWhatCannotBeLaidDownIsRefused(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	ok := from9to10("")
	for name, tt := range map[string]struct {
		change func(*dialogs.Close)
		want   error
	}{
		"no office":    {func(c *dialogs.Close) { c.Office = "nowhere" }, booking.ErrUnknown},
		"no desk":      {func(c *dialogs.Close) { c.Closing.Desk = "nowhere" }, booking.ErrUnknown},
		"no day":       {func(c *dialogs.Close) { c.Closing.Day = booking.Date{Year: 2027, Month: 2, Day: 31} }, booking.ErrUnknown},
		"no hours":     {func(c *dialogs.Close) { c.Closing.Hours.To = c.Closing.Hours.From }, booking.ErrUnknown},
		"past":         {func(c *dialogs.Close) { c.Closing.Day = monday.Add(-1) }, booking.ErrTooSoon},
		"beyond a day": {func(c *dialogs.Close) { c.Closing.Hours.To = booking.Midnight + 1 }, booking.ErrUnknown},
	} {
		c := dialogs.Close{Office: "hall", Closing: ok}
		tt.change(&c)
		if got := w.sees("anna", dialogs.StaffNeed{Office: c.Office, Closing: c.Closing}).Hit; len(got) > 0 {
			t.Errorf("%s would hit %v", name, got)
		}
		w.denied("anna", c, tt.want)
	}
	if n := w.count(`SELECT count(*) FROM closure`); n != 0 {
		t.Errorf("%d closures", n)
	}
}

// Of two closures that hit somebody, taking one back restores nothing yet.
func TestWhatAnotherClosureStillHitsIsNotRestored(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	one := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
	other := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("desk 1")}).Override
	w.orders("anna", dialogs.Reopen{Closure: one})
	if told := w.told(booking.RestoredNotice, a); told != 0 {
		t.Errorf("ada is told %d times that it stands while the desk is closed", told)
	}
	if told := w.told(booking.ClosedNotice, a); told != 2 {
		t.Errorf("ada is told %d times of two closures, by chat and mail, want 2", told)
	}
	w.orders("anna", dialogs.Reopen{Closure: other})
}

// Who was hit by a closure and has given up, or has come all the same, is left alone when
// it is taken back.
func TestWhatEndedMeanwhileIsNotRestored(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	hit := map[booking.State]booking.Appointment{}
	for i, state := range []booking.State{booking.Cancelled, booking.CheckedIn, booking.Called, booking.Finished, booking.Missed, booking.Confirmed} {
		hit[state] = w.booked(string(state), wednesday.Add(time.Duration(i/2)*15*time.Minute))
	}
	override := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
	for state, a := range hit {
		w.exec(`UPDATE appointment SET state = $2, arrived_at = $3, called_at = $3 WHERE id = $1`, int64(a.ID), string(state), w.now)
	}
	w.orders("anna", dialogs.Reopen{Closure: override})
	if told := w.told(booking.RestoredNotice, hit[booking.Confirmed]); told != 2 {
		t.Errorf("who comes is told %d times that it stands", told)
	}
	delete(hit, booking.Confirmed)
	for state, a := range hit {
		if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND state = $2`, int64(a.ID), string(state)); n != 1 || w.told(booking.RestoredNotice, a) != 0 {
			t.Errorf("what was %s is so: %d, told %d times that it stands", state, n, w.told(booking.RestoredNotice, a))
		}
	}
}

// Extra hours are withdrawn where only those have booked in them that the office serves
// all the same, or did not serve before.
func TestWhoIsNotServedAnywayKeepsNoHoursOpen(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	closed := w.booked("ada", wednesday)
	w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")})
	open := func(from, to booking.Clock) booking.OverrideID {
		return w.orders("anna", dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday.Add(2), Hours: booking.Hours{From: from * 60, To: to * 60}}}).Override
	}
	beside, needed := open(11, 12), open(14, 15)
	w.booked("bob", monday.Add(2).At(11*60, berlin)) // when the office is open anyway
	late := w.booked("carl", monday.Add(2).At(14*60, berlin))
	w.orders("anna", dialogs.Withdraw{Extra: beside})
	w.denied("anna", dialogs.Withdraw{Extra: needed}, booking.ErrTaken)
	w.must("carl", dialogs.Cancel{Appointment: late.ID})
	w.orders("anna", dialogs.Withdraw{Extra: needed})
	if got := w.ahead("ada"); len(got) != 1 || got[0].ID != closed.ID {
		t.Errorf("ada has %+v", got)
	}
}
