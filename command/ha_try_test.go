package command

import (
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Scripts are sound, and every case that is listed has its failure and its
// line in the table of the last run.
func TestEveryPartThatFailsIsTried(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"try.sh", "machine.sh", "machines.sh", "cases.sh", "judge.sh"} {
		if out, err := exec.CommandContext(t.Context(), "bash", "-n", "../deploy/ha/"+name).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
	}
	out, err := exec.CommandContext(t.Context(), "bash", "../deploy/ha/try.sh", "--list").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	script, measured := readHA(t, "cases.sh"), readHA(t, "README.md")
	listed := strings.Fields(string(out))
	if len(listed) < 10 {
		t.Errorf("only %v are listed", listed)
	}
	for _, name := range listed {
		if !strings.Contains(script, "\nfail_"+strings.ReplaceAll(name, "-", "_")+"() {\n") {
			t.Errorf("nothing fails in %s", name)
		}
	}
	named := found(`^\s+part="(.*)" how="(.*)"$`, script)
	if len(named) != len(listed) {
		t.Errorf("%d cases, %d of them named", len(listed), len(named))
	}
	for _, n := range named {
		part, _, _ := strings.Cut(strings.ReplaceAll(n[0], "\\`", "`"), "$")
		if !strings.Contains(measured, "| "+part) {
			t.Errorf("the README has no figures of %q", part)
		}
	}
}

// Citizens of that run read what the assistant says today.
func TestCitizensFindTheirWayThroughTheTalk(t *testing.T) {
	t.Parallel()
	sentences, err := os.ReadFile("../locales/de.yaml")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, line := range found(`^([^#\n]*?) *=> *(.*)$`, readHA(t, "citizen.plan")) {
		if words, _, _ := strings.Cut(line[0], " ("); len(words) > 1 {
			said[words] = true
		}
		if label := strings.Trim(line[1], "[]"); label != line[1] {
			said[strings.TrimPrefix(label, ".*")] = true
		}
	}
	if len(said) < 6 {
		t.Errorf("only %v was read", slices.Sorted(maps.Keys(said)))
	}
	for words := range said {
		if !strings.Contains(string(sentences), words) {
			t.Errorf("the assistant says nowhere %q", words)
		}
	}
}
