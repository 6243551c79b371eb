package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/dialogs"
	"terminbote/office"
)

// Anybody who is asked for a yes and gives the whole thing up has not said yes.
func TestGivingUpIsNoWhereAYesIsAskedFor(t *testing.T) {
	t.Parallel()
	booked := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1", "Jens Vogt", "jens@vogt.de", "ja")
	asked := map[string]visitor{
		"cancel": booked.say(t, "Termin absagen"),
		"erase":  booked.say(t, "Meine Daten löschen"),
	}
	for name, v := range asked {
		if !v.offers("no") {
			t.Fatalf("%s asks for no yes: at %s with %v", name, v.step, v.view.Groups)
		}
		for _, text := range []string{"abbrechen", "Abbruch", "bitte abbrechen", "cancel", "stopp", "lieber nicht", "nein"} {
			said, tapped := v.say(t, text), v.tap(t, "no")
			if said.step != tapped.step || !slices.EqualFunc(said.commands, tapped.commands, sameCommand) {
				t.Errorf("%s: %q leads to %s with %v, no to %s with %v", name, text, said.step, said.commands, tapped.step, tapped.commands)
			}
		}
	}
}

func sameCommand(a, b dialogs.Command) bool { return dialogs.CommandName(a) == dialogs.CommandName(b) }

// Names are near to words that want something: Mr Stark is no start.
func TestNoSlipIsForgivenWhereANameIsTyped(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1")
	if v.step != "name" {
		t.Fatalf("at %s", v.step)
	}
	for _, name := range []string{"Stark", "Weider", "Hilfert", "Zurock", "Anfank", "Loschen", "Sprach", "Abbrecher", "Mener", "Nain", "Wieter", "Hilf Stark"} {
		said := v.say(t, name)
		if got := said.state.Draft; got.Name != name && got.Doubt.Name != name {
			t.Errorf("%q leads to %s with the name %q, or is it %q?", name, said.step, got.Name, got.Doubt.Name)
		}
	}
}

// Back takes away the latest answer and no other: with each step the question
// is asked that was answered last, and what was said before stays.
func TestBackTakesAwayOneAnswer(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1", "Jens Vogt", "jens@vogt.de")
	if v.step != "review" {
		t.Fatalf("at %s", v.step)
	}
	mail := v.tap(t, "back")
	if d := mail.state.Draft; mail.step != "mail" || d.Mail != "" || d.Name != "Jens Vogt" {
		t.Errorf("from the review: at %s with %q, %q", mail.step, d.Name, d.Mail)
	}
	name := mail.tap(t, "back")
	if d := name.state.Draft; name.step != "name" || d.Name != "" || d.Start.IsZero() {
		t.Errorf("from the mail: at %s with %q, time %v", name.step, d.Name, d.Start)
	}
	// Anybody who has the name asked again from the review keeps the mail.
	again := v.say(t, "Name ändern")
	if d := again.state.Draft; again.step != "name" || d.Name != "" || d.Mail != "jens@vogt.de" {
		t.Errorf("the name is changed: at %s with %q, %q", again.step, d.Name, d.Mail)
	}
	if d := again.say(t, "Anna Vogt"); d.step != "review" || d.state.Draft.Mail != "jens@vogt.de" || d.state.Draft.Name != "Anna Vogt" {
		t.Errorf("the name was changed: at %s with %q, %q", d.step, d.state.Draft.Name, d.state.Draft.Mail)
	}
}

// What the present question has heard so far is taken away first.
func TestBackBeginsWithThePresentQuestion(t *testing.T) {
	t.Parallel()
	name := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1")
	for what, doubted := range map[string]visitor{
		"name": name.say(t, "blaues Auto"),
		"mail": name.say(t, "Jens Vogt", "jens@gmial.com"),
	} {
		if d := doubted.state.Draft.Doubt; d.Name == "" && d.Mail == "" {
			t.Fatalf("%s: nothing is in doubt at %s", what, doubted.step)
		}
		back := doubted.tap(t, "back")
		if d := back.state.Draft; back.step != what || d.Doubt != (dialogs.Doubt{}) || (what == "mail" && d.Name != "Jens Vogt") || d.Start.IsZero() {
			t.Errorf("%s: at %s with %+v", what, back.step, d)
		}
	}
}
