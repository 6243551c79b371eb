package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/storage"
)

// doneByItself is how methods are called that do what nobody asks for, and need to
// know nothing but what time it is.
var doneByItself = regexp.MustCompile(`^(Drop|Erase|Forget|Learn|Mark|Measure|Offer|Tell|Tidy)[A-Z]`)

// What the store can do by itself is done: nothing is kept for ever because a chore
// is missing in the list.
func TestWhatTheStoreDoesByItselfIsAChore(t *testing.T) {
	t.Parallel()
	done := map[string]bool{}
	file, err := parser.ParseFile(token.NewFileSet(), "serve_chores.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "store" {
				done[s.Sel.Name] = true
			}
		}
		return true
	})
	can := 0
	store := reflect.TypeFor[*storage.Store]()
	for i := range store.NumMethod() {
		name, needs := store.Method(i).Name, store.Method(i).Type
		if !doneByItself.MatchString(name) || needs.NumIn() != 3 || needs.In(2) != reflect.TypeFor[time.Time]() {
			continue
		}
		can++
		if !done[name] {
			t.Errorf("nothing in the list of chores does Store.%s", name)
		}
	}
	if can < 10 {
		t.Errorf("the store does %d things by itself, want ten at least", can)
	}
}

// What somebody waits for, or somebody else could read, is done every minute or sooner,
// and everything else every hour.
func TestChoresAreDoneAsOftenAsTheyAreNeeded(t *testing.T) {
	t.Parallel()
	urgent := map[string]time.Duration{
		"offer times to those who wait": 20 * time.Second, "drop holds that ran out": time.Minute, "learn how many new people are usual": time.Minute,
		"mark missed appointments": time.Minute, "tell how late it is": time.Minute, forgetting: time.Minute,
	}
	seen := 0
	for _, c := range chores(new(storage.Store), func() []*storage.Store { return nil }, clocktest.Now, always) {
		want, soon := urgent[c.Name]
		if soon {
			seen++
		} else {
			want = time.Hour
		}
		if c.Every != want {
			t.Errorf("%q is done every %v, want %v", c.Name, c.Every, want)
		}
	}
	if seen != len(urgent) {
		t.Errorf("%d of %d urgent chores are done", seen, len(urgent))
	}
}
