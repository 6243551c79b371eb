package telegram_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot/telegram/telegramtest"
)

var update = flag.Bool("update", false, "rewrite the transcripts in testdata")

func TestPeopleTalkOnTelegram(t *testing.T) {
	t.Parallel()
	for _, talk := range talks {
		for _, lang := range []string{"de", "en"} {
			t.Run(talk.name+"."+lang, func(t *testing.T) {
				t.Parallel()
				w := newTown(t, setup{way: polling})
				erika := w.person("Erika", lang)
				walk(erika, talk.in(lang)...)
				compare(t, talk.name+"."+lang, erika)
			})
		}
	}
}

// compare holds a chat against its transcript.
func compare(t *testing.T, name string, u *telegramtest.User) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := u.Transcript()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
