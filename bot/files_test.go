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
