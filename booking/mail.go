package booking

import (
	"strings"

	"golang.org/x/net/idna"
)

// MailKey is what tells mail addresses apart where the limits count: small
// letters, without "+" variants, at Gmail without dots, and with a domain's
// umlauts written in one way, since all of these reach one mailbox. It is no
// address to write to.
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
