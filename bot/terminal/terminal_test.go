package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/terminal"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

// talk is a terminal at which in is typed, and what it writes.
func talk(t *testing.T, in io.Reader) (*terminal.Terminal, *dialogstest.Memory, *bytes.Buffer) {
	t.Helper()
	memory := dialogstest.New(office.Sample())
	var out bytes.Buffer
	return &terminal.Terminal{
		Host: &bot.Host{
			Conversations: memory, Now: func() time.Time { return monday },
			Away: func(err error) bool { return errors.Is(err, errAway) },
		},
		As: "erika", Lang: "de", In: in, Out: &out,
		Log: func(err error) { t.Errorf("logged: %v", err) },
	}, memory, &out
}

var errAway = errors.New("away")

// run types a script to its end and returns what is written.
func run(t *testing.T, script string) string {
	t.Helper()
	terminal, _, out := talk(t, strings.NewReader(script))
	if err := terminal.Talk(t.Context()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const bookingScript = "Perso\nmorgen 9:30\nErika Beispiel\nerika@beispiel.de\nja"

func TestAScriptBooks(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"with a last line break":    bookingScript + "\n",
		"without a last line break": bookingScript,
		"from Windows":              strings.ReplaceAll(bookingScript, "\n", "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if out := run(t, script); !strings.Contains(out, "Gebucht! Ihre Terminnummer:") {
				t.Errorf("nothing was booked:\n%s", out)
			}
		})
	}
}

func TestAScriptMayArriveInPieces(t *testing.T) {
	t.Parallel()
	terminal, _, out := talk(t, iotest.OneByteReader(strings.NewReader(bookingScript)))
	if err := terminal.Talk(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Gebucht!") {
		t.Errorf("nothing was booked:\n%s", out)
	}
}

func TestTheEndOfInputEndsTheTalk(t *testing.T) {
	t.Parallel()
	out := run(t, "")
	if !strings.HasPrefix(strings.TrimSpace(out), "Guten Tag!") || !strings.HasSuffix(out, "\n> \n") {
		t.Errorf("written: %q", out)
	}
}

func TestWhatIsTypedIsRepeatedOnlyIfWanted(t *testing.T) {
	t.Parallel()
	for _, echo := range []bool{true, false} {
		terminal, _, out := talk(t, strings.NewReader("Quietscheentchen\n"))
		terminal.Echo = echo
		if err := terminal.Talk(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "> Quietscheentchen\n"); got != echo {
			t.Errorf("echo %v: %q", echo, out)
		}
	}
}

func TestAnOverlongLineIsOneAnswer(t *testing.T) {
	t.Parallel()
	out := run(t, strings.Repeat("ä", 3_000_000)+"\nPerso\n")
	if n := strings.Count(out, "\n> "); n != 3 {
		t.Errorf("asked %d times: %.2000q", n, out)
	}
	if !strings.Contains(out, "Verstanden: Personalausweis beantragen.") {
		t.Errorf("the line after it was not heard: %.4000q", out)
	}
}

func TestBytesThatAreNoTextAreAnswered(t *testing.T) {
	t.Parallel()
	out := run(t, "\xff\xfe\x00\x1b[2J\nPerso\n")
	if !strings.Contains(out, "Verstanden: Personalausweis beantragen.") || strings.Contains(out, "\x1b") {
		t.Errorf("written: %q", out)
	}
}

func TestNothingThatIsTypedSteersTheTerminal(t *testing.T) {
	t.Parallel()
	terminal, _, out := talk(t, strings.NewReader("Per\x1bs\x00o\u009b\a\n"))
	terminal.Echo = true
	if err := terminal.Talk(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "> Per␛s␀o�␇\n") {
		t.Errorf("what was typed is not repeated: %q", out)
	}
	if strings.ContainsFunc(strings.ReplaceAll(out.String(), "\n", ""), unicode.IsControl) {
		t.Errorf("written: %q", out)
	}
}

func TestWhenTheDatabaseIsAwayTheTalkGoesOn(t *testing.T) {
	t.Parallel()
	for fault, want := range map[error]string{
		errAway:               "Ich kann gerade nicht auf die Termine zugreifen.",
		errors.New("strange"): "Da ist bei mir etwas schiefgegangen.",
	} {
		terminal, memory, out := talk(t, strings.NewReader("Perso\nPerso\n"))
		turns, logged := 0, 0
		memory.Fail = func(what string) error {
			if what != "recall" {
				return nil
			}
			if turns++; turns == 2 {
				return fault
			}
			return nil
		}
		terminal.Log = func(err error) {
			if logged++; !errors.Is(err, fault) {
				t.Errorf("logged: %v", err)
			}
		}
		if err := terminal.Talk(t.Context()); err != nil {
			t.Fatal(err)
		}
		if logged != 1 || !strings.Contains(out.String(), want) || strings.Contains(out.String(), fault.Error()) {
			t.Errorf("%v, logged %d times:\n%s", fault, logged, out)
		}
		if !strings.Contains(out.String(), "Verstanden: Personalausweis beantragen.") {
			t.Errorf("the talk did not go on:\n%s", out)
		}
	}
}

func TestATerminalThatBreaksEndsTheTalk(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	reading, _, _ := talk(t, iotest.ErrReader(broken))
	if err := reading.Talk(t.Context()); !errors.Is(err, broken) {
		t.Errorf("reading: %v", err)
	}
	writing, _, _ := talk(t, strings.NewReader("Perso\n"))
	writing.Out = brokenWriter{broken}
	if err := writing.Talk(t.Context()); !errors.Is(err, broken) {
		t.Errorf("writing: %v", err)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestAnInterruptedTalkEnds(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	terminal, _, _ := talk(t, strings.NewReader("Perso\n"))
	if err := terminal.Talk(ctx); err != nil {
		t.Error(err)
	}
}

func TestAnInterruptionDoesNotWaitForALine(t *testing.T) {
	t.Parallel()
	ctx, interrupt := context.WithCancel(t.Context())
	in := silence{asked: make(chan struct{}), over: make(chan struct{})}
	t.Cleanup(func() { close(in.over) })
	terminal, _, _ := talk(t, in)
	ended := make(chan error, 1)
	go func() { ended <- terminal.Talk(ctx) }()
	<-in.asked
	interrupt()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the talk still waits")
	}
}

// silence is an input at which nobody types.
type silence struct{ asked, over chan struct{} }

func (s silence) Read([]byte) (int, error) {
	close(s.asked)
	<-s.over
	return 0, io.EOF
}

// A clerk at the terminal is somebody else than a citizen of the same name, and
// sees tables in columns.
func TestAClerkSeesTheDayInColumns(t *testing.T) {
	t.Parallel()
	terminal, memory, out := clerk(t, "heute\n")
	if err := terminal.Talk(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := "\n  Zeit   Nummer   Anliegen  Personen  Stand    Hinweis  Name\n" +
		"  8:00   BBB 222  –         1         gebucht           Änne Groß\n" +
		"  10:30  CCC 333  –         12        gebucht           Bo\n"
	if !strings.Contains(out.String(), want) {
		t.Errorf("no %s in:\n%s", want, out)
	}
	if memory.State(dialogs.Chat{Channel: "terminal", Address: "erika"}) != nil {
		t.Error("the citizen of that name has talked")
	}
}

// clerk is a terminal at which erika works for the office, on a day with two
// appointments.
func clerk(t *testing.T, script string) (*terminal.Terminal, *dialogstest.Memory, *bytes.Buffer) {
	t.Helper()
	talker, memory, out := talk(t, strings.NewReader(script))
	talker.Clerk, talker.Host.Staff = true, memory
	memory.Appoint(dialogs.Colleague{Chat: terminal.Desk("erika"), Name: "erika", Role: booking.Viewer})
	o := memory.Town().Offices[0]
	early := dialogstest.Elsewhere(o.ID, o.Desks[0].ID, monday, 15*time.Minute)
	early.Number, early.Contact.Name = "BBB222", "Änne Groß"
	late := dialogstest.Elsewhere(o.ID, o.Desks[0].ID, monday.Add(150*time.Minute), 15*time.Minute)
	late.Number, late.Contact.Name, late.Persons = "CCC333", "Bo", 12
	memory.Put(early)
	memory.Put(late)
	return talker, memory, out
}

func TestChosenThingsAreMarkedAndNumbersCountOn(t *testing.T) {
	t.Parallel()
	out := run(t, "3\n1\nweiter\nmorgen 9:30\nErika Beispiel\nkeine\nPersonen ändern\n")
	for _, want := range []string{"✓  1  Meldebescheinigung\n", "   2  Aufenthaltsbescheinigung\n", "  [Weiter]\n", "  1  2  3  4  5  6  7  8  9 10\n", "  [Zurück]  [Anfang]\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
}
