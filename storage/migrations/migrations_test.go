package migrations

import (
	"io/fs"
	"testing"
)

func TestRiverIsAsNewAsItsLibrary(t *testing.T) {
	t.Parallel()
	migrator, err := riverMigrator(nil)
	if err != nil {
		t.Fatal(err)
	}
	steps := migrator.AllVersions()
	if want, got := steps[len(steps)-1].Version, riverTables; want != got {
		t.Errorf("River's tables are at %d, its library wants %d: write a step that takes them there", got, want)
	}
}

func TestEveryNumberIsTakenOnce(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]string{}
	for _, name := range names {
		if other, ok := taken[name[:5]]; ok {
			t.Errorf("%s and %s have the same number", other, name)
		}
		taken[name[:5]] = name
	}
	if taken["00001"] == "" {
		t.Error("there is no first step")
	}
}
