package browsertest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Keys that people press.
const (
	Enter     = kb.Enter
	Tabulator = kb.Tab
	Space     = " "
)

// Visit opens a page.
func (t *Tab) Visit(address string) {
	t.tb.Helper()
	t.Do(chromedp.Navigate(address))
}

// Click clicks on the first thing that a CSS selector finds.
func (t *Tab) Click(selector string) {
	t.tb.Helper()
	t.Await(selector)
	t.rest(selector)
	t.Do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// rest brings what a CSS selector finds into the window, and waits until it
// moves no more: who aims at what still moves misses it.
func (t *Tab) rest(selector string) {
	t.tb.Helper()
	const pause = 20 * time.Millisecond
	place := `(e => (e.scrollIntoView({block: "center", behavior: "instant"}), JSON.stringify(e.getBoundingClientRect())))(` +
		`document.querySelector(` + quoted(selector) + `))`
	for before := ""; ; time.Sleep(pause) {
		now := Value[string](t, place)
		if now == before {
			return
		}
		before = now
	}
}

// Await waits until a CSS selector finds something that can be seen.
func (t *Tab) Await(selector string) {
	t.tb.Helper()
	t.Do(chromedp.WaitVisible(chromedp.CSS(selector)))
}

// Write writes into the field that a CSS selector finds, in place of what is
// in it, and presses Enter.
func (t *Tab) Write(selector, text string) {
	t.tb.Helper()
	t.Do(chromedp.Clear(chromedp.CSS(selector)), chromedp.SendKeys(chromedp.CSS(selector), text+kb.Enter))
}

// Keys presses keys, wherever the focus is.
func (t *Tab) Keys(keys string) {
	t.tb.Helper()
	t.Do(chromedp.KeyEvent(keys))
}

// Back goes back as the browser's button does.
func (t *Tab) Back() {
	t.tb.Helper()
	t.Do(chromedp.NavigateBack())
}

// Reload loads the page again.
func (t *Tab) Reload() {
	t.tb.Helper()
	t.Do(chromedp.Reload())
}

// Value is what an expression of JavaScript is.
func Value[T any](t *Tab, expression string) T {
	t.tb.Helper()
	return get(t, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Text is all that can be read on the page.
func (t *Tab) Text() string {
	t.tb.Helper()
	return Value[string](t, `document.body.innerText`)
}

// Has tells whether a CSS selector finds something.
func (t *Tab) Has(selector string) bool {
	t.tb.Helper()
	return Value[bool](t, `document.querySelector(`+quoted(selector)+`) !== null`)
}

// Until waits until an expression of JavaScript is true, or a promise of it.
func (t *Tab) Until(expression string) {
	t.tb.Helper()
	const pause = 20 * time.Millisecond
	for range patience / pause {
		if t.holds(`Promise.resolve(` + expression + `).then(Boolean)`) {
			return
		}
		time.Sleep(pause)
	}
	t.tb.Fatalf("browser: never %s\n%s", expression, t.where())
}

// holds tells whether an expression of JavaScript is true. It is not where its
// page is just being left for another one.
func (t *Tab) holds(expression string) (yes bool) {
	t.tb.Helper()
	t.do(func(ctx context.Context) (err error) {
		yes, err = chromedp.Run(ctx, chromedp.Evaluate[bool](expression, chromedp.EvalAwaitPromise))
		if left := new(cdproto.Error); errors.As(err, &left) && left.Code == pageLeft {
			return nil
		}
		return err
	})
	return yes
}

// pageLeft is how the protocol says that a page is being left. It is said of
// other faults as well, with which what is waited for does not come to be.
const pageLeft = -32000

// Picture keeps a picture of the whole page in the folder that the variable
// PICTURES names; without it nothing is done.
func (t *Tab) Picture(name string) {
	t.tb.Helper()
	if folder := os.Getenv("PICTURES"); folder != "" {
		t.keep(filepath.Join(folder, name+".png"), get(t, chromedp.FullScreenshot(100)))
	}
}

// Save keeps a picture of what the window shows in a file.
func (t *Tab) Save(path string) {
	t.tb.Helper()
	t.keep(path, get(t, chromedp.CaptureScreenshot()))
}

func (t *Tab) keep(path string, png []byte) {
	t.tb.Helper()
	if err := os.WriteFile(path, png, 0o644); err != nil { //nolint:gosec // a picture for everybody
		t.tb.Fatal(err)
	}
}
