package web

import (
	"fmt"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/office"
)

// What can be chosen stands where it belongs: languages at the top, ways out below, days
// in a calendar, small ones side by side.
func TestWhatCanBeChosenStandsWhereItBelongs(t *testing.T) {
	t.Parallel()
	button := func(id string) bot.Button { return bot.Button{ID: id, Label: id} }
	s := scene{Speaks: "de"}
	s.arrange([]bot.Group{
		{Title: "Sprache", Buttons: []bot.Button{button("lang:en"), button("lang:de")}},
		{Title: "Tage", Columns: 1, Buttons: []bot.Button{button("day:2026-11-24"), button("day:2026-12-01")}},
		{Title: "Zwei", Columns: 2, Buttons: []bot.Button{button("a"), button("b")}},
		{Title: "Drei", Columns: 3, Buttons: []bot.Button{button("c"), {ID: "d", Label: "d", Marked: true}, button("back")}},
		{Columns: 3, Buttons: []bot.Button{button("home"), button("appointments"), button("backwards")}},
	})
	ways := ""
	for _, w := range s.Ways {
		ways += w.ID + " "
	}
	groups := ""
	for _, g := range s.Groups {
		groups += fmt.Sprint(g.Title, g.Tiles, g.Presses, len(g.Buttons), " ")
	}
	if ways != "back home appointments " || groups != "Zweifalse false 2 Dreitrue true 2 true false 1 " || len(s.Months) != 2 || s.Months[0].Name != "November 2026" || len(s.Months[0].Heads) != 7 {
		t.Errorf("ways %q, groups %q, %d months", ways, groups, len(s.Months))
	}
}

// A browser that has seen so many exchanges gets what came after them, and its own
// answer to the last.
func TestABrowserGetsWhatItHasNotSeen(t *testing.T) {
	t.Parallel()
	s := scene{Log: []message{{Number: 0}, {Number: 0, Own: true}, {Number: 1}, {Number: 1, Own: true}, {Number: 2}}}
	for seen, want := range map[int]string{-1: "0 0o 1 1o 2", 0: "0o 1 1o 2", 1: "1o 2", 2: "", 3: ""} {
		var got []string
		for _, m := range s.since(seen) {
			got = append(got, strings.TrimSuffix(fmt.Sprint(m.Number, map[bool]string{true: "o"}[m.Own]), " "))
		}
		if text := strings.ReplaceAll(strings.Join(got, " "), " o", "o"); text != want {
			t.Errorf("who has seen %d gets %q, want %q", seen, text, want)
		}
	}
}

// A fault stands at the field and not above it, what is handed over is told from what is
// asked, and a heading that only repeats the answer is left out.
func TestASceneSaysEverythingOnce(t *testing.T) {
	t.Parallel()
	o := &open{base: "/chat", facts: dialogs.Facts{Town: office.Sample(), Now: noonHere}, record: record{Said: []exchange{{Title: "t", Ask: "Wie? Bitte so.", Answer: "so"}}, Missed: true, Cut: 3}, kept: kept{Revision: 9, Lang: "de"}}
	s := sceneOf(o, bot.Page{Lang: "de", Title: "t", Remarks: []string{"Das ist kein Name.", "Bitte noch einmal."}, Ask: "Wie? Bitte so.", Typing: true, Field: dialogs.NameField})
	if !s.Log[1].Own || s.Log[1].Title != "so" || s.Log[1].Asked != "Wie?" || s.Log[0].Own {
		t.Errorf("said: %+v", s.Log)
	}
	if s.Fault != "Das ist kein Name. Bitte noch einmal." || s.Typed != "so" || len(s.Log) != 2 || s.Ask != "Wie?" || s.Hint != "Bitte so." || s.Count != 4 || s.First != 3 || s.Revision != 9 || !s.Typing || s.Field != dialogs.NameField {
		t.Errorf("%+v", s)
	}
	if len(s.Log) != 2 {
		t.Errorf("what stands there already is said again: %+v", s.Log)
	}
	s = sceneOf(o, bot.Page{Lang: "de", Title: "t", Body: []string{"neu"}, Remarks: []string{"Das ist kein Name."}, Ask: "Wie? Bitte so.", Typing: true})
	if len(s.Log) != 3 || len(s.Log[2].Body) != 1 || len(s.Log[2].Remarks) != 0 {
		t.Errorf("what is new is not said: %+v", s.Log)
	}
	o.Missed = false
	s = sceneOf(o, bot.Page{Lang: "de", Title: "so", Body: []string{"x"}, Handed: true, Table: bot.Table{Head: []string{"a"}}})
	if last := s.Log[len(s.Log)-1]; s.Fault != "" || last.Title != "" || last.Own || !s.Handed || len(s.Table.Head) != 1 {
		t.Errorf("%+v", s)
	}
	s = sceneOf(o, bot.Page{Lang: "de", Title: "Amt", Remarks: []string{"Guten Tag"}, Handed: true})
	if last := s.Log[len(s.Log)-1]; last.Title != "" || len(last.Remarks) != 1 || s.About != "Amt" {
		t.Errorf("%+v", last)
	}
}

// An appointment is shown as a card where the talk is about it, with its own file, and
// leads to the chat as long as it is to come; nobody sees another's.
func TestACardShowsOnesOwnAppointment(t *testing.T) {
	t.Parallel()
	a := letterOf(0, false).Appointment
	for name, tt := range map[string]struct {
		screen  dialogs.Screen
		chosen  booking.AppointmentID
		ahead   int
		card    bool
		mailed  bool
		reaches bool
	}{
		"booked":        {"booked", 7, 1, true, true, true},
		"looked at":     {"appointment", 7, 1, true, false, true},
		"over":          {"appointment", 7, -1, true, false, false},
		"another's":     {"appointment", 8, 1, false, false, false},
		"something new": {"", 7, 1, false, false, false},
	} {
		mine := a
		mine.Span.Start, mine.Span.End = noonHere.AddDate(0, 0, tt.ahead), noonHere.AddDate(0, 0, tt.ahead).Add(1200e9)
		o := &open{
			base: "/chat", own: []booking.Appointment{mine}, facts: dialogs.Facts{Town: office.Sample(), Now: noonHere}, kept: kept{Screen: tt.screen, Chosen: tt.chosen},
			telegram: func(payload string) string { return "https://t.me/x?start=" + payload },
		}
		s := sceneOf(o, bot.Page{Lang: "de", Title: "t", Body: []string{"x"}})
		if (s.Card != nil) != tt.card || s.Mailed != tt.mailed {
			t.Errorf("%s: a card %v, a mail %v", name, s.Card != nil, s.Mailed)
			continue
		}
		if tt.card && (s.Card.File != "/chat/termin/7.ics" || s.Card.Upcoming != tt.reaches || (s.Card.Telegram == "https://t.me/x?start=number_K7M4QX") != tt.reaches || len(s.Card.Parts) < 2 || len(s.Log[0].Body) != 0) {
			t.Errorf("%s: %+v", name, s.Card)
		}
	}
}

// Bytes that are no text reach nobody: neither the talk, nor its log, nor staff.
func TestWhatIsTypedIsText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"Grüße": "Grüße", "a\xffb": "a\uFFFDb", "\xc3": "\uFFFD", "": ""} {
		f := typed(text, 7)
		if e, ok := f.event.(bot.Filled); !ok || e.Text != want || e.Revision != 7 || f.answer != want || f.revision != 7 {
			t.Errorf("%q is taken as %+v", text, f)
		}
	}
}
