package web_test

import (
	"net/http"
	"reflect"
	"strings"
	"testing"

	"terminbote/booking"
)

// markup is what a page must never take for its own.
const markup = ` <script>alert(1)</script>"><img src=x onerror=alert(1)><b>{{.}}`

// pasteInto puts markup into every text of a town.
func pasteInto(town *booking.Town) {
	for _, o := range town.Offices {
		paste(reflect.ValueOf(o).Elem())
	}
}

func paste(v reflect.Value) {
	if text, ok := v.Interface().(booking.Text); ok {
		for lang, words := range text {
			if !strings.HasPrefix(words, "http") {
				text[lang] = words + markup
			}
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				paste(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			paste(v.Index(i))
		}
	}
}

// What stands in an office file is text on every page, from the entrance to the
// pages of mails, and so is the name of who comes.
func TestTheTextsOfAnOfficeAreText(t *testing.T) {
	t.Parallel()
	w := newSite(t, generous, pasteInto)
	b := w.browser()
	b.header.Set("Accept", "text/html")
	seen := func(p page, what string) {
		t.Helper()
		if p.status != http.StatusOK || !strings.Contains(p.text(), "<script>alert(1)</script>") {
			t.Errorf("%s: %d, and nothing to be harmed by", what, p.status)
		}
		mustBeHarmless(t, p)
	}
	for _, path := range []string{
		"/", "/bereich/identity", "/anliegen/id-card", "/termin/frei?concern=id-card", "/impressum", "/barrierefreiheit", "/chat?concern=id-card",
	} {
		seen(b.open(path), path)
	}
	b.untilReview("Ada Lovelace", "ada@example.org")
	seen(b.page, "the last question")
	w.exec(`UPDATE appointment SET name = name || $1`, markup)
	seen(b.press("yes"), "the card")
	a, token := w.booked("de")
	w.exec(`UPDATE appointment SET name = name || $1`, markup)
	if a.Number == "" {
		t.Fatal("not booked")
	}
	seen(w.get(token), "the page of a mail")
	for _, do := range []string{"move", "cancel", "disown"} {
		mustBeHarmless(t, w.press(token, do))
	}
}
