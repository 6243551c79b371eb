package understand

import "testing"

func TestWhoHasNothingToGiveIsUnderstood(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"keine": true, "Keine!": true, "hab keine": true, "Ich habe leider keine E-Mail-Adresse.": true, "kein Email": true,
		"ohne": true, "nein": true, "nein danke": true, "-": true, "–": true, "👎": true, "habe ich nicht": true,
		"no": true, "none": true, "I don't have one": true, "I haven’t got an e-mail address, sorry": true, "no thanks": true,
		"hat kein Telefon": true, "Sie hat leider keins": true, "überspringen": true, "no phone": true, "She hasn't got one": true, "skip": true,
		"": false, "   ": false, "😀": false, "ja": false, "keine@example.org": false, "no@example.org": false, "noah": false,
		"keine Ahnung": false, "E-Mail": false, "erika@example.org": false, "ich": false, "Meine Adresse ist geheim": false,
		"no idea what you mean": false,
	} {
		for _, lang := range []string{"de", "en"} {
			if got := None(text, lang); got != want {
				t.Errorf("%q in %s: got %v, want %v", text, lang, got, want)
			}
		}
	}
}
