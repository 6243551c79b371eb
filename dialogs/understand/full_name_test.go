package understand_test

import (
	"slices"
	"testing"

	"terminbote/dialogs/understand"
)

// Some names list what others are called; said in full they mean one concern.
func TestANameInFullIsThatConcernAlone(t *testing.T) {
	t.Parallel()
	town := sample()
	reader := understand.NewReader(directory(town))
	for _, concern := range town.Offices[0].Concerns {
		for _, lang := range []string{"de", "en"} {
			for _, text := range []string{concern.Name[lang], concern.Name[lang] + "!"} {
				said := understand.Values[understand.ConcernValue](reader.Read(text, understand.Context{Lang: lang, Today: december(1)}))
				if len(said) != 1 || said[0].ID != concern.ID && !slices.Contains(said[0].Rivals, concern.ID) {
					t.Errorf("%q is read as %v, want %s alone", text, said, concern.ID)
				}
			}
		}
	}
}
