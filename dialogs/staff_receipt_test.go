package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
)

// waiting are two who wait: the first by time has lost that turn, since he came long after it.
var waiting = []comer{
	{"Larsen", 0, booking.CheckedIn, 55 * time.Minute},
	{"Erdmann", 30 * time.Minute, booking.CheckedIn, 0},
}

// bookedThenNext is what a clerk sees who books for a caller and asks who is next.
func (v visitor) bookedThenNext(t *testing.T) visitor {
	t.Helper()
	return v.say(t, "neu perso dienstag 10 uhr", "Peter Schmidt", "0171 2345678", "keine", "ja, und wer ist der nächste?")
}

// seenNext is the line of the view that says who is next, and their number.
func (v visitor) seenNext() (key, number string) {
	for _, l := range v.view.Body {
		switch l.Key {
		case "staff.next", "staff.next_nobody", "staff.next_waiting", "staff.nobody_waits":
			number, _ = l.Args["Number"].(string)
			return l.Key, number
		}
	}
	return "", ""
}

// Who is next is who is called next, by the rule of the office and the desk of the clerk.
func TestNextIsWhoIsCalledNext(t *testing.T) {
	t.Parallel()
	v := clerkOf(t, waiting...)
	v.now = monday.Add(time.Hour)
	for desk, want := range map[booking.DeskID]string{"": "staff.next_waiting", v.memory.Town().Offices[0].Desks[0].ID: "staff.next"} {
		at := v
		at.state.Work.Desk = desk
		at = at.bookedThenNext(t)
		key, number := at.seenNext()
		if at.step != "receipt" || key != want {
			t.Errorf("at desk %q: %s says %q, want %q", desk, at.step, key, want)
		}
		if called := at.say(t, "aufruf 1"); want == "staff.next" && !called.remarkedWith("staff.called", number) {
			t.Errorf("%v is next, called is %v", number, called.remarks)
		}
	}
	if key, _ := clerkOf(t).bookedThenNext(t).seenNext(); key != "staff.next_nobody" {
		t.Errorf("of nobody it says %q", key)
	}
}

// Who books the same beside an appointment books as many of it.
func TestTheSameBesideIsAsMany(t *testing.T) {
	t.Parallel()
	v := clerkOf(t).say(t, "neu 2 perso dienstag 9 uhr", "Peter Schmidt", "0171 2345678", "keine", "ja")
	if v.step != "receipt" {
		t.Fatalf("at %s: %v", v.step, v.remarks)
	}
	v = v.say(t, "noch einen Termin direkt danach")
	if w := v.state.Draft.Wishes; len(w) != 1 || w[0].Quantity != 2 {
		t.Errorf("at %s: %+v, want two of it; %v", v.step, w, v.remarks)
	}
}
