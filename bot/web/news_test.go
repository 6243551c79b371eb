package web_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/bot/web/browsertest"
	"terminbote/dialogs"
)

// attend has the staff be there.
func (w *town) attend() {
	w.Helper()
	if err := w.store.Attend(w.Context(), w.office.ID, w.now); err != nil {
		w.Fatal(err)
	}
}

// replies has a clerk write in the latest talk that was handed over.
func (w *town) replies(post, text string) {
	w.Helper()
	if err := w.store.Reply(w.Context(), w.handover(), post, text, w.now); err != nil {
		w.Fatal(err)
	}
}

func (w *town) handover() dialogs.HandoverID {
	w.Helper()
	var id dialogs.HandoverID
	if err := w.pool.QueryRow(w.Context(), `SELECT max(id) FROM handover`).Scan(&id); err != nil {
		w.Fatal(err)
	}
	return id
}

// A person without scripts sees what staff wrote with the next page, once.
func TestStaffAnswerInTheBrowser(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	b := w.browser()
	b.send("/chat/beginn", url.Values{"text": {"ich will mit einem Menschen sprechen"}})
	b.press("yes")
	b.write("Darf mein Hund mit?")
	if !strings.Contains(b.page.text(), "Weitergegeben.") || !strings.Contains(b.page.body, "data-handed") {
		t.Fatalf("after a message:\n%s", b.page.text())
	}
	w.replies("post-1", "Nur <b>kleine</b> Hunde.\nUnd an der Leine.")
	for range 2 {
		p := b.open("/chat")
		if n := strings.Count(p.body, "Nur &lt;b&gt;kleine&lt;/b&gt; Hunde."); n != 1 || !strings.Contains(p.text(), "Das Amt schreibt:") {
			t.Fatalf("the answer is there %d times:\n%s", n, p.text())
		}
	}
	mustBeHarmless(t, b.page)
	b.write("Danke")
	if err := w.store.Finish(t.Context(), w.handover(), w.now); err != nil {
		t.Fatal(err)
	}
	b.write("Perso")
	for _, want := range []string{"Das Amt hat das Gespräch beendet", "Verstanden: Personalausweis beantragen"} {
		if !strings.Contains(b.page.text(), want) {
			t.Errorf("no %q in:\n%s", want, b.page.text())
		}
	}
	if strings.Contains(b.page.body, "data-handed") {
		t.Error("the page still waits for staff")
	}
}

// forgetful does not note the first lines that were shown.
type forgetful struct {
	dialogs.Answers
	times int
}

func (f *forgetful) Seen(ctx context.Context, line int64, now time.Time) error {
	if f.times--; f.times >= 0 {
		return errors.New("the database is away")
	}
	return f.Answers.Seen(ctx, line, now)
}

// A line that could not be noted as shown is offered again. The talk knows that
// it was there, and one that comes later is shown as well.
func TestALineOfStaffIsShownOnceWhateverFails(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	backend := w.backend()
	backend.Answers = &forgetful{w.store, 3}
	w.site.Open(backend)
	b := w.browser()
	b.send("/chat/beginn", url.Values{"text": {"ich will mit einem Menschen sprechen"}})
	b.press("yes")
	for i, text := range []string{"Moin aus dem Amt", "Noch etwas dazu"} {
		w.replies("post-"+strconv.Itoa(i), text)
		for range 4 {
			b.open("/chat")
		}
		for _, text := range []string{"Moin aus dem Amt", text} {
			if n := strings.Count(b.page.text(), text); n != 1 {
				t.Errorf("%q is there %d times:\n%s", text, n, b.page.text())
			}
		}
	}
}

func TestTheEndOfTheTalkIsToldToStaff(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	b := w.browser()
	b.send("/chat/beginn", url.Values{"text": {"ich will mit einem Menschen sprechen"}})
	b.press("yes")
	b.send("/chat/ende", url.Values{})
	if n := w.count(`SELECT count(*) FROM handover_line WHERE kind = 'left'`); n != 1 {
		t.Errorf("%d lines say that the person has left", n)
	}
}

func TestNewsAreForTheTalkAlone(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	b := w.browser()
	b.send("/chat/beginn", url.Values{"text": {"ich will mit einem Menschen sprechen"}})
	b.press("yes")
	w.replies("post-1", "geheim")
	other := w.browser()
	other.send("/chat/beginn", url.Values{})
	for _, who := range []*browser{w.browser(), other} {
		who.header.Set("X-Talk", "swap")
		if p := who.open("/chat/neu?since=0"); strings.Contains(p.body, "geheim") || p.status != http.StatusNoContent {
			t.Errorf("%d: %s", p.status, p.body)
		}
	}
	if p := b.open("/chat/neu?since=1"); strings.Contains(p.body, "geheim") && !strings.Contains(p.body, "<html") {
		t.Errorf("who follows the link is shown a part of a page: %s", p.body)
	}
	b.header.Set("X-Talk", "swap")
	if p := b.open("/chat/neu?since=1"); !strings.Contains(p.body, "geheim") {
		t.Errorf("%d: %s", p.status, p.body)
	}
	if p := b.open("/chat/neu?since=1"); p.status != http.StatusNoContent {
		t.Errorf("the same again: %d", p.status)
	}
}

// handedOver is a visitor who is with staff.
func (w *town) handedOver(l browsertest.Look, wish string) *visitor {
	w.Helper()
	v := w.visitor(l)
	v.Visit(w.server.URL + "/chat?lang=" + l.Lang)
	v.Click(`button.main`)
	v.Await("#offen")
	v.write(wish)
	v.choose("yes")
	return v
}

// An answer appears by itself, and takes nothing from what is being typed.
func TestAnAnswerAppearsWhileSomebodyTypes(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	v := w.handedOver(browsertest.Look{Lang: "de"}, "ich will mit einem Menschen sprechen")
	v.write("Hallo?")
	browsertest.Value[bool](v.Tab, `(() => { const f = document.getElementById("antwort"); f.value = "ich tippe no"; f.focus(); return true })()`)
	w.replies("post-1", "Moin, was gibt es")
	v.Until(`document.getElementById("verlauf").textContent.includes("Moin, was gibt es")`)
	got := browsertest.Value[string](v.Tab, `document.getElementById("antwort").value + "|" + (document.activeElement.id)`)
	if got != "ich tippe no|antwort" {
		t.Errorf("what was being typed is %q now", got)
	}
	v.Picture("staff-answer")
	if n := strings.Count(v.Text(), "Moin, was gibt es"); n != 1 {
		t.Errorf("the answer is there %d times:\n%s", n, v.Text())
	}
}

// What is sent while the page asks for answers of staff goes out all the same, and what
// they said meanwhile is told.
func TestWhatIsSentWhileThePageListensArrives(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	v := w.handedOver(browsertest.Look{Lang: "de"}, "ich will mit einem Menschen sprechen")
	v.Await("[data-handed]")
	browsertest.Value[int](v.Tab, `(window.asked = 0, window.fetch = ((f) => (address, ...more) => String(address).includes("/neu") ?
		(window.asked++, new Promise((on) => setTimeout(on, 1500)).then(() => f(address, ...more))) : f(address, ...more))(window.fetch), 0)`)
	for _, text := range []string{"Hallo?", "Noch was"} {
		w.replies("post-"+text, "Antwort vor „"+text+"“")
		v.Until(`window.asked > 0`)
		v.write(text)
		browsertest.Value[int](v.Tab, `window.asked = 0`)
		if said := v.Text(); !strings.Contains(said, text) || strings.Count(said, "Antwort vor „"+text+"“") != 1 {
			t.Errorf("after %q:\n%s", text, said)
		}
	}
}

// A talk that staff hold has a page of its own kind, which the walk through the
// assistant's views does not reach.
func TestATalkWithStaffKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	w.attend()
	for lang, wish := range map[string]string{"de": "ich will mit einem Menschen sprechen", "en": "I want to talk to a person"} {
		v := w.handedOver(browsertest.Look{Lang: lang}, wish)
		v.write("Hallo?")
		v.Await("[data-handed]")
		w.replies("post-"+lang, "Moin, what is it?")
		v.Until(`document.getElementById("verlauf").textContent.includes("Moin, what is it?")`)
		for _, dark := range []bool{false, true} {
			v.Dark(dark)
			for _, fault := range v.Faults() {
				t.Errorf("in %s, dark: %t: %s", lang, dark, fault)
			}
		}
	}
}
