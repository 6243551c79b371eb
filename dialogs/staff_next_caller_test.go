package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// A line for the next caller goes into no booking but its own, though no command begins it, and is kept
// whatever is answered to the question which of the two goes on.
func TestTheNextCallersLineWaits(t *testing.T) {
	t.Parallel()
	atMail := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, "neu 2 perso 8.12. 10:00 Schmidt 0171 2345678")
	atReview := atMail.say(t, "keine")
	for _, first := range []visitor{atMail, atReview} {
		for line, name := range map[string]string{
			"trag mir bitte frau Yılmaz ein, reisepass für zwei kinder, 9.12. gegen 10, tel 02389 71234": "Yılmaz",
			"Frau Becker braucht einen reisepass, 10.12. 10 uhr, tel 0172 2222222":                       "Becker",
			"herr Cramer will am 11.12. 9 uhr eine meldebescheinigung, 0173 3333333":                     "Cramer",
			"Becker, reisepass, 10.12. 10 uhr":                                                           "Becker",
			"mrs Baker wants a passport, 0172 2222222":                                                   "Baker",
			"Schmitt reisepass 0172 2222222":                                                             "Schmitt",
		} {
			asked := first.say(t, line)
			if d := asked.state.Draft; asked.step != "resume" || d.Name != "Schmidt" || d.Phone != "01712345678" || len(d.Wishes) != 1 || d.Wishes[0].Quantity != 2 {
				t.Errorf("%q: in %s with %+v", line, asked.step, d)
				continue
			}
			if d := asked.say(t, "Neu anfangen").state.Draft; d.Name != name || d.Phone == "01712345678" || d.Wishes[0].Concern == "id-card" {
				t.Errorf("%q is not begun with: %+v", line, d)
			}
			goesOn := asked.say(t, "Weitermachen")
			if d := goesOn.state.Draft; d.Name != "Schmidt" || !strings.Contains(goesOn.remarkedText("de"), "merke ich mir") {
				t.Errorf("%q: goes on with %+v, and says\n%s", line, d, goesOn.remarkedText("de"))
			}
			if goesOn.step == "callersMail" {
				goesOn = goesOn.say(t, "keine")
			}
			booked := goesOn.say(t, "ja")
			if booked.step != "receipt" || !strings.Contains(booked.remarkedText("de"), "Noch offen") {
				t.Errorf("%q: at %s is said\n%s", line, booked.step, booked.remarkedText("de"))
			}
			next := booked.tap(t, "new")
			if d := next.state.Draft; d.Name != name || d.Wishes[0].Concern == "id-card" || len(next.state.Work.OpenLines.Lines) > 0 {
				t.Errorf("%q: is not taken after the receipt: %+v", line, d)
			}
		}
	}
}

// What puts a name right, or tells more of the same caller or of who comes along, is no other caller's line.
func TestACorrectedNameIsNoOtherCaller(t *testing.T) {
	t.Parallel()
	atMail := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, "neu 2 perso 8.12. 10:00 Schmidt 0171 2345678")
	for line, name := range map[string]string{
		"der Name ist Yilmaz":                   "Yilmaz",
		"der name ist Yilmaz, tel 0172 2222222": "Yilmaz",
		"Schmitt statt Schmidt":                 "Schmitt",
		"Anna Schmidt, reisepass":               "Anna Schmidt",
		"reisepass für seinen sohn Deniz":       "Schmidt",
	} {
		v := atMail.say(t, line)
		if d := v.state.Draft; v.step == "resume" || d.Name != name {
			t.Errorf("%q: %q at %s", line, d.Name, v.step)
		}
	}
}

// News of somebody else in the middle of a booking is of their appointment, and gives the booking
// under way no other name.
func TestNewsOfAnotherGivesABookingNoName(t *testing.T) {
	t.Parallel()
	atMail := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, "neu 2 perso 8.12. 10:00 Schmidt 0171 2345678")
	for line, step := range map[string]string{
		"moment, andere leitung: herr Schmitz sagt morgen ab": "find",
		"moment, herr Schmitz sagt morgen ab":                 "find",
		"andere leitung, frau Okonkwo sagt ab":                "find",
		"hang on, other line: mr Okonkwo cancelled":           "find",
		"herr Schmitz sagt morgen ab":                         "find",
		"frau Okonkwo will lieber donnerstag":                 "resume",
		"sekunde, frau Okonkwo will lieber donnerstag":        "resume",
	} {
		v := atMail.say(t, line)
		if d := v.state.Draft; v.step != step || d.Name != "Schmidt" || d.Start != atMail.state.Draft.Start {
			t.Errorf("%q: %q, %s at %s, want %s", line, d.Name, d.Start, v.step, step)
		}
	}
	moves := atMail.say(t, "frau Okonkwo will lieber donnerstag").say(t, "Neu anfangen")
	if moves.step != "find" || moves.state.Work.Meant.Do != "move" {
		t.Errorf("who wants another day is not looked for: %s, %+v", moves.step, moves.state.Work.Meant)
	}
}
