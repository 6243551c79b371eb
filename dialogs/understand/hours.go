package understand

import (
	"strings"

	"terminbote/booking"
)

// Hours reads from when to when: "8 12", "8:00-12:00", "von 8 bis 12 Uhr",
// "14 to 16".
func Hours(text, lang string) (booking.Hours, bool) {
	r := commandReader{lang: lang, words: strings.Fields(oneLine(text))}
	hours, err := r.hours()
	return hours, err == nil && hours != booking.Hours{} && len(r.words) == 0
}

// hours takes two times, if the next word is one and another follows.
func (r *commandReader) hours() (booking.Hours, error) {
	words := apart(r.words)
	rest := skipWord(words, func(x *lexicon) string { return x.from })
	from, used := r.clock(rest)
	if used == 0 {
		return booking.Hours{}, nil
	}
	rest = skipWord(rest[used:], func(x *lexicon) string { return x.to })
	to, used := r.clock(rest)
	if used == 0 {
		return booking.Hours{}, nil // a number that is something else: desk 3
	}
	hours, ok := between(from, to)
	if !ok {
		return booking.Hours{}, ErrNoHours
	}
	r.words = rest[used:]
	return hours, nil
}

// apart parts "8-12" where it stands.
func apart(words []string) []string {
	var all []string
	for i, w := range words {
		from, to, ranged := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-")
		if i > 1 || !ranged || !beginsWithDigit(from) || !beginsWithDigit(to) {
			all = append(all, w)
			continue
		}
		all = append(all, from, to)
	}
	return all
}

func beginsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// clock reads a time from the front; an o'clock after it goes with it.
func (r *commandReader) clock(words []string) ([]booking.Clock, int) {
	for n := min(2, len(words)); n > 0; n-- {
		if !beginsWithDigit(words[0]) {
			return nil, 0
		}
		if n == 2 && beginsWithDigit(words[1]) {
			continue
		}
		if clocks, ok := Time(strings.Join(words[:n], " "), r.lang); ok {
			return clocks, n
		}
	}
	return nil, 0
}

// between is the first hours, of the times that may be meant, that end after
// they begin.
func between(from, to []booking.Clock) (booking.Hours, bool) {
	for _, f := range from {
		for _, t := range to {
			if f < t {
				return booking.Hours{From: f, To: t}, true
			}
		}
	}
	return booking.Hours{}, false
}

// skipWord leaves out one of the words that a language has for something.
func skipWord(words []string, of func(*lexicon) string) []string {
	r := commandReader{words: words}
	r.skip(of)
	return r.words
}
