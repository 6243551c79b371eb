package storage_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

func (w *world) day(date booking.Date) []dialogs.Entry {
	w.Helper()
	return w.sees("anna", dialogs.StaffNeed{Office: "hall", From: date, To: date}).Entries
}

func TestADayShowsWhoHasAndHadAnAppointment(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	cancelled, kept := w.booked("bob", at(9, 0)), w.booked("ada", at(8, 0))
	w.must("carl", hold(at(10, 0)))
	w.booked("dora", wednesday)
	w.must("bob", dialogs.Cancel{Appointment: cancelled.ID})
	if got := names(w.day(monday)); got != "ada bob " {
		t.Errorf("the day shows %s", got)
	}
	plan, err := w.Plan(t.Context(), "hall", monday, w.now)
	if err != nil || names(plan.Staff.Entries) != "ada bob " || len(plan.Booked) != 1 || plan.Booked[0].Busy[0].ID != kept.ID {
		t.Errorf("the plan is %+v, %v", plan, err)
	}
	if _, err := w.Plan(t.Context(), "nowhere", monday, w.now); err == nil {
		t.Error("there is a plan of no office")
	}
}

func TestADaySaysWhoWasTold(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	a := w.booked("ada", wednesday)
	told := func(when string, want dialogs.DeliveryState) {
		t.Helper()
		if got := w.day(monday.Add(2))[0].Told; got != want {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	told("booked", dialogs.BeingTold)
	away := network{answer: func(n dialogs.Notice) error {
		if n.Chat.Channel == mail {
			return dialogs.ErrUnreachable
		}
		return nil
	}}
	w.deliver(&away)
	told("one way is enough", dialogs.WasTold)
	w.orders("anna", move(a, w.orders("anna", holdMove(a, wednesday.Add(time.Hour))).Appointment))
	told("moved", dialogs.BeingTold)
	nobody := network{answer: func(dialogs.Notice) error { return dialogs.ErrUnreachable }}
	w.deliver(&nobody)
	told("nobody was reached", dialogs.NotTold)
}

func TestWhoCannotBeToldIsLeftToStaff(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	b := book(w.orders("anna", hold(wednesday)).Appointment, "Erika Muster")
	b.Contact.Mail = ""
	a := w.orders("anna", b).Appointment
	reached := func() dialogs.DeliveryState { return w.day(monday.Add(2))[0].Told }
	if got := reached(); got != dialogs.NothingToTell {
		t.Errorf("who booked on the phone knows, but it says %q", got)
	}
	override := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
	if got := reached(); got != dialogs.NotTold {
		t.Errorf("hit by a closure: %q", got)
	}
	w.orders("anna", dialogs.Reopen{Closure: override})
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	if got := reached(); got != dialogs.NotTold {
		t.Errorf("cancelled: %q", got)
	}
}

func TestWhoHasBlockedUsIsNotToldOfAClosure(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	b := book(w.orders("anna", hold(wednesday.Add(time.Hour))).Appointment, "Erika Muster")
	b.Contact.Mail = ""
	a := w.orders("anna", b).Appointment
	w.must("erika", dialogs.Attach{Number: a.Number, Code: w.orders("anna", dialogs.GiveCode{Appointment: a.ID}).Code})
	w.orders("anna", move(a, w.orders("anna", holdMove(a, wednesday)).Appointment))
	w.deliver(&network{})
	if got := w.day(monday.Add(2))[0].Told; got != dialogs.WasTold {
		t.Fatalf("moved: %q", got)
	}
	if err := w.Unreachable(t.Context(), chat("erika"), w.now); err != nil {
		t.Fatal(err)
	}
	override := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
	hit := w.sees("anna", dialogs.StaffNeed{Office: "hall", Closed: override}).Hit
	for _, all := range [][]dialogs.Entry{w.day(monday.Add(2)), hit} {
		if len(all) != 1 || all[0].Told != dialogs.NotTold {
			t.Errorf("who knows of nothing but the move: %+v", all)
		}
	}
}

func TestAppointmentsAreFound(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	contacts := []booking.Contact{
		{Name: "Jürgen Müller-Lüdenscheidt", Mail: "jml@example.org"},
		{Name: "Mueller, Änne", Mail: "Anne@Example.org"},
		{Name: "O'Brien, Şahin"},
		{Name: "Muster, Erika"},
	}
	var all []booking.Appointment
	for i, c := range contacts {
		b := book(w.orders("anna", hold(at(8, 15*i))).Appointment, "x")
		b.Contact = c
		all = append(all, w.orders("anna", b).Appointment)
	}
	w.orders("anna", dialogs.Cancel{Appointment: all[3].ID})
	w.at(at(8, 20)) // the first is over
	for _, tt := range []struct {
		text string
		want string // of contacts
	}{
		{"müller", "10"},
		{"MUELLER", "10"},
		{"muller", "10"},
		{"lüd", "0"},
		{"jürgen lüden", "0"},
		{"lüdenscheidt jürgen", "0"},
		{"anne", "1"},
		{"o'bri", "2"},
		{"sahin", "2"},
		{"erika", "3"},
		{"rika", ""},
		{"anne@example.org", "1"},
		{"ANNE+x@example.org", "1"},
		{"example.org", ""},
		{string(all[2].Number), "2"},
		{all[2].Number.String(), "2"},
		{"& | ! <-> :*", ""},
		{"'; --", ""},
	} {
		got := ""
		for _, e := range w.sees("anna", dialogs.StaffNeed{Find: tt.text}).Found {
			for i, a := range all {
				if a.ID == e.ID {
					got += string(rune('0' + i))
				}
			}
		}
		if got != tt.want {
			t.Errorf("%q finds %s, want %s", tt.text, got, tt.want)
		}
	}
}

// Who mishears or mistypes a name finds it all the same, if nobody has the name
// that was typed.
func TestNamesAreFoundInSpiteOfASlip(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 6)
	var all []booking.Appointment
	for i, name := range []string{"Jürgen Müller", "Anna Meyer", "Josef Meier", "Şahin Yılmaz", "Li Wu", "Christoph Weiß-Kowalski"} {
		all = append(all, w.orders("anna", book(w.orders("anna", hold(at(8, 15*i))).Appointment, name)).Appointment)
	}
	for _, tt := range []struct {
		text string
		want string // of all, by time
	}{
		{"miller", "0"},
		{"Muler", "0"},
		{"Mueler", "0"},
		{"Müllre, Jürgen", "0"},
		{"Jurgn Mulller", "0"},
		{"müller", ""}, // is found
		{"meyer", ""},
		{"Mayer", "12"},
		{"Maier", "12"},
		{"Maier J", "2"},
		{"Josef Maier", "2"},
		{"josef müler", ""}, // has an appointment, but under another name
		{"josef josef müler", ""},
		{"yilmas", "3"},
		{"wo", ""},
		{"Christof", "5"},
		{"Christof Weis", "5"},
		{"Kowalsky-Weiss", "5"},
		{"mutter", ""}, // two slips
		{"müller@exmaple.org", ""},
		{"a b c d mulller", ""},
		{string(all[0].Number), ""},
		{"ZZZ999", ""},
		{"& | ! <-> :*", ""},
		{"'; -- dröp", ""},
		{strings.Repeat("mül ler", 100), ""},
	} {
		got := ""
		for _, e := range w.sees("anna", dialogs.StaffNeed{Find: tt.text}).Similar {
			got += strconv.Itoa(slices.IndexFunc(all, func(a booking.Appointment) bool { return a.ID == e.ID }))
		}
		if got != tt.want {
			t.Errorf("%q is like %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestACaseSaysWhatWasDoneAndTold(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	c := w.sees("berta", dialogs.StaffNeed{Appointment: a.ID}).Appointment
	if c == nil || c.Appointment.ID != a.ID || c.Appointment.State != booking.Cancelled {
		t.Fatalf("the case is %+v", c)
	}
	var done []string
	for _, act := range c.History {
		done = append(done, act.What)
	}
	if diff := cmp.Diff([]string{dialogs.WasBooked, dialogs.WasCancelled}, done); diff != "" || c.History[1].By != "anna" {
		t.Errorf("done:\n%s", diff)
	}
	if len(c.Deliveries) != 6 || c.Deliveries[0].Kind != booking.BookedNotice || c.Deliveries[5].Kind != booking.CancelledNotice {
		t.Errorf("told %+v", c.Deliveries)
	}
	if got := w.sees("anna", dialogs.StaffNeed{Appointment: 4711}).Appointment; got != nil {
		t.Errorf("a case of nothing: %+v", got)
	}
	held := w.must("ada", hold(wednesday.Add(time.Hour)))
	if got := w.sees("anna", dialogs.StaffNeed{Appointment: held.ID}).Appointment; got != nil {
		t.Error("somebody is just booking, and is a case already")
	}
}

func TestACodeIsReadOutByAClerk(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	b := book(w.orders("anna", hold(wednesday)).Appointment, "Erika Muster")
	b.Contact.Mail = ""
	a := w.orders("anna", b).Appointment
	w.refuse("erika", askCode(a), booking.ErrIncomplete)
	first := w.orders("anna", dialogs.GiveCode{Appointment: a.ID}).Code
	code := w.orders("anna", dialogs.GiveCode{Appointment: a.ID}).Code
	if !w.do("erika", askCode(a)).ReadOut { // nothing is sent: she has it from the clerk
		t.Error("nobody can tell that no mail is on its way")
	}
	if len(w.post.letters) != 0 || len(code) != 6 {
		t.Errorf("%d letters, the code is %q", len(w.post.letters), code)
	}
	attach := dialogs.Attach{Number: a.Number, Code: first}
	if first != code {
		w.refuse("erika", attach, booking.ErrCode)
	}
	attach.Code = code
	if got := w.must("erika", attach); got.Holder == 0 {
		t.Errorf("attached as %+v", got)
	}
	w.refuse("otto", attach, booking.ErrLimit)
}

func TestACodeThatWasReadOutServesForAShortTimeAndFewTries(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	give := dialogs.GiveCode{Appointment: a.ID}
	right := dialogs.Attach{Number: a.Number, Code: w.orders("anna", give).Code}
	wrong := dialogs.Attach{Number: a.Number, Code: "x"}
	for _, guesser := range []string{"eve", "mallory", "eve", "mallory", "eve"} {
		w.refuse(guesser, wrong, booking.ErrCode)
	}
	w.refuse("erika", right, booking.ErrLimit)
	right.Code = w.orders("anna", give).Code
	w.at(w.now.Add(15 * time.Minute))
	w.refuse("erika", right, booking.ErrLimit)
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	if got := w.served("anna", give).Refused; !errors.Is(got, booking.ErrOver) {
		t.Errorf("a code for what is cancelled: %v", got)
	}
}

// Whether somebody was told concerns what holds now: that they were told of an earlier
// change says nothing of the last one.
func TestWhatWasToldBeforeIsNotWhatHoldsNow(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.exec(`DELETE FROM notice WHERE appointment = $1`, int64(a.ID))
	w.exec(`UPDATE appointment SET sequence = 2 WHERE id = $1`, int64(a.ID))
	w.exec(`INSERT INTO history (appointment, at, actor, what, staff) VALUES ($1, $2, 'test anna', 'moved', true)`, int64(a.ID), w.now)
	notice := func(sequence int, channel string, outcome any) {
		w.exec(`INSERT INTO notice (appointment, kind, sequence, channel, address, due, outcome, settled_at) VALUES ($1, 'moved', $2, $3, 'ada', $4, $5, CASE WHEN $5::text IS NOT NULL THEN $4::timestamptz END)`,
			int64(a.ID), sequence, channel, w.now, outcome)
	}
	for _, tt := range []struct {
		before, now any
		want        dialogs.DeliveryState
	}{
		{"sent", nil, dialogs.BeingTold},
		{"sent", "failed", dialogs.NotTold},
		{"sent", "void", ""},
		{"void", "sent", dialogs.WasTold},
		{nil, "failed", dialogs.NotTold},
		{"failed", "void", ""},
	} {
		w.exec(`DELETE FROM notice WHERE appointment = $1`, int64(a.ID))
		notice(1, "test", tt.before)
		notice(2, "mail", tt.now)
		got := w.day(monday.Add(2))
		if len(got) != 1 || got[0].Told != tt.want {
			t.Errorf("of the first change %v, of the last %v: %+v, want %q", tt.before, tt.now, got, tt.want)
		}
	}
}

// Who is reached by no network is to be told by staff of what staff have done last, and of
// nothing that the holder did themselves; what changes nothing for them does not count.
func TestStaffTellThoseWhomNothingReaches(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.exec(`DELETE FROM notice WHERE appointment = $1`, int64(a.ID))
	did := func(what string, staff bool) {
		w.exec(`INSERT INTO history (appointment, at, actor, what, staff) VALUES ($1, $2, 'x', $3, $4)`, int64(a.ID), w.now, what, staff)
	}
	for what, want := range map[string]dialogs.DeliveryState{
		dialogs.WasBooked: "", dialogs.WasImported: dialogs.NotTold, dialogs.WasMoved: dialogs.NotTold, dialogs.WasCancelled: dialogs.NotTold,
		dialogs.WasRestored: dialogs.NotTold, dialogs.WasHit: dialogs.NotTold,
	} {
		for staff, want := range map[bool]dialogs.DeliveryState{true: want, false: ""} {
			w.exec(`DELETE FROM history WHERE appointment = $1`, int64(a.ID))
			did(dialogs.WasMoved, !staff) // before
			did(what, staff)
			did("affirmed", !staff)
			if got := w.day(monday.Add(2)); len(got) != 1 || got[0].Told != want {
				t.Errorf("%s last, by staff %v: %+v, want %q", what, staff, got, want)
			}
		}
	}
}
