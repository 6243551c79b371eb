package terminal_test

import (
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/terminal"
	"terminbote/dialogs"
)

// screen is what a terminal writes, for many to read.
type screen struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write shows a text.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *screen) shows(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Contains(s.text.String(), text)
}

// What staff write is seen though nobody types anything.
func TestStaffAnswerAtTheTerminal(t *testing.T) {
	t.Parallel()
	in, keys := io.Pipe()
	talking, memory, _ := talk(t, in)
	out := &screen{}
	talking.Out, talking.Answers = out, memory
	memory.Reachable = []booking.OfficeID{memory.Town().Offices[0].ID}
	done := make(chan error, 1)
	go func() { done <- talking.Talk(t.Context()) }()
	if _, err := io.WriteString(keys, "mit einem Menschen sprechen\nja\nHallo?\n"); err != nil {
		t.Fatal(err)
	}
	await(t, out, "Weitergegeben.")
	memory.Write(dialogs.Chat{Channel: terminal.Channel, Address: "erika"}, "de", "Guten Tag\x1b[2J!")
	await(t, out, "Guten Tag")
	if out.shows("\x1b") {
		t.Error("an answer steers the terminal")
	}
	if err := keys.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// What staff wrote after the citizen had left, and that they ended the talk, is what
// the citizen sees first, once.
func TestWhatStaffWroteMeanwhileIsShownFirst(t *testing.T) {
	t.Parallel()
	talking, memory, _ := talk(t, strings.NewReader("mit einem Menschen sprechen\nja\nHallo?\n"))
	talking.Answers = memory
	memory.Reachable = []booking.OfficeID{memory.Town().Offices[0].ID}
	if err := talking.Talk(t.Context()); err != nil {
		t.Fatal(err)
	}
	erika := dialogs.Chat{Channel: terminal.Channel, Address: "erika"}
	memory.Write(erika, "de", "Ja, mit Vollmacht.")
	memory.Finish(erika, "de")
	for _, want := range []int{1, 0} {
		out := &screen{}
		back := &terminal.Terminal{In: strings.NewReader(""), Out: out, As: "erika", Lang: "de", Host: talking.Host, Log: talking.Log, Answers: memory}
		if err := back.Talk(t.Context()); err != nil {
			t.Fatal(err)
		}
		shown := out.text.String()
		if strings.Count(shown, "Vollmacht") != want || strings.Count(shown, "Das Amt hat das Gespräch beendet") != want {
			t.Errorf("wanted %d times:\n%s", want, shown)
		}
		if want == 1 && strings.Index(shown, "Vollmacht") > strings.Index(shown, "Worum geht es") {
			t.Errorf("not first:\n%s", shown)
		}
	}
}

func await(t *testing.T, s *screen, text string) {
	t.Helper()
	for range 6000 {
		if s.shows(text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q was never shown:\n%s", text, s.text.String())
}
