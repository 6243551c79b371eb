// Package browsertest drives a real browser, Debian's Chromium, as people do:
// with a mouse, with a keyboard alone, without scripts, on a small screen, in
// the dark. It holds pages against axe.
package browsertest

import (
	"cmp"
	"context"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long anything may take on a busy machine.
const patience = 60 * time.Second

// started is the process's one browser. It ends with the process.
var started = sync.OnceValues(start)

func start() (context.Context, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true),
		// It visits our own pages only, and its sandbox refuses root, and anybody who
		// may make no namespaces.
		chromedp.NoSandbox, chromedp.WSURLReadTimeout(patience),
		// A window that nobody sees needs no list of suggestions below its address:
		// that is two more pages in each, and half of what a window costs. A process
		// kept ready for the next site is a tenth of the rest.
		chromedp.Flag("disable-features", "Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess"),
		// Sites below .test are on this machine, with certificates of their own
		// making. A cookie of another site is kept within a frame only where it
		// is set apart for that, as ever more browsers do.
		chromedp.Flag("host-resolver-rules", "MAP *.test 127.0.0.1"), chromedp.Flag("ignore-certificate-errors", true),
		chromedp.Flag("test-third-party-cookie-phaseout", true), chromedp.Flag("site-per-process", true))
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(allocator)
	return ctx, chromedp.Do(ctx)
}

// find is the browser's program. One without windows takes half the processor.
func find() (path string, err error) {
	for _, name := range []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"} {
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}

// Look is how somebody looks at a page.
type Look struct {
	Width, Height int64 // 0: a desktop's
	Dark          bool
	NoScript      bool
	Lang          string // the browser's; empty: German
}

// Phone is a small phone's look: 320 pixels, which is also what is left of a
// desktop's at 400 %.
var Phone = Look{Width: 320, Height: 640}

// Tab is a window of somebody's own browser, with nobody else's cookies.
type Tab struct {
	tb  testing.TB
	ctx context.Context
}

// Open opens a browser for somebody. It fails where there is none: a test that
// is skipped proves nothing. Only where nobody wants to wait it is left out.
func Open(tb testing.TB, l Look) *Tab {
	tb.Helper()
	if testing.Short() {
		tb.Skip("a browser takes seconds to start")
	}
	root, err := started()
	if err != nil {
		tb.Fatalf("no browser: %v; install it with: sudo apt-get install -y chromium", err)
	}
	ctx, cancel := chromedp.NewContext(root, chromedp.WithNewBrowserContext())
	tb.Cleanup(cancel)
	return (&Tab{tb, ctx}).look(l)
}

// Second is another window of the same browser.
func (t *Tab) Second(l Look) *Tab {
	t.tb.Helper()
	ctx, cancel := chromedp.NewContext(t.ctx)
	t.tb.Cleanup(cancel)
	return (&Tab{t.tb, ctx}).look(l)
}

func (t *Tab) look(l Look) *Tab {
	t.tb.Helper()
	if err := chromedp.Do(t.ctx); err != nil { // opens the window, which must not end with a deadline
		t.tb.Fatalf("browser: %v", err)
	}
	if l.Width == 0 {
		l.Width, l.Height = 1280, 900
	}
	t.do(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: l.Width, Height: l.Height, DeviceScaleFactor: 1, Mobile: l.Width < 600,
		})
		return err
	})
	t.speak(l)
	t.Dark(l.Dark)
	return t
}

// speak sets what holds in a frame of another site by itself: the language, and
// whether scripts run.
func (t *Tab) speak(l Look) {
	t.tb.Helper()
	t.do(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: l.NoScript})
		return err
	})
	t.do(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
			UserAgent: "Mozilla/5.0 (test)", AcceptLanguage: cmp.Or(l.Lang, "de"),
		})
		return err
	})
}

// Dark switches to dark colours, or back. Nothing moves.
func (t *Tab) Dark(dark bool) {
	t.tb.Helper()
	scheme := map[bool]string{true: "dark", false: "light"}[dark]
	t.do(func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
			},
		})
		return err
	})
}

// do does something within the patience there is, or fails and says what the
// page shows.
func (t *Tab) do(what func(context.Context) error) {
	t.tb.Helper()
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	if err := what(ctx); err != nil {
		t.tb.Fatalf("browser: %v\n%s", err, t.where())
	}
}

// Do does some of chromedp's actions.
func (t *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	t.tb.Helper()
	t.do(func(ctx context.Context) error { return chromedp.Do(ctx, actions...) })
}

// get is what an action of chromedp's returns.
func get[T any](t *Tab, action chromedp.Action[T]) (v T) {
	t.tb.Helper()
	t.do(func(ctx context.Context) (err error) {
		v, err = chromedp.Run(ctx, action)
		return err
	})
	return v
}

// where is what the page says, for a failed test.
func (t *Tab) where() string {
	ctx, cancel := context.WithTimeout(t.ctx, 5*time.Second)
	defer cancel()
	address, _ := chromedp.Run(ctx, chromedp.Location())
	text, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
	return address + "\n" + text
}
