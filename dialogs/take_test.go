package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// A request that nothing explains is quoted, also where more words are left over
// than those of a short rest; a story beside what is wanted is not.
func TestARequestThatNobodyUnderstoodIsQuoted(t *testing.T) {
	t.Parallel()
	for text, quoted := range map[string]bool{
		"Personalausweis beantragen und Meldebescheinigung, außerdem will meine Oma Kuchen backen, Lieder singen, Gäste bewirten":   true,
		"Personalausweis beantragen und Meldebescheinigung, meine Oma hat gestern Kuchen gebacken, Lieder gesungen, Gäste bewirtet": false,
	} {
		v := arrive(t, office.Sample()).say(t, text)
		if got := v.remarked("taken.rest"); got != quoted || quoted && !strings.Contains(v.seen("de"), "will meine Oma Kuchen backen") {
			t.Errorf("%q: quoted %v in %s:\n%s", text, got, v.step, v.seen("de"))
		}
	}
}

// Where somebody comes from or goes to needs no answer; a word with no such reason
// to be there is quoted.
func TestPlacesElsewhereAreNoRest(t *testing.T) {
	t.Parallel()
	for text, quoted := range map[string]bool{
		"ich ziehe von Dortmund nach Werne und will mich ummelden": false,
		"muss mich anmelden, bin aus gelsenkirchen hergezogen":     false,
		"I moved here from Dortmund and need to register":          false,
		"Führungszeugnis und Perso, Gelsenkirchen, Dienstag":       true,
	} {
		lang := "de"
		if strings.HasPrefix(text, "I ") {
			lang = "en"
		}
		v := arrive(t, office.Sample())
		v.state.Lang = lang
		v = v.say(t, text)
		if got := v.remarked("taken.rest"); got != quoted {
			t.Errorf("%q: quoted %v in %s:\n%s", text, got, v.step, v.seen(lang))
		}
	}
}

// Who moves an appointment moves it for what it was booked for. Bare numbers, and how often
// it is named, change nothing of that.
func TestAMoveIsForThoseItWasBookedFor(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja", "verschieben")
	if v.state.Draft.Moving == 0 {
		t.Fatalf("at %s:\n%s", v.step, v.seen("de"))
	}
	for _, text := range []string{"zwei ausweise", "3"} {
		if d := v.say(t, text).state.Draft; d.Moving != v.state.Draft.Moving || d.Persons != 0 || len(d.Wishes) != 0 {
			t.Errorf("%q: %d persons, %v in place of what moves", text, d.Persons, d.Wishes)
		}
	}
}

// Earlier and later on a day are before and behind the middle of the times that are
// proposed; the soonest is the first of them.
func TestEarlierAndLaterArePartedByWhatIsProposed(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "am 27.11.")
	before, behind := v.say(t, "früher am Tag").state.Draft.Hours.Spans, v.say(t, "später").state.Draft.Hours.Spans
	if len(before) != 1 || len(behind) != 1 || before[0].From != 0 || before[0].To != behind[0].From || behind[0].To != booking.Midnight {
		t.Errorf("earlier is %v, and later %v", before, behind)
	}
	var first string
	for _, g := range v.view.Groups {
		for _, c := range g.Choices {
			if first == "" && strings.HasPrefix(c.ID, "time:") {
				first = c.ID
			}
		}
	}
	for _, text := range []string{"das früheste", "der früheste Termin"} {
		got, tapped := v.say(t, text), v.tap(t, first)
		if first == "" || got.step != tapped.step || !got.state.Draft.Start.Equal(tapped.state.Draft.Start) {
			t.Errorf("%q leads to %s with %v, and %s to %s with %v", text, got.step, got.state.Draft.Start, first, tapped.step, tapped.state.Draft.Start)
		}
	}
}
