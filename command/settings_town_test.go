package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ofTownWith is the settings of a town whose file says so, in a program with these
// variables.
func ofTownWith(t *testing.T, program []string, lines ...string) (settings, error) {
	t.Helper()
	set, _ := examineSettings(append(program, "TOWNS=towns", "DATABASE_URL=postgres://u@h/d"))
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, settingsFile), []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return set.ofTown(folder)
}

func TestATownHasVariablesOfItsOwn(t *testing.T) {
	t.Parallel()
	program := []string{"TELEGRAM_API_URL=https://api.example.org", "TELEGRAM_RATE=0", "MATTERMOST_DIRECT=false", "LISTEN=:1234"}
	set, err := ofTownWith(t, program, "# a town", "", `TELEGRAM_TOKEN = "1:a=b"`, "PUBLIC_URL='https://selm.example'")
	if err != nil {
		t.Fatal(err)
	}
	if set.TelegramToken != "1:a=b" || set.PublicURL.String() != "https://selm.example" {
		t.Errorf("its own: %q, %v", set.TelegramToken, set.PublicURL)
	}
	if set.TelegramAPI.String() != "https://api.example.org" || set.TelegramRate != 0 || set.MattermostDirect || set.Listen != ":1234" {
		t.Errorf("the program's: %v, %v, %v, %q", set.TelegramAPI, set.TelegramRate, set.MattermostDirect, set.Listen)
	}
	set, err = ofTownWith(t, program, "TELEGRAM_TOKEN=1:a", "TELEGRAM_RATE=5")
	if err != nil || set.TelegramRate != 5 {
		t.Errorf("a rate of its own: %v, %v", set.TelegramRate, err)
	}
}

// What another town, or the one without a name, has set is none of a town's.
func TestATownTakesOverNoTokenOfTheProgram(t *testing.T) {
	t.Parallel()
	program := []string{"TELEGRAM_TOKEN=9:program", "PUBLIC_URL=https://program.example", "WEB=true", "MAIL_FROM=a@b.example", "MATTERMOST_SECRET=s"}
	set, err := ofTownWith(t, program, "TELEGRAM_TOKEN=1:a")
	if err != nil || set.TelegramToken != "1:a" || set.PublicURL != nil || set.Web || set.MailFrom != "" || set.MattermostSecret != "" {
		t.Errorf("%+v, %v", set, err)
	}
	if _, err = ofTownWith(t, program, "# nothing"); err == nil || !strings.Contains(err.Error(), "nobody could talk") {
		t.Errorf("a town without a network: %v", err)
	}
}

func TestWhatIsWrongWithATownsVariablesIsSaid(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"DATABASE_URL=postgres://x@y/z": "line 2: DATABASE_URL is set for the whole program",
		"LISTEN=:80":                    "line 2: LISTEN is set for the whole program",
		"TELEGRAM_TOKN=1:b":             "line 2: a variable of a town",
		"just words":                    "line 2: a variable of a town",
		"TELEGRAM_RATE=much":            "TELEGRAM_RATE",
	} {
		if _, err := ofTownWith(t, nil, "TELEGRAM_TOKEN=1:a", line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
	}
	set, _ := examineSettings([]string{"TOWNS=towns", "DATABASE_URL=postgres://u@h/d"})
	if _, err := set.ofTown(t.TempDir()); err == nil || !strings.Contains(err.Error(), settingsFile) {
		t.Errorf("a town without a file: %v", err)
	}
}

func TestTheFolderOfTownsNamesThem(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if _, err := townsIn(folder); err == nil {
		t.Error("a folder without a town was taken")
	}
	for _, name := range []string{"selm", ".git", "unna-nord"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o750); err != nil {
			t.Fatal(err)
		}
	}
	if all, err := townsIn(folder); err != nil || len(all) != 2 || all[0] != "selm" || all[1] != "unna-nord" {
		t.Errorf("%v, %v", all, err)
	}
	if err := os.Mkdir(filepath.Join(folder, "Bad Salzuflen"), 0o750); err != nil {
		t.Fatal(err)
	}
	if _, err := townsIn(folder); err == nil || !strings.Contains(err.Error(), "Bad Salzuflen") {
		t.Errorf("a name that cannot be one: %v", err)
	}
}
