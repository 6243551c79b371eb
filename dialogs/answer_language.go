package dialogs

import (
	"slices"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// inLanguage goes on in a language that is spoken here. Anybody who writes in one
// that is not is told so in that language; who asks for one, in the talk's.
func (t *talk) inLanguage(l understand.LanguageValue) {
	if slices.Contains(locales.Languages(), l.Lang) {
		t.speak(languagePrefix + l.Lang)
		return
	}
	if line, known := t.foreign()[l.Lang]; known {
		t.remarks = append(t.remarks, line)
		if l.Spoken {
			return
		}
	}
	t.remark("talk.no_such_language", "Languages", spoken(), "Phone", t.phone())
}

// foreign is the sentence for speakers of languages that the assistant does
// not speak, in each of them: which languages work, and the telephone.
func (t *talk) foreign() map[string]locales.Line {
	phone := t.phone()
	return map[string]locales.Line{
		"ar":  locales.Say("foreign.ar", "Phone", phone),
		"es":  locales.Say("foreign.es", "Phone", phone),
		"fr":  locales.Say("foreign.fr", "Phone", phone),
		"it":  locales.Say("foreign.it", "Phone", phone),
		"pl":  locales.Say("foreign.pl", "Phone", phone),
		"ro":  locales.Say("foreign.ro", "Phone", phone),
		"ru":  locales.Say("foreign.ru", "Phone", phone),
		"tr":  locales.Say("foreign.tr", "Phone", phone),
		"uk":  locales.Say("foreign.uk", "Phone", phone),
		"und": locales.Say("foreign.any", "Phone", phone),
	}
}
