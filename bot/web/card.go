package web

import (
	"net/url"
	"strconv"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// card is an appointment as a talk shows it: all that one has to know, to be
// kept, printed and taken along.
type card struct {
	Number, When, Length string
	Parts                []part
	File                 string // where the calendar file is
	Telegram             string // opens the appointment there; empty: nothing does
	Upcoming             bool
}

func cardOf(o *open, a booking.Appointment, lang string) *card {
	office, ok := o.facts.Town.Office(a.Office)
	if !ok {
		return nil
	}
	s := dialogs.NewSheet(office, a)
	say := locales.For(lang).Say
	c := &card{
		Number: s.Number, When: say(s.When), Length: say(s.Length), Parts: partsOf(s, lang),
		File: o.base + "/termin/" + strconv.FormatInt(int64(a.ID), 10) + ".ics", Upcoming: a.Upcoming(o.facts.Now),
	}
	if c.Upcoming && o.telegram != nil {
		c.Telegram = o.telegram("number_" + string(a.Number))
	}
	return c
}

// partsOf is a sheet's parts, those with something in them.
func partsOf(s dialogs.Sheet, lang string) []part {
	say := locales.For(lang).Say
	all := []part{
		{Title: say(locales.Say("changed.title")), Lines: said(s.Changed, lang)},
		{Title: say(locales.Say("mail.matters")), Items: plain(said(s.Matters, lang))},
		{
			Title: say(locales.Say("mail.where")), Lines: said(s.Where, lang),
			Link: item{say(locales.Say("mail.map")), mapAddress(s.Address)},
		},
		{Title: say(locales.Say("mail.bring")), Items: plain(said(s.Bring, lang))},
		{Title: say(locales.Say("mail.forms")), Items: formItems(s.Forms, lang)},
		{Title: say(locales.Say("mail.cost")), Lines: said(s.Cost, lang)},
	}
	var filled []part
	for _, p := range all {
		if len(p.Lines)+len(p.Items) > 0 {
			filled = append(filled, p)
		}
	}
	return filled
}

// mapAddress is where a map shows an address.
func mapAddress(address string) string {
	return "https://www.openstreetmap.org/search?query=" + url.QueryEscape(address)
}
