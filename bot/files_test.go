package bot

import (
	"testing"

	"terminbote/dialogs"
)

// A file is handed over for each result that has one, whatever else was done in the
// same turn, before it or after it.
func TestAFileComesWhateverElseIsDone(t *testing.T) {
	t.Parallel()
	file, other := dialogs.Result{Data: []byte("{}")}, dialogs.Result{}
	for name, tt := range map[string]struct {
		done []dialogs.Result
		want int
	}{
		"nothing is done": {nil, 0}, "something else": {[]dialogs.Result{other}, 0}, "a file": {[]dialogs.Result{file}, 1},
		"a file, then something else": {[]dialogs.Result{file, other}, 1}, "something else, then a file": {[]dialogs.Result{other, file}, 1},
		"two files": {[]dialogs.Result{file, other, file}, 2},
	} {
		if got := files("de", tt.done); len(got) != tt.want {
			t.Errorf("%s: %d files, want %d", name, len(got), tt.want)
		}
	}
}

// A file is called in the language that is spoken, and in German where nobody speaks the
// one that is asked for.
func TestAFileIsCalledInTheLanguageThatIsSpoken(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"de": "meine-daten.json", "en": "my-data.json", "xx": "meine-daten.json", "": "meine-daten.json"} {
		got := files(lang, []dialogs.Result{{Data: []byte("{}")}})
		if len(got) != 1 || got[0].Name != want || got[0].Type != "application/json" || string(got[0].Content) != "{}" {
			t.Errorf("%s: %+v, want %s", lang, got, want)
		}
	}
}
