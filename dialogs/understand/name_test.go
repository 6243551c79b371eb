package understand

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNamesOfAllScriptsAreTaken(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Anna Muster":                         "Anna Muster",
		"  anna\u00a0  muster \n":             "anna muster",
		"Dr. Anna-Lena Müller":                "Dr. Anna-Lena Müller",
		"Dr.Anna Müller":                      "Dr.Anna Müller",
		"H.-J. Groß":                          "H.-J. Groß",
		"Mu\u0308ller":                        "Müller",
		"Siobhán O'Connor":                    "Siobhán O'Connor",
		"Siobhán O’Connor":                    "Siobhán O’Connor",
		"Siobhán O´Connor":                    "Siobhán O'Connor",
		"Siobhán O`Connor":                    "Siobhán O'Connor",
		"Hans–Peter Klöpper":                  "Hans-Peter Klöpper",
		"Müller, Anna":                        "Anna Müller",
		"Müller-Lüdenscheidt, Dr. Anna-Maria": "Dr. Anna-Maria Müller-Lüdenscheidt",
		"An\u00adna\u200b Muster":             "Anna Muster",
		"\u202aAnna Muster\u202c":             "Anna Muster",
		"Meier & Söhne GmbH":                  "Meier & Söhne GmbH",
		"Meier® GmbH":                         "Meier GmbH",
		"Anna\u2011Lena":                      "Anna-Lena",
		"Ng":                                  "Ng",
		"Nguyễn Thị Ánh":                      "Nguyễn Thị Ánh",
		"Іван Франко":                         "Іван Франко",
		"محمد علي":                            "محمد علي",
		"علی\u200cرضا":                        "علی\u200cرضا",
		"李":                                   "李",
		"李小龙":                                 "李小龙",
		"김 민준":                                "김 민준",
		"प्रिया शर्मा":                        "प्रिया शर्मा",
		"Jean·Luc":                            "Jean·Luc",
		strings.Repeat("a", 100):              strings.Repeat("a", 100),
	} {
		got, err := Name(text)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("Name(%q) err=%v (-want +got):\n%s", text, err, diff)
		}
	}
}

func TestOtherNamesAreRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"": ErrNameEmpty, " \n\t": ErrNameEmpty,
		"A": ErrNameTooShort, "ж": ErrNameTooShort,
		strings.Repeat("a", 101): ErrNameTooLong, strings.Repeat("a", 500): ErrNameTooLong, strings.Repeat("ü", 10000): ErrNameTooLong,
		"...": ErrNameNoLetter, "-": ErrNameNoLetter, "' .": ErrNameNoLetter, "\u0301\u0301": ErrNameNoLetter,
		"www.example.de": ErrNameLink, "Anna example.com": ErrNameLink, "a.b.example.ru": ErrNameLink,
		"Anna 2":           CharacterError{'2'},
		"https://x.de":     CharacterError{':'},
		"anna@example.org": CharacterError{'@'},
		"Anna\nMuster":     CharacterError{'\n'},
		"Anna\x00":         CharacterError{0},
		"Anna \u200d":      CharacterError{'\u200d'},
		"Anna 🎉":           CharacterError{'🎉'},
		"Anna<b>":          CharacterError{'<'},
		"Müller, Anna, B":  CharacterError{','},
		"Anna\u3164":       CharacterError{'\u3164'},
		"Anna\ufe0f":       CharacterError{'\ufe0f'},
		"Anna_":            CharacterError{'_'},
		"A\u0336\u0336\u0336\u0336\u0336\u0336nna": CharacterError{'\u0336'},
		"Anna\xff": CharacterError{'\ufffd'},
		"٣ علي":    CharacterError{'٣'},
	} {
		got, err := Name(text)
		if !errors.Is(err, want) || got != "" {
			t.Errorf("Name(%.60q): want %v, got %q, %v", text, want, got, err)
		}
	}
}

func TestInvisibleCharactersAreKnownAsSuch(t *testing.T) {
	t.Parallel()
	for r, want := range map[rune]bool{'2': true, '🎉': true, '\u202e': false, '\n': false, '\u3164': false} {
		if !strings.Contains(CharacterError{r}.Error(), fmt.Sprintf("%U", r)) {
			t.Errorf("%U is not named in %q", r, CharacterError{r}.Error())
		}
		if got := (CharacterError{r}).Visible(); got != want {
			t.Errorf("%U visible: want %v, got %v", r, want, got)
		}
	}
}

// What would make an advertisement of a mail is not taken for a name, however it
// is written. What looks a little like it and is a name is taken.
func TestSentencesAddressesAndAdvertisementsAreNoNames(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Sie haben gewonnen evil. de", "Sie haben gewonnen", "evil. de", "Anna evil .de", "Anna evil punkt de", "shop evil dot com",
		"Klicken Sie hier", "Jetzt Geld verdienen", "You have won", "Click here now", "Gratis Bitcoin", "Casino Bonus", "https evil",
		"Bitte gehen Sie auf meine Seite", "Ihr Konto ist gesperrt", "Besuchen Sie evil", "Anna evil.shop", "evil.example.online",
		"eins zwei drei vier fuenf sechs sieben acht neun", "Wir melden uns bei Ihnen", "win free money", "Anna meldet dass alle Termine entfallen",
		"Anna Berta Ist Clara Dora", "Anna Berta Clara Dora Bitcoin",
	} {
		if got, err := Name(text); err == nil {
			t.Errorf("%q was taken for the name %q", text, got)
		}
	}
	for _, text := range []string{
		"Dr. De Boer", "Prof. Dr. De", "Anna von der Heide", "Peter auf der Heide", "Wilhelm zur Linden", "Maria am Ende", "Karl in der Au",
		"Will May", "Jan Mai", "Anna Bonus", "Ludwig van den Berg", "Karl-Theodor von und zu Guttenberg", "Minh An Du", "Park Won", "Marie Free",
		"Maria Theresia Walburga Amalia Christina von Habsburg Lothringen", "J.R. Net", "Ana Me", "Dr.Anna Müller", "St. Clair", "Anna Wie",
		"Mohammad Reza Abdul Rahman Al Hussaini", "Le Thi To", "Sascha Pro", "Familie Klick", "Otto Ist",
		"Anna Berta Ist Dora",
	} {
		if _, err := Name(text); err != nil {
			t.Errorf("%q is refused: %v", text, err)
		}
	}
}
