package web_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/web/browsertest"
)

// branch is a second office of the town, which does all but the last concern.
func branch(town *booking.Town) {
	second := *town.Offices[0]
	second.ID, second.Name = "stockum", booking.Text{"de": "Bürgerbüro Stockum", "en": "Citizens' office Stockum"}
	second.Concerns = second.Concerns[:len(second.Concerns)-1]
	town.Offices = append(town.Offices, &second)
}

// Where several offices do it, free times are those of the one that is named.
func TestFreeTimesAreThoseOfAnOffice(t *testing.T) {
	t.Parallel()
	w := newSite(t, branch)
	b := w.browser()
	last := string(w.office.Concerns[len(w.office.Concerns)-1].ID)
	for _, test := range []struct {
		query  string
		office booking.OfficeID // empty: there is nothing
		others []booking.OfficeID
	}{
		{"id-card", w.office.ID, []booking.OfficeID{"stockum"}},
		{"id-card&at=stockum", "stockum", []booking.OfficeID{w.office.ID}},
		{last, w.office.ID, nil},
		{last + "&at=stockum", "", nil},
		{"id-card&at=nowhere", "", nil},
	} {
		p := b.open("/termin/frei?concern=" + test.query)
		var free struct {
			Office booking.OfficeID
			Others []booking.OfficeID
		}
		if test.office == "" {
			if p.status != http.StatusNotFound {
				t.Errorf("%s: %d\n%s", test.query, p.status, p.body)
			}
			continue
		}
		if err := json.Unmarshal([]byte(p.body), &free); err != nil {
			t.Fatalf("%s: %v\n%s", test.query, err, p.body)
		}
		if free.Office != test.office || !slices.Equal(free.Others, test.others) {
			t.Errorf("%s: %s, and others are %v", test.query, free.Office, free.Others)
		}
	}
}

// The page names its office, leads to the others, and has who books there not asked
// where.
func TestThePageOfFreeTimesLeadsToItsOffice(t *testing.T) {
	t.Parallel()
	w := newSite(t, branch)
	v := w.visitor(browsertest.Look{})
	v.Visit(w.server.URL + "/termin/frei?concern=id-card")
	v.Click(`a[href$="at=stockum"]`)
	v.Until(`document.querySelector("main")?.innerText.includes("Bürgerbüro Stockum")`)
	v.Click("button.main")
	v.Await("#offen")
	v.untilTimes()
	if text := v.Text(); strings.Contains(text, "Wo möchten Sie") {
		t.Errorf("the place is asked again:\n%s", text)
	}
	v.choose("time:")
	v.write("Änne Groß-Lüdemann")
	v.write("aenne@example.org")
	if text := v.Text(); !strings.Contains(text, "Stockum") {
		t.Errorf("it is not booked in Stockum:\n%s", text)
	}
}
