package booking

import (
	"strings"

	"golang.org/x/net/idna"
)

// MailKey is the form in which mail addresses are compared for limits: lower
// case, without "+" variants, at Gmail without dots, and with umlauts in
// domains encoded, since all of these reach one mailbox. Do not send mail to
// it.
func MailKey(address string) string {
	address = strings.ToLower(strings.TrimSpace(address))
	local, domain, ok := strings.Cut(address, "@")
	if !ok {
		return address
	}
	local, _, _ = strings.Cut(local, "+")
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		domain = ascii
	}
	if domain == "googlemail.com" {
		domain = "gmail.com"
	}
	if domain == "gmail.com" {
		local = strings.ReplaceAll(local, ".", "")
	}
	return local + "@" + domain
}
