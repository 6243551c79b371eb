package office

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// withSite is the sample office's file with another site section, spoken about
// in English.
func withSite(t *testing.T, section string) string {
	t.Helper()
	before, rest, ok := strings.Cut(string(werne), "\nsite:\n")
	_, after, found := strings.Cut(rest, "\n\ntime_zone:")
	if !ok || !found {
		t.Fatal("the sample has no site section before its time zone")
	}
	return strings.Replace(before, "languages: [de, en]", "languages: [en, de]", 1) + "\n" + section + "\ntime_zone:" + after
}

func TestTheCheckSaysWhatWebPagesLack(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "town.yaml")
	if err := os.WriteFile(path, []byte(withSite(t, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Check(&out, path, checked); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"imprint", "accessibility"} {
		if !strings.Contains(out.String(), want+") is missing") && !strings.Contains(out.String(), want+" (site: "+want+") is missing") {
			t.Errorf("nothing says that %s is missing:\n%s", want, out.String())
		}
	}
	for _, o := range Sample().Offices {
		if lacking := missing(o); len(lacking) > 0 {
			t.Errorf("the sample lacks %q", lacking)
		}
	}
}

func TestWhatAPageCouldNotShowIsAFault(t *testing.T) {
	t.Parallel()
	for section, want := range map[string]string{
		"site:\n  arms: ../secret.svg\n": "no picture beside",
		"site:\n  arms: nowhere.svg\n":   "there is no file",
		"site:\n  arms: fake.png\n":      "holds something else",
		"site:\n  arms: huge.svg\n":      "at most 30000",
		"site:\n  arms: page.html\n":     "no picture beside",
		"site:\n  arms: folder.svg\n":    "cannot be read",
		"site:\n  imprint: {responsible: {de: a, en: b}, mail: \"A <a@b.de>\"}\n":                            "no mail address",
		"site:\n  mail_arms: huge.png\n":                                                                     "at most 10000",
		"site:\n  mail_arms: aGVsbG8=\n":                                                                     "no picture beside",
		"site:\n  mail_arms: <svg></svg>\n":                                                                  "draw no SVG",
		"site:\n  frame_hosts: [\"javascript:alert(1)\"]\n":                                                  "is not what belongs here",
		"site:\n  frame_hosts: [\"https://a.example; script-src *\"]\n":                                      "is not what belongs here",
		"site:\n  imprint: {responsible: {de: a, en: b}, mail: nobody}\n":                                    "no mail address",
		"site:\n  accessibility: {full: false, on: 2026-01-01, mail: a@b.de, enforcement: {de: a, en: b}}\n": "expected gaps",
		"site:\n  accessibility: {full: true, on: 2026-01-01, mail: a@b.de, enforcement: {de: a, en: b}, enforcement_link: \"javascript:alert(1)\"}\n": "no web address",
	} {
		folder := t.TempDir()
		if err := os.Mkdir(filepath.Join(folder, "folder.svg"), 0o700); err != nil {
			t.Fatal(err)
		}
		for name, content := range map[string]string{"fake.png": "<html>", "huge.svg": "<svg>" + strings.Repeat(" ", 40_000), "huge.png": "\x89PNG\r\n" + strings.Repeat(" ", 20_000), "town.yaml": withSite(t, section)} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Load(filepath.Join(folder, "town.yaml"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", section, err, want)
		}
	}
}

func TestTheArmsStandInTheFileOrBesideIt(t *testing.T) {
	t.Parallel()
	arms := Sample().Offices[0].Site.Arms
	if arms.Type != "image/svg+xml" || !bytes.Contains(arms.Data, []byte("<path")) {
		t.Errorf("the sample's arms are %q, %d bytes", arms.Type, len(arms.Data))
	}
	mailed := Sample().Offices[0].Site.MailArms
	if _, err := png.Decode(bytes.NewReader(mailed.Data)); err != nil {
		t.Errorf("the sample's arms in mails: %v", err)
	}
	folder := t.TempDir()
	for name, content := range map[string]string{"arms.png": "\x89PNG\r\n\x1a\n", "town.yaml": withSite(t, "site:\n  arms: arms.png\n")} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	town, err := Load(filepath.Join(folder, "town.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if site := town.Offices[0].Site; site.Arms.Type != "image/png" || site.MailArms.Type != "image/png" {
		t.Errorf("the arms beside the file are %q, in mails %q", site.Arms.Type, site.MailArms.Type)
	}
}

// A picture at its limit is taken. One that is too large for mails is in none.
func TestAPictureIsTakenAtItsLimit(t *testing.T) {
	t.Parallel()
	for title, tt := range map[string]struct {
		section   string
		size      int
		taken     bool
		mailedToo bool
	}{
		"arms small enough for mails":  {"arms: arms.png", mostMailArms, true, true},
		"arms too large for mails":     {"arms: arms.png", mostMailArms + 1, true, false},
		"arms as large as can be":      {"arms: arms.png", mostPicture, true, false},
		"arms too large":               {"arms: arms.png", mostPicture + 1, false, false},
		"arms in mails as can be":      {"mail_arms: arms.png", mostMailArms, true, true},
		"arms in mails that are large": {"mail_arms: arms.png", mostMailArms + 1, false, false},
	} {
		folder := t.TempDir()
		picture := pictureMarks[pngType] + strings.Repeat(" ", tt.size-len(pictureMarks[pngType]))
		for name, content := range map[string]string{"arms.png": picture, "town.yaml": withSite(t, "site:\n  "+tt.section+"\n")} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		town, err := Load(filepath.Join(folder, "town.yaml"))
		if (err == nil) != tt.taken {
			t.Errorf("%s: %v", title, err)
		}
		if err == nil && (len(town.Offices[0].Site.MailArms.Data) == tt.size) != tt.mailedToo {
			t.Errorf("%s: in mails it has %d bytes", title, len(town.Offices[0].Site.MailArms.Data))
		}
	}
}

// Pages that meet everything have no gaps to tell of; others tell them.
func TestOnlyPagesWithGapsTellThem(t *testing.T) {
	t.Parallel()
	for section, taken := range map[string]bool{
		"full: true": true, "full: false": false, "full: false, gaps: {de: a, en: b}": true, "full: true, gaps: {de: a, en: b}": true,
	} {
		o, err := Parse("town.yaml", []byte(withSite(t, "site:\n  accessibility: {"+section+", on: 2026-01-01, mail: a@b.de, enforcement: {de: a, en: b}}\n")))
		if (err == nil) != taken {
			t.Errorf("%s: %v", section, err)
		}
		if err == nil && o.Site.Accessibility.Full != strings.HasPrefix(section, "full: true") {
			t.Errorf("%s: %+v", section, o.Site.Accessibility)
		}
	}
	_, err := Parse("town.yaml", []byte(withSite(t, "site:\n  accessibility: {full: maybe, on: 2026-01-01, mail: a@b.de, enforcement: {de: a, en: b}}\n")))
	if faults := Faults(nil); !errors.As(err, &faults) || len(faults) != 1 {
		t.Errorf("what cannot be read is %v", err)
	}
}
