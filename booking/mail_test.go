package booking_test

import (
	"testing"

	"terminbote/booking"
)

func TestOneMailboxCountsAsOne(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, address, want string }{
		{"as it is", "erika@example.org", "erika@example.org"},
		{"capitals", "Erika@Example.ORG", "erika@example.org"},
		{"spaces around", " erika@example.org\n", "erika@example.org"},
		{"a + variant", "erika+amt@example.org", "erika@example.org"},
		{"two + variants", "erika+a+b@example.org", "erika@example.org"},
		{"dots count elsewhere", "e.rika@example.org", "e.rika@example.org"},
		{"dots do not count at Gmail", "e.ri.ka@gmail.com", "erika@gmail.com"},
		{"Gmail's other name", "E.rika+x@GoogleMail.com", "erika@gmail.com"},
		{"a + in the domain is none", "erika@ex+ample.org", "erika@ex+ample.org"},
		{"umlauts in the domain", "Müller+amt@Bücher.de", "müller@xn--bcher-kva.de"},
		{"the same as mail servers write it", "müller@XN--BCHER-KVA.de", "müller@xn--bcher-kva.de"},
		{"no address", "Erika", "erika"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		if got := booking.MailKey(tt.address); got != tt.want {
			t.Errorf("%s: want %q, got %q", tt.name, tt.want, got)
		}
		if got := booking.MailKey(tt.want); got != tt.want {
			t.Errorf("%s: the key of a key: want %q, got %q", tt.name, tt.want, got)
		}
	}
}
