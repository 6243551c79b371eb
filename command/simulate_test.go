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
	path := filepath.Join(t.TempDir(), "longer.yaml")
	longer := strings.Replace(string(whole), "grid_minutes: 5", "grid_minutes: 30", 1)
	if err := os.WriteFile(path, []byte(longer), 0o600); err != nil {
		t.Fatal(err)
	}
	same := filepath.Join(t.TempDir(), "same.yaml")
	if err := os.WriteFile(same, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(t.TempDir(), "rehearsal.png")
	args := []string{"simulate", "--from", "2026-11-23", "--days", "5", "--load", "130", "--lang", "en"}
	code, said := run(t, nil, append(args, "--against", path, "--png", picture)...)
	accepted := regexp.MustCompile(`got an appointment +(\d+) +(\d+) +-\d+`)
	if code != 0 || !accepted.MatchString(said) {
		t.Errorf("exit code %d: times rounded up to half an hour change nothing:\n%s", code, said)
	}
	if info, err := os.Stat(picture); err != nil || info.Size() < 1000 {
		t.Errorf("no picture was drawn: %v", err)
	}
	_, said = run(t, nil, append(args, "--against", same)...)
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
