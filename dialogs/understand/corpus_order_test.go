package understand_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// leastUtterances is what the corpus must hold at least.
const leastUtterances = 1500

func TestTheCorpusIsLargeAndMixed(t *testing.T) {
	t.Parallel()
	all := corpus(t)
	german, held := 0, 0
	perKind := map[string]int{}
	for _, u := range all {
		perKind[u.in.Lang+"-"+u.kind]++
		if u.in.Lang == "de" {
			german++
		}
		if u.held() {
			held++
		}
	}
	if len(all) < leastUtterances {
		t.Errorf("%d utterances, want at least %d", len(all), leastUtterances)
	}
	between(t, "in German", german, len(all), 65, 85)
	between(t, "in the test part", held, len(all), 28, 38)
	for _, kind := range kinds {
		for _, lang := range languages {
			if perKind[lang+"-"+kind] < 10 && (lang == "de" || !slices.Contains(oneLanguage, kind)) {
				t.Errorf("%s-%s: %d utterances, want at least ten", lang, kind, perKind[lang+"-"+kind])
			}
		}
	}
}

func between(t *testing.T, what string, some, of, least, most int) {
	t.Helper()
	if share := 100 * some / of; share < least || share > most {
		t.Errorf("%d %% are %s, want %d to %d", share, what, least, most)
	}
}

func TestTheCorpusSaysNothingTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]utterance{}
	for _, u := range corpus(t) {
		key := fmt.Sprint(u.in, strings.ToLower(u.text))
		if before, ok := seen[key]; ok {
			t.Errorf("%s stands in %s already", u, before)
		}
		seen[key] = u
	}
}

func TestEveryConcernIsWantedInTheCorpus(t *testing.T) {
	t.Parallel()
	wanted := map[string]int{}
	for _, u := range corpus(t) {
		for _, l := range u.labels {
			id, _, _ := strings.Cut(strings.TrimPrefix(l[0], "concern="), "*")
			wanted[u.in.Lang+" "+id]++
		}
	}
	for _, c := range directory(sample()).Concerns {
		if wanted["de "+string(c.ID)] < 5 || wanted["en "+string(c.ID)] < 1 {
			t.Errorf("%s: wanted %d times in German and %d times in English, want five and one",
				c.ID, wanted["de "+string(c.ID)], wanted["en "+string(c.ID)])
		}
	}
}
