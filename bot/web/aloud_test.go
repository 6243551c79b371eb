package web_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot/web/browsertest"
)

var update = flag.Bool("update", false, "write the files in testdata again")

// number is that of an appointment.
var number = regexp.MustCompile(`\b[A-Z2-9]{3} [A-Z2-9]{3}\b`)

// A talk makes sense to somebody who hears it: this is the page as a screen reader
// gets it, in order, question by question. The files in testdata are read in
// review like code.
func TestATalkReadAloud(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "en"} {
		w := newSite(t)
		v := w.visitor(browsertest.Look{Lang: lang})
		var heard strings.Builder
		hear := func(what string) { heard.WriteString("== " + what + "\n" + v.Aloud("main") + "\n") }
		v.Visit(w.server.URL + "/chat?concern=id-card")
		hear("the page on which a talk begins")
		v.Click("button.main")
		v.Await("#offen")
		v.untilTimes()
		hear("the times that are proposed")
		v.choose("days")
		hear("the days")
		v.choose("day:2026-11-24")
		v.choose("time:")
		v.write("17")
		hear("a name that is none")
		v.write("Ada Lovelace")
		v.write("ada@example.org")
		v.choose("yes")
		hear("the appointment")
		got := number.ReplaceAllString(heard.String(), "ABC 123")
		path := filepath.Join("testdata", "aloud."+lang+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil { //nolint:gosec // to be read
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}
