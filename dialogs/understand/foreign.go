package understand

// foreignIn is the code of a language that a message is in and the assistant
// does not speak; empty where it is in one it does.
func foreignIn(words []word) string { return "" }
