package dialogs

import (
	"regexp"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// minutes is how long something takes.
func (r reading) minutes() (string, bool) { return understand.ReadMinutes(r.text, r.lang) }

func (r reading) number() (int, bool) { return understand.Number(r.text, r.lang) }

// appointmentNumber is the number of an appointment.
func (r reading) appointmentNumber() (booking.Number, bool) {
	return booking.ParseNumber(understand.Fold(r.text))
}

// numberLike tells whether the words look like the number of an appointment. It
// has no vowels, as words have.
func (r reading) numberLike() bool {
	_, ok := r.appointmentNumber()
	return ok
}

// codeDigits is how long a code is.
const codeDigits = 6

// code is the only one-time code that stands in the words, in one piece or as it is read out: "it's
// 672 400". An answer that is nothing but digits may part them however it likes.
func (r reading) code() (string, bool) {
	for _, shape := range codeShapes {
		if all := shape.FindAllString(r.text, -1); len(all) == 1 {
			return onlyDigits(all[0]), true
		}
	}
	bare := strings.ReplaceAll(understand.Fold(r.text), " ", "")
	return bare, len(bare) == codeDigits && onlyDigits(bare) == bare
}

// codeShapes are a code in one piece, in two or three as it is read out, and digit by digit.
var codeShapes = []*regexp.Regexp{
	regexp.MustCompile(`\b[0-9]{6}\b`),
	regexp.MustCompile(`\b[0-9]{3}[ .-][0-9]{3}\b|\b[0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}\b`),
	regexp.MustCompile(`\b[0-9](?:[ .,-]{1,2}[0-9]){5}\b`),
}

func onlyDigits(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}

// ticket is the number of a ticket that the words name.
func (r reading) ticket() (booking.Number, bool) { return understand.TicketNumber(r.text, r.lang) }

// counted is how many cases stand before a concern, and its words.
func (r reading) counted() (int, string) { return understand.Counted(r.text, r.lang) }
