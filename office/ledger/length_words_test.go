package ledger

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/office"
)

func TestALengthIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	var wants []int
	lines := []string{"Datum;Uhrzeit;Name;Anliegen;Dauer"}
	for said, want := range map[string]int{
		"halbe Stunde": 30, "Halbe Stunde": 30, "eine halbe Stunde": 30, "1/2 Stunde": 30, "½ Std.": 30, "1/2 h": 30, "half an hour": 30,
		"1 Std.": 60, "1 Std": 60, "eine Stunde": 60, "1 h": 60, "1h": 60, "an hour": 60, "1 hr": 60,
		"Viertelstunde": 15, "eine Viertelstunde": 15, "dreiviertel Stunde": 45, "eine Dreiviertelstunde": 45, "a quarter of an hour": 15,
		"1½ Std.": 90, "1 1/2 Stunden": 90, "anderthalb Stunden": 90, "eineinhalb Stunden": 90, "zwei Stunden": 120, "one and a half hours": 90,
		"1 Stunde und 15 Minuten": 75, "1 Std., 15 Min.": 75, "eine Stunde zehn Minuten": 70, "dreißig Minuten": 30, "fünfzehn Min.": 15,
		"ca. 30 min": 30, "ca 30 Min.": 30, "etwa eine halbe Stunde": 30, "ca. 1,5 Std.": 90,
	} {
		lines = append(lines, fmt.Sprintf("24.11.2026;9:30;Erika %s;Perso;%s", strings.Repeat("I", len(wants)+1), said))
		wants = append(wants, want)
	}
	b, err := Read(strings.NewReader(strings.Join(lines, "\n")), office.Sample(), monday(), Options{})
	if err != nil || len(b.Entries) != len(wants) {
		t.Fatalf("%d of %d lines are read: %v\n%v", len(b.Entries), len(wants), err, b.faults)
	}
	for i, e := range b.Entries {
		if e.Length != time.Duration(wants[i])*time.Minute {
			t.Errorf("%s: %v, want %d minutes", lines[i+1], e.Length, wants[i])
		}
	}
}

func TestWhatIsNoLengthIsRefusedWithWhatWouldBeOne(t *testing.T) {
	t.Parallel()
	wrong := []string{"kurz", "halb", "½", "ein Tag", "bis Mittag", "30 bis 45 min", "-30", "13 Stunden"}
	content := "Datum;Uhrzeit;Name;Anliegen;Dauer\n"
	for _, said := range wrong {
		content += "24.11.2026;9:30;Erika Groß;Perso;" + said + "\n"
	}
	b, err := Read(strings.NewReader(content), office.Sample(), monday(), Options{})
	var report bytes.Buffer
	if err != nil || b.Report(&report, "f") != len(wrong) || strings.Count(report.String(), "a length such as 30, 0:30 or 1 Std. 30 Min. was expected") != len(wrong) {
		t.Errorf("%v\n%s", err, report.String())
	}
}
