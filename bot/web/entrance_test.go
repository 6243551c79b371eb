package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// A concern is shown as it is today, or on its first day where it is not done yet.
func TestAConcernIsShownAsItIsWhenItCanBeDone(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: time.November, Day: 23}
	dearer := today.Add(3)
	for name, tt := range map[string]struct {
		from booking.Date
		want string
	}{
		"for long": {booking.Date{}, "10,00"}, "since today": {today, "10,00"}, "until then the old fee": {dearer.Add(-1), "10,00"},
		"from that day on": {dearer, "20,00"}, "later": {dearer.Add(1), "20,00"},
	} {
		town := sampleTown()
		o := town.Offices[0]
		o.Concerns = slices.Clone(o.Concerns)
		c := &o.Concerns[slices.IndexFunc(o.Concerns, func(c booking.Concern) bool { return c.ID == "passport" })]
		c.Done.From = tt.from
		c.Fees = []booking.Fee{{Until: dearer.Add(-1), Rates: []booking.Rate{{Amount: 1000}}}, {From: dearer, Rates: []booking.Rate{{Amount: 2000}}}}
		town.Offices = town.Offices[:1]
		site, _ := wholeSite(t, hall{town: town}, nil, nil)
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, ConcernPath+"passport", nil))
		_, fees, _ := strings.Cut(w.Body.String(), "<h2>Kosten")
		fees, _, _ = strings.Cut(fees, "</section>")
		if w.Code != http.StatusOK || !strings.Contains(fees, tt.want) {
			t.Errorf("done %s: %d, and it costs\n%s", name, w.Code, fees)
		}
	}
}
