package understand

import "strings"

// soft writes consonants as they sound where people speak softly, and long
// vowels short: Audo is Auto, verlohren verloren.
var soft = strings.NewReplacer(
	"sch", "sch", "ck", "k", "th", "t", "dt", "t", "ph", "f", "ah", "a", "eh", "e", "ih", "i", "oh", "o", "uh", "u", "ie", "i",
	"d", "t", "b", "p", "g", "k", "v", "f", "y", "i", "ss", "s", "tt", "t", "pp", "p", "kk", "k", "ff", "f", "ll", "l", "mm", "m", "nn", "n", "rr", "r",
)

// sound is how a word sounds, as far as it tells words apart.
func sound(w string) string {
	if rest, ok := strings.CutPrefix(w, "j"); ok {
		w = "g" + rest // as in Berlin and Cologne
	}
	return soft.Replace(soft.Replace(w))
}
