package dialogs_test

import (
	"testing"

	"terminbote/booking"
)

// A ticket is called by what stands on it: whatever is said of an appointment by
// its number can be said of W1.
func TestATicketIsNamedAsItIsCalled(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	given := func() visitor {
		v := arriveAsClerk(t, town, booking.Lead).say(t, "ticket ausweis")
		if !v.remarked("staff.ticket_given") {
			t.Fatalf("no ticket: %v", v.remarks)
		}
		return v
	}
	for _, look := range [][]string{nil, {"morgen"}, {"finde Groß"}, {"neu"}} {
		for said, want := range map[string]string{
			"W1": "case", "zeige w 1": "case", "Wartemarke W1": "case", "fehlt W1": "miss", "absage Wartemarke 1": "strike",
		} {
			if v := given().say(t, look...).say(t, said); v.step != want || v.state.Chosen == 0 {
				t.Errorf("%v, then %q: at %s, %v", look, said, v.step, v.remarks)
			}
		}
		if v := given().say(t, look...).say(t, "/termin fertig W9"); !v.remarked("staff.no_ticket") {
			t.Errorf("%v, then a ticket that nobody has: %v", look, v.remarks)
		}
	}
	for said, question := range map[string]string{"absage W1": "staff.cancel_ticket", "fehlt W1": "staff.miss_ticket"} {
		if w := given().say(t, said); w.view.Ask.Key != question || w.view.Ask.Args["Ticket"] != "W1" {
			t.Errorf("%s is asked about by %+v", said, w.view.Ask)
		}
	}
	v := given()
	if w := v.say(t, "fertig W1"); !w.remarkedWith("staff.refused.not_called", "W1") || len(w.commands) > 0 {
		t.Errorf("W1 is finished before it is called: %v", w.remarks)
	}
	for i := 0; i < 9 && !v.remarkedWith("staff.called", "W1"); i++ {
		v = v.say(t, "aufruf 1")
	}
	if v = v.say(t, "morgen", "fertig w1"); !v.remarkedWith("staff.finished", "W1") {
		t.Errorf("W1 at the desk is not finished: at %s, %v", v.step, v.remarks)
	}
}

// remarkedWith tells whether a remark speaks of a number.
func (v visitor) remarkedWith(key, number string) bool {
	for _, r := range v.remarks {
		if r.Key == key && r.Args["Number"] == number {
			return true
		}
	}
	return false
}
