package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/office"
)

// The screen shows the latest eight calls, counts everybody who waits, and leads to the
// screens of the town's other offices in the order of their names.
func TestTheScreenShowsTheLatestCalls(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	third := *town.Offices[1]
	third.ID, third.Name = "altstadt", booking.Text{"de": "Altstadt", "en": "Old town"}
	town.Offices = append(town.Offices, &third)
	s := NewSite(Settings{Town: func() booking.Town { return town }, Now: clocktest.At(noonHere), Log: slog.New(slog.DiscardHandler)})
	for called := range 10 {
		for waits := range 3 {
			var line []booking.Appointment
			for i := range called {
				line = append(line, booking.Appointment{Ticket: i + 1, State: booking.Called, Desk: town.Offices[0].Desks[0].ID, CalledAt: noonHere.Add(time.Duration(i) * time.Minute)})
			}
			for i := range waits {
				line = append(line, booking.Appointment{Ticket: 100 + i, State: booking.CheckedIn})
			}
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/anzeige", nil)
			p := s.boardOf(r, town.Offices[0], dialogs.Facts{Town: town, Now: noonHere, Line: line})
			if len(p.Calls) != min(called, 8) || called > 0 && (p.Calls[0].Number != fmt.Sprintf("W%d", called) || p.Calls[0].Desk != town.Offices[0].Desks[0].Name.In("de")) {
				t.Errorf("%d are called: %+v", called, p.Calls)
			}
			if !strings.Contains(p.Waiting, map[int]string{0: "niemand", 1: "1 Person", 2: "2 Personen"}[waits]) && !strings.Contains(p.Waiting, fmt.Sprint(waits)) || !strings.Contains(p.AsOf, "12:00") {
				t.Errorf("%d wait: %q, %q", waits, p.Waiting, p.AsOf)
			}
			if len(p.Others) != 2 || p.Others[0] != (officeLink{"/anzeige/altstadt", "Altstadt"}) || p.Others[1].Href != "/anzeige/stockum" {
				t.Errorf("it leads to %+v", p.Others)
			}
		}
	}
	for path, want := range map[string]booking.OfficeID{"": "werne", "stockum": "stockum", "altstadt": "altstadt", "none": ""} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/anzeige/"+path, nil)
		r.SetPathValue("office", path)
		if o, ok := s.boardOffice(r); ok != (want != "") || ok && o.ID != want {
			t.Errorf("/anzeige/%s is the screen of %v, %v", path, o, ok)
		}
	}
}

// The address of the site is the one it is given, without a slash at its end.
func TestTheSiteKnowsItsAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{"": "", "https://a.example": "https://a.example", "https://a.example/": "https://a.example", "https://a.example/termine/": "https://a.example/termine"} {
		s := &Site{}
		if address != "" {
			s.PublicURL, _ = url.Parse(address)
		}
		if got := s.origin(); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
}

// A card has the parts of which something can be said, and is none for an appointment at
// an office that nobody knows.
func TestACardHasWhatCanBeSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		sheet dialogs.Sheet
		want  string
	}{
		"nothing":    {dialogs.Sheet{}, ""},
		"an address": {dialogs.Sheet{Address: "Platz 1 & 2, 59368 Werne"}, ""},
		"where":      {dialogs.NewSheet(office.Sample().Offices[0], letterOf(0, false).Appointment), "mail.matters mail.where mail.bring mail.forms mail.cost"},
	} {
		var titles []string
		for _, p := range partsOf(tt.sheet, "de") {
			for _, key := range []string{"changed.title", "mail.matters", "mail.where", "mail.bring", "mail.forms", "mail.cost"} {
				if p.Title == (frame{Lang: "de"}).Said(key) {
					titles = append(titles, key)
				}
			}
			if len(p.Lines)+len(p.Items) == 0 {
				t.Errorf("%s: %s is empty", name, p.Title)
			}
		}
		if got := strings.Join(titles, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	if got := mapAddress("Platz 1 & 2, 59368 Werne"); got != "https://www.openstreetmap.org/search?query=Platz+1+%26+2%2C+59368+Werne" {
		t.Errorf("the map is at %s", got)
	}
	a := letterOf(time.Hour, false).Appointment
	a.Office = "nowhere"
	if c := cardOf(&open{facts: dialogs.Facts{Town: office.Sample(), Now: noonHere}}, a, "de"); c != nil {
		t.Errorf("a card of no office: %+v", c)
	}
}
