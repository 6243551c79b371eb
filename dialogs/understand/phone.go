package understand

import (
	"strings"
	"unicode"
)

const (
	fewestDigits = 3
	mostDigits   = 15 // ITU-T E.164
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
	return number, fewestDigits <= digits && digits <= mostDigits
}
