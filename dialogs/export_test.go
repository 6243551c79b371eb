package dialogs

import "time"

// StepOf names the step at which a state stands: "day", "review".
func StepOf(s State, f Facts) string {
	t := talk{State: s, facts: f, looked: map[look][]time.Time{}}
	return t.step().name()
}
