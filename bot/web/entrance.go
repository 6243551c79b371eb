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
	p, town := entrancePage{frame: f}, s.today(s.Now())
	for _, c := range town.Categories() {
		p.Categories = append(p.Categories, linkTo(town, c, f.Lang))
	}
	for _, o := range town.Offices {
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

func linkTo(town booking.Town, c booking.Category, lang string) categoryLink {
	l := categoryLink{Href: CategoryPath + string(c.ID), Name: c.Name.In(lang)}
	for _, concern := range town.ConcernsIn(c.ID) {
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
	town := s.today(s.Now())
	for _, c := range town.Categories() {
		if string(c.ID) != r.PathValue("id") {
			continue
		}
		f.Title, f.Index = c.Name.In(f.Lang), true
		p := categoryPage{frame: f, Category: c.ID}
		for i, l := range linkTo(town, c, f.Lang).Concerns {
			p.Concerns = append(p.Concerns, concernLines{l, town.ConcernsIn(c.ID)[i].Explanation.In(f.Lang)})
		}
		return "category", p, true
	}
	return "", nil, false
}

// concernPage is all that one should know of a concern before booking it.
type concernPage struct {
	frame
	bookable

	Text      string
	Documents []string
	Forms     []item
	Fees      []string // as the talk says them
	Ahead     []string // what holds from another day on
	Length    string
	Further   string // each further case
	ByPhone   bool
	Back      categoryLink
}

func (s *Site) concern(r *http.Request, f frame) (string, any, bool) {
	town := s.today(s.Now())
	c, ok := town.Concern(booking.ConcernID(r.PathValue("id")))
	if !ok {
		return "", nil, false
	}
	f.Title, f.Index = c.Name.In(f.Lang), true
	p := concernPage{frame: f, bookable: bookable{ID: c.ID}, Text: c.Explanation.In(f.Lang), ByPhone: c.PhoneOnly}
	o := town.Serving([]booking.ConcernID{c.ID})[0]
	p.present(c, later(o.Today(s.Now()), c.Done.From))
	for _, line := range dialogs.Ahead(o, c.ID, s.Now()) {
		p.Ahead = append(p.Ahead, locales.For(f.Lang).Say(line))
	}
	p.Back = linkTo(town, town.Category(c.Category), f.Lang)
	return "concern", p, true
}

// present is the concern as it is on a day.
func (p *concernPage) present(c booking.Concern, on booking.Date) {
	for _, d := range c.Documents {
		p.Documents = append(p.Documents, d.Name.In(p.Lang))
	}
	var forms []dialogs.SheetForm
	for _, x := range c.Forms {
		forms = append(forms, dialogs.SheetForm{Name: locales.Say("text", "Text", locales.Text(x.Name)), URL: x.URL})
	}
	p.Forms = formItems(forms, p.Lang)
	p.Length = p.lasting(c.First)
	if c.MaxQuantity > 1 && c.Further > 0 {
		p.Further = p.lasting(c.Further)
	}
	for _, line := range dialogs.FeeLines(c, on) {
		p.Fees = append(p.Fees, locales.For(p.Lang).Say(line))
	}
}

func later(a, b booking.Date) booking.Date {
	if b.After(a) {
		return b
	}
	return a
}

// lasting is a length in words.
func (f frame) lasting(d time.Duration) string {
	return f.Said("web.lasting", "Length", locales.Minutes(d.Minutes()))
}
