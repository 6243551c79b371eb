package bot_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

// monday is eight o'clock on 23 November 2026 in Werne.
var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

var erika = dialogs.Chat{Channel: "test", Address: "erika"}

// booked is a talk from the greeting to the receipt.
var booked = []string{"Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja"}

func host(memory *dialogstest.Memory) *bot.Host {
	return &bot.Host{
		Conversations: memory, Now: func() time.Time { return monday },
		Away: func(error) bool { return false },
	}
}

func newHost() (*bot.Host, *dialogstest.Memory) {
	memory := dialogstest.New(office.Sample())
	return host(memory), memory
}

// say types texts, and returns what is seen after the last.
func say(t *testing.T, h *bot.Host, texts ...string) bot.Page {
	t.Helper()
	var page bot.Page
	for _, text := range texts {
		var err error
		page, err = h.Handle(t.Context(), erika, "de", dialogs.Said{Text: text})
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	}
	return page
}

func TestATalkLeadsToAnAppointment(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	page := say(t, h, booked...)
	all := memory.Appointments()
	if len(all) != 1 || all[0].State != booking.Confirmed || all[0].Contact.Name != "Erika Beispiel" {
		t.Fatalf("appointments: %+v", all)
	}
	if !strings.Contains(page.Title, all[0].Number.String()) {
		t.Errorf("the receipt says %q and not %s", page.Title, all[0].Number)
	}
}

func TestLookupsAreNotRepeatedWithinATurn(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	for _, text := range slices.Concat([]string{"Hallo"}, booked, []string{"meine termine", "1", "verschieben", "irgendwann", "heute 10:00", "ja"}) {
		say(t, h, text)
		needs := memory.Lookups()
		for i, need := range needs {
			if i > 0 && need.Empty() || i > 1 && cmp.Equal(need, needs[i-1]) && text != "ja" {
				t.Errorf("%q looks up more than once: %+v", text, needs)
			}
		}
		if len(needs) > 3 {
			t.Errorf("%q looks up %d times: %+v", text, len(needs), needs)
		}
	}
}

func TestWhatAStepShowsWasLookedUpForItsAnswer(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	say(t, h, booked[:1]...)
	say(t, h, "blub")
	if needs := memory.Lookups(); len(needs) != 2 {
		t.Errorf("an answer that changes nothing looks up %d times: %+v", len(needs), needs)
	}
}

// Whatever fails and whenever, the turn leaves everything as it was, and the
// same words said again lead on.
func TestAFaultChangesNothing(t *testing.T) {
	t.Parallel()
	fault := errors.New("the database is away")
	for _, what := range []string{"recall", "facts", "do", "remember"} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			h, memory := newHost()
			for _, text := range booked {
				failOnce(t, memory, text, what, fault)
				say(t, h, text)
			}
			if all := memory.Appointments(); len(all) != 1 || all[0].State != booking.Confirmed {
				t.Errorf("after the faults: %+v", all)
			}
		})
	}
}

// failOnce says text while what fails. Turns that do not come by it are left
// out.
func failOnce(t *testing.T, memory *dialogstest.Memory, text, what string, fault error) {
	t.Helper()
	state, appointments := memory.State(erika), memory.Appointments()
	probe := host(memory.Clone())
	failing := memory.Clone()
	failing.Fail = func(now string) error {
		if now == what {
			return fault
		}
		return nil
	}
	page, err := host(failing).Handle(t.Context(), erika, "de", dialogs.Said{Text: text})
	if err == nil {
		if what != "do" {
			t.Errorf("%q succeeds while %s fails", text, what)
		}
		want, _ := probe.Handle(t.Context(), erika, "de", dialogs.Said{Text: text})
		if diff := cmp.Diff(want, page); diff != "" {
			t.Errorf("%q, which does nothing (-want +got):\n%s", text, diff)
		}
		return
	}
	if !errors.Is(err, fault) {
		t.Errorf("%q while %s fails: %v", text, what, err)
	}
	if diff := cmp.Diff(string(state), string(failing.State(erika))); diff != "" {
		t.Errorf("%q while %s fails changed the state (-before +after):\n%s", text, what, diff)
	}
	if diff := cmp.Diff(appointments, failing.Appointments()); diff != "" {
		t.Errorf("%q while %s fails changed appointments (-before +after):\n%s", text, what, diff)
	}
}

func TestATalkSurvivesARestart(t *testing.T) {
	t.Parallel()
	_, memory := newHost()
	for _, text := range booked {
		say(t, host(memory), text)
	}
	if all := memory.Appointments(); len(all) != 1 || all[0].State != booking.Confirmed {
		t.Errorf("appointments: %+v", all)
	}
}

func TestAStateOfAnotherVersionStartsOverAndKeepsWhatHolds(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	memory.SetState(erika, []byte(`{"version":0,"revision":7,"lang":"en","draft":{"wishes":[{"concern":"passport","quantity":2}],"day":"2026-11-25"},"screen":"elsewhere"}`))
	page, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: "day:2026-11-25", Revision: 7})
	if err != nil {
		t.Fatal(err)
	}
	if page.Lang != "en" || len(page.Remarks) == 0 || !strings.Contains(strings.Join(page.Body, " "), "Apply for a passport (2 times)") {
		t.Errorf("page: %+v", page)
	}
	for _, broken := range []string{"", "null", "[]", "{", "\x00"} {
		memory.SetState(erika, []byte(broken))
		if page := say(t, h, "Perso"); !slices.Contains(page.Remarks, "Verstanden: Personalausweis beantragen.") {
			t.Errorf("after %q: %+v", broken, page)
		}
	}
}

func TestChatsDoNotMeet(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	say(t, h, booked...)
	other := dialogs.Chat{Channel: "test", Address: "karl"}
	page, err := h.Handle(t.Context(), other, "en", dialogs.Asked{For: "appointments"})
	if err != nil {
		t.Fatal(err)
	}
	number := memory.Appointments()[0].Number.String()
	for _, g := range page.Groups {
		for _, b := range g.Buttons {
			if strings.Contains(b.Label, number) {
				t.Errorf("another chat sees %s", b.Label)
			}
		}
	}
	if page.Lang != "en" {
		t.Errorf("the other chat speaks %q", page.Lang)
	}
}

func TestPagesCarryTheRevisionThatTheirButtonsNeed(t *testing.T) {
	t.Parallel()
	h, _ := newHost()
	page := say(t, h, "Hallo")
	choice := page.Groups[0].Buttons[0].ID
	next, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: choice, Revision: page.Revision})
	if err != nil || len(next.Remarks) > 0 {
		t.Fatalf("a fresh tap: %v, %q", err, next.Remarks)
	}
	stale, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: choice, Revision: page.Revision})
	if err != nil || len(stale.Remarks) != 1 {
		t.Fatalf("a stale tap: %v, %q", err, stale.Remarks)
	}
	stale.Remarks, stale.Revision = next.Remarks, next.Revision
	if diff := cmp.Diff(next, stale); diff != "" {
		t.Errorf("a stale tap shows (-now +then):\n%s", diff)
	}
}

// A form answers the question that it was opened for. Sent again, or after the
// talk has moved on, it answers no other.
func TestAFormAnswersOnlyTheQuestionThatItWasOpenedFor(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	asked := say(t, h, booked[:2]...)
	if !asked.Typing {
		t.Fatalf("no name is asked for: %q", asked.Ask)
	}
	form := bot.Filled{Said: dialogs.Said{Text: "Erika Beispiel"}, Revision: asked.Revision}
	filled, err := h.Handle(t.Context(), erika, "de", form)
	if err != nil {
		t.Fatal(err)
	}
	again, err := h.Handle(t.Context(), erika, "de", form)
	if err != nil {
		t.Fatal(err)
	}
	old, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: "x", Revision: asked.Revision})
	if err != nil {
		t.Fatal(err)
	}
	if filled.Ask == asked.Ask || again.Ask != filled.Ask || len(again.Remarks) == 0 || !slices.Equal(again.Remarks, old.Remarks) {
		t.Errorf("asked %q, then %q, and for the same form again %q %q", asked.Ask, filled.Ask, again.Remarks, again.Ask)
	}
	say(t, h, booked[3:]...)
	if all := memory.Appointments(); len(all) != 1 || all[0].Contact.Name != "Erika Beispiel" {
		t.Errorf("appointments: %+v", all)
	}
}

// Buttons that were left from a talk do nothing in the one that follows after it
// was erased: no revision comes again.
func TestButtonsOfAnErasedTalkDoNothing(t *testing.T) {
	t.Parallel()
	h, memory := newHost()
	before := say(t, h, "Perso").Revision
	last := say(t, h, "löschen", "ja").Revision
	memory.SetState(erika, nil) // the chat is gone, and nobody knows how far it came
	h.Now = func() time.Time { return monday.Add(time.Minute) }
	for _, text := range []string{"hallo", "Perso", "zurück", "Perso"} {
		after := say(t, h, text).Revision
		if after <= max(before, last) {
			t.Fatalf("after %q the revision is %d, and was %d before", text, after, max(before, last))
		}
	}
	page, err := h.Handle(t.Context(), erika, "de", dialogs.Tapped{Choice: "home", Revision: before})
	if err != nil || len(page.Remarks) == 0 {
		t.Errorf("an old button does something: %+v %v", page, err)
	}
}
