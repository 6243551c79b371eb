package web_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// newYear is the day from which on passports take longer and cost more, and on
// which identity cards are no longer done.
var newYear = booking.Date{Year: 2026, Month: time.December, Day: 7}

func dated(town *booking.Town) {
	o := town.Offices[0]
	for i := range o.Concerns {
		switch c := &o.Concerns[i]; c.ID {
		case "passport":
			c.Lengths = []booking.Lengths{{Period: booking.Period{From: newYear}, First: 40 * time.Minute, Further: 40 * time.Minute}}
			c.Fees = append(slices.Clone(c.Fees), booking.Fee{From: newYear, Rates: []booking.Rate{{Amount: 9900}}})
		case "id-card":
			c.Done.Until = newYear.Add(-1)
		}
	}
}

func TestFreeTimesAreThoseOfTheirDay(t *testing.T) {
	t.Parallel()
	w := newSite(t, dated)
	ask := func(query string) (free struct {
		Minutes int
		Days    []struct {
			Day     string
			Minutes int
		}
	},
	) {
		t.Helper()
		p := w.browser().open("/termin/frei?concern=" + query)
		if err := json.Unmarshal([]byte(p.body), &free); err != nil {
			t.Fatalf("%s: %v\n%s", query, err, p.body)
		}
		return free
	}
	if free := ask("id-card"); len(free.Days) == 0 || slices.ContainsFunc(free.Days, func(d struct {
		Day     string
		Minutes int
	},
	) bool {
		return d.Day >= newYear.String()
	}) {
		t.Errorf("days on which it is not done: %+v", free.Days)
	}
	free := ask("passport")
	for _, d := range free.Days {
		if late := d.Day >= newYear.String(); (d.Minutes == 40) != late {
			t.Errorf("%s takes %d minutes", d.Day, d.Minutes)
		}
	}
	if one := ask("passport&day=2026-12-08"); one.Minutes != 40 {
		t.Errorf("on the day: %+v", one)
	}
}

func TestAConcernsPageSaysWhatHoldsTodayAndWhatIsAhead(t *testing.T) {
	t.Parallel()
	w := newSite(t, dated)
	page := func(path string) string {
		return strings.ReplaceAll(w.browser().open(path).body, "\u00a0", " ")
	}
	for _, want := range []string{
		"<p>Gebühr für Reisepass beantragen: 70,00 € ab 24 Jahren, 37,50 € unter 24 Jahren</p>",
		"Ab Montag, 7. Dezember 2026: 99,00 €", "Ab Montag, 7. Dezember 2026 dauert es 40 Minuten.",
	} {
		if body := page("/anliegen/passport"); !strings.Contains(body, want) {
			t.Errorf("the page lacks %q:\n%s", want, body)
		}
	}
	if body := page("/anliegen/id-card"); !strings.Contains(body, "gibt es hier bis Sonntag, 6. Dezember 2026.") {
		t.Errorf("nobody learns that it ends:\n%s", body)
	}
	w.now = newYear.At(8*60, w.office.Calendar.Zone)
	if got := w.browser().open("/anliegen/id-card").status; got != 404 {
		t.Errorf("what is no longer done has a page: %d", got)
	}
	for _, path := range []string{"/", "/bereich/identity"} {
		if strings.Contains(page(path), `/anliegen/id-card"`) {
			t.Errorf("%s leads to what is no longer done", path)
		}
	}
	if body := page("/anliegen/passport"); !strings.Contains(body, "<p>Reisepass beantragen kostet 99,00 €.</p>") {
		t.Errorf("on the day itself:\n%s", body)
	}
}

func TestPagesFollowTheOfficeFiles(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	renamed := *w.office
	renamed.Name = booking.Text{"de": "Bürgerbüro Neustadt"}
	renamed.Site.Arms = booking.Picture{Type: "image/svg+xml", Data: []byte("<svg xmlns='http://www.w3.org/2000/svg'/>")}
	renamed.Site.FrameHosts = []string{"https://www.neustadt.example"}
	town := booking.NewTown(&renamed)
	w.browser().open("/") // which is kept from now on
	w.files.Store(&town)
	p := w.browser().open("/")
	if !strings.Contains(p.body, "Bürgerbüro Neustadt") {
		t.Error("the old name stands there")
	}
	if csp := p.header.Get("Content-Security-Policy"); !strings.Contains(csp, "https://www.neustadt.example") {
		t.Errorf("the new frame is not let in: %s", csp)
	}
	_, rest, ok := strings.Cut(p.body, `src="/-/arms-`)
	name, _, _ := strings.Cut(rest, `"`)
	if got := w.browser().open("/-/arms-" + name); !ok || got.status != 200 || !strings.Contains(got.body, "<svg") {
		t.Errorf("the new coat of arms: %d", got.status)
	}
	if got := w.browser().open("/-/arms-000000000000.svg").status; got != 404 {
		t.Errorf("another one: %d", got)
	}
}

// A page that is kept is kept for those who speak its language.
func TestEachLanguageHasItsPages(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	for range 2 {
		for lang, want := range map[string]string{"de": `<html lang="de"`, "en": `<html lang="en"`} {
			b := w.browser()
			b.header.Set("Accept-Language", lang)
			if p := b.open("/anliegen/id-card"); !strings.Contains(p.body, want) {
				t.Errorf("who asks for %s reads:\n%s", lang, p.body)
			}
		}
	}
}

// Of what only the telephone books no times are shown, nor of what is done
// elsewhere.
func TestNoTimesAreShownOfWhatIsNotBookedHere(t *testing.T) {
	t.Parallel()
	w := newSite(t, func(town *booking.Town) { town.Offices[0].Concerns[1].PhoneOnly = true })
	b := w.browser()
	for query, want := range map[string]int{
		string(w.office.Concerns[0].ID): http.StatusOK,
		string(w.office.Concerns[1].ID): http.StatusNotFound,
		"vehicle-office":                http.StatusNotFound,
		"":                              http.StatusNotFound,
		string(w.office.Concerns[0].ID) + "&day=2026-11-22": http.StatusNotFound, // yesterday
	} {
		if p := b.open("/termin/frei?concern=" + query); p.status != want {
			t.Errorf("%q: %d, want %d", query, p.status, want)
		}
	}
}
