package understand

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestALabelIsKnownWithoutItsCommas(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"ja absagen": true, "Ja,  ABSAGEN!": true, "ja": false, "ja nicht absagen": false, "": false, "!": false,
	} {
		if got := Alike("Ja, absagen", text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func TestCommandsAreUnderstood(t *testing.T) {
	t.Parallel()
	for want, texts := range map[Intent][]string{
		Next: {"weiter", "Weiter!", "WEITER", "weitr", "wieter", "bitte weiter", "fertig", "ok", "next", "contiune", "that's all"},
		Back: {"zurück", "zurueck", "zurrück", "zurük", "Zurück bitte", "back", "go back"},
		Yes:  {"ja", "Ja.", "jo", "klar", "ja bitte", "ja, gerne", "yes", "Yes please", "sure", "👍", "✅", "👍🏽", "ja 😀"},
		No:   {"nein", "Nein danke", "nee", "no", "no thanks", "👎"},

		Cancel:       {"abbrechen", "abrechen", "Abbruch", "stop", "cancel", "never mind"},
		Start:        {"start", "/start", "neu", "von vorn", "von vorne", "start over", "Neu anfangen"},
		Help:         {"hilfe", "/hilfe", "/help", "?", "??", "help", "hillfe"},
		Appointments: {"meine termine", "Meine Termine?", "termine", "/termine", "my appointments", "meine termnie", "Wann ist mein Termin?", "When is my appointment?"},
		Book:         {"Termin", "termin buchen", "book an appointment"},
		Move: {
			"verschieben", "verschiben", "Ich muss meinen Termin verschieben", "Kann ich den Termin bitte verschieben?",
			"Wir brauchen einen anderen Termin", "reschedule", "I need to move my appointment", "Could I postpone my appointment?",
		},
		CallOff: {
			"absagen", "Termin absagen", "Ich möchte meinen Termin absagen", "Hallo, ich muss leider den Termin morgen absagen",
			"Ich kann leider nicht kommen", "cancel my appointment", "I'd like to cancel my appointment", "Sorry, I can't make it",
		},
		Late: {
			"Ich komme später", "ich komme 10 Minuten später", "komme 10 min zu spät", "Ich verspäte mich etwas", "Ich stehe im Stau",
			"I'm running late", "running 10 minutes late", "I will be a few minutes late", "stuck in traffic",
		},
		Coming: {"Ich komme", "Ja, ich komme!", "Ich bin dabei", "Yes, I am coming", "I'll be there", "I will come"},
		Here:   {"bin da", "Da", "/da", "I'm here", "here"},
		About: {
			"Öffnungszeiten?", "Wo seid ihr?", "Wie lange haben Sie offen?", "Ich möchte bitte mit einem Menschen sprechen",
			"opening hours", "Where are you?", "Can I talk to a human?",
		},
		Waiting:  {"Warteliste", "Ich möchte auf die Warteliste", "waiting list"},
		Erase:    {"Meine Daten löschen", "delete my data"},
		More:     {"mehr", "weitere", "more", "mehr Tage", "show more"},
		Language: {"english", "deutsch", "Auf Englisch bitte", "German", "Sprache", "change language"},
		Hello:    {"hallo", "Guten Tag!", "Moin", "hi there", "Grüß Gott", "good morning"},
		Thanks:   {"danke", "Vielen Dank!", "ok danke", "Tschüss", "thanks", "Thank you very much", "bye"},
		Soonest:  {"egal", "so früh wie möglich", "möglichst bald", "asap", "as soon as possible", "I don't care"},
		Home:     {"menü", "Menue", "Hauptmenü", "menu"},
	} {
		for _, text := range texts {
			for _, lang := range []string{"de", "en", "tr"} {
				got, ok := ReadCommand(text, lang)
				if diff := cmp.Diff(want, got); diff != "" || !ok {
					t.Errorf("ReadCommand(%q, %s) ok=%v (-want +got):\n%s", text, lang, ok, diff)
				}
			}
		}
	}
}

func TestWhatIsNoCommandIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", " ", "🎉", "!", "...", "weit", "Reiter", "bitte", "2", "24.11.", "Anna Ja", "Personalausweis", "heute",
		"nein doch ja", "/etc/passwd", "neuer Personalausweis", "Neumann", "starten wir mal durch",
		"Ich möchte einen Führerschein", "Adresse ändern", "Termin zum Ändern der Adresse", "10 Minuten", "I want to move house",
	} {
		if got, ok := ReadCommand(text, "de"); ok {
			t.Errorf("ReadCommand(%q): want none, got %q", text, got)
		}
	}
}

func TestLanguagesAreKnownByName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"English": "en", "englisch": "en", "auf Englisch": "en", "Deutsch!": "de", "in German": "de", "Klingon": "", "": "",
	} {
		got, ok := LanguageNamed(text)
		if diff := cmp.Diff(want, got); diff != "" || ok != (want != "") {
			t.Errorf("LanguageNamed(%q) ok=%v (-want +got):\n%s", text, ok, diff)
		}
	}
}
