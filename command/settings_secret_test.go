package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// whole is an environment in which everything is on and in order.
func whole() map[string]string {
	return map[string]string{
		"DATABASE_URL": "postgres://u:p@db/t", "TELEGRAM_TOKEN": "1:abc", "TELEGRAM_WEBHOOK_SECRET": strings.Repeat("s", 16), "PUBLIC_URL": "https://termine.example.org", "WEB": "true",
		"SMTP_URL": "smtp://u:p@mail.example.org", "MAIL_FROM": "t@example.org", "MATTERMOST_URL": "https://chat.example.org", "MATTERMOST_TOKEN": "t", "MATTERMOST_COMMAND_TOKEN": "c",
		"MATTERMOST_SECRET": strings.Repeat("x", 32), "MATTERMOST_CHANNELS": aChannel, "MATTERMOST_LEAD": "anna",
	}
}

// environOf is variables as an environment has them, with one of them changed.
func environOf(values map[string]string, name, value string) []string {
	values[name] = value
	var all []string
	for n, v := range values {
		if v != "" {
			all = append(all, n+"="+v)
		}
	}
	return all
}

// Whatever a secret is, no error repeats it: errors end up in logs and tickets.
func TestNoErrorRepeatsASecret(t *testing.T) {
	t.Parallel()
	if _, err := readSettings(environOf(whole(), "WEB", "true")); err != nil {
		t.Fatal(err)
	}
	secrets := 0
	for _, v := range variables() {
		if !v.secret {
			continue
		}
		secrets++
		for _, wrong := range []string{
			"hunter2", "hunter2 hunter2", "https://hunter2", "smtp://u:hunter2@", "smtp://u:%zzhunter2@a.b", "smtp://u:hunter2@a b", "smtp://u:hunter2@a.b:port", "postgres://a@hunter2@b/c", ":hunter2", "\x00hunter2",
			"-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----", strings.Repeat("hunter2", 40),
		} {
			for _, with := range []string{"", "hunter2-too"} {
				values := whole()
				if with != "" { // a file as well
					values[v.name+"_FILE"] = filepath.Join(t.TempDir(), "none")
				}
				_, err := readSettings(environOf(values, v.name, wrong))
				if err != nil && strings.Contains(err.Error(), "hunter2") {
					t.Errorf("%s=%q: %v", v.name, wrong, err)
				}
				if with != "" && err == nil {
					t.Errorf("%s in both ways is taken", v.name)
				}
			}
		}
	}
	if secrets < 7 {
		t.Errorf("%d variables are secret", secrets)
	}
}

// Each secret may lie in a file, without the line's end, and nothing else may.
func TestEachSecretMayLieInAFile(t *testing.T) {
	t.Parallel()
	for _, v := range variables() {
		path := filepath.Join(t.TempDir(), "value")
		if err := os.WriteFile(path, []byte(" in-a-file \n\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		got, wrong := withFiles(map[string]string{v.name + "_FILE": path})
		if want := map[bool]string{true: "in-a-file"}[v.secret]; got[v.name] != want || wrong != nil {
			t.Errorf("%s_FILE: %q, %v", v.name, got[v.name], wrong)
		}
	}
}

// What has a length has it exactly: one letter less, or more, is refused.
func TestLengthsOfSettingsAreKeptExactly(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, value string
		taken       bool
	}{
		{"TELEGRAM_WEBHOOK_SECRET", strings.Repeat("s", 15), false},
		{"TELEGRAM_WEBHOOK_SECRET", strings.Repeat("s", 16), true},
		{"TELEGRAM_WEBHOOK_SECRET", strings.Repeat("s", 256), true},
		{"TELEGRAM_WEBHOOK_SECRET", strings.Repeat("s", 257), false},
		{"TELEGRAM_WEBHOOK_SECRET", strings.Repeat("s", 16) + "!", false},
		{"MATTERMOST_SECRET", strings.Repeat("x", 31), false},
		{"MATTERMOST_SECRET", strings.Repeat("x", 32), true},
		{"MATTERMOST_CHANNELS", aChannel[1:], false},
		{"MATTERMOST_CHANNELS", aChannel + "a", false},
		{"LISTEN", "127.0.0.1:80", true},
		{"LISTEN", "127.0.0.1", false},
		{"METRICS_LISTEN", ":9090", true},
		{"METRICS_LISTEN", "9090", false},
		{"TELEGRAM_RATE", "0", true},
		{"TELEGRAM_RATE", "many", false},
		{"WEB", "perhaps", false},
		{"PUBLIC_URL", "https://termine.example.org/amt", true},
		{"PUBLIC_URL", "ftp://termine.example.org", false},
	} {
		_, err := readSettings(environOf(whole(), tt.name, tt.value))
		if (err == nil) != tt.taken || err != nil && !strings.Contains(err.Error(), tt.name) {
			t.Errorf("%s of %d letters, %.20q: %v", tt.name, len(tt.value), tt.value, err)
		}
	}
}

// An address without encryption is taken for this house's network alone.
func TestOnlyAnAddressNearbyDoesWithoutEncryption(t *testing.T) {
	t.Parallel()
	for host, near := range map[string]bool{
		"127.0.0.1": true, "::1": true, "10.0.0.1": true, "172.16.0.1": true, "192.168.1.1": true, "169.254.1.1": true, "fd00::1": true, "fe80::1": true, "localhost": true, "amt": true, "amt.local": true, "AMT.Intern.": true,
		"8.8.8.8": false, "172.32.0.1": false, "2001:db8::1": false, "amt.example.org": false, "local.example.org": false, "10.0.0.1.example.org": false, "notlocal.de": false,
	} {
		if got := isNear(host); got != near {
			t.Errorf("%s is near: %v", host, got)
		}
	}
	for address, want := range map[string]bool{
		"postgres://u:p@h/d": true, "postgresql://h": true, "postgres://u:p@x@h/d": false, "postgres://u@h/d?x=a@b": true, "mysql://u@h/d": false, "u@h/d": false, "": false,
	} {
		if got := isPostgres(address); got != want {
			t.Errorf("%s is PostgreSQL's: %v", address, got)
		}
	}
}

// A town's file is read line by line; what is none of a town's variables is named by
// its line, and no value is repeated.
func TestATownsFileIsReadLineByLine(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), settingsFile)
	lines := []string{
		"# hunter2", "  ", "TELEGRAM_TOKEN=1:a=b", `MAIL_FROM = "a b"`, "PUBLIC_URL='https://a.b'", `MATTERMOST_COMMAND="`, "WEB=",
		"hunter2", "DATABASE_URL=hunter2", "NOTHING=hunter2", "TELEGRAM_SECRET_TOKEN hunter2", "telegram_token=hunter2", "SMTP_URL_FILE=/run/x",
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	values, wrong := readTownFile(path)
	for name, want := range map[string]string{"TELEGRAM_TOKEN": "1:a=b", "MAIL_FROM": "a b", "PUBLIC_URL": "https://a.b", "MATTERMOST_COMMAND": `"`, "WEB": "", "SMTP_URL_FILE": "/run/x"} {
		if got, ok := values[name]; !ok || got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	said := wrong.join().Error()
	for _, line := range []string{"line 8", "line 9", "line 10", "line 11", "line 12"} {
		if !strings.Contains(said, line) {
			t.Errorf("%s is not named:\n%s", line, said)
		}
	}
	if len(values) != 6 || strings.Contains(said, "hunter2") || strings.Count(said, "\n") != 4 {
		t.Errorf("%d values; %s", len(values), said)
	}
}

// Towns share what is the program's, and each has what is its own; nothing of one
// town is another's.
func TestATownGoesByWhatIsShared(t *testing.T) {
	t.Parallel()
	set, err := readSettings(environOf(whole(), "TELEGRAM_RATE", "7"))
	if err != nil {
		t.Fatal(err)
	}
	shared := set.forTowns()
	for _, v := range variables() {
		_, given := shared[v.name]
		if v.whose == ofOneTown && given {
			t.Errorf("%s is one town's, and all get it", v.name)
		}
		if slices.Contains([]string{"TOWNS", "OFFICE", "TRUSTED_PROXIES"}, v.name) && given {
			t.Errorf("%s is given to towns", v.name)
		}
		if v.secret && v.whose == ofProgram && v.name != "DATABASE_URL" {
			t.Errorf("%s is a secret of the whole program's", v.name)
		}
	}
	if shared["TELEGRAM_RATE"] != "7" || shared["SMTP_URL"] == "" || shared["DATABASE_URL"] == "" {
		t.Errorf("shared is %v", shared)
	}
}
