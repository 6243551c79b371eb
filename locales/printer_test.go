package locales

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// sample is a library of two languages, the second with a sentence less.
func sample(t *testing.T) *library {
	t.Helper()
	l, err := read(fstest.MapFS{
		"de.yaml": {Data: []byte(`
hello: "Guten Tag!"
greet: "Guten Tag, {{.Name}}!"
only.german: "Nur {{.Name}}"
told: |-
  Erstens.

  Zweitens: {{.What}}
visits:
  one: "Ein Termin mit {{.Name}}"
  other: "{{.Count}} Termine mit {{.Name}}"
`)},
		"en.yaml": {Data: []byte(`
hello: "Hello!"
greet: "Hello, {{.Name}}!"
told: "First.\n\nSecond: {{.What}}"
visits:
  one: "One visit with {{.Name}}"
  other: "{{.Count}} visits with {{.Name}}"
`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLinesAreSaidInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	l := sample(t)
	cases := []struct {
		line   Line
		de, en string
	}{
		{Line{}, "", ""},
		{Plain("Aylin"), "Aylin", "Aylin"},
		{Plain(""), "", ""},
		{Say("hello"), "Guten Tag!", "Hello!"},
		{Say("greet", "Name", "Aylin"), "Guten Tag, Aylin!", "Hello, Aylin!"},
		{Say("greet", "Name", "{{.Name}} <b>"), "Guten Tag, {{.Name}} <b>!", "Hello, {{.Name}} <b>!"},
		{Say("greet", "Name", "دانا"), "Guten Tag, \u2068دانا\u2069!", "Hello, \u2068دانا\u2069!"},
		{Say("greet", "Name", Say("greet", "Name", Text{"de": "Welt", "en": "world"})), "Guten Tag, Guten Tag, Welt!!", "Hello, Hello, world!!"},
		{Say("told", "What", Say("hello")), "Erstens.\n\nZweitens: Guten Tag!", "First.\n\nSecond: Hello!"},
		{Say("visits", "Count", 1, "Name", "A"), "Ein Termin mit A", "One visit with A"},
		{Say("visits", "Count", 0, "Name", "A"), "0 Termine mit A", "0 visits with A"},
		{Say("visits", "Count", Count(2500), "Name", "A"), "2.500 Termine mit A", "2,500 visits with A"},
	}
	for _, c := range cases {
		for lang, want := range map[string]string{"de": c.de, "en": c.en} {
			got, err := l.printers[lang].Try(c.line)
			if err != nil || want != got {
				t.Errorf("%s: %v: want %q, got %q, %v", lang, c.line, want, got, err)
			}
		}
	}
}

func TestWhatIsMissingIsSeenAndReported(t *testing.T) {
	t.Parallel()
	l := sample(t)
	cases := []struct {
		name    string
		line    Line
		want    string
		reports string
	}{
		{"no such sentence", Say("gone", "Name", "x"), "⟦gone⟧", `no sentence "gone"`},
		{"a sentence in German only", Say("only.german", "Name", "x"), "Nur x", `en: no sentence "only.german"`},
		{"an empty gap", Say("greet"), "Hello, ⟦Name⟧!", "nothing for Name"},
		{"an empty gap within", Say("told", "What", Say("greet")), "First.\n\nSecond: Hello, ⟦Name⟧!", "nothing for Name"},
		{"a name without a value", Say("greet", "Name", "x", "When"), "Hello, x!", "names and values in turn"},
		{"a value without a name", Say("greet", 7, "x"), "Hello, ⟦Name⟧!", "names and values in turn"},
		{"odd arguments for no gap", Say("hello", "x"), "Hello!", "names and values in turn"},
		{"no number", Say("visits", "Name", "x"), "⟦Count⟧ visits with x", "Count is no number"},
		{"a number in words", Say("visits", "Name", "x", "Count", "two"), "two visits with x", "Count is no number"},
		{"a value of no known type", Say("greet", "Name", 1.5), "Hello, ⟦float64⟧!", "float64 is no value"},
		{"nothing at all for a value", Say("greet", "Name", nil), "Hello, ⟦<nil>⟧!", "<nil> is no value"},
		{"arguments without a sentence", Line{Args: Args{"Name": "x"}}, "", "no key"},
	}
	for _, c := range cases {
		got, err := l.printers["en"].Try(c.line)
		if c.want != got {
			t.Errorf("%s: want %q, got %q", c.name, c.want, got)
		}
		if err == nil || !strings.Contains(err.Error(), c.reports) {
			t.Errorf("%s: want a report of %q, got %v", c.name, c.reports, err)
		}
		if said := l.printers["en"].Say(c.line); said != c.want {
			t.Errorf("%s: Try says %q, but Say %q", c.name, c.want, said)
		}
	}
}

func TestAnUnfinishedLanguageIsNotComplete(t *testing.T) {
	t.Parallel()
	l := sample(t)
	if !l.complete("de") || l.complete("en") {
		t.Errorf("want de complete and en not, got %t and %t", l.complete("de"), l.complete("en"))
	}
}

func TestBrokenFilesAreRefused(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a key twice":         "a: x\na: y\n",
		"a decision":          `a: "{{if .X}}x{{end}}"`,
		"a function":          `a: "{{len .X}}"`,
		"a gap in a gap":      `a: "{{.X.Y}}"`,
		"a gap without end":   `a: "{{.X"`,
		"no sentence at all":  "just words",
		"a list of sentences": "a: [1, 2]",
	} {
		if _, err := read(fstest.MapFS{"de.yaml": {Data: []byte(text)}}); err == nil {
			t.Errorf("%s is read without complaint", name)
		}
	}
	if _, err := read(fstest.MapFS{"de.yaml": {Data: []byte("a: b")}, "tlh.yaml": {Data: []byte("a: b")}}); err == nil {
		t.Error("a language without a region is read without complaint")
	}
}

func TestWhoeverAsksGetsTheClosestLanguage(t *testing.T) {
	t.Parallel()
	for want, tags := range map[string][]string{
		"de": {"de", "de-AT", "de_CH", "DE", "", "fr", "tr", "klingon", "de-x-simple", "*"},
		"en": {"en", "en-US", "en-GB", "EN", "en_AU", "fr, en;q=0.5"},
	} {
		for _, tag := range tags {
			if got := For(tag).Lang(); got != want {
				t.Errorf("%q: want %s, got %s", tag, want, got)
			}
		}
	}
	if got := Match("tr", "en-US", "de"); got != "en" {
		t.Errorf("the second choice is English, but got %s", got)
	}
	if got := Match(); got != "de" {
		t.Errorf("nobody asked for %s", got)
	}
}

func TestLanguagesHaveTheirOwnNames(t *testing.T) {
	t.Parallel()
	if want, got := []string{"de", "en"}, Languages(); !slices.Equal(want, got) {
		t.Errorf("want %v, got %v", want, got)
	}
	for lang, want := range map[string]string{"de": "Deutsch", "en": "English"} {
		if got := Name(lang); got != want {
			t.Errorf("want %s, got %s", want, got)
		}
	}
}

func TestManyMaySpeakAtOnce(t *testing.T) {
	t.Parallel()
	l := sample(t) // nothing said yet, so that its texts are parsed by many at once
	var speakers sync.WaitGroup
	for range 8 {
		speakers.Go(func() {
			for range 100 {
				if got := l.printers["en"].Say(Say("greet", "Name", "A")); got != "Hello, A!" {
					t.Errorf("want a greeting, got %q", got)
				}
			}
		})
	}
	speakers.Wait()
}
