package understand

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlainMailAddressesAreTaken(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"anna@example.org":                     "anna@example.org",
		"  Anna.Muster@Example.ORG \n":         "Anna.Muster@example.org",
		"<anna@example.org>":                   "anna@example.org",
		"<mailto:anna@example.org>":            "anna@example.org",
		"mailto:anna@example.org.":             "anna@example.org",
		"MAILTO:anna@example.org,":             "anna@example.org",
		"anna+amt@mail.example.org":            "anna+amt@mail.example.org",
		"o'neil_1@ex-ample.co.uk":              "o'neil_1@ex-ample.co.uk",
		"anna@xn--mller-kva.de":                "anna@xn--mller-kva.de",
		"\u200eanna@example.org\u200b":         "anna@example.org",
		"müller@bücher.de":                     "müller@xn--bcher-kva.de",
		"Mu\u0308ller@BU\u0308CHER.de.":        "Müller@xn--bcher-kva.de",
		"anna@straße.example.org":              "anna@xn--strae-oqa.example.org",
		strings.Repeat("a", 64) + "@a.de":      strings.Repeat("a", 64) + "@a.de",
		"a@" + strings.Repeat("b", 63) + ".de": "a@" + strings.Repeat("b", 63) + ".de",
	} {
		got, err := Email(text)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("Email(%q) err=%v (-want +got):\n%s", text, err, diff)
		}
	}
}

func TestOtherMailAddressesAreRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"": ErrEmailEmpty, " <> ": ErrEmailEmpty, "mailto:": ErrEmailEmpty,
		"anna": ErrEmailNoAt, "anna.example.org": ErrEmailNoAt, "keine": ErrEmailNoAt,
		"anna@": ErrEmailNoDomain, "anna@example": ErrEmailNoDomain, "anna@localhost": ErrEmailNoDomain,
		"anna@.org": ErrEmailNoDomain, "anna@example..org": ErrEmailNoDomain, "anna@example.o": ErrEmailNoDomain,
		"anna@192.168.0.1":                                ErrEmailNoDomain,
		"anna@192.168.17.10":                              ErrEmailNoDomain,
		"anna@mail.example.2026":                          ErrEmailNoDomain,
		"@example.org":                                    ErrEmailNoName,
		"anna@example.org\nBcc: all@example.org":          ErrEmailLineBreak,
		"anna\r\n@example.org":                            ErrEmailLineBreak,
		"anna\u2028@example.org":                          ErrEmailLineBreak,
		"anna@example.org, bert@example.org":              ErrEmailSeveral,
		"anna@example.org;bert@example.org":               ErrEmailSeveral,
		"anna@@example.org":                               ErrEmailSeveral,
		"anna muster@example.org":                         ErrEmailSpace,
		"Anna <anna@example.org>":                         ErrEmailSpace,
		"meine ist anna@example.org":                      ErrEmailSpace,
		strings.Repeat("a", 65) + "@example.org":          ErrEmailTooLong,
		"anna@" + strings.Repeat("abcdefgh.", 30) + "org": ErrEmailTooLong,
		strings.Repeat("x", 10000) + "@example.org":       ErrEmailTooLong,
		"änna@example.org":                                ErrEmailCharacters,
		"änna@exa mple.org":                               ErrEmailSpace,
		"anna@exämple":                                    ErrEmailNoDomain,
		"anna@exä_mple.org":                               ErrEmailCharacters,
		"anna@-exämple.org":                               ErrEmailCharacters,
		"anna@ex\u202eämple.org":                          ErrEmailCharacters,
		"😀@exämple.org":                                   ErrEmailCharacters,
		strings.Repeat("ä", 33) + "@exämple.org":          ErrEmailTooLong,
		"anna@" + strings.Repeat("ä", 62) + ".org":        ErrEmailCharacters,
		"anna\x00@example.org":                            ErrEmailCharacters,
		"anna\u202e@example.org":                          ErrEmailCharacters,
		`"anna"@example.org`:                              ErrEmailCharacters,
		"Anna<anna@example.org>":                          ErrEmailCharacters,
		"anna(x)@example.org":                             ErrEmailCharacters,
		"anna@-example.org":                               ErrEmailCharacters,
		"anna@exa_mple.org":                               ErrEmailCharacters,
		"anna@[127.0.0.1]":                                ErrEmailCharacters,
		".anna@example.org":                               ErrEmailCharacters,
		"an..na@example.org":                              ErrEmailCharacters,
		"anna@" + strings.Repeat("b", 64) + ".de":         ErrEmailCharacters,
		"😀@example.org":                                   ErrEmailCharacters,
	} {
		got, err := Email(text)
		if !errors.Is(err, want) || got != "" {
			t.Errorf("Email(%.60q): want %v, got %q, %v", text, want, got, err)
		}
	}
}

func TestPeopleReadTheirAddressAsTheyWroteIt(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"müller@xn--bcher-kva.de": "müller@bücher.de",
		"anna@example.org":        "anna@example.org",
		"anna@xn--99999999.de":    "anna@xn--99999999.de",
		"":                        "",
	} {
		if got := WrittenEmail(address); got != want {
			t.Errorf("%q: want %q, got %q", address, want, got)
		}
	}
}
