package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
)

// Wherever an appointment was opened, back leads there again.
func TestBackFromAnAppointmentLeadsWhereItWasOpened(t *testing.T) {
	t.Parallel()
	lead := arriveAsClerk(t, smallOffice(t), booking.Lead)
	for step, typed := range map[string][]string{
		"plan": {"heute"}, "find": {"finde A"}, "queue": nil, "closed": {"sperre morgen 8 12 Rohrbruch", "ja"},
	} {
		v := lead.say(t, typed...)
		if typed == nil {
			v = lead.tap(t, step)
		}
		all, _ := v.choices()
		opened := 0
		for _, c := range all {
			if !strings.HasPrefix(c.ID, "case:") || opened > 1 {
				continue
			}
			opened++
			if back := v.tap(t, c.ID).tap(t, "back"); back.step != step {
				t.Errorf("back from an appointment of %s leads to %s", step, back.step)
			}
		}
		if v.step != step || opened == 0 {
			t.Errorf("%v leads to %s, where %d appointments can be opened", typed, v.step, opened)
		}
	}
}
