package understand

import (
	"math"
	"strconv"
	"strings"

	"terminbote/booking"
)

// countless is what a larger number of cases counts as: more than any visit has.
const countless = 1000

// Counted is how many cases stand before a concern, and the concern: "2 passports",
// "zwei Pässe", "3x Perso". The number is 0 where none does, and -1 where that is no
// number of cases: none, less than none, or one and a half.
func Counted(text, lang string) (int, string) {
	words := strings.Fields(text)
	if len(words) < 2 {
		return 0, text
	}
	folded := strings.Fields(Fold(text))
	if count, by := strings.CutSuffix(folded[0], "x"); by && beginsWithDigit(count) {
		folded[0] = count
	}
	for _, x := range inOrder(lang) {
		n, used := x.lengthAmount(folded)
		if used > 0 && used < len(folded) && timeses[folded[used]] {
			used++
		}
		if used == 0 || used >= len(words) || len(folded) != len(words) {
			continue
		}
		rest := strings.Join(words[used:], " ")
		if n < 1 || n != math.Trunc(n) {
			return -1, rest
		}
		return int(min(n, countless)), rest
	}
	return 0, text
}

// sentOn reads a desk and what the colleague there should know.
func (r *commandReader) sentOn(e StaffCommand) (StaffCommand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	desk, ok := r.desk()
	if !ok {
		return e, ErrNoDesk
	}
	e.Desk, e.Words = desk, r.phrase()
	return e, nil
}

// alarm reads where help is needed. Who calls for it may say what they like behind
// it: whatever that is, colleagues come.
func (r *commandReader) alarm(e StaffCommand) StaffCommand {
	r.words = r.plainly(0)
	whole := len(r.words)
	for ; len(r.words) > 0; r.words = r.words[1:] {
		about := *r
		desk, ok := about.desk()
		if bare := beginsWithDigit(r.words[0]); ok && (!bare || whole == 1) { // "alarm 3 men" is not at desk 3
			e.Desk = desk
			break
		}
	}
	r.words = nil
	return e
}

// TicketNumber is the number of a ticket that somebody names as one: "ticket K7M
// 4QX".
func TicketNumber(text, lang string) (booking.Number, bool) {
	r := commandReader{lang: lang, words: strings.Fields(oneLine(text))}
	action, said := r.action()
	if action != ToTicket {
		return "", false
	}
	return booking.ParseNumber(Fold(strings.Join(r.words[said:], " ")))
}

// ticket is the number on a ticket that all of the words name: "W12", "Wartemarke
// 12"; 0: they name none.
func (r *commandReader) ticket() int {
	about := *r
	about.words = r.plainly(0)
	if n := ticketCalled(about.words); n > 0 {
		return n
	}
	action, said := about.action()
	if action != ToTicket {
		return 0
	}
	if n, err := strconv.Atoi(strings.Join(about.words[said:], "")); err == nil && n > 0 {
		return n
	}
	return ticketCalled(about.words[said:])
}

// ticketCalled is the number on a ticket as it is called and shown: W12; 0: it is none.
func ticketCalled(words []string) int {
	text := Fold(strings.Join(words, ""))
	digits, ok := strings.CutPrefix(strings.TrimRight(text, ".!?"), "w")
	n, err := strconv.Atoi(strings.TrimPrefix(digits, "-"))
	if !ok || err != nil || n < 1 || booking.TicketName(n) != "W"+strings.TrimPrefix(digits, "-") {
		return 0
	}
	return n
}
