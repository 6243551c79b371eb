package understand

// IsUsualName tells whether a word of a name is one that many people here have.
func IsUsualName(name string) bool {
	for _, w := range wordsOf(Fold(name)) {
		if givenNames[w] || surnames[w] {
			return true
		}
	}
	return false
}

// IsGivenName tells whether a name is one word, by which people are called and no family is.
func IsGivenName(name string) bool {
	words := wordsOf(Fold(name))
	return len(words) == 1 && givenNames[words[0]] && !surnames[words[0]]
}

// TitledName is the name behind the first title in a text: "wann hat Frau Nowak Termin?".
func TitledName(text, lang string) (string, bool) {
	m := townless().message(text, Context{Lang: lang})
	for i := range m.words {
		for _, g := range m.grammars {
			if run, ok := g.nameAt(i); ok && run.titled {
				return run.spell(g), true
			}
		}
	}
	return "", false
}
