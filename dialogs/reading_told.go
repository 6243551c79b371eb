package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// told is what a clerk tells of an appointment in words of their own, and be it behind some words
// that say nothing of it: "moment, andere leitung: herr Schmitz sagt morgen ab".
func (r reading) told(today booking.Date, now booking.Clock) (understand.Told, bool) {
	told, ok := understand.ReadTold(r.text, r.lang, today, now)
	for i, c := range r.text {
		if ok || !strings.ContainsRune(clauseEnds, c) {
			continue
		}
		before, behind := r.text[:i], r.text[i+len(string(c)):]
		if !r.isPreface(before) {
			break
		}
		news, is := understand.ReadTold(behind, r.lang, today, now)
		if is && news.Name != "" && news.Do != understand.ToShow && !news.Loose {
			return news, true
		}
	}
	return told, ok
}

const (
	clauseEnds     = ",:;–"
	longestPreface = 4 // words
)

// isPreface tells whether words only lead over to something else: they are few, and name nobody and
// no number.
func (r reading) isPreface(words string) bool {
	_, titled := understand.TitledName(words, r.lang)
	fields := understand.NameWords(words)
	for _, w := range fields {
		if understand.IsUsualName(w) {
			return false
		}
	}
	return len(fields) <= longestPreface && !titled && !strings.ContainsAny(words, "0123456789?")
}
