package web_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"terminbote/booking"
	"terminbote/bot/web/browsertest"
)

// homePage is a town's home page on a site of its own, with the talk in a
// frame. It returns its address.
func homePage(t *testing.T, name, talk string) string {
	t.Helper()
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!DOCTYPE html><html lang="de"><title>Stadt</title><h1>Stadt</h1>` +
			`<iframe title="Termin" src="` + talk + `" style="width:60rem;height:50rem"></iframe>`))
	}))
	t.Cleanup(server.Close)
	return named(t, server, name)
}

// named is where a server is under a name of our own.
func named(t *testing.T, server *httptest.Server, name string) string {
	t.Helper()
	at, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	return "https://" + net.JoinHostPort(name, at.Port())
}

// framedTown is a town whose talk is shown in frames, at an address of its own
// over https.
type framedTown struct {
	*town

	talk        string       // where it is
	may, mayNot string       // two home pages
	asked       atomic.Int64 // how many requests came
}

func newFramedTown(t *testing.T) *framedTown {
	t.Helper()
	f := &framedTown{}
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.asked.Add(1)
		f.server.Config.Handler.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	f.talk = named(t, server, "termine.office.test")
	f.may, f.mayNot = homePage(t, "www.werne.test", f.talk+"/chat?concern=id-card"), homePage(t, "www.evil.test", f.talk+"/chat")
	f.town = newSiteAt(t, f.talk, func(town *booking.Town) { town.Offices[0].Site.FrameHosts = []string{f.may} })
	return f
}

// A home page on another site shows the talk, and somebody books there: in a
// browser that keeps cookies of other sites apart, with scripts and without.
func TestATalkIsHeldInAFrameOfAnotherSite(t *testing.T) {
	t.Parallel()
	for name, look := range map[string]browsertest.Look{"with scripts": {}, "without": {NoScript: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newFramedTown(t)
			page := browsertest.Open(t, look)
			page.Visit(w.may)
			v := &visitor{page.Frame(w.talk, look), t, w.server, look.NoScript}
			v.Click(`a[hreflang="en"]`)
			v.Await(`span[lang="en"]`)
			v.Click("button.main")
			v.Await("#offen")
			if browsertest.Value[bool](v.Tab, `document.querySelector("noscript")?.children.length > 0`) != look.NoScript {
				t.Fatal("scripts run where none should, or the other way round")
			}
			if said := v.Text(); !strings.Contains(said, "Back") {
				t.Errorf("the language that was asked for is lost:\n%s", said)
			}
			v.answerAll()
			v.choose("yes")
			if w.confirmed() != 1 || !v.Has(".card") {
				t.Fatalf("%d booked:\n%s", w.confirmed(), v.Text())
			}
			// What was said there is of no concern to somebody who opens the site itself.
			alone := page.Second(look)
			alone.Visit(w.talk + "/chat")
			if said := alone.Text(); strings.Contains(said, "Groß-Lüdemann") || alone.Has(".card") {
				t.Errorf("the talk is not kept apart:\n%s", said)
			}
		})
	}
}

// Nobody else shows the talk, where people could be made to press what they do
// not see.
func TestNoOtherSiteShowsTheTalk(t *testing.T) {
	t.Parallel()
	w := newFramedTown(t)
	page := browsertest.Open(t, browsertest.Look{})
	page.Visit(w.mayNot) // until all that is on it is there, or refused
	if f := page.Frame(w.talk, browsertest.Look{}); f.Has(".hero") || w.asked.Load() == 0 {
		t.Errorf("asked for %d times, and it is shown:\n%s", w.asked.Load(), f.Text())
	}
	page.Visit(w.may)
	page.Frame(w.talk, browsertest.Look{}).Await(".hero")
}
