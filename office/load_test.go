package office

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/booking/clocktest"
)

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAFolderIsATown(t *testing.T) {
	t.Parallel()
	town, err := Load("testdata/town")
	if err != nil {
		t.Fatal(err)
	}
	var got []booking.OfficeID
	for _, o := range town.Serving([]booking.ConcernID{"id-card"}) {
		got = append(got, o.ID)
	}
	if diff := cmp.Diff([]booking.OfficeID{"north", "south"}, got); diff != "" {
		t.Error(diff)
	}
	if only := town.Serving([]booking.ConcernID{"fishing"}); len(only) != 1 || only[0].ID != "south" {
		t.Errorf("want only the south office for a fishing licence, got %d", len(only))
	}
}

func TestAFolderKeepsToOfficeFiles(t *testing.T) {
	t.Parallel()
	small := content(t, "testdata/small.yaml")
	town, err := Load(folder(t, map[string]string{
		"a.yml": small, "README.md": "not an office", ".a.yaml.swp": "x", ".b.yaml": "x",
	}))
	if err != nil || len(town.Offices) != 1 {
		t.Errorf("want one office, got %d and %v", len(town.Offices), err)
	}
}

func TestFoldersThatAreNoTown(t *testing.T) {
	t.Parallel()
	small := inEnglish(content(t, "testdata/small.yaml"))
	tests := map[string]struct {
		files map[string]string
		want  string
	}{
		"empty":      {nil, ": the folder holds no office file; expected at least one that ends in .yaml"},
		"the same":   {map[string]string{"a.yaml": small, "b.yaml": small}, `/b.yaml:5:5: there is an office "small" in a.yaml already; expected a name of its own`},
		"empty file": {map[string]string{"a.yaml": small, "b.yaml": "# nothing yet\n"}, "/b.yaml:1:1: the file is empty; expected an office"},
	}
	for title, tt := range tests {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			dir := folder(t, tt.files)
			_, err := Load(dir)
			var faults Faults
			if !errors.As(err, &faults) {
				t.Fatalf("want faults, got %v", err)
			}
			if diff := cmp.Diff(tt.want, strings.TrimPrefix(faults.Error(), dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAMissingFileIsNoFaultOfTheOffice(t *testing.T) {
	t.Parallel()
	if _, err := Load(filepath.Join(t.TempDir(), "none.yaml")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("want os.ErrNotExist, got %v", err)
	}
}

func TestAllFaultsAreToldInOneRun(t *testing.T) {
	t.Parallel()
	changes := strings.NewReplacer("state: NW", "state: XX", "en: Photo", "fr: Photo", "08:00-12:00", "12:00-08:00", "max_quantity: 3", "max_quantity: 0")
	_, err := Load(folder(t, map[string]string{
		"a.yaml": changes.Replace(inEnglish(content(t, "testdata/small.yaml"))),
		"b.yaml": "[",
	}))
	var got []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		got = append(got, strings.Join(strings.SplitN(filepath.Base(strings.SplitN(line, " ", 2)[0]), ":", 4)[:3], ":"))
	}
	want := []string{"a.yaml:10:8", "a.yaml:37:13", "a.yaml:61:11", "a.yaml:61:26", "a.yaml:116:19", "b.yaml:1:1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFilesFromOtherEditors(t *testing.T) {
	t.Parallel()
	crlf := bytes.ReplaceAll(werne, []byte("\n"), []byte("\r\n"))
	if _, err := Parse("werne.yaml", append([]byte("\ufeff"), crlf...)); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNoOfficeIsRefusedQuickly(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{"[", "{", "- ", "? ", "&a ", "x: [\n"} {
		began := clocktest.Now()
		if _, err := Parse("deep.yaml", bytes.Repeat([]byte(piece), maxSize/2/len(piece))); err == nil {
			t.Errorf("%q over and over is taken for an office", piece)
		}
		if took := clocktest.Since(began); took > 10*time.Second {
			t.Errorf("%q over and over took %v", piece, took)
		}
	}
	if _, err := Parse("large.yaml", make([]byte, maxSize+1)); err == nil {
		t.Error("a file beyond the greatest size is read")
	}
}

func TestWhatTheFileSaysIsWhatIsBooked(t *testing.T) {
	t.Parallel()
	town, err := Load("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	o := town.Offices[0]
	card, _ := o.Concern("id-card")
	if card.Takes(2) != 25*time.Minute {
		t.Errorf("two ID cards: want 25 min, got %v", card.Takes(2))
	}
	passport, _ := o.Concern("passport")
	if passport.Takes(2) != 30*time.Minute {
		t.Errorf("further cases take as long as the first if nothing else is said: want 30 min, got %v", passport.Takes(2))
	}
	before, _ := card.FeeOn(booking.Date{Year: 2026, Month: 11, Day: 30})
	after, _ := card.FeeOn(booking.Date{Year: 2026, Month: 12, Day: 1})
	if before.Rates[0].Amount != 3700 || after.Rates[0].Amount != 4600 || !after.Rates[1].Extra {
		t.Errorf("want 37.00 and then 46.00, got %v and %v", before, after)
	}
	for d := range 8 {
		day := booking.Date{Year: 2026, Month: 12, Day: 24 + d}
		if _, closed := o.Calendar.ClosedBecause(day); !closed {
			t.Errorf("%v is not closed", day)
		}
	}
	thursday := o.Calendar.Week[time.Thursday]
	want := []booking.Shift{
		{From: 480, To: 720},
		{From: 840, To: 960, Desks: []booking.DeskID{"desk-1"}},
		{From: 960, To: 1020, Desks: []booking.DeskID{"desk-1"}, Internal: true},
	}
	if diff := cmp.Diff(want, thursday); diff != "" {
		t.Error(diff)
	}
}

func TestCheckSumsUpOrNamesFaults(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := Check(&out, "testdata/small.yaml", checked); err != nil {
		t.Fatal(err)
	}
	want := "small (Kleines Bürgerbüro): 2 Themen, 5 Anliegen (1 davon nur telefonisch), 2 Schalter, 26 Stunden in der Woche zu buchen, Schließungen an 8 Tagen\n" +
		"small: das Impressum (site: imprint) fehlt; Webseiten kommen nicht ohne aus\n" +
		"small: die Datenschutzerklärung (privacy) fehlt; Webseiten kommen nicht ohne aus\n" +
		"small: die Erklärung zur Barrierefreiheit (site: accessibility) fehlt; Webseiten kommen nicht ohne aus\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	out.Reset()
	if err := Check(&out, t.TempDir(), checked); err == nil || out.Len() > 0 {
		t.Errorf("want faults and no summary, got %v and %q", err, out.String())
	}
}

func TestOneOfAThingIsSaidInTheSingular(t *testing.T) {
	t.Parallel()
	o := booking.Office{
		ID: "hut", Lang: "en", Name: booking.Text{"en": "Hut"}, Categories: make([]booking.Category, 1), Concerns: make([]booking.Concern, 1),
		Desks: []booking.Desk{{ID: "desk-1"}},
	}
	for minutes, hours := range map[booking.Clock]string{29: "0 hours", 30: "1 hour", 60: "1 hour", 89: "1 hour", 90: "2 hours"} {
		o.Calendar.Week[time.Monday] = []booking.Shift{{From: 480, To: 480 + minutes}}
		want := "hut (Hut): 1 category, 1 concern (0 by telephone only), 1 desk, " + hours + " a week to book, closures on 0 days"
		if got := summary(&o).in("en"); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// checked is when the small office is checked.
var checked = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// What the public can book in a week is what stays: for each desk the hours of its
// shifts in which it is there, without those of staff and of what ends.
func TestTheWeekToBookIsThePublicsOrdinaryOne(t *testing.T) {
	t.Parallel()
	var tuesdays [7][]booking.Hours
	tuesdays[time.Tuesday] = []booking.Hours{{From: 7 * 60, To: 9 * 60}, {From: 11 * 60, To: 11*60 + 30}, {From: 15 * 60, To: 16 * 60}}
	for name, tt := range map[string]struct {
		shift booking.Shift
		want  int
	}{
		"both desks":               {booking.Shift{From: 8 * 60, To: 12 * 60}, 240 + 60 + 30},
		"the one that is there":    {booking.Shift{From: 8 * 60, To: 12 * 60, Desks: []booking.DeskID{"always"}}, 240},
		"the other":                {booking.Shift{From: 8 * 60, To: 12 * 60, Desks: []booking.DeskID{"tuesdays"}}, 90},
		"from a day on":            {booking.Shift{From: 8 * 60, To: 12 * 60, Since: booking.Date{Year: 2027, Month: 1, Day: 1}}, 330},
		"until a day":              {booking.Shift{From: 8 * 60, To: 12 * 60, Until: booking.Date{Year: 2027, Month: 1, Day: 1}}, 0},
		"for staff":                {booking.Shift{From: 8 * 60, To: 12 * 60, Internal: true}, 0},
		"while the other is away":  {booking.Shift{From: 9 * 60, To: 11 * 60}, 120},
		"while the other is there": {booking.Shift{From: 15 * 60, To: 15*60 + 10}, 20},
	} {
		o := &booking.Office{Desks: []booking.Desk{{ID: "always"}, {ID: "tuesdays", Hours: &tuesdays}}}
		o.Calendar.Week[time.Tuesday] = []booking.Shift{tt.shift}
		if got := weeklyMinutes(o); got != tt.want {
			t.Errorf("%s: %d minutes a week, want %d", name, got, tt.want)
		}
		o.Calendar.Week = [7][]booking.Shift{time.Wednesday: {{From: 8 * 60, To: 9 * 60, Desks: []booking.DeskID{"tuesdays"}}}}
		if got := weeklyMinutes(o); got != 0 {
			t.Errorf("%d minutes on a day on which the desk is not there", got)
		}
	}
}

// Two files of which nobody knows what office they are of lack a name each, and are no
// twins.
func TestFilesWithoutANameAreNoTwins(t *testing.T) {
	t.Parallel()
	nameless := strings.Replace(small(t), "id: small\n", "", 1)
	_, err := Load(folder(t, map[string]string{"a.yaml": nameless, "b.yaml": nameless}))
	if faults := Faults(nil); !errors.As(err, &faults) || len(faults) != 2 {
		t.Errorf("each lacks its name, and nothing else:\n%v", err)
	}
}

// A folder that is called as an office file is none.
func TestAFolderWithinTheTownIsNoOffice(t *testing.T) {
	t.Parallel()
	town := folder(t, map[string]string{"a.yaml": small(t)})
	if err := os.Mkdir(filepath.Join(town, "old.yaml"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got, err := Load(town); err != nil || len(got.Offices) != 1 {
		t.Errorf("%d offices: %v", len(got.Offices), err)
	}
}

func TestAProgramDoesNotBeginWithFaultyFiles(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"", "[", small(t, "state: NW", "state: XX")} {
		if files, err := OpenFiles(filepath.Join(folder(t, map[string]string{"a.yaml": file}), "a.yaml")); err == nil || files != nil {
			t.Errorf("%.9q is taken: %v", file, err)
		}
	}
}

// A file may be as large as half a megabyte. What is beyond that, or nested too deeply,
// is one fault that says so.
func TestAFileThatIsTooLargeOrTooDeepSaysSo(t *testing.T) {
	t.Parallel()
	file := small(t)
	for size, taken := range map[int]bool{maxSize: true, maxSize + 1: false} {
		_, err := Parse("small.yaml", []byte(file+strings.Repeat("#\n", (size-len(file))/2)+strings.Repeat("\n", (size-len(file))%2)))
		faults := Faults(nil)
		if taken != (err == nil) || !taken && (!errors.As(err, &faults) || len(faults) != 1 || !strings.Contains(faults[0].Text, "half a megabyte") && !strings.Contains(faults[0].Text, "halbes Megabyte")) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	for depth, want := range map[int]string{maxNesting: "unknown key", maxNesting + 1: "nested too deeply"} {
		for _, x := range []string{strings.Repeat("[", depth) + "a" + strings.Repeat("]", depth), "\n  " + strings.Repeat("- ", depth) + "a"} {
			if _, err := Parse("deep.yaml", []byte("languages: [en]\nx: "+x+"\n")); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v", x, err)
			}
		}
	}
}

// A letter in another encoding is named with its line, and the sign that stands for such
// letters is a letter like others.
func TestALetterInAnotherEncodingIsNamedWithItsLine(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]int{
		"\xfc": 1, "a: b\nc: \xfc\nd: \xfc\n": 2, "a: \ufffd\nb: ü\n\nc: \xe4\n": 4, "a: b\n\n\xc3": 3,
	} {
		_, err := Parse("ill.yaml", []byte(file))
		faults := Faults(nil)
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Line != want {
			t.Errorf("%q: %v, want line %d", file, err, want)
		}
	}
}
