package ledger

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"terminbote/booking"
	"terminbote/office"
)

// erika is what every file in TestFilesAsOfficesHaveThem says.
const erika = "2026-11-24 09:30, 30m0s, Erika Groß, id-card"

// summary is entries, one a line.
func summary(b *Book) string {
	var all []string
	for _, e := range b.Entries {
		var wishes []string
		for _, w := range e.Wishes {
			wishes = append(wishes, string(w.Concern))
		}
		o, _ := b.town.Office(e.Office)
		all = append(all, fmt.Sprintf("%v %v, %v, %s, %s", o.Today(e.Start), booking.ClockOf(e.Start, o.Calendar.Zone), e.Length, e.Contact.Name, strings.Join(wishes, "+")))
	}
	return strings.Join(all, "\n")
}

// mustRead reads a file in which nothing may be wrong.
func mustRead(t *testing.T, content string, o Options) *Book {
	t.Helper()
	b, err := Read(strings.NewReader(content), office.Sample(), monday(), o)
	if err != nil {
		t.Fatal(err)
	}
	var wrong bytes.Buffer
	if b.Report(&wrong, "old.csv") > 0 {
		t.Fatalf("wrong:\n%s", &wrong)
	}
	return b
}

func TestFilesAsOfficesHaveThem(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		content string
		options Options
	}{
		"CR line ends":            {content: "Datum;Uhrzeit;Name;Anliegen;Dauer\r24.11.2026;9:30;Erika Groß;Perso;30\r"},
		"tabs":                    {content: "Datum\tUhrzeit\tName\tTelefon\tAnliegen\tDauer\n24.11.2026\t9:30\tErika Groß\t\tPerso\t30\n"},
		"sep=":                    {content: "sep=;\nDatum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;Perso;30\n"},
		"sep= of something else":  {content: "\ufeffsep=|\r\nDatum|Uhrzeit|Name|Anliegen|Dauer\r\n24.11.2026|9:30|Erika Groß|Perso|30\r\n"},
		"titles above":            {content: "Termine des Bürgerbüros\n\nStand: 20.11.2026;;;;\nDatum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;Perso;30\n"},
		"UTF-16, as Unicode text": {content: utf16Of("Datum\tUhrzeit\tName\tAnliegen\tDauer\r\n24.11.2026\t9:30\tErika Groß\tPerso\t30\r\n")},
		"from and to":             {content: "Datum;Von;Bis;Vorname;Nachname;E-Mail-Adresse;Telefonnummer;Bemerkung;Anliegen\n24.11.26;9:30 uhr;10 Uhr;Erika;Groß;;;Rollstuhl;Perso\n"},
		"a day with its time":     {content: "Beginn;Ende;Name;Anliegen\nDi, 24.11.2026 09:30;24.11.2026 10:00;Erika Groß;Perso\n"},
		"ISO instants":            {content: "start,end,name,concerns\n2026-11-24T09:30:00,2026-11-24T10:00:00,Erika Groß,Perso\n"},
		"midnight beside a day":   {content: "Datum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026 00:00;9:30;Erika Groß;Perso;30 min\n"},
		"weekday before":          {content: "Datum;Uhrzeit;Name;Anliegen;Dauer\nDienstag, 24. 11. 2026;09.30 Uhr;Erika Groß;Perso;00:30\n"},
		"a day in words":          {content: "Datum;Uhrzeit;Name;Anliegen;Dauer\nDienstag, 24. November 2026;9 Uhr 30;Erika Groß;Perso;30 Min.\n"},
		"a day in short words":    {content: "Datum;Uhrzeit;Name;Anliegen;Dauer\n24. Nov. 26;9h30;Erika Groß;Perso;0,5 Std.\n"},
		"a day in English words":  {content: "date,time,name,concerns,minutes\n\"November 24, 2026\",9:30,Erika Groß,Perso,30\n"},
		"from and to in one cell": {content: "Datum;Uhrzeit;Name;Anliegen\n24.11.2026;9:30 - 10 Uhr;Erika Groß;Perso\n"},
		"from and to in words":    {content: "Datum;Uhrzeit;Name;Anliegen\n24.11.2026;von 9.30 bis 10.00 Uhr;Erika Groß;Perso\n"},
		"Excel's numbers":         {content: "Datum;Uhrzeit;Name;Anliegen;Dauer\n46350;0,395833333;Erika Groß;Perso;0.0208333333\n"},
		"slashes, American":       {content: "date,time,name,concerns,minutes\n11/24/2026,9:30:00 AM,Erika Groß,Perso,30 minutes\n"},
		"slashes, British":        {content: "date,time,name,concerns,minutes\n24/11/2026,9:30 am,Erika Groß,Perso,30\n"},
		"foreign names":           {content: "Wann;Um;Wer;Was;Dauer;Farbe\n24.11.2026;9:30;Erika Groß;Perso;30;rot\n", options: Options{Ignore: []string{"Farbe"}, Map: map[string]string{"Wann": "Datum", "um": "time", "Wer": "name", "Was": "Anliegen"}}},
		"Outlook, German": {content: "\"Betreff\",\"Beginnt am\",\"Beginnt um\",\"Endet am\",\"Endet um\",\"Ganztägiges Ereignis\",\"Erinnerung Ein/Aus\",\"Erinnerung am\",\"Beschreibung\",\"Kategorien\",\"Ort\",\"Zeitspanne zeigen als\"\r\n" +
			"\"Erika Groß - Personalausweis beantragen\",\"24.11.2026\",\"09:30:00\",\"24.11.2026\",\"10:00:00\",\"Falsch\",\"Ein\",\"24.11.2026\",\"\",\"\",\"Schalter 1\",\"2\"\r\n"},
		"Google Calendar's table": {content: "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\nid-card: Erika Groß,11/24/2026,9:30 AM,11/24/2026,10:00 AM,False,,,False\n"},
		"a calendar, zones and folded lines": {content: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20261124T093000\r\nDTEND;TZID=Europe/Berlin:20261124T100000\r\nSUMMARY:Erika \r\n Groß (Perso)\r\nEND:VEVENT\r\n" +
			"BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20261101T000000Z\r\nSTATUS:CANCELLED\r\nDTSTART:20261124T083000Z\r\nDTEND:20261124T090000Z\r\nSUMMARY:Jo\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"},
		"a calendar in UTC": {content: "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20261124T083000Z\nDTEND:20261124T090000Z\nSUMMARY:Perso | Erika Groß\nEND:VEVENT\nEND:VCALENDAR\n"},
		"a spreadsheet":     {content: spreadsheet(t)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(erika, summary(mustRead(t, tt.content, tt.options))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// spreadsheet is a file as Excel saves it, with real days and times in a sheet
// behind an empty one.
func spreadsheet(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	if _, err := f.NewSheet("Termine"); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, time.November, 24, 0, 0, 0, 0, time.UTC)
	for i, row := range [][]any{{"Termine 2026"}, {"Datum", "Uhrzeit", "Name", "Anliegen", "Dauer"}, {day, day.Add(9*time.Hour + 30*time.Minute), "Erika Groß", "Perso", 30}} {
		if err := f.SetSheetRow("Termine", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func utf16Of(text string) string {
	content := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		content = append(content, byte(unit), byte(unit>>8))
	}
	return string(content)
}

func TestWhatCanBeReadInTwoWaysIsAskedFor(t *testing.T) {
	t.Parallel()
	const head = "Datum;Uhrzeit;Name;Dauer\n"
	tests := map[string]struct{ line, want string }{
		"the 3rd or the 4th":          {"3/4/2027;9:30;Erika;15", "Datum: a day that can be read in one way only, like 2026-11-24, was expected, not \"3/4/2027\""},
		"another weekday":             {"Mi, 24.11.2026;9:30;Erika;15", "Datum: 2026-11-24 is a Tuesday; one of the two is wrong"},
		"a time that is skipped":      {"28.3.2027;2:30;Erika;15", "Uhrzeit: there is no 02:30 on 2027-03-28: the clock is changed then"},
		"a time that comes twice":     {"31.10.2027;2:30;Erika;15", "Uhrzeit: 02:30 comes twice on 2027-10-31"},
		"two times":                   {"24.11.2026 10:00;9:30;Erika;15", "Uhrzeit: another time than 10:00"},
		"no time":                     {"24.11.2026;;Erika;15", "Uhrzeit: a time like 9:30 was expected, not \"\""},
		"hour 13 in the morning":      {"24.11.2026;13:00 AM;Erika;15", "Uhrzeit: a time like 9:30 was expected"},
		"a bare number is no time":    {"24.11.2026;9;Erika;15", "Uhrzeit: a time like 9:30 was expected"},
		"a number that is no day":     {"12;9:30;Erika;15", "Datum: a day like 2026-11-24"},
		"minutes beyond all measure":  {"24.11.2026;9:30;Erika;999 min", "Dauer: a length such as 30, 0:30 or 1 Std. 30 Min."},
		"minutes that are no minutes": {"24.11.2026;9:30;Erika;kurz", "Dauer: a length such as 30, 0:30 or 1 Std. 30 Min."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, wrong := read(t, head+tt.line+"\n")
			if !strings.Contains(wrong, tt.want) || strings.Count(wrong, "\n") != 1 {
				t.Errorf("want %q, got:\n%s", tt.want, wrong)
			}
		})
	}
}

func TestAnEndBeforeTheBeginningAndAWholeDayAreRefused(t *testing.T) {
	t.Parallel()
	_, wrong := read(t, "Datum;Von;Bis;Name\n24.11.2026;9:30;9:00;Erika\n24.11.2026;9:30;23:00;Erika\n")
	if strings.Count(wrong, "Bis: an end after the beginning") != 2 {
		t.Errorf("got:\n%s", wrong)
	}
	_, wrong = read(t, "Subject,Start Date,Start Time,End Date,End Time,All day event\nUrlaub,2026-11-24,0:00,2026-11-25,0:00,True\n")
	if !strings.Contains(wrong, "All day event: an appointment of a whole day is none") {
		t.Errorf("got:\n%s", wrong)
	}
	_, wrong = read(t, "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nRRULE:FREQ=WEEKLY\nDTSTART:20261124T083000Z\nDTEND:20261124T090000Z\nSUMMARY:Team\nEND:VEVENT\nEND:VCALENDAR\n")
	if !strings.Contains(wrong, "old.csv:3: date: ") || !strings.Contains(wrong, "repeats") {
		t.Errorf("got:\n%s", wrong)
	}
}

func TestColumnsThatAreLeftOutAreNamed(t *testing.T) {
	t.Parallel()
	b := mustRead(t, "Datum;Uhrzeit;Name;Dauer;Bemerkung;Farbe\n24.11.2026;9:30;Erika;15;x;rot\n", Options{Ignore: []string{"farbe"}})
	if diff := cmp.Diff([]string{"Bemerkung", "Farbe"}, b.Dropped()); diff != "" {
		t.Error(diff)
	}
	for flags, want := range map[*Options]string{
		{Ignore: []string{"Farben"}}:              `--ignore: the file has no column "Farben"`,
		{Map: map[string]string{"Wer": "name"}}:   `--map: the file has no column "Wer"`,
		{Map: map[string]string{"Datum": "nane"}}: `--map: there is no column "nane"; there are date`,
	} {
		_, err := Read(strings.NewReader("Datum;Uhrzeit;Name;Dauer\n24.11.2026;9:30;Erika;15\n"), office.Sample(), monday(), *flags)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestLengthsAreReadInHoursToo(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]time.Duration{
		"1 Std.": time.Hour, "1 Std. 30 Min.": 90 * time.Minute, "1,5 h": 90 * time.Minute, "2 hours": 2 * time.Hour, "1h15": 75 * time.Minute,
	} {
		b := mustRead(t, "Datum;Uhrzeit;Name;Dauer\n24.11.2026;9:30;Erika Groß;"+cell+"\n", Options{})
		if got := b.Entries[0].Length; got != want {
			t.Errorf("%s is %v, want %v", cell, got, want)
		}
	}
	_, wrong := read(t, "Datum;Uhrzeit;Name\n24.11.2026;10:00-9:30;Erika Groß\n")
	if !strings.Contains(wrong, "an end after the beginning") {
		t.Errorf("an end before the beginning: %s", wrong)
	}
}
