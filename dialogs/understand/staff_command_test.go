package understand

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

var counters = []booking.Desk{
	{ID: "desk-1", Name: booking.Text{"de": "Schalter 1", "en": "Desk 1"}},
	{ID: "desk-2", Name: booking.Text{"de": "Schalter 2", "en": "Desk 2"}},
	{ID: "pick-up", Name: booking.Text{"de": "Abholschalter", "en": "Pick-up counter"}},
}

func TestStaffCommandsAreReadAsClerksTypeThem(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: time.November, Day: 23}
	tuesday := today.Add(1)
	morning := booking.Hours{From: 8 * 60, To: 12 * 60}
	tests := []struct {
		text string
		want StaffCommand
	}{
		{"heute", StaffCommand{Do: ToToday, Exact: true}},
		{"/termin heute", StaffCommand{Do: ToToday, Exact: true, Given: true}},
		{"/Termin", StaffCommand{Do: ToMenu, Exact: true, Given: true}},
		{"Tomorrow", StaffCommand{Do: ToTomorrow, Exact: true}},
		{"24.11.", StaffCommand{Do: ToPlan, Day: tuesday}},
		{"20.11.", StaffCommand{Do: ToPlan, Day: today.Add(-3)}},
		{"nächsten Dienstag", StaffCommand{Do: ToPlan, Day: tuesday}},
		{"Woche", StaffCommand{Do: ToWeek, Exact: true}},
		{"week 24.11.", StaffCommand{Do: ToWeek, Day: tuesday}},
		{"k7m 4qx", StaffCommand{Do: ToShow, Number: "K7M4QX", Exact: true}},
		{"zeige K7M-4QX", StaffCommand{Do: ToShow, Number: "K7M4QX", Exact: true}},
		{"finde  Anna   Groß", StaffCommand{Do: ToFind, Words: "Anna Groß"}},
		{"find a@b.de", StaffCommand{Do: ToFind, Words: "a@b.de"}},
		{"heute bitte", StaffCommand{Do: ToToday, Exact: true}},
		{"Wer ist da?", StaffCommand{Do: ToQueue, Exact: true}},
		{"neuer Termin", StaffCommand{Do: ToBook, Exact: true}},
		{"book an appointment please", StaffCommand{Do: ToBook, Exact: true}},
		{"der Nächste, bitte!", StaffCommand{Do: ToCall, Exact: true}},
		{"call next", StaffCommand{Do: ToCall, Exact: true}},
		{"freie Zeiten morgen", StaffCommand{Do: ToFree, Day: tuesday}},
		{"zeig mir den Termin K7M 4QX", StaffCommand{Do: ToShow, Number: "K7M4QX", Exact: true}},
		{"öffne K7M4QX", StaffCommand{Do: ToShow, Number: "K7M4QX", Exact: true}},
		{"Termin absagen K7M4QX", StaffCommand{Do: ToCancel, Number: "K7M4QX", Exact: true}},
		{"no-show K7M4QX", StaffCommand{Do: ToMiss, Number: "K7M4QX", Exact: true}},
		{"K7M 4QX ist da", StaffCommand{Do: ToArrive, Number: "K7M4QX", Exact: true}},
		{"k7m4qx is not here", StaffCommand{Do: ToMiss, Number: "K7M4QX", Exact: true}},
		{"W12", StaffCommand{Do: ToShow, Ticket: 12, Exact: true}},
		{"w 3", StaffCommand{Do: ToShow, Ticket: 3, Exact: true}},
		{"fertig W12", StaffCommand{Do: ToFinish, Ticket: 12, Exact: true}},
		{"erledigt Wartemarke 12", StaffCommand{Do: ToFinish, Ticket: 12, Exact: true}},
		{"done ticket w-4 please", StaffCommand{Do: ToFinish, Ticket: 4, Exact: true}},
		{"fehlt w3", StaffCommand{Do: ToMiss, Ticket: 3, Exact: true}},
		{"absage W7", StaffCommand{Do: ToCancel, Ticket: 7, Exact: true}},
		{"finde W7", StaffCommand{Do: ToShow, Ticket: 7, Exact: true}},
		{"Wartemarke W7", StaffCommand{Do: ToShow, Ticket: 7, Exact: true}},
		{"W7 ist fertig", StaffCommand{Do: ToFinish, Ticket: 7, Exact: true}},
		{"finde W0", StaffCommand{Do: ToFind, Words: "W0"}},
		{"finde W07", StaffCommand{Do: ToFind, Words: "W07"}},
		{"ticket 2 reisepass", StaffCommand{Do: ToTicket, Count: 2, Words: "reisepass"}},
		{"zeige morgen", StaffCommand{Do: ToTomorrow}},
		{"show 24.11.", StaffCommand{Do: ToPlan, Day: tuesday}},
		{"zeige Frau Groß", StaffCommand{Do: ToFind, Words: "Groß"}},
		{"finde Frau Dr. Groß", StaffCommand{Do: ToFind, Words: "Groß"}},
		{"find the appointment of Mr. Miller please", StaffCommand{Do: ToFind, Words: "Miller"}},
		{"finde Frau", StaffCommand{Do: ToFind, Words: "Frau"}},
		{"finde von der Heide", StaffCommand{Do: ToFind, Words: "von der Heide"}},
		{"finde", StaffCommand{Do: ToFind, Exact: true}},
		{"frei morgen", StaffCommand{Do: ToFree, Day: tuesday}},
		{"frei morgen vorm.", StaffCommand{Do: ToFree, Day: tuesday, Hours: booking.Hours{From: 8 * 60, To: 12 * 60}}},
		{"frei nächsten di nachmittag", StaffCommand{Do: ToFree, Day: tuesday, Hours: booking.Hours{From: 12 * 60, To: 18 * 60}}},
		{"free tue 14-16", StaffCommand{Do: ToFree, Day: tuesday, Hours: booking.Hours{From: 14 * 60, To: 16 * 60}}},
		{"was ist morgen nachmittag noch frei?", StaffCommand{Do: ToFree, Day: tuesday, Hours: booking.Hours{From: 12 * 60, To: 18 * 60}}},
		{"what do we have free on Tuesday", StaffCommand{Do: ToFree, Day: tuesday}},
		{"what's free this afternoon", StaffCommand{Do: ToFree, Hours: booking.Hours{From: 12 * 60, To: 18 * 60}}},
		{"frei morgen reisepass", StaffCommand{Do: ToFree, Day: tuesday, Words: "morgen reisepass"}},
		{"nächste Woche", StaffCommand{Do: ToWeek, Day: today.Add(7)}},
		{"next week please", StaffCommand{Do: ToWeek, Day: today.Add(7)}},
		{"übernächste woche", StaffCommand{Do: ToWeek, Day: today.Add(14)}},
		{"wer kommt morgen?", StaffCommand{Do: ToPlan, Day: tuesday}},
		{"tagesliste 24.11.", StaffCommand{Do: ToPlan, Day: tuesday}},
		{"who is coming tomorrow", StaffCommand{Do: ToPlan, Day: tuesday}},
		{"neu", StaffCommand{Do: ToBook, Exact: true}},
		{"cancel k7m4qx", StaffCommand{Do: ToCancel, Number: "K7M4QX", Exact: true}},
		{"fertig", StaffCommand{Do: ToFinish, Exact: true}},
		{"weiter mit K7M 4QX", StaffCommand{Do: ToTakeUp, Words: "K7M 4QX"}},
		{"/termin go on with W3!", StaffCommand{Do: ToTakeUp, Words: "W3", Given: true}},
		{"/termin Weiter mit W1, ohne Termin", StaffCommand{Do: ToTakeUp, Words: "W1", Given: true}},
		{"weiter mit", StaffCommand{Do: ToTakeUp, Exact: true}},
		{"Alarm!", StaffCommand{Do: ToAlarm, Exact: true}},
		{"alarm Schalter 2", StaffCommand{Do: ToAlarm, Desk: "desk-2"}},
		{"Notruf bitte schnell an Schalter 2 kommen", StaffCommand{Do: ToAlarm, Desk: "desk-2"}},
		{"/termin emergency at the pick-up counter", StaffCommand{Do: ToAlarm, Desk: "pick-up", Given: true}},
		{"alarm 2", StaffCommand{Do: ToAlarm, Desk: "desk-2"}},
		{"alarm 2 Männer mit Messer", StaffCommand{Do: ToAlarm}},
		{"alarm am Eingang", StaffCommand{Do: ToAlarm}},
		{"aufruf 2", StaffCommand{Do: ToCall, Desk: "desk-2"}},
		{"call pick-up counter", StaffCommand{Do: ToCall, Desk: "pick-up"}},
		{"sperre", StaffCommand{Do: ToClose, Exact: true}},
		{"sperre 24.11. Fortbildung aller Schalter", StaffCommand{Do: ToClose, Day: tuesday, Words: "Fortbildung aller Schalter"}},
		{"sperre morgen 8 12 Rohrbruch", StaffCommand{Do: ToClose, Day: tuesday, Hours: morning, Words: "Rohrbruch"}},
		{"sperre morgen 8-12 2 Rohrbruch", StaffCommand{Do: ToClose, Day: tuesday, Hours: morning, Desk: "desk-2", Words: "Rohrbruch"}},
		{"sperre morgen von 8:00 bis 12 Uhr Schalter 2", StaffCommand{Do: ToClose, Day: tuesday, Hours: morning, Desk: "desk-2"}},
		{"close tomorrow 8 to 12 Desk 1 water", StaffCommand{Do: ToClose, Day: tuesday, Hours: morning, Desk: "desk-1", Words: "water"}},
		{"sperre 24. November 2 Wasser", StaffCommand{Do: ToClose, Day: tuesday, Desk: "desk-2", Words: "Wasser"}},
		{"sperre morgen nachmittag Krankheit", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{From: 12 * 60, To: booking.Midnight}, Words: "Krankheit"}},
		{"sperre morgen vormittag Schalter 2", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{To: 12 * 60}, Desk: "desk-2"}},
		{"sperre morgen ab 14 Uhr Maler", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{From: 14 * 60, To: booking.Midnight}, Words: "Maler"}},
		{"sperre morgen bis 10 Uhr Schulung", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{To: 10 * 60}, Words: "Schulung"}},
		{"sperre Dienstagnachmittag Krankheit", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{From: 12 * 60, To: booking.Midnight}, Words: "Krankheit"}},
		{"sperre morgen vorm. krank", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{To: 12 * 60}, Words: "krank"}},
		{"sperre morgen früh Krankheit", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{To: 10 * 60}, Words: "Krankheit"}},
		{"close tomorrow afternoon illness", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{From: 12 * 60, To: booking.Midnight}, Words: "illness"}},
		{"close tomorrow from 2pm illness", StaffCommand{Do: ToClose, Day: tuesday, Hours: booking.Hours{From: 14 * 60, To: booking.Midnight}, Words: "illness"}},
		{"öffne morgen nachmittag", StaffCommand{Do: ToOpen, Day: tuesday, Hours: booking.Hours{From: 12 * 60, To: 18 * 60}}},
		{"verschiebe K7M 4QX freitag 10 uhr", StaffCommand{Do: ToMove, Number: "K7M4QX", Words: "freitag 10 uhr"}},
		{"Termin K7M4QX absagen, der Herr hat angerufen", StaffCommand{Do: ToCancel, Number: "K7M4QX", Words: "der Herr hat angerufen"}},
		{"zeige K7M 4QX, Frau Becker", StaffCommand{Do: ToShow, Number: "K7M4QX", Words: "Frau Becker"}},
		{"öffne morgen 14 16", StaffCommand{Do: ToOpen, Day: tuesday, Hours: booking.Hours{From: 14 * 60, To: 16 * 60}}},
		{"open 24.11. 2 4 Desk 1 internal", StaffCommand{
			Do: ToOpen, Day: tuesday, Hours: booking.Hours{From: 14 * 60, To: 16 * 60}, Desk: "desk-1", Internal: true,
		}},
		{"rolle @Anna Groß Leitung", StaffCommand{Do: ToAppoint, Words: "Anna Groß", Role: booking.Lead, Mention: true}},
		{"role Bob none", StaffCommand{Do: ToAppoint, Words: "Bob", Nobody: true}},
		{"protokoll", StaffCommand{Do: ToAudit, Exact: true}},
		{"rückgängig", StaffCommand{Do: ToUndo, Exact: true}},
	}
	for _, test := range tests {
		got, err := ReadStaffCommand(test.text, "de", today, counters)
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%q: %v (-want +got)\n%s", test.text, err, diff)
		}
	}
}

func TestWhoseAppointmentIsMeantIsReadWhereItsNumberIsMissing(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: time.November, Day: 23}
	for text, want := range map[string]string{
		"verschiebe Becker auf Freitag": "Becker", "absage Frau Becker": "Becker", "cancel Anna Groß": "Anna Groß", "absage morgen": "",
		"Schmidt ist da": "Schmidt", "Jansen da": "Jansen", "Dr. von der Heide ist jetzt da": "von der Heide", "Frau Nowak nicht erschienen": "Nowak",
		"Schmidt hat abgesagt": "Schmidt", "kowalski auf fr 10 uhr verschieben": "Kowalski", "Nowotny kommt nicht": "Nowotny",
		"Mrs Green didn't show up": "Green", "Jane Miller has cancelled": "Jane Miller",
	} {
		got, err := ReadStaffCommand(text, "de", today, counters)
		if !errors.Is(err, ErrNoNumber) || got.Words != want {
			t.Errorf("%q: %v, whose: %q, want %q", text, err, got.Words, want)
		}
	}
}

func TestBadStaffCommandsSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: time.November, Day: 23}
	for text, want := range map[string]error{
		"":                                    ErrNoStaffCommand,
		"Guten Tag":                           ErrNoStaffCommand,
		"heute bitte nicht":                   ErrNoStaffCommand,
		"/termin tanzen":                      ErrNoStaffCommand,
		"31.2.":                               ErrNoSuchDay,
		"frei 31.2.":                          ErrNoSuchDay,
		"sperre 31.2. Rohrbruch":              ErrNoSuchDay,
		"sperre Rohrbruch":                    ErrNotADay,
		"sperre gestern Rohrbruch":            ErrPast,
		"sperre morgen 12 8":                  ErrNoHours,
		"sperre Montag 24.11. Feier":          ErrWrongWeekday,
		"sperre morgen 8 Rohrbruch":           ErrNoHours,
		"sperre 25.11. 25:00 26:00 Maler":     ErrNoHours,
		"sperre 25.11. 8-12 Schalter 9 Maler": ErrNoDesk,
		"close 25.11. desk 9":                 ErrNoDesk,
		"öffne 25.11. 8 12 Schalter 9":        ErrNoDesk,
		"sperre 25.11. Schalter kaputt":       nil,
		"zeige 12":                            ErrNoNumber,
		"zeige 31.2.":                         ErrNoSuchDay,
		"frei 25:00":                          ErrNotADay,
		"woche irgendwann":                    ErrNotADay,
		"K7M4QX tanzt":                        ErrNoStaffCommand,
		"K7M4QX heute":                        ErrNoStaffCommand,
		"absage morgen":                       ErrNoNumber,
		"aufruf 9":                            ErrNoDesk,
		"call counter":                        ErrNoDesk, // the last word of a name is the desk only if it is a number
		"rolle Anna":                          ErrNoRole,
		"rolle Anna Kaiserin":                 ErrNoRole,
	} {
		if got, err := ReadStaffCommand(text, "de", today, counters); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v (%+v)", text, err, want, got)
		}
	}
}

func TestTheNearestStaffCommandIsNamed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"/termin heutte": "heute", "wochhe": "woche", "protocol": "protokoll", "tomorow": "tomorrow",
		"hetue": "heute", "ja": "", "abage": "absage", "Muster": "", "Paul Schmidt": "", "Quietscheentchen": "", "": "",
	} {
		if got := NearestStaffCommand(text, "de"); got != want {
			t.Errorf("%q is near %q, want %q", text, got, want)
		}
	}
}

// Whatever is typed, what comes back can be shown on one line.
func TestStaffCommandsHoldNothingThatSteersAScreen(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		head := rapid.SampledFrom([]string{"finde ", "sperre morgen ", "rolle ", "/termin ", ""}).Draw(t, "head")
		e, _ := ReadStaffCommand(head+rapid.String().Draw(t, "text"), "de", booking.Date{Year: 2026, Month: 11, Day: 23}, counters)
		if e.Words != OneLine(e.Words) || strings.ContainsAny(e.Words, "\n\r\x00\x1b") || len([]rune(e.Words)) > longestWords {
			t.Fatalf("%q", e.Words)
		}
	})
	for _, unseen := range []string{"\u202e", "\u200b", "\u2066", "\ufeff", "\u00ad", "\u0007", "\ufe0f", "\u061c"} {
		e, err := ReadStaffCommand("finde Mei"+unseen+"er", "de", booking.Date{Year: 2026, Month: 11, Day: 23}, counters)
		if err != nil || e.Words != "Meier" {
			t.Errorf("with %+q between: %q (%v), want Meier", unseen, e.Words, err)
		}
	}
}
