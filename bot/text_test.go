package bot_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/bot"
)

// Whatever is split, nothing is lost or doubled, no message is too long, and no
// entity is cut.
func TestATextIsSplitWithoutLoss(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bits := rapid.SliceOf(rapid.SampledFrom([]string{"a", "Bürgeramt", "\n", " ", "&amp;", "&lt;", "😀", ";", "x\n"})).Draw(t, "bits")
		text, most := strings.Join(bits, ""), rapid.IntRange(10, 40).Draw(t, "most")
		parts := bot.Split(text, most)
		if got := strings.Join(parts, ""); got != text {
			t.Fatalf("%q became %q", text, parts)
		}
		for _, part := range parts {
			if bot.Units(part) > most {
				t.Fatalf("%q is longer than %d", part, most)
			}
			for _, entity := range []string{"&amp;", "&lt;"} {
				part = strings.ReplaceAll(part, entity, "")
			}
			if strings.Contains(part, "&") {
				t.Fatalf("an entity is cut in %q", parts)
			}
		}
	})
}

func TestATextIsSplitBetweenItsLines(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		most int
		want []string
	}{
		{"", 5, []string{""}},
		{"12345", 5, []string{"12345"}},
		{"123456", 5, []string{"12345", "6"}},
		{"12345\n12345\n", 6, []string{"12345\n", "12345\n"}},
		{"123456\n12345\n", 6, []string{"123456", "\n", "12345\n"}},
		{"12\n45\n78\n", 6, []string{"12\n45\n", "78\n"}},
		{"12\n456789\n", 6, []string{"12\n", "456789", "\n"}},
		{"😀😀😀", 4, []string{"😀😀", "😀"}},
		{"&amp;&amp;", 9, []string{"&amp;", "&amp;"}},
	} {
		if diff := cmp.Diff(tt.want, bot.Split(tt.text, tt.most)); diff != "" {
			t.Errorf("%q by %d (-want +got):\n%s", tt.text, tt.most, diff)
		}
	}
}

// Without buttons all that could be tapped is said.
func TestAPageInWordsNamesItsButtons(t *testing.T) {
	t.Parallel()
	page := bot.Page{
		Remarks: []string{"Gut."}, Title: "Termin", Body: []string{"Montag", "9:00 Uhr"}, Ask: "Passt das?",
		Groups: []bot.Group{{Buttons: []bot.Button{{Label: "Ja"}, {Label: "Nein"}}}, {Buttons: []bot.Button{{Label: "Zurück"}}}},
	}
	const want = "Gut.\n\nTermin\n\nMontag\n9:00 Uhr\n\nPasst das?\n\n– Ja\n– Nein\n\n– Zurück"
	if got := bot.InWords(page); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is empty leaves no gap.
func TestAPageInWordsHasNoGaps(t *testing.T) {
	t.Parallel()
	for want, page := range map[string]bot.Page{
		"Termin\n\nPasst das?": {Remarks: []string{"", ""}, Title: "Termin", Body: []string{"\n"}, Ask: "Passt das?", Groups: []bot.Group{{}}},
		"a\n\nb":               {Body: []string{"", "a", "", "b", ""}},
		"":                     {},
	} {
		if got := bot.InWords(page); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What a network says of our settings names no secret, and is short.
func TestWhatANetworkSaysNamesNoSecret(t *testing.T) {
	t.Parallel()
	if got := bot.Discreet("the token 12:ab and the secret hush, twice 12:ab", "12:ab", "", "hush"); got != "the token *** and the secret ***, twice ***" {
		t.Errorf("%q", got)
	}
	for before := 180; before <= 202; before++ { // a secret that the end cuts through
		said := strings.Repeat(".", before)
		if got, want := bot.Discreet(said+"12345678901234567890 more", "12345678901234567890"), (said + "*** more"); got != want[:min(len(want), 200)] {
			t.Errorf("after %d bytes: %q", before, got[min(before, len(got)):])
		}
	}
	for n, want := range map[int]int{199: 199, 200: 200, 201: 200} {
		if got := len(bot.Discreet(strings.Repeat("x", n))); got != want {
			t.Errorf("of %d bytes %d are said", n, got)
		}
	}
	if got := bot.Discreet("x" + strings.Repeat("ü", 150)); got != "x"+strings.Repeat("ü", 99) {
		t.Errorf("cut within a character: %q", got[190:])
	}
	if got := bot.Discreet(strings.Repeat("ü", 150)); got != strings.Repeat("ü", 100) {
		t.Errorf("%d bytes: %q", len(got), got)
	}
}
