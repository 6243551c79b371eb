package ledger

import (
	"errors"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// calendarColumns is the heading that a calendar's appointments get.
var calendarColumns = []string{"date", "end", "subject", "all day event"}

// calendarMoment is how an appointment of a calendar is written into a cell: an
// instant in UTC, or the wall clock of the office.
const (
	calendarInstant = "2006-01-02T15:04:05Z"
	calendarWall    = "2006-01-02T15:04:05"
)

// openCalendar reads an iCalendar file (.ics) as a table. Appointments that
// were cancelled are left out.
func openCalendar(text string) (source, error) {
	calendar, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		return nil, errors.New("the calendar cannot be read; export it again, or as CSV")
	}
	lines := eventLines(text)
	found := rows{{line: 1, cells: calendarColumns}}
	for i, event := range calendar.Events() {
		if valueOf(event, ics.ComponentPropertyStatus) == "CANCELLED" {
			continue
		}
		line := 1
		if i < len(lines) {
			line = lines[i]
		}
		found = append(found, record{line: line, cells: eventCells(event)})
	}
	return &found, nil
}

// eventLines is in which lines events begin.
func eventLines(text string) []int {
	var all []int
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "BEGIN:VEVENT" {
			all = append(all, i+1)
		}
	}
	return all
}

// eventCells is an event in the columns of calendarColumns. One that repeats
// says so where its day is expected, and is refused there.
func eventCells(event *ics.VEvent) []string {
	start := momentCell(event, ics.ComponentPropertyDtStart)
	if valueOf(event, ics.ComponentPropertyRrule) != "" {
		start = "repeats: " + valueOf(event, ics.ComponentPropertyRrule)
	}
	allDay := ""
	if len(valueOf(event, ics.ComponentPropertyDtStart)) == len("20061124") {
		allDay = "true"
	}
	return []string{start, momentCell(event, ics.ComponentPropertyDtEnd), valueOf(event, ics.ComponentPropertySummary), allDay}
}

// momentCell is a moment of an event. One with a zone becomes an instant; one
// without is meant by the office's wall clock.
func momentCell(event *ics.VEvent, name ics.ComponentProperty) string {
	p := event.GetProperty(name)
	if p == nil {
		return ""
	}
	if t, err := time.Parse("20060102T150405Z", p.Value); err == nil {
		return t.Format(calendarInstant)
	}
	t, err := time.Parse("20060102T150405", p.Value)
	if err != nil {
		return p.Value
	}
	zones := p.ICalParameters[string(ics.ParameterTzid)]
	if len(zones) != 1 {
		return t.Format(calendarWall)
	}
	zone, err := time.LoadLocation(zones[0])
	if err != nil { // Outlook calls zones by names of its own; they are the office's
		return t.Format(calendarWall)
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone).UTC().Format(calendarInstant)
}

func valueOf(event *ics.VEvent, name ics.ComponentProperty) string {
	if p := event.GetProperty(name); p != nil {
		return strings.TrimSpace(p.Value)
	}
	return ""
}
