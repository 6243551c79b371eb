package web

import (
	"net/http"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// entrancePage is what the town's home page leads to.
type entrancePage struct {
	frame

	Categories []categoryLink
	Offices    []officeLines
}

// categoryLink is a category with its concerns.
type categoryLink struct {
	Href, Name string
	Concerns   []concernLink
}

type concernLink struct {
	Href, Name string
	ByPhone    bool
}

// officeLines is where an office is.
type officeLines struct {
	Lines []string
	Map   string
	Phone phone
	Hours []string // of an ordinary week
}

func (s *Site) entrance(_ *http.Request, f frame) (string, any, bool) {
	f.Title, f.Index = f.Said("web.entrance.title"), true
	p := entrancePage{frame: f}
	for _, c := range s.Town.Categories() {
		p.Categories = append(p.Categories, s.linkTo(c, f.Lang))
	}
	for _, o := range s.Town.Offices {
		p.Offices = append(p.Offices, s.linesOf(o, f.Lang))
	}
	return "entrance", p, true
}

func (s *Site) linesOf(o *booking.Office, lang string) officeLines {
	a := o.Address
	lines := []string{o.Name.In(lang), a.Street, a.PostCode + " " + a.Town}
	if hint := a.Hint.In(lang); hint != "" {
		lines = append(lines, hint)
	}
	return officeLines{
		Lines: lines, Map: mapAddress(a.Street + ", " + a.PostCode + " " + a.Town), Phone: phoneOf(o.Phone),
		Hours: said(dialogs.OrdinaryWeek(o, o.Today(s.Now())), lang),
	}
}

func (s *Site) linkTo(c booking.Category, lang string) categoryLink {
	l := categoryLink{Href: CategoryPath + string(c.ID), Name: c.Name.In(lang)}
	for _, concern := range s.Town.ConcernsIn(c.ID) {
		l.Concerns = append(l.Concerns, concernLink{ConcernPath + string(concern.ID), concern.Name.In(lang), concern.PhoneOnly})
	}
	return l
}

// categoryPage is the concerns of a category.
type categoryPage struct {
	frame

	Category booking.CategoryID
	Concerns []concernLines
}

type concernLines struct {
	concernLink

	Text string
}

func (s *Site) category(r *http.Request, f frame) (string, any, bool) {
	for _, c := range s.Town.Categories() {
		if string(c.ID) != r.PathValue("id") {
			continue
		}
		f.Title, f.Index = c.Name.In(f.Lang), true
		p := categoryPage{frame: f, Category: c.ID}
		for i, l := range s.linkTo(c, f.Lang).Concerns {
			p.Concerns = append(p.Concerns, concernLines{l, s.Town.ConcernsIn(c.ID)[i].Explanation.In(f.Lang)})
		}
		return "category", p, true
	}
	return "", nil, false
}

// concernPage is all that one should know of a concern before booking it.
type concernPage struct {
	frame

	ID        booking.ConcernID
	Text      string
	Documents []string
	Forms     []item
	Rates     []rateLine
	Notes     []string
	Length    string
	Further   string // each further case
	ByPhone   bool
	Back      categoryLink
}

type rateLine struct {
	Name, Amount string
	Extra        bool
}

func (s *Site) concern(r *http.Request, f frame) (string, any, bool) {
	c, ok := s.Town.Concern(booking.ConcernID(r.PathValue("id")))
	if !ok {
		return "", nil, false
	}
	f.Title, f.Index = c.Name.In(f.Lang), true
	p := concernPage{frame: f, ID: c.ID, Text: c.Explanation.In(f.Lang), ByPhone: c.PhoneOnly}
	for _, d := range c.Documents {
		p.Documents = append(p.Documents, d.Name.In(f.Lang))
	}
	var forms []dialogs.SheetForm
	for _, x := range c.Forms {
		forms = append(forms, dialogs.SheetForm{Name: locales.Say("text", "Text", locales.Text(x.Name)), URL: x.URL})
	}
	p.Forms = formItems(forms, f.Lang)
	p.Length = f.lasting(c.First)
	if c.MaxQuantity > 1 && c.Further > 0 {
		p.Further = f.lasting(c.Further)
	}
	o := s.Town.Serving([]booking.ConcernID{c.ID})[0]
	if fee, ok := c.FeeOn(o.Today(s.Now())); ok {
		p.addFee(fee)
	}
	for _, category := range s.Town.Categories() {
		if category.ID == c.Category {
			p.Back = s.linkTo(category, f.Lang)
		}
	}
	return "concern", p, true
}

func (p *concernPage) addFee(fee booking.Fee) {
	for _, rate := range fee.Rates {
		name := rate.Name.In(p.Lang)
		if name == "" {
			name = p.Said("web.fee.plain")
		}
		amount := p.Said("web.amount", "Amount", locales.Money(rate.Amount))
		if rate.Amount == 0 {
			amount = p.Said("web.fee.free")
		}
		p.Rates = append(p.Rates, rateLine{name, amount, rate.Extra})
	}
	if note := fee.Note.In(p.Lang); note != "" {
		p.Notes = append(p.Notes, note)
	}
}

// lasting is a length in words.
func (f frame) lasting(d time.Duration) string {
	return f.Said("web.lasting", "Length", locales.Minutes(d.Minutes()))
}
