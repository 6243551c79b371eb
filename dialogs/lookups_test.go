package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// questions is one of each topic, and other things that are said in the middle of
// anything.
var questions = []string{
	"Was kostet das?", "Was muss ich mitbringen?", "Brauche ich ein Foto?", "Welches Formular brauche ich?", "Wie lange dauert das?",
	"Wann ist der Ausweis fertig?", "Muss ich dafür persönlich kommen?", "Kann jemand anders für mich kommen?", "Wann habt ihr geöffnet?",
	"Habt ihr Samstag auf?", "Wo ist das?", "Wo kann ich parken?", "Mit welchem Bus komme ich hin?", "Ist das barrierefrei?",
	"Kann ich mit Karte zahlen?", "Geht das ohne Termin?", "Wer sieht meine Daten?", "Bist du ein Mensch?", "Welche Sprachen sprecht ihr?",
	"Macht ihr auch Führerscheine?", "Wann ist mein Termin?", "Wann ist der nächste freie Termin?", "Was kann man bei euch machen?",
	"Wie ist eure Telefonnummer?", "Wie sage ich ab?", "Bekomme ich eine Erinnerung?", "Wie weit im Voraus kann ich buchen?",
	"Was kostet das und wann ist etwas frei?", "Wo ist das und wann habt ihr offen?", "Ich möchte mit einem Menschen sprechen",
	"Personalausweis", "am Freitag", "um 10 Uhr", "ein Reisepass morgen um 9", "/hilfe", "meine Termine", "blub",
}

// What is asked in a town of many offices costs what it costs in a town of one: the
// rules of all offices are known in every turn, and days are read of those alone
// that are spoken of.
func TestNoTurnReadsDaysOfMoreOfficesThanItShows(t *testing.T) {
	t.Parallel()
	const listed = 8
	v := arrive(t, district(t, manyPlaces(60)...))
	chosen := v.turn(t, dialogs.Started{Payload: dialogs.PlaceLink("office-3", "concern_id-card")})
	for chosen.step == "quantity" || chosen.step == "persons" {
		chosen = chosen.tap(t, "n:1")
	}
	held := chosen.say(t, "Freitag um 10 Uhr")
	booked := held.say(t, "Erika Beispiel").say(t, "erika@example.org").say(t, "buchen")
	if held.state.Draft.Hold == 0 || len(booked.ahead) == 0 {
		t.Fatalf("nothing is set aside at %s, or booked at %s", held.step, booked.step)
	}
	for _, at := range []struct {
		visitor

		most int
	}{{v, listed}, {atPlaces(t, 60), listed}, {chosen, 1}, {held, 1}, {held.say(t, "Erika Beispiel"), 1}, {booked, listed}, {booked.tap(t, "about"), listed}} {
		for _, said := range questions {
			for _, need := range at.say(t, said).memory.Lookups() {
				if n := len(need.Offices); n > at.most || n > 0 && need.From.IsZero() {
					t.Errorf("%s, %q: days of %d offices from %v on, want at most %d", at.step, said, n, need.From, at.most)
				}
			}
		}
	}
}

// What was found of several offices is not looked up again for one of them.
func TestWhatWasFoundOfSeveralOfficesAnswersForEach(t *testing.T) {
	t.Parallel()
	first, last := booking.DateOf(monday, time.UTC), booking.DateOf(monday, time.UTC).Add(20)
	known := dialogs.Need{Offices: []booking.OfficeID{"a", "b", "c"}, From: first, To: last}
	for _, tt := range []struct {
		offices  []booking.OfficeID
		from, to booking.Date
		want     bool
	}{
		{nil, booking.Date{}, booking.Date{}, true},
		{[]booking.OfficeID{"b"}, first, last, true},
		{[]booking.OfficeID{"c", "a"}, first.Add(1), first.Add(1), true},
		{[]booking.OfficeID{"b", "d"}, first, last, false},
		{[]booking.OfficeID{"b"}, first.Add(-1), last, false},
		{[]booking.OfficeID{"b"}, first, last.Add(1), false},
	} {
		if got := known.Covers(dialogs.Need{Offices: tt.offices, From: tt.from, To: tt.to}); got != tt.want {
			t.Errorf("%v from %v to %v: covered %t, want %t", tt.offices, tt.from, tt.to, got, tt.want)
		}
	}
}
