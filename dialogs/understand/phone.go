package understand

import (
	"strings"
	"unicode"
)

const (
	fewestDigits   = 3
	fewestWithCode = 6
	mostDigits     = 15 // ITU-T E.164
)

// Phone reads a telephone number as people write it, and gives it back with
// single spaces: digits, and between them spaces and - / ( ) and a + before.
func Phone(text string) (string, bool) {
	number := OneLine(text)
	digits := 0
	for i, r := range number {
		switch {
		case unicode.IsDigit(r) && r <= '9':
			digits++
		case r == '+' && i == 0, strings.ContainsRune(" -/()", r):
		default:
			return "", false
		}
	}
	return number, enoughDigits(number, digits)
}

// enoughDigits tells whether a number is long enough: one with the area's code has
// more than the code.
func enoughDigits(number string, digits int) bool {
	if strings.HasPrefix(number, "0") || strings.HasPrefix(number, "+") {
		return fewestWithCode <= digits && digits <= mostDigits
	}
	return fewestDigits <= digits && digits <= mostDigits
}
