package dialogs_test

import (
	"testing"
	"time"

	"terminbote/dialogs"
)

// booked is a visitor with an appointment on Tuesday, back at the beginning.
func booked(tb testing.TB) visitor {
	tb.Helper()
	v := arrive(tb, smallOffice(tb)).say(tb, "Perso", "morgen 10:00", "Erika Beispiel", "erika@beispiel.de")
	v = v.tap(tb, "yes").say(tb, "Anfang")
	if len(v.ahead) != 1 || v.step != "category" {
		tb.Fatalf("nothing was booked: at %s, %v", v.step, v.view)
	}
	return v
}

func TestOnesOwnAppointmentIsSpokenOfAnywhere(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Termin absagen":                             "cancel",
		"Ich möchte meinen Termin absagen":           "cancel",
		"Sorry, I can't make it":                     "cancel",
		"Kann ich meinen Termin bitte verschieben?":  "when",
		"Wann ist mein Termin?":                      "appointments",
		"Ich möchte auf die Warteliste":              "waiting",
		"Bitte meine Daten löschen":                  "erase",
		"Ich brauche einen neuen Personalausweis":    "when",
		"Ich möchte meine Adresse im Ausweis ändern": "category",
	} {
		if got := booked(t).say(t, text); got.step != want {
			t.Errorf("%q led to %s, want %s", text, got.step, want)
		}
	}
}

func TestWhoIsLateSaysSoAnywhere(t *testing.T) {
	t.Parallel()
	early := booked(t).say(t, "Ich komme 10 Minuten später")
	if !early.remarked("late.when") {
		t.Errorf("the day before: %v", early.remarks)
	}
	onTheDay := booked(t)
	onTheDay.now = onTheDay.ahead[0].Span.Start.Add(-time.Minute)
	if got := onTheDay.say(t, "Ich stehe im Stau"); got.step != "late" {
		t.Errorf("on the day it led to %s, %v", got.step, got.remarks)
	}
	late := onTheDay.say(t, "Ich komme später", "15")
	if !bodySays(late.view, "late.known") || bodySays(late.say(t, "Bin da").view, "late.known") {
		t.Error("who is there is still said to come later, or never was")
	}
	tooLate := onTheDay
	tooLate.now = onTheDay.ahead[0].Span.Start.Add(6 * time.Minute)
	if got := tooLate.say(t, "Bin da"); !got.remarked("here.late") {
		t.Errorf("a minute too late: %v", got.remarks)
	}
	if got := tooLate.say(t, "Ich komme später"); !got.remarked("late.over") {
		t.Errorf("a minute too late to be late: %v", got.remarks)
	}
	there := onTheDay.say(t, "Bin da")
	if !there.remarked("here.done") {
		t.Fatalf("nobody is checked in from the beginning: at %s, %v", there.step, there.remarks)
	}
	if got := there.say(t, "Anfang", "ich komme später"); !got.remarked("here.known") {
		t.Errorf("who is there already: %v", got.remarks)
	}
}

func TestWithSeveralAppointmentsItIsAskedWhich(t *testing.T) {
	t.Parallel()
	v := booked(t).say(t, "Perso", "morgen 11:00", "Erika Beispiel", "erika@beispiel.de")
	v = v.tap(t, "yes").say(t, "Anfang", "Termin absagen")
	if v.step != "appointments" || !v.remarked("appointments.which") {
		t.Errorf("at %s, %v", v.step, v.remarks)
	}
	none := arrive(t, smallOffice(t)).say(t, "Termin absagen")
	if none.step != "appointments" {
		t.Errorf("with none it led to %s", none.step)
	}
}

func TestABookingUnderWaySurvivesWhatIsSaidOfAnother(t *testing.T) {
	t.Parallel()
	v := booked(t).say(t, "Perso", "Ich muss meinen Termin absagen")
	if v.step != "cancel" {
		t.Fatalf("at %s", v.step)
	}
	v = v.turn(t, dialogs.Tapped{Choice: "yes", Revision: v.state.Revision}).say(t, "zurück")
	if v.step != "when" || len(v.ahead) != 0 {
		t.Errorf("at %s with %v", v.step, v.ahead)
	}
}

func TestAReminderIsAnsweredInWords(t *testing.T) {
	t.Parallel()
	asked := booked(t)
	asked.now = monday.Add(10 * time.Hour) // the reminder came at five
	for text, want := range map[string]string{
		"ja": "appointment", "👍": "appointment", "Ja, ich komme": "appointment", "Yes, I am coming": "appointment",
		"I'll be there": "appointment", "nein": "cancel", "abbrechen": "cancel", "cancel": "cancel", "Cancel it": "cancel", "Move it": "when",
	} {
		got := asked.say(t, text)
		if got.step != want || want == "appointment" && !got.remarked("notice.thanks") {
			t.Errorf("%q led to %s, %v; want %s", text, got.step, got.remarks, want)
		}
	}
	if got := asked.say(t, "ja", "Anfang", "nein"); got.step == "cancel" {
		t.Error("who has answered is taken to answer again")
	}
	if got := asked.say(t, "Perso", "nein"); got.step != "when" {
		t.Errorf("in the middle of a booking: at %s", got.step)
	}
	today := arrive(t, smallOffice(t)).say(t, "Perso", "heute 10:00", "Erika Beispiel", "erika@beispiel.de")
	if got := today.tap(t, "yes").say(t, "nein danke"); got.step == "cancel" || len(got.ahead) != 1 {
		t.Errorf("who booked after the reminder's hour: at %s with %v", got.step, got.ahead)
	}
	if got := booked(t).say(t, "ja"); got.step != "category" || got.remarked("notice.thanks") {
		t.Errorf("before the reminder: at %s, %v", got.step, got.remarks)
	}
}

// Who has an appointment moves it by naming another time, and keeps its day where only
// the time of day is to change.
func TestAnotherTimeMovesTheAppointment(t *testing.T) {
	t.Parallel()
	before := booked(t)
	day := before.ahead[0].Span.Start.Format("2006-01-02")
	for text, sameDay := range map[string]bool{
		"dienstag kann ich doch nicht, lieber donnerstag": false,
		"kann ich auf donnerstag wechseln":                false,
		"kann ich das auf nachmittags ändern":             true,
		"ich möchte verschieben auf 11 uhr":               true,
	} {
		v := before.say(t, text)
		if v.state.Draft.Moving != before.ahead[0].ID || v.step != "when" && v.step != "move" {
			t.Errorf("%q led to %s:\n%s", text, v.step, v.seen("de"))
			continue
		}
		if spans := v.state.Draft.Days.Spans; len(spans) != 1 || (spans[0].From.String() == day) != sameDay {
			t.Errorf("%q looks on %v, the appointment is on %s:\n%s", text, spans, day, v.seen("de"))
		}
	}
}
