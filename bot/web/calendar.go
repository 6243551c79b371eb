package web

import (
	"fmt"
	"html"
	"html/template"
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
	Weeks []template.HTML // the cells of each
}

// weekday is the head of a column.
type weekday struct{ Short, Full string }

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
	heads := weekdays(lang)
	for i, d := range days {
		if i == 0 || d.Month != days[i-1].Month || d.Year != days[i-1].Year {
			months = append(months, monthOf(d, heads, offered, lang))
		}
	}
	return months, len(months) > 0
}

// monthOf is the month in which a day lies, in whole weeks from Monday on.
// Weeks in which nothing is offered are left out.
func monthOf(of booking.Date, heads []weekday, offered map[booking.Date]*bot.Button, lang string) month {
	first := booking.Date{Year: of.Year, Month: of.Month, Day: 1}
	monday := first.Add(-(int(noon(first).Weekday()) + 6) % 7)
	m := month{Name: locales.For(lang).Say(locales.Say("day.month", "Month", locales.Month(noon(first)))), Heads: heads}
	for start := monday; start.Before(first) || start.Month == of.Month; start = start.Add(7) {
		if week, any := weekOf(start, of, offered); any {
			m.Weeks = append(m.Weeks, week)
		}
	}
	return m
}

// weekdays are the heads of the columns, from Monday on.
func weekdays(lang string) (heads []weekday) {
	say := locales.For(lang).Say
	monday := booking.Date{Year: 2001, Month: time.January, Day: 1}
	for i := range 7 {
		at := noon(monday.Add(i))
		heads = append(heads, weekday{
			Short: say(locales.Say("web.weekday", "Day", locales.ShortWeekday(at))), Full: say(locales.Say("web.weekday", "Day", locales.Weekday(at.Weekday()))),
		})
	}
	return heads
}

// weekOf is the cells of a week of a month, and whether anything is offered in it:
// empty where a day is another month's, a number where nothing is free, a button
// otherwise. They are written here and not by the template: months of them were
// most of what drawing a talk took.
func weekOf(monday, of booking.Date, offered map[booking.Date]*bot.Button) (week template.HTML, any bool) {
	var cells strings.Builder
	for i := range 7 {
		d := monday.Add(i)
		cells.WriteString("<td>")
		switch choice := offered[d]; {
		case d.Month != of.Month:
		case choice == nil:
			cells.WriteString(strconv.Itoa(d.Day))
		default:
			any = true
			writeDay(&cells, d.Day, *choice)
		}
		cells.WriteString("</td>")
	}
	return template.HTML(cells.String()), any //nolint:gosec // what is said of a day is escaped
}

func writeDay(cells *strings.Builder, number int, choice bot.Button) {
	spoken := choice.Label
	if choice.Note != "" {
		spoken += ", "
	}
	fmt.Fprintf(cells, `<button name="choice" value="%s"><span class="unseen">%s</span><span class="number" aria-hidden="true">%d</span>`,
		html.EscapeString(choice.ID), html.EscapeString(spoken), number)
	if choice.Note != "" {
		fmt.Fprintf(cells, `<span class="note">%s</span>`, html.EscapeString(choice.Note))
	}
	cells.WriteString("</button>")
}

func noon(d booking.Date) time.Time { return d.At(12*60, time.UTC) }
