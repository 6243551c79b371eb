package storage_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// employ gives somebody a role; in their chat they are served from then on.
func (w *world) employ(name string, role booking.Role) {
	w.Helper()
	w.exec(`INSERT INTO staff (channel, address, name, role, by, at) VALUES ($1, $2, $2, $3, 'test', $4)`,
		chat(name).Channel, name, string(role), w.now)
}

// served carries out one command of a clerk in a turn of its own.
func (w *world) served(name string, command dialogs.Command) (done dialogs.Result) {
	w.Helper()
	err := w.Serve(w.Context(), chat(name), name, w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, command)
		return err
	})
	if err != nil {
		w.Fatalf("%s: %T: %v", name, command, err)
	}
	return done
}

// orders is served for a command that is not refused.
func (w *world) orders(name string, command dialogs.Command) dialogs.Result {
	w.Helper()
	done := w.served(name, command)
	if done.Refused != nil {
		w.Fatalf("%s: %T was refused: %v", name, command, done.Refused)
	}
	return done
}

// denied is served for a command that is refused with want.
func (w *world) denied(name string, command dialogs.Command, want error) {
	w.Helper()
	if got := w.served(name, command).Refused; !errors.Is(got, want) {
		w.Errorf("%s: %T: refused with %v, want %v", name, command, got, want)
	}
}

// sees looks something up for a clerk in a turn of its own.
func (w *world) sees(name string, need dialogs.StaffNeed) dialogs.StaffFacts {
	w.Helper()
	var facts dialogs.Facts
	err := w.Serve(w.Context(), chat(name), name, w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		facts, err = r.Facts(ctx, dialogs.Need{Staff: need})
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
	return facts.Staff
}

// commandsOfStaff is each of a clerk's own commands, with nothing in it.
var commandsOfStaff = []dialogs.Command{
	dialogs.Close{},
	dialogs.Reopen{},
	dialogs.Open{},
	dialogs.Withdraw{},
	dialogs.Restore{},
	dialogs.Next{},
	dialogs.Finish{},
	dialogs.Miss{},
	dialogs.Uncall{},
	dialogs.Unmark{},
	dialogs.GiveCode{},
}

// commandsForOthers is what clerks do for others.
var commandsForOthers = []dialogs.Command{
	dialogs.Hold{}, dialogs.Release{}, dialogs.Book{}, dialogs.Move{}, dialogs.Cancel{}, dialogs.Arrive{}, dialogs.Delay{},
}

func TestNobodyDoesWhatTheirRoleDoesNotAllow(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for _, role := range booking.Roles() {
		w.employ(string(role), role)
	}
	appoint := dialogs.SetRole{Chat: chat("new"), Name: "new", Role: booking.Viewer}
	for _, command := range slices.Concat(commandsOfStaff, commandsForOthers, []dialogs.Command{appoint}) {
		w.denied("viewer", command, booking.ErrNotAllowed)
		w.denied("stranger", command, booking.ErrNotAllowed)
	}
	for _, command := range append(slices.Clone(commandsOfStaff), appoint) {
		w.refuse("citizen", command, booking.ErrNotAllowed)
	}
	for _, own := range []dialogs.Command{
		dialogs.Erase{},
		dialogs.Export{},
		dialogs.Wait{},
		dialogs.EndWait{},
		dialogs.Accept{},
		dialogs.Decline{},
		dialogs.AskCode{},
		dialogs.Attach{},
		dialogs.Affirm{},
	} {
		w.denied("lead", own, booking.ErrNotAllowed)
	}
	for _, command := range slices.Concat(commandsOfStaff, commandsForOthers) {
		if _, ok := command.(dialogs.Release); ok {
			continue // of nothing: that is no error
		}
		if got := w.served("clerk", command).Refused; got == nil || errors.Is(got, booking.ErrNotAllowed) {
			t.Errorf("a clerk's %T of nothing: %v", command, got)
		}
	}
	w.denied("clerk", appoint, booking.ErrNotAllowed)
	w.orders("lead", appoint)
	help := dialogs.Alarm{Office: "hall"} // danger asks nobody for a role, but to be of the staff
	w.orders("viewer", help)
	w.denied("stranger", help, booking.ErrNotAllowed)
}

func TestStaffSeeWhatTheirRoleAllowsAndOthersNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for _, role := range booking.Roles() {
		w.employ(string(role), role)
	}
	a := w.booked("ada", at(9, 0))
	w.orders("clerk", dialogs.Cancel{Appointment: a.ID})
	everything := dialogs.StaffNeed{
		Office: "hall", From: monday, To: monday, Find: "ada", Appointment: a.ID, Audit: true, Colleagues: true,
	}
	for _, tt := range []struct {
		name            string
		day, trail, all int
	}{{"stranger", 0, 0, 1}, {"viewer", 1, 0, 3}, {"clerk", 1, 0, 3}, {"lead", 1, 1, 3}} {
		got := w.sees(tt.name, everything)
		if len(got.Entries) != tt.day || len(got.Found) != tt.day || (got.Appointment != nil) != (tt.day > 0) {
			t.Errorf("%s sees of the day %+v", tt.name, got)
		}
		if len(got.Audit) != tt.trail || len(got.Colleagues) != tt.all {
			t.Errorf("%s sees the trail %v and the colleagues %v", tt.name, got.Audit, got.Colleagues)
		}
	}
	if got := w.facts("ada", dialogs.Need{Staff: everything}).Staff; got.Appointment != nil || len(got.Colleagues)+len(got.Entries)+len(got.Found)+len(got.Audit) > 0 {
		t.Errorf("a citizen sees %+v", got)
	}
}

func TestAClerkIsKnownInEveryTurn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("anna", booking.Clerk)
	for range 2 { // a new conversation, and one that there is
		want := dialogs.Colleague{Chat: chat("anna"), Name: "anna", Role: booking.Clerk}
		if got := w.sees("anna", dialogs.StaffNeed{}).Clerk; got != want {
			t.Errorf("known as %+v, want %+v", got, want)
		}
	}
	if got := w.facts("ada", dialogs.Need{}).Staff.Clerk; got != (dialogs.Colleague{}) {
		t.Errorf("a citizen is known as %+v", got)
	}
	if err := w.Serve(t.Context(), chat("anna"), "", w.now, nil); err == nil {
		t.Error("somebody without a name was served")
	}
}

func TestTheFirstLeadGivesRolesAndCannotLoseTheirs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), sample(1), w.present, storage.Options{
		Leads: []dialogs.Colleague{{Chat: chat("first"), Name: "zora"}, {Chat: chat("nobody")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	w.Store = s
	role := func(name string, want booking.Role) {
		t.Helper()
		if got, err := w.RoleOf(t.Context(), chat(name)); err != nil || got != want {
			t.Errorf("%s is %q, %v, want %q", name, got, err, want)
		}
	}
	role("first", booking.Lead)
	role("anna", booking.Stranger)
	colleagues := func(asks, want string) {
		t.Helper()
		var said []string
		for _, c := range w.sees(asks, dialogs.StaffNeed{Colleagues: true}).Colleagues {
			words := c.Name + " " + string(c.Role)
			if c.Set {
				words += " for good"
			}
			said = append(said, words)
		}
		if got := strings.Join(said, ", "); got != want {
			t.Errorf("%s sees %q, want %q", asks, got, want)
		}
	}
	colleagues("anna", "zora lead for good")
	appoint := func(name string, r booking.Role) dialogs.SetRole {
		return dialogs.SetRole{Chat: chat(name), Name: name, Role: r}
	}
	w.orders("first", appoint("anna", booking.Lead))
	role("anna", booking.Lead)
	colleagues("first", "anna lead, zora lead for good")
	w.orders("anna", appoint("first", booking.Viewer))
	role("first", booking.Lead)
	colleagues("anna", "anna lead, first lead for good")
	w.orders("first", appoint("anna", booking.Clerk))
	role("anna", booking.Clerk)
	w.orders("first", appoint("anna", booking.Stranger))
	role("anna", booking.Stranger)
	w.denied("first", appoint("anna", "king"), booking.ErrUnknown)
	w.denied("first", appoint("", booking.Clerk), booking.ErrUnknown)
	var said []string
	for _, act := range w.sees("first", dialogs.StaffNeed{Audit: true}).Audit {
		said = append(said, act.By+" "+act.What+" "+act.Detail["name"].(string)+" "+act.Detail["role"].(string))
	}
	want := "first appointed anna |first appointed anna clerk|anna appointed first viewer|first appointed anna lead"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("the trail says %s, want %s", got, want)
	}
}

func TestTheTrailTellsWhoDidWhatForAYear(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("anna", booking.Clerk)
	w.employ("berta", booking.Lead)
	held := w.orders("anna", hold(at(9, 0))).Appointment
	a := w.orders("anna", book(held, "Erika Muster")).Appointment
	if a.Audience != booking.Staff || a.Holder != 0 {
		t.Errorf("booked for a caller as %+v", a)
	}
	w.now = w.now.Add(time.Minute)
	w.orders("berta", dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday.Add(1), Hours: booking.AllDay()}, Reason: "Rohrbruch"})
	w.booked("ada", at(10, 0)) // a citizen: not of the trail
	trail := w.sees("berta", dialogs.StaffNeed{Audit: true}).Audit
	if len(trail) != 2 || trail[0].What != dialogs.DayClosed || trail[0].Detail["reason"] != "Rohrbruch" ||
		trail[1].By != "anna" || trail[1].What != dialogs.WasBooked || trail[1].Number != a.Number {
		t.Errorf("the trail is %+v", trail)
	}
	w.now = w.now.AddDate(1, 0, 2)
	if err := w.EraseOld(t.Context(), w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM history WHERE staff OR actor = 'anna'`); n+len(w.sees("berta", dialogs.StaffNeed{Audit: true}).Audit) != 0 {
		t.Error("it is still known who did what")
	}
}

func TestANameIsRefreshedWhenSomebodyIsSeen(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	err := w.Serve(t.Context(), chat("anna"), "Anna Neumann", w.now, func(context.Context, dialogs.Records) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range w.sees("berta", dialogs.StaffNeed{Colleagues: true}).Colleagues {
		if c.Chat == chat("anna") && (c.Name != "Anna Neumann" || c.Role != booking.Clerk) {
			t.Errorf("anna is remembered as %+v", c)
		}
	}
}

func TestTheAuditLogTellsAccountsApart(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	for i, channel := range []string{"terminal", "mattermost"} {
		account := dialogs.Chat{Channel: channel, Address: "letter of " + channel}
		w.orders("berta", dialogs.SetRole{Chat: account, Name: "letter", Role: booking.Clerk})
		w.now = w.now.Add(time.Minute)
		err := w.Serve(t.Context(), account, "letter", w.now, func(ctx context.Context, r dialogs.Records) error {
			done, err := r.Do(ctx, hold(at(9+i, 0)))
			if err == nil && done.Refused == nil {
				_, err = r.Do(ctx, book(done.Appointment, "Erika Muster"))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		w.now = w.now.Add(time.Minute)
	}
	all := w.sees("berta", dialogs.StaffNeed{Audit: true}).Audit
	if len(all) != 4 {
		t.Fatalf("%d entries: %+v", len(all), all)
	}
	for i, channel := range []string{"mattermost", "terminal"} {
		did, given := all[2*i], all[2*i+1]
		if did.By != "letter" || did.Account != (dialogs.Chat{Channel: channel, Address: "letter of " + channel}) {
			t.Errorf("who booked is %+v", did)
		}
		if given.By != "berta" || given.Detail["network"] != channel || given.Detail["account"] != "letter of "+channel {
			t.Errorf("who got the role is %+v", given)
		}
	}
}

// Who is given another role is known by the name that was said last, and by the person who said it.
func TestARoleIsWhatWasSaidOfItLast(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("lea", booking.Lead)
	w.employ("mia", booking.Lead)
	for _, said := range []struct {
		by, name string
		role     booking.Role
	}{{"lea", "anna", booking.Viewer}, {"mia", "anna", booking.Viewer}, {"mia", "anna b.", booking.Viewer}, {"lea", "anna c.", booking.Clerk}} {
		w.now = w.now.Add(time.Minute)
		w.orders(said.by, dialogs.SetRole{Chat: chat("anna"), Name: said.name, Role: said.role})
		if n := w.count(`SELECT count(*) FROM staff WHERE channel = 'test' AND address = 'anna' AND name = $1 AND role = $2 AND by = $3 AND at = $4`,
			said.name, string(said.role), said.by, w.now); n != 1 {
			t.Errorf("%+v: not kept: %v", said, w.left(`SELECT staff::text FROM staff WHERE address = 'anna'`))
		}
	}
}
