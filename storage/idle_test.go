package storage_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/dialogs"
)

// A talk is forgotten once nobody has gone on with it since an instant, to the
// microsecond and whatever the hour; staff who hold it are told once, as of that instant.
func TestATalkIsForgottenOnceNobodyGoesOnWithIt(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	since := w.now.Truncate(time.Hour).Add(90 * time.Minute)
	left := map[string]time.Duration{ // when somebody went on last
		"an hour before": -time.Hour, "the hour before": -31 * time.Minute, "just before": -time.Microsecond, "then": 0,
		"just after": time.Microsecond, "later in that hour": 29 * time.Minute, "the next hour": 31 * time.Minute,
	}
	talks := map[string]dialogs.HandoverID{}
	for name, after := range left {
		w.at(w.now.Truncate(time.Hour))
		talks[name] = w.handedOver(name)
		w.at(since.Add(after))
		w.remember(name, `{"version":1,"handed":true}`)
		w.at(since.Add(-90 * time.Minute))
	}
	ended := w.handedOver("over")
	w.exec(`UPDATE handover SET ended_at = $2 WHERE id = $1`, int64(ended), since.Add(-time.Hour))
	w.remember("over", `{"version":1}`)
	for range 2 { // it is safe to do twice
		w.none(w.ForgetTalks(t.Context(), "test", since))
	}
	for name, after := range left {
		is := map[bool]int{true: 1}
		forgotten := after <= 0
		if n := w.count(`SELECT count(*) FROM chat WHERE address = $1 AND state IS NULL`, name); n != is[forgotten] {
			t.Errorf("%s: forgotten %d", name, n)
		}
		lines, err := w.Untold(t.Context(), talks[name])
		w.none(err)
		told := slices.ContainsFunc(lines, func(l dialogs.HandoverLine) bool { return l.Kind == dialogs.LeftLine })
		if told != forgotten || len(lines) != is[forgotten] || w.count(`SELECT count(*) FROM handover WHERE id = $1 AND ended_at = $2`, int64(talks[name]), since) != is[forgotten] {
			t.Errorf("%s: staff are told %v", name, lines)
		}
	}
	lines, err := w.Untold(t.Context(), ended)
	w.none(err)
	if len(lines) != 0 || w.count(`SELECT count(*) FROM handover WHERE id = $1 AND ended_at = $2`, int64(ended), since.Add(-time.Hour)) != 1 {
		t.Errorf("of a talk that was over staff are told %v", lines)
	}
}
