package storage_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"terminbote/storage"
)

// One slip of a name is forgiven, whichever it is and wherever, also at its ends; two
// are not, and none in what is too short, too long or no word.
func TestEachSingleSlipIsForgiven(t *testing.T) {
	t.Parallel()
	const name = "meyer"
	got := storage.Spellings(name)
	for what, slips := range map[string]string{
		"one too many": "ameyer zmeyer meayer mezyer meyera meyerz", "another": "aeyer zeyer meaer mezer meyea meyez",
		"one missing": "eyer meer meye", "two swapped": "emyer myeer meyre", "one sound": "meier maier mayer",
	} {
		for slip := range strings.FieldsSeq(slips) {
			if !slices.Contains(got, slip) {
				t.Errorf("%s: %s is not tried", what, slip)
			}
		}
	}
	if slices.Contains(got, "maiers") || slices.Contains(got, "eyre") || !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Errorf("tried: %q", got)
	}
	for name, want := range map[string]string{"fischer": "phischer", "sachse": "sakse", "max": "", "fuchs": "fux", "philipp": "filipp", "äußerst": "äuerst", "özil": "zil"} {
		if all := storage.Spellings(name); want != "" && !slices.Contains(all, want) || want == "" && len(all) > 0 {
			t.Errorf("of %s %q is not tried: %q", name, want, all)
		}
		for _, slip := range storage.Spellings(name) {
			if !utf8.ValidString(slip) {
				t.Errorf("of %s %q is tried", name, slip)
			}
		}
	}
	for word, tried := range map[string]bool{
		"abc": false, "abcd": true, "äöü": false, "äöüß": true, strings.Repeat("ä", 20): true, strings.Repeat("a", 21): false, "groß-lü": false, "o'neill": false, "k7m4qx": false,
	} {
		if all := storage.Spellings(word); (len(all) > 0) != tried {
			t.Errorf("%s: %d spellings", word, len(all))
		}
	}
	texts, words := storage.Misspelled([]string{"max", "meyer"})
	if len(texts) != len(words) || texts[0] != "max:*" || words[0] != "max" || words[1] != "meyer" || texts[len(texts)-1] != "meyer:*" {
		t.Errorf("%q of %q", texts, words)
	}
}
