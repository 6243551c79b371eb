package dialogs_test

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
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
every view: go test ./dialogs -update refreshes it. Left out is what can be done
everywhere and does not lead to a step of its own: back, home, another language,
help, and what is typed about an appointment that one has ("I have to cancel
it"). How clerks talk stands in [dialogs-staff.md](dialogs-staff.md).

## What is answered

`

const staffPageHead = `# The clerk's talk

Drawn by the explorer (dialogs/staff_explore_test.go) as docs/dialogs.md is; go
test ./dialogs -update refreshes it. Left out is what can be done everywhere:
back, home, another language, and every command that can be typed: today, find,
show, close ... The table says nothing of a refusal after which the talk stays
where it is.

## What is answered

`

// page is docs/dialogs.md.
func page(t *testing.T, edges map[edge]map[string]bool) string {
	t.Helper()
	return pageHead + diagram(edges) + refusalTable(edges) + stepTable(t, edges)
}

// staffPage is docs/dialogs-staff.md.
func staffPage(t *testing.T, edges map[edge]map[string]bool) string {
	t.Helper()
	maps.DeleteFunc(edges, func(e edge, _ map[string]bool) bool { return e.refusal != "" && e.from == e.to })
	return staffPageHead + diagram(edges) + refusalTable(edges) + stepTable(t, edges)
}

func diagram(edges map[edge]map[string]bool) string {
	var b strings.Builder
	b.WriteString("```mermaid\nstateDiagram-v2\n")
	for _, e := range sorted(edges) {
		if e.refusal != "" {
			continue
		}
		fmt.Fprintf(&b, "    %s --> %s", e.from, e.to)
		if labels := strings.Join(slices.Sorted(maps.Keys(edges[e])), ", "); labels != "" {
			b.WriteString(": " + labels)
		}
		b.WriteString("\n")
	}
	b.WriteString("```\n")
	return b.String()
}

func refusalTable(edges map[edge]map[string]bool) string {
	var b strings.Builder
	b.WriteString("\n## Where the talk goes on when the office says no\n\n| the office says | at: goes on at |\n|---|---|\n")
	refused := map[string]map[string][]string{}
	for _, e := range sorted(edges) {
		if e.refusal == "" {
			continue
		}
		if refused[e.refusal] == nil {
			refused[e.refusal] = map[string][]string{}
		}
		refused[e.refusal][e.from] = append(refused[e.refusal][e.from], e.to)
	}
	for _, refusal := range slices.Sorted(maps.Keys(refused)) {
		var ways []string
		for _, from := range slices.Sorted(maps.Keys(refused[refusal])) {
			ways = append(ways, from+": "+strings.Join(slices.Compact(refused[refusal][from]), ", "))
		}
		fmt.Fprintf(&b, "| %s | %s |\n", refusal, strings.Join(ways, "; "))
	}
	return b.String()
}

// stepTable says in which file each step that was found stands.
func stepTable(t *testing.T, edges map[edge]map[string]bool) string {
	t.Helper()
	files := stepFiles(t)
	found := map[string]bool{}
	for e := range edges {
		if files[e.to] != "" {
			found[e.to] = true
		}
	}
	var b strings.Builder
	b.WriteString("\n## Where each step stands\n\n| step | file in dialogs/ |\n|---|---|\n")
	for _, step := range slices.Sorted(maps.Keys(found)) {
		b.WriteString(stepRow(step, files[step]))
	}
	return b.String()
}

func stepRow(step, file string) string { return fmt.Sprintf("| %s | %s |\n", step, file) }

// The author of a step that no talk leads to, or that the explorer does not
// find, hears of it here.
func TestEveryStepIsInADiagram(t *testing.T) {
	t.Parallel()
	var pages string
	for _, name := range []string{"../docs/dialogs.md", "../docs/dialogs-staff.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pages += string(text)
	}
	files := stepFiles(t)
	if len(files) < 50 {
		t.Errorf("only %d steps found", len(files))
	}
	for step, file := range files {
		if !strings.Contains(pages, stepRow(step, file)) {
			t.Errorf("step %s of %s is in no diagram", step, file)
		}
	}
}

// stepFiles is the file of each step, by the name that its method name returns.
func stepFiles(t *testing.T) map[string]string {
	t.Helper()
	p, files := checkedPackage(t), map[string]string{}
	for _, file := range p.files {
		for _, d := range file.Decls {
			method, ok := d.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Name.Name != "name" || len(method.Body.List) != 1 {
				continue
			}
			result, ok := method.Body.List[0].(*ast.ReturnStmt)
			if !ok || len(result.Results) != 1 {
				continue
			}
			if name, ok := result.Results[0].(*ast.BasicLit); ok {
				files[strings.Trim(name.Value, `"`)] = p.nameOf(method.Pos())
			}
		}
	}
	return files
}

func sorted(edges map[edge]map[string]bool) []edge {
	return slices.SortedFunc(maps.Keys(edges), func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.refusal, b.refusal))
	})
}
