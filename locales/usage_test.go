package locales

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// own begins the keys that only this package says.
const own = "format."

func TestTheModuleSaysWhatThereIsAndNothingElse(t *testing.T) {
	t.Parallel()
	s, err := scanModule(os.DirFS(moduleRoot(t)))
	if err != nil {
		t.Fatal(err)
	}
	gaps := map[string][]string{}
	for _, key := range keys() {
		if !strings.HasPrefix(key, own) {
			gaps[key] = variables(key)
		}
	}
	for _, fault := range s.check(gaps) {
		t.Error(fault)
	}
}

func TestThePackageUsesItsOwnFormats(t *testing.T) {
	t.Parallel()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`"(format\.[a-z.]+)"`).FindAllSubmatch(source, -1) {
			used[string(found[1])] = true
		}
	}
	there := slices.DeleteFunc(keys(), func(key string) bool { return !strings.HasPrefix(key, own) })
	if want := slices.Sorted(maps.Keys(used)); !slices.Equal(want, there) {
		t.Errorf("formats used: %v\nformats there: %v", want, there)
	}
}

func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("no go.mod above this package")
	return ""
}

// check holds what the sources say against the sentences there are, by key and
// with their gaps.
func (s *scan) check(gaps map[string][]string) []string {
	faults := slices.Clone(s.faults)
	unused := maps.Clone(gaps)
	for _, u := range s.uses {
		keys := u.matches(gaps)
		for _, key := range keys {
			delete(unused, key)
		}
		if len(keys) == 0 {
			faults = append(faults, strings.TrimSpace(fmt.Sprintf("%s: there is no sentence %s %s", u.at, u.key, strings.Join(u.args, ", "))))
			continue
		}
		if !u.open {
			faults = append(faults, u.compare(gaps[u.key])...)
		}
	}
	for key := range unused {
		faults = append(faults, fmt.Sprintf("%s: nothing says %s", whereIs(key), key))
	}
	slices.Sort(faults)
	return faults
}

// matches are the keys that a use may say.
func (u use) matches(gaps map[string][]string) []string {
	prefix, several := strings.CutSuffix(u.key, "*")
	var keys []string
	for key := range gaps {
		if key == u.key || several && strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	return keys
}

// compare holds the arguments that are given against the gaps of the sentence.
func (u use) compare(gaps []string) []string {
	var faults []string
	for _, gap := range gaps {
		if !slices.Contains(u.args, gap) {
			faults = append(faults, fmt.Sprintf("%s: %s needs %s", u.at, u.key, gap))
		}
	}
	for _, arg := range u.args {
		if !slices.Contains(gaps, arg) {
			faults = append(faults, fmt.Sprintf("%s: %s has no gap for %s", u.at, u.key, arg))
		}
	}
	return faults
}

// whereIs is the line of the first language's file that begins with key.
func whereIs(key string) string {
	name := first + ".yaml"
	content, _ := files.ReadFile(name)
	for i, line := range strings.Split(string(content), "\n") {
		if strings.HasPrefix(line, key+":") {
			return fmt.Sprintf("locales/%s:%d", name, i+1)
		}
	}
	return "locales/" + name
}

// TestTheScanSees shows that the scan would notice what it is there for.
func TestTheScanSees(t *testing.T) {
	t.Parallel()
	gaps := map[string][]string{"hello": nil, "greet": {"Name"}, "refusal.taken": nil, "refusal.closed": nil}
	const all = "func all() { locales.Say(`hello`); locales.Say(\"greet\", \"Name\", 1); rest(x) }\n" +
		"//locales:keys refusal.*\nfunc rest(x T) { locales.Say(names[x]) }\n"
	cases := []struct {
		name, source string
		want         []string
	}{
		{"all is well", all, nil},
		{"an unknown key", all + `var x = locales.Say("gone")`, []string{"p/p.go:5: there is no sentence gone"}},
		{"an unknown key with gaps", all + `var x = locales.Say("gone", "A", 1, "B", 2)`, []string{"p/p.go:5: there is no sentence gone A, B"}},
		{"a gap left empty", all + `var x = locales.Say("greet")`, []string{"p/p.go:5: greet needs Name"}},
		{"an argument too many", all + `var x = locales.Say("hello", "Name", 1)`, []string{"p/p.go:5: hello has no gap for Name"}},
		{"the same argument twice", all + `var x = locales.Say("greet", "Name", 1, "Name", 2)`, []string{"p/p.go:5: two arguments are called Name"}},
		{"odd arguments", all + `var x = locales.Say("greet", "Name")`, []string{"p/p.go:5: arguments are not names and values in turn"}},
		{"a named argument not written out", all + `var x = locales.Say("greet", n, 1)`, []string{"p/p.go:5: the name of an argument is not written out"}},
		{"a key not written out", all + `func f(x T) { locales.Say(names[x]) }`, []string{"p/p.go:5: a key is not written out, and no //locales:keys declares it"}},
		{"a directive at the end of the line", all + `func f(x T) { locales.Say(names[x]) } //locales:keys greet hello`, nil},
		{"a directive for nothing", all + `func f(x T) { locales.Say(names[x]) } //locales:keys lost.*`, []string{"p/p.go:5: there is no sentence lost.*"}},
		{"a line written out", all + `var x = locales.Line{Key: "gone"}`, []string{"p/p.go:5: there is no sentence gone"}},
		{"a line without names", all + `var x = locales.Line{"greet", locales.Args{"Nam": 1}}`, []string{"p/p.go:5: greet has no gap for Nam", "p/p.go:5: greet needs Name"}},
		{"arguments written out", all + `var x = &locales.Line{Key: "greet", Args: locales.Args{"Name": 1}}`, nil},
		{"lines in a list", all + `var x = []locales.Line{{}, {Key: "gone"}}`, []string{"p/p.go:5: there is no sentence gone"}},
		{"lines in a map", all + `var x = map[int]locales.Line{1: {Key: "gone"}}`, []string{"p/p.go:5: there is no sentence gone"}},
		{"a helper", all + `func (v *V) add(n int, key string, args ...any) { v.x = locales.Say(key, args...) }
func f(v *V) { v.add(1, "greet", "Nam", 1) }`, []string{"p/p.go:6: greet has no gap for Nam", "p/p.go:6: greet needs Name"}},
		{"a helper's helper", all + `func add(key string, args ...any) T { return locales.Say(key, args...) }
func addOne(key string) T { return add(key) }
var x = addOne("gone")`, []string{"p/p.go:7: there is no sentence gone"}},
		{"a helper with a key not written out", all + `func add(key string) { locales.Say(key) }
func f(x T) { add(names[x]) }`, []string{"p/p.go:6: a key is not written out, and no //locales:keys declares it"}},
		{"sentences that nothing says", `var x = locales.Say("greet", "Name", 1)`, []string{
			"locales/de.yaml: nothing says hello", "locales/de.yaml: nothing says refusal.closed", "locales/de.yaml: nothing says refusal.taken",
		}},
	}
	for _, c := range cases {
		s, err := scanModule(fstest.MapFS{
			"p/p.go":          {Data: []byte("package p; import \"terminbote/locales\"\n" + c.source + "\n")},
			"p/p_test.go":     {Data: []byte("package p; import \"terminbote/locales\"\nvar x = locales.Say(\"tested\")")},
			"other/go.mod":    {Data: []byte("module other")},
			"other/o.go":      {Data: []byte("package o; import \"terminbote/locales\"\nvar x = locales.Say(\"other\")")},
			"strangers/s.go":  {Data: []byte("package s; import locales \"example.org/locales\"\nvar x = locales.Say(\"theirs\")")},
			"p/testdata/t.go": {Data: []byte("package t; import \"terminbote/locales\"\nvar x = locales.Say(\"data\")")},
		})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := s.check(gaps); !slices.Equal(c.want, got) {
			t.Errorf("%s:\nwant %q\ngot  %q", c.name, c.want, got)
		}
	}
}
