package office

import (
	"errors"
	"os"
	"strings"
	"testing"

	"terminbote/booking"
)

// small is the small office with one thing changed.
func small(t *testing.T, change ...string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	changed := string(data)
	for i := 0; i < len(change); i += 2 {
		if !strings.Contains(changed, change[i]) {
			t.Fatalf("the small office has no %q", change[i])
		}
		changed = strings.Replace(changed, change[i], change[i+1], 1)
	}
	return changed
}

// People write amounts as they stand on their price list.
func TestAmountsAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]booking.Cents{
		"37": 3700, "37.00": 3700, "37,00": 3700, "37,5": 3750, "37.50": 3750, `"37,50"`: 3750, "37,50 €": 3750, "37,50€": 3750, "37,-": 3700,
		"37,-- €": 3700, "€ 37": 3700, "EUR 37,50": 3750, "37 Euro": 3700, "0": 0, "0,50": 50, "1.037,00": 103700, "1.037,50 €": 103750,
	} {
		o, err := Parse("small.yaml", []byte(small(t, "[{amount: 37.00}]", "\n          - amount: "+written)))
		if err != nil {
			t.Errorf("%s: %v", written, err)
			continue
		}
		if got := o.Concerns[0].Fees[0].Rates[0].Amount; got != want {
			t.Errorf("%s: %d cents, want %d", written, got, want)
		}
	}
	for _, written := range []string{"1.037", "37.000", "1,037", "siebenunddreißig", "-37", "37 $", "100000", "[37]", "037"} {
		if _, err := Parse("small.yaml", []byte(small(t, "[{amount: 37.00}]", "\n          - amount: "+written))); err == nil {
			t.Errorf("%s is understood", written)
		}
	}
}

// What looks right to its author, and is not YAML, is said in words that
// lead to what was meant.
func TestSlipsInYAMLAreExplained(t *testing.T) {
	t.Parallel()
	const photo, card = "{de: Passfoto, en: Photo}", "{first: 15, further: 10}"
	for _, slip := range []struct{ old, written, want string }{
		{"[{amount: 37.00}]", "[{amount: 37,00}]", `Zeile 77, Spalte 26: 37,00: in { } beginnt ein Komma den nächsten Eintrag; erwartet wird ein Punkt, also 37.00`},
		{"[{amount: 37.00}]", "[{amount: 37,5, extra: false}]", `37,5: in { } beginnt ein Komma`},
		{"[{amount: 37.00}]", "[{amount: 1.046,00}]", `1.046,00: in { } beginnt ein Komma den nächsten Eintrag; erwartet wird ein Punkt, also 1046.00`},
		{"[{amount: 37.00}]", "[{amount: 1.046}]", `erwartet: zwei Ziffern nach Punkt oder Komma, etwa 1.00 oder 1046.00`},
		{"id: small", "id:\u00a0small", `nach dem Doppelpunkt steht ein geschütztes Leerzeichen`},
		{card, "{first: 7,5, further: 10}", `7,5: in { } beginnt ein Komma`},
		{photo, "{de: Passfoto, farbig, en: Photo}", `Zeile 61, Spalte 26: "farbig" steht allein: in { } beendet ein Komma den Text; setzen Sie den ganzen Text in Anführungszeichen`},
		{photo, "{de: Passfoto, 35, en: Photo}", `Zeile 61, Spalte 26: "35" steht allein`},
		{photo, "{de: Passfoto, en: Photo, in colour}", `"in colour" steht allein`},
		{photo, "\n      de: Passfoto: farbig\n      en: Photo", `im Text steht ein Doppelpunkt; setzen Sie den Text in Anführungszeichen, so: de: 'Passfoto: farbig'`},
		{"phone: 02389 12-345", "phone: Tel: 02389 12-345", `im Text steht ein Doppelpunkt; setzen Sie den Text in Anführungszeichen, so: phone: 'Tel: 02389 12-345'`},
		{photo, "\n      de: Bitte mitbringen:\n      en: Photo", "im Text steht ein Doppelpunkt"},
		{photo, "\n      de: \"Passfoto\" in Farbe\n      en: Photo", "nach den schließenden Anführungszeichen folgt noch etwas"},
		{photo, "\n      de: \"Passfoto\n      en: Photo", "hier beginnt ein Text in Anführungszeichen, der nicht endet"},
		{photo, "\n      de: *Passfoto* in Farbe\n      en: Photo", "ein Text kann nicht mit * beginnen"},
		{photo, "\n      de: @Passfoto\n      en: Photo", "ein Text kann nicht mit @ beginnen; setzen Sie den ganzen Text in Anführungszeichen, so: de: '@Passfoto'"},
		{photo, "\n      de: [Passfoto] in Farbe\n      en: Photo", "ein Text kann nicht mit [ beginnen"},
		{photo, "\n      de:Passfoto\n      en: Photo", `nach dem Doppelpunkt fehlt ein Leerzeichen; erwartet: "de: Passfoto"`},
		{photo, "\n      de: Passfoto\n        en: Photo", "die nächste Zeile ist weiter eingerückt"},
		{photo, "\n      de: Passfoto\n     en: Photo", "nicht eingerückt wie die Zeilen darum"},
		{photo, "{de: Passfoto, en: Photo", "eine Klammer davor ist nicht geschlossen; erwartet: }"},
		{"languages: [de, en]", "languages:\n  - de\n  - en\nphone: a: b", "im Text steht ein Doppelpunkt"},
	} {
		_, err := Parse("small.yaml", []byte(small(t, slip.old, slip.written)))
		if err == nil || !strings.Contains(err.Error(), slip.want) {
			t.Errorf("%s:\n%v\nwant %s", slip.written, err, slip.want)
			continue
		}
		if faults := Faults(nil); !errors.As(err, &faults) || len(faults) != 1 {
			t.Errorf("%s: one slip is %d faults:\n%v", slip.written, len(faults), err)
		}
	}
}

// A file that was saved in another encoding would lose its umlauts, in mails too.
func TestAFileInAnotherEncodingIsRefused(t *testing.T) {
	t.Parallel()
	text := small(t, "phone: 02389 12-345", "phone: 02389 12-345 # Büro")
	windows := strings.NewReplacer("ü", "\xfc", "ä", "\xe4", "ö", "\xf6", "ß", "\xdf").Replace(text)
	wide := "\xff\xfe"
	for _, r := range text {
		wide += string([]byte{byte(r), byte(r >> 8)})
	}
	for name, data := range map[string]string{"Windows-1252": windows, "UTF-16": wide} {
		_, err := Parse("small.yaml", []byte(data))
		const want = "die Datei ist nicht in UTF-8, Umlaute gingen verloren; speichern Sie sie als UTF-8"
		if faults := Faults(nil); !errors.As(err, &faults) || len(faults) != 1 || faults[0].Text != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
