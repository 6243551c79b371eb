package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// What a form begins with is what it names, the first of what can be named: a concern,
// at an office or at any, a ticket, an appointment, a category.
func TestAFormBeginsWithWhatItNames(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]string{
		"":                                "",
		"text=Reisepass":                  "",
		"at=werne":                        "",
		"concern=id-card":                 "concern_id-card",
		"concern=id-card&at=werne":        "office_werne__concern_id-card",
		"concern=id-card&number=K7M4QX":   "concern_id-card",
		"concern=id-card&ticket=K7M4QX":   "concern_id-card",
		"ticket=K7M4QX":                   "ticket_K7M4QX",
		"ticket=K7M4QX&number=C5P8WR":     "ticket_K7M4QX",
		"ticket=K7M4QX&at=werne":          "ticket_K7M4QX",
		"number=C5P8WR":                   "number_C5P8WR",
		"number=C5P8WR&category=identity": "number_C5P8WR",
		"category=identity":               "category_identity",
		"category=identity&at=werne":      "category_identity",
	} {
		// An address names nothing: only what is pressed here begins something.
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/chat/beginn?category=address&concern=address", strings.NewReader(form))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if err := r.ParseForm(); err != nil {
			t.Fatal(err)
		}
		if got := payload(r); got != want {
			t.Errorf("%q begins with %q, want %q", form, got, want)
		}
	}
}

// The page on which a talk begins has what its address names, if there is such a thing.
func TestATalkBeginsWithWhatItsAddressNames(t *testing.T) {
	t.Parallel()
	site, _ := wholeSite(t, hall{town: sampleTown()}, nil, nil)
	for query, want := range map[string]string{
		"": "", "concern=id-card": "concern=id-card", "concern=nothing": "", "number=K7M4QX": "number=K7M 4QX", "number=k7m-4qx": "number=K7M 4QX",
		"number=x": "", "number=K7M4QX&concern=id-card": "concern=id-card number=K7M 4QX", "category=identity": "", "ticket=K7M4QX": "",
	} {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/chat?"+query, nil))
		var fields []string
		for line := range strings.Lines(plainPage(w.Body.String())) {
			if named, ok := strings.CutPrefix(line, "[name="); ok {
				name, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(named), "]"), " value=")
				if value, err := url.QueryUnescape(value); err == nil && name != "do" && name != "text" && name != "viewport" && name != "robots" && !strings.Contains(name, " ") && !strings.Contains(value, "=") {
					fields = append(fields, name+"="+value)
				}
			}
		}
		if got := strings.Join(fields, " "); w.Code != http.StatusOK || got != want {
			t.Errorf("%q: %d, the form begins with %q, want %q", query, w.Code, got, want)
		}
	}
}

// Who has an appointment, or is at the door, begins with that, in words of its own; any
// other word begins nothing in particular.
func TestATalkBeginsWithWhatIsPressed(t *testing.T) {
	t.Parallel()
	for do, want := range map[string]string{"appointments": "Ihre Termine", "here": "Ihre Termine", "nonsense": "Worum geht es", "": "Worum geht es"} {
		site, _ := wholeSite(t, hall{town: sampleTown()}, nil, nil)
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/chat/beginn", strings.NewReader(url.Values{"do": {do}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/chat#offen" || len(w.Result().Cookies()) != 1 {
			t.Fatalf("%q: %d, %v", do, w.Code, w.Header())
		}
		r = httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/chat", nil)
		r.AddCookie(w.Result().Cookies()[0])
		w = httptest.NewRecorder()
		site.ServeHTTP(w, r)
		_, title, _ := strings.Cut(w.Body.String(), "<title>")
		title, _, _ = strings.Cut(title, "</title>")
		if page := plainPage(w.Body.String()); !strings.Contains(page, want) {
			t.Errorf("%q begins with\n%s", do, page)
		}
		_, ask, _ := strings.Cut(w.Body.String(), `<h2 id="offen" tabindex="-1">`)
		ask, _, _ = strings.Cut(ask, "</h2>")
		if !strings.HasPrefix(title, ask+" – ") {
			t.Errorf("%q: the window is called %q at the question %q", do, title, ask)
		}
	}
}
