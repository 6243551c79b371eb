package understand

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFoldMakesTextsComparable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                         "",
		"  Führungs\u00adzeugnis ": "fuehrungszeugnis",
		"FU\u0308HRUNG":            "fuehrung",
		"Straße STRASSE ẞ":         "strasse strasse ss",
		"a\n\tb\u00a0 c":           "a b c",
		"ja👍🏽ja":                   "ja ja",
		"2️⃣":                      "2",
		"👨‍👩‍👧 Familie":            "familie",
		"\u202eabc\u2069\u200f":    "abc",
		"a\x00b\x1b[31m":           "ab[31m",
		"Café Łódź Ångström Bjørn": "cafe lodz angstroem bjorn",
		"İstanbul ığdır":           "istanbul igdir",
		"ﬁsch ｆｕｌｌ ①":              "fisch full 1",
		"٢٤ ۲۴ २४ ２４":              "24 24 24 24",
		"𑁧𑁨":                       "12",
		"ǼΣΑΣ":                     "aeσασ",
		"𝟚𝟜":                       "24",
		"− – ‑ —":                  "- - - -",
		"Привет Йод":               "привет иод",
		"李小龙":                      "李小龙",
		"a\xff\xfeb":               "a b",
	} {
		if diff := cmp.Diff(want, Fold(text)); diff != "" {
			t.Errorf("Fold(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestFoldLooksAtTheBeginningOnly(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"x", "ä", "ﷺ", "ß", "😀a"} {
		got := utf8.RuneCountInString(Fold(strings.Repeat(text, 10000)))
		if got == 0 || got > Longest {
			t.Errorf("%s 10,000 times: want up to %d characters, got %d", text, Longest, got)
		}
	}
}

// anything is text as hostile as it comes: any bytes, or pieces of what is
// understood in any order.
func anything() *rapid.Generator[string] {
	pieces := rapid.SampledFrom([]string{
		"24", ".", "11", "2026", "-", "/", ":", " ", ",", "9", "30", "uhr", "halb", "viertel", "vor", "nach", "zehn", "in",
		"einer", "woche", "tagen", "monat", "dienstag", "nächsten", "morgen", "pm", "half", "past", "twenty", "first", "st",
		"november", "31", "februar", "99999999999999999999", "0", "weiter", "zurück", "@", "a@b.de", "\n", "\u202e", "😀", "ä",
		"\u0308", "ß", "'", "personalausweis", "führ", "\x00", "\xff", "．", "٣", "ﷺ", "nächste", "minus", "x", "letzten",
	})
	mixed := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(pieces, 0, 40).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "glue"))
	})
	bytes := rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) })
	return rapid.OneOf(mixed, bytes, rapid.String())
}

func TestFoldingTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := Fold(anything().Draw(t, "text"))
		if diff := cmp.Diff(want, Fold(want)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

// What is of plain characters alone takes a shorter way, which must lead to the
// same: beside a letter that is not, the text takes the long one.
func TestPlainTextsAreFoldedAsAllOthers(t *testing.T) {
	t.Parallel()
	text := rapid.StringOf(rapid.RuneFrom(nil, &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0, Hi: 0x7f, Stride: 1}}}))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		if got, want := Fold(s), strings.TrimPrefix(Fold("ł "+s), "l"); got != strings.TrimSpace(want) {
			t.Errorf("%q became %q, beside a letter with an accent %q", s, got, want)
		}
	})
}
