package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/storage/storagetest"
)

// ofNoTown is the commands that work for no town, or for all.
var ofNoTown = map[string]bool{
	"demo": true, "serve": true, "office schema": true, "migrate": true, "healthcheck": true, "version": true,
}

// Where there are several towns a command works for the one that is named, and for
// none where none is: each command of the table, one that is added tomorrow too.
func TestEachCommandNamesItsTown(t *testing.T) {
	t.Parallel()
	folder, list := t.TempDir(), filepath.Join(t.TempDir(), "list.csv")
	townFolder(t, folder, "selm", "WEB=true")
	townFolder(t, folder, "unna", "WEB=true")
	if err := os.WriteFile(list, []byte("number\nK7M4QX\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	url := storagetest.URL(t)
	operands := map[string][]string{
		"link": {"id-card", "--bot", "my_bot"}, "import": {list}, "pickup": {list},
		"office check": {filepath.Join(folder, "selm"), "--database", url},
	}
	for _, c := range commands {
		if ofNoTown[c.name] {
			continue
		}
		for _, wrong := range [][]string{nil, {"--town", "werne"}} {
			args := append(append(strings.Fields(c.name), operands[c.name]...), wrong...)
			code, said := run(t, []string{"TOWNS=" + folder, "DATABASE_URL=" + url}, args...)
			if code != 2 || !strings.Contains(said, "selm, unna") {
				t.Errorf("%v ends with %d and says\n%s", args, code, said)
			}
		}
		args := append(append(strings.Fields(c.name), operands[c.name]...), "--town", "selm")
		if code, said := run(t, []string{"DATABASE_URL=" + url}, args...); code != 2 || !strings.Contains(said, "TOWNS") {
			t.Errorf("without TOWNS %v ends with %d and says\n%s", args, code, said)
		}
	}
}

func TestNoCommandForOneTownTouchesAnother(t *testing.T) {
	t.Parallel()
	i, folder := newImports(t), t.TempDir()
	townFolder(t, folder, "selm", "WEB=true", "PUBLIC_URL=https://selm.example")
	townFolder(t, folder, "unna", "WEB=true", "PUBLIC_URL=https://unna.example")
	does := func(args ...string) (int, string) {
		t.Helper()
		return run(t, []string{"TOWNS=" + folder, "DATABASE_URL=" + i.url, "PUBLIC_URL=https://program.example"}, args...)
	}
	book := func(number string) string {
		return i.file("date,time,name,number,concerns,mail\n2026-11-24,9:00,Erika Heimlich," + number + ",id-card,erika@example.org\n")
	}
	for town, number := range map[string]string{"selm": "K7M4QX", "unna": "K7M4QY"} {
		if code, said := does("import", book(number), "--town", town, "--now", "2026-11-23T08:00"); code != 0 {
			t.Fatalf("importing into %s ends with %d:\n%s", town, code, said)
		}
	}
	if code, said := does("import", book("K7M4QZ"), "--town", "selm", "--office", filepath.Join(folder, "unna"), "--now", "2026-11-23T08:00"); code == 0 {
		t.Errorf("another town's office was imported into:\n%s", said)
	}
	list := i.file("number\nK7M4QX\n")
	if code, said := does("pickup", list, "--town", "unna", "--now", "2026-12-08T08:00"); code != 1 || !strings.Contains(said, "no such appointment") {
		t.Errorf("another town's appointment ends with %d:\n%s", code, said)
	}
	if code, said := does("pickup", list, "--town", "selm", "--now", "2026-12-08T08:00"); code != 0 || !strings.Contains(said, "1 told") {
		t.Errorf("the town's own ends with %d:\n%s", code, said)
	}
	if _, said := does("simulate", "--town", "selm", "--days", "2"); !strings.Contains(said, "selm") && strings.Contains(said, "unna") {
		t.Errorf("the rehearsal is not the town's:\n%s", said)
	}
	if code, said := does("link", "id-card", "--html", "--town", "unna"); code != 0 || !strings.Contains(said, "https://unna.example") {
		t.Errorf("the link ends with %d and does not lead to the town:\n%s", code, said)
	}
	if _, said := does("doctor", "--town", "unna"); !strings.Contains(said, "unna") || strings.Contains(said, "selm") {
		t.Errorf("the doctor does not look at the town alone:\n%s", said)
	}
	var rows int
	err := i.db.QueryRow(t.Context(), `SELECT count(*) FROM appointment a JOIN office_town USING (office) WHERE office = town`).Scan(&rows)
	if err != nil || rows != 2 {
		t.Errorf("%d appointments are their towns', want 2: %v", rows, err)
	}
}

// ofNoOffice is the commands that read no office files of the environment.
var ofNoOffice = map[string]bool{"office check": true, "office schema": true, "migrate": true, "healthcheck": true, "version": true}

// Every other command goes by the office files of serve, with whose database it may
// work: each command of the table, one that is added tomorrow too.
func TestEachCommandTakesTheOfficeOfTheEnvironment(t *testing.T) {
	t.Parallel()
	const missing = "/no/such/office.yaml"
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("number\nK7M4QX\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	operands := map[string][]string{"link": {"id-card", "--bot", "my_bot"}, "import": {list}, "pickup": {list}, "demo": {"--no-browser"}}
	for _, c := range commands {
		if ofNoOffice[c.name] {
			continue
		}
		args := append(strings.Fields(c.name), operands[c.name]...)
		code, said := run(t, []string{"OFFICE=" + missing, "DATABASE_URL=postgres://nobody@127.0.0.1:1/none"}, args...)
		if code == 0 || !strings.Contains(said, missing) {
			t.Errorf("%v ends with %d and says\n%s", args, code, said)
		}
	}
}
