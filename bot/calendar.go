package bot

import (
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// calendarFile is an appointment for the person's own calendar, to be imported
// as it is (RFC 5546, METHOD:PUBLISH).
func calendarFile(n dialogs.Notice, p *locales.Printer, now time.Time) File {
	c := newCalendar(n, p, now)
	c.SetMethod(ics.MethodPublish)
	return File{
		Name:    CalendarName(n),
		Type:    "text/calendar; charset=utf-8; method=PUBLISH",
		Content: serialize(c),
	}
}

// CalendarName is what the file with an appointment is called.
func CalendarName(n dialogs.Notice) string {
	return "termin-" + strings.ToLower(string(n.Appointment.Number)) + ".ics"
}

// Invitation is an appointment as the office's mail puts it into its holder's
// calendar, or takes it out again (RFC 5546).
type Invitation struct {
	Method   string // REQUEST or CANCEL
	Calendar []byte
}

// Invite makes the invitation that the office, writing as from, sends to an
// address.
func Invite(n dialogs.Notice, from, to string, now time.Time) Invitation {
	p := locales.For(n.Lang)
	c := newCalendar(n, p, now)
	method, status := ics.MethodRequest, ics.ObjectStatusConfirmed
	e := c.Events()[0]
	if n.Kind == booking.CancelledNotice {
		method, status = ics.MethodCancel, ics.ObjectStatusCancelled
		e.SetSequence(n.Appointment.Sequence + 1) // it revises what was sent last
	}
	c.SetMethod(method)
	e.SetStatus(status)
	sheet := dialogs.NewSheet(n.Office, n.Appointment)
	e.SetDescription(strings.Join(lines(p, append(sheet.Matters, sheet.Bring...)), "\n"))
	setOrganizer(e, from, n.Office.Name.In(p.Lang()))
	// The office knows that they come, and no program need ask for an answer.
	e.AddAttendee(to, ics.ParticipationStatusAccepted, ics.ParticipationRoleReqParticipant, ics.WithRSVP(false))
	return Invitation{Method: string(method), Calendar: serialize(c)}
}

// setOrganizer names the office that invites. The library escapes the values of
// parameters with backslashes, which RFC 5545 does not know (3.2) and programs
// show or stumble over; so the name stands quoted in the property's own name,
// which the library writes as it is.
func setOrganizer(e *ics.VEvent, address, name string) {
	property := string(ics.ComponentPropertyOrganizer) + ";CN=" + quoted(name)
	e.AddProperty(ics.ComponentProperty(property), "mailto:"+address, ics.WithValue(string(ics.ValueDataTypeCalAddress)))
}

// quoted is the value of a parameter as RFC 5545, 3.2, wants it. It has no way
// to write a double quote or a control character, so those become harmless.
func quoted(value string) string {
	value = strings.Map(func(r rune) rune {
		switch {
		case r == '"':
			return '\''
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, value)
	return `"` + value + `"`
}

// newCalendar is a calendar with an appointment in it. A move keeps its UID and
// counts SEQUENCE up, so that calendars replace the old time.
func newCalendar(n dialogs.Notice, p *locales.Printer, now time.Time) *ics.Calendar {
	a, o := n.Appointment, n.Office
	zone := o.Calendar.Zone
	c := ics.NewCalendarFor("Terminbote")
	addZone(c, a.Span.Start.In(zone))
	e := c.AddEvent(string(a.Number) + "@" + string(o.ID) + ".terminbote")
	e.SetDtStampTime(now)
	e.SetSequence(a.Sequence)
	setLocal(e, ics.ComponentPropertyDtStart, a.Span.Start.In(zone))
	setLocal(e, ics.ComponentPropertyDtEnd, a.Span.End.In(zone))
	e.SetSummary(p.Say(dialogs.EventTitle(n)))
	e.SetLocation(o.Name.In(p.Lang()) + ", " + o.Address.Street + ", " + o.Address.PostCode + " " + o.Address.Town)
	e.SetDescription(strings.Join(lines(p, dialogs.Tell(n).Body), "\n"))
	return c
}

func serialize(c *ics.Calendar) []byte { return []byte(c.Serialize(ics.WithNewLineWindows)) }

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
