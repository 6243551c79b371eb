package dialogs_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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

// talks is somebody at the steps at which most is looked up, and how many offices may
// be spoken of there at most.
func talks(tb testing.TB, town booking.Town) map[*visitor]int {
	tb.Helper()
	const listed = 8 + 1 // one may be named besides
	v := arrive(tb, town)
	chosen := v.turn(tb, dialogs.Started{Payload: dialogs.PlaceLink(town.Offices[len(town.Offices)-1].ID, "concern_id-card")})
	asked := v.turn(tb, dialogs.Started{Payload: "concern_id-card"})
	for chosen.step == "quantity" || chosen.step == "persons" {
		chosen, asked = chosen.tap(tb, "n:1"), asked.tap(tb, "n:1")
	}
	held := chosen.say(tb, "Freitag um 10 Uhr")
	named := held.say(tb, "Erika Beispiel")
	booked := named.say(tb, "erika@example.org").say(tb, "buchen")
	if asked.step != "office" || held.state.Draft.Hold == 0 || len(booked.ahead) == 0 {
		tb.Fatalf("no place is asked for at %s, no time set aside at %s or none booked at %s", asked.step, held.step, booked.step)
	}
	moving := booked.say(tb, "Termin verschieben")
	linked := v.turn(tb, dialogs.Started{Payload: dialogs.PlaceLink(town.Offices[len(town.Offices)-1].ID, "")})
	about, over := booked.tap(tb, "about"), held.say(tb, "meine Termine")
	return map[*visitor]int{&v: listed, &linked: 1, &asked: listed, &chosen: 1, &held: 1, &named: 1, &booked: listed, &moving: 1, &about: listed, &over: 1}
}

// What is asked in a town of many offices costs what it costs in a town of one: the
// rules of all offices are known in every turn, and days are read of those alone
// that are spoken of.
func TestNoTurnReadsDaysOfMoreOfficesThanItShows(t *testing.T) {
	t.Parallel()
	for v, most := range talks(t, district(t, manyPlaces(20)...)) {
		for _, said := range questions {
			for _, need := range v.say(t, said).memory.Lookups() {
				if n := len(need.Offices); n > most || n > 0 && need.From.IsZero() {
					t.Errorf("%s, %q: days of %d offices from %v on, want at most %d", v.step, said, n, need.From, most)
				}
			}
		}
	}
}

// What is looked up is enough: more days of more offices change nothing that is said,
// shown or done.
func TestMoreDaysOfMoreOfficesChangeNothing(t *testing.T) {
	t.Parallel()
	for v := range talks(t, district(t, manyPlaces(12)...)) {
		knowing := *v
		knowing.all = true
		for _, said := range []string{
			"Wo ist das?", "Wann ist der nächste freie Termin?", "Was kostet das und wann ist etwas frei?", "um 10 Uhr", "am Freitag",
			"ein Reisepass morgen um 11", "Personalausweis in Werne morgen um 11", "Personalausweis in Dorfal am Mittwoch um 11", "ummelden in Dorfal am Mittwoch um 11",
		} {
			want, got := knowing.say(t, said), v.say(t, said)
			if diff := cmp.Diff(want.heard(), got.heard(), cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
				t.Errorf("%s, %q (-all is known +what is needed):\n%s", v.step, said, diff)
			}
		}
	}
}

// heard is all that came of a turn.
func (v visitor) heard() []any { return []any{v.step, v.state, v.view, v.remarks, v.commands} }

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
