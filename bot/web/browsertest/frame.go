package browsertest

import (
	"strings"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Frame is the frame of another site on the page, whose address begins so. It
// is entered as it is, and what the page's browser says of itself is said there
// from the next page on.
func (t *Tab) Frame(address string, l Look) *Tab {
	t.tb.Helper()
	var id target.ID
	const pause = 20 * time.Millisecond
	for began := 0; id == ""; began++ {
		if began > int(patience/pause) {
			t.tb.Fatalf("browser: no frame of %s\n%s", address, t.where())
		}
		time.Sleep(pause)
		id = t.framed(address)
	}
	ctx, cancel := chromedp.NewContext(t.ctx, chromedp.WithTargetID(id))
	t.tb.Cleanup(cancel)
	f := &Tab{t.tb, ctx}
	if err := chromedp.Do(ctx); err != nil { // enters the frame, which must not end with a deadline
		t.tb.Fatalf("browser: %v", err)
	}
	f.speak(l)
	return f
}

// framed is what the browser calls such a frame; empty where there is none.
func (t *Tab) framed(address string) target.ID {
	t.tb.Helper()
	all, err := chromedp.Targets(t.ctx)
	if err != nil {
		t.tb.Fatalf("browser: %v", err)
	}
	for _, one := range all {
		if one.Type == "iframe" && strings.HasPrefix(one.URL, address) {
			return one.TargetID
		}
	}
	return ""
}
