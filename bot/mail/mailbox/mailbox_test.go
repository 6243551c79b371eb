package mailbox

import (
	"net/smtp"
	"strings"
	"testing"
)

const mixed = "From: =?utf-8?q?B=C3=BCrgerb=C3=BCro?= <a@example.org>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n" +
	"Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n" +
	"Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain; charset=utf-8\r\n" +
	"Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe\r\n--inner\r\nContent-Type: text/html; charset=utf-8\r\n" +
	"Content-Transfer-Encoding: base64\r\n\r\nPHA+SGFsbG88L3A+\r\n--inner--\r\n--outer\r\n" +
	"Content-Type: text/calendar; method=REQUEST\r\nContent-Disposition: attachment; filename=\"t.ics\"\r\n\r\nBEGIN:VCALENDAR\r\n--outer--\r\n"

func TestAMailIsShownAsAMailProgramDoes(t *testing.T) {
	t.Parallel()
	box, err := Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := smtp.SendMail(box.Address, nil, "a@example.org", []string{"ada@example.org"}, []byte(mixed)); err != nil {
		t.Fatal(err)
	}
	all := box.Mails()
	if len(all) != 1 || box.Count() != 1 {
		t.Fatalf("%d mails", len(all))
	}
	m := all[0]
	if m.To != "ada@example.org" || m.Subject != "Grüße" || !strings.HasPrefix(m.From, "Bürgerbüro") ||
		strings.TrimSpace(m.Text) != "Grüße" || m.HTML != "<p>Hallo</p>" {
		t.Errorf("%+v", m)
	}
	if len(m.Files) != 1 || m.Files[0].Name != "t.ics" || !strings.HasPrefix(string(m.Files[0].Content), "BEGIN:") {
		t.Errorf("attached: %+v", m.Files)
	}
	if _, ok := box.Mail(m.Number); !ok {
		t.Error("the mail is not found by its number")
	}
}

func TestOnlyTheLatestMailsAreKept(t *testing.T) {
	t.Parallel()
	var box Mailbox
	for range mostMails + 3 {
		box.keep(Mail{})
	}
	if all := box.Mails(); len(all) != mostMails || all[0].Number != mostMails+3 {
		t.Errorf("%d mails, the newest is number %d", len(all), all[0].Number)
	}
}
