package web_test

import (
	"net/http"
	"net/url"
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

// What is written beside the button of the entrance is the talk's first answer.
func TestWhatIsWrittenAtTheEntranceIsAnswered(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.send("/chat/beginn", url.Values{"text": {" Reisepass am Dienstagnachmittag "}})
	for _, want := range []string{"Verstanden: Reisepass beantragen.", "Frei: Dienstag, 24. November, nachmittags.", "Welche Zeit passt Ihnen?"} {
		if !strings.Contains(b.page.text(), want) {
			t.Errorf("no %q in:\n%s", want, b.page.text())
		}
	}
	// In a talk that goes on it is no less an answer.
	if b.send("/chat/beginn", url.Values{"text": {"<b>Meldebescheinigung</b>"}}); b.page.status != http.StatusOK {
		t.Errorf("%d:\n%s", b.page.status, b.page.text())
	}
	mustBeHarmless(t, b.page)
	if n := w.count(`SELECT count(*) FROM chat`); n != 1 {
		t.Errorf("%d talks", n)
	}
}
