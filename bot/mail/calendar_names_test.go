package mail_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
	"terminbote/office"
)

// named is what a calendar program shows of an appointment.
type named struct{ Organizer, Location, Summary string }

// Names as towns have them, and worse: each of these characters means
// something in a calendar file.
var uglyNames = []string{
	`Stadt Werne, Bürgerbüro`,
	`Amt: Bürgerservice; Haus 2`,
	`Citizens' office of Werne`,
	`Bürgerbüro "Altes Rathaus"`,
	`C:\Rathaus\EG`,
	`Bürgerbüro – Außenstelle Nordlünen-Wethmar, Königsheide (Eingang: Hinterhof; 1. OG) – Ämter für Bürgerdienste`,
	`^n %20 =?utf-8?q?x?= 😀 ﷽`,
}

func TestCalendarsShowEveryNameAsItIs(t *testing.T) {
	t.Parallel()
	kinds := []booking.NoticeKind{booking.BookedNotice, booking.MovedNotice, booking.CancelledNotice, booking.RestoredNotice}
	for i, name := range uglyNames {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := uglyNotice(t, kinds[i%len(kinds)], name)
			o := mailtest.New(t, false)
			m, _ := newMail(t, o, settings())
			deliver(t, m, n)
			file := read(t, o.Mails()[0].Raw).calendar
			want := named{
				Organizer: strings.ReplaceAll(name, `"`, `'`), // RFC 5545, 3.2: a parameter has no double quotes
				Location:  name + ", " + name + ", 59368 " + name,
			}
			for reader, got := range map[string]named{"go-ical": readInGo(t, file), "icalendar": readInPython(t, file)} {
				if !strings.Contains(got.Summary, name) {
					t.Errorf("%s reads the title %q, want %q in it", reader, got.Summary, name)
				}
				got.Summary = ""
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s reads (-want +got):\n%s\nof\n%s", reader, diff, file)
				}
			}
		})
	}
}

// uglyNotice is a notice in which the office, its street, its town and the
// concern have the same name.
func uglyNotice(t *testing.T, kind booking.NoticeKind, name string) dialogs.Notice {
	t.Helper()
	n := notice(t, kind, "de")
	o := *office.Sample().Offices[0]
	o.Name = booking.Text{"de": name, "en": name}
	o.Address.Street, o.Address.Town = name, name
	n.Office = &o
	n.Appointment.Items = []booking.Item{n.Appointment.Items[0]}
	n.Appointment.Items[0].Name = o.Name
	return n
}

func readInGo(t *testing.T, file string) named {
	t.Helper()
	c := readCalendar(t, file)
	text := func(name string) string {
		s, err := c.event.Props.Text(name)
		if err != nil {
			t.Error(err)
		}
		return s
	}
	return named{
		Organizer: c.event.Props.Get(ical.PropOrganizer).Params.Get(ical.ParamCommonName),
		Location:  text(ical.PropLocation), Summary: text(ical.PropSummary),
	}
}

// inPython reads a calendar with a library that is not of Go: Debian's package
// python3-icalendar.
const inPython = `
import icalendar, json, sys
event = icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT")[0]
organizer = event["ORGANIZER"]
assert str(organizer) == "mailto:termine@example.org", organizer
json.dump({"Organizer": organizer.params["CN"], "Location": event["LOCATION"], "Summary": event["SUMMARY"]}, sys.stdout)
`

func readInPython(t *testing.T, file string) named {
	t.Helper()
	cmd := exec.Command("/usr/bin/python3", "-c", inPython)
	cmd.Stdin = strings.NewReader(file)
	var failed strings.Builder
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v (the test needs Debian's package python3-icalendar): %s", err, failed.String())
	}
	var got named
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	return got
}
