package ledger

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"terminbote/dialogs/understand"
)

// column is what a column of the file says about each appointment.
type column string

// The columns that are known.
const (
	columnNumber   column = "number"
	columnDate     column = "date"
	columnTime     column = "time"
	columnEnd      column = "end"
	columnEndDate  column = "end date"
	columnAllDay   column = "all day"
	columnMinutes  column = "minutes"
	columnConcerns column = "concerns"
	columnSubject  column = "subject"
	columnPersons  column = "persons"
	columnName     column = "name"
	columnGiven    column = "given name"
	columnFamily   column = "family name"
	columnMail     column = "mail"
	columnPhone    column = "phone"
	columnOffice   column = "office"
)

// knownColumns is the names of the columns, folded and without hyphens, and what
// stands in them. Outlook's and Google Calendar's names are among them.
var knownColumns = []struct {
	column
	names []string
	holds string
}{
	{
		columnDate,
		[]string{"date", "datum", "day", "tag", "beginntam", "startdate", "startdatum", "termin", "terminam", "termindatum", "terminbeginn", "terminstart", "datumuhrzeit", "datumzeit", "datetime"},
		"2026-11-24, 24.11.2026, 24.11.26, Di, 24.11.2026 or 24. November 2026, with or without the time",
	},
	{
		columnTime,
		[]string{"time", "uhrzeit", "zeit", "von", "from", "beginn", "begin", "start", "anfang", "beginntum", "starttime", "startzeit", "terminzeit", "uhrzeitvon", "zeitvon", "vonbis", "uhrzeitvonbis", "zeitraum"},
		"9:30, 9.30 Uhr, 9 Uhr or 8:30 AM; also 9:30-10:00",
	},
	{columnName, []string{"name", "name", "kunde", "kundin", "bürger", "bürgerin", "namevorname", "nachnamevorname", "vornamename", "vornamenachname", "vorundnachname", "fullname"}, "whose appointment it is"},
	{columnGiven, []string{"given name", "vorname", "givenname", "firstname"}, "in place of the name, with the next"},
	{columnFamily, []string{"family name", "nachname", "familyname", "lastname", "surname", "familienname"}, "likewise"},
	{columnSubject, []string{"subject", "betreff", "title", "titel", "summary"}, "in place of the name: Erika Mustermann - Reisepass"},
	{columnMinutes, []string{"minutes", "minuten", "dauer", "length", "duration", "dauerinminuten", "dauermin"}, "30, 30 min, 0:30 or 1,5 Std.; or as long as its concerns take"},
	{columnEnd, []string{"end", "ende", "bis", "to", "until", "endetum", "endtime", "endzeit", "uhrzeitbis", "zeitbis", "terminende"}, "in place of the minutes: when it ends"},
	{columnEndDate, []string{"end date", "endet am", "enddate", "enddatum"}, "the same day, as calendars export it"},
	{columnAllDay, []string{"all day event", "ganztägiges ereignis", "alldayevent", "ganztägig", "allday"}, "as calendars export it; such appointments are refused"},
	{columnConcerns, []string{"concerns", "anliegen", "concern", "dienstleistung", "leistung", "service"}, "what it is for: id-card | 2x Reisepass; may be left out where minutes are given"},
	{columnPersons, []string{"persons", "personen", "anzahlpersonen", "personenzahl", "personenanzahl", "anzpersonen"}, "how many come; one where nothing is said"},
	{columnMail, []string{"mail", "email", "emailadresse", "mailadresse", "emailaddress"}, "may be empty"},
	{columnPhone, []string{"phone", "telefon", "telefonnummer", "tel", "telnr", "handy", "handynummer", "mobil", "mobilnummer", "telefonnr", "rufnummer", "phonenumber", "telefonmobil", "mobiltelefon", "festnetz"}, "may be empty"},
	{columnNumber, []string{"number", "nummer", "terminnummer", "terminnr", "buchungsnummer"}, "the appointment's number, such as K7M 4QX; a new one where it is empty"},
	{columnOffice, []string{"office", "standort"}, "which office, where there are several"},
}

// notKept is columns that files usually have and appointments do not, by the
// same names. They are left out, and that is said.
var notKept = []string{
	"bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "hinweis", "hinweise", "notiz", "notizen", "note", "notes", "kommentar", "comment", "comments", "beschreibung", "description",
	// Outlook's and Google Calendar's own.
	"erinnerungeinaus", "erinnerungam", "erinnerungum", "besprechungsplanung", "erforderlicheteilnehmer", "optionaleteilnehmer",
	"besprechungsressourcen", "abrechnungsinformationen", "kategorien", "ort", "prioritaet", "privat", "reisekilometer",
	"vertraulichkeit", "zeitspannezeigenals", "reminderonoff", "reminderdate", "remindertime", "meetingorganizer",
	"requiredattendees", "optionalattendees", "meetingresources", "billinginformation", "categories", "location", "mileage",
	"priority", "private", "sensitivity", "showtimeas",
	// What only counts the lines.
	"lfdnr", "lfdnummer", "laufendenummer", "laufendenr", "pos", "wochentag", "weekday", "kw", "kalenderwoche",
}

func columnCalled(name string) (column, bool) {
	folded := foldColumn(name)
	for _, known := range knownColumns {
		if slices.ContainsFunc(known.names, func(name string) bool { return foldColumn(name) == folded }) {
			return known.column, true
		}
	}
	return "", false
}

// foldColumn drops what makes no difference: E-Mail, e-mail, E_MAIL.
func foldColumn(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, understand.Fold(name))
}

// nearestColumn says which column was probably meant, or names them all.
func nearestColumn(name string) string {
	var entries []understand.Entry
	for _, known := range knownColumns {
		entries = append(entries, understand.Entry{ID: string(known.column), Names: known.names})
	}
	const otherwise = " (--map says what it is, --ignore leaves it out)"
	if hits := understand.NewIndex(entries).Search(name, 1); len(hits) > 0 {
		return "did you mean " + namesOf(column(hits[0].ID)) + "?" + otherwise
	}
	return "there are " + allColumns() + otherwise
}

func allColumns() string {
	var all []string
	for _, known := range knownColumns {
		all = append(all, namesOf(known.column))
	}
	return strings.Join(all, ", ")
}

// namesOf is a column in English and in German.
func namesOf(c column) string {
	for _, known := range knownColumns {
		if known.column != c {
			continue
		}
		if english, german := known.names[0], known.names[1]; english != german {
			return english + " (" + german + ")"
		}
	}
	return string(c)
}

// DescribeColumns tells an operator what the file may say.
func DescribeColumns(w io.Writer) {
	fmt.Fprintln(w, "FILE is a table (.csv, .txt, .xlsx) or a calendar (.ics), also as Outlook and Google Calendar export them.")
	fmt.Fprintln(w, "A line at the top of a table names the columns, in any order, in English or German:")
	for _, known := range knownColumns {
		fmt.Fprintf(w, "  %-38s %s\n", namesOf(known.column), known.holds)
	}
}
