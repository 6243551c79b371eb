package command

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/prometheus/promql/parser"

	"terminbote/booking/clocktest"
	"terminbote/dialogs"
)

// alert is a rule as it stands in deploy/prometheus/alerts.yml.
type alert struct {
	Alert, Expr, For    string
	Labels, Annotations map[string]string
}

func alerts(t *testing.T) []alert {
	t.Helper()
	text, err := os.ReadFile("../deploy/prometheus/alerts.yml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Groups []struct {
			Name  string
			Rules []alert
		}
	}
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	var all []alert
	for _, group := range file.Groups {
		all = append(all, group.Rules...)
	}
	return all
}

// panels is the expressions of the dashboard, by the panel's title.
func panels(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../deploy/grafana/terminbote.json")
	if err != nil {
		t.Fatal(err)
	}
	var board struct {
		Panels []struct {
			Title   string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(text, &board); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, panel := range board.Panels {
		for _, target := range panel.Targets {
			all[panel.Title] = append(all[panel.Title], target.Expr)
		}
	}
	return all
}

var descForm = regexp.MustCompile(`fqName: "([^"]+)".*variableLabels: \{([^}]*)\}`)

// measured is every metric of serve, with its labels.
func measured(t *testing.T) map[string][]string {
	t.Helper()
	m := settings{}.metrics()
	m.Loads(nil, clocktest.Now, func(context.Context, time.Time) (dialogs.Load, error) { return dialogs.Load{}, nil })
	descs := make(chan *prometheus.Desc)
	go func() {
		m.Describe(descs)
		close(descs)
	}()
	all := map[string][]string{"up": {"job", "instance"}}
	for d := range descs {
		if found := descForm.FindStringSubmatch(d.String()); found != nil {
			all[found[1]] = append(strings.Split(found[2], ","), "job", "instance")
		}
	}
	return all
}

// unmeasured is what an expression asks for that nobody measures.
func unmeasured(expr string, all map[string][]string) (wrong []string, err error) {
	root, err := parser.NewParser(parser.Options{}).ParseExpr(expr)
	if err != nil {
		return nil, err
	}
	parser.Inspect(root, func(n parser.Node, _ []parser.Node) error {
		selector, ok := n.(*parser.VectorSelector)
		if !ok {
			return nil
		}
		name := selector.Name
		if _, known := all[name]; !known {
			name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "_bucket"), "_count"), "_sum") // of a histogram
		}
		labels, known := all[name]
		if !known {
			wrong = append(wrong, selector.Name)
		}
		for _, matcher := range selector.LabelMatchers {
			if known && matcher.Name != "__name__" && !slices.Contains(labels, matcher.Name) {
				wrong = append(wrong, selector.Name+"{"+matcher.Name+"}")
			}
		}
		return nil
	})
	return wrong, nil
}

func TestAlertsAndDashboardAskForWhatIsMeasured(t *testing.T) {
	t.Parallel()
	all, exprs := measured(t), map[string][]string{}
	for title, panel := range panels(t) {
		exprs["panel "+title] = panel
	}
	for _, a := range alerts(t) {
		exprs["alert "+a.Alert] = []string{a.Expr}
		if a.Labels["severity"] != "page" && a.Labels["severity"] != "ticket" || a.Annotations["summary"] == "" || a.Annotations["description"] == "" {
			t.Errorf("alert %s has no severity, summary or description", a.Alert)
		}
		if _, err := time.ParseDuration(a.For); a.For != "" && err != nil {
			t.Errorf("alert %s: %v", a.Alert, err)
		}
	}
	if len(exprs) < 25 {
		t.Errorf("only %d alerts and panels were read", len(exprs))
	}
	for where, list := range exprs {
		for _, expr := range list {
			wrong, err := unmeasured(expr, all)
			if err != nil || len(wrong) > 0 {
				t.Errorf("%s: nobody measures %v (%v): %s", where, wrong, err, expr)
			}
		}
	}
}

func TestWhatNobodyMeasuresIsFound(t *testing.T) {
	t.Parallel()
	all := measured(t)
	for expr, ok := range map[string]bool{
		"terminbote_notices_due > 1": true, `terminbote_notices_due{channel="mail"}`: true, "rate(terminbote_turn_seconds_bucket[5m])": true, "up": true,
		"terminbote_notice_due > 1": false, `terminbote_notices_due{network="mail"}`: false, "rate(terminbote_turns_bucket[5m])": false, "up{": false,
		"rate(terminbote_notices_total)": false,
	} {
		wrong, err := unmeasured(expr, all)
		if (err == nil && len(wrong) == 0) != ok {
			t.Errorf("%s: %v %v", expr, wrong, err)
		}
	}
}

// Every outcome that an alert names must be counted from nothing: a rate needs
// the 0 that it starts from.
func TestWhatAlertsCountStartsAtNothing(t *testing.T) {
	t.Parallel()
	s := settings{TelegramToken: "1:a", SMTPURL: "smtp://localhost"}
	w := httptest.NewRecorder()
	s.metrics().Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	page := w.Body.String()
	for _, line := range []string{
		`terminbote_notices_total{kind="reminder",outcome="too late"} 0`, `terminbote_notices_total{kind="booked",outcome="failed"} 0`,
		`terminbote_parked_updates_total{channel="telegram"} 0`, `terminbote_day_posts_total{outcome="failed"} 0`,
		`terminbote_commands_total{command="book"} 0`,
	} {
		if !strings.Contains(page, line+"\n") {
			t.Errorf("missing %s", line)
		}
	}
}
