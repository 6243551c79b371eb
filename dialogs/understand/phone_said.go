package understand

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"terminbote/booking"
)

// phoneShape is what a telephone number looks like in a sentence.
var phoneShape = regexp.MustCompile(`(?:\+|00)?\(?[0-9](?:[ ()/.–-]{0,3}[0-9]){4,16}`)

// behindTime is a time or a day before a number that follows without a word between: 8.30 0171…,
// up to the number's zero.
var behindTime = regexp.MustCompile(`^[1-9][0-9]?(?:[.:][0-9]{2}|\.[0-9]{1,2}\.?|\.)? 0`)

const fewestSaid = 6 // digits of a number in a sentence; fewer may be anything

// phones finds telephone numbers: those that begin with 0 or +, and any where
// one is asked for.
func (m *message) phones() []candidate {
	var all []candidate
	for _, at := range phoneShape.FindAllStringIndex(m.text, -1) {
		if zero := behindTime.FindStringIndex(m.text[at[0]:at[1]]); zero != nil {
			at[0] += zero[1] - 1
		}
		typed := m.text[at[0]:at[1]]
		asked := m.in.Expect == ExpectPhone
		if !strings.HasPrefix(typed, "0") && !strings.HasPrefix(typed, "+") && !strings.HasPrefix(typed, "(0") && !asked || isDateLike(typed) {
			continue
		}
		phone, ok := spelledPhone(typed)
		if !ok || len(phone) < fewestSaid || !asked && len(phone) < 8 {
			continue
		}
		from, to := m.wordsBetween(at[0], at[1])
		all = append(all, m.widen(candidate{from: from, to: to, sure: 0.95, bonus: 0.5, value: PhoneValue{phone}}, fieldPhone))
	}
	if m.in.Expect != ExpectPhone {
		return all
	}
	return append(all, m.spokenPhones()...)
}

// isDateLike tells whether digits are parted as those of dates and times are.
func isDateLike(s string) bool {
	return dateShape.MatchString(s)
}

var dateShape = regexp.MustCompile(`^[0-9]{1,2}\.\s?[0-9]{1,2}\.|^[0-9]{4}-[0-9]{2}-[0-9]{2}|^[0-9]{1,2}[.-][0-9]{1,2}-|^[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}$`)

// spelledPhone is a number as it is stored: digits, those of another country
// with a plus.
func spelledPhone(typed string) (string, bool) {
	typed = strings.ReplaceAll(typed, "(0)", "")
	var b strings.Builder
	for _, r := range typed {
		if unicode.IsDigit(r) || r == '+' {
			b.WriteRune(r)
		}
	}
	number := b.String()
	if rest, ok := strings.CutPrefix(number, "00"); ok {
		number = "+" + rest
	}
	if rest, ok := strings.CutPrefix(number, "+49"); ok {
		number = "0" + strings.TrimPrefix(rest, "0")
	}
	n := len(strings.TrimPrefix(number, "+"))
	return number, enoughDigits(number, n)
}

// spokenPhones reads a number in words: null eins sieben eins 44 55 66.
func (m *message) spokenPhones() []candidate {
	for _, g := range m.grammars {
		for i := range m.words {
			said, n := g.spokenDigits(i)
			if phone, ok := spelledPhone(said); ok && len(phone) >= fewestSaid {
				return []candidate{{from: i, to: i + n, sure: 0.9, bonus: 0.5, value: PhoneValue{phone}}}
			}
		}
	}
	return nil
}

// spokenDigits is what numbers in a row say, one after the other.
func (g *grammar) spokenDigits(i int) (said string, n int) {
	for {
		if g.isDigits(i+n, mostDigits) {
			said, n = said+g.word(i+n).text, n+1
			continue
		}
		value, used := g.at(i+n, sNumber)
		if used == 0 || value > 99 {
			return said, n
		}
		said, n = said+strconv.Itoa(value), n+used
	}
}

// numbers finds appointments' numbers: K7M4QX, K7M 4QX.
func (m *message) numbers() []candidate {
	var all []candidate
	for i := range m.words {
		if number, end := m.numberAt(i); end > i {
			all = append(all, m.widen(candidate{from: i, to: end, sure: 0.95, bonus: 0.5, value: NumberValue{number}}, fieldPhone))
		}
	}
	return all
}

// numberAt is the number of an appointment that begins at i, and where it ends;
// 0 where none does.
func (m *message) numberAt(i int) (number booking.Number, end int) {
	if !m.hasDigitsSoon(i) || m.isClockWithTitle(i) {
		return "", 0
	}
	for _, end := range m.chunkEnds(i) {
		typed := m.text[m.words[i].from:m.words[end-1].to]
		number, ok := booking.ParseNumber(typed)
		if ok && numberShape.MatchString(typed) && strings.ContainsFunc(typed, unicode.IsDigit) && strings.ContainsFunc(typed, unicode.IsLetter) {
			return number, end
		}
	}
	return "", 0
}

// isClockWithTitle tells whether a time with am or pm stands at i, and a title behind it: "2pm Mrs Baker".
func (m *message) isClockWithTitle(i int) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		return g.isDigits(i, 2) && g.says(i+1, sAM, sPM) > 0 && g.isTitleAt(i+2)
	})
}

// isInNumber tells whether the word at i is a part of an appointment's number.
func (m *message) isInNumber(i int) bool {
	for from := max(0, i-mostNumberWords+1); from <= i; from++ {
		if _, end := m.numberAt(from); end > i {
			return true
		}
	}
	return false
}

// mostNumberWords is how many words a number can be: each digit parts the letters.
const mostNumberWords = 6

// hasDigitsSoon tells whether digits stand among the words from i on that a
// number can have.
func (m *message) hasDigitsSoon(i int) bool {
	return slices.ContainsFunc(m.words[i:min(i+6, len(m.words))], func(w word) bool { return w.kind == digits })
}

// numberShape is a number in one piece, or in the two in which it is read out.
var numberShape = regexp.MustCompile(`^(?:[^ -]{6}|[^ -]{3}[ -][^ -]{3})$`)

// chunkEnds are the ends of the one or two stretches without a space from i on.
func (m *message) chunkEnds(i int) []int {
	if i > 0 && m.words[i].gap == "" {
		return nil
	}
	var ends []int
	for end := i + 1; end <= len(m.words) && end <= i+8; end++ {
		if end == len(m.words) || m.words[end].gap != "" {
			ends = append(ends, end)
			if len(ends) == 3 {
				break
			}
		}
	}
	return ends
}

// ofOwnPhone is the value of a candidate; a question for a telephone may be about the writer's own.
func (m *message) ofOwnPhone(c candidate) Value {
	q, asks := c.value.(QuestionValue)
	if !asks || q.About != AboutContact {
		return c.value
	}
	q.Own = slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := c.from; i+1 < c.to; i++ {
			if mine[m.words[i].text] && g.isField(i+1, []int{fieldPhone}) > 0 {
				return true
			}
		}
		return false
	})
	return q
}
