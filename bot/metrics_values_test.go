package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
)

// shown is the lines that metrics show.
func shown(t *testing.T, m *Metrics) map[string]bool {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	lines := map[string]bool{}
	for line := range strings.Lines(w.Body.String()) {
		lines[strings.TrimSpace(line)] = true
	}
	return lines
}

// Each thing that is counted stands under its own name, with what it was, and
// nothing else is counted with it.
func TestWhatHappensIsCountedUnderItsName(t *testing.T) {
	t.Parallel()
	at := clocktest.Now()
	called := booking.Appointment{Arrived: at, CalledAt: at.Add(4 * time.Minute)}
	finished := booking.Appointment{
		Span: booking.Span{Start: at, End: at.Add(20 * time.Minute)}, CalledAt: at.Add(time.Hour), Updated: at.Add(time.Hour + 30*time.Minute),
	}
	early := booking.Appointment{Arrived: at, CalledAt: at.Add(-time.Minute)}
	for name, tt := range map[string]struct {
		do   func(*Metrics)
		want []string
	}{
		"a turn":      {func(m *Metrics) { m.turn("mail", "day", 30*time.Millisecond) }, []string{`terminbote_turn_seconds_sum{channel="mail",step="day"} 0.03`}},
		"a wait":      {func(m *Metrics) { m.waited("mail", 2*time.Second) }, []string{`terminbote_update_wait_seconds_sum{channel="mail"} 2`}},
		"set aside":   {func(m *Metrics) { m.park("mail") }, []string{`terminbote_parked_updates_total{channel="mail"} 1`}},
		"refused":     {func(m *Metrics) { m.Refused("mail", "why") }, []string{`terminbote_refused_calls_total{channel="mail",why="why"} 1`}},
		"a clock":     {func(m *Metrics) { m.ClockAhead(-90 * time.Second) }, []string{`terminbote_clock_ahead_seconds -90`}},
		"a post":      {func(m *Metrics) { m.DayPost("patched") }, []string{`terminbote_day_posts_total{outcome="patched"} 1`, `terminbote_day_posts_total{outcome="posted"} 0`}},
		"a page":      {func(m *Metrics) { m.Page("card", 404) }, []string{`terminbote_page_requests_total{asked="card",status="404"} 1`}},
		"a notice":    {func(m *Metrics) { m.Notice("moved", "void") }, []string{`terminbote_notices_total{kind="moved",outcome="void"} 1`, `terminbote_notices_total{kind="moved",outcome="sent"} 0`}},
		"a visit":     {func(m *Metrics) { m.course("web", dialogs.Course{Booked: true}) }, []string{`terminbote_booked_visits_total{channel="web"} 1`, `terminbote_typed_messages_total{understood="yes"} 0`}},
		"understood":  {func(m *Metrics) { m.course("web", dialogs.Course{Heard: true}) }, []string{`terminbote_typed_messages_total{understood="yes"} 1`, `terminbote_typed_messages_total{understood="no"} 0`}},
		"missed":      {func(m *Metrics) { m.course("web", dialogs.Course{Heard: true, Missed: true}) }, []string{`terminbote_typed_messages_total{understood="yes"} 0`, `terminbote_typed_messages_total{understood="no"} 1`}},
		"not typed":   {func(m *Metrics) { m.course("web", dialogs.Course{Missed: true}) }, []string{`terminbote_typed_messages_total{understood="no"} 0`}},
		"a call":      {func(m *Metrics) { m.Result(dialogs.Result{Command: dialogs.Next{}, Appointment: called}) }, []string{`terminbote_visit_wait_seconds_sum 240`, `terminbote_visit_wait_seconds_count 1`}},
		"before":      {func(m *Metrics) { m.Result(dialogs.Result{Command: dialogs.Next{}, Appointment: early}) }, []string{`terminbote_visit_wait_seconds_sum 0`, `terminbote_visit_wait_seconds_count 1`}},
		"nobody came": {func(m *Metrics) { m.Result(dialogs.Result{Command: dialogs.Next{}}) }, []string{`terminbote_visit_wait_seconds_count 0`}},
		"the end":     {func(m *Metrics) { m.Result(dialogs.Result{Command: dialogs.Finish{}, Appointment: finished}) }, []string{`terminbote_visit_real_to_planned_ratio_sum 1.5`}},
		"an odd end":  {func(m *Metrics) { m.Result(dialogs.Result{Command: dialogs.Finish{}}) }, []string{`terminbote_visit_real_to_planned_ratio_count 0`}},
		"never called": {func(m *Metrics) {
			m.Result(dialogs.Result{Command: dialogs.Finish{}, Appointment: booking.Appointment{Span: finished.Span, Updated: finished.Updated}})
		}, []string{`terminbote_visit_real_to_planned_ratio_count 0`}},
		"no length": {func(m *Metrics) {
			m.Result(dialogs.Result{Command: dialogs.Finish{}, Appointment: booking.Appointment{Span: booking.Span{Start: at, End: at}, CalledAt: at, Updated: finished.Updated}})
		}, []string{`terminbote_visit_real_to_planned_ratio_count 0`}},
		"refused call": {func(m *Metrics) {
			m.Result(dialogs.Result{Command: dialogs.Next{}, Appointment: called, Refused: booking.ErrUnknown})
		}, []string{`terminbote_visit_wait_seconds_count 0`}},
	} {
		m := NewMetrics()
		tt.do(m)
		lines := shown(t, m)
		for _, want := range tt.want {
			if !lines[want] {
				t.Errorf("%s: missing %s", name, want)
			}
		}
	}
}

// Without metrics nothing is counted, and nothing breaks: every method that counts
// takes that.
func TestNoMetricsCountNothing(t *testing.T) {
	t.Parallel()
	var none *Metrics
	setUp := map[string]bool{"Handler": true, "Loads": true, "Build": true, "OfTown": true, "Describe": true, "VariablesRead": true, "Unserved": true}
	of := reflect.ValueOf(none)
	for i := range of.NumMethod() {
		method := of.Type().Method(i)
		if setUp[method.Name] {
			continue // of the program's own metrics only
		}
		var args []reflect.Value
		for j := range of.Method(i).Type().NumIn() {
			args = append(args, reflect.Zero(of.Method(i).Type().In(j)))
		}
		if of.Method(i).Type().IsVariadic() {
			args = args[:len(args)-1]
		}
		of.Method(i).Call(args)
	}
	none.turn("", "", 0)
	none.waited("", 0)
	none.park("")
	none.course("", dialogs.Course{Booked: true, Heard: true})
	none.Result(dialogs.Result{Command: dialogs.Book{}})
}

// What tells of abuse or of something wrong is shown from the beginning: a rate is
// computed from two values.
func TestWhatTellsOfAbuseIsCountedFromNothing(t *testing.T) {
	t.Parallel()
	lines := shown(t, NewMetrics())
	for _, command := range []string{"hold", "book", "move", "cancel", "ask proof"} {
		for _, kind := range []string{"day limit", "too often", "addresses", "unproven"} {
			if want := fmt.Sprintf("terminbote_refusals_total{command=%q,kind=%q} 0", command, kind); !lines[want] {
				t.Errorf("missing %s", want)
			}
		}
	}
	for _, kind := range booking.NoticeKinds() {
		for _, outcome := range []string{"sent", "void", "too late", "unreachable", "failed"} {
			if want := fmt.Sprintf("terminbote_notices_total{kind=%q,outcome=%q} 0", kind, outcome); !lines[want] {
				t.Errorf("missing %s", want)
			}
		}
	}
	for _, outcome := range []string{"posted", "patched", "failed"} {
		if want := fmt.Sprintf("terminbote_day_posts_total{outcome=%q} 0", outcome); !lines[want] {
			t.Errorf("missing %s", want)
		}
	}
	m := NewMetrics()
	m.Expect("mail")
	if want := `terminbote_parked_updates_total{channel="mail"} 0`; !shown(t, m)[want] {
		t.Errorf("missing %s", want)
	}
}

// Whatever is wrong with files or variables shows, alone or with others, and only as
// long as it is wrong.
func TestWhatIsWrongWithFilesIsShownAsLongAsItIs(t *testing.T) {
	t.Parallel()
	for bits := range 8 {
		files, variables, unserved := bits&1 != 0, bits&2 != 0, bits&4 != 0
		m := NewMetrics()
		m.Unserved(unserved)
		m.FilesRead(!files)
		m.VariablesRead(!variables)
		wrong := 0
		if bits > 0 {
			wrong = 1
		}
		if want := fmt.Sprintf("terminbote_office_files_refused %d", wrong); !shown(t, m)[want] {
			t.Errorf("%03b: missing %s", bits, want)
		}
		said := strings.Join(m.fares(), "\n")
		for words, is := range map[string]bool{
			"not served": unserved, "office files: ok": !files && !unserved, "office files: refused": files && !unserved, "variables: refused": variables && !unserved,
		} {
			if strings.Contains(said, words) != is {
				t.Errorf("%03b: %q, where %q is %v", bits, said, words, is)
			}
		}
		m.Unserved(false)
		if !shown(t, m)["terminbote_office_files_refused 0"] {
			t.Errorf("%03b: a town that is served again is shown as refused", bits)
		}
	}
}

// Turns that book something are counted, and only those.
func TestOnlyWhatIsBookedCountsAsBooked(t *testing.T) {
	t.Parallel()
	moved := booking.Appointment{Sequence: 1}
	for name, tt := range map[string]struct {
		result dialogs.Result
		want   bool
	}{
		"booked":              {dialogs.Result{Command: dialogs.Book{}}, true},
		"refused":             {dialogs.Result{Command: dialogs.Book{}, Refused: booking.ErrTaken}, false},
		"an offer":            {dialogs.Result{Command: dialogs.Accept{Hold: 7}}, true},
		"an offer, refused":   {dialogs.Result{Command: dialogs.Accept{Hold: 7}, Refused: booking.ErrTaken}, false},
		"an offer that moves": {dialogs.Result{Command: dialogs.Accept{Hold: 7}, Appointment: moved}, false},
		"an offer of a ready": {dialogs.Result{Command: dialogs.Accept{}}, false},
		"moved":               {dialogs.Result{Command: dialogs.Move{}}, false},
		"held":                {dialogs.Result{Command: dialogs.Hold{}}, false},
	} {
		if got := books(tt.result); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A database that hangs holds up nobody who looks at the metrics.
func TestALoadIsLimitedInTime(t *testing.T) {
	t.Parallel()
	m := NewMetrics()
	within := time.Duration(0)
	m.Loads(nil, clocktest.Now, func(ctx context.Context, _ time.Time) (dialogs.Load, error) {
		if end, ok := ctx.Deadline(); ok {
			within = end.Sub(clocktest.Now().Add(-clocktest.Ahead())) // it goes by the machine's clock
		}
		return dialogs.Load{
			Rushes: []dialogs.Rush{{Office: "a", Newcomers: 7, Usual: 5, Braked: true}, {Office: "b", Usual: 3}},
		}, nil
	})
	lines := shown(t, m)
	for _, want := range []string{
		`terminbote_newcomers{office="a"} 7`, `terminbote_newcomers_usual{office="a"} 5`, `terminbote_brake_on{office="a"} 1`,
		`terminbote_newcomers{office="b"} 0`, `terminbote_newcomers_usual{office="b"} 3`, `terminbote_brake_on{office="b"} 0`,
	} {
		if !lines[want] {
			t.Errorf("missing %s", want)
		}
	}
	if within <= 0 || within > loadTimeout {
		t.Errorf("the database has %v", within)
	}
}

// Every figure says what it is, and those of lengths tell usual ones apart.
func TestEveryFigureSaysWhatItIs(t *testing.T) {
	t.Parallel()
	m := NewMetrics()
	m.Loads([]string{"mail"}, clocktest.Now, func(context.Context, time.Time) (dialogs.Load, error) { return dialogs.Load{}, nil })
	m.Build("1", "a", "go")
	m.turn("mail", "day", time.Second)
	m.waited("mail", time.Second)
	m.Expect("mail")
	lines := shown(t, m)
	figures := 0
	for line := range lines {
		kind, ok := strings.CutPrefix(line, "# HELP terminbote_")
		if !ok {
			continue
		}
		figures++
		if name, says, _ := strings.Cut(kind, " "); len(says) < 20 {
			t.Errorf("%s is %q", name, says)
		}
	}
	if figures < 25 {
		t.Errorf("%d figures are shown", figures)
	}
	for figure, bounds := range map[string][]string{
		`turn_seconds_bucket{channel="mail",step="day",`: {"0.01", "0.1", "5"}, `update_wait_seconds_bucket{channel="mail",`: {"0.1", "5", "120"},
		`visit_wait_seconds_bucket{`: {"60", "900", "3600"}, `visit_real_to_planned_ratio_bucket{`: {"0.5", "1", "2"},
	} {
		for _, bound := range bounds {
			found := false
			for line := range lines {
				found = found || strings.HasPrefix(line, "terminbote_"+figure+"le=\""+bound+"\"}")
			}
			if !found {
				t.Errorf("%s has no bound of %s", figure, bound)
			}
		}
	}
}

// Networks are named in an order that does not change, whenever they came.
func TestNetworksAreNamedInOneOrder(t *testing.T) {
	t.Parallel()
	m := NewMetrics()
	for _, network := range []string{"telegram", "mail", "web", "mail"} {
		m.Seen(network, clocktest.Now(), errors.New("away"))
	}
	if got := strings.Join(m.degraded(), "; "); got != "mail (away); telegram (away); web (away)" {
		t.Errorf("%s", got)
	}
}
