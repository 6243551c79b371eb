package command

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/storage/storagetest"
)

// talker types into a chat that runs and reads what it answers.
type talker struct {
	t    *testing.T
	in   *io.PipeWriter
	out  *bufio.Reader
	done chan int
	errs *lockedBuffer
}

// lockedBuffer is a buffer that one goroutine writes and another reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// chat starts the program's chat on a database, on a Monday at eight.
func chat(t *testing.T, url string, more ...string) *talker {
	t.Helper()
	return chatNow(t, url, append([]string{"--now", "2026-11-23T08:00"}, more...)...)
}

// chatNow is chat by the clock of the tests.
func chatNow(t *testing.T, url string, more ...string) *talker {
	t.Helper()
	inRead, inWrite := io.Pipe()
	outRead, outWrite := io.Pipe()
	k := &talker{t: t, in: inWrite, out: bufio.NewReader(outRead), done: make(chan int, 1), errs: &lockedBuffer{}}
	args := append([]string{"chat", "--database", url, "--as", "erika"}, more...)
	go func() {
		code := console{inRead, outWrite, k.errs, clocktest.Now}.main(context.Background(), args)
		_ = outWrite.Close()
		k.done <- code
	}()
	k.answer()
	return k
}

// answer reads up to the next prompt.
func (k *talker) answer() string {
	k.t.Helper()
	var b strings.Builder
	for {
		r, _, err := k.out.ReadRune()
		if err != nil {
			k.t.Fatalf("the chat ended: %v\n%s\n%s", err, b.String(), k.errs)
		}
		b.WriteRune(r)
		if strings.HasSuffix(b.String(), "\n> ") {
			return b.String()
		}
	}
}

// say types lines and returns the answer to the last.
func (k *talker) say(lines ...string) string {
	k.t.Helper()
	answer := ""
	for _, line := range lines {
		if _, err := io.WriteString(k.in, line+"\n"); err != nil {
			k.t.Fatal(err)
		}
		answer = k.answer()
	}
	return answer
}

// leave ends the input and returns the program's exit code.
func (k *talker) leave() int {
	k.t.Helper()
	_ = k.in.Close()
	_, _ = io.Copy(io.Discard, k.out)
	return <-k.done
}

func contains(t *testing.T, answer, want string) {
	t.Helper()
	if !strings.Contains(answer, want) {
		t.Errorf("want %q, got:\n%s", want, answer)
	}
}

func TestATalkSurvivesARestartOfTheProgram(t *testing.T) {
	t.Parallel()
	url := storagetest.URL(t)
	first := chat(t, url)
	contains(t, first.say("personalausweis", "24.11.", "halb zehn"), "Auf welchen Namen?")
	if code := first.leave(); code != 0 {
		t.Fatalf("want exit code 0 at the end of the input, got %d", code)
	}
	second := chat(t, url)
	contains(t, second.say("weitermachen"), "Auf welchen Namen?")
	contains(t, second.say("Erika Mustermann", "erika@example.org", "1"), "Gebucht!")
	contains(t, second.say("meine termine"), "Di 24.11., 9:30 Uhr")
	if code := second.leave(); code != 0 {
		t.Errorf("want exit code 0, got %d", code)
	}
}

func TestTheTalkGoesOnWhenTheDatabaseIsBack(t *testing.T) {
	t.Parallel()
	database := storagetest.NewServer(t)
	k := chat(t, database.URL())
	contains(t, k.say("personalausweis"), "Welche Zeit passt Ihnen?")
	database.Stop()
	contains(t, k.say("24.11. halb zehn"), "Es ist nichts verloren.")
	database.Start()
	deadline := clocktest.Now().Add(20 * time.Second)
	answer := k.say("24.11. halb zehn")
	for strings.Contains(answer, "Es ist nichts verloren.") && clocktest.Now().Before(deadline) {
		answer = k.say("24.11. halb zehn")
	}
	contains(t, answer, "Auf welchen Namen?")
	if code := k.leave(); code != 0 {
		t.Errorf("want exit code 0, got %d", code)
	}
}

func TestTwoPeopleDoNotGetTheSameTime(t *testing.T) {
	t.Parallel()
	url := storagetest.URL(t)
	anna, bert := chat(t, url, "--as", "anna"), chat(t, url, "--as", "bert")
	for _, k := range []*talker{anna, bert} {
		contains(t, k.say("Personalausweis, Reisepass oder eID-Karte abholen", "ja", "24.11."), "Welche Zeit passt Ihnen?")
	}
	contains(t, anna.say("9.30"), "Auf welchen Namen?")
	contains(t, bert.say("9.30"), "Nichts frei: Dienstag, 24. November, 9:30 Uhr.")
	anna.leave()
	bert.leave()
}

func TestWrongCallsAreNamed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"chat", "--lang", "fr"}, `--lang: "fr" is not spoken here`},
		{[]string{"chat", "--now", "tomorrow"}, "--now: a time like 2026-11-23T08:00 was expected"},
		{[]string{"chat", "--office", "/nowhere.yaml"}, "/nowhere.yaml"},
		{[]string{"chat", "--wings"}, "wings"},
		{[]string{"office", "check"}, "expected: a file or folder, nothing else; given: 0"},
		{[]string{"dance"}, "terminbote chat"},
		{nil, "terminbote chat"},
	}
	for _, tt := range tests {
		var out, errs bytes.Buffer
		code := console{strings.NewReader(""), &out, &errs, clocktest.Now}.main(t.Context(), tt.args)
		if code == 0 || !strings.Contains(errs.String(), tt.want) {
			t.Errorf("terminbote %v: want %q and a code other than 0, got %d:\n%s", tt.args, tt.want, code, &errs)
		}
	}
}
