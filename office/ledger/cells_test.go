package ledger

import (
	"fmt"
	"strings"
	"testing"
)

// What stands where a number belongs and is none is refused, however short or long it
// is; only words for nothing are none.
func TestWhatIsNoNumberIsRefused(t *testing.T) {
	t.Parallel()
	const file = "Datum;Uhrzeit;Name;Anliegen;Nummer\n24.11.2026;8:00;Erika Groß;Perso;%s\n"
	for _, cell := range []string{"1", "B", "B7", "B7M", "B7M4", "K7M4Q", "K7M 4Q", "K7M4QA", "K7M4QX9", "K7M4QX K7M4QX"} {
		if got := reported(t, fmt.Sprintf(file, cell), Options{}); !strings.Contains(got, "six letters and digits such as K7M 4QX were expected") {
			t.Errorf("%s: %s", cell, got)
		}
	}
	for _, cell := range []string{"", "-", "keine", "k7m4qx", "K7M 4QX"} {
		if got := reported(t, fmt.Sprintf(file, cell), Options{}); strings.Contains(got, "expected") {
			t.Errorf("%s: %s", cell, got)
		}
	}
}

// As many people come as the office lets come together, and one at least.
func TestAsManyComeAsTheOfficeLets(t *testing.T) {
	t.Parallel()
	const file = "Datum;Uhrzeit;Name;Anliegen;Personen\n24.11.2026;8:00;Erika Groß;Perso;%s\n"
	for cell, refused := range map[string]bool{"": false, "1": false, "10": false, "0": true, "11": true, "-1": true} {
		if got := reported(t, fmt.Sprintf(file, cell), Options{}); strings.Contains(got, "expected") != refused {
			t.Errorf("%q people: %s", cell, got)
		}
	}
}

// What no concern says is said by a length: in minutes, by a span, or by an end on that
// day or another.
func TestAnyLengthIsEnoughWithoutAConcern(t *testing.T) {
	t.Parallel()
	const file = "Datum;Uhrzeit;Dauer;Ende;Enddatum;Name\n24.11.2026;%s;Erika Groß\n"
	for cells, enough := range map[string]bool{
		"8:00;;;": false, "8:00;30;;": true, "8:00;;8:30;": true, "8:00-8:30;;;": true, "8:00;;8:30;24.11.2026": true, "8:00;;;24.11.2026": true,
	} {
		if got := reported(t, fmt.Sprintf(file, cells), Options{}); strings.Contains(got, "concerns were expected, or minutes") == enough {
			t.Errorf("%s: %s", cells, got)
		}
	}
}
