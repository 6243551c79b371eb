package ledger

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Each zone of Windows' list is another name of one whose clocks are those that people
// there go by: in winter and in summer.
func TestZonesGoByTheirNames(t *testing.T) {
	t.Parallel()
	winter, summer := time.Date(2027, time.January, 15, 12, 0, 0, 0, time.UTC), time.Date(2027, time.July, 15, 12, 0, 0, 0, time.UTC)
	for id, hours := range map[string][2]int{
		"W. Europe Standard Time": {1, 2}, "Central Europe Standard Time": {1, 2}, "Romance Standard Time": {1, 2}, "Central European Standard Time": {1, 2},
		"GMT Standard Time": {0, 1}, "Greenwich Standard Time": {0, 0}, "GTB Standard Time": {2, 3}, "FLE Standard Time": {2, 3}, "E. Europe Standard Time": {2, 3},
		"Turkey Standard Time": {3, 3}, "Russian Standard Time": {3, 3},
		"Europe/Berlin": {1, 2}, "/Europe/Berlin": {1, 2}, "/freeassociation.sourceforge.net/Europe/London": {0, 1}, "/x/y/America/New_York": {-5, -4}, "UTC": {0, 0},
	} {
		zone, ok := zoneCalled(id)
		if !ok {
			t.Errorf("%q is no zone", id)
			continue
		}
		for i, at := range []time.Time{winter, summer} {
			if _, offset := at.In(zone).Zone(); offset != hours[i]*3600 {
				t.Errorf("%q is %d s from UTC at %v, want %d h", id, offset, at, hours[i])
			}
		}
	}
	for _, id := range []string{"", "/", "//", "Nowhere", "Europe/Nowhere", "Nowhere/", "Customized Time Zone"} {
		if zone, ok := zoneCalled(id); ok {
			t.Errorf("%q is taken for %v", id, zone)
		}
	}
}

// own is a calendar's own description of a zone.
func own(id string, offsets ...string) string {
	all := "BEGIN:VTIMEZONE\nTZID:" + id + "\n"
	for i, offset := range offsets {
		part := []string{"STANDARD", "DAYLIGHT"}[i%2]
		all += fmt.Sprintf("BEGIN:%s\nDTSTART:16011028T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:%s\nEND:%s\n", part, offset, part)
	}
	return all + "END:VTIMEZONE\n"
}

// What a moment of a calendar means is known by its zone, or is not taken.
func TestAMomentOfACalendarIsTakenWhereItsZoneIsKnown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ zones, start, end, want string }{
		{"", "DTSTART:20261124T083000Z", "DTEND:20261124T090000Z", "09:30, 30m0s"},
		{"", "DTSTART:20261124T093000", "DTEND:20261124T100000", "09:30, 30m0s"},
		{"", "DTSTART;TZID=Europe/London:20261124T083000", "DTEND;TZID=Europe/London:20261124T090000", "09:30, 30m0s"},
		{own("Mine", "+0100", "+0200"), "DTSTART;TZID=Mine:20261124T093000", "DTEND;TZID=Mine:20261124T100000", "09:30, 30m0s"},
		{own("Mine", "+0200", "+0100"), "DTSTART;TZID=Mine:20261124T093000", "DTEND;TZID=Mine:20261124T100000", "09:30, 30m0s"},
		{own("Mine", "+0200", "+0300"), "DTSTART;TZID=Mine:20261124T093000", "DTEND;TZID=Mine:20261124T100000", "20261124T093000 Mine"},
		{own("Other", "+0100"), "DTSTART;TZID=Mine:20261124T093000", "DTEND;TZID=Mine:20261124T100000", "20261124T093000 Mine"},
		{own("Europe/London", "+0000", "+0100"), "DTSTART;TZID=Europe/London:20261124T083000", "DTEND;TZID=Europe/London:20261124T090000", "09:30, 30m0s"},
		{"", "DTSTART;TZID=Europe/Berlin:20271031T020000", "DURATION:PT30M", "20271031T020000 Europe/Berlin"},
		{"", "DTSTART;TZID=Europe/Berlin:20271031T025500", "DURATION:PT30M", "20271031T025500 Europe/Berlin"},
		{"", "DTSTART;TZID=Europe/Berlin:20271031T030000", "DURATION:PT30M", "2027-10-31 03:00, 30m0s"},
		{"", "DTSTART;TZID=Europe/Berlin:20271031T015500", "DURATION:PT5M", "2027-10-31 01:55, 5m0s"},
		{"", "DTSTART;TZID=Europe/Berlin:20270328T020000", "DURATION:PT30M", "20270328T020000 Europe/Berlin"},
		{"", "DTSTART;TZID=Europe/Berlin:20270328T030000", "DURATION:PT30M", "2027-03-28 03:00, 30m0s"},
		{"", "DTSTART:20261124T083000Z", "DURATION:PT1H30M", "09:30, 1h30m0s"},
		{"", "DTSTART:20261124T083000Z", "DURATION:+PT45M", "09:30, 45m0s"},
		{"", "DTSTART:20261124T083000Z", "DURATION:PT1800S", "09:30, 30m0s"},
		{"", "DTSTART:20261124T083000Z", "DURATION:P1D", "an end after the beginning"},
		{"", "DTSTART:20261124T083000Z", "DURATION:P1W", "an end after the beginning"},
		{"", "DTSTART:20261124T083000Z", "DURATION:-PT30M", `"-PT30M"`},
		{"", "DTSTART:20261124T083000Z", "DTEND:20261124T090000Z\nDURATION:PT45M", "09:30, 30m0s"}, // the end is what counts
		{"", "DTSTART:20261124T083000Z", "DTEND:20261124T090000Z\nSTATUS:CONFIRMED", "09:30, 30m0s"},
		{"", "DTSTART:20261124T083000Z", "DTEND:20261124T090000Z\nRRULE:FREQ=DAILY", "it repeats (FREQ=DAILY)"},
		{"", "DTSTART:20261124T083000Z", "DTEND:20261124T090000Z\nRDATE:20261125T083000Z", "it repeats (20261125T083000Z)"},
		{"", "DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261125", "a whole day"},
		{"", "DTSTART:2026-11-24", "DTEND:20261124T090000Z", "a time like 9:30"},
	} {
		text := "BEGIN:VCALENDAR\nVERSION:2.0\n" + tt.zones + "BEGIN:VEVENT\nUID:1\n" + tt.start + "\n" + tt.end + "\nSUMMARY:Perso | Erika Groß\nEND:VEVENT\nEND:VCALENDAR\n"
		b, wrong := read(t, text)
		if got := summary(b) + wrong; !strings.Contains(got, tt.want) || len(b.Entries) > 0 && wrong != "" {
			t.Errorf("%s %s %s:\n%swant %s", tt.zones, tt.start, tt.end, got, tt.want)
		}
	}
}

// A line of a calendar is called by where its appointment begins, and what was cancelled
// is left out.
func TestAppointmentsOfACalendarAreKnownByTheirLines(t *testing.T) {
	t.Parallel()
	event := func(what string) string {
		return "BEGIN:VEVENT\r\nDTSTART:20261124T083000Z\r\n" + what + "\r\nSUMMARY:Perso: Erika Groß\r\nEND:VEVENT\r\n"
	}
	_, wrong := read(t, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"+event("STATUS:CANCELLED")+event("DTEND:20261124T083000Z")+event("STATUS:TENTATIVE\r\nDTEND:20261124T080000Z")+"END:VCALENDAR\r\n")
	if got := strings.Count(wrong, "\n"); got != 2 || !strings.Contains(wrong, "old.csv:8: ") || !strings.Contains(wrong, "old.csv:13: ") {
		t.Errorf("wrong:\n%s", wrong)
	}
}
