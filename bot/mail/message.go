package mail

import (
	"bytes"
	"embed"
	"fmt"
	htmltemplate "html/template"
	"strconv"
	texttemplate "text/template"

	gomail "github.com/wneessen/go-mail"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

//go:embed letter.txt.tmpl letter.html.tmpl
var templates embed.FS

var (
	textLetter = texttemplate.Must(texttemplate.ParseFS(templates, "letter.txt.tmpl"))
	htmlLetter = htmltemplate.Must(htmltemplate.ParseFS(templates, "letter.html.tmpl"))
)

// compose makes the mail of a notice, with the appointment for the calendar
// where the notice changes it.
func (m *Mail) compose(n dialogs.Notice, link string) (*gomail.Msg, error) {
	message, err := m.message(n.Chat.Address, write(n, link))
	if err != nil {
		return nil, err
	}
	m.thread(message, n)
	if err := carry(message, n.Office.Site.MailArms); err != nil {
		return nil, err
	}
	switch n.Kind {
	case booking.BookedNotice, booking.MovedNotice, booking.RestoredNotice, booking.CancelledNotice:
		return message, m.invite(message, n)
	}
	return message, nil
}

// armsID is what the mail's HTML calls the office's picture.
const armsID = "arms"

// carry puts the office's picture into the mail. Nothing is loaded from
// anywhere when it is read.
func carry(message *gomail.Msg, arms booking.Picture) error {
	if len(arms.Data) == 0 {
		return nil
	}
	err := message.EmbedReader("arms.png", bytes.NewReader(arms.Data),
		gomail.WithFileContentID("<"+armsID+">"), gomail.WithFileContentType(gomail.ContentType(arms.Type)))
	if err != nil {
		return fmt.Errorf("embed picture: %w", err)
	}
	return nil
}

// message makes a mail with the same words as text and as HTML.
func (m *Mail) message(to string, l letter) (*gomail.Msg, error) {
	var text, html bytes.Buffer
	if err := textLetter.Execute(&text, l); err != nil {
		return nil, fmt.Errorf("write mail: %w", err)
	}
	if err := htmlLetter.Execute(&html, l); err != nil {
		return nil, fmt.Errorf("write mail: %w", err)
	}
	message := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	message.FromMailAddress(m.from)
	if err := message.To(to); err != nil {
		return nil, dialogs.ErrUnreachable
	}
	message.Subject(oneLine(l.Subject))
	message.SetDateWithValue(m.now())
	message.SetMessageID()
	// So that no program answers a program (RFC 3834; the second for Exchange).
	message.SetGenHeader("Auto-Submitted", "auto-generated")
	message.SetGenHeader("X-Auto-Response-Suppress", "All")
	message.SetBodyString(gomail.TypeTextPlain, text.String())
	message.AddAlternativeString(gomail.TypeTextHTML, html.String())
	if m.signer != nil {
		message.SetDKIM(m.signer)
	}
	return message, nil
}

// thread names the mail, so that one that comes twice is known again, and ties
// it to the one with which the appointment began.
func (m *Mail) thread(message *gomail.Msg, n dialogs.Notice) {
	first := string(n.Appointment.Number) + "." + string(booking.BookedNotice) + "@" + m.domain()
	if n.Kind == booking.BookedNotice {
		message.SetMessageIDWithValue(first)
		return
	}
	own := string(n.Kind) + "." + strconv.FormatInt(int64(n.ID), 10) + "@" + m.domain()
	if n.Appointment.Number == "" { // an offer begins something new
		message.SetMessageIDWithValue(own)
		return
	}
	message.SetMessageIDWithValue(string(n.Appointment.Number) + "." + own)
	message.SetGenHeader(gomail.HeaderInReplyTo, "<"+first+">")
	message.SetGenHeader(gomail.HeaderReferences, "<"+first+">")
}

// invite adds the appointment for the calendar: as one more way to read the
// mail, which Outlook and Thunderbird take up, and as a file for all others.
func (m *Mail) invite(message *gomail.Msg, n dialogs.Notice) error {
	invitation := bot.Invite(n, m.from.Address, n.Chat.Address, m.now())
	message.AddAlternativeString(gomail.ContentType("text/calendar; method="+invitation.Method),
		string(invitation.Calendar), gomail.WithPartEncoding(gomail.EncodingB64))
	err := message.AttachReader(bot.CalendarName(n), bytes.NewReader(invitation.Calendar),
		gomail.WithFileContentType("application/ics"))
	if err != nil {
		return fmt.Errorf("attach calendar: %w", err)
	}
	return nil
}
