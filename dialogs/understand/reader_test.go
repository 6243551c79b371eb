package understand_test

import (
	"os"
	"path/filepath"
	"testing"

	"terminbote/dialogs/understand"
)

// TestEveryKindIsReadRight reads neighbours of what people say, each kind in
// its file, and takes nothing but the right values. Unlike the corpus it has
// no share of mistakes: what stands there works.
func TestEveryKindIsReadRight(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	files, err := filepath.Glob(filepath.Join("testdata", "reader", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all, err := parseCorpus(filepath.Base(file), data)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range all {
			read := reader.Read(u.text, u.in)
			if got := judge(u, read); got.outcome != right {
				t.Errorf("%s\n  %s %+v\n  rest %q", u, outcomeNames[got.outcome], got, read.Rest)
			}
		}
	}
}
