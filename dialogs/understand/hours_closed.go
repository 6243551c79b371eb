package understand

import (
	"slices"
	"strings"
	"sync"

	"terminbote/booking"
)

// townless reads what is the same in every town, such as times of day.
var townless = sync.OnceValue(func() *Reader { return NewReader(Directory{}) })

// hoursNamed takes hours that are named by one end or by a part of the day: "ab 14
// Uhr", "nachmittag", "until noon". Taken for a reason, they would close the whole day.
func (r *commandReader) hoursNamed(action Action) booking.Hours {
	m := townless().message(strings.Join(r.words, " "), Context{Lang: r.lang, Today: r.today, Expect: ExpectWhen})
	if len(m.words) == 0 {
		return booking.Hours{}
	}
	for _, g := range m.grammars {
		first := g.says(0, sThis) // this afternoon
		said, n := g.hoursAt(first)
		if part, used := g.at(first, sPartShort); n == 0 && used > 0 {
			said, n = partHours(dayPart(part), false, false), used // morgen vorm. krank
		}
		if n == 0 || len(said.Spans) != 1 || len(said.clocks) > 0 {
			continue
		}
		r.words = strings.Fields(strings.TrimLeft(m.text[m.words[first+n-1].to:], ".,;"))
		if action == ToClose {
			return ToTheEnds(said.Spans[0])
		}
		return said.Spans[0]
	}
	return booking.Hours{}
}

// ToTheEnds is hours that are to be closed, up to the day's end that they come near:
// the closed afternoon of a day that goes to eight ends with the day.
func ToTheEnds(h booking.Hours) booking.Hours {
	parts := []booking.Hours{dayParts[early], dayParts[forenoon], dayParts[afterwards], dayParts[evening], dayParts[lateInDay]}
	switch {
	case !slices.Contains(parts, h):
	case h.To <= dayParts[forenoon].To:
		h.From = 0
	default:
		h.To = booking.Midnight
	}
	return h
}

// dayApart parts the weekday from what is written on to it in the first word:
// Dienstagnachmittag.
func dayApart(words []string) []string {
	first, tail := wordsIn(words[0])
	if len(first) != 1 || tail != "" || dayWithin(first[0]) == 0 {
		return words
	}
	n := dayWithin(first[0])
	return append([]string{words[0][:n], words[0][n:]}, words[1:]...)
}

// dayOfHours takes a day before hours: of "tomorrow from 2" the first word only.
func (r *commandReader) dayOfHours(e StaffCommand) (StaffCommand, error) {
	r.words = dayApart(r.words)
	said := r.words
	e, err := r.day(e)
	if last := len(said) - len(r.words) - 1; last > 0 && (&commandReader{words: said[last:]}).announced() {
		r.words = said[last:]
	}
	if err == nil && e.Day.IsZero() {
		err = ErrNotADay
	}
	return e, err
}
