package ledger

import (
	"testing"

	"terminbote/office"
)

func TestASubjectIsTakenApartWhereNothingDividesIt(t *testing.T) {
	t.Parallel()
	n := newConcernNames(office.Sample().Offices[0])
	for subject, want := range map[string][2]string{
		"Perso Erika Groß":                      {"Erika Groß", "Perso"},
		"Erika Groß Perso":                      {"Erika Groß", "Perso"},
		"Personalausweis beantragen Erika Groß": {"Erika Groß", "Personalausweis beantragen"},
		"2x Reisepass Kai Ünal":                 {"Kai Ünal", "2x Reisepass"},
		"Erika Groß":                            {"Erika Groß", ""},
		"Erika Groß - Perso":                    {"Erika Groß", "Perso"},
		"Perso":                                 {"", "Perso"},
	} {
		if name, concerns := n.split(subject); name != want[0] || concerns != want[1] {
			t.Errorf("%q: %q for %q, want %q", subject, name, concerns, want)
		}
	}
}
