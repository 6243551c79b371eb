package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// daysAbout is how many days are told, from today, where none is named.
const daysAbout = 7

// servedOn is when an office serves on a day.
func servedOn(o *booking.Office, date booking.Date) []booking.Span {
	day := o.Day(date, nil)
	return day.Served()
}

func hoursOf(o *booking.Office, spans []booking.Span) locales.List {
	var hours locales.List
	for _, s := range spans {
		hours = append(hours, locales.Say("about.from_to", "From", clockOf(s.Start, o), "To", clockOf(s.End, o)))
	}
	return hours
}

// servedLines is when an office serves on a day, or why it does not where
// there is a reason to tell.
func servedLines(o *booking.Office, date booking.Date) []locales.Line {
	if hours := hoursOf(o, servedOn(o, date)); len(hours) > 0 {
		return []locales.Line{locales.Say("about.day", "Day", dateOf(date), "Hours", hours)}
	}
	if reason, closed := o.Calendar.ClosedBecause(date); closed && len(reason) > 0 {
		return []locales.Line{locales.Say("about.closed", "Day", dateOf(date), "Reason", locales.Text(reason))}
	}
	if !slices.ContainsFunc(o.Calendar.Week[date.Weekday()], func(s booking.Shift) bool { return s.On(date) }) {
		return nil // as in every week
	}
	return []locales.Line{locales.Say("about.closed_day", "Day", dateOf(date))}
}

// stateLines is how it is just now: open until when, open from when on today,
// or when next.
func stateLines(o *booking.Office, now time.Time) []locales.Line {
	today := o.Today(now)
	served := servedOn(o, today)
	for _, s := range served {
		switch {
		case now.Before(s.Start):
			hours := locales.Say("about.from_to", "From", clockOf(s.Start, o), "To", clockOf(s.End, o))
			return []locales.Line{locales.Say("answer.open_later", "Hours", hours)}
		case now.Before(s.End):
			return []locales.Line{locales.Say("answer.open_until", "Until", clockOf(s.End, o))}
		}
	}
	lines := []locales.Line{closedToday(o, today, len(served) > 0)}
	if next, ok := nextServed(o, today.Add(1)); ok {
		lines = append(lines, locales.Say("answer.open_again", "Day", dateOf(next), "Hours", hoursOf(o, servedOn(o, next))))
	}
	return lines
}

func closedToday(o *booking.Office, today booking.Date, wasOpen bool) locales.Line {
	reason, closed := o.Calendar.ClosedBecause(today)
	switch {
	case wasOpen:
		return locales.Say("answer.closed_by_now")
	case closed && len(reason) > 0:
		return locales.Say("answer.closed_today_because", "Reason", locales.Text(reason))
	}
	return locales.Say("answer.closed_today")
}

// nextServed is the first day from a day on at which the office serves.
func nextServed(o *booking.Office, from booking.Date) (booking.Date, bool) {
	for n := range feastsWithin {
		if day := from.Add(n); len(servedOn(o, day)) > 0 {
			return day, true
		}
	}
	return booking.Date{}, false
}
