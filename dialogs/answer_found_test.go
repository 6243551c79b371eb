package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// What no topic is about is told from the office's file, where that says it, and changes nothing.
func TestWhatAQuestionNamesIsFoundInTheFile(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ lang, concern, asked, want string }{
		{"de", "vehicle-off", "die Versicherung muss ich aber selber kündigen oder?", "Versicherung und Steuer erfahren davon von selbst"},
		{"de", "parking-resident", "muss ich das jedes Jahr neu machen?", "Er gilt ein Jahr"},
		{"de", "lost-property", "Rechnung fürs Rad hab ich nicht mehr, nur ein Foto", "Foto, Rechnung, Beschreibung"},
		{"de", "fishing-youth", "kann ich meinen eigenen Angelschein da gleich mit verlängern", "in einem Termin"},
		{"de", "bulky-waste-card", "und der alte Kühlschrank, wo kommt der hin", "Wertstoffhof"},
		{"de", "cert-registration", "die brauche ich auch noch auf Englisch übersetzt", "Übersetzer"},
		{"en", "data-objection", "do I have to explain why I want this", "No reason needed"},
		{"en", "id-card-temporary", "how long is that thing good for?", "three months"},
		{"en", "signature", "should I sign it already at home?", "before our eyes"},
		{"en", "", "how many days after moving in do I have for the anmeldung", "within two weeks"},
		{"de", "register-enquiry", "darf ich das Gespräch da eigentlich aufnehmen", "weiß ich leider nicht"},
	} {
		at := arrive(t, office.Sample())
		if tt.lang == "en" {
			at = at.tap(t, "lang:en")
		}
		if tt.concern != "" {
			at = at.turn(t, dialogs.Started{Payload: "concern_" + tt.concern})
		}
		got, text := at.say(t, tt.asked), ""
		for _, line := range got.remarks {
			text += locales.For(got.state.Lang).Say(line) + "\n"
		}
		if !strings.Contains(text, tt.want) || len(got.state.Draft.Wishes) != len(at.state.Draft.Wishes) || got.state.Lang != at.state.Lang {
			t.Errorf("%q is answered by %q, with %v", tt.asked, text, got.state.Draft.Wishes)
		}
	}
}
