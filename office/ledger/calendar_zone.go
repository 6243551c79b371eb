package ledger

import (
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// zones is what a calendar says of its time zones: how far each is from UTC,
// in summer and in winter.
type zones map[string][]string

func zonesOf(calendar *ics.Calendar) zones {
	found := zones{}
	for _, zone := range calendar.Timezones() {
		id := zone.GetProperty(ics.ComponentPropertyTzid)
		if id == nil {
			continue
		}
		for _, part := range zone.SubComponents() {
			var base *ics.ComponentBase
			switch part := part.(type) {
			case *ics.Standard:
				base = &part.ComponentBase
			case *ics.Daylight:
				base = &part.ComponentBase
			default:
				continue
			}
			if p := base.GetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto)); p != nil {
				found[id.Value] = append(found[id.Value], p.Value)
			}
		}
	}
	return found
}

// cell is a moment of an event. One with a zone becomes an instant; one
// without is meant by the office's wall clock, as is one whose zone is the
// office's under another name. A zone that nobody knows is shown beside the
// moment, which is refused then, and so is a time that a clock change skips or
// doubles.
func (z zones) cell(event *ics.VEvent, name ics.ComponentProperty) string {
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
	ids := p.ICalParameters[string(ics.ParameterTzid)]
	if len(ids) != 1 {
		return t.Format(calendarWall)
	}
	zone, found := zoneCalled(ids[0])
	switch {
	case !found && slices.Contains(z[ids[0]], centralEurope):
		return t.Format(calendarWall)
	case !found:
		return p.Value + " " + ids[0]
	}
	at := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
	if wall := at.Format(calendarWall); wall != t.Format(calendarWall) || at.Add(time.Hour).Format(calendarWall) == wall || at.Add(-time.Hour).Format(calendarWall) == wall {
		return p.Value + " " + ids[0]
	}
	return at.UTC().Format(calendarInstant)
}

// centralEurope is how far German winter is from UTC, as calendars write it.
const centralEurope = "+0100"

// zoneCalled is the zone of a name from the IANA's list, with or without a path
// before it, or from Windows'.
func zoneCalled(id string) (*time.Location, bool) {
	if iana, ok := windowsZones[id]; ok {
		id = iana
	}
	parts := strings.Split(strings.Trim(id, "/"), "/")
	for from := range parts {
		if zone, err := time.LoadLocation(strings.Join(parts[from:], "/")); err == nil && parts[from] != "" {
			return zone, true
		}
	}
	return nil, false
}

// windowsZones are the zones of Europe as Outlook and Exchange call them.
var windowsZones = map[string]string{
	"W. Europe Standard Time": "Europe/Berlin", "Central Europe Standard Time": "Europe/Budapest",
	"Romance Standard Time": "Europe/Paris", "Central European Standard Time": "Europe/Warsaw",
	"GMT Standard Time": "Europe/London", "Greenwich Standard Time": "Atlantic/Reykjavik",
	"GTB Standard Time": "Europe/Bucharest", "FLE Standard Time": "Europe/Helsinki", "E. Europe Standard Time": "Europe/Chisinau",
	"Turkey Standard Time": "Europe/Istanbul", "Russian Standard Time": "Europe/Moscow",
}
