package understand

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumbersAreUnderstood(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"2": 2, " 2 ": 2, "2.": 2, "2)": 2, "(2)": 2, "#2": 2, "2x": 2, "2 x": 2, "x2": 2, "2 Personen": 2, "2 mal": 2,
		"Nr. 2": 2, "zwei": 2, "zwo": 2, "zwei Personen bitte": 2, "eine": 1, "ein": 1, "eine Person": 1, "zu dritt": 3,
		"wir sind zu viert": 4, "wir sind 5": 5, "nur ich": 1, "two": 2, "two people": 2, "just me": 1, "we are four": 4,
		"twenty four": 24, "twenty-four": 24, "vierundzwanzig": 24, "einundzwanzig": 21, "siebn": 7, "２": 2, "٣": 3, "۴": 4,
		"②": 2, "2️⃣": 2, "0": 0, "null": 0, "keine": 0, "-1": -1, "−1": -1, "minus zwei": -2, "99": 99, "007": 7,
		"zwei Erwachsene und drei Kinder": 5, "2 Erwachsene plus 1 Kind": 3, "two adults and a child": 3, "1 Mann und 2": 3,
		"99999999999999999999999 Personen und 1 Kind": hugeNumber,
		"99999999999999999999999":                     hugeNumber, "-99999999999999999999999": -hugeNumber,
	} {
		got, ok := Number(text, "de")
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("Number(%q) ok=%v (-want +got):\n%s", text, ok, diff)
		}
	}
}

func TestWhatIsNoNumberIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "x", "Personen", "2,5", "1.5", "1/2", "½", "2 3", "9 Uhr", "9:30", "24.11.", "halb zwei", "Personalausweis",
		"two passports", "1e9", "0x10", "--2", "2-3", "2 und 3", "2 Personen und", "hi there", "😀", "weiter", strings.Repeat("2 ", 400),
	} {
		if got, ok := Number(text, "de"); ok {
			t.Errorf("Number(%q): want none, got %d", text, got)
		}
	}
}
