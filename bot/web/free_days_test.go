package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// booked is what keeps desks busy on some days, and what was asked for.
type booked struct {
	hall
	days  []dialogs.Booked
	needs *[]dialogs.Need
}

func (b booked) Facts(_ context.Context, _ booking.PersonID, _ time.Time, need dialogs.Need) (dialogs.Facts, error) {
	*b.needs = append(*b.needs, need)
	return dialogs.Facts{Town: b.town, Now: noonHere, Booked: b.days}, nil
}

// Days with nothing free are left out, the next time is the first that is free, and no
// more days are looked up than were asked for.
func TestDaysWithNothingFreeAreLeftOut(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	o := town.Offices[0]
	first := booking.Date{Year: 2026, Month: time.November, Day: 24}
	var full []booking.Busy
	for i, desk := range o.Desks {
		id := booking.AppointmentID(i + 1)
		full = append(full, booking.Busy{ID: id, Claim: id, Desk: desk.ID, Fixed: true, Span: booking.Span{Start: first.At(0, o.Calendar.Zone), End: first.Add(1).At(0, o.Calendar.Zone)}})
	}
	free := []dialogs.Booked{{Office: o.ID, Day: first, Busy: full}, {Office: o.ID, Day: first.Add(1)}, {Office: o.ID, Day: first.Add(2)}}
	for name, tt := range map[string]struct {
		query    string
		days     []dialogs.Booked
		want     []string
		from, to booking.Date
		says     string
	}{
		"all":      {"", free, []string{"2026-11-25", "2026-11-26"}, o.Today(noonHere), o.LastDay(noonHere), "Mittwoch, 25. November"},
		"one full": {"&day=2026-11-24", free[:1], nil, first, first, "Zurzeit ist nichts frei"},
		"one free": {"&day=2026-11-25&quantity=2", free[1:2], []string{"2026-11-25"}, first.Add(1), first.Add(1), "Mittwoch, 25. November"},
	} {
		var needs []dialogs.Need
		site, _ := wholeSite(t, hall{town: town}, nil, func(_ *Settings, b *Backend) { b.Times = booked{hall{town: town}, tt.days, &needs} })
		get := func(accept string) *bytes.Buffer {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/termin/frei?concern=id-card"+tt.query, nil)
			r.Header.Set("Accept", accept)
			w := httptest.NewRecorder()
			site.ServeHTTP(w, r)
			return w.Body
		}
		var answer freeTimes
		if err := json.Unmarshal(get("application/json").Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		var days []string
		for _, d := range answer.Days {
			days = append(days, d.Day)
			if d.Free == 0 || d.Free != len(d.Times) || d.Minutes != answer.Minutes {
				t.Errorf("%s: %+v", name, d)
			}
		}
		if diff := cmp.Diff(tt.want, days); diff != "" || (answer.Next == nil) != (days == nil) || answer.Next != nil && booking.DateOf(*answer.Next, o.Calendar.Zone).String() != days[0] {
			t.Errorf("%s: next %v, days (-want +got):\n%s", name, answer.Next, diff)
		}
		if page := strings.ReplaceAll(plainPage(get("text/html").String()), "\u00a0", " "); !strings.Contains(page, tt.says) {
			t.Errorf("%s: people read\n%s", name, page)
		}
		want := dialogs.Need{Offices: []booking.OfficeID{o.ID}, From: tt.from, To: tt.to}
		if diff := cmp.Diff([]dialogs.Need{want, want}, needs); diff != "" {
			t.Errorf("%s: looked up (-want +got):\n%s", name, diff)
		}
	}
}

// What is done on the pages of mails is counted among all that the program counts.
func TestASiteCountsWhatIsDoneOnItsPages(t *testing.T) {
	t.Parallel()
	var counts http.Handler
	site, _ := wholeSite(t, hall{town: sampleTown()}, &post{letter: letterOf(48*time.Hour, false)}, func(_ *Settings, b *Backend) { counts = b.Host.Metrics.Handler() })
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, Path+token, strings.NewReader("do=cancel-yes"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	site.ServeHTTP(httptest.NewRecorder(), r)
	w := httptest.NewRecorder()
	counts.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	for _, want := range []string{`terminbote_page_requests_total{asked="cancel-yes",status="200"} 1`, `terminbote_commands_total{command="cancel"} 1`} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("not counted: %s", want)
		}
	}
}
