package bot

import (
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"terminbote/dialogs"
	"terminbote/locales"
)

// calendarFile is an appointment for the person's own calendar, to be taken
// over as it is (RFC 5546, METHOD:PUBLISH). A move keeps its UID and counts
// SEQUENCE up, so that calendars replace the old time.
func calendarFile(n dialogs.Notice, p *locales.Printer, now time.Time) File {
	a, o := n.Appointment, n.Office
	zone := o.Calendar.Zone
	c := ics.NewCalendarFor("Terminbote")
	c.SetMethod(ics.MethodPublish)
	addZone(c, a.Span.Start.In(zone))
	e := c.AddEvent(string(a.Number) + "@" + string(o.ID) + ".terminbote")
	e.SetDtStampTime(now)
	e.SetSequence(a.Sequence)
	setLocal(e, ics.ComponentPropertyDtStart, a.Span.Start.In(zone))
	setLocal(e, ics.ComponentPropertyDtEnd, a.Span.End.In(zone))
	e.SetSummary(p.Say(dialogs.EventTitle(n)))
	e.SetLocation(o.Name.In(p.Lang()) + ", " + o.Address.Street + ", " + o.Address.PostCode + " " + o.Address.Town)
	e.SetDescription(strings.Join(lines(p, dialogs.Tell(n).Body), "\n"))
	return File{
		Name:    "termin-" + strings.ToLower(string(a.Number)) + ".ics",
		Type:    "text/calendar; charset=utf-8; method=PUBLISH",
		Content: []byte(c.Serialize(ics.WithNewLineWindows)),
	}
}

const localTime = "20060102T150405"

// setLocal writes an instant as the office's wall clock shows it. The library's
// own setters write UTC, and the appointment would wander for who travels.
func setLocal(e *ics.VEvent, property ics.ComponentProperty, t time.Time) {
	e.SetProperty(property, t.Format(localTime), ics.WithTZID(t.Location().String()))
}

// addZone says how t's zone lies to UTC at t (RFC 5545, 3.6.5): a calendar that
// names a zone has to define it, and this event needs no more of it.
func addZone(c *ics.Calendar, t time.Time) {
	since, _ := t.ZoneBounds()
	if since.IsZero() {
		since = time.Date(1970, time.January, 1, 0, 0, 0, 0, t.Location())
	}
	before := since.Add(-time.Second)
	standard := c.AddTimezone(t.Location().String()).AddStandard()
	// The onset is written in the wall clock that was valid before it.
	onset := since.In(time.FixedZone("", offset(before)))
	standard.SetProperty(ics.ComponentPropertyDtStart, onset.Format(localTime))
	standard.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), before.Format("-0700"))
	standard.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), t.Format("-0700"))
}

func offset(t time.Time) int {
	_, seconds := t.Zone()
	return seconds
}
