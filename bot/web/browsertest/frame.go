package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
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

// FaultsWithin is what axe finds in a frame of the page's own site, as wide as
// it is there. Axe stands beside the frame's scripts, whose policy would refuse
// it.
func (t *Tab) FaultsWithin(path string) []string {
	t.tb.Helper()
	world := t.beside(path)
	t.evaluate(world, wholeAxe()+"; 0")
	return t.said(t.evaluate(world, axeRun))
}

// beside is a world of scripts beside those of a frame, whose address begins
// with a path.
func (t *Tab) beside(path string) runtime.ExecutionContextID {
	t.tb.Helper()
	var world runtime.ExecutionContextID
	t.do(func(ctx context.Context) error {
		tree, err := chromedp.Call(ctx, page.GetFrameTree, cdp.Empty{})
		if err != nil {
			return err
		}
		for _, child := range tree.FrameTree.ChildFrames {
			at, err := url.Parse(child.Frame.URL)
			if err != nil || !strings.HasPrefix(at.Path, path) {
				continue
			}
			made, err := chromedp.Call(ctx, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: child.Frame.ID})
			world = made.ExecutionContextID
			return err
		}
		return fmt.Errorf("no frame of %s", path)
	})
	return world
}

// evaluate is what an expression is in a world of scripts, or a promise of it.
func (t *Tab) evaluate(world runtime.ExecutionContextID, expression string) string {
	t.tb.Helper()
	var said string
	t.do(func(ctx context.Context) error {
		result, err := chromedp.Call(ctx, runtime.Evaluate, runtime.EvaluateParams{
			Expression: expression, ContextID: world, AwaitPromise: new(true), ReturnByValue: new(true),
		})
		if err != nil {
			return err
		}
		if result.ExceptionDetails != nil {
			return errors.New(result.ExceptionDetails.Text)
		}
		_ = json.Unmarshal(result.Result.Value, &said) // a number is no text
		return nil
	})
	return said
}
