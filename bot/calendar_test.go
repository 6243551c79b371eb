package bot

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

func noticeAt(t *testing.T, kind booking.NoticeKind, local string) dialogs.Notice {
	t.Helper()
	o := office.Sample().Offices[0]
	start, err := time.ParseInLocation(time.DateTime, local, o.Calendar.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return dialogs.Notice{
		Notice: booking.Notice{ID: 7, Kind: kind}, Lang: "de", Office: o,
		Appointment: booking.Appointment{
			Number: "K7M4QX", Office: o.ID, Sequence: 3, State: booking.Confirmed, Contact: booking.Contact{Name: "Erika"},
			Span: booking.Span{Start: start.UTC(), End: start.Add(30 * time.Minute).UTC()}, Items: []booking.Item{{Concern: o.Concerns[0].ID, Name: o.Concerns[0].Name, Quantity: 1}},
		},
	}
}

// linesOf is the lines of a calendar, unfolded.
func linesOf(calendar []byte) []string {
	return strings.Split(strings.ReplaceAll(string(calendar), "\r\n ", ""), "\r\n")
}

func wantLines(t *testing.T, what string, calendar []byte, want ...string) {
	t.Helper()
	lines := "\n" + strings.Join(linesOf(calendar), "\n") + "\n"
	for _, line := range want {
		if !strings.Contains(lines, "\n"+line+"\n") {
			t.Errorf("%s lacks %s:\n%s", what, line, lines)
		}
	}
}

// A file for the calendar says when and where by the office's clock, in winter and
// in summer, and replaces what it said before.
func TestAFileForTheCalendarSaysWhenAndWhere(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 1, 10, 11, 12, 0, time.UTC)
	for local, zone := range map[string][]string{
		"2026-12-01 09:30:00": {"DTSTART:20261025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART;TZID=Europe/Berlin:20261201T093000", "DTEND;TZID=Europe/Berlin:20261201T100000"},
		"2026-07-01 09:30:00": {"DTSTART:20260329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART;TZID=Europe/Berlin:20260701T093000", "DTEND;TZID=Europe/Berlin:20260701T100000"},
	} {
		n := noticeAt(t, booking.BookedNotice, local)
		file := CalendarFile(n, now)
		if file.Name != "termin-k7m4qx.ics" || file.Type != "text/calendar; charset=utf-8; method=PUBLISH" {
			t.Errorf("the file is %s, %s", file.Name, file.Type)
		}
		wantLines(t, local, file.Content, append(zone,
			"METHOD:PUBLISH", "UID:K7M4QX@"+string(n.Office.ID)+".terminbote", "SEQUENCE:3", "DTSTAMP:20261101T101112Z", "TZID:Europe/Berlin",
			`LOCATION:`+strings.ReplaceAll(n.Office.Name.In("de")+", "+n.Office.Address.Street+", "+n.Office.Address.PostCode+" "+n.Office.Address.Town, ",", `\,`),
		)...)
		for _, line := range linesOf(file.Content) {
			if title, ok := strings.CutPrefix(line, "SUMMARY:"); ok && title == "" {
				t.Error("the appointment has no title")
			}
			if said, ok := strings.CutPrefix(line, "DESCRIPTION:"); ok && !strings.Contains(said, n.Office.Concerns[0].Name.In("de")) {
				t.Errorf("the appointment is described as %q", said)
			}
		}
		if !strings.Contains(string(file.Content), "\r\nDESCRIPTION:") || strings.Contains(strings.ReplaceAll(string(file.Content), "\r\n", ""), "\n") {
			t.Error("no description, or lines that end otherwise than RFC 5545 wants")
		}
	}
}

// A zone whose clocks never change has lain so since the beginning of counting.
func TestAZoneThatNeverChangesIsDefinedToo(t *testing.T) {
	t.Parallel()
	n := noticeAt(t, booking.BookedNotice, "2026-12-01 09:30:00")
	o := *n.Office
	o.Calendar.Zone = time.UTC
	n.Office = &o
	wantLines(t, "UTC", CalendarFile(n, time.Unix(0, 0)).Content, "TZID:UTC", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "DTSTART;TZID=UTC:20261201T083000")
}

// A mail puts an appointment into the calendar, and takes a cancelled one out, each
// time later than what it said before.
func TestAnInvitationTakesBackWhatIsCancelled(t *testing.T) {
	t.Parallel()
	for kind, want := range map[booking.NoticeKind]struct{ method, status, sequence string }{
		booking.BookedNotice:    {"REQUEST", "CONFIRMED", "3"},
		booking.MovedNotice:     {"REQUEST", "CONFIRMED", "3"},
		booking.CancelledNotice: {"CANCEL", "CANCELLED", "4"},
	} {
		n := noticeAt(t, kind, "2026-12-01 09:30:00")
		got := Invite(n, "amt@example.org", "erika@example.org", time.Unix(0, 0))
		if got.Method != want.method {
			t.Errorf("%s: %s", kind, got.Method)
		}
		wantLines(t, string(kind), got.Calendar, "METHOD:"+want.method, "STATUS:"+want.status, "SEQUENCE:"+want.sequence,
			`ORGANIZER;CN="`+n.Office.Name.In("de")+`";VALUE=CAL-ADDRESS:mailto:amt@example.org`,
			"ATTENDEE;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=false:mailto:erika@example.org",
		)
	}
}

// An office's name cannot break out of its place in the calendar.
func TestANameBreaksNoCalendar(t *testing.T) {
	t.Parallel()
	if got := quoted("Amt \"Mitte\"\r\nATTENDEE:x; a, b\t"); got != `"Amt 'Mitte'  ATTENDEE:x; a, b "` {
		t.Errorf("%s", got)
	}
}
