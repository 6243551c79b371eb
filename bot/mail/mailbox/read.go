package mailbox

import (
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
)

// Mail is a mail as a mail program shows it.
type Mail struct {
	Number            int
	From, To, Subject string
	Text, HTML        string
	Files             []File
	Pictures          map[string]File // within the HTML, by what it calls them
}

// File is an attachment.
type File struct {
	Name, Type string
	Content    []byte
}

// read takes a mail apart.
func read(r io.Reader) (Mail, error) {
	message, err := mail.ReadMessage(r)
	if err != nil {
		return Mail{}, fmt.Errorf("read mail: %w", err)
	}
	words := new(mime.WordDecoder)
	var m Mail
	for name, to := range map[string]*string{"From": &m.From, "Subject": &m.Subject} {
		value := message.Header.Get(name)
		if *to, err = words.DecodeHeader(value); err != nil {
			*to = value
		}
	}
	if err := m.part(textproto.MIMEHeader(message.Header), message.Body); err != nil {
		return Mail{}, fmt.Errorf("read mail: %w", err)
	}
	return m, nil
}

// part takes one part of a mail, with those in it.
func (m *Mail) part(h textproto.MIMEHeader, body io.Reader) error {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") {
		return m.parts(multipart.NewReader(body, params["boundary"]))
	}
	content, err := io.ReadAll(decoded(h, body))
	if err != nil {
		return err
	}
	name := fileName(h, params)
	id := strings.Trim(h.Get("Content-Id"), "<>")
	switch {
	case id != "":
		if m.Pictures == nil {
			m.Pictures = map[string]File{}
		}
		m.Pictures[id] = File{name, kind, content}
	case name == "" && kind == "text/plain":
		m.Text = string(content)
	case name == "" && kind == "text/html":
		m.HTML = string(content)
	default:
		m.Files = append(m.Files, File{name, h.Get("Content-Type"), content})
	}
	return nil
}

func (m *Mail) parts(all *multipart.Reader) error {
	for {
		p, err := all.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := m.part(p.Header, p); err != nil {
			return err
		}
	}
}

func decoded(h textproto.MIMEHeader, body io.Reader) io.Reader {
	switch strings.ToLower(h.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// fileName is an attachment's name; a calendar that is part of the mail itself
// has one too.
func fileName(h textproto.MIMEHeader, params map[string]string) string {
	_, disposition, err := mime.ParseMediaType(h.Get("Content-Disposition"))
	switch {
	case err == nil && disposition["filename"] != "":
		return disposition["filename"]
	case params["name"] != "":
		return params["name"]
	case strings.HasPrefix(h.Get("Content-Type"), "text/calendar"):
		return "invite.ics"
	}
	return ""
}
