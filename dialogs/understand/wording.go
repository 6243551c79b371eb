package understand

import (
	"slices"
	"strings"
)

// item is what one or several words of a message mean.
type item struct {
	from, to int
	also     []int // words after a gap: the "an" of "melde … an"
	means    []conceptID
	sure     float64
	unknown  bool // a word with a meaning that nobody has listed
}

func isUnknown(it item) bool { return it.unknown }

const widestGap = 9 // words between the parts of an idiom

// items is what the words of a message mean, but for those that are taken and
// those that say nothing.
func (v *vocabulary) items(words []word, free []bool, slipsToo bool) []item {
	var all []item
	used := make([]bool, len(words))
	if slipsToo {
		words = v.mendIdioms(words, free)
	}
	for i := 0; i < len(words); {
		if used[i] || !free[i] || words[i].kind == digits || words[i].kind == sign && v.exact[words[i].text] == nil {
			i++
			continue
		}
		it := v.itemAt(words, free, i, slipsToo)
		for _, j := range it.also {
			used[j] = true
		}
		if len(it.means) > 0 || it.unknown {
			all = append(all, it)
		}
		i = it.to
	}
	return all
}

// goesTo tells whether somebody goes to the place at i: "nach Polen", "in die
// Schweiz".
func goesTo(words []word, i int) bool {
	two := i > 1 && towards[words[i-2].text+" "+words[i-1].text]
	return two || i > 0 && towards[words[i-1].text]
}

// leadsToPaper tells whether the next words are a paper that countries issue: it
// is of what the word at i says: "türkischer Pass".
func (v *vocabulary) leadsToPaper(words []word, i int) bool {
	if i+1 == len(words) || words[i+1].startsClause() {
		return false
	}
	means := v.exact[words[i+1].text]
	if it, ok := v.idiomAt(words, nil, i+1); ok {
		means = it.means
	}
	return slices.Contains(means, v.ids[passport]) || slices.Contains(means, v.ids[licence])
}

// mendIdioms is the words with slips mended in what idioms consist of.
func (v *vocabulary) mendIdioms(words []word, free []bool) []word {
	mended := words
	for i, w := range words {
		if !free[i] || w.kind != letters {
			continue
		}
		if text := v.mendedWord(w); text != w.text {
			if &mended[0] == &words[0] {
				mended = slices.Clone(words)
			}
			mended[i].text, mended[i].head, mended[i].seen = text, "", nil
		}
	}
	return mended
}

// itemAt is what the words from i on mean: an idiom, a word that dictation has
// parted, a shortened word ("an- oder ummelden"), or the word itself.
func (v *vocabulary) itemAt(words []word, free []bool, i int, slipsToo bool) item {
	if it, ok := v.idiomAt(words, free, i); ok {
		return it
	}
	if it, ok := v.partedAt(words, free, i); ok {
		return it
	}
	if means := v.shortened(words, i); means != nil {
		return item{from: i, to: i + 1, means: means, sure: asSplit}
	}
	u := v.meaning(words[i], slipsToo)
	if slices.Contains(u.means, v.ids[nationality]) && !v.leadsToPaper(words, i) {
		u = understood{small: true}
	}
	if slices.Contains(u.means, v.ids[country]) && goesTo(words, i) {
		u.means = append(slices.Clone(u.means), v.ids[abroad])
	}
	unknown := len(u.means) == 0 && !u.small && (len(words[i].text) > 3 || !slipsToo)
	return item{from: i, to: i + 1, means: u.means, sure: u.sure, unknown: unknown}
}

// idiomAt is the longest idiom that begins at i.
func (v *vocabulary) idiomAt(words []word, free []bool, i int) (best item, found bool) {
	for _, x := range v.phrases[words[i].headKey()] {
		to, ok := matches(words, free, i, x.head)
		if !ok || found && to-i+len(x.tail) <= best.to-best.from+len(best.also) {
			continue
		}
		it := item{from: i, to: to, means: x.means, sure: asWritten}
		if x.gap {
			if it.also = afterGap(words, free, to, x.tail); it.also == nil {
				continue
			}
		}
		best, found = it, true
	}
	return best, found
}

// matches tells whether the words from i on are those of an idiom, and where
// it ends. Without free all words are.
func matches(words []word, free []bool, i int, idiom []string) (to int, ok bool) {
	if i+len(idiom) > len(words) {
		return 0, false
	}
	for n, w := range idiom {
		if len(free) > 0 && !free[i+n] || !saysSame(words[i+n].text, w) || n > 0 && words[i+n].startsClause() {
			return 0, false
		}
	}
	return i + len(idiom), true
}

// saysSame tells whether a word is one of an idiom, or inflected.
func saysSame(text, w string) bool {
	switch {
	case text == w:
		return true
	case len(w) <= 3 || len(text) <= 3 || text[:3] != w[:3]:
		return false
	case len(text) == len(w)+1 && text[:len(w)] == w && text[len(w)] == 's':
		return true
	}
	n := min(len(w), len(text)) - 2 // an ending has few letters
	return n >= 4 && len(w) >= shortestIdiomWord && text[:n] == w[:n] && stem(text) == stem(w)
}

// afterGap is where the second part of an idiom stands, not far off and in the
// same sentence.
func afterGap(words []word, free []bool, from int, tail []string) []int {
	for i := from; i < min(len(words), from+widestGap); i++ {
		if strings.ContainsAny(words[i].gap, "!?;") || strings.Contains(words[i].gap, ".") && !isOrdinalDot(words, i) {
			return nil // the dot of a date ends no sentence: am 1.12. um 8
		}
		to, ok := matches(words, free, i, tail)
		if !ok {
			continue
		}
		at := []int{}
		for ; i < to; i++ {
			at = append(at, i)
		}
		return at
	}
	return nil
}

// partedAt is a word that was typed in two or three: "führer schein".
func (v *vocabulary) partedAt(words []word, free []bool, i int) (item, bool) {
	whole := words[i].text
	if len(whole) < 2 {
		return item{}, false
	}
	for n := 1; n < 3 && i+n < len(words); n++ {
		next := words[i+n]
		if !free[i+n] || next.kind != letters || next.startsClause() || len(next.text) < shortestWay {
			return item{}, false
		}
		whole += next.text
		if means := v.exact[whole]; means != nil {
			if len(words[i].text) < shortestWay && v.notions[means[0]].kind != anAct {
				return item{}, false
			}
			return item{from: i, to: i + n + 1, means: means, sure: asSplit}, true
		}
	}
	return item{}, false
}

// shortened is what a word means whose end stands with the next one: the "an-"
// of "an- oder ummelden".
func (v *vocabulary) shortened(words []word, i int) []conceptID {
	if i+1 >= len(words) || !strings.HasPrefix(words[i+1].gap, "-") {
		return nil
	}
	at := i + 1
	if joining[words[at].text] && at+1 < len(words) {
		at++
	}
	full := words[at].text
	for cut := 2; cut <= len(full)-shortestWay; cut++ {
		if means, ok := v.exact[words[i].text+full[cut:]]; ok {
			return means
		}
	}
	return nil
}

// The words of all languages by the part they play between items.
var (
	joining    = unitedWords(func(w officeWords) string { return w.joins })
	breaking   = unitedWords(func(w officeWords) string { return w.breaks })
	purposes   = unitedWords(func(w officeWords) string { return w.purpose })
	denying    = unitedWords(func(w officeWords) string { return w.not })
	instead    = unitedWords(func(w officeWords) string { return w.instead })
	referring  = unitedWords(func(w officeWords) string { return w.refers })
	wanting    = unitedWords(func(w officeWords) string { return w.wanting })
	needing    = unitedWords(func(w officeWords) string { return w.needing })
	done       = unitedWords(func(w officeWords) string { return w.done })
	beens      = unitedWords(func(w officeWords) string { return w.been })
	having     = unitedWords(func(w officeWords) string { return w.having })
	withinIt   = unitedWords(func(w officeWords) string { return w.inside })
	afters     = unitedWords(func(w officeWords) string { return w.afters })
	towards    = unitedWords(func(w officeWords) string { return w.toward })
	withouts   = unitedWords(func(w officeWords) string { return w.without })
	valids     = unitedWords(func(w officeWords) string { return w.valid })
	neithers   = unitedWords(func(w officeWords) string { return w.neither })
	speakers   = unitedWords(func(w officeWords) string { return w.speaker })
	yets       = unitedWords(func(w officeWords) string { return w.yet })
	nors       = unitedWords(func(w officeWords) string { return w.nor })
	placing    = unitedWords(func(w officeWords) string { return w.places })
	abouts     = unitedWords(func(w officeWords) string { return w.about })
	shalls     = unitedWords(func(w officeWords) string { return w.shall })
	alongside  = unitedWords(func(w officeWords) string { return w.along })
	rathers    = unitedWords(func(w officeWords) string { return w.rather })
	oneself    = unitedWords(func(w officeWords) string { return w.self })
	somethings = unitedWords(func(w officeWords) string { return w.something })
	severals   = unitedWords(func(w officeWords) string { return w.several })
	timeses    = unitedWords(func(w officeWords) string { return w.times })
	pressing   = unitedWords(func(w officeWords) string { return w.urgent })
	soon       = unitedWords(func(w officeWords) string { return w.soon })
	owning     = unitedWords(func(w officeWords) string { return w.owners })
	mine       = unitedWords(func(w officeWords) string { return w.mine })
	settings   = unitedWords(func(w officeWords) string { return w.setting })
	numbering  = unitedWords(func(w officeWords) string { return w.numbers })
	articles   = unitedWords(func(w officeWords) string { return w.article })
	thes       = unitedWords(func(w officeWords) string { return w.the })
	onlies     = unitedWords(func(w officeWords) string { return w.only })
	stands     = unitedWords(func(w officeWords) string { return w.stands })
	pairing    = unitedWords(func(w officeWords) string { return w.both })
	lones      = unitedWords(func(w officeWords) string { return w.lone })
)

func unitedWords(of func(officeWords) string) map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		for _, w := range list(of(l.office)) {
			all[w] = true
		}
	}
	return all
}
