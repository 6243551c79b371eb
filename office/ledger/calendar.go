package ledger

import (
	"errors"
	"regexp"
	"strconv"
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
	lines, zones := eventLines(text), zonesOf(calendar)
	found := rows{{line: 1, cells: calendarColumns}}
	for i, event := range calendar.Events() {
		if valueOf(event, ics.ComponentPropertyStatus) == "CANCELLED" {
			continue
		}
		line := 1
		if i < len(lines) {
			line = lines[i]
		}
		found = append(found, record{line: line, cells: eventCells(event, zones)})
	}
	return &found, nil
}

// eventLines is the lines that begin an event.
func eventLines(text string) []int {
	var all []int
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "BEGIN:VEVENT" {
			all = append(all, i+1)
		}
	}
	return all
}

// repeats stands before the rule by which an event repeats.
const repeats = "repeats: "

// eventCells is an event in the columns of calendarColumns. One that repeats
// says so where its day is expected, and is refused there.
func eventCells(event *ics.VEvent, zones zones) []string {
	start, end := zones.cell(event, ics.ComponentPropertyDtStart), zones.cell(event, ics.ComponentPropertyDtEnd)
	if length := valueOf(event, ics.ComponentPropertyDuration); end == "" && length != "" {
		end = after(start, length)
	}
	for _, again := range []ics.ComponentProperty{ics.ComponentPropertyRrule, ics.ComponentPropertyRdate} {
		if rule := valueOf(event, again); rule != "" {
			start = repeats + rule
		}
	}
	allDay := ""
	if len(valueOf(event, ics.ComponentPropertyDtStart)) == len("20061124") {
		allDay = "true"
	}
	return []string{start, end, valueOf(event, ics.ComponentPropertySummary), allDay}
}

// after is the moment so long after another, as RFC 5545 3.3.6 writes lengths:
// PT15M. What cannot be read stays as it is, and is refused as an end.
func after(start, length string) string {
	m := durationForm.FindStringSubmatch(length)
	for _, form := range []string{calendarInstant, calendarWall} {
		t, err := time.Parse(form, start)
		if err != nil || m == nil {
			continue
		}
		for i, unit := range []time.Duration{7 * 24 * time.Hour, 24 * time.Hour, time.Hour, time.Minute, time.Second} {
			n, _ := strconv.Atoi("0" + m[i+1])
			t = t.Add(time.Duration(n) * unit)
		}
		return t.Format(form)
	}
	return length
}

var durationForm = regexp.MustCompile(`^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?$`)

func valueOf(event *ics.VEvent, name ics.ComponentProperty) string {
	if p := event.GetProperty(name); p != nil {
		return strings.TrimSpace(p.Value)
	}
	return ""
}
