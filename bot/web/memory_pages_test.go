package web_test

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/web"
)

// What is free can be asked for by the town's own site, for as many as there may be and
// on the days that can be booked, and by nobody for anything else.
func TestWhatIsFreeIsSaid(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	c := w.office.Concerns[0]
	today, last := w.office.Today(w.now), w.office.LastDay(w.now)
	for query, want := range map[string]int{
		"": 200, "&quantity=1": 200, "&quantity=" + strconv.Itoa(c.MaxQuantity): 200, "&quantity=" + strconv.Itoa(c.MaxQuantity+1): 404, "&quantity=0": 404, "&quantity=x": 404,
		"&day=" + today.String(): 200, "&day=" + last.String(): 200, "&day=" + today.Add(-1).String(): 404, "&day=" + last.Add(1).String(): 404, "&day=x": 404,
		"&at=" + string(w.office.ID): 200, "&at=nowhere": 404,
	} {
		p := w.browser().open("/termin/frei?concern=" + string(c.ID) + query)
		if p.status != want {
			t.Errorf("%q: %d, want %d", query, p.status, want)
			continue
		}
		if want != 200 {
			continue
		}
		var free struct {
			Office, Concern string
			Minutes         int
			Next            *time.Time
			Days            []struct {
				Day   string
				Free  int
				Times []string
			}
		}
		if err := json.Unmarshal([]byte(p.body), &free); err != nil || free.Office != string(w.office.ID) || free.Concern != string(c.ID) || p.header.Get("Access-Control-Allow-Origin") != "*" || p.header.Get("Cache-Control") != "public, max-age=10" || p.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%q: %v, %+v, %v", query, err, free, p.header)
		}
		if asked, on := strings.CutPrefix(query, "&day="); on && (len(free.Days) > 1 || len(free.Days) == 1 && free.Days[0].Day != asked) {
			t.Errorf("%q: %d days", query, len(free.Days))
		}
		if !strings.HasPrefix(query, "&day") && (len(free.Days) < 10 || free.Next == nil || free.Next.Before(w.now) || free.Days[0].Free != len(free.Days[0].Times) || free.Minutes < 5) {
			t.Errorf("%q: %d days, next %v", query, len(free.Days), free.Next)
		}
	}
	for _, concern := range []string{"", "nothing"} {
		if p := w.browser().open("/termin/frei?concern=" + concern); p.status != http.StatusNotFound {
			t.Errorf("%q: %d", concern, p.status)
		}
	}
	b := w.browser()
	b.header.Set("Accept", "text/html")
	if p := b.open("/termin/frei?concern=" + string(c.ID)); !strings.Contains(p.body, "<h1") {
		t.Errorf("for people: %d\n%.200s", p.status, p.body)
	}
	if p := b.open("/termin/frei?format=json&concern=" + string(c.ID)); strings.Contains(p.body, "<h1") {
		t.Errorf("as JSON for people: %.200s", p.body)
	}
}

// What pages load is bound too, may be kept for ever, and is another file when it is
// another content.
func TestWhatPagesLoadIsBound(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	b := w.browser()
	body := b.open("/").body
	found := 0
	for _, part := range strings.Split(body, `"/-/`)[1:] {
		name, _, _ := strings.Cut(part, `"`)
		response, err := b.client.Get(w.server.URL + "/-/" + name)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		found++
		if kind := response.Header.Get("Content-Type"); strings.HasSuffix(name, ".css") != strings.HasPrefix(kind, "text/css") || strings.HasSuffix(name, ".js") != strings.HasPrefix(kind, "text/javascript") {
			t.Errorf("%s is %s", name, kind)
		}
		for header, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding",
			"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
		} {
			if got := response.Header.Get(header); got != want || response.StatusCode != http.StatusOK {
				t.Errorf("%s: %d, %s is %q", name, response.StatusCode, header, got)
			}
		}
	}
	if p, err := b.client.Get(w.server.URL + "/-/arms-000000000000.svg"); err != nil || p.StatusCode != http.StatusNotFound {
		t.Errorf("a picture of before: %v", err)
	} else {
		p.Body.Close()
	}
	if found < 2 {
		t.Errorf("a page loads %d files", found)
	}
}

// Every page of the town says what it is, what it leads to, and what may be listed.
func TestEveryPageOfTheTownSaysWhatItIs(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	paths := []string{"/", "/impressum", "/datenschutz", "/barrierefreiheit", "/chat", "/chat/ende", "/da"}
	for _, c := range w.current().Categories() {
		paths = append(paths, web.CategoryPath+string(c.ID))
	}
	titles := map[string]bool{}
	for _, c := range w.office.Concerns {
		paths = append(paths, web.ConcernPath+string(c.ID))
	}
	for _, path := range paths {
		p := w.browser().open(path)
		_, rest, _ := strings.Cut(p.body, "<title>")
		title, _, _ := strings.Cut(rest, "</title>")
		if p.status != http.StatusOK || len(title) < 8 || titles[title] && path != "/chat" || !strings.Contains(p.body, `lang="de"`) || !strings.Contains(p.body, "<h1") {
			t.Errorf("%s: %d, called %q", path, p.status, title)
		}
		titles[title] = true
		if listed := !strings.Contains(p.body, "noindex"); listed != (!strings.HasPrefix(path, "/chat") && path != "/da") {
			t.Errorf("%s may be listed: %v", path, listed)
		}
	}
	for _, c := range w.office.Concerns {
		p := w.browser().open(web.ConcernPath + string(c.ID))
		name := c.Name.In("de")
		if !strings.Contains(p.text(), name) || c.PhoneOnly == strings.Contains(p.body, `value="`+string(c.ID)+`"`) || !c.PhoneOnly && len(c.Documents) > 0 && !strings.Contains(p.text(), c.Documents[0].Name.In("de")) {
			t.Errorf("the page of %s: by phone %v\n%s", name, c.PhoneOnly, p.text())
		}
	}
}

// A link to a concern begins the talk with it, if one can book it here.
func TestALinkBeginsWithAConcernThatCanBeBooked(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t, func(town *booking.Town) { town.Offices[0].Concerns[1].PhoneOnly = true })
	for id, want := range map[string]bool{string(w.office.Concerns[0].ID): true, string(w.office.Concerns[1].ID): false, "none": false, "": false} {
		p := w.browser().open("/chat?concern=" + id)
		if got := strings.Contains(p.body, `name="concern" value="`+id+`"`); p.status != 200 || got != want {
			t.Errorf("%q: %d, begins with it: %v", id, p.status, got)
		}
	}
}

// A long talk keeps its end: who has seen what is still there gets what is new, and who
// has seen less gets all of it again.
func TestWhoSawAForgottenExchangeGetsAllAgain(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	b := w.browser()
	b.begin("")
	for range 30 {
		b.write("Unsinn")
	}
	count, err := strconv.Atoi(b.page.fields().Get("since"))
	if err != nil || count < 30 {
		t.Fatalf("%d exchanges, %v", count, err)
	}
	b.header.Set("X-Talk", "swap")
	for since, reset := range map[int]bool{count - 25: true, count - 24: false, count - 1: false, count: false, count + 1: true} {
		p := b.open("/chat?since=" + strconv.Itoa(since))
		if got := strings.Contains(p.body, "data-reset"); got != reset || !strings.Contains(p.body, `data-count="`+strconv.Itoa(count)+`"`) {
			t.Errorf("since %d of %d: all again %v", since, count, got)
		}
		if n := strings.Count(p.body, `class="own"`); !reset && n != count-since || reset && n != 24 {
			t.Errorf("since %d of %d: %d answers of one's own", since, count, n)
		}
	}
}
