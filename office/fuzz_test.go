package office

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever a file holds, reading it ends with an office or with faults that
// say where.
func FuzzParse(f *testing.F) {
	small, err := os.ReadFile(filepath.Join("testdata", "small.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	for _, seed := range []string{
		"", "# nothing", "- a\n- b", "id: &x y\nname: *x\n<<: *x", "a: 1\n---\nb: 2",
		"\ufeffid: x\r\n", "? [a]: b", "id: !!binary x", "desks: {hours: [[[[", "languages: [de, de]\nid: |\n a\n b",
		"booking: {grid_minutes: 0}", "closures: [{day: 0000-00-00}]", "name: {de: \"\\u0000\"}", "\x00", "a: >-",
		strings.Repeat("[", 100), strings.Repeat("- ", 100), "<<:", "? ", "!", "&", "*", "{a", "---", "...", "%YAML 1.2",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := Parse("fuzz.yaml", data)
		if (o == nil) == (err == nil) {
			t.Fatalf("office %v and error %v: expected one of the two", o, err)
		}
		var faults Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatalf("want faults, got %v", err)
		}
		for _, fault := range faults {
			if fault.Line < 1 || fault.Column < 1 || fault.Text == "" {
				t.Errorf("a fault without its place: %+v", fault)
			}
		}
	})
}
