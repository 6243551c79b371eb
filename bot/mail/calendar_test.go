package mail_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
)

// property is a line of a calendar: a name, parameters and a value.
type property struct{ params, value string }

// event reads a calendar by the rules of RFC 5545 alone, and returns the
// properties by their component and name.
func event(t *testing.T, text string) map[string]property {
	t.Helper()
	all := map[string]property{}
	var within []string
	text = strings.NewReplacer("\n ", "", "\n\t", "").Replace(text)
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		name, value, ok := strings.Cut(line, ":")
		if quoted := strings.Count(name, `"`); quoted%2 == 1 {
			t.Fatalf("a quoted colon is more than this reads: %s", line)
		}
		if !ok {
			t.Fatalf("no property: %q", line)
		}
		name, params, _ := strings.Cut(name, ";")
		switch name {
		case "BEGIN":
			within = append(within, value)
		case "END":
			if within[len(within)-1] != value {
				t.Fatalf("%s ends in %v", value, within)
			}
			within = within[:len(within)-1]
		default:
			all[within[len(within)-1]+"."+name] = property{params, value}
		}
	}
	if len(within) != 0 {
		t.Fatalf("%v does not end", within)
	}
	return all
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
		e := event(t, l.calendar)
		if uid == "" {
			uid = e["VEVENT.UID"].value
		}
		for name, value := range map[string]string{
			"VCALENDAR.METHOD": want.method, "VCALENDAR.VERSION": "2.0", "VEVENT.UID": uid,
			"VEVENT.SEQUENCE": want.sequence, "VEVENT.STATUS": want.status,
			"VEVENT.DTSTART": "20261124T093000", "VEVENT.DTEND": "20261124T100000", "VTIMEZONE.TZID": "Europe/Berlin",
			"VEVENT.ORGANIZER": "mailto:termine@example.org", "VEVENT.ATTENDEE": "mailto:ada@example.org",
			"STANDARD.TZOFFSETTO": "+0100",
		} {
			if got := e[name].value; got != value {
				t.Errorf("mail %d: %s is %q, want %q", i, name, got, value)
			}
		}
		if l.method != want.method || e["VEVENT.DTSTART"].params != "TZID=Europe/Berlin" || uid == "" {
			t.Errorf("mail %d: method %q, start with %q", i, l.method, e["VEVENT.DTSTART"].params)
		}
		if stamp, err := time.Parse("20060102T150405Z", e["VEVENT.DTSTAMP"].value); err != nil || !stamp.Equal(morning) {
			t.Errorf("mail %d: stamped %v (%v)", i, stamp, err)
		}
		if attendee := e["VEVENT.ATTENDEE"].params; !strings.Contains(attendee, "PARTSTAT=ACCEPTED") || !strings.Contains(attendee, "RSVP=false") {
			t.Errorf("mail %d: attendee %s", i, attendee)
		}
	}
	if l := read(t, o.Mails()[4].Raw); l.calendar != "" || l.file != "" {
		t.Error("a reminder changes the calendar")
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
