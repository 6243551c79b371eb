package web

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
)

// Whatever is done by a link is counted once, as what it is: done or refused; a fault
// is neither.
func TestWhatIsDoneByALinkIsCounted(t *testing.T) {
	t.Parallel()
	act := map[string]func(c counted) error{
		"cancel":   func(c counted) error { _, err := c.CancelBy(t.Context(), token, noonHere); return err },
		"disown":   func(c counted) error { return c.Disown(t.Context(), token, noonHere) },
		"arrive":   func(c counted) error { _, err := c.ArriveBy(t.Context(), token, noonHere); return err },
		"move":     func(c counted) error { _, err := c.MoveBy(t.Context(), token, noonHere, noonHere); return err },
		"accept":   func(c counted) error { _, err := c.AcceptBy(t.Context(), token, noonHere); return err },
		"decline":  func(c counted) error { return c.DeclineBy(t.Context(), token, noonHere) },
		"wait":     func(c counted) error { return c.WaitBy(t.Context(), token, noonHere) },
		"end wait": func(c counted) error { return c.LeaveBy(t.Context(), token, noonHere) },
	}
	for name, do := range act {
		for err, want := range map[error]string{
			nil: `terminbote_commands_total{command="%s"} 1`, booking.ErrTaken: `terminbote_refusals_total{command="%s",kind="taken"} 1`, errors.New("away"): "",
		} {
			c := counted{&post{err: err}, bot.NewMetrics()}
			if got := do(c); !errors.Is(got, err) {
				t.Errorf("%s: %v, want %v", name, got, err)
			}
			w := httptest.NewRecorder()
			c.metrics.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
			var counts []string
			for line := range strings.Lines(w.Body.String()) {
				if strings.HasPrefix(line, "terminbote_commands_total{") || strings.HasPrefix(line, "terminbote_refusals_total{") {
					if !strings.HasSuffix(line, " 0\n") {
						counts = append(counts, strings.TrimSpace(line))
					}
				}
			}
			command := name
			if command == "disown" {
				command = "cancel"
			}
			if want != "" {
				want = fmt.Sprintf(want, command)
			}
			if got := strings.Join(counts, ", "); got != want {
				t.Errorf("%s, %v: counted %q, want %q", name, err, got, want)
			}
		}
	}
}

// torn is a form that breaks off.
type torn struct{ err error }

func (r torn) Read([]byte) (int, error) { return 0, r.err }

// A form that does not come whole says why, and does nothing.
func TestAFormThatDoesNotComeWholeIsSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body func() io.Reader
		want int
	}{
		"too long": {func() io.Reader { return strings.NewReader("text=" + strings.Repeat("x", longestForm)) }, http.StatusRequestEntityTooLarge},
		"too slow": {func() io.Reader { return torn{fmt.Errorf("read: %w", os.ErrDeadlineExceeded)} }, http.StatusRequestTimeout},
		"torn":     {func() io.Reader { return torn{io.ErrUnexpectedEOF} }, http.StatusBadRequest},
		"no form":  {func() io.Reader { return strings.NewReader("text=%zz") }, http.StatusBadRequest},
	} {
		for _, path := range []string{"/chat", "/chat/beginn"} {
			site, log := wholeSite(t, hall{town: sampleTown()}, nil, nil)
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, tt.body())
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			w := httptest.NewRecorder()
			site.ServeHTTP(w, r)
			if w.Code != tt.want || !strings.Contains(w.Body.String(), "<h1") || log.Len() > 0 || len(w.Result().Cookies()) > 0 {
				t.Errorf("%s to %s: %d, %v\n%s", name, path, w.Code, w.Header(), log)
			}
		}
	}
}

// What pages load comes packed to those who take it so, and is the same.
func TestWhatPagesLoadIsTheSamePacked(t *testing.T) {
	t.Parallel()
	for _, a := range []asset{styleAsset, scriptAsset, boardAsset} {
		get := func(encoding string) *httptest.ResponseRecorder {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, a.path, nil)
			r.Header.Set("Accept-Encoding", encoding)
			w := httptest.NewRecorder()
			a.ServeHTTP(w, r)
			return w
		}
		plain, packed := get(""), get("gzip")
		z, err := gzip.NewReader(packed.Body)
		if err != nil || packed.Header().Get("Content-Encoding") != "gzip" || plain.Header().Get("Content-Encoding") != "" {
			t.Fatalf("%s: %v, %v", a.path, err, packed.Header())
		}
		if unpacked, err := io.ReadAll(z); err != nil || !bytes.Equal(unpacked, plain.Body.Bytes()) || len(unpacked) < 500 {
			t.Errorf("%s: %d bytes, %v", a.path, len(unpacked), err)
		}
	}
}

// A clerk has one talk, whatever the browser, and it is kept as the clerk's.
func TestAClerksTalkIsTheClerks(t *testing.T) {
	t.Parallel()
	memory := dialogstest.New(sampleTown())
	chat := dialogs.Chat{Channel: Channel, Address: "staff/lea"}
	memory.Appoint(dialogs.Colleague{Chat: chat, Name: "lea", Role: booking.Clerk})
	site, log := wholeSite(t, hall{town: sampleTown()}, nil, func(s *Settings, b *Backend) {
		s.Clerk, s.Base, b.Host.Staff = "lea", "/schalter", memory
	})
	w := httptest.NewRecorder()
	site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/schalter", nil))
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/schalter" || len(memory.State(chat)) == 0 {
		t.Fatalf("%d to %q\n%s", w.Code, w.Header().Get("Location"), log)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/schalter", nil)
	r.AddCookie(w.Result().Cookies()[0])
	w = httptest.NewRecorder()
	site.ServeHTTP(w, r)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `action="/schalter"`) {
		t.Errorf("%d\n%s", w.Code, plainPage(w.Body.String()))
	}
}

// An item that names a page and ends with its address is a link by that name; any other
// stays as it is written.
func TestAnItemBecomesALinkByItsName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Antrag: https://a.example/x": "Antrag→https://a.example/x", "Antrag https://a.example/x": "Antrag |https://a.example/x→https://a.example/x",
		"https://a.example/x": "https://a.example/x→https://a.example/x", "Antrag: hier": "Antrag: hier",
		"Antrag: https://a.example/x und mehr": "Antrag: |https://a.example/x→https://a.example/x| und mehr",
		"Antrag: 02389 71-0":                   "Antrag: |02389 71-0→tel:+492389710",
	} {
		var all []string
		for _, s := range linked(spans(text, []phone{phoneOf("02389 71-0")})) {
			one := s.Text
			if s.Href != "" {
				one += "→" + string(s.Href)
			}
			all = append(all, one)
		}
		if got := strings.Join(all, "|"); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// A closure is told with its reason where there is one, and with nothing open where not.
func TestAClosureIsToldWithItsReason(t *testing.T) {
	t.Parallel()
	l := letterOf(48*time.Hour, false)
	v := visit{pages: &Pages{}, lang: "de", letter: l}
	without, with := v.closed(l.Appointment, nil), v.closed(l.Appointment, booking.Text{"de": "Wasserschaden"})
	if !strings.HasPrefix(with, without+" ") || !strings.Contains(with, "Wasserschaden") || strings.HasSuffix(without, " ") {
		t.Errorf("%q, and %q", without, with)
	}
}

// What a form asks for is counted by its word, if it is one of ours, and nothing that
// somebody made up becomes a name of a count.
func TestWhatIsAskedForIsCountedByItsWord(t *testing.T) {
	t.Parallel()
	want := map[string]string{"": "other", "nonsense": "other", "Move": "other", " move": "other", "move-to-x": "other", "rate:3": "other", "day 2026-11-24": "day", "move-to 1": "move-to", "time": "time"}
	for _, word := range words {
		want[word], want[word+" x"] = word, word
	}
	if len(words) != 15 || slices.Contains(words, "") {
		t.Errorf("the words are %q", words)
	}
	for do, word := range want {
		for method, want := range map[string]string{http.MethodPost: word, http.MethodGet: "look", http.MethodHead: "look"} {
			r := httptest.NewRequestWithContext(t.Context(), method, "/?do=cancel-yes", nil)
			r.PostForm = url.Values{"do": {do}}
			if got := asked(r); got != want {
				t.Errorf("%s %q is counted as %q, want %q", method, do, got, want)
			}
		}
	}
}
