package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"terminbote/storage/storagetest"
)

// Longer visits leave fewer people served, and the same file serves the same ones.
func TestARehearsalComparesOfficeFiles(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("rehearsing a month takes seconds")
	}
	whole, err := os.ReadFile("../office/werne.yaml")
	if err != nil {
		t.Fatal(err)
	}
	// People begin to ask as many days ahead as they can book.
	usual := strings.Replace(string(whole), "horizon_days: 21", "horizon_days: 4", 1)
	longer := strings.Replace(usual, "grid_minutes: 5", "grid_minutes: 30", 1)
	file := func(name, content string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	picture := filepath.Join(t.TempDir(), "rehearsal.png")
	args := []string{"simulate", "--office", file("usual.yaml", usual), "--from", "2026-11-23", "--days", "2", "--load", "130", "--lang", "en"}
	code, said := run(t, nil, append(args, "--against", file("longer.yaml", longer), "--png", picture)...)
	accepted := regexp.MustCompile(`got an appointment +(\d+) +(\d+) +-\d+`)
	if code != 0 || !accepted.MatchString(said) {
		t.Errorf("exit code %d: times rounded up to half an hour change nothing:\n%s", code, said)
	}
	if info, err := os.Stat(picture); err != nil || info.Size() < 1000 {
		t.Errorf("no picture was drawn: %v", err)
	}
	_, said = run(t, nil, append(args, "--against", file("same.yaml", usual))...)
	if !regexp.MustCompile(`got an appointment +(\d+) +(\d+) +0\n`).MatchString(said) {
		t.Errorf("the same file serves others:\n%s", said)
	}
}

func TestARehearsalThatCannotBeIsRefused(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"--days", "0"},
		{"--days", "9999"},
		{"--load", "0"},
		{"--load", "9999"},
		{"--missed", "60", "--cancelled", "60"},
		{"--from", "yesterday"},
		{"--lang", "xx"},
		{"--recorded"},
		{"--against", "nowhere.yaml"},
	} {
		if code, said := run(t, []string{"DATABASE_URL="}, append([]string{"simulate"}, args...)...); code == 0 || said == "" {
			t.Errorf("%v: exit code %d: %s", args, code, said)
		}
	}
	code, said := run(t, nil, "simulate", "--recorded", "--from", "2026-11-23", "--database", storagetest.URL(t))
	if code == 0 || !strings.Contains(said, "nobody would come") {
		t.Errorf("nothing recorded: exit code %d: %s", code, said)
	}
}
