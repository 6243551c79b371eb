package mail

import (
	"html/template"
	"strings"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/locales"
)

// frame is whose mail it is, as on the office's pages: who answers for it, where
// they are, and what they owe their readers.
type frame struct {
	Office, Responsible, Address string
	Number                       string // of the telephone
	Call                         template.URL
	Links                        []item
	Arms                         bool // the mail carries the office's picture
}

func newFrame(p *locales.Printer, o *booking.Office) frame {
	lang, a := p.Lang(), o.Address
	f := frame{
		Arms:   len(o.Site.MailArms.Data) > 0,
		Office: o.Name.In(lang), Responsible: o.Site.Imprint.Responsible.In(lang),
		Address: a.Street + ", " + a.PostCode + " " + a.Town,
		Number:  o.Phone, Call: template.URL(bot.PhoneAddress(o.Phone)), //nolint:gosec // digits only
	}
	for _, l := range []item{
		{p.Say(locales.Say("web.privacy")), o.Privacy.In(lang)}, {p.Say(locales.Say("web.website")), o.Website},
	} {
		if l.URL != "" {
			f.Links = append(f.Links, l)
		}
	}
	return f
}

// Dialled parts a sentence at the telephone number in it.
func (f frame) Dialled(sentence string) [2]string {
	before, after, _ := strings.Cut(sentence, f.Number)
	return [2]string{before, after}
}
