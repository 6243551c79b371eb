package office_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// kept is office files on disk that a program keeps reading.
type kept struct {
	*testing.T
	*office.Files

	path string
}

func keep(t *testing.T) kept {
	t.Helper()
	k := kept{T: t, path: filepath.Join(t.TempDir(), "small.yaml")}
	k.write(smallWith(t))
	files, err := office.OpenFiles(k.path)
	if err != nil {
		t.Fatal(err)
	}
	k.Files = files
	return k
}

func (k kept) write(text string) {
	k.Helper()
	if err := os.WriteFile(k.path, []byte(text), 0o600); err != nil {
		k.Fatal(err)
	}
}

func (k kept) name() string { return k.Current().Offices[0].Concerns[2].Name["de"] }

func anything(booking.Town) error { return nil }

func TestAChangeIsSeenOnceItHasComeToRest(t *testing.T) {
	t.Parallel()
	k := keep(t)
	if k.Changed() {
		t.Error("nothing has changed")
	}
	k.write(smallWith(t, "de: Ummelden,", "de: Umziehen,"))
	if k.Changed() {
		t.Error("an editor may still be writing")
	}
	if !k.Changed() {
		t.Error("the change is not seen")
	}
	if got := k.name(); got != "Ummelden" {
		t.Errorf("%q counts before it is read", got)
	}
	if err := k.Read(anything); err != nil || k.name() != "Umziehen" || k.Changed() {
		t.Errorf("%q after reading: %v", k.name(), err)
	}
}

func TestFilesAreTakenAsAWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	objection := errors.New("no channel for it")
	tests := []struct {
		name   string
		change []string
		accept func(booking.Town) error
		want   string
	}{
		{"a fault", []string{"de: Ummelden,", "de: Umziehen,", "skill: pick-up", "skill: pick"}, anything, `"pick"`},
		{"an office that is gone", []string{"de: Ummelden,", "de: Umziehen,", "id: small", "id: smaller"}, anything, "no office"},
		{"an objection of who asks", []string{"de: Ummelden,", "de: Umziehen,"}, func(booking.Town) error { return objection }, "no channel"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			k := keep(t)
			k.write(smallWith(t, tt.change...))
			err := k.Read(tt.accept)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("refused with %v, want %q", err, tt.want)
			}
			if k.name() != "Ummelden" {
				t.Errorf("%q counts", k.name())
			}
			k.Changed()
			if k.Changed() {
				t.Error("what was refused is read again and again")
			}
			k.write(smallWith(t))
			if err := k.Read(anything); err != nil {
				t.Errorf("mended and still refused: %v", err)
			}
		})
	}
}

func TestFilesThatVanishChangeNothing(t *testing.T) {
	t.Parallel()
	k := keep(t)
	if err := os.Remove(k.path); err != nil {
		t.Fatal(err)
	}
	k.Changed()
	if !k.Changed() {
		t.Error("nobody learns that they are gone")
	}
	if err := k.Read(anything); err == nil || k.name() != "Ummelden" {
		t.Errorf("%q counts, %v", k.name(), err)
	}
}

func TestTheSampleNeverChanges(t *testing.T) {
	t.Parallel()
	files, err := office.OpenFiles("")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if files.Changed() {
			t.Error("the sample changed")
		}
	}
	if err := files.Read(anything); err != nil || len(files.Current().Offices) != 1 {
		t.Errorf("the sample cannot be read again: %v", err)
	}
}

// A picture is part of the file that names it, however it does.
func TestAPictureThatIsChangedIsReadAgain(t *testing.T) {
	t.Parallel()
	for _, named := range []string{
		"site:\n  arms: arms.svg\n", "site:\n  arms: \"pictures/our arms.svg\"\n", "site: {arms: arms.png, frame_hosts: [https://www.example.org]}\n",
		"site:\n  arms: >-\n    arms.svg\n", "site:\n  mail_arms: 'mail.png'\n",
	} {
		k := keep(t)
		name := regexp.MustCompile(`[\w/]+( \w+)?\.(svg|png)`).FindString(named)
		picture := filepath.Join(filepath.Dir(k.path), filepath.FromSlash(name))
		draw := func(content string) {
			if err := os.MkdirAll(filepath.Dir(picture), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(picture, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		draw("\x89PNG\r\n\x1a\n<svg>one</svg>")
		k.write(smallWith(t) + named)
		if err := k.Read(anything); err != nil {
			t.Fatalf("%s: %v", named, err)
		}
		before := k.Digest()
		draw("\x89PNG\r\n\x1a\n<svg>two</svg>")
		if k.Changed() || !k.Changed() {
			t.Errorf("%s: the change is not seen, or too early", named)
		}
		if err := k.Read(anything); err != nil || k.Digest() == before {
			t.Errorf("%s: %v, digest %s after %s", named, err, k.Digest(), before)
		}
		site := k.Current().Offices[0].Site
		if !strings.Contains(string(site.Arms.Data)+string(site.MailArms.Data), "two") {
			t.Errorf("%s: the former picture is kept", named)
		}
	}
}

// What looks the same from outside is read again only now and then, and a change
// that leaves size and time as they were is seen all the same.
func TestAChangeThatLeavesSizeAndTimeIsSeen(t *testing.T) {
	t.Parallel()
	k := keep(t)
	for range 5 {
		if k.Changed() {
			t.Fatal("nothing has changed")
		}
	}
	info, err := os.Stat(k.path)
	if err != nil {
		t.Fatal(err)
	}
	k.write(smallWith(t, "de: Ummelden,", "de: Umziehen,"))
	if err := os.Chtimes(k.path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	for range 60 {
		if k.Changed() {
			return
		}
	}
	t.Error("the change is never seen")
}

func TestAChangedTimeIsSeenAtOnce(t *testing.T) {
	t.Parallel()
	k := keep(t)
	for range 10 {
		k.Changed()
	}
	k.write(smallWith(t, "de: Ummelden,", "de: Umziehen, jetzt,"))
	if k.Changed() || !k.Changed() {
		t.Error("the change is not seen at the second look")
	}
}
