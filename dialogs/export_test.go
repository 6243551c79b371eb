package dialogs

// StepOf names the step at which a state stands: "day", "review".
func StepOf(s State, f Facts) string {
	t := recall(s, f)
	return t.step().name()
}

// OtherLine is otherLine, for tests.
var OtherLine = otherLine
