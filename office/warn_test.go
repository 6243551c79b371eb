package office

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// warned is what Check warns of in an office file.
func warned(t *testing.T, file string) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.yaml")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := Check(&out, path, checked); err != nil {
		t.Fatalf("what is only odd is refused:\n%v", err)
	}
	var all []string
	for line := range strings.Lines(out.String()) {
		if _, warning, ok := strings.Cut(line, "bitte prüfen: "); ok {
			all = append(all, strings.TrimSpace(warning))
		}
	}
	return all
}

const holidays24 = "reason: {de: Betriebsferien, en: Holidays}\n"

func closureOn(lines string) []string {
	return []string{holidays24, holidays24 + "  - " + strings.ReplaceAll(lines, "\n", "\n    ") + "\n    " + holidays24}
}

func fees(amounts string) []string {
	return []string{"fees: [{valid_from: 2020-01-01, rates: [{amount: 70.00}]}]", "fees: " + amounts}
}

func TestWhatIsMostLikelyASlipIsWarnedOf(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Personalausweis ", 5)
	for _, test := range []struct {
		title  string
		change []string
		want   string
	}{
		{"the same closure twice", closureOn("day: 2026-12-24\nuntil: 2026-12-31"), "dieselbe Schließung steht schon in Zeile 47; eine von beiden kann weg"},
		{"a closure within another", closureOn("day: 2026-12-28"), "die Schließung in Zeile 47 schließt einen Teil dieser Zeit schon"},
		{"a closure that overlaps", closureOn("day: 2026-12-30\nuntil: 2027-01-04"), "die Schließung in Zeile 47 schließt einen Teil"},
		{"a desk's closure within the office's", closureOn("day: 2026-12-24\ndesk: pick-up"), "die Schließung in Zeile 47 schließt einen Teil"},
		{"a closure long past", closureOn("day: 2024-12-24"), "der 2024-12-24 ist lange vorbei; stimmt das Jahr? Dann kann der Eintrag weg"},
		{"closures whose end is long past", closureOn("day: 2024-12-24\nuntil: 2025-01-02"), "der 2025-01-02 ist lange vorbei"},
		{"a closure far ahead", closureOn("day: 2062-12-27"), "der 2062-12-27 ist noch weit weg; stimmt das Jahr?"},
		{"a closure on a Sunday", closureOn("day: 2027-01-03"), "der 2027-01-03 ist ein Sonntag, an dem ohnehin niemand arbeitet"},
		{"extra hours within a closure", []string{"categories:\n", "extra_hours:\n  - day: 2026-12-28\n    hours: [08:00-10:00]\ncategories:\n"}, "dann ist das Amt geschlossen (Zeile 47)"},
		{"extra hours twice", []string{"categories:\n", "extra_hours:\n  - day: 2026-12-05\n    hours: [08:00-10:00]\n  - day: 2026-12-05\n    hours: [09:00-11:00]\ncategories:\n"}, "Zeile 52 gibt zu dieser Zeit schon Sonderöffnung"},
		{"extra hours far ahead", []string{"categories:\n", "extra_hours:\n  - day: 2036-12-05\n    hours: [08:00-10:00]\ncategories:\n"}, "der 2036-12-05 ist noch weit weg"},
		{"walk-in days far ahead", []string{"categories:\n", "walk_in_days:\n  - days: [monday]\n    from: 2206-12-05\ncategories:\n"}, "der 2206-12-05 ist noch weit weg"},
		{"a shift long past", []string{"    hours: [14:00-16:00]\n", "    hours: [14:00-16:00]\n    until: 2016-12-31\n"}, "der 2016-12-31 ist lange vorbei"},
		{"a shift far ahead", []string{"    hours: [14:00-16:00]\n", "    hours: [14:00-16:00]\n    from: 2072-01-01\n"}, "der 2072-01-01 ist noch weit weg"},
		{"a fee of 4600 €", fees("[{valid_from: 2020-01-01, rates: [{amount: 4600}]}]"), "4600 € ist eine hohe Gebühr; sitzt der Punkt an der richtigen Stelle?"},
		{"a fee far ahead", fees("[{valid_from: 2020-01-01, rates: [{amount: 70}]}, {valid_from: 2072-01-01, rates: [{amount: 75}]}]"), "der 2072-01-01 ist noch weit weg"},
		{"a fee long past", fees("[{valid_from: 1920-01-01, rates: [{amount: 70}]}]"), "der 1920-01-01 ist lange vorbei; stimmt das Jahr?"},
		{"a fee replaced long ago", fees("[{valid_from: 2020-01-01, rates: [{amount: 70}]}, {valid_from: 2022-01-01, rates: [{amount: 75}]}]"), "diese Gebühr ist seit 2022-01-01 abgelöst; der Eintrag kann weg"},
		{"no fee for the time being", fees("[{valid_from: 2027-01-01, rates: [{amount: 70}]}]"), "bis zum 2027-01-01 wird keine Gebühr gezeigt"},
		{"two prices without a name", fees("[{valid_from: 2020-01-01, rates: [{amount: 70}, {amount: 37}]}]"), "zwei Preise haben keinen Namen"},
		{"a phone that is a word", []string{"phone: 02389 12-345", "phone: Rathaus"}, `"Rathaus" ist keine Telefonnummer, die man wählen kann`},
		{"a phone with words around it", []string{"phone: 02389 12-345", "phone: 02389 12-345 (vormittags)"}, "ist keine Telefonnummer, die man wählen kann"},
		{"a phone without an area code", []string{"phone: 02389 12-345", "phone: 71-333"}, `"71-333" hat keine Vorwahl`},
		{"a phone that is a placeholder", []string{"phone: 02389 12-345", `phone: "00000 0000"`}, "sieht nach einem Platzhalter aus"},
		{"a phone with too many digits", []string{"phone: 02389 12-345", "phone: 02389 12-345 67 89 01 23 45"}, "hat zu wenige oder zu viele Ziffern"},
		{"a post code of four digits", []string{`"59368"`, `"5936"`}, "ist keine deutsche Postleitzahl"},
		{"a concern's name too long", []string{"de: Personalausweis beantragen", "de: " + long}, "hat 79 Buchstaben; ein Knopf zeigt davon 60"},
		{"a category's name too long", []string{"name: {de: Ausweise,", "name: {de: " + long + ","}, "hat 79 Buchstaben"},
		{"a translation too long", []string{"en: Apply for an ID card", "en: " + long}, "hat 79 Buchstaben"},
		{"two concerns of one name", []string{"de: Reisepass beantragen", "de: Personalausweis Beantragen"}, `"Personalausweis Beantragen" heißt wie das in Zeile 70`},
		{"two desks of one name", []string{"de: Abholschalter", "de: Schalter 1"}, `"Schalter 1" heißt wie das in Zeile 26`},
		{"a desk open longer than the office", []string{"tuesday: [09:00-11:00]", "tuesday: [09:00-18:00]"}, "der Schalter ist von 09:00 bis 18:00 offen, das Amt von 08:00 bis 12:00"},
		{"a desk open on a day off", []string{"tuesday: [09:00-11:00]", "tuesday: [09:00-11:00]\n      saturday: [09:00-11:00]"}, "der Schalter ist am Samstag offen, das Amt nicht"},
		{"a shift with nobody there", []string{"    hours: [14:00-16:00]\n    desks: [desk-1]", "    hours: [14:00-16:00]\n    desks: [pick-up]"}, "keiner der Schalter dieser Schicht ist von 14:00 bis 16:00 da"},
		{"a shift on a day on which nobody is there", []string{"  - days: [thursday]\n    hours: [14:00-16:00]\n    desks: [desk-1]", "  - days: [friday]\n    hours: [14:00-16:00]\n    desks: [pick-up]"}, "keiner der Schalter dieser Schicht ist von 14:00 bis 16:00 da"},
		{"more concerns than fit on a page", []string{"  - id: move\n", manyConcerns(31) + "  - id: move\n"}, "in diesem Thema stehen 35 Anliegen; mehr als 30 passen nicht auf eine Seite mit Knöpfen"},
	} {
		t.Run(test.title, func(t *testing.T) {
			t.Parallel()
			got := warned(t, small(t, test.change...))
			if len(got) != 1 || !strings.Contains(got[0], test.want) {
				t.Errorf("warned of %q, want only %q", got, test.want)
			}
		})
	}
}

func manyConcerns(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, `  - id: paper-%d
    category: identity
    name: {de: Papier %d, en: Paper %d}
    synonyms: {de: [Papier%d], en: [paper%d]}
    explanation: {de: Bitte kommen Sie selbst., en: Please come in person.}
    minutes: {first: 15}
    max_quantity: 1
    skill: citizen
`, i, i, i, i, i)
	}
	return all.String()
}

// A remark after a value is one as long as it looks like one.
func TestWhatARemarkCutsOffIsWarnedOf(t *testing.T) {
	t.Parallel()
	const old = "name: {de: Alter Ausweis, en: Old ID card}"
	got := warned(t, small(t, old, "name:\n      de: Zimmer #3\n      en: Room"))
	if len(got) != 1 || !strings.Contains(got[0], "was nach # kommt, ist eine Anmerkung") {
		t.Errorf("warned of %q", got)
	}
	for _, remark := range []string{"   # das im Keller", "   ## das im Keller", "   ##", "   #", "   #\tdas im Keller"} {
		if got := warned(t, small(t, old, "name:\n      de: Zimmer"+remark+"\n      en: Room")); len(got) > 0 {
			t.Errorf("a remark is warned of: %q", got)
		}
	}
}

// What offices have is no reason to warn.
func TestUsualOfficesAreNotWarnedOf(t *testing.T) {
	t.Parallel()
	for _, phone := range []string{"02389 12-345", "02389/12345", "+49 2389 12-345", "(02389) 12345", "0049 2389 12345", `"115"`, "0800 1234567", "02389 12-0"} {
		if got := warned(t, small(t, "phone: 02389 12-345", "phone: "+phone)); len(got) > 0 {
			t.Errorf("%s: %q", phone, got)
		}
	}
	for title, change := range map[string][]string{
		"closures at other times of a day": closureOn("day: 2027-01-04\nhours: [08:00-10:00]"),
		"a closure of the year's first":    closureOn("day: 2026-06-30"),
		"a closure next year":              closureOn("day: 2027-12-24"),
		"the fee before the present one":   fees("[{valid_from: 2020-01-01, rates: [{amount: 70}]}, {valid_from: 2026-01-01, rates: [{amount: 75}]}]"),
		"the next fee":                     fees("[{valid_from: 2020-01-01, rates: [{amount: 70}]}, {valid_from: 2027-01-01, rates: [{amount: 75}]}]"),
		"a dear fee":                       fees("[{valid_from: 2020-01-01, rates: [{amount: 255}]}]"),
	} {
		if got := warned(t, small(t, change...)); len(got) > 0 {
			t.Errorf("%s: %q", title, got)
		}
	}
	if got := warned(t, string(werne)); len(got) > 0 {
		t.Errorf("the sample: %q", got)
	}
}

// What is odd is said beside what is wrong, so that one run is enough.
func TestWarningsComeWithFaults(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "small.yaml")
	file := small(t, "phone: 02389 12-345", "phone: Rathaus", "state: NW", "state: XX")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	err := Check(&out, path, checked)
	if err == nil || !strings.Contains(err.Error(), "das Bundesland") || !strings.Contains(out.String(), "Rathaus") || strings.Contains(out.String(), "Kleines") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// Who mends a file goes through it from its beginning.
func TestWarningsAreToldInTheOrderOfTheFile(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	path := filepath.Join(t.TempDir(), "small.yaml")
	file := small(t, "de: Abholschalter", "de: Schalter 1", "phone: 02389 12-345", "phone: Rathaus", "day: 2026-12-24", "day: 2062-12-25", "    until: 2026-12-31\n", "",
		"amount: 70.00", "amount: 7000")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Check(&out, path, checked); err != nil {
		t.Fatal(err)
	}
	last, found := 0, 0
	for text := range strings.Lines(out.String()) {
		_, rest, ok := strings.Cut(text, "Zeile ")
		if !ok || !strings.Contains(text, "bitte prüfen") {
			continue
		}
		var at int
		if _, err := fmt.Sscanf(rest, "%d", &at); err != nil || at < last {
			t.Errorf("line %d is told after line %d: %v", at, last, err)
		}
		last, found = at, found+1
	}
	if found != 4 {
		t.Errorf("%d warnings:\n%s", found, out.String())
	}
}

// fullDisk is one on which there is no room after a number of lines.
type fullDisk struct{ lines int }

func (d *fullDisk) Write(text []byte) (int, error) {
	if d.lines--; d.lines < 0 {
		return 0, os.ErrClosed
	}
	return len(text), nil
}

// A summary of which a line is lost is none, whichever line it is.
func TestASummaryThatCannotBeWrittenIsAFault(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "small.yaml")
	if err := os.WriteFile(path, []byte(small(t, "phone: 02389 12-345", "phone: Rathaus")), 0o600); err != nil {
		t.Fatal(err)
	}
	const lines = 5 // what it holds, three that web pages lack, a warning
	for room := range lines + 1 {
		if err := Check(&fullDisk{room}, path, checked); (err == nil) != (room == lines) {
			t.Errorf("after %d lines: %v", room, err)
		}
	}
}
