package dialogs_test

import (
	"testing"

	"terminbote/dialogs"
)

// What means the same everywhere does so where a question takes what is typed as it
// stands, too: help is no code that was wrong, and no line on a visit.
func TestTheWordsForEverywhereServeAtEveryQuestion(t *testing.T) {
	t.Parallel()
	code := booked(t).say(t, "meine termine", "Termin mit Nummer holen", another.String())
	town := smallOffice(t)
	proof := arrive(t, town)
	proof.memory.Rush(town.Offices[0].ID, 1000, proof.now)
	proof = proof.say(t, "Perso", "morgen 10:00", "eve@beispiel.de")
	rating, asked := askedHowItWas(t)
	rating = rating.turn(t, dialogs.Responded{Notice: asked, Choice: "rate:5"})
	for at, v := range map[string]visitor{"code": code, "proof": proof, "rating": rating} {
		if v.step != at {
			t.Fatalf("at %s, not at %s", v.step, at)
		}
		for _, said := range []string{"Hilfe", "help", "/hilfe", "meine Termine", "my appointments", "zurück", "Start", "English", "auf Englisch", "Termin absagen"} {
			v := v
			v.memory = v.memory.Clone()
			w := v.say(t, said)
			for _, c := range w.commands {
				switch c.(type) {
				case dialogs.Attach, dialogs.Prove, dialogs.Comment:
					t.Errorf("%s: %q is taken for an answer: %T", at, said, c)
				}
			}
			if same(v, w) && len(w.remarks) == 0 {
				t.Errorf("%s: nothing comes of %q", at, said)
			}
		}
	}
}

// Who has nothing to add says so in any words, and who would like to is told how.
func TestNoIsNoLineOnAVisit(t *testing.T) {
	t.Parallel()
	v, asked := askedHowItWas(t)
	v = v.turn(t, dialogs.Responded{Notice: asked, Choice: "rate:5"})
	for said, remark := range map[string]string{
		"nein": "rating.without", "Nein danke": "rating.without", "no thanks": "rating.without", "nix": "rating.without", "keine": "rating.without",
		"ja": "rating.write", "yes": "rating.write", "👍": "remark.empty",
	} {
		w := v
		w.memory = v.memory.Clone()
		if w = w.say(t, said); len(comments(w)) > 0 || !w.remarked(remark) {
			t.Errorf("%q: %v, %v", said, comments(w), w.remarks)
		}
	}
	for _, said := range []string{"nett", "Nein, es war zu kalt", "ja, alles gut", "Hilfe kam sofort", "keine Parkplätze", "Termine gibt es zu wenige", "5"} {
		w := v
		w.memory = v.memory.Clone()
		if w = w.say(t, said); len(comments(w)) != 1 {
			t.Errorf("%q is no line: %v", said, w.remarks)
		}
	}
}
