package booking

import (
	"slices"
	"testing"
	"time"
)

// memoTown is two offices, of which the second does less of the same.
func memoTown() Town {
	text := func(s string) Text { return Text{"de": s} }
	policy := Policy{Grid: 5 * time.Minute, Longest: 2 * time.Hour, MaxPersons: 6}
	pass := Concern{ID: "passport", Name: text("Reisepass"), Category: "papers", Skill: "papers", MaxQuantity: 5, First: 20 * time.Minute, Further: 10 * time.Minute}
	urgent := Concern{ID: "urgent", Name: text("Notfall"), Category: "papers", Skill: "papers", MaxQuantity: 1, PhoneOnly: true}
	one := &Office{ID: "werne", Name: Text{"de": "Bürgerbüro", "en": "Citizens' office"}, Policy: policy, Concerns: []Concern{pass, urgent}, Categories: []Category{{ID: "papers"}}}
	pass.MaxQuantity, policy.MaxPersons = 2, 2
	two := &Office{ID: "stockum", Name: Text{"de": "Bürgerbüro", "en": "Stockum"}, Policy: policy, Concerns: []Concern{pass}, Categories: []Category{{ID: "papers"}}}
	return NewTown(one, two)
}

// Which offices can serve a visit depends on all of it: what, how often, for how many
// people, and who books.
func TestWhoCanServeAVisitDependsOnAllOfIt(t *testing.T) {
	t.Parallel()
	town := memoTown()
	want := func(id ConcernID, quantity int) []Wish { return []Wish{{id, quantity}} }
	both, first := []OfficeID{"werne", "stockum"}, []OfficeID{"werne"}
	for range 2 { // the second time the answers are remembered
		for _, tt := range []struct {
			who     Audience
			wishes  []Wish
			persons int
			want    []OfficeID
		}{
			{Public, want("passport", 1), 1, both},
			{Public, want("passport", 2), 2, both},
			{Public, want("passport", 3), 2, first},
			{Public, want("passport", 2), 3, first},
			{Public, want("passport", 2), 7, nil},
			{Public, want("passport", 6), 1, nil},
			{Public, want("urgent", 1), 1, nil},
			{Staff, want("urgent", 1), 1, first},
			{Staff, want("divorce", 1), 1, nil},
			{Public, []Wish{{"passport", 1}, {"passport", 1}}, 1, both},
			{Public, []Wish{{"passport", 1}, {"passport", 2}}, 1, first},
			{Public, nil, 1, nil},
		} {
			if got := town.Able(tt.who, tt.wishes, tt.persons); !slices.Equal(got, tt.want) {
				t.Errorf("%v for %d by %s: %v, want %v", tt.wishes, tt.persons, tt.who, got, tt.want)
			}
		}
	}
}

// What was worked out of a town's offices holds for these offices: another version of
// the town is asked again, and the one before stays as it was.
func TestWhatIsRememberedIsOfTheseOffices(t *testing.T) {
	t.Parallel()
	before := memoTown()
	changed := *before.Offices[1]
	changed.Name, changed.Policy.MaxPersons = Text{"de": "Rathaus"}, 6
	changed.Concerns = []Concern{{ID: "dog", Category: "rest", Skill: "papers", MaxQuantity: 1, First: 10 * time.Minute}}
	changed.Categories = []Category{{ID: "rest"}}
	changed.Index()
	ask := func(town Town) (answers []int) {
		_, dog := town.Concern("dog")
		answers = append(answers,
			len(town.Serving([]ConcernID{"passport"})), len(town.Categories()), len(town.ConcernsIn("rest")), town.Namesakes("Bürgerbüro", "de"),
			len(town.Able(Public, []Wish{{"dog", 1}}, 1)), len(town.Category("rest").ID))
		return append(answers, map[bool]int{true: 1}[dog])
	}
	old, fresh := []int{2, 1, 0, 2, 0, 0, 0}, []int{1, 2, 1, 1, 1, 4, 1}
	for range 2 {
		if got := ask(before); !slices.Equal(got, old) {
			t.Errorf("before: %v, want %v", got, old)
		}
		after := before.With([]*Office{before.Offices[0], &changed})
		for range 2 {
			if got := ask(after); !slices.Equal(got, fresh) {
				t.Errorf("after: %v, want %v", got, fresh)
			}
		}
	}
}

// Offices of one name are counted by the language in which they have it.
func TestNamesakesAreCountedByLanguage(t *testing.T) {
	t.Parallel()
	town := memoTown()
	for range 2 {
		for _, tt := range []struct {
			name, lang string
			want       int
		}{{"Bürgerbüro", "de", 2}, {"Bürgerbüro", "en", 0}, {"Stockum", "en", 1}, {"Stockum", "de", 0}, {"Citizens' office", "en", 1}} {
			if got := town.Namesakes(tt.name, tt.lang); got != tt.want {
				t.Errorf("%q in %s: %d, want %d", tt.name, tt.lang, got, tt.want)
			}
		}
	}
}

// Who changes a list that a town gave changes no answer of the town.
func TestTheListsOfATownAreOnesOwn(t *testing.T) {
	t.Parallel()
	for name, town := range map[string]Town{"remembers": memoTown(), "does not": {Offices: memoTown().Offices}} {
		town.Categories()[0].ID = "x"
		town.ConcernsIn("papers")[0].ID = "x"
		if c, in := town.Categories()[0], town.ConcernsIn("papers")[0]; c.ID != "papers" || in.ID != "passport" {
			t.Errorf("a town that %s: %q, %q", name, c.ID, in.ID)
		}
		serving := town.Serving([]ConcernID{"passport"})
		_ = append(serving, nil)
		if again := town.Serving([]ConcernID{"passport"}); len(again) != 2 || again[1] == nil {
			t.Errorf("a town that %s: %v", name, again)
		}
	}
}

// A town works an answer out once and remembers so many of them; one of another kind
// under the same name is none.
func TestATownRemembersSoMuch(t *testing.T) {
	t.Parallel()
	town, worked := memoTown(), 0
	ask := func(key any) int {
		return Remember(town, key, func() int { worked++; return worked })
	}
	for n := range 3 * mostRemembered {
		if first := ask(n); ask(n) != first {
			t.Fatalf("%d is worked out twice", n)
		}
		if most := len(town.memo.kept); most > mostRemembered {
			t.Fatalf("%d answers are kept", most)
		}
	}
	if worked != 3*mostRemembered || len(town.memo.kept) != mostRemembered {
		t.Errorf("worked out %d times, and %d are kept", worked, len(town.memo.kept))
	}
	if got := Remember(town, 3*mostRemembered-1, func() string { return "a word" }); got != "a word" {
		t.Errorf("a number is taken for %q", got)
	}
	if got := Remember(Town{}, 1, func() int { return 7 }); got != 7 {
		t.Errorf("a town without a memory answers %d", got)
	}
}
