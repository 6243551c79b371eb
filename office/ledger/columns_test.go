package ledger

import (
	"strings"
	"testing"
)

// headings is what files call each column, as offices and their programs write it.
var headings = map[column]string{
	columnDate:     "Datum|date|Day|Tag|Beginnt am|Start Date|Startdatum|Termin|Termin am|Termin-Datum|Terminbeginn|Terminstart|Datum/Uhrzeit|Datum/Zeit|DateTime",
	columnTime:     "Uhrzeit|time|Zeit|von|from|Beginn|begin|Start|Anfang|Beginnt um|Start Time|Startzeit|Terminzeit|Uhrzeit von|Zeit von|von - bis|Uhrzeit (von-bis)|Zeitraum",
	columnName:     "Name|Kunde|Kundin|Bürger|Buerger|Bürgerin|Name, Vorname|Nachname Vorname|Vorname Name|Vorname Nachname|Vor- und Nachname|Full Name",
	columnGiven:    "Vorname|given_name|First Name",
	columnFamily:   "Nachname|Last Name|family name|Surname|Familienname",
	columnSubject:  "Betreff|Subject|Title|Titel|Summary",
	columnMinutes:  "Dauer|Minuten|minutes|Length|duration|Dauer in Minuten|Dauer (Min.)",
	columnEnd:      "Ende|bis|end|to|until|Endet um|End Time|Endzeit|Uhrzeit bis|Zeit bis|Terminende",
	columnEndDate:  "Endet am|End Date|Enddatum",
	columnAllDay:   "Ganztägiges Ereignis|All day event|ganztägig|all-day",
	columnConcerns: "Anliegen|concerns|concern|Dienstleistung|Leistung|Service",
	columnPersons:  "Personen|persons|Anzahl Personen|Personenzahl|Personenanzahl|Anz. Personen",
	columnMail:     "E-Mail|mail|E-Mail-Adresse|Mailadresse|E-mail Address",
	columnPhone:    "Telefon|phone|Telefonnummer|Tel.|Tel.-Nr.|Handy|Handynummer|mobil|Mobilnummer|Telefon-Nr.|Rufnummer|Phone Number|Telefon mobil|Mobiltelefon|Festnetz",
	columnNumber:   "Nummer|number|Terminnummer|Termin-Nr.|Buchungsnummer",
	columnOffice:   "Standort|office",
}

// leftOut is what else stands in such files, and in no appointment.
const leftOut = "Bemerkung|Bemerkungen|Anmerkung|Anmerkungen|Hinweis|Hinweise|Notiz|Notizen|Note|Notes|Kommentar|Comment|Comments|Beschreibung|Description|" +
	"Erinnerung Ein/Aus|Erinnerung am|Erinnerung um|Besprechungsplanung|Erforderliche Teilnehmer|Optionale Teilnehmer|Besprechungsressourcen|" +
	"Abrechnungsinformationen|Kategorien|Ort|Priorität|Privat|Reisekilometer|Vertraulichkeit|Zeitspanne zeigen als|Reminder on/off|Reminder Date|Reminder Time|" +
	"Meeting Organizer|Required Attendees|Optional Attendees|Meeting Resources|Billing Information|Categories|Location|Mileage|Priority|Private|Sensitivity|Show time as|" +
	"lfd. Nr.|Lfd. Nummer|Laufende Nummer|Laufende Nr.|Pos.|Wochentag|Weekday|KW|Kalenderwoche"

func TestEachColumnGoesByItsNames(t *testing.T) {
	t.Parallel()
	for want, names := range headings {
		for name := range strings.SplitSeq(names, "|") {
			if got, ok := columnCalled(name); !ok || got != want {
				t.Errorf("%q is taken for %q, want %q", name, got, want)
			}
			if (Options{}).drops(name) {
				t.Errorf("%q is left out", name)
			}
		}
	}
	for name := range strings.SplitSeq(leftOut, "|") {
		if c, ok := columnCalled(name); ok || !(Options{}).drops(name) {
			t.Errorf("%q is taken for %q, or not left out", name, c)
		}
	}
}

// A column is called by its English name and its German one, where they differ.
func TestAColumnIsNamedInBothLanguages(t *testing.T) {
	t.Parallel()
	for c, want := range map[column]string{
		columnDate: "date (datum)", columnTime: "time (uhrzeit)", columnName: "name", columnMinutes: "minutes (minuten)", columnEndDate: "end date (endet am)", columnOffice: "office (standort)", "none": "none",
	} {
		if got := namesOf(c); got != want {
			t.Errorf("%q is called %q, want %q", c, got, want)
		}
	}
	var out strings.Builder
	DescribeColumns(&out)
	for _, known := range knownColumns {
		if !strings.Contains(allColumns(), namesOf(known.column)) || !strings.Contains(out.String(), namesOf(known.column)) || known.holds == "" || !strings.Contains(out.String(), known.holds+"\n") {
			t.Errorf("%q is not described", known.column)
		}
	}
}

// What a file lacks is asked for by the columns of which one has to be there.
func TestColumnsThatAreMissingAreAskedFor(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]string{
		"Datum;Uhrzeit;Name;Dauer":                 "",
		"Datum;Uhrzeit;Nachname;Vorname;Bis":       "",
		"Datum;Uhrzeit;Betreff;Anliegen":           "",
		"Beginn;Ende;Name":                         "", // the one without a day beside it is both
		"Beginn;Tag;Ende;Name":                     "",
		"Uhrzeit von - bis;Datum;Name":             "minutes (minuten) or end (ende) or concerns (anliegen)",
		"Name;Dauer":                               "date (datum)",
		"Datum;Uhrzeit;Dauer":                      "name or family name (nachname) or subject (betreff)",
		"Datum;Uhrzeit;Vorname;Dauer":              "name or family name (nachname) or subject (betreff)",
		"Datum;Uhrzeit;Name":                       "minutes (minuten) or end (ende) or concerns (anliegen)",
		"Datum;Uhrzeit;Name;Endet am":              "minutes (minuten) or end (ende) or concerns (anliegen)",
		"Datum;Uhrzeit;Zeit;Name;Dauer":            `"Uhrzeit" and "Zeit" are the same column`,
		"Datum;Uhrzeit;Name;Dauer;Lieblingsfarbe!": `there is no column "Lieblingsfarbe!"`,
		"Datum;Uhrzeit;Name;Dauer;;":               "",
	} {
		_, err := readHeading([]record{{line: 3, cells: strings.Split(heading, ";")}}, 1, Options{})
		switch {
		case want == "" && err != nil, want != "" && (err == nil || !strings.HasPrefix(err.Error(), "line 3: ") || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: %v, want %q", heading, err, want)
		}
	}
	if _, err := readHeading([]record{{cells: strings.Split("Datum;Uhrzeit;Name;Dauer", ";")}}, 2, Options{}); err == nil || !strings.Contains(err.Error(), "office (standort) is missing") {
		t.Errorf("of two offices: %v", err)
	}
	spans := []record{{cells: strings.Split("Datum;Uhrzeit;Name", ";")}, {cells: []string{"x"}}, {cells: []string{"x", "9:30-10:00", "x"}}}
	if _, err := readHeading(spans, 1, Options{}); err != nil {
		t.Errorf("where times say from when to when: %v", err)
	}
	if _, err := readHeading(spans[:2], 1, Options{}); err == nil {
		t.Error("where they do not, nobody is asked how long it takes")
	}
	both := Options{Ignore: []string{"Farbe"}, Map: map[string]string{"Wann": "Datum"}}
	h, err := readHeading([]record{{cells: []string{" Wann ", "UHRZEIT", "Name", "Dauer", "farbe", "Notiz"}}}, 1, both)
	if err != nil || h.at[columnDate] != 0 || h.called[columnDate] != "Wann" || h.at[columnMinutes] != 3 || strings.Join(h.dropped, ",") != "farbe,Notiz" || h.width != 6 {
		t.Errorf("%+v, %v", h, err)
	}
}
