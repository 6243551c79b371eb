package command

import (
	"bytes"
	"cmp"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/storage/storagetest"
)

// asProgram in the environment makes the test program the program itself, so
// that tests meet it as people do: from outside.
const asProgram = "TERMINBOTE_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		probeEvery = time.Second
		ahead = clocktest.Ahead().String()
		os.Exit(runMain(astrayClock))
	}
	storagetest.Main(m)
}

// astray in the environment puts the program's clock wrong by that much, while
// the database's is right.
const astray = "TERMINBOTE_TEST_ASTRAY"

func astrayClock() time.Time {
	wrong, err := time.ParseDuration(cmp.Or(os.Getenv(astray), "0s"))
	if err != nil {
		panic(err)
	}
	return clocktest.Now().Add(wrong)
}

// process is the program as it runs, or has run.
type process struct {
	t    testing.TB
	cmd  *exec.Cmd
	said log // on standard output and standard error
	once sync.Once
	code int
}

// start starts the program with nothing else in its environment.
func start(tb testing.TB, environ []string, args ...string) *process {
	tb.Helper()
	if testing.Short() {
		tb.Skip("the program takes a moment to start and stop")
	}
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	p := &process{t: tb, cmd: exec.Command(self, args...)}
	p.cmd.Env = slices.Concat([]string{asProgram + "=1", clocktest.Environ()}, planted(), environ)
	p.cmd.Dir = tb.TempDir()
	p.cmd.Stdout, p.cmd.Stderr = &p.said, &p.said
	if err := p.cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		_ = p.cmd.Process.Kill() // it may have ended
		p.wait()
		if tb.Failed() {
			tb.Logf("%v said:\n%s", args, p.said.String())
		}
	})
	return p
}

// planted is the variables by which tools/mutate plants a fault: it holds in the
// programs that a test starts, too.
func planted() []string {
	return slices.DeleteFunc(os.Environ(), func(set string) bool { return !strings.HasPrefix(set, "MUTATE_") })
}

// wait waits for the end and returns the exit code; -1 after a signal.
func (p *process) wait() int {
	p.once.Do(func() {
		_ = p.cmd.Wait() // the exit code says it
		p.code = p.cmd.ProcessState.ExitCode()
	})
	return p.code
}

// stop asks the program to end and returns its exit code. Container
// runtimes wait ten seconds.
func (p *process) stop() int {
	p.t.Helper()
	began := clocktest.Now()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Error(err)
	}
	code := p.wait()
	if took := clocktest.Since(began); took > 10*time.Second {
		p.t.Errorf("stopping took %v", took)
	}
	return code
}

// run runs the program to its end.
func run(t *testing.T, environ []string, args ...string) (code int, said string) {
	t.Helper()
	p := start(t, environ, args...)
	code = p.wait()
	return code, p.said.String()
}

// log keeps what is written, from several goroutines.
type log struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func mustContain(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in:\n%s", want, text)
		}
	}
}

func TestWhatNobodyKnowsIsAnsweredWithTheCommands(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]int{"": 2, "help": 0, "--help": 0, "sreve": 2, "office": 2, "serve --help": 0, "serve now": 2, "healthcheck --port 1": 2} {
		var out, errs bytes.Buffer
		got := console{strings.NewReader(""), &out, &errs, clocktest.Now}.main(context.Background(), strings.Fields(args))
		if got != want {
			t.Errorf("terminbote %s: exit code %d, want %d", args, got, want)
		}
		if errs.Len() == 0 {
			t.Errorf("terminbote %s says nothing", args)
		}
	}
}

func TestTheNearestCommandIsNamed(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"sreve": "serve", "cht": "chat", "Chat": "chat", "chat-": "chat", "migrat": "migrate", "helthcheck": "healthcheck", "verion": "version",
		"office": "office check", "office shcema": "office schema", "ofice check werne.yaml": "office check", "imprt old.csv": "import",
		"dance": "", "x": "", "": "",
	} {
		if got := nearest(strings.Fields(typed)); got != want {
			t.Errorf("terminbote %s: %q, want %q", typed, got, want)
		}
	}
	code, said := run(t, nil, "sreve")
	if code != 2 || !strings.Contains(said, `there is no command "sreve"; did you mean "terminbote serve"?`) {
		t.Errorf("exit code %d: %s", code, said)
	}
}

func TestServeHelpListsEveryVariable(t *testing.T) {
	t.Parallel()
	code, said := run(t, nil, "serve", "--help")
	if code != 0 {
		t.Errorf("exit code %d", code)
	}
	mustContain(t, said, "DATABASE_URL_FILE", "TELEGRAM_TOKEN_FILE", "TELEGRAM_WEBHOOK_SECRET_FILE",
		"\n  OFFICE\n", "\n  LISTEN\n", "\n  PUBLIC_URL\n", "\n  TRUSTED_PROXIES\n", "\n  TELEGRAM_API_URL\n", "(default: :8080)")
}

func TestHealthcheckTellsWhetherTheServerLives(t *testing.T) {
	t.Parallel()
	status := http.StatusOK
	alive := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/healthz" {
			t.Errorf("asked for %s", r.URL.Path)
		}
		w.WriteHeader(status)
	}))
	defer alive.Close()
	listen := "LISTEN=" + alive.Listener.Addr().String()
	if code, said := run(t, []string{listen}, "healthcheck"); code != 0 {
		t.Errorf("a server that lives: exit code %d: %s", code, said)
	}
	status = http.StatusInternalServerError
	if code, _ := run(t, []string{listen}, "healthcheck"); code != 1 {
		t.Errorf("a server that is ill: exit code %d, want 1", code)
	}
	if code, _ := run(t, []string{"LISTEN=" + loopbacktest.Address(t)}, "healthcheck"); code != 1 {
		t.Errorf("no server: exit code %d, want 1", code)
	}
}

func TestHealthIsAskedForWhereTheServerListens(t *testing.T) {
	t.Parallel()
	for listen, want := range map[string]string{
		"": "127.0.0.1:8080", ":9000": "127.0.0.1:9000", "0.0.0.0:80": "127.0.0.1:80", "[::]:80": "127.0.0.1:80",
		"10.1.2.3:8080": "10.1.2.3:8080", "[::1]:8080": "[::1]:8080", "bot.internal:80": "bot.internal:80", "8080": "error",
	} {
		got, err := ownAddress(listen)
		if err != nil {
			got = "error"
		}
		if got = cmp.Or(got, "nothing"); got != want {
			t.Errorf("LISTEN=%s: asked at %s, want %s", listen, got, want)
		}
	}
}
