package web_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestSomebodyWithNothingButABrowserBooks(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	p := b.press("yes")
	if p.status != http.StatusOK || w.confirmed() != 1 {
		t.Fatalf("%d, %d booked:\n%s", p.status, w.confirmed(), p.text())
	}
	for _, want := range []string{"Gebucht!", `href="/chat/termin/`, "openstreetmap.org", "Bitte mitbringen", "tel:&#43;49"} {
		if !strings.Contains(p.body, want) {
			t.Errorf("no %q on the page:\n%s", want, p.body)
		}
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE channel = 'mail' AND kind = 'booked'`); n != 1 {
		t.Errorf("%d mails tell of it", n)
	}
}
