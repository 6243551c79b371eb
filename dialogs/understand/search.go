package understand

import (
	"math/bits"
	"slices"
	"strings"
)

// Hit is an entry that was found. Its score is at most 1, for an entry that
// has all the words.
type Hit struct {
	ID    string
	Score float64
}

const (
	enough   = 0.36 // of what was asked an entry must explain this much
	besides  = 0.5  // and of what the best one explains this much
	nearly   = 0.75 // of a name that a story tells is as good as all of it
	sure     = 0.85 // how well a word must fit to count in mere texts
	wholeFit = 0.08 // what an entry gains whose name says no more than was asked
	plainly  = 5    // words may say what is meant; more tell a story
)

// Search finds the entries that the words of query are about, the best first,
// at most limit. It forgives typing slips, takes beginnings and parts of
// compounds for the word, and passes over words that say nothing. In a long
// story only the words count that entries go by. A query that is about no
// entry gives no hits.
func (x *Index) Search(query string, limit int) []Hit {
	words := keywords(Fold(query))
	if len(words) == 0 || limit <= 0 {
		return nil
	}
	var hits []Hit
	if len(words) <= plainly {
		hits = x.score(words, total(words))
	} else {
		hits = x.scoreStory(words)
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		if a.Score > b.Score {
			return -1
		}
		if a.Score < b.Score {
			return 1
		}
		return 0
	})
	return worthShowing(hits, limit)
}

// Idle tells whether words say nothing that could be searched for: "ich hätte
// gern einen Termin".
func Idle(text string) bool {
	folded := Fold(text)
	says := func(word string) bool { return !noise[word] }
	return slices.ContainsFunc(wordsOf(folded), isWord) && !slices.ContainsFunc(wordsOf(withoutNoise(folded)), says)
}

func worthShowing(hits []Hit, limit int) []Hit {
	for i, h := range hits {
		if i == limit || h.Score < enough || h.Score < besides*hits[0].Score {
			return hits[:i:i]
		}
	}
	return hits
}

// total is how much is asked for.
func total(words []keyword) float64 {
	sum := 0.0
	for _, w := range words {
		sum += w.weight
	}
	return sum
}

// scoreStory rates every entry by a story: by how much of what it goes by
// stands somewhere in it. Single words of a name are told by the way; the
// whole of it is meant.
func (x *Index) scoreStory(words []keyword) []Hit {
	told := make([]float64, len(x.phrases))
	for _, w := range words {
		for i, fit := range x.fits(w.text) {
			if fit >= sure {
				told[i] += fit * w.weight
			}
		}
	}
	hits := make([]Hit, len(x.ids))
	for e, id := range x.ids {
		hits[e].ID = id
	}
	for i, p := range x.phrases {
		if share := told[i] / p.size; p.weight > inText && share >= nearly {
			h := &hits[p.entry]
			h.Score = max(h.Score, min(1, share)*p.weight*p.size/(p.size+1))
		}
	}
	return hits
}

// score rates every entry: the share of what was asked that it explains, and,
// to part equals, how much of its name that covers.
func (x *Index) score(words []keyword, asked float64) []Hit {
	explained, whole := x.explain(words)
	hits := make([]Hit, len(x.ids))
	for e, id := range x.ids {
		hits[e] = Hit{id, (1-wholeFit)*explained[e]/asked + wholeFit*whole[e]}
	}
	return hits
}

// explain is how much of the words each entry explains, and how much of its
// best name they cover.
func (x *Index) explain(words []keyword) (explained, whole []float64) {
	explained, whole = make([]float64, len(x.ids)), make([]float64, len(x.ids))
	covered := make([]float64, len(x.phrases))
	for _, w := range words {
		best := make([]float64, len(x.ids))
		for i, fit := range x.fits(w.text) {
			p := x.phrases[i]
			best[p.entry] = max(best[p.entry], fit*p.weight)
			covered[i] += fit * w.weight
		}
		for e, b := range best {
			explained[e] += b * w.weight
		}
	}
	for i, p := range x.phrases {
		if p.size > 0 {
			whole[p.entry] = max(whole[p.entry], p.weight*min(1, covered[i]/p.size))
		}
	}
	return explained, whole
}

// fits is how well a word fits the best word of each phrase.
func (x *Index) fits(word string) []float64 {
	w := newTerm(word)
	all := make([]float64, len(x.phrases))
	for i := range x.terms {
		t := &x.terms[i]
		f := fit(w, t)
		if f == 0 {
			continue
		}
		for _, p := range t.phrases {
			if x.phrases[p].weight > inText || f >= sure {
				all[p] = max(all[p], f)
			}
		}
	}
	return all
}

// fit is how well a typed word fits a term: 1 the same, 0 not at all.
func fit(typed term, t *term) float64 {
	switch n := len(typed.letters); {
	case typed.text == t.text:
		return 1
	case n < 3 || len(t.letters) < 3:
		return 0
	case typed.stem == t.stem:
		return 0.95
	}
	return max(asPart(typed, t), asSlip(typed, t))
}

// asPart takes what was typed for the beginning of a word, for a part of a
// compound, or for a compound that contains the term.
func asPart(typed term, t *term) float64 {
	n := len(typed.letters)
	share := float64(min(n, len(t.letters))) / float64(max(n, len(t.letters)))
	switch {
	case strings.HasPrefix(t.text, typed.text):
		return 0.7 + 0.2*share
	case n >= 4 && strings.HasSuffix(t.text, typed.text):
		return 0.7 + 0.2*share
	case n >= 5 && strings.Contains(t.text, typed.stem):
		return 0.55 + 0.2*share
	case len(t.stem) >= 5 && strings.HasPrefix(typed.text, t.stem):
		return 0.5 + 0.3*share
	case len(t.letters) >= 5 && strings.HasSuffix(typed.text, t.text):
		return 0.5 + 0.3*share
	}
	return 0
}

// asSlip takes what was typed for a term, or a part of one, with typing slips:
// one in five letters, two in nine, three in thirteen.
func asSlip(typed term, t *term) float64 {
	n := len(typed.letters)
	allowed := allowedSlips(n)
	if allowed == 0 || bits.OnesCount64(typed.mask&^t.mask) > allowed {
		return 0
	}
	if abs(n-len(t.letters)) <= allowed {
		if d := slips(typed.letters, t.letters); d <= allowed {
			return 0.95 - 0.08*float64(d)
		}
	}
	if n < 8 || len(t.letters) < n {
		return 0
	}
	if d := slipsWithin(typed.letters, t.letters); d <= max(1, allowed-1) {
		return 0.65 - 0.08*float64(d)
	}
	return 0
}

func abs(n int) int { return max(n, -n) }
