package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// place says where the office is.
func (i inquiry) place() []locales.Line {
	var lines []locales.Line
	for _, o := range i.offices {
		lines = append(lines, placeLine(o))
		if hint := o.Address.Hint; len(hint) > 0 {
			lines = append(lines, say(hint))
		}
	}
	return lines
}

// contact says how to reach the office.
func (i inquiry) contact() []locales.Line {
	var lines []locales.Line
	for _, o := range i.offices {
		lines = append(lines, i.of(o, locales.Say("about.phone", "Phone", o.Phone)))
		if o.Website != "" {
			lines = append(lines, i.of(o, locales.Say("answer.website", "URL", o.Website)))
		}
	}
	return lines
}

// weeksOfWalkIn is how far ahead walk-in days are named.
const weeksOfWalkIn = 2

// walkIn says whether one may come without an appointment: on the days of the
// calendar that are for this, and as the town says.
func (i inquiry) walkIn() []locales.Line {
	var lines []locales.Line
	for _, o := range i.offices {
		if days := walkInDays(o, i.facts.Now); len(days) > 0 {
			lines = append(lines, i.of(o, locales.Say("answer.walk_in", "Days", days)))
		}
	}
	if lines = append(i.told(lines), i.townLines(answerID(i.About))...); len(lines) > 0 {
		return lines
	}
	return i.unknown()
}

func walkInDays(o *booking.Office, now time.Time) locales.List {
	var days locales.List
	today := o.Today(now)
	for n := range 7 * weeksOfWalkIn {
		if day := today.Add(n); o.Calendar.WalkInOnly(day) {
			days = append(days, dateOf(day))
		}
	}
	return days
}

// services says what the office does, by categories.
func (i inquiry) services() []locales.Line {
	var names locales.List
	for _, c := range i.facts.Town.Categories() {
		names = append(names, say(c.Name))
	}
	return []locales.Line{locales.Say("answer.services", "Categories", names)}
}

// privacy says what is stored and why, and where more stands.
func (i inquiry) privacy() []locales.Line {
	var lines []locales.Line
	switch {
	case i.step == "name":
		lines = append(lines, locales.Say("answer.why_name"))
	case i.step == "mail" && i.offices[0].Policy.MailRequired:
		lines = append(lines, locales.Say("answer.why_mail_required"))
	case i.step == "mail":
		lines = append(lines, locales.Say("answer.why_mail"))
	}
	lines = append(lines, locales.Say("privacy.full"))
	var pages []locales.Line
	for _, o := range i.offices {
		if len(o.Privacy) > 0 {
			pages = append(pages, i.of(o, locales.Say("answer.privacy_page", "URL", locales.Text(o.Privacy))))
		}
	}
	return append(lines, i.told(pages)...)
}

// bot says that nobody is here but a program, and where people are.
func (i inquiry) bot() []locales.Line {
	return []locales.Line{locales.Say("answer.bot", "Phone", i.offices[0].Phone)}
}

// languages says which languages work here, and which at the counter.
func (i inquiry) languages() []locales.Line {
	return append([]locales.Line{locales.Say("answer.languages", "Languages", spoken())}, i.townLines(answerID(i.About))...)
}

// spoken is the languages that the assistant speaks, each in its own.
func spoken() locales.List {
	var names locales.List
	for _, lang := range locales.Languages() {
		names = append(names, locales.Name(lang))
	}
	return names
}

// otherAuthority is the authority elsewhere that has an ID.
func (t *talk) otherAuthority(id string) (booking.Authority, bool) {
	for _, a := range t.facts.Town.Authorities() {
		if a.ID == id {
			return a, true
		}
	}
	return booking.Authority{}, false
}

// authorityLine says how to reach another authority: where it is and when it is
// open nobody knows here.
func authorityLine(a booking.Authority) locales.Line {
	reach := []locales.Line{locales.Say("answer.authority.name", "Name", locales.Text(a.Name))}
	if a.Phone != "" {
		reach = append(reach, locales.Say("answer.authority.phone", "Phone", a.Phone))
	}
	if a.Website != "" {
		reach = append(reach, locales.Say("answer.authority.website", "URL", a.Website))
	}
	return locales.Say("answer.authority", "Reach", commas(reach))
}
