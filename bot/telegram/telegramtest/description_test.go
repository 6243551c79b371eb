package telegramtest

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// wholeDescription is where a description of the whole Bot API may lie beside
// the repository; an excerpt is in testdata.
const wholeDescription = "../../../../shared/botapi/api.min.json"

func TestTheTableIsWhatTheDescriptionsSay(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"testdata/api.json", wholeDescription} {
		described, err := LoadDescription(path)
		if path == wholeDescription && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		compareRules(t, described)
	}
}

func compareRules(t *testing.T, described *Schema) {
	t.Helper()
	compare := func(table, whole map[string]shape) {
		for name, want := range table {
			got := whole[name]
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.AllowUnexported(shape{}, field{}, kind{})); diff != "" {
				t.Errorf("%s (-table +description):\n%s", name, diff)
			}
		}
	}
	compare(rules.methods, described.methods)
	compare(rules.objects, described.objects)
}

func TestEveryMethodServedIsInTheTable(t *testing.T) {
	t.Parallel()
	served := slices.Sorted(maps.Keys(methods))
	if diff := cmp.Diff(slices.Sorted(maps.Keys(rules.methods)), served); diff != "" {
		t.Errorf("methods (-table +served):\n%s", diff)
	}
}

func TestADescriptionIsHeldAgainstRequestsToo(t *testing.T) {
	t.Parallel()
	described := &Schema{
		methods: map[string]shape{"getMe": {fields: map[string]field{}, required: []string{"who"}}},
		objects: map[string]shape{},
	}
	s := New(t, Config{Description: described})
	c := &call{Server: s, method: "getMe", request: request{values: map[string]value{}}}
	if err := c.check(); err == nil || err.text != `Bad Request: parameter "who" is required` {
		t.Errorf("check = %v", err)
	}
}
