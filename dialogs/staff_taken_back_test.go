package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
)

// comers come to an office in the morning, one in every state that is a mark; it is eight o'clock, and some are called.
var comers = []comer{
	{"Anna Meier", 0, booking.Confirmed, 0},
	{"Bruno Yildiz", 0, booking.CheckedIn, 0},
	{"Clara Kowalski", -20 * time.Minute, booking.Finished, 0},
	{"Doris Nowak", -20 * time.Minute, booking.Missed, 0},
	{"Egon Schmidt", 2 * time.Hour, booking.CheckedIn, 0},
	{"Franz Schmidt", 3 * time.Hour, booking.Confirmed, 0},
}

// state is how an appointment stands.
func (v visitor) stateOf(number booking.Number) booking.State {
	for _, a := range v.memory.Appointments() {
		if a.Number == number {
			return a.State
		}
	}
	return ""
}

// What was recorded by mistake is taken back right after, in whatever words, to what was before.
func TestAMarkIsTakenBackRightAfter(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		lines  []string
		number booking.Number
		want   booking.State
	}{
		{[]string{"Meier ist da", "zurück"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist da", "doch nicht da"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist da", "falsch"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist da", "war der falsche, Meier ist noch nicht da"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist da", "rückgängig"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist da", "nein, falsch"}, "BBB222", booking.Confirmed},
		{[]string{"Meier is here", "undo"}, "BBB222", booking.Confirmed},
		{[]string{"Meier is here", "not here yet"}, "BBB222", booking.Confirmed},
		{[]string{"Meier is here", "oops, wrong one"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist da", "heute", "zurück"}, "BBB222", booking.CheckedIn}, // that leaves the plan
		{[]string{"aufruf", "Schalter 1", "aufruf", "zurück"}, "CCC333", booking.CheckedIn},
		{[]string{"aufruf 1", "falsch"}, "CCC333", booking.CheckedIn},
		{[]string{"next 1", "wrong person"}, "CCC333", booking.CheckedIn},
		{[]string{"aufruf 1", "fertig", "zurück"}, "CCC333", booking.Called},
		{[]string{"aufruf 1", "fertig", "doch noch nicht fertig"}, "CCC333", booking.Called},
		{[]string{"aufruf 1", "done", "not done yet"}, "CCC333", booking.Called},
		{[]string{"Meier ist nicht gekommen", "ja", "zurück"}, "BBB222", booking.Confirmed},
		{[]string{"Meier ist nicht gekommen", "ja", "das war ein Versehen"}, "BBB222", booking.Confirmed},
		{[]string{"absage HHH777", "ja", "doch nicht"}, "HHH777", booking.Confirmed},
		{[]string{"Meier ist da", "falsch, Franz Schmidt ist da"}, "HHH777", booking.CheckedIn},
		{[]string{"Meier ist da", "falsch, Franz Schmidt ist da"}, "BBB222", booking.Confirmed},
		{[]string{"aufruf 1", "fertig, nächster", "zurück"}, "GGG666", booking.CheckedIn},
		{[]string{"aufruf 1", "fertig, nächster", "zurück"}, "CCC333", booking.Finished},                   // one by one
		{[]string{"aufruf 1", "fertig, nächster", "fertig, nächster", "zurück"}, "GGG666", booking.Called}, // nobody waits
		{[]string{"next 1", "done, next", "done, next", "undo"}, "GGG666", booking.Called},
	} {
		v := clerkOf(t, comers...).say(t, tt.lines...)
		if got := v.stateOf(tt.number); got != tt.want {
			t.Errorf("%q: %s, want %s; at %s, %v", tt.lines, got, tt.want, v.step, v.remarks)
		}
	}
}

// Who is named is put right at any time of the day, by what was recorded of them last.
func TestAMarkIsTakenBackByName(t *testing.T) {
	t.Parallel()
	for line, tt := range map[string]struct {
		number booking.Number
		want   booking.State
	}{
		"Yildiz ist doch nicht da":             {"CCC333", booking.Confirmed},
		"der Yildiz ist noch nicht da":         {"CCC333", booking.Confirmed},
		"Yildiz isn't here yet":                {"CCC333", booking.Confirmed},
		"Yildiz is not here yet":               {"CCC333", booking.Confirmed},
		"Yildiz zurücknehmen":                  {"CCC333", booking.Confirmed},
		"undo Yildiz":                          {"CCC333", booking.Confirmed},
		"Kowalski ist noch nicht fertig":       {"DDD444", booking.Called},
		"Kowalski is not done yet":             {"DDD444", booking.Called},
		"Kowalski rückgängig machen":           {"DDD444", booking.Called},
		"Nowak versehentlich nicht erschienen": {"FFF555", booking.Confirmed},
		"Nowak missed by mistake":              {"FFF555", booking.Confirmed},
		"Nowak ist doch da":                    {"FFF555", booking.CheckedIn},
		"Meier ist noch nicht da":              {"BBB222", booking.Confirmed}, // asked about as a no-show
	} {
		v := clerkOf(t, comers...).say(t, line)
		if got := v.stateOf(tt.number); got != tt.want {
			t.Errorf("%q: %s, want %s; at %s, %v", line, got, tt.want, v.step, v.remarks)
		}
	}
}

// Who was named wrongly is put right, and who was meant is asked for.
func TestTheWrongOneIsPutRight(t *testing.T) {
	t.Parallel()
	for _, lines := range [][]string{
		{"Meier ist da", "falsch, Schmidt"}, {"Meier ist da", "nein, Schmidt"}, {"Meier is here", "no, Schmidt"}, {"Meier is here", "wrong one, Schmidt"},
	} {
		v := clerkOf(t, comers...).say(t, lines...)
		if got := v.stateOf("BBB222"); got != booking.Confirmed || v.step != "find" || v.state.Work.Meant.Do != "arrive" {
			t.Errorf("%q: %s at %s, %+v", lines, got, v.step, v.state.Work.Meant)
		}
	}
}

// Who was called by mistake waits again, and who is called instead is asked for.
func TestTheWrongCallIsPutRight(t *testing.T) {
	t.Parallel()
	for _, lines := range [][]string{{"aufruf 1", "falsch, Schmidt"}, {"aufruf 1", "nein, Schmidt"}, {"next 1", "wrong one, Schmidt"}} {
		v := clerkOf(t, comers[:5]...).say(t, lines...)
		if got := v.stateOf("CCC333"); got != booking.CheckedIn || v.step != "find" || v.state.Work.Meant.Do != "call" {
			t.Errorf("%q: %s at %s, %+v, %v", lines, got, v.step, v.state.Work.Meant, v.remarks)
			continue
		}
		v = v.tap(t, v.entry("GGG666"))
		if v.stateOf("GGG666") != booking.Called || v.step != "queue" {
			t.Errorf("%q: %s at %s, %v", lines, v.stateOf("GGG666"), v.step, v.remarks)
		}
	}
}

// A ticket is drawn by who is there: that is taken back only where it followed upon a no-show.
func TestATicketsArrivalIsTakenBackAfterANoShowAlone(t *testing.T) {
	t.Parallel()
	for state, want := range map[booking.State]bool{booking.Missed: true, booking.CheckedIn: false} {
		v := clerkOf(t, comers[:2]...)
		v.now = v.now.Add(time.Minute)
		a := v.memory.Appointments()[1]
		a.Ticket, a.State, a.Arrived = 3, state, v.now
		v.memory.Put(a)
		v = v.say(t, "W3 da")
		if offered := v.state.Work.Undo.What == "arrive"; offered != want {
			t.Errorf("%s: offered %v, want %v; at %s, %v", state, offered, want, v.step, v.remarks)
		}
	}
}

// A visit that rested before its call rests again, and the clerk reads so.
func TestACallOfAVisitThatRestsIsTakenBack(t *testing.T) {
	t.Parallel()
	for _, lines := range [][]string{
		{"aufruf 1", "zurückstellen", "weiter mit CCC333"}, {"next 1", "put on hold", "go on with CCC333"},
	} {
		v := clerkOf(t, comers[:2]...).say(t, lines[0])
		v.now = v.now.Add(time.Minute)
		v = v.say(t, lines[1:]...)
		if v.stateOf("CCC333") != booking.Called {
			t.Fatalf("%q: %s at %s, %v", lines, v.stateOf("CCC333"), v.step, v.remarks)
		}
		if v = v.tap(t, "uncall"); !v.remarked("staff.uncalled_rests") || v.remarked("staff.uncalled") {
			t.Errorf("%q: %s at %s, %v", lines, v.stateOf("CCC333"), v.step, v.remarks)
		}
	}
}
