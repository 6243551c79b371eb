package dialogs_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// The files in testdata/left are talks that somebody left and came back to. Its
// lines that begin with "# " lead to the place, as in testdata/said; those that
// begin with "> " are what is said there first after each of the absences, one by
// itself, and those with "* " what is tapped of what stood there.
func TestWhatIsSaidToWhoComesBack(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	replay(t, "testdata/left/*.txt", comeBack)
}

// absences is how long a talk is left: until what was held has run out, over
// night, for days.
var absences = []struct {
	name string
	long time.Duration
}{
	{"after 20 minutes", 20 * time.Minute},
	{"the next morning", 25*time.Hour + 30*time.Minute},
	{"after three days", 3*24*time.Hour + 30*time.Minute},
}

// comeBack says and taps each line of a script at its place after each absence.
func comeBack(t *testing.T, script string) string {
	t.Helper()
	var head strings.Builder
	var first []string
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "# "):
			head.WriteString(line + "\n")
		case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "* "):
			first = append(first, line)
		}
	}
	at := placeOf(t, head.String())
	lines, events := first[:len(first):len(first)], map[string]bool{}
	fmt.Fprintf(&head, "\nAt %s: %s\n", at.step, strings.Join(at.shows(), " / "))
	for _, absence := range absences {
		fmt.Fprintf(&head, "\n== %s\n", absence.name)
		left := at
		left.now = at.now.Add(absence.long)
		clear(events)
		for _, line := range lines {
			if events[line] {
				continue // it stands here from before, once for each absence
			}
			events[line] = true
			said, typed := strings.CutPrefix(line, "> ")
			if typed {
				fmt.Fprintf(&head, "\n%s\n%s", line, cameOf(at, left.say(t, said)))
				continue
			}
			fmt.Fprintf(&head, "\n%s\n%s", line, cameOf(at, left.tap(t, strings.TrimPrefix(line, "* "))))
		}
	}
	return head.String()
}
