package dialogs

import (
	"fmt"
	"strings"
	"time"
)

// StepOf names the step at which a state stands: "day", "review".
func StepOf(s State, f Facts) string {
	t := talk{State: s, facts: f, looked: map[look][]time.Time{}}
	_, name, _ := strings.Cut(fmt.Sprintf("%T", t.step()), ".")
	return strings.TrimSuffix(name, "Step")
}
