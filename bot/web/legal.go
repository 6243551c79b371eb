package web

import (
	"net/http"

	"terminbote/booking"
	"terminbote/locales"
)

// imprintPage says who publishes these pages.
type imprintPage struct {
	frame

	Given       bool
	Responsible string
	Address     []string
	Mail        string
	VAT         string
	Supervisor  string
}

func (s *Site) imprint(_ *http.Request, f frame) (string, any, bool) {
	o := s.Town().Offices[0]
	f.Title, f.Index = f.Said("web.imprint"), true
	i, a := o.Site.Imprint, o.Address
	return "imprint", imprintPage{
		f, i.Given(), i.Responsible.In(f.Lang),
		[]string{o.Name.In(f.Lang), a.Street, a.PostCode + " " + a.Town},
		i.Mail, i.VAT, i.Supervisor.In(f.Lang),
	}, true
}

// privacyPage says what is stored, where and how long.
type privacyPage struct {
	frame

	Link string // the notice in full
	Days int    // until everything is erased
}

func (s *Site) privacy(_ *http.Request, f frame) (string, any, bool) {
	o := s.Town().Offices[0]
	f.Title, f.Index = f.Said("web.privacy"), true
	return "privacy", privacyPage{f, o.Privacy.In(f.Lang), int(o.Policy.Retention.Hours() / 24)}, true
}

// accessibilityPage is the statement on accessibility.
type accessibilityPage struct {
	frame
	booking.Accessibility

	Shown bool
	Text  string // what does not meet the requirements
	Day   string
	Helps string
}

func (s *Site) accessibility(_ *http.Request, f frame) (string, any, bool) {
	f.Title, f.Index = f.Said("web.accessibility"), true
	a := s.Town().Offices[0].Site.Accessibility
	p := accessibilityPage{frame: f, Accessibility: a, Shown: a.Given(), Text: a.Gaps.In(f.Lang), Helps: a.Enforcement.In(f.Lang)}
	if a.Given() {
		p.Day = f.Said("web.day", "Day", locales.LongDate(noon(a.On)))
	}
	return "accessibility", p, true
}
