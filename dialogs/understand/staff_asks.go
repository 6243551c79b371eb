package understand

import (
	"slices"
	"strings"
)

// AsksOnly tells whether a clerk's line is put like a question, and not like one for what is free.
func AsksOnly(text, lang string) bool {
	m := townless().message(text, Context{Lang: lang})
	for _, g := range m.inOrder() {
		free := slices.ContainsFunc(m.words, func(w word) bool {
			return slices.ContainsFunc(list(g.x.language.staffCommands[ToFree]), func(phrase string) bool { return w.text == phrase })
		})
		asks := len(m.words) > 1 && (g.x.told.asks[m.words[0].text] || g.x.told.what[m.words[1].text] || g.x.told.may[m.words[0].text])
		if !free && (asks || strings.Contains(m.tail, "?")) {
			return true
		}
	}
	return false
}

// AsksWho tells whether a clerk's line begins like a question for people, as they come.
func AsksWho(text, lang string) bool {
	m := townless().message(text, Context{Lang: lang})
	return len(m.words) > 0 && slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.told.who[m.words[0].text] })
}
