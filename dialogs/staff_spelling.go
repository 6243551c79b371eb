package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// spelled is a number letter by letter, as one says it on the phone.
func spelled(n booking.Number) locales.Line {
	var all locales.List
	for _, r := range string(n) {
		all = append(all, letterLine(r))
	}
	return locales.Say("staff.letters", "Letters", all)
}

// letterLine is a letter with a word that begins with it; a digit stands for
// itself.
//
//locales:keys staff.letter.*
func letterLine(r rune) locales.Line {
	if r < 'A' || r > 'Z' {
		return locales.Plain(string(r))
	}
	return locales.Say("staff.letter." + strings.ToLower(string(r)))
}
