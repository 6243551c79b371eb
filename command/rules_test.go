package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/office"
)

// noon is when these commands are given.
var noon = time.Date(2026, time.November, 23, 11, 0, 0, 0, time.UTC)

// called runs a command within the test.
func called(t *testing.T, do func(context.Context, console, []string) error, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := do(t.Context(), console{in: strings.NewReader(""), out: &out, err: &out, now: clocktest.At(noon)}, args)
	return out.String(), err
}

// What can be rehearsed ends at its bounds, and not one beyond.
func TestARehearsalHasBounds(t *testing.T) {
	t.Parallel()
	fine := rehearsed{days: 30, load: 100, missed: 10, cancelled: 10, lang: "de"}
	for name, tt := range map[string]struct {
		change func(*rehearsed)
		wrong  bool
	}{
		"as usual": {func(*rehearsed) {}, false}, "a day": {func(s *rehearsed) { s.days = 1 }, false}, "no day": {func(s *rehearsed) { s.days = 0 }, true},
		"a year": {func(s *rehearsed) { s.days = mostRehearsed }, false}, "more than a year": {func(s *rehearsed) { s.days = mostRehearsed + 1 }, true},
		"no load": {func(s *rehearsed) { s.load = 0 }, true}, "a little": {func(s *rehearsed) { s.load = 0.1 }, false},
		"the most": {func(s *rehearsed) { s.load = mostLoad }, false}, "more than that": {func(s *rehearsed) { s.load = mostLoad + 0.1 }, true},
		"nobody comes": {func(s *rehearsed) { s.missed, s.cancelled = 100, 0 }, false}, "all cancel": {func(s *rehearsed) { s.missed, s.cancelled = 0, 100 }, false},
		"more than all": {func(s *rehearsed) { s.missed, s.cancelled = 50, 50.1 }, true}, "less than none": {func(s *rehearsed) { s.missed = -0.1 }, true},
		"less than none cancel": {func(s *rehearsed) { s.cancelled = -0.1 }, true}, "recorded nowhere": {func(s *rehearsed) { s.recorded = true }, true},
		"recorded": {func(s *rehearsed) { s.recorded, s.database = true, "postgres://x" }, false}, "English": {func(s *rehearsed) { s.lang = "en" }, false},
		"no language": {func(s *rehearsed) { s.lang = "" }, true}, "another language": {func(s *rehearsed) { s.lang = "en-GB" }, true},
	} {
		s := fine
		tt.change(&s)
		var wrong wrongCall
		if err := s.check(); (err != nil) != tt.wrong || err != nil && !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	o := office.Sample().Offices[0]
	for name, tt := range map[string]struct {
		s        rehearsed
		from, to string
	}{
		"from today": {rehearsed{days: 7}, "2026-11-23", "2026-11-29"}, "what was recorded": {rehearsed{days: 7, recorded: true}, "2026-11-16", "2026-11-22"},
		"from a day": {rehearsed{days: 1, recorded: true, from: "2026-12-01"}, "2026-12-01", "2026-12-01"},
	} {
		if p, err := tt.s.period(o, noon); err != nil || p.From.String() != tt.from || p.To.String() != tt.to {
			t.Errorf("%s: %v to %v, %v", name, p.From, p.To, err)
		}
	}
}

// A link leads to what is done today, to what will be done with a note, and to nothing
// that is done no more; what is unknown is answered by all that there is.
func TestALinkHoldsFromTheFirstDayToTheLast(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		period  booking.Period
		link    bool
		noted   bool
		refused string
	}{
		"always": {booking.Period{}, true, false, ""}, "from today": {booking.Period{From: dateOf(0)}, true, false, ""},
		"from tomorrow": {booking.Period{From: dateOf(1)}, true, true, ""}, "until today": {booking.Period{Until: dateOf(0)}, true, false, ""},
		"until yesterday": {booking.Period{Until: dateOf(-1)}, false, false, "is done until 2026-11-22 only"},
	} {
		town := office.Sample()
		o := *town.Offices[0]
		o.Concerns = slices.Clone(o.Concerns)
		i := slices.IndexFunc(o.Concerns, func(c booking.Concern) bool { return c.ID == "id-card" })
		o.Concerns[i].Done = tt.period
		var said bytes.Buffer
		got, err := console{err: &said}.payloadFor(booking.NewTown(&o), "id-card", noon)
		if (err == nil) != tt.link || tt.link && got != "concern_id-card" || err != nil && !strings.Contains(err.Error(), tt.refused) || strings.Contains(said.String(), "from 2026-11-24 on") != tt.noted {
			t.Errorf("%s: %q, %v, said %q", name, got, err, said.String())
		}
	}
	town := office.Sample()
	_, err := categoryPayload(town, "nothing")
	for _, c := range town.Categories() {
		if got, err := categoryPayload(town, string(c.ID)); err != nil || got != "category_"+string(c.ID) {
			t.Errorf("%s: %q, %v", c.ID, got, err)
		}
		if err == nil || !strings.Contains(err.Error(), "\n"+string(c.ID)) {
			t.Errorf("%s is not named: %v", c.ID, err)
		}
		for _, concern := range town.ConcernsIn(c.ID) {
			if err == nil || !strings.Contains(err.Error(), "\n  "+string(concern.ID)) {
				t.Errorf("%s is not named: %v", concern.ID, err)
			}
		}
	}
}

func dateOf(ahead int) booking.Date {
	return booking.Date{Year: 2026, Month: time.November, Day: 23}.Add(ahead)
}

// A role is given at the terminal to a clerk alone, and is one that there is.
func TestAClerksRoleIsOneThereIs(t *testing.T) {
	t.Parallel()
	for s, want := range map[chatSettings]booking.Role{
		{}: booking.Lead, {clerk: "lea"}: booking.Lead, {clerk: "lea", role: "viewer"}: booking.Viewer, {clerk: "lea", role: "clerk"}: booking.Clerk,
		{clerk: "lea", role: "lead"}: booking.Lead, {role: "clerk"}: "", {clerk: "lea", role: "chief"}: "", {clerk: "lea", role: "Clerk"}: "",
	} {
		if got, err := s.clerksRole(); (err == nil) != (want != "") || err == nil && got != want {
			t.Errorf("%+v: %q, %v", s, got, err)
		}
	}
}

// The networks that are on are those that are set up, each by its own variable.
func TestEachNetworkIsOnByItsOwnVariable(t *testing.T) {
	t.Parallel()
	web, _ := url.Parse("https://chat.example.org")
	for name, tt := range map[string]struct {
		s    settings
		want string
		own  bool // there is a town of these variables beside a folder's
	}{
		"none": {settings{}, "", false}, "mail": {settings{SMTPURL: "smtp://x"}, "mail", false}, "the browser": {settings{Web: true}, "", true},
		"Telegram": {settings{TelegramToken: "1:x"}, "telegram", true}, "Mattermost": {settings{MattermostURL: web}, "mattermost", true},
		"all": {settings{TelegramToken: "1:x", SMTPURL: "smtp://x", MattermostURL: web, Web: true}, "telegram mail mattermost", true},
	} {
		if got := strings.Join(tt.s.networks(), " "); got != tt.want {
			t.Errorf("%s: %q", name, got)
		}
		if !tt.s.hasOwnTown() {
			t.Errorf("%s, without a folder: there is no town", name)
		}
		tt.s.Towns = "towns"
		if tt.s.hasOwnTown() != tt.own {
			t.Errorf("%s, beside a folder of towns: a town of its own is %v", name, !tt.own)
		}
		tt.s.Listen, tt.s.DatabaseURL = ":8080", "postgres://x/y"
		if faulty := len(tt.s.faults()) > 0; faulty && !tt.own {
			t.Errorf("%s, beside a folder of towns: %v", name, tt.s.faults())
		}
	}
}

// A server counts as alive where it says so, on the port where it listens, by this
// machine's own address.
func TestAServerIsAliveWhereItSaysSo(t *testing.T) {
	status := http.StatusOK
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/healthz" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.WriteHeader(status)
	}))
	address := strings.TrimPrefix(server.URL, "http://")
	t.Setenv("LISTEN", address)
	for status = range map[int]bool{200: true, 204: true, 503: true, 404: true} {
		if _, err := called(t, runHealthcheck); (err == nil) != (status == http.StatusOK) {
			t.Errorf("%d: %v", status, err)
		}
	}
	server.Close()
	if _, err := called(t, runHealthcheck); err == nil {
		t.Error("nobody answers, and that is healthy")
	}
	t.Setenv("LISTEN", "8080")
	if _, err := called(t, runHealthcheck); err == nil {
		t.Error("no port, and that is healthy")
	}
	for listen, want := range map[string]string{"": "127.0.0.1:8080", ":9": "127.0.0.1:9", "0.0.0.0:9": "127.0.0.1:9", "[::]:9": "127.0.0.1:9", "10.0.0.1:9": "10.0.0.1:9", "here:9": "here:9"} {
		if got, err := ownAddress(listen); err != nil || got != want {
			t.Errorf("%q is asked at %s, %v", listen, got, err)
		}
	}
}

// A column of another name is named in pairs of two names.
func TestAColumnIsNamedByAPair(t *testing.T) {
	t.Parallel()
	for pair, ok := range map[string]bool{"Wer=name": true, "a=b=c": true, "Wer": false, "=name": false, "Wer=": false, "": false} {
		var j importJob
		theirs, ours, _ := strings.Cut(pair, "=")
		if err := j.mapColumn(pair); (err == nil) != ok || ok && j.options.Map[theirs] != ours || !ok && len(j.options.Map) > 0 {
			t.Errorf("%q: %v, %v", pair, err, j.options.Map)
		}
	}
}

// A time to rehearse at stands still, by the office's clock; without one the program's
// goes on.
func TestATimeToRehearseAtStandsStill(t *testing.T) {
	t.Parallel()
	town, c := office.Sample(), console{now: clocktest.At(noon), err: io.Discard}
	for text, want := range map[string]string{"": "2026-11-23T11:00:00Z", "2026-11-23T08:00": "2026-11-23T07:00:00Z", "2026-07-01T08:00": "2026-07-01T06:00:00Z", "8:00": "", "2026-11-23": ""} {
		now, err := c.clock(text, town)
		if (err == nil) != (want != "") || err == nil && now().UTC().Format(time.RFC3339) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}
