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

// Where no other time is free the page says until when it looked and which number to call, and
// one can wait for one.
func TestWhereNothingElseIsFreeThePageSaysSo(t *testing.T) {
	t.Parallel()
	letter := letterOf(48*time.Hour, false)
	_, page := asks(t, &post{letter: letter, free: []dialogs.FreeDay{}}, token, "move")
	wants(t, "nothing is free", page, []string{"page.day", "page.back"}, "wait")
	last := locales.Date(letter.Office.LastDay(noonHere).At(12*60, time.UTC))
	if text := locales.For("de").Say(locales.Say("page.full", "Last", last, "Phone", letter.Office.Phone)); !strings.Contains(anyMark.ReplaceAllString(html.UnescapeString(page), ""), text) {
		t.Errorf("the page does not say %q:\n%s", text, plainPage(page))
	}
}

// The times of a day stand under the half of the day in which they begin.
func TestTimesStandUnderTheirHalfOfTheDay(t *testing.T) {
	t.Parallel()
	day := booking.Date{Year: 2026, Month: time.November, Day: 24}
	at := func(clock booking.Clock) time.Time { return day.At(clock, berlin(t)) }
	v := visit{lang: "de", letter: letterOf(0, false)}
	morning, afternoon := v.say(locales.Say("time.morning")), v.say(locales.Say("time.afternoon"))
	for name, tt := range map[string]struct {
		starts []time.Time
		want   string
	}{
		"both":          {[]time.Time{at(8 * 60), at(11*60 + 55), at(12 * 60), at(17 * 60)}, morning + " 8:00 11:55 " + afternoon + " 12:00 17:00"},
		"the morning":   {[]time.Time{at(11*60 + 59)}, morning + " 11:59"},
		"the afternoon": {[]time.Time{at(12 * 60)}, afternoon + " 12:00"},
	} {
		var all []string
		page := v.timesOf(dialogs.FreeDay{Day: day, Starts: tt.starts})
		for _, g := range page.Groups[:len(page.Groups)-1] {
			all = append(all, g.Title)
			for _, b := range g.Buttons {
				all = append(all, b.Label)
				if start, ok := instant(strings.TrimPrefix(b.Do, timeWord+" ")); !ok || !strings.HasPrefix(start.In(berlin(t)).Format("15:04"), strings.Repeat("0", 5-len(b.Label))+b.Label) {
					t.Errorf("%s: %s does %q", name, b.Label, b.Do)
				}
			}
		}
		if got := strings.Join(all, " "); got != tt.want || page.Groups[len(page.Groups)-1].Buttons[0].Do != moveWord {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// An offer says what it takes the place of where there is something, and who has as many
// appointments as they may is told which number to call.
func TestAnOfferSaysWhatItTakesThePlaceOf(t *testing.T) {
	t.Parallel()
	first, moves := letterOf(48*time.Hour, true), letterOf(48*time.Hour, true)
	first.Appointment.Claim, moves.Appointment.Claim, moves.Old = first.Appointment.ID, 3, first.Appointment
	moves.Old.Span.Start = noonHere.Add(7 * 24 * time.Hour)
	v := visit{lang: "de", letter: moves}
	before := v.say(locales.Say("page.from", "When", v.when(moves.Old.Span.Start)))
	for want, letter := range map[bool]dialogs.Letter{false: first, true: moves} {
		_, page := asks(t, &post{letter: letter}, token, "")
		prefix, _, _ := strings.Cut(before, ":")
		if strings.Contains(page, before) != want || strings.Contains(page, prefix+":") != want {
			t.Errorf("an offer that moves something, %v:\n%s", want, plainPage(page))
		}
	}
	if got := v.limited().Text; len(got) != 1 || !strings.Contains(got[0], v.letter.Office.Phone) {
		t.Errorf("who may have no more is told %q", got)
	}
}
