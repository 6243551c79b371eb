package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/dialogs"
)

// What cannot be a code uses up no try.
func TestWhatIsNoCodeUsesUpNoTry(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	v := arrive(t, town)
	v.memory.Rush(town.Offices[0].ID, 1000, v.now)
	v = v.say(t, "Perso", "morgen 10:00", "eve@beispiel.de")
	if v.step != "proof" {
		t.Fatalf("nobody asks for a proof, but at %s", v.step)
	}
	for _, text := range []string{"12345", "1234567", "12 345", "12345x", "wo?", "١٢٣٤٥"} {
		if got := v.say(t, text); len(got.commands) > 0 || got.step != "proof" {
			t.Errorf("%q leads to %s and %v", text, got.step, got.commands)
		}
	}
	for _, text := range []string{"123456", "123 456", " 123456 "} {
		got := v.say(t, text)
		if prove, ok := got.commands[0].(dialogs.Prove); !ok || prove.Code != "123456" {
			t.Errorf("%q leads to %v", text, got.commands)
		}
	}
}

// Where an address or a code is asked for, everything else is heard as anywhere.
func TestWhoProvesAnAddressIsHeardBesides(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	v := arrive(t, town)
	v.memory.Rush(town.Offices[0].ID, 1000, v.now)
	v = v.say(t, "Perso", "morgen 10:00")
	if v.step != "proof" {
		t.Fatalf("nobody asks for a proof, but at %s", v.step)
	}
	for text, want := range map[string]string{
		"hilfe mein mann atmet nicht mehr":     "112",
		"was kostet das?":                      "€",
		"ich will mit einem menschen sprechen": "Telefon",
		"das ist mir zu kompliziert":           "Telefon",
		"muss das sein?":                       "so viele Neue",
		"keine":                                "Ohne E-Mail-Adresse",
		"hab keine mail":                       "Ohne E-Mail-Adresse",
		"anlamıyorum":                          "Almanca",
	} {
		if got := v.say(t, text).remarkedText("de"); !strings.Contains(got, want) {
			t.Errorf("%q: %s", text, got)
		}
	}
}
