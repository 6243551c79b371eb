package dialogs_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// staffed is a lead among colleagues: Ben has called himself Benedikt since, and
// somebody new took his name.
func staffed(t *testing.T) visitor {
	t.Helper()
	v := arriveAsClerk(t, smallOffice(t), booking.Lead)
	v.memory = v.memory.Clone()
	v.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: "test", Address: "id-1"}, Name: "ben", Role: booking.Clerk})
	v.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: "other", Address: "id-2"}, Name: "ben", Role: booking.Viewer})
	return v
}

// given is the account that a command gives a role.
func (v visitor) given() (all []dialogs.Chat) {
	for _, c := range v.commands {
		if c, ok := c.(dialogs.SetRole); ok {
			all = append(all, c.Chat)
		}
	}
	return all
}

func TestARoleGoesToTheAccountThatHasTheNameToday(t *testing.T) {
	t.Parallel()
	v, today := staffed(t), dialogs.Chat{Channel: "test", Address: "id-3"}
	got := v.turn(t, dialogs.Said{Text: "rolle @ben leitung", Colleague: dialogs.Colleague{Chat: today, Name: "ben"}})
	if all := got.given(); len(all) != 1 || all[0] != today {
		t.Errorf("the role went to %v, want %v", all, today)
	}
	gone := v.say(t, "rolle @ben leitung") // the network knows nobody of that name
	if len(gone.given()) != 0 || !gone.remarked("staff.no_colleague") {
		t.Errorf("a remembered name got the role: %v, %v", gone.given(), gone.remarks)
	}
}

func TestOfTwoAccountsOfOneNameItIsTheOneOfTheNetwork(t *testing.T) {
	t.Parallel()
	v := staffed(t)
	if all := v.say(t, "rolle ben leitung").given(); len(all) != 1 || all[0].Channel != "test" {
		t.Errorf("the role went to %v", all)
	}
	v.memory = v.memory.Clone()
	v.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: "test", Address: "id-4"}, Name: "Ben", Role: booking.Viewer})
	both := v.say(t, "rolle ben leitung")
	if len(both.given()) != 0 || both.step != "colleagues" || !both.remarked("staff.which_colleague") {
		t.Errorf("at %s: %v, %v", both.step, both.given(), both.remarks)
	}
}

func TestTheConfirmationNamesTheAccount(t *testing.T) {
	t.Parallel()
	since := time.Date(2024, time.March, 3, 12, 0, 0, 0, time.UTC)
	for want, who := range map[string]dialogs.Colleague{
		"ben (Benjamin Groß, Konto in test, seit Sonntag, 3. März 2024) hat jetzt: Leitung.": {
			Chat: dialogs.Chat{Channel: "test", Address: "id-3"}, Name: "ben", FullName: "Benjamin Groß", Since: since,
		},
		"ben (Konto in test, seit Sonntag, 3. März 2024) hat jetzt: Leitung.": {
			Chat: dialogs.Chat{Channel: "test", Address: "id-4"}, Name: "ben", FullName: "Ben", Since: since,
		},
		"ben (Konto in terminal) hat jetzt: Leitung.": {Chat: dialogs.Chat{Channel: "terminal", Address: "ben"}, Name: "ben"},
	} {
		v := staffed(t).turn(t, dialogs.Said{Text: "rolle @ben leitung", Colleague: who})
		if got := v.remarkedText("de"); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
		if v.state.Work.Colleague != (dialogs.Colleague{}) {
			t.Error("the account is kept in mind after it is settled")
		}
	}
}

// Where another account is in mind by then, the confirmation is of the one that has the
// role.
func TestTheConfirmationIsOfWhoHasTheRole(t *testing.T) {
	t.Parallel()
	v := staffed(t)
	v.state.Work.Colleague = dialogs.Colleague{Chat: dialogs.Chat{Channel: "test", Address: "id-9"}, Name: "eva", FullName: "Eva Groß"}
	got := v.turn(t, dialogs.Result{Command: dialogs.SetRole{Chat: dialogs.Chat{Channel: "test", Address: "id-3"}, Name: "ben", Role: booking.Lead}})
	if want := "ben (Konto in test) hat jetzt: Leitung."; got.remarkedText("de") != want {
		t.Errorf("said %q, want %q", got.remarkedText("de"), want)
	}
}

func TestACodeIsGivenWithTheNameOfWhoseAppointmentItIs(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk)
	v = v.say(t, "code KKK999")
	for _, want := range []string{"KKK 999", "A|B", "Dienstag, 24. November"} {
		if !strings.Contains(v.remarkedText("de"), want) {
			t.Errorf("%q is not said: %s", want, v.remarkedText("de"))
		}
	}
}

func TestOpeningAClosedDayWarns(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	town.Offices[0].Calendar.Holiday = func(d booking.Date) (booking.Text, bool) {
		return booking.Text{"de": "Weihnachten"}, d == booking.Date{Year: 2026, Month: 12, Day: 25}
	}
	town.Offices[0].Calendar.Closures = []booking.Closure{{
		Day: booking.Date{Year: 2026, Month: 12, Day: 24}, Hours: booking.AllDay(), Reason: booking.Text{"de": "Heiligabend"},
	}}
	for day, want := range map[string]string{"25.12.2026": "staff.opening_holiday", "24.12.2026": "staff.opening_closed", "23.12.2026": ""} {
		v := arriveAsClerk(t, town, booking.Clerk).say(t, "öffnen "+day+" 9-11")
		if v.step != "openingReview" {
			t.Fatalf("%s: at %s, %v", day, v.step, v.remarks)
		}
		for _, warning := range []string{"staff.opening_holiday", "staff.opening_closed"} {
			if got := bodySays(v.view, warning); got != (warning == want) {
				t.Errorf("%s: %s said: %t", day, warning, got)
			}
		}
	}
}
