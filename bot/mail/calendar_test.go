package mail_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
)

// calendar is one with a single appointment in it, as another library reads it
// than the one that wrote it.
type calendar struct {
	*ical.Calendar
	event ical.Event
	zone  *ical.Component // in force at the appointment
}

func readCalendar(t *testing.T, text string) calendar {
	t.Helper()
	c := calendar{}
	var err error
	if c.Calendar, err = ical.NewDecoder(strings.NewReader(text)).Decode(); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	// It refuses to write what RFC 5545 does not allow.
	if err := ical.NewEncoder(io.Discard).Encode(c.Calendar); err != nil {
		t.Errorf("%v:\n%s", err, text)
	}
	events := c.Events()
	if len(events) != 1 || len(c.Children) != 2 || len(c.Children[0].Children) != 1 {
		t.Fatalf("not one appointment and one zone:\n%s", text)
	}
	c.event, c.zone = events[0], c.Children[0].Children[0]
	return c
}

// span is from when to when the appointment lasts.
func (c calendar) span(t *testing.T) booking.Span {
	t.Helper()
	start, err := c.event.DateTimeStart(nil)
	if err != nil {
		t.Fatal(err)
	}
	end, err := c.event.DateTimeEnd(nil)
	if err != nil {
		t.Fatal(err)
	}
	return booking.Span{Start: start, End: end}
}

// value is what a component says of one of its properties.
func value(c *ical.Component, name string) string {
	if p := c.Props.Get(name); p != nil {
		return p.Value
	}
	return ""
}

func TestCalendarsTakeTheAppointmentUpAndFollowIt(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, settings())
	deliver(t, m, notice(t, booking.BookedNotice, "de"))
	deliver(t, m, notice(t, booking.MovedNotice, "de"))
	cancelled := notice(t, booking.CancelledNotice, "de")
	cancelled.Sequence, cancelled.Appointment.Sequence, cancelled.Appointment.State = 1, 1, booking.Cancelled
	deliver(t, m, cancelled)
	restored := notice(t, booking.RestoredNotice, "de")
	restored.Sequence, restored.Appointment.Sequence = 3, 3
	deliver(t, m, restored)
	deliver(t, m, notice(t, booking.ReminderNotice, "de"))
	uid := ""
	for i, want := range []struct{ method, sequence, status string }{
		{"REQUEST", "0", "CONFIRMED"},
		{"REQUEST", "1", "CONFIRMED"},
		{"CANCEL", "2", "CANCELLED"},
		{"REQUEST", "3", "CONFIRMED"},
	} {
		l := read(t, o.Mails()[i].Raw)
		if l.calendar != l.file || l.fileName != "termin-k7m4qx.ics" {
			t.Errorf("the file %q is not what the mail says", l.fileName)
		}
		c := readCalendar(t, l.calendar)
		if uid == "" {
			uid = value(c.event.Component, ical.PropUID)
		}
		for name, want := range map[string]string{
			ical.PropUID: uid, ical.PropSequence: want.sequence, ical.PropStatus: want.status,
			ical.PropDateTimeStart: "20261124T093000", ical.PropDateTimeEnd: "20261124T100000",
			ical.PropOrganizer: "mailto:termine@example.org", ical.PropAttendee: "mailto:ada@example.org",
		} {
			if got := value(c.event.Component, name); got != want || got == "" {
				t.Errorf("mail %d: %s is %q, want %q", i, name, got, want)
			}
		}
		if method := value(c.Component, ical.PropMethod); method != want.method || l.method != want.method {
			t.Errorf("mail %d: method %q, and the mail says %q", i, method, l.method)
		}
		if stamp, err := c.event.Props.DateTime(ical.PropDateTimeStamp, nil); err != nil || !stamp.Equal(morning) {
			t.Errorf("mail %d: stamped %v (%v)", i, stamp, err)
		}
		attendee := c.event.Props.Get(ical.PropAttendee).Params
		if attendee.Get("PARTSTAT") != "ACCEPTED" || !strings.EqualFold(attendee.Get("RSVP"), "FALSE") {
			t.Errorf("mail %d: attendee %v", i, attendee)
		}
	}
	if l := read(t, o.Mails()[4].Raw); l.calendar != "" || l.file != "" {
		t.Error("a reminder changes the calendar")
	}
}

// The times are those of the wall clock, with the zone in which they are meant
// and how that lies to UTC on this very day.
func TestCalendarsShowTheTimeAlsoWhenTheClockChanges(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		title, start, offset string // the start in UTC
	}{
		{"winter", "2026-11-24T08:30:00Z", "+0100"},
		{"the day before summer time", "2027-03-27T08:30:00Z", "+0100"},
		{"the day that summer time begins on", "2027-03-28T07:30:00Z", "+0200"},
		{"before it begins", "2027-03-28T00:30:00Z", "+0100"},
		{"summer", "2027-07-01T07:30:00Z", "+0200"},
		{"the day before winter time", "2026-10-24T07:30:00Z", "+0200"},
		{"the day that winter time begins on", "2026-10-25T08:30:00Z", "+0100"},
		{"before it begins", "2026-10-24T22:30:00Z", "+0200"},
	} {
		t.Run(tt.title, func(t *testing.T) {
			t.Parallel()
			o := mailtest.New(t, false)
			m, _ := newMail(t, o, settings())
			n := notice(t, booking.BookedNotice, "de")
			length := n.Appointment.Span.End.Sub(n.Appointment.Span.Start)
			start, err := time.Parse(time.RFC3339, tt.start)
			if err != nil {
				t.Fatal(err)
			}
			n.Appointment.Span = booking.Span{Start: start, End: start.Add(length)}
			deliver(t, m, n)
			c := readCalendar(t, read(t, o.Mails()[0].Raw).calendar)
			if got := c.span(t); !got.Start.Equal(start) || !got.End.Equal(start.Add(length)) {
				t.Errorf("from %v to %v, want %v for %v", got.Start, got.End, start, length)
			}
			zone := value(c.Children[0], ical.PropTimezoneID)
			for _, name := range []string{ical.PropDateTimeStart, ical.PropDateTimeEnd} {
				if got := c.event.Props.Get(name).Params.Get(ical.ParamTimezoneID); got != "Europe/Berlin" || got != zone {
					t.Errorf("%s is in %q, and %q is explained", name, got, zone)
				}
			}
			if got := value(c.zone, ical.PropTimezoneOffsetTo); got != tt.offset {
				t.Errorf("the zone lies %s to UTC, want %s", got, tt.offset)
			}
			onset, err := c.zone.Props.DateTime(ical.PropDateTimeStart, start.Location())
			if err != nil || onset.After(start) {
				t.Errorf("the zone begins %v (%v)", onset, err)
			}
		})
	}
}

func TestLinesOfACalendarAreShort(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, settings())
	deliver(t, m, notice(t, booking.BookedNotice, "de"))
	for line := range strings.Lines(read(t, o.Mails()[0].Raw).calendar) {
		if len(strings.TrimSuffix(line, "\n")) > 75 {
			t.Errorf("%d octets: %s", len(line), line)
		}
	}
}
