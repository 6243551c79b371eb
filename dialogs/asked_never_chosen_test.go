package dialogs_test

import (
	"os"
	"testing"
	"time"
)

// standsAt is a visitor at the place that a script of testdata/said leads to.
func standsAt(t *testing.T, name string) visitor {
	t.Helper()
	script, err := os.ReadFile("testdata/said/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return placeOf(t, headOf(string(script)))
}

// Where a yes books, moves or calls off, no question does, whatever it sounds like.
func TestNoQuestionBinds(t *testing.T) {
	t.Parallel()
	questions := []string{
		"which one is mine and which is his", "which is the one for my son", "where is the other one",
		"would that be ok for him as well", "and which one do i get", "who goes first then", "can't he use my email",
		"whats his then", "welcher ist meiner und welcher ist seiner", "welcher davon ist für meinen sohn", "wer von uns kommt da dran",
		"und wo ist dann der für meine Frau", "sind das beide zusammen", "woran erkenne ich das denn dann", "wieso 15 minuten",
		"ist das so richtig für meine frau", "ist das der von meinem sohn", "which one is mine",
	}
	for _, place := range []string{"review", "review_en", "move_review", "cancel"} {
		at := standsAt(t, place)
		for _, text := range questions {
			got := at.say(t, text)
			if len(got.commands) > 0 {
				t.Errorf("%q does %v at %s", text, kindsOf(got.commands), place)
			}
			if got.remarked("talk.emergency") {
				t.Errorf("%q is taken for an emergency at %s", text, place)
			}
		}
	}
}

// A time is set aside where the message chooses one, and not by what it tells or asks.
func TestOnlyAChoiceSetsATimeAside(t *testing.T) {
	t.Parallel()
	at := standsAt(t, "when_said") // 12:00, 13:00, 13:30, 14:00 …
	for _, text := range []string{
		"is that one appointment or two?", "the certificates first. and can my friend come along?", "die kinder sind 3 und 12, müssen die mitkommen?",
		"der dritte braucht nur die meldebescheinigung", "the second one needs a passport only", "der zweite ist mein bruder", "my first kid is 3",
		"zwei Termine: ich früh ummelden mit 3 personen, er nachmittags ausweis", "only 2 passports + 1 id card", "first the passport then the id card",
	} {
		if got := at.say(t, text); len(got.commands) > 0 || len(got.state.Draft.Days.Spans) > 0 && got.state.Draft.Days.Spans[0] != at.state.Draft.Days.Spans[0] {
			t.Errorf("%q does %v, with days %v", text, kindsOf(got.commands), got.state.Draft.Days)
		}
	}
	for text, want := range map[string]string{
		"1, Frau Dr. Annika von der Heide": "12:00", "1 Ich heiße Mahmoud Al Khatib": "12:00", "2, Peter Klein": "13:00", "1 uhr": "13:00", "geht die 3?": "13:30",
		"kann ich die 3 haben?": "13:30", "die 4 bitte": "14:00",
	} {
		got := at.say(t, text)
		if start := got.state.Draft.Start.In(berlin(t)).Format("15:04"); len(got.commands) != 1 || start != want {
			t.Errorf("%q takes %s, want %s", text, start, want)
		}
	}
}

// A yes to an address that is offered takes it, and does not go on without one.
func TestAYesTakesTheAddressOffered(t *testing.T) {
	t.Parallel()
	at := again(t).say(t, "Anna Vogt")
	for _, text := range []string{"ok", "ja", "passt", "yes", "that one", "gleiche mail", "same mail", "same as before", "die selbe", "use that"} {
		if got := at.say(t, text); got.state.Draft.Mail != "jens@vogt.de" || got.state.Draft.NoMail {
			t.Errorf("%q: mail %q at %s", text, got.state.Draft.Mail, got.step)
		}
	}
}

func berlin(t *testing.T) *time.Location {
	t.Helper()
	l, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return l
}
