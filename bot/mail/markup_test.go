package mail_test

import (
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
)

// markup is what a mail must never take for its own.
const markup = ` <script>alert(1)</script>"><img src=x onerror=alert(1)><a href="javascript:x">{{.}}`

// Whatever stands in a name or in an office file is text in a mail, in both of
// its parts.
func TestWhatIsPastedIsTextInAMail(t *testing.T) {
	t.Parallel()
	for _, kind := range mailed {
		o := mailtest.New(t, false)
		m, _ := newMail(t, o, settings())
		n := notice(t, kind, "de")
		n.Appointment.Contact.Name += markup
		texts := []booking.Text{n.Office.Name, n.Office.Address.Hint, n.Office.Site.Imprint.Responsible}
		for _, item := range n.Appointment.Items {
			c, _ := n.Office.Concern(item.Concern)
			texts = append(texts, c.Name)
			for _, d := range c.Documents {
				texts = append(texts, d.Name)
			}
			for _, f := range c.Forms {
				texts = append(texts, f.Name)
			}
		}
		for _, text := range texts {
			if !strings.Contains(text["de"], markup) { // two may be one
				text["de"] += markup
			}
		}
		deliver(t, m, n)
		l := read(t, o.Mails()[0].Raw)
		if !strings.Contains(l.text, "<script>alert(1)</script>") {
			t.Errorf("%s: the text changes what was written:\n%s", kind, l.text)
		}
		mustBeTame(t, string(kind), l.html)
	}
}

// mustBeTame fails where a mail's HTML holds what only markup can have brought.
func mustBeTame(t *testing.T, kind, page string) {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "script" || n.Data == "iframe" || n.Data == "form" {
			t.Errorf("%s: <%s> was let in", kind, n.Data)
		}
		for _, a := range n.Attr {
			scheme, _, _ := strings.Cut(a.Val, ":")
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" && a.Val != "cid:arms" || a.Key == "href" && scheme != "https" && scheme != "tel" {
				t.Errorf("%s: <%s %s=%q> was let in", kind, n.Data, a.Key, a.Val)
			}
		}
	}
}
