package mail_test

import (
	"encoding/base64"
	"html"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"regexp"
	"strings"
	"testing"
)

// letter is a mail as the standard library reads it, which did not write it.
type letter struct {
	header   netmail.Header
	from     *netmail.Address
	subject  string
	text     string
	html     string
	calendar string // as one of the alternatives
	method   string
	file     string // the attached calendar
	fileName string
	picture  string // within the HTML
}

func read(t *testing.T, raw []byte) letter {
	t.Helper()
	m, err := netmail.ReadMessage(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	l := letter{header: m.Header}
	l.subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	if l.from, err = netmail.ParseAddress(m.Header.Get("From")); err != nil {
		t.Fatal(err)
	}
	l.part(t, m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body)
	return l
}

func (l *letter) part(t *testing.T, contentType, encoding, disposition string, body io.Reader) {
	t.Helper()
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		t.Fatalf("%s: %v", contentType, err)
	}
	if strings.HasPrefix(kind, "multipart/") {
		l.parts(t, multipart.NewReader(body, params["boundary"]))
		return
	}
	content := decoded(t, encoding, body)
	switch {
	case strings.HasPrefix(disposition, "attachment"):
		_, params, err = mime.ParseMediaType(disposition)
		l.file, l.fileName = content, params["filename"]
	case kind == "image/png" && strings.HasPrefix(disposition, "inline"):
		l.picture = content
		return
	case kind == "text/calendar":
		l.calendar, l.method = content, params["method"]
	case kind == "text/html":
		l.html = content
	case kind == "text/plain":
		l.text = content
	default:
		t.Errorf("a part of type %s", kind)
	}
	if err != nil || !strings.EqualFold(params["charset"], "utf-8") && l.file == "" {
		t.Errorf("%s: %v %v", kind, params, err)
	}
}

func (l *letter) parts(t *testing.T, r *multipart.Reader) {
	t.Helper()
	for {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		l.part(t, p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p.Header.Get("Content-Disposition"), p)
	}
}

func decoded(t *testing.T, encoding string, body io.Reader) string {
	t.Helper()
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(content), "\r\n", "\n")
}

var (
	styles = regexp.MustCompile(`(?s)<style>.*?</style>`)
	tags   = regexp.MustCompile(`<[^>]*>`)
)

// plain is what can be read of HTML.
func plain(s string) string {
	return html.UnescapeString(tags.ReplaceAllString(styles.ReplaceAllString(s, ""), ""))
}
