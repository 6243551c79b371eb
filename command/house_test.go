package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// room is what one of our packages may import besides the standard library.
type room struct {
	ours   []string // packages of this module, relative to it
	theirs []string // libraries, by the path their packages begin with
	never  []string // packages of the standard library that would break its promise
}

// outside is what a pure package cannot do: look at the world, or change it.
var outside = []string{"crypto/rand", "database/sql", "log", "log/slog", "math/rand", "math/rand/v2", "net", "net/http", "os", "os/exec"}

// house says which package may import what. An arrow that is not here is a
// decision: it comes with a line in docs/decisions.
var house = map[string]room{
	"booking":       {theirs: []string{"golang.org/x/net/idna"}, never: append([]string{"context"}, outside...)},
	"statistics":    {ours: []string{"booking"}, never: outside},
	"simulation":    {ours: []string{"booking", "statistics"}, never: withSeed(outside)},
	"locales":       {theirs: []string{"github.com/nicksnyder/go-i18n/v2", "github.com/go-playground/locales", "golang.org/x/text", "github.com/goccy/go-yaml"}},
	"diagnosis":     {never: outside},
	"office":        {ours: []string{"booking", "locales"}, theirs: []string{"github.com/goccy/go-yaml", "go.yaml.in/yaml/v3", "github.com/rickar/cal/v2"}},
	"office/ledger": {ours: []string{"booking", "dialogs/understand"}, theirs: []string{"github.com/arran4/golang-ical", "github.com/xuri/excelize/v2"}, never: outside},

	"dialogs":             {ours: []string{"booking", "locales", "dialogs/understand", "statistics", "simulation"}, never: outside},
	"dialogs/dialogstest": {ours: []string{"booking", "dialogs", "locales", "statistics"}},
	"dialogs/understand":  {ours: []string{"booking", "locales"}, theirs: []string{"golang.org/x/text", "golang.org/x/net/idna"}, never: outside},

	"storage": {
		ours:   []string{"booking", "diagnosis", "dialogs", "statistics", "storage/migrations", "storage/privatepg"},
		theirs: []string{"github.com/jackc/pgx/v5", "github.com/pressly/goose/v3", "github.com/riverqueue/river"},
	},
	"storage/migrations":  {theirs: []string{"github.com/jackc/pgx/v5", "github.com/pressly/goose/v3", "github.com/riverqueue/river"}},
	"storage/privatepg":   {theirs: []string{"github.com/jackc/pgx/v5"}},
	"storage/storagetest": {ours: []string{"booking", "dialogs", "storage", "storage/migrations", "storage/privatepg"}, theirs: []string{"github.com/jackc/pgx/v5"}},

	"bot": {
		ours:   []string{"booking", "bot/report", "dialogs", "locales", "statistics"},
		theirs: []string{"github.com/go-co-op/gocron/v2", "github.com/arran4/golang-ical", "github.com/prometheus/client_golang"},
	},
	"bot/chart":           {theirs: []string{"github.com/go-analyze/charts"}, never: outside},
	"bot/report":          {ours: []string{"booking", "bot/chart", "dialogs", "locales", "simulation", "statistics"}, never: outside},
	"bot/terminal":        {ours: []string{"bot", "booking", "dialogs", "locales"}, theirs: []string{"golang.org/x/text/width"}},
	"bot/telegram":        {ours: []string{"bot", "bot/telegram/botapi", "diagnosis", "dialogs", "locales"}},
	"bot/telegram/botapi": {ours: []string{"bot"}}, // our own client in place of a library: docs/decisions/0011
	"bot/mattermost":      {ours: []string{"bot", "booking", "diagnosis", "dialogs", "locales"}, theirs: []string{"github.com/mattermost/mattermost/server/public"}},
	"bot/web":             {ours: []string{"bot", "booking", "dialogs", "locales"}},
	"bot/demo":            {ours: []string{"bot", "bot/mail/mailbox", "booking", "dialogs", "locales"}},
	"bot/mail/mailbox":    {theirs: []string{"github.com/emersion/go-smtp"}},
	"bot/mail":            {ours: []string{"bot", "booking", "diagnosis", "dialogs", "locales"}, theirs: []string{"github.com/wneessen/go-mail"}},

	// These stand in for what others wrote, so they share nothing with what they test.
	// All that they have in common is the clock of the tests.
	clockOfTests:                    {},
	"bot/telegram/telegramtest":     {ours: []string{clockOfTests}},
	"bot/mattermost/mattermosttest": {ours: []string{clockOfTests}, theirs: []string{"github.com/mattermost/mattermost/server/public"}}, // the network's own rules
	"bot/web/browsertest":           {theirs: []string{"github.com/chromedp/chromedp", "github.com/chromedp/cdproto"}},
	"bot/loopbacktest":              {},
	"bot/mail/mailtest":             {ours: []string{clockOfTests, "bot/loopbacktest"}, theirs: []string{"github.com/emersion/go-smtp", "github.com/emersion/go-sasl"}},
}

const clockOfTests = "booking/clocktest"

// withSeed lets a package have the chance that begins with a seed: it can be
// repeated.
func withSeed(never []string) []string {
	return slices.DeleteFunc(slices.Clone(never), func(name string) bool { return name == "math/rand/v2" })
}

// librariesOfCommand are what command needs besides our packages, and it may
// import all but the test doubles.
var librariesOfCommand = []string{"github.com/caarlos0/env/v11", "rsc.io/qr", "golang.org/x/term"}

func TestThePackagesImportOnlyWhatTheHouseAllows(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		r, ok := roomOf(p.name())
		if !ok {
			t.Errorf("package %q is new: add it to the table in command/house_test.go, with what it may import", p.name())
			continue
		}
		for _, imported := range p.Imports {
			if why := r.refuses(p.name(), imported); why != "" {
				t.Errorf("package %q imports %q: %s", p.name(), imported, why)
			}
		}
	}
}

func TestAnArrowThatIsNotInTheTableIsRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		importer, imported string
		allowed            bool
	}{
		{"booking", "time", true},
		{"booking", "context", false},
		{"booking", "terminbote/dialogs", false},
		{"dialogs", "terminbote/booking", true},
		{"dialogs", "os", false},
		{"storage", "github.com/jackc/pgx/v5/pgxpool", true},
		{"storage", "github.com/jackc/pgx/v50", false},
		{"storage", "terminbote/bot", false},
		{"bot", "github.com/jackc/pgx/v5", false},
		{"bot", "terminbote/storage", false},
		{"bot/terminal", "terminbote/storage/storagetest", false},
		{"bot/telegram/telegramtest", "terminbote/bot", false},
		{"bot/telegram/telegramtest", "terminbote/booking/clocktest", true},
		{"bot/telegram/telegramtest", "terminbote/bot/mail/mailtest", false},
		{"bot/telegram/telegramtest/cmd", "terminbote/bot/telegram/telegramtest", true},
		{"bot/telegram/telegramtest/cmd", "terminbote/bot/mail/mailtest", false},
		{"command", "terminbote/booking/clocktest", false},
		{"", "terminbote/command", true},
		{"", "terminbote/storage", false},
		{"command", "terminbote/storage", true},
		{"command", "terminbote/storage/storagetest", false},
		{"command", "github.com/jackc/pgx/v5", false},
	}
	for _, test := range tests {
		r, ok := roomOf(test.importer)
		if !ok {
			t.Errorf("no room for package %q", test.importer)
		}
		why := r.refuses(test.importer, test.imported)
		if got := why == ""; got != test.allowed {
			t.Errorf("%q imports %q: allowed = %v, want %v (%s)", test.importer, test.imported, got, test.allowed, why)
		}
	}
	for _, name := range []string{"helpers", "bot/helpertest"} {
		if _, ok := roomOf(name); ok {
			t.Errorf("package %q, which nobody placed, has a room", name)
		}
	}
}

// roomOf finds what a package may import; command may import all
// of ours, main only command, and the command of a test double that double.
func roomOf(name string) (room, bool) {
	r, ok := house[name]
	switch double := doubleOf(name); {
	case name == "command":
		return room{ours: slices.Collect(maps.Keys(house)), theirs: librariesOfCommand}, true
	case name == "":
		return room{ours: []string{"command"}}, true
	case !ok && double != "" && double != name:
		return room{ours: []string{double, clockOfTests}}, true
	}
	return r, ok
}

// refuses says why a package may not import another, or nothing if it may.
func (r room) refuses(importer, imported string) string {
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		switch double := doubleOf(ours); {
		case !slices.Contains(r.ours, ours):
			return "the table in command/house_test.go has no such arrow"
		case double != "" && doubleOf(importer) == "":
			return "test doubles belong in tests, or in a command of their own"
		}
		return ""
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		if slices.Contains(r.never, imported) {
			return "a pure package is told such things; it does not look them up"
		}
		return ""
	}
	for _, library := range r.theirs {
		if imported == library || strings.HasPrefix(imported, library+"/") {
			return ""
		}
	}
	return "the table in command/house_test.go does not place this library here"
}

// doubleOf is the test double that a package is, or is a command of
// ("bot/telegram/telegramtest/cmd"), or nothing.
func doubleOf(name string) string {
	parts := strings.Split(name, "/")
	i := slices.IndexFunc(parts, func(part string) bool { return strings.HasSuffix(part, "test") })
	return strings.Join(parts[:i+1], "/")
}

const module = "terminbote"

// listed is what `go list` tells of a package, tests left out.
type listed struct {
	ImportPath string
	Imports    []string
}

// name is the package's path in this module; main's is empty.
func (p listed) name() string {
	return strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-json=ImportPath,Imports", "terminbote/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("read go list: %v", err)
		}
		all = append(all, p)
	}
}

// mostOfANetwork is how many lines a chat network needs: what is more belongs to
// every network, and so to bot. An API client in place of a library is counted
// apart, in a package of its own, and so is what is asked of the network for those
// who run the program: by the doctor, and while it runs.
const mostOfANetwork = 800

func TestAChatNetworkNeedsFewLines(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../bot/telegram/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("files of bot/telegram: %d, %v", len(files), err)
	}
	lines := 0
	for _, file := range files {
		name := filepath.Base(file)
		if strings.HasSuffix(name, "_test.go") || name == "diagnose.go" || name == "watch.go" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines += bytes.Count(text, []byte("\n"))
	}
	if lines > mostOfANetwork {
		t.Errorf("bot/telegram has %d lines, want at most %d: move to bot what any network needs", lines, mostOfANetwork)
	}
}
