package browsertest

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
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
	if !Value[bool](t, `"axe" in window`) {
		Value[int](t, wholeAxe()+"; 0")
	}
	return t.said(Value[string](t, axeRun))
}

// axeRun looks for faults. What is in order is not written down: that is most
// of what there is to say.
const axeRun = `axe.run(document, {iframes: false, resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations))`

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

// KeepAxe has axe on each page that is opened from now on: where many are held
// against it, sending it to each takes as long as what it does there.
func (t *Tab) KeepAxe() {
	t.tb.Helper()
	t.do(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: wholeAxe()})
		return err
	})
}

// wholeAxe is axe, the file that npm has.
var wholeAxe = sync.OnceValue(func() string {
	if sum := sha256.Sum256([]byte(axe)); hex.EncodeToString(sum[:]) != axeSum {
		panic("axe.min.js is not the file that npm has")
	}
	return axe
})

// quoted is a text as JavaScript writes it.
func quoted(s string) string {
	b, _ := json.Marshal(s) // a text can always be written
	return string(b)
}
