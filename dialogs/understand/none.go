package understand

import (
	"slices"
	"strings"
)

// None tells whether somebody says that they have nothing to give, in whatever
// language: "keine", "hab leider keine E-Mail", "I don't have one", "-".
func None(text, lang string) bool {
	folded := Fold(text)
	if folded == "" {
		c, ok := thumb(text)
		return ok && c == No
	}
	words := wordsOf(folded)
	if len(words) == 0 {
		return strings.Trim(folded, "-/. ") == ""
	}
	for _, x := range inOrder(lang) {
		if x.saysNone(words) {
			return true
		}
	}
	return false
}

// saysNone tells whether words say no and nothing besides.
func (x *lexicon) saysNone(words []string) bool {
	said := false
	for _, w := range words {
		switch {
		case x.none[w]:
			said = true
		case !x.missing[w] && !x.courtesy[w]:
			return false
		}
	}
	return said
}

// AsksWhether tells whether words ask no more than whether what is asked has to be said: "muss
// das sein?"
func AsksWhether(text, lang string) bool {
	return saysOnly(text, lang, func(x *lexicon) map[string]bool { return x.whether })
}

// GivesLater tells whether somebody wants to give what is asked later: "kann ich die Mail nachreichen?"
func GivesLater(text string) bool {
	words, _ := wordsIn(OneLine(text))
	return len(givingLater.in(words, 0, len(words))) > 0
}

// givingLater are idioms for giving later what is asked.
var givingLater = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.givesLater), true) })

// AsksAgain tells whether words ask for no more than what was said last once more.
func AsksAgain(text, lang string) bool {
	return saysOnly(text, lang, func(x *lexicon) map[string]bool { return x.again })
}

// saysOnly tells whether a message is one of a list in some language.
func saysOnly(text, lang string, listed func(*lexicon) map[string]bool) bool {
	words := strings.Join(wordsOf(Fold(text)), " ")
	return slices.ContainsFunc(inOrder(lang), func(x *lexicon) bool { return listed(x)[words] })
}
