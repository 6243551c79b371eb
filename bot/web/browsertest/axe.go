package browsertest

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed axe/axe.min.js
var axe string

// axeSum is the SHA-256 of the file that npm has.
const axeSum = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"

// finding is a rule of axe's that a page breaks.
type finding struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	} `json:"nodes"`
}

// Faults is what axe finds on the page as it is now, by all of its rules: those
// of WCAG 2.2 A and AA, and good practice. Frames are looked at by themselves.
func (t *Tab) Faults() []string {
	t.tb.Helper()
	return t.faults(``)
}

// Contrasts is what axe finds of contrast alone.
func (t *Tab) Contrasts() []string {
	t.tb.Helper()
	return t.faults(`runOnly: {type: "rule", values: ["color-contrast"]}`)
}

func (t *Tab) faults(options string) []string {
	t.tb.Helper()
	if sum := sha256.Sum256([]byte(axe)); hex.EncodeToString(sum[:]) != axeSum {
		t.tb.Fatal("axe.min.js is not the file that npm has")
	}
	if !Value[bool](t, `"axe" in window`) {
		Value[int](t, axe+"; 0")
	}
	return t.said(Value[string](t, axeRun(options)))
}

// axeRun looks for faults and for nothing else: to list what is in order as
// well takes longer than to look.
func axeRun(options string) string {
	return `axe.run(document, {iframes: false, resultTypes: ["violations"], elementRef: false, ` + options + `}).then(r => JSON.stringify(r.violations))`
}

// said is axe's findings in words.
func (t *Tab) said(result string) []string {
	t.tb.Helper()
	var all []finding
	if err := json.Unmarshal([]byte(result), &all); err != nil {
		t.tb.Fatalf("axe: %v", err)
	}
	var said []string
	for _, f := range all {
		for _, n := range f.Nodes {
			said = append(said, fmt.Sprintf("%s (%s): %s: %s", f.ID, f.Help, n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", " ")))
		}
	}
	return said
}

// quoted is a text as JavaScript writes it.
func quoted(s string) string {
	b, _ := json.Marshal(s) // a text can always be written
	return string(b)
}
