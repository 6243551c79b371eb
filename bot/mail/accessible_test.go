package mail_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"terminbote/bot/mail/mailtest"
	"terminbote/bot/web/browsertest"
)

// Every mail, as a browser draws its HTML, has no fault that axe knows: light and
// dark, in both languages.
func TestMailsKeepNobodyOut(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a browser takes seconds to start")
	}
	shown := ""
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, shown)
	}))
	t.Cleanup(page.Close)
	tab := browsertest.Open(t, browsertest.Look{})
	for _, lang := range []string{"de", "en"} {
		for _, kind := range mailed {
			o := mailtest.New(t, false)
			m, _ := newMail(t, o, settings())
			deliver(t, m, notice(t, kind, lang))
			shown = strings.ReplaceAll(read(t, o.Mails()[0].Raw).html, "cid:arms", "data:,")
			tab.Visit(page.URL)
			for _, dark := range []bool{false, true} {
				tab.Dark(dark)
				tab.Picture(string(kind) + "-" + lang + map[bool]string{true: "-dark"}[dark])
				for _, fault := range tab.Faults() {
					t.Errorf("%s %s, dark: %v: %s", kind, lang, dark, fault)
				}
			}
		}
	}
}
