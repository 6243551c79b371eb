package web

import (
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/locales"
)

// month is a month's days in weeks, as a table.
type month struct {
	Name  string
	Heads []weekday
	Weeks [][]day
}

// weekday is the head of a column.
type weekday struct{ Short, Full string }

// day is one cell: of another month, without a free time, or to be chosen.
type day struct {
	Number string      // empty: of another month
	Choice *bot.Button // nil: nothing is free
}

// calendar draws buttons that all stand for days as months; false where they
// stand for something else.
func calendar(buttons []bot.Button, lang string) ([]month, bool) {
	offered := map[booking.Date]*bot.Button{}
	var days []booking.Date
	for i, b := range buttons {
		name, ok := strings.CutPrefix(b.ID, "day:")
		d, err := booking.ParseDate(name)
		if !ok || err != nil {
			return nil, false
		}
		offered[d] = &buttons[i]
		days = append(days, d)
	}
	var months []month
	for i, d := range days {
		if i == 0 || d.Month != days[i-1].Month || d.Year != days[i-1].Year {
			months = append(months, monthOf(d, offered, lang))
		}
	}
	return months, len(months) > 0
}

// monthOf is the month in which a day lies, in whole weeks from Monday on.
// Weeks in which nothing is offered are left out.
func monthOf(of booking.Date, offered map[booking.Date]*bot.Button, lang string) month {
	say := locales.For(lang).Say
	first := booking.Date{Year: of.Year, Month: of.Month, Day: 1}
	monday := first.Add(-(int(noon(first).Weekday()) + 6) % 7)
	m := month{Name: say(locales.Say("day.month", "Month", locales.Month(noon(first))))}
	for i := range 7 {
		at := noon(monday.Add(i))
		m.Heads = append(m.Heads, weekday{
			Short: say(locales.Say("web.weekday", "Day", locales.ShortWeekday(at))), Full: say(locales.Say("web.weekday", "Day", locales.Weekday(at.Weekday()))),
		})
	}
	for start := monday; start.Before(first) || start.Month == of.Month; start = start.Add(7) {
		if week, any := weekOf(start, of, offered); any {
			m.Weeks = append(m.Weeks, week)
		}
	}
	return m
}

func weekOf(monday, of booking.Date, offered map[booking.Date]*bot.Button) (week []day, any bool) {
	for i := range 7 {
		d := monday.Add(i)
		if d.Month != of.Month {
			week = append(week, day{})
			continue
		}
		week = append(week, day{Number: strconv.Itoa(d.Day), Choice: offered[d]})
		any = any || offered[d] != nil
	}
	return week, any
}

func noon(d booking.Date) time.Time { return d.At(12*60, time.UTC) }
