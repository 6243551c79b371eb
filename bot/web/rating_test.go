package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/web/browsertest"
	"terminbote/dialogs"
)

// asked is the link by which somebody is asked about the visit that they booked
// first.
func (w *town) asked() string {
	w.Helper()
	order := dialogs.Order{Office: w.office.ID, Start: w.free()[0], Wishes: []booking.Wish{{Concern: w.office.Concerns[0].ID, Quantity: 1}}, Persons: 1}
	held := w.do(dialogs.Hold{Order: order})
	a := w.do(dialogs.Book{Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Ada Lovelace", Mail: "ada@example.org"}})
	var notice booking.NoticeID
	err := w.pool.QueryRow(w.Context(), `
		WITH over AS (UPDATE appointment SET state = 'finished' WHERE id = $1 RETURNING id)
		INSERT INTO notice (appointment, kind, sequence, channel, address, due) SELECT id, 'rating', 0, 'mail', 'ada@example.org', $2 FROM over RETURNING id`,
		int64(a.ID), w.now).Scan(&notice)
	if err != nil {
		w.Fatal(err)
	}
	token, err := w.store.Post(w.Context(), dialogs.Posting{To: "ada@example.org", Appointment: a.ID, Office: a.Office, Notice: notice, Kind: booking.RatingNotice}, w.now)
	if err != nil {
		w.Fatal(err)
	}
	return "/termin/" + token
}

func TestAVisitIsRatedOnThePageOfItsMail(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b, path := w.browser(), w.asked()
	if p := b.open(path); p.status != http.StatusOK || !strings.Contains(p.text(), "Wie war Ihr Besuch?") || strings.Contains(p.body, "Lovelace") {
		t.Fatalf("%d:\n%s", p.status, p.text())
	}
	for _, odd := range []string{"", "rate:0", "rate:6", "cancel-yes"} {
		p := b.send(path, url.Values{"do": {odd}, "line": {`nett & "hell"`}})
		if !strings.Contains(p.text(), "Bitte drücken Sie, wie zufrieden Sie waren") || !strings.Contains(p.body, `value="nett &amp; &#34;hell&#34;"`) {
			t.Errorf("%q leads to:\n%s", odd, p.body)
		}
	}
	for _, long := range []int{dialogs.LongestComment + 1, 1000} {
		p := b.send(path, url.Values{"do": {"rate:4"}, "line": {strings.Repeat("ä", long)}})
		if !strings.Contains(p.text(), "höchstens 300 Zeichen") || !strings.Contains(p.body, strings.Repeat("ä", long)) {
			t.Errorf("a line of %d characters leads to:\n%s", long, p.text())
		}
	}
	if p := b.send(path, url.Values{"do": {"rate:4"}, "line": {strings.Repeat("ä", 9000)}}); !strings.Contains(p.text(), "Wie war Ihr Besuch?") {
		t.Errorf("a form longer than any leads to:\n%s", p.text())
	}
	line := strings.Repeat("schön ", 40) + "<b>"
	if p := b.send(path, url.Values{"do": {"rate:4"}, "line": {line}}); !strings.Contains(p.text(), "Danke für Ihre Antwort!") {
		t.Errorf("after the answer:\n%s", p.text())
	}
	if p := b.send(path, url.Values{"do": {"rate:1"}}); !strings.Contains(p.text(), "schon geantwortet") {
		t.Errorf("the second time:\n%s", p.text())
	}
	if p := b.open(path); !strings.Contains(p.text(), "schon geantwortet") || strings.Contains(p.body, "rate:") {
		t.Errorf("the link is opened once more:\n%s", p.text())
	}
	if w.count(`SELECT count(*) FROM rating WHERE stars = 4`) != 1 || w.count(`SELECT count(*) FROM rating_line WHERE stars = 4`) != 1 || w.count(`SELECT count(*) FROM rating`) != 1 {
		t.Error("it is kept otherwise")
	}
	unknown, stranger := b.open("/termin/"+strings.Repeat("x", 32)), b.open("/termin/"+strings.Repeat("y", 32))
	if unknown.status != http.StatusNotFound || unknown.text() != stranger.text() {
		t.Errorf("%d", unknown.status)
	}
}

// Who writes a line and presses the enter key has said nothing yet of how
// satisfied they were.
func TestTheEnterKeyIsNoAnswerOnAVisit(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	w := newSite(t)
	v := w.visitor(browsertest.Look{Width: 400, Height: 800})
	v.KeepAxe()
	v.Visit(w.server.URL + w.asked())
	v.Write("#zeile", "zu kalt")
	v.Until(`document.querySelector(".remark")?.innerText.includes("wie zufrieden") && document.getElementById("zeile").value === "zu kalt"`)
	if faults := v.Faults(); len(faults) > 0 {
		t.Errorf("the page is not accessible: %v", faults)
	}
	if n := w.count(`SELECT count(*) FROM rating`); n != 0 {
		t.Errorf("%d ratings were kept", n)
	}
}
