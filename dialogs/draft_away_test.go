package dialogs

import (
	"testing"
	"time"
)

// After a quarter of an hour a numbered list of times or days may say something else,
// and not before; other lists stay what they are.
func TestAListIsBelievedForAQuarterOfAnHour(t *testing.T) {
	t.Parallel()
	list := func(id string, numbered bool) View {
		return View{Groups: []Group{{Numbered: numbered, Choices: []Choice{{ID: id}}}}}
	}
	midnight := time.Date(2026, time.November, 23, 23, 0, 0, 0, time.UTC) // in Berlin
	for name, tt := range map[string]struct {
		v    View
		away time.Duration
		want bool
	}{
		"times, just before":  {list(timePrefix+"x", true), 15*time.Minute - time.Second, false},
		"times, from then on": {list(timePrefix+"x", true), 15 * time.Minute, true},
		"days, just before":   {list(dayPrefix+"x", true), 15*time.Minute - time.Second, false},
		"days, from then on":  {list(dayPrefix+"x", true), 15 * time.Minute, true},
		"without numbers":     {list(timePrefix+"x", false), time.Hour, false},
		"of something else":   {list("concern", true), time.Hour, false},
		"not known how long":  {list(timePrefix+"x", true), 0, false},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Now = midnight.Add(time.Minute)
		if tt.away > 0 {
			talk.Left = talk.facts.Now.Add(-tt.away)
		}
		if got := talk.listsOthers(tt.v); got != tt.want {
			t.Errorf("%s: others %v, want %v", name, got, tt.want)
		}
	}
}
