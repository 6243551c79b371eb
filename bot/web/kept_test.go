package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
)

// A page that is the same for everybody is kept as everybody sees it: what somebody's
// address says is drawn for them alone, and a language that is asked for is remembered.
func TestAKeptPageIsEverybodys(t *testing.T) {
	t.Parallel()
	s, _ := quickSite(t, "")
	ask := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		s.mux.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		return w
	}
	for i, path := range []string{"/", "/bereich/identity", "/anliegen/id-card", "/impressum", "/datenschutz", "/barrierefreiheit"} {
		plain := ask(path)
		own := ask(path + "?from=somebody")
		again := ask(path)
		if plain.Code != http.StatusOK || own.Code != http.StatusOK || again.Body.String() != plain.Body.String() {
			t.Errorf("%s: %d, with a query %d, and then it is another page: %v", path, plain.Code, own.Code, again.Body.String() != plain.Body.String())
		}
		if strings.Contains(plain.Body.String(), "somebody") || !strings.Contains(own.Body.String(), "?from=somebody&amp;lang=en") {
			t.Errorf("%s: the query is where it does not belong, or is lost to the other languages", path)
		}
		if len(s.keeps.pages) != i+1 {
			t.Errorf("after %s %d pages are kept, want %d", path, len(s.keeps.pages), i+1)
		}
		for asked, want := range map[string]string{"en": "en", "de": "de", "xx": ""} {
			got := ""
			for _, c := range ask(path + "?lang=" + asked).Result().Cookies() {
				got = c.Name + "=" + c.Value
			}
			if want != "" && got != "lang="+want || want == "" && got != "" {
				t.Errorf("%s?lang=%s remembers %q", path, asked, got)
			}
		}
	}
	if c := ask("/chat?lang=en").Result().Cookies(); len(c) != 1 || c[0].Name != "lang" || c[0].Value != "en" {
		t.Errorf("the talk remembers %v", c)
	}
	for _, path := range []string{"/bereich/none", "/anliegen/none"} {
		if plain, own := ask(path), ask(path+"?from=somebody"); plain.Code != http.StatusNotFound || own.Code != http.StatusNotFound || !strings.Contains(own.Body.String(), "<h1") {
			t.Errorf("%s: %d, with a query %d", path, plain.Code, own.Code)
		}
	}
}

// The face of the pages is made once for the office files as they are, and again when
// one of them changes. Whatever office lets a site show the talk, all of its pages may
// be shown there.
func TestAFaceIsOfItsOfficeFiles(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	town.Offices[0].Site.FrameHosts, town.Offices[1].Site.FrameHosts = []string{"https://b.example"}, []string{"https://c.example", "https://d.example"}
	f := faces{current: func() booking.Town { return town }, talks: true, base: "/x", work: true, framers: []string{"https://a.example"}}
	one := f.face()
	if f.face() != one {
		t.Error("it is made again for the same files")
	}
	if hosts := []string{"https://a.example", "https://b.example", "https://c.example", "https://d.example"}; !slices.Equal(one.hosts, hosts) || one.base != "/x" || !one.work || !one.talks {
		t.Errorf("%+v", one)
	}
	changed := *town.Offices[1]
	changed.Site.FrameHosts = nil
	town.Offices = []*booking.Office{town.Offices[0], &changed}
	two := f.face()
	if two == one || !slices.Equal(two.hosts, []string{"https://a.example", "https://b.example"}) || two.town.Offices[1] != &changed {
		t.Errorf("after a change of one file: %+v", two)
	}
}

// The coat of arms is there where the first office has one, under a name that says what
// kind of picture it is.
func TestTheArmsAreThoseOfTheFirstOffice(t *testing.T) {
	t.Parallel()
	data := []byte("a picture")
	for name, tt := range map[string]struct {
		arms   booking.Picture
		ending string
	}{"none": {booking.Picture{Type: "image/png"}, ""}, "drawn": {booking.Picture{Type: "image/svg+xml", Data: data}, ".svg"}, "painted": {booking.Picture{Type: "image/png", Data: data}, ".png"}} {
		town := sampleTown()
		town.Offices[0].Site.Arms = tt.arms
		f := newFace(town, true)
		if (f.arms != nil) != (tt.ending != "") || f.frame(nil, "de", "").Arms != "" != (tt.ending != "") {
			t.Errorf("%s: %+v", name, f.arms)
		} else if f.arms != nil && (!strings.HasSuffix(f.arms.path, tt.ending) || f.arms.kind != tt.arms.Type || f.frame(nil, "de", "").Arms != f.arms.path) {
			t.Errorf("%s: %s, %s", name, f.arms.path, f.arms.kind)
		}
	}
}
