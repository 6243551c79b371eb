package locales

import (
	"maps"
	"slices"
	"strings"
	"testing"

	cldr "github.com/go-playground/locales"
)

// keys are the keys of all sentences, sorted.
func keys() []string {
	return slices.Sorted(maps.Keys(all().printers[first].sentences))
}

// variables are the names of the gaps in the sentence key, sorted. A sentence
// with plural forms always has the gap Count.
func variables(key string) []string {
	return slices.Clone(all().printers[first].sentences[key].gaps)
}

func TestEveryLanguageHasEverySentence(t *testing.T) {
	t.Parallel()
	want := all().printers[first].sentences
	for lang, p := range all().printers {
		for key, german := range want {
			said, ok := p.sentences[key]
			if !ok {
				t.Errorf("locales/%s.yaml has no %s", lang, key)
				continue
			}
			if !partOfDate(key) && !slices.Equal(german.gaps, said.gaps) {
				t.Errorf("locales/%s.yaml: %s has the gaps %v, but %v in %s.yaml", lang, key, said.gaps, german.gaps, first)
			}
		}
		for key := range p.sentences {
			if _, ok := want[key]; !ok {
				t.Errorf("locales/%s.yaml has %s, which %s.yaml has not", lang, key, first)
			}
		}
	}
}

// partOfDate tells whether every language takes other parts into the pattern.
func partOfDate(key string) bool { return strings.HasPrefix(key, "format.date") }

func TestEveryPluralHasTheFormsOfItsLanguage(t *testing.T) {
	t.Parallel()
	for lang, p := range all().printers {
		want := formsOf(p.region)
		for key, s := range p.sentences {
			if len(s.forms) == 0 {
				t.Errorf("locales/%s.yaml: %s says nothing", lang, key)
			}
			if !s.plural() {
				checkSingle(t, lang, key, s)
				continue
			}
			if got := slices.Sorted(maps.Keys(s.forms)); !slices.Equal(want, got) {
				t.Errorf("locales/%s.yaml: %s has the forms %v, but %s needs %v", lang, key, got, lang, want)
			}
		}
	}
}

func formsOf(region cldr.Translator) []string {
	var forms []string
	for _, rule := range region.PluralsCardinal() {
		forms = append(forms, strings.ToLower(rule.String()))
	}
	slices.Sort(forms)
	return forms
}

// checkSingle catches a plural with one form only, which reads as no plural.
func checkSingle(t *testing.T, lang, key string, s sentence) {
	t.Helper()
	if _, ok := s.forms["other"]; !ok {
		t.Errorf("locales/%s.yaml: %s has no form other", lang, key)
	}
}

func TestEveryFormFillsTheSameGaps(t *testing.T) {
	t.Parallel()
	for lang, p := range all().printers {
		for key, s := range p.sentences {
			for form, text := range s.forms {
				parts, err := partsOf(text)
				if err != nil {
					t.Errorf("locales/%s.yaml: %s: %v", lang, key, err)
				}
				for _, gap := range s.gaps {
					if gap != countArg && !slices.Contains(gapsIn(parts), gap) {
						t.Errorf("locales/%s.yaml: %s says nothing of %s in its form %s", lang, key, gap, form)
					}
				}
			}
		}
	}
}

func TestEverySentenceCanBeSaidOfAnyNumber(t *testing.T) {
	t.Parallel()
	for _, key := range keys() {
		for _, lang := range Languages() {
			for _, count := range []int{0, 1, 2, 3, 5, 11, 21, 100, 1_000, 1_000_000} {
				line := Line{Key: key, Args: Args{}}
				for _, gap := range variables(key) {
					line.Args[gap] = "x"
				}
				for _, part := range []string{"Weekday", "WeekdayShort", "Day", "Month", "MonthShort", "MonthNumber"} {
					if partOfDate(key) {
						line.Args[part] = "x"
					}
				}
				line.Args[countArg] = count
				if text, err := For(lang).Try(line); err != nil || text != strings.TrimSpace(text) {
					t.Errorf("locales/%s.yaml: %s of %d: %q, %v", lang, key, count, text, err)
				}
			}
		}
	}
}

func TestSentencesHaveNoStrayBraces(t *testing.T) {
	t.Parallel()
	for lang, p := range all().printers {
		for key, s := range p.sentences {
			for _, text := range s.forms {
				parts, _ := partsOf(text)
				for _, gap := range gapsIn(parts) {
					text = strings.ReplaceAll(text, "{{."+gap+"}}", "")
				}
				if strings.ContainsAny(text, "{}") {
					t.Errorf("locales/%s.yaml: %s has a gap that is not written like {{.Name}}: %q", lang, key, text)
				}
			}
		}
	}
}
