package command

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jackc/pgx/v5"

	"terminbote/booking/clocktest"
	"terminbote/storage/storagetest"
)

// imports is a database to import into, on Monday 23 November 2026 at eight.
type imports struct {
	*testing.T
	url string
	db  *pgx.Conn
}

func newImports(t *testing.T) *imports {
	t.Helper()
	url := storagetest.URL(t)
	db, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(t.Context()) })
	return &imports{t, url, db}
}

// file writes a file to import.
func (i *imports) file(content string) string {
	i.Helper()
	path := filepath.Join(i.TempDir(), "old.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		i.Fatal(err)
	}
	return path
}

// take imports content and returns what was said, with the file called old.csv.
func (i *imports) take(content string, flags ...string) (out, errs string, err error) {
	i.Helper()
	path := i.file(content)
	var o, e bytes.Buffer
	args := append([]string{path, "--database", i.url, "--now", "2026-11-23T08:00"}, flags...)
	err = runImport(i.Context(), console{strings.NewReader(""), &o, &e, clocktest.Now}, args)
	if err != nil {
		fmt.Fprintln(&e, err)
	}
	return o.String(), strings.ReplaceAll(e.String(), path, "old.csv"), err
}

// stored is what is booked, one appointment a line.
func (i *imports) stored() []string {
	i.Helper()
	rows, err := i.db.Query(i.Context(), `
		SELECT to_char(starts AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD HH24:MI')
			|| ' ' || extract(epoch FROM ends - starts)::int / 60 || ' ' || persons
			|| ' ' || name || '/' || coalesce(mail, '') || '/' || coalesce(phone, '')
			|| ' ' || (SELECT coalesce(string_agg((item->>'quantity') || ' ' || (item->>'concern'), ', '), '-') FROM jsonb_array_elements(coalesce(nullif(to_jsonb(items), 'null'), '[]')) item)
		FROM appointment WHERE state = 'confirmed' AND length(number) = 6 ORDER BY starts, name`)
	if err != nil {
		i.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		i.Fatal(err)
	}
	return all
}

func (i *imports) holds(want ...string) {
	i.Helper()
	if diff := cmp.Diff(want, i.stored(), cmpopts.EquateEmpty()); diff != "" {
		i.Errorf("booked (-want +got):\n%s", diff)
	}
}

func TestFilesOfAllUsualKindsAreTakenOver(t *testing.T) {
	t.Parallel()
	const (
		erika = "2026-11-24 09:30 15 1 Erika Groß/erika@example.org/ 1 id-card"
		jörg  = "2026-11-24 10:00 40 2 Jörg Żak//02389 71-333 -"
	)
	tests := map[string]struct {
		content string
		want    []string
	}{
		"English, commas": {
			"number,date,time,concerns,minutes,persons,name,e-mail,phone\n" +
				"K7M4QX,2026-11-24,9:30,id-card,,,Erika Groß,erika@example.org,\n,2026-11-24,10:00,,40,2,Jörg Żak,,02389 71-333\n",
			[]string{erika, jörg},
		},
		"German, semicolons, a byte order mark, Windows' line ends": {
			"\ufeffE-Mail;Name;Personen;Anliegen;Dauer;Uhrzeit;Datum;Telefon;Nummer\r\n" +
				"erika@example.org;Erika Groß;1;Perso;;09.30;24.11.2026;;k7m-4qx\r\n;;;;;;;;\r\n;Jörg Żak;2;;40;10:00:00;24.11.2026;02389 71-333;\r\n",
			[]string{erika, jörg},
		},
		"Windows-1252": {
			"Datum;Uhrzeit;Name;Anliegen;Mail\n24.11.2026;9:30 Uhr;Erika Gro\xdf;Personalausweis beantragen;erika@example.org\n",
			[]string{erika},
		},
		"quotation marks, line breaks in a value, office by its name": {
			"Standort,name,date,time,mail,concerns\n" +
				`"Bürgerbüro der Stadt Werne","Erika Groß",2026-11-24,9:30,"erika@example.org","Personalausweis` + "\n" + `beantragen"` + "\n",
			[]string{erika},
		},
		"several concerns, beyond the horizon": {
			"date;time;name;concerns\n" +
				"2027-03-02;8:00;Ayşe Yılmaz;2x id-card | Reisepass + Meldebescheinigung:2\n",
			[]string{"2027-03-02 08:00 65 1 Ayşe Yılmaz// 2 id-card, 1 passport, 2 cert-registration"},
		},
		"minutes win over what concerns take": {
			"date;time;name;concerns;minutes\n2026-11-24;8:00;Ayşe Yılmaz;id-card;50\n",
			[]string{"2026-11-24 08:00 50 1 Ayşe Yılmaz// 1 id-card"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			i := newImports(t)
			if _, errs, err := i.take(tt.content, "--dry-run"); err != nil {
				t.Fatal(errs)
			}
			i.holds()
			out, errs, err := i.take(tt.content)
			if err != nil {
				t.Fatal(errs)
			}
			mustContain(t, out, appointments(len(tt.want))+" entered\n")
			i.holds(tt.want...)
		})
	}
}

func TestAGivenNumberIsKept(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	const head = "number,date,time,name,minutes\n"
	if _, errs, err := i.take(head + "k7m 4qx,2026-11-24,9:30,Erika,15\n"); err != nil {
		t.Fatal(errs)
	}
	var name string
	if err := i.db.QueryRow(t.Context(), `SELECT name FROM appointment WHERE number = 'K7M4QX'`).Scan(&name); err != nil || name != "Erika" {
		t.Errorf("the number is %q's (%v)", name, err)
	}
	_, errs, _ := i.take(head + "K7M 4QX,2026-11-24,9:30,Erika,15\n")
	mustContain(t, errs, "old.csv:2: number: K7M 4QX is there already: this very appointment\n")
	_, errs, _ = i.take(head + "K7M4QX,2026-11-25,9:30,Jörg,15\nBBBBBB,2026-11-25,9:30,Jörg,15\nBBB-BBB,2026-11-26,9:30,Jörg,15\n")
	mustContain(t, errs, "old.csv:2: number: K7M 4QX is given already", "old.csv:4: number: BBB BBB is the number in line 3 already", "nothing was entered: 2 of 3 lines")
}

func TestNobodyIsSqueezedIn(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	const head = "date;time;name;minutes;concerns\n"
	// On a Wednesday at half past twelve three desks serve citizens.
	if _, errs, err := i.take(head + "2026-11-25;12:30;Erika;30;id-card\n" +
		"2026-11-25;12:30;Jörg;30;id-card\n2026-11-25;12:30;Zoë;30;id-card\n"); err != nil {
		t.Fatal(errs)
	}
	before := i.stored()
	_, errs, _ := i.take(head + "2026-11-25;13:00;Ayşe;30;id-card\n2026-11-25;12:45;Łukasz;30;id-card\n")
	mustContain(t, errs, "old.csv:3: time: every desk is taken at 12:45 on 2026-11-25; nobody is squeezed in\n", "1 of 2 lines")
	i.holds(before...)
	_, errs, _ = i.take(head + "2026-11-25;14:00;Ayşe;30;id-card\n2026-11-25;14:00;Ayşe;30;passport\n")
	mustContain(t, errs, "old.csv:3: name: the appointment of line 2 once more")
}

func TestAFileImportedTwiceIsEnteredOnce(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	const head, line = "date,time,name,minutes,number\n", "2026-11-24,9:30,Erika Groß,15,\n"
	if out, errs, err := i.take(head + line); err != nil || out != "1 appointment entered\n" {
		t.Fatal(out, errs)
	}
	before := i.stored()
	_, errs, _ := i.take(head + line + "2026-11-24,9:45,Erika Groß,15,\n2026-11-24,9:30,Jörg,15,\n")
	mustContain(t, errs, "old.csv:2: name: this appointment is there already; for another at the same time and under the same name give a number\n", "1 of 3 lines")
	i.holds(before...)
}

func TestDaysGoneByAreLeftOutWhenAsked(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	out, errs, err := i.take("date,time,name,minutes\n2026-11-20,9:30,Erika,15\n2026-11-23,7:30,Jörg,15\n", "--skip-past")
	if err != nil {
		t.Fatal(errs)
	}
	mustContain(t, out, "1 appointment entered; 1 of days gone by left out\n")
	i.holds("2026-11-23 07:30 15 1 Jörg// -")
}

func TestATownWithTwoOfficesNeedsToKnowWhere(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	folder := t.TempDir()
	for _, id := range []string{"werne", "stockum"} {
		sample, err := os.ReadFile("../office/werne.yaml")
		if err != nil {
			t.Fatal(err)
		}
		sample = bytes.Replace(sample, []byte("\nid: werne\n"), []byte("\nid: "+id+"\n"), 1)
		sample = bytes.Replace(sample, []byte("Bürgerbüro der Stadt Werne"), []byte("Bürgerbüro "+id), 1)
		sample = bytes.Replace(sample, []byte("Citizens' office of Werne"), []byte("Office of "+id), 1)
		if err := os.WriteFile(filepath.Join(folder, id+".yaml"), sample, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, errs, _ := i.take("date,time,name,minutes\n", "--office", folder)
	mustContain(t, errs, "the column office (standort) is missing")
	const head = "Standort,date,time,name,minutes\n"
	_, errs, _ = i.take(head+"Lünen,2026-11-24,9:30,Erika,15\n,2026-11-24,9:30,Erika,15\n", "--office", folder)
	mustContain(t, errs, `old.csv:2: Standort: stockum or werne was expected, not "Lünen"`, `old.csv:3: Standort: stockum or werne was expected, not ""`)
	if _, errs, err := i.take(head+"stockum,2026-11-24,9:30,Erika,15\nBürgerbüro Werne,2026-11-24,9:30,Erika,15\n", "--office", folder); err != nil {
		t.Fatal(errs)
	}
	var offices int
	if err := i.db.QueryRow(t.Context(), `SELECT count(DISTINCT office) FROM appointment`).Scan(&offices); err != nil || offices != 2 {
		t.Errorf("appointments at %d offices (%v)", offices, err)
	}
}

func TestTheExitCodeTellsWhatCameOfAnImport(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	good := i.file("date,time,name,minutes\n" + clocktest.Now().AddDate(0, 0, -1).Format(time.DateOnly) + ",9:30,Erika,15\n")
	env := []string{"DATABASE_URL=" + i.url}
	if code, said := run(t, env, "import", good, "--skip-past"); code != 0 || said != "0 appointments entered; 1 of days gone by left out\n" {
		t.Errorf("exit code %d: %s", code, said)
	}
	for want, args := range map[int][]string{1: {"import", good}, 2: {"import"}} {
		if code, said := run(t, env, args...); code != want || said == "" {
			t.Errorf("%v: exit code %d, want %d: %s", args, code, want, said)
		}
	}
	if code, said := run(t, env, "import", "--help"); code != 0 || !strings.Contains(said, "concerns (anliegen)") {
		t.Errorf("exit code %d: %s", code, said)
	}
	if code, said := run(t, env, "import", "/nowhere.csv"); code != 1 || !strings.Contains(said, "/nowhere.csv") {
		t.Errorf("exit code %d: %s", code, said)
	}
}

// Files of offices that cannot be read are named, and nothing is entered.
func TestAnImportNeedsFilesOfOfficesThatCanBeRead(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	_, errs, err := i.take("date;time;name;concerns\n2026-11-24;9:30;Erika;id-card\n", "--office", "/no/such/office.yaml")
	if err == nil || !strings.Contains(errs, "/no/such/office.yaml") {
		t.Errorf("it says %q, %v", errs, err)
	}
	i.holds()
}
