package bot_test

import (
	"encoding/json"
	"testing"
)

// Who asks for what is kept of them gets it as a file in their own language that
// programs can read.
func TestWhatIsKeptOfSomebodyComesAsAFile(t *testing.T) {
	t.Parallel()
	h, _ := newHost()
	say(t, h, booked...)
	page := say(t, h, "meine daten")
	if len(page.Files) != 1 {
		t.Fatalf("%d files", len(page.Files))
	}
	file := page.Files[0]
	var kept map[string]any
	if err := json.Unmarshal(file.Content, &kept); err != nil || kept == nil {
		t.Errorf("it holds %s: %v", file.Content, err)
	}
	if file.Name != "meine-daten.json" || file.Type != "application/json" {
		t.Errorf("%s, %s", file.Name, file.Type)
	}
	if page := say(t, h, "in english", "hello"); len(page.Files) != 0 {
		t.Errorf("the next page brings %d files again", len(page.Files))
	}
}
