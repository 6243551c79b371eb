package ledger

import (
	"strings"
	"testing"

	"terminbote/office"
)

// Excel on a Mac ends lines by CR and writes umlauts by other bytes than Windows.
func TestATableOfAMacIsRead(t *testing.T) {
	t.Parallel()
	b := mustRead(t, "Datum;Uhrzeit;Name;Anliegen\r24.11.2026;9:30;J\x9arg Gro\xa7;Perso\r24.11.2026;10:00;\x80nne \x85zg\x9fn;Perso\r", Options{})
	if len(b.Entries) != 2 || b.Entries[0].Contact.Name != "Jörg Groß" || b.Entries[1].Contact.Name != "Änne Özgün" {
		t.Errorf("read as %+v", b.Entries)
	}
	if _, err := Read(strings.NewReader("Datum;Uhrzeit;Name;Anliegen\n24.11.2026;9:30;J\xf6rg Gro\xdf;Perso\n"), office.Sample(), monday(), Options{}); err != nil {
		t.Errorf("Windows-1252: %v", err)
	}
}

func TestWhatIsWrongWithATableAsAWholeIsSaidOnce(t *testing.T) {
	t.Parallel()
	for _, content := range []string{"24.11.2026;9:30;Erika Groß;Perso\n", "When;Who;What\n2026-11-24 9:30;Erika;Perso\n", "%PDF-1.7\n", "<html><body>\n"} {
		_, err := Read(strings.NewReader(content), office.Sample(), monday(), Options{})
		if err == nil || strings.Count(err.Error(), "\n") > 1 || !strings.Contains(err.Error(), "a line above the appointments has to, such as Datum;Uhrzeit;Name;Anliegen") {
			t.Errorf("%q: %v", content, err)
		}
	}
	_, wrong := read(t, "Lfd. Nr.;Datum;Uhrzeit;Name;Anliegen\n1;24.11.2026;9:30;Erika Groß;Perso\n2;;9:45;Uwe Klein;Perso\n")
	if want := "old.csv:3: Datum: the day is missing; it has to stand in every line"; !strings.Contains(wrong, want) || strings.Count(wrong, "\n") != 1 {
		t.Errorf("want %q, got %s", want, wrong)
	}
}
