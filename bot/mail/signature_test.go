package mail_test

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"slices"
	"strings"
	"testing"

	"github.com/emersion/go-msgauth/dkim"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
)

// TestAnybodyCanVerifyTheSignatureOfAMail has another library than the one
// that signed look at what the mail server got.
func TestAnybodyCanVerifyTheSignatureOfAMail(t *testing.T) {
	t.Parallel()
	_, small, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	large, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	rsaRecord, err := x509.MarshalPKIXPublicKey(large.Public())
	if err != nil {
		t.Fatal(err)
	}
	for kind, key := range map[string]struct {
		private crypto.PrivateKey
		record  []byte // as it stands in the DNS
	}{
		"ed25519": {small, small.Public().(ed25519.PublicKey)},
		"rsa":     {large, rsaRecord},
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			dns := map[string]string{"2026._domainkey.example.org": "v=DKIM1; k=" + kind + "; p=" + base64.StdEncoding.EncodeToString(key.record)}
			o := mailtest.New(t, false)
			s := settings()
			s.Selector, s.Key = "2026", asPEM(t, key.private)
			m, _ := newMail(t, o, s)
			for _, kind := range []booking.NoticeKind{booking.BookedNotice, booking.CancelledNotice, booking.ReminderNotice} {
				deliver(t, m, notice(t, kind, "de"))
			}
			for _, sent := range o.Mails() {
				wantSigned(t, sent.Raw, dns)
				changed := bytes.Replace(sent.Raw, []byte("text/html"), []byte("text/hxml"), 1)
				if bytes.Equal(changed, sent.Raw) || verify(t, changed, dns).Err == nil {
					t.Error("a mail that was changed on its way is taken for ours")
				}
			}
		})
	}
}

func asPEM(t *testing.T, key crypto.PrivateKey) string {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
}

// wantSigned holds that a mail bears our signature over all that matters.
func wantSigned(t *testing.T, raw []byte, dns map[string]string) {
	t.Helper()
	v := verify(t, raw, dns)
	if v.Err != nil || v.Domain != "example.org" {
		t.Errorf("signed for %q: %v", v.Domain, v.Err)
	}
	for _, header := range []string{"From", "To", "Subject", "Date", "Message-ID", "Content-Type"} {
		if !slices.ContainsFunc(v.HeaderKeys, func(signed string) bool { return strings.EqualFold(signed, header) }) {
			t.Errorf("%s is not signed: %v", header, v.HeaderKeys)
		}
	}
}

func verify(t *testing.T, raw []byte, dns map[string]string) *dkim.Verification {
	t.Helper()
	all, err := dkim.VerifyWithOptions(bytes.NewReader(raw), &dkim.VerifyOptions{
		LookupTXT: func(name string) ([]string, error) { return []string{dns[name]}, nil },
	})
	if err != nil || len(all) != 1 {
		t.Fatalf("%d signatures: %v", len(all), err)
	}
	return all[0]
}
