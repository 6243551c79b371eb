package booking

import (
	"strings"
	"unicode"
)

// Number names an appointment for people, on the phone too: six letters and
// digits such as "K7M4QX".
type Number string

// numberAlphabet has no 0/O and 1/I, which are confused, and no vowels, so
// that no words come about.
const numberAlphabet = "23456789BCDFGHJKLMNPQRSTVWXYZ"

const numberLength = 6

// NewNumber makes a number from random, which must hold eight unpredictable
// bytes. There are 29^6, about 595 million numbers.
func NewNumber(random [8]byte) Number {
	var n uint64
	for _, b := range random {
		n = n<<8 | uint64(b)
	}
	var s [numberLength]byte
	for i := range s {
		s[i] = numberAlphabet[n%uint64(len(numberAlphabet))]
		n /= uint64(len(numberAlphabet))
	}
	return Number(s[:])
}

// ParseNumber reads a number as people write it: case, spaces and hyphens do
// not matter. It is false if the text cannot be a number.
func ParseNumber(text string) (Number, bool) {
	var s strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) || r == '-':
		case strings.ContainsRune(numberAlphabet, unicode.ToUpper(r)):
			s.WriteRune(unicode.ToUpper(r))
		default:
			return "", false
		}
	}
	return Number(s.String()), s.Len() == numberLength
}

// String writes the number in two groups, as people read it out: "K7M 4QX".
func (n Number) String() string {
	if len(n) != numberLength {
		return string(n)
	}
	return string(n[:3]) + " " + string(n[3:])
}
