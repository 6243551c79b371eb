package mail_test

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
)

// pythonsMail is a mail as Python's library reads it, which did not write it.
type pythonsMail struct {
	Subject string
	From    []string // name and address
	To      []string // addresses
	Parts   []string // types of content
	Text    string
	HTML    string // what a browser shows of it
	Defects []string
}

// inPythonsMail reads mails, each as a string of a list.
const inPythonsMail = `
import email, email.policy, html.parser, json, sys

class Shown(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(); self.text = []; self.hidden = 0
    def handle_starttag(self, tag, attrs): self.hidden += tag in ("style", "title")
    def handle_endtag(self, tag): self.hidden -= tag in ("style", "title")
    def handle_data(self, data):
        if not self.hidden: self.text.append(data)

def read(raw):
    m = email.message_from_bytes(raw.encode(), policy=email.policy.default)
    defects = [repr(d) for part in m.walk() for d in part.defects]
    for name, value in m.items():
        defects += ["%s: %r" % (name, d) for d in value.defects]
    body = lambda kind: m.get_body(preferencelist=(kind,)).get_content()
    shown = Shown(); shown.feed(body("html")); shown.close()
    sender = m["From"].addresses[0]
    return {"Subject": m["Subject"], "From": [sender.display_name, sender.addr_spec], "To": [a.addr_spec for a in m["To"].addresses],
        "Parts": [p.get_content_type() for p in m.walk()], "Text": body("plain"), "HTML": "".join(shown.text), "Defects": defects}

json.dump([read(raw) for raw in json.load(sys.stdin)], sys.stdout)
`

func readMailsInPython(t *testing.T, raws []string) []pythonsMail {
	t.Helper()
	in, err := json.Marshal(raws)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/usr/bin/python3", "-c", inPythonsMail)
	cmd.Stdin = strings.NewReader(string(in))
	var failed strings.Builder
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v (the test needs python3): %s", err, failed.String())
	}
	var all []pythonsMail
	if err := json.Unmarshal(out, &all); err != nil || len(all) != len(raws) {
		t.Fatalf("%d of %d mails are read: %v", len(all), len(raws), err)
	}
	return all
}

// Names as towns have them stand in every kind of mail as they are, read in Go and elsewhere.
func TestMailsOfEveryKindShowEveryNameAsItIs(t *testing.T) {
	t.Parallel()
	kinds := slices.DeleteFunc(slices.Clone(booking.NoticeKinds()), func(k booking.NoticeKind) bool { return !k.Mailed() })
	if len(kinds) < 10 {
		t.Fatalf("only %v are mailed", kinds)
	}
	o := mailtest.New(t, false)
	set := settings()
	set.From = `"Bürgerbüro, Werne; \"Stadthaus\": 😀" <termine@example.org>`
	m, _ := newMail(t, o, set)
	var sent []dialogs.Notice
	for _, kind := range kinds {
		for _, name := range uglyNames {
			n := uglyNotice(t, kind, name)
			n.Appointment.Contact.Name = `Zoë "Zi" O'Neill-Größe, Dr.; 😀`
			sent = append(sent, n)
			deliver(t, m, n)
		}
	}
	var raws []string
	for _, got := range o.Mails() {
		raws = append(raws, string(got.Raw))
	}
	if len(raws) != len(sent) {
		t.Fatalf("%d mails of %d", len(raws), len(sent))
	}
	for i, got := range readMailsInPython(t, raws) {
		name := sent[i].Office.Name["de"]
		isAsItIs(t, string(sent[i].Kind)+", "+name, got, name, read(t, []byte(raws[i])))
	}
}

// isAsItIs holds what Python reads of a mail against the name in it and what Go
// reads.
func isAsItIs(t *testing.T, which string, got pythonsMail, name string, inGo letter) {
	t.Helper()
	if len(got.Defects) > 0 || got.Subject != inGo.subject || strings.ContainsAny(got.Subject, "\r\n") {
		t.Errorf("%s: defects %v, subject %q, in Go %q", which, got.Defects, got.Subject, inGo.subject)
	}
	if want := []string{`Bürgerbüro, Werne; "Stadthaus": 😀`, "termine@example.org"}; !slices.Equal(got.From, want) || !slices.Equal(got.To, []string{"ada@example.org"}) {
		t.Errorf("%s: from %q to %q", which, got.From, got.To)
	}
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if !strings.Contains(flat(got.Text), flat(name)) {
		t.Errorf("%s: the text is\n%s", which, got.Text)
	}
	if !strings.Contains(flat(got.HTML), flat(name)) {
		t.Errorf("%s: the page is\n%s", which, got.HTML)
	}
}
