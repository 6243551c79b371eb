package understand_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"terminbote/dialogs/understand"
)

// sentence is a line of a table: of matters, or of questions.
type sentence struct{ file, matter, text string }

func sentences(t *testing.T) []sentence {
	t.Helper()
	return slices.Concat(sentencesIn(t, "matters"), sentencesIn(t, "topics"), sentencesIn(t, "talks"), sentencesIn(t, "answers"), sentencesIn(t, "intents"), sentencesIn(t, "kinds"))
}

func sentencesIn(t *testing.T, folder string) []sentence {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var all []sentence
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		matter := ""
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			switch name, isName := strings.CutPrefix(line, "= "); {
			case isName:
				matter = name
			case line != "" && !strings.HasPrefix(line, "#"):
				all = append(all, sentence{file, matter, line})
			}
		}
	}
	return all
}

// TestEachSentenceStandsForOneMatter finds sentences before the first matter
// of a file, and those that stand twice.
func TestEachSentenceStandsForOneMatter(t *testing.T) {
	t.Parallel()
	known := map[string]string{}
	for _, s := range sentences(t) {
		folded := filepath.Dir(s.file) + ": " + understand.Fold(s.text)
		if s.matter == "" {
			t.Errorf("%s: %q stands for no matter", s.file, s.text)
		}
		if other, twice := known[folded]; twice {
			t.Errorf("%s: %q stands for %q and %q", s.file, s.text, other, s.matter)
		}
		known[folded] = s.matter
	}
}

// aName is how many words a concern's name may have, which anybody writes; what
// is longer is somebody's own sentence.
const aName = 3

// TestTheCorpusMeasuresWhatIsNotInTheTable keeps the measure honest: a sentence
// that is learnt from must not be what is measured with.
func TestTheCorpusMeasuresWhatIsNotInTheTable(t *testing.T) {
	t.Parallel()
	measured := map[string]bool{}
	for _, u := range corpus(t) {
		measured[understand.Fold(u.text)] = true
	}
	for _, s := range sentences(t) {
		if len(strings.Fields(s.text)) > aName && measured[understand.Fold(s.text)] {
			t.Errorf("%s: %q stands in the corpus too", s.file, s.text)
		}
	}
}

// TestTheSampleTownHasEveryMatter finds matters whose names the sample's office
// file does not know: nobody would be led to them.
func TestTheSampleTownHasEveryMatter(t *testing.T) {
	t.Parallel()
	if strange := understand.NewReader(directory(sample())).StrangeMatters(); len(strange) > 0 {
		t.Errorf("the sample town knows none of %q", strange)
	}
	if strange := understand.NewReader(coast()).StrangeMatters(); len(strange) < 100 {
		t.Errorf("a town of nine concerns lacks only %d matters", len(strange))
	}
}

// TestWhatATownDoesNotDoIsNotGuessed reads what the table knows and this town
// has no entry for.
func TestWhatATownDoesNotDoIsNotGuessed(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(coast())
	for _, text := range []string{
		"Mein Enkel will unbedingt Forellen fangen und ist zwölf.",
		"Die Rentenkasse in Bern fragt, ob meine Mutter noch lebt.",
		"ich will Kuchen auf dem Markt verkaufen",
	} {
		for _, f := range reader.Read(text, understand.Context{Lang: "de", Today: monday}).Found {
			if v, is := f.Value.(understand.ConcernValue); is && f.Sure >= understand.Doubt {
				t.Errorf("%q: %s is taken, and is not meant", text, v.ID)
			}
		}
	}
}
