package understand

import (
	"strings"
)

// minutes reads a concern, how many minutes it is to take, and from which day on:
// "passport 15 from 1 December". The number is the last that no word for a day
// stands before, so that the name of a concern may have one.
func (r *commandReader) minutes(e StaffCommand) (StaffCommand, error) {
	r.words = r.plainly(0)
	for end := len(r.words); end > 0; end-- {
		minutes, said := r.lengthBefore(end)
		if said == 0 {
			continue
		}
		behind := *r
		behind.words = r.words[end:]
		behind.skip(func(x *lexicon) string { return x.from })
		told, err := behind.day(e)
		if len(behind.words) > 0 {
			continue
		}
		r.words = r.words[:end-said]
		told.Minutes, told.Words = minutes, r.concernWords()
		return told, err
	}
	e.Words = r.concernWords()
	return e, nil
}

// lengthBefore reads the length that ends before a word, the longest one, and says
// how many words it has. "1.12" is a day where no unit stands behind it, and what
// stands behind "from" is one too.
func (r *commandReader) lengthBefore(end int) (minutes string, said int) {
	for n := min(longestLength, end); n > 0; n-- {
		words := r.words[end-n : end]
		if end > n && r.begins(r.words[end-n-1]) || n == 1 && strings.Contains(strings.TrimRight(words[0], "."), ".") {
			continue
		}
		if minutes, ok := ReadMinutes(strings.Join(words, " "), r.lang); ok {
			return minutes, n
		}
	}
	return "", 0
}

// concernWords is all that is left, without what only stands before a number.
func (r *commandReader) concernWords() string {
	last := len(r.words) - 1
	if last >= 1 {
		end := commandReader{words: r.words[last:]}
		if end.skip(func(x *lexicon) string { return x.concernMinutes }) {
			r.words = r.words[:last]
		}
	}
	return r.phrase()
}

// begins tells whether a word stands before a day: from.
func (r *commandReader) begins(word string) bool {
	one := commandReader{words: []string{word}}
	return one.skip(func(x *lexicon) string { return x.from })
}
