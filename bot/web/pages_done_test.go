package web

import (
	"context"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// settled is letters by which an appointment becomes another.
type settled struct {
	*post
	becomes booking.Appointment
}

func (s settled) ArriveBy(context.Context, string, time.Time) (booking.Appointment, error) {
	return s.becomes, nil
}

func (s settled) MoveBy(context.Context, string, time.Time, time.Time) (booking.Appointment, error) {
	return s.becomes, nil
}

func (s settled) AcceptBy(context.Context, string, time.Time) (booking.Appointment, error) {
	return s.becomes, nil
}

func (s settled) CancelBy(context.Context, string, time.Time) (booking.Appointment, error) {
	return s.becomes, nil
}

// What was just done is said, beside the appointment as it is from now on.
func TestAPageShowsWhatBecameOfTheAppointment(t *testing.T) {
	t.Parallel()
	tomorrow := time.Date(2026, time.November, 24, 9, 15, 0, 0, time.UTC)
	moved := func(a booking.Appointment) booking.Appointment {
		a.Span.Start, a.Span.End = tomorrow, tomorrow.Add(20*time.Minute)
		return a
	}
	here := func(a booking.Appointment) booking.Appointment {
		a.State = booking.CheckedIn
		return a
	}
	at := []any{"Day", locales.LongDate(tomorrow.In(berlin(t))), "Time", locales.Clock(tomorrow.In(berlin(t)))}
	for do, tt := range map[string]struct {
		letter  dialogs.Letter
		becomes func(booking.Appointment) booking.Appointment
		says    []locales.Line
		when    string
	}{
		"move-to 1795511700": {letterOf(48*time.Hour, false), moved, []locales.Line{locales.Say("page.moved"), locales.Say("page.do")}, "10:15"},
		"accept":             {letterOf(48*time.Hour, true), moved, []locales.Line{locales.Say("offer.accepted", at...)}, "10:15"},
		"cancel-yes":         {letterOf(48*time.Hour, false), moved, []locales.Line{locales.Say("page.cancelled", "When", locales.Say("page.when", at...))}, "10:15"},
		"here":               {letterOf(5*time.Minute, false), here, []locales.Line{locales.Say("here.done"), locales.Say("here.known")}, "12:05"},
	} {
		site, _ := wholeSite(t, hall{town: sampleTown()}, settled{&post{letter: tt.letter}, tt.becomes(tt.letter.Appointment)}, nil)
		w := httptest.NewRecorder()
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, Path+token, strings.NewReader(url.Values{"do": {do}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		site.ServeHTTP(w, r)
		page := html.UnescapeString(w.Body.String())
		for _, line := range tt.says {
			if text := locales.For("de").Say(line); !strings.Contains(page, text) {
				t.Errorf("%s: the page does not say %q", do, text)
			}
		}
		if !strings.Contains(page, tt.when) || strings.Contains(page, "remark failed") {
			t.Errorf("%s: the page is not about %s, or says that it failed:\n%s", do, tt.when, plainPage(page))
		}
	}
}

func berlin(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}
