package dialogs_test

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the tests found into docs/dialogs.md and testdata")

// checkFile holds that a file is what the tests found, or writes it.
func checkFile(t *testing.T, name, found string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(found), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	stored, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; go test ./dialogs -update writes it", err)
	}
	if diff := gocmp.Diff(string(stored), found); diff != "" {
		t.Errorf("%s is out of date; go test ./dialogs -update refreshes it (-stored +found):\n%s", name, diff)
	}
}

const pageHead = `# The citizen's talk

Drawn by the explorer (dialogs/explore_test.go), which presses every choice of
every view: go test ./dialogs -update refreshes it. Each box is a step and has
a file in dialogs/. What can be done everywhere is left out: back, home, my
appointments, another language, help, the office's hours, and what is typed
about an appointment that one has ("I have to cancel it"). How clerks talk stands in
[dialogs-staff.md](dialogs-staff.md).

## What is answered

`

const staffPageHead = `# The clerk's talk

Drawn by the explorer (dialogs/staff_explore_test.go) as docs/dialogs.md is; go
test ./dialogs -update refreshes it. Left out is what can be done everywhere:
back, home, another language, and every errand that can be typed: today, find,
show, close ... The table says nothing of a refusal after which the talk stays
where it is.

## What is answered

`

// page is docs/dialogs.md.
func page(edges map[edge]map[string]bool) string {
	return pageHead + diagram("category", edges)
}

// staffPage is docs/dialogs-staff.md.
func staffPage(edges map[edge]map[string]bool) string {
	maps.DeleteFunc(edges, func(e edge, _ map[string]bool) bool { return e.refusal != "" && e.from == e.to })
	return staffPageHead + diagram("menu", edges)
}

func diagram(first string, edges map[edge]map[string]bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "```mermaid\nstateDiagram-v2\n    [*] --> %s\n", first)
	refused := map[string]map[string][]string{}
	for _, e := range sorted(edges) {
		if e.refusal == "" {
			fmt.Fprintf(&b, "    %s --> %s: %s\n", e.from, e.to, strings.Join(slices.Sorted(maps.Keys(edges[e])), ", "))
			continue
		}
		if refused[e.refusal] == nil {
			refused[e.refusal] = map[string][]string{}
		}
		refused[e.refusal][e.from] = append(refused[e.refusal][e.from], e.to)
	}
	b.WriteString("```\n\n## Where the talk goes on when the office says no\n\n| the office says | at: goes on at |\n|---|---|\n")
	for _, refusal := range slices.Sorted(maps.Keys(refused)) {
		var ways []string
		for _, from := range slices.Sorted(maps.Keys(refused[refusal])) {
			ways = append(ways, from+": "+strings.Join(slices.Compact(refused[refusal][from]), ", "))
		}
		fmt.Fprintf(&b, "| %s | %s |\n", refusal, strings.Join(ways, "; "))
	}
	return b.String()
}

func sorted(edges map[edge]map[string]bool) []edge {
	return slices.SortedFunc(maps.Keys(edges), func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.refusal, b.refusal))
	})
}
