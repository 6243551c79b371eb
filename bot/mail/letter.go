package mail

import (
	"net/url"
	"strings"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

// letter is what a mail says, in somebody's language.
type letter struct {
	Lang, Subject   string
	Hello, Opening  string
	When, Length    string
	Number          string
	Sections        []section
	Change          string // leads over to the link
	Link, LinkLabel string // empty: the mail has none
	Phone, Stranger string
	Automatic       string
	Frame           frame
	Code            string
}

// section is a heading and what stands below it.
type section struct {
	Title string
	Lines []string
	Link  item // below the lines
	Items []item
	Tick  bool // to be ticked off
}

type item struct{ Text, URL string }

// write puts a notice into words; link leads to the page of its appointment.
func write(n dialogs.Notice, link string) letter {
	p := locales.For(locales.Match(n.Lang))
	s := dialogs.NewSheet(n.Office, n.Appointment)
	l := letter{
		Lang:      p.Lang(),
		Hello:     hello(p, n.Appointment.Contact.Name),
		When:      p.Say(s.When),
		Length:    p.Say(s.Length),
		Phone:     p.Say(locales.Say("mail.phone", "Phone", s.Phone)),
		Automatic: p.Say(locales.Say("mail.automatic")),
		Frame:     newFrame(p, n.Office),
	}
	if n.Appointment.Number != "" { // a time that is only offered has none
		l.Number = p.Say(locales.Say("mail.number", "Number", s.Number))
	}
	subject, opening := said(n.Kind, s)
	if subject.IsZero() {
		l.tell(n)
	} else {
		l.Subject, l.Opening = p.Say(subject), p.Say(opening)
		l.set(p, s, n.Kind)
	}
	l.add(section{Lines: lines(p, dialogs.AppealLines(n))})
	switch {
	case n.Kind == booking.OfferNotice:
		l.add(section{Lines: lines(p, dialogs.OfferTerms(n))})
		l.lead(p, link, locales.Say("offer.by_mail"), locales.Say("offer.open"), locales.Say("offer.stranger"))
	case n.Kind == booking.MissedNotice:
		l.add(section{Lines: []string{p.Say(locales.Say("mail.again"))}})
		l.Phone = "" // it has just been named
	case n.Kind == booking.UnmissedNotice: // it has begun, and nothing of it can be changed by a link
	case n.Kind == booking.ClosedNotice && n.Office.GivenUp:
		l.lead(p, link, locales.Say("notice.given_up_ask"), locales.Say("appointment.cancel"), locales.Say("mail.stranger"))
	case n.Kind == booking.RatingNotice:
		l.Link, l.Change, l.LinkLabel = link, p.Say(locales.Say("mail.rating")), p.Say(locales.Say("mail.rating.open"))
	case n.Kind == booking.PickupNotice && link != "":
		l.Link, l.Change, l.LinkLabel = link, p.Say(locales.Say("mail.pickup")), p.Say(locales.Say("mail.pickup.book"))
	case n.Kind == booking.PickupNotice:
		l.add(section{Lines: []string{p.Say(locales.Say("mail.pickup.phone"))}})
	case n.Kind == booking.ClosedNotice:
		l.lead(p, link, locales.Say("mail.choose"), locales.Say("mail.open"), locales.Say("mail.stranger"))
	case n.Appointment.State == booking.Confirmed:
		l.lead(p, link, locales.Say("mail.change"), locales.Say("mail.open"), locales.Say("mail.stranger"))
	}
	return l
}

// lead leads over to the link.
func (l *letter) lead(p *locales.Printer, link string, change, label, stranger locales.Line) {
	l.Link, l.Change, l.LinkLabel, l.Stranger = link, p.Say(change), p.Say(label), p.Say(stranger)
}

func hello(p *locales.Printer, name string) string {
	if name = dialogs.Addressee(name); name != "" {
		return p.Say(locales.Say("mail.hello", "Name", name))
	}
	return p.Say(locales.Say("mail.hello.nobody"))
}

// said is subject and first sentence of the kinds that have their own.
func said(kind booking.NoticeKind, s dialogs.Sheet) (subject, opening locales.Line) {
	switch kind {
	case booking.BookedNotice:
		return locales.Say("mail.subject.booked", "Number", s.Number, "When", s.When), locales.Say("mail.booked")
	case booking.MovedNotice:
		return locales.Say("mail.subject.moved", "Number", s.Number, "When", s.When), locales.Say("mail.moved")
	case booking.RestoredNotice:
		return locales.Say("mail.subject.restored", "Number", s.Number, "When", s.When), locales.Say("notice.restored_text")
	case booking.CancelledNotice:
		return locales.Say("mail.subject.cancelled", "Number", s.Number, "When", s.When), locales.Say("mail.cancelled")
	case booking.ReminderNotice:
		return locales.Say("mail.subject.reminder", "Number", s.Number, "When", s.When), locales.Say("mail.reminder")
	case booking.OfferNotice:
		return locales.Say("mail.subject.offer", "When", s.When), locales.Say("offer.title")
	}
	return locales.Line{}, locales.Line{}
}

// set fills in what the sheet says of the appointment. Of one that is cancelled
// nothing but what it was for is of any use, and of one that is offered what it
// takes to decide.
func (l *letter) set(p *locales.Printer, s dialogs.Sheet, kind booking.NoticeKind) {
	l.add(section{Title: p.Say(locales.Say("mail.matters")), Items: items(p, s.Matters)})
	if kind == booking.ReminderNotice {
		l.add(section{Title: p.Say(locales.Say("changed.title")), Lines: unbulleted(lines(p, s.Changed))})
	}
	if kind == booking.CancelledNotice {
		l.Length = ""
		return
	}
	l.add(section{
		Title: p.Say(locales.Say("mail.where")),
		Lines: lines(p, s.Where),
		Link:  item{p.Say(locales.Say("mail.map")), mapURL(s.Address)},
	})
	if kind == booking.OfferNotice {
		return
	}
	l.add(section{
		Title: p.Say(locales.Say("mail.bring")),
		Items: items(p, s.Bring),
		Tick:  kind == booking.ReminderNotice,
	})
	l.add(section{Title: p.Say(locales.Say("mail.forms")), Items: forms(p, s.Forms)})
	l.add(section{Title: p.Say(locales.Say("mail.cost")), Lines: unbulleted(lines(p, s.Cost))})
}

// add adds a section, unless there is nothing in it.
func (l *letter) add(s section) {
	if len(s.Lines)+len(s.Items) > 0 {
		l.Sections = append(l.Sections, s)
	}
}

// tell takes over what is said of a notice in a chat, which names day and
// number in its sentences.
func (l *letter) tell(n dialogs.Notice) {
	page := bot.Tell(n)
	l.Subject, l.Opening = page.Title, sentence(page.Title)
	l.When, l.Length, l.Number = "", "", ""
	var s section
	for _, line := range page.Body {
		if line == "" {
			l.add(s)
			s = section{}
			continue
		}
		s.Lines = append(s.Lines, line)
	}
	l.add(s)
}

// sentence is a heading as the first sentence of a letter.
func sentence(heading string) string {
	if strings.HasSuffix(heading, ".") || strings.HasSuffix(heading, "!") || strings.HasSuffix(heading, "?") {
		return heading
	}
	return heading + "."
}

func lines(p *locales.Printer, all []locales.Line) []string {
	var said []string
	for _, line := range all {
		said = append(said, p.Say(line))
	}
	return said
}

// unbulleted is lines without the signs of a list that stand in chats.
func unbulleted(all []string) []string {
	for i, line := range all {
		all[i] = strings.TrimPrefix(line, "• ")
	}
	return all
}

func items(p *locales.Printer, all []locales.Line) []item {
	var said []item
	for _, line := range all {
		said = append(said, item{Text: p.Say(line)})
	}
	return said
}

func forms(p *locales.Printer, all []dialogs.SheetForm) []item {
	var said []item
	for _, f := range all {
		one := item{p.Say(f.Name), f.URL}
		if f.URL == "" {
			one.Text = p.Say(locales.Say("mail.form_there", "Form", f.Name))
		}
		said = append(said, one)
	}
	return said
}

// mapURL is where an address is shown on a map.
func mapURL(address string) string {
	return "https://www.openstreetmap.org/search?query=" + url.QueryEscape(address)
}

// writeCode is the letter with a one-time code: for an appointment, or without a
// number to prove an address.
func writeCode(lang string, number booking.Number, code string) letter {
	p := locales.For(locales.Match(lang))
	if number == "" {
		return letter{
			Lang:      p.Lang(),
			Subject:   p.Say(locales.Say("mail.subject.proof")),
			Hello:     p.Say(locales.Say("mail.hello.nobody")),
			Opening:   p.Say(locales.Say("mail.code", "Code", code)),
			Code:      p.Say(locales.Say("mail.proof.use")),
			Stranger:  p.Say(locales.Say("mail.proof.stranger")),
			Automatic: p.Say(locales.Say("mail.automatic")),
		}
	}
	return letter{
		Lang:      p.Lang(),
		Subject:   p.Say(locales.Say("mail.subject.code", "Number", number.String())),
		Hello:     p.Say(locales.Say("mail.hello.nobody")),
		Opening:   p.Say(locales.Say("mail.code", "Code", code)),
		Code:      p.Say(locales.Say("mail.code.use", "Number", number.String())),
		Stranger:  p.Say(locales.Say("mail.code.stranger")),
		Automatic: p.Say(locales.Say("mail.automatic")),
	}
}

// oneLine is text as a header can hold it.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
