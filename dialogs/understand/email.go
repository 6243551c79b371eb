package understand

import (
	"errors"
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// What can be wrong with a mail address that somebody typed.
var (
	ErrEmailEmpty      = errors.New("no mail address was given")
	ErrEmailTooLong    = errors.New("the mail address is too long")
	ErrEmailLineBreak  = errors.New("the mail address holds a line break")
	ErrEmailNoAt       = errors.New("the mail address has no @")
	ErrEmailSeveral    = errors.New("there is more than one mail address")
	ErrEmailSpace      = errors.New("the mail address holds a space")
	ErrEmailNoDomain   = errors.New("the mail address has no complete domain")
	ErrEmailNoName     = errors.New("the mail address has nothing before the @")
	ErrEmailCharacters = errors.New("the mail address holds characters that do not belong there")
)

const (
	maxEmail      = 254 // RFC 5321, 4.5.3.1.3, less the angle brackets
	maxEmailLocal = 64  // RFC 5321, 4.5.3.1.1
	maxLabel      = 63  // RFC 1035, 2.3.4
)

// Email reads exactly one plain mail address and returns it with its domain in
// small letters and, where that has umlauts, as mail servers write it
// (xn--bcher-kva.de). Only in such a domain the part before the @ may have them
// too. Around it spaces, "mailto:", angle brackets and a closing dot or comma
// are dropped; a displayed name beside it and quoted local parts are refused.
func Email(text string) (string, error) {
	address := bare(text)
	if err := checkShape(address); err != nil {
		return "", err
	}
	local, domain, err := encode(strings.Cut(address, "@"))
	if err != nil {
		return "", err
	}
	if err := checkParts(local, domain); err != nil {
		return "", err
	}
	address = local + "@" + domain
	if len(address) > maxEmail || len(local) > maxEmailLocal {
		return "", ErrEmailTooLong
	}
	if parsed, err := mail.ParseAddress(address); err != nil || parsed.Address != address {
		return "", ErrEmailCharacters
	}
	return address, nil
}

// WrittenEmail is an address as people write it: with the umlauts of its
// domain.
func WrittenEmail(address string) string {
	local, domain, ok := strings.Cut(address, "@")
	written, err := idna.Display.ToUnicode(domain)
	if !ok || err != nil {
		return address
	}
	return local + "@" + written
}

// encode writes both parts of an address as mail servers do.
func encode(local, domain string, _ bool) (string, string, error) {
	switch {
	case isASCII(local) && isASCII(domain):
		return local, strings.ToLower(domain), nil
	case isASCII(domain):
		return "", "", ErrEmailCharacters // nobody gives such addresses out
	}
	ascii, err := idna.Lookup.ToASCII(domain)
	local = norm.NFC.String(local)
	if err != nil || strings.ContainsFunc(local, func(r rune) bool { return r >= unicode.MaxASCII && !unicode.IsLetter(r) }) {
		return "", "", ErrEmailCharacters
	}
	return local, ascii, nil
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}

// bare drops what people and programs write around an address.
func bare(text string) string {
	s := strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
	if len(s) >= len("mailto:") && strings.EqualFold(s[:len("mailto:")], "mailto:") {
		s = s[len("mailto:"):]
	}
	return strings.Trim(strings.TrimRight(s, ".,;>"), " ")
}

// checkShape says what is wrong with the address as a whole.
func checkShape(address string) error {
	switch {
	case address == "":
		return ErrEmailEmpty
	case strings.ContainsAny(address, "\r\n\v\f\u0085\u2028\u2029"):
		return ErrEmailLineBreak
	case strings.Count(address, "@") == 0:
		return ErrEmailNoAt
	case strings.Count(address, "@") > 1:
		return ErrEmailSeveral
	case strings.ContainsFunc(address, unicode.IsSpace):
		return ErrEmailSpace
	case len(address) > maxEmail:
		return ErrEmailTooLong
	case strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == '\u007f' }):
		return ErrEmailCharacters
	}
	return nil
}

func checkParts(local, domain string) error {
	labels := strings.Split(domain, ".")
	last := labels[len(labels)-1]
	switch {
	case local == "":
		return ErrEmailNoName
	case strings.ContainsAny(local, `"(),:;<>[\]`):
		return ErrEmailCharacters
	case len(labels) < 2 || len(last) < 2:
		return ErrEmailNoDomain
	}
	for _, label := range labels {
		if label == "" {
			return ErrEmailNoDomain
		}
		if !isLabel(label) {
			return ErrEmailCharacters
		}
	}
	if strings.Trim(last, "0123456789") == "" {
		return ErrEmailNoDomain
	}
	return nil
}

func isLabel(s string) bool {
	if len(s) > maxLabel || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
