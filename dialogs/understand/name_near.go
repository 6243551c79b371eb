package understand

// IsNearName tells whether a word of one name is nearly one of another: Schmitt and Schmidt.
func IsNearName(one, other string) bool {
	for _, a := range NameWords(one) {
		for _, b := range NameWords(other) {
			if slips([]rune(a), []rune(b)) <= allowedSlips(len(a)) {
				return true
			}
		}
	}
	return false
}

// NameWords is the words of a name, written in one way: Müller and Mueller are one.
func NameWords(name string) []string { return wordsOf(Fold(name)) }
