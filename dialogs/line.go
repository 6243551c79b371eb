package dialogs

import (
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// concernLabel names a concern, and says where it goes by telephone only.
func concernLabel(c booking.Concern) locales.Line {
	if c.PhoneOnly {
		return locales.Say("concern.by_phone", "Concern", locales.Text(c.Name))
	}
	return say(c.Name)
}

func quantityLine(name booking.Text, quantity int) locales.Line {
	if quantity > 1 {
		return locales.Say("concern.times", "Concern", locales.Text(name), "Quantity", quantity)
	}
	return say(name)
}

// noon is a day as the locales write it.
func noon(d booking.Date) time.Time { return d.At(12*60, time.UTC) }

func dateOf(d booking.Date) locales.Date           { return locales.Date(noon(d)) }
func longDateOf(d booking.Date) locales.LongDate   { return locales.LongDate(noon(d)) }
func shortDateOf(d booking.Date) locales.ShortDate { return locales.ShortDate(noon(d)) }

// DateLine is a day without its name, for tables and charts.
func DateLine(d booking.Date) locales.Line { return locales.Say("report.date", "Day", shortDateOf(d)) }

// FullDateLine is a day with its year.
func FullDateLine(d booking.Date) locales.Line {
	return locales.Say("report.full_date", "Day", longDateOf(d))
}

// MonthLine is the month of a day, as short as a label of a chart.
func MonthLine(d booking.Date) locales.Line { return locales.Plain(d.String()[:len("2006-01")]) }

// clockOf is a time as the office's wall clock shows it.
func clockOf(t time.Time, o *booking.Office) locales.Clock {
	return locales.Clock(t.In(o.Calendar.Zone))
}

// say makes a line of a text from the office's file.
func say(text booking.Text) locales.Line {
	return locales.Say("text", "Text", locales.Text(text))
}

const (
	longestLine  = 200 // characters of what is typed in one line
	longestQuote = 100 // of what is said again
)

func shorten(text string) string { return beginning(text, longestLine) }

// beginning is the first characters of a text, in one line.
func beginning(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return string(runes[:min(len(runes), most)])
}

// quote is what was searched for; of a long story its beginning.
func quote(query string) string {
	if short := beginning(query, longestQuote); short != query {
		return short + " …"
	}
	return query
}

// deskLine names a desk of the office.
func deskLine(o *booking.Office, id booking.DeskID) locales.Line {
	for _, d := range o.Desks {
		if d.ID == id {
			return say(d.Name)
		}
	}
	return locales.Say("staff.all_desks")
}

// deskNames is the names of all desks of the office.
func deskNames(o *booking.Office) locales.List {
	var names locales.List
	for _, d := range o.Desks {
		names = append(names, say(d.Name))
	}
	return names
}

// plain is a text of somebody's own, without what steers a screen.
func plain(text string) locales.Line { return locales.Plain(understand.OneLine(text)) }

// deskName is what people call a desk.
func deskName(o *booking.Office, id booking.DeskID) locales.Text {
	for _, desk := range o.Desks {
		if desk.ID == id {
			return locales.Text(desk.Name)
		}
	}
	return locales.Text{"de": string(id)}
}

// shortName is a name that fits on a button.
func shortName(name string) string {
	const most = 40
	runes := []rune(name)
	if len(runes) <= most {
		return name
	}
	return string(runes[:most]) + "…"
}

// placeLine is where an office is.
func placeLine(o *booking.Office) locales.Line {
	return locales.Say("review.place", "Office", locales.Text(o.Name),
		"Street", o.Address.Street, "Town", o.Address.PostCode+" "+o.Address.Town)
}

// hoursLine says when hours begin and end.
func hoursLine(h booking.Hours) locales.Line {
	if h == booking.AllDay() {
		return locales.Say("staff.all_day")
	}
	return locales.Say("staff.hours", "From", h.From.String(), "To", h.To.String())
}

// itemsLine is what an appointment is for, on one line.
func itemsLine(items []booking.Item) locales.Line {
	var names locales.List
	for _, item := range items {
		names = append(names, quantityLine(item.Name, item.Quantity))
	}
	if len(names) == 0 {
		return locales.Say("staff.no_concern")
	}
	return locales.Say("staff.concerns", "Concerns", names)
}

func dateTitle(d booking.Date) locales.Line { return locales.Say("time.title", "Day", dateOf(d)) }

// termsLine is days, hours and end in words.
func termsLine(terms booking.Terms) locales.Line {
	if len(terms.Or) == 0 {
		return locales.Say("wait.terms", "Days", everyOf(terms.Weekdays), "Hours", partLine(terms.Hours), "Until", dateOf(terms.Until))
	}
	either := weeklyLine(booking.Weekly{Weekdays: terms.Weekdays, Hours: terms.Hours})
	for _, w := range terms.Or {
		either = locales.Say("when.either", "First", either, "Next", weeklyLine(w))
	}
	return locales.Say("wait.terms_either", "Either", either, "Until", dateOf(terms.Until))
}

func weeklyLine(w booking.Weekly) locales.Line {
	return locales.Say("wait.weekly", "Days", everyOf(w.Weekdays), "Hours", partLine(w.Hours))
}

// everyOf is days of the week in words: every Tuesday.
func everyOf(wanted booking.Weekdays) locales.List {
	if wanted == booking.AnyWeekday {
		return locales.List{locales.Say("wait.any_day")}
	}
	return weekdayList(wanted)
}

func weekday(day time.Weekday) locales.Line {
	return [7]locales.Line{
		locales.Say("wait.sunday"), locales.Say("wait.monday"), locales.Say("wait.tuesday"), locales.Say("wait.wednesday"),
		locales.Say("wait.thursday"), locales.Say("wait.friday"), locales.Say("wait.saturday"),
	}[day]
}
