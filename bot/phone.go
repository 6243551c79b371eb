package bot

import (
	"strings"
	"unicode"
)

// PhoneAddress is a telephone number, as people write it, as an address that
// can be called: "02389 71-333" is "tel:+49238971333".
func PhoneAddress(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && unicode.IsDigit(r) || r == '+' {
			return r
		}
		return -1
	}, number)
	if rest, ok := strings.CutPrefix(digits, "0"); ok && !strings.HasPrefix(rest, "0") {
		digits = "+49" + rest
	}
	return "tel:" + digits
}
