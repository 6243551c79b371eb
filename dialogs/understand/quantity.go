package understand

import (
	"slices"
	"strings"
)

const mostCases = 99

// quantity is how many cases of a frame's thing are wanted: "2 Persos", "Perso
// 2x", "zwei neue Ausweise". 0 is not said.
func (f *finder) quantity(p frame) int {
	return f.quantityOf(p, func(it item) bool { return f.itemHas(it, aThing) })
}

// quantityAs is how many cases of an entry are wanted: of what it is not called after, any number is about one.
// "Zwei Schränke, eine Karte dafür".
func (f *finder) quantityAs(p frame, best listed) int {
	return f.quantityOf(p, func(it item) bool {
		return f.itemHas(it, aThing) && slices.ContainsFunc(it.means, func(id conceptID) bool { return slices.Contains(best.named, id) && f.notion(id).concept != furniture })
	})
}

func (f *finder) quantityOf(p frame, counts func(item) bool) int {
	for _, it := range p.items {
		if !counts(it) {
			continue
		}
		if f.isOnlyOne(it.from) {
			return 1
		}
		if n := f.countBefore(f.beginOf(p, it.from)); n > 0 {
			return n
		}
		if f.isBoth(f.beginOf(p, it.from), it.to) {
			return 2
		}
		if n := f.countAfter(it.to); n > 0 {
			return n
		}
	}
	return 0
}

// isBoth tells whether a thing is said to be both of its kind: "unsere beiden Autos", "both our passports". In "both my
// passport and my ID card" they are two.
func (f *finder) isBoth(at, to int) bool {
	for before := at - 1; !f.offered && before >= max(0, at-2); before-- {
		if f.words[before+1].startsClause() {
			return false
		}
		if pairing[f.words[before].text] {
			next := to + 1
			and := next < len(f.words) && joining[f.words[to].text] && !f.words[to].startsClause()
			return !and || countOf(f.words[next]) > 1 || !f.isThingFrom(next)
		}
		if !mine[f.words[before].text] && !thes[f.words[before].text] {
			return false
		}
	}
	return false
}

// isThingFrom tells whether a thing is named at a place, an article or whose it is before it.
func (f *finder) isThingFrom(i int) bool {
	for i < len(f.words) && determines(f.words[i]) {
		i++
	}
	return i < len(f.words) && slices.ContainsFunc(f.rank.words.exact[f.words[i].text], func(id conceptID) bool { return f.notion(id).kind == aThing })
}

// beginOf is where the words begin that say more closely which thing is meant that begins at a
// place: "zwei erweiterte Führungszeugnisse".
func (f *finder) beginOf(p frame, at int) int {
	for at > 0 && !f.words[at].startsClause() && slices.ContainsFunc(p.items, func(it item) bool {
		return it.to == at && !f.itemHas(it, aThing) && !needing[f.words[it.from].text] && len(it.also) == 0 && countOf(f.words[it.from]) == 0
	}) {
		at--
	}
	return at
}

// isOnlyOne tells whether a thing is said to be the only one: "nur ein Ausweis".
func (f *finder) isOnlyOne(at int) bool {
	if at > 0 && lones[f.words[at-1].text] {
		return true
	}
	before := at - 2
	if before > 0 && furthers[f.words[before].text] {
		before-- // "nur noch ein Ausweis"
	}
	return before >= 0 && f.free[at-1] && articles[f.words[at-1].text] && onlies[f.words[before].text]
}

// counted is a quantity, or one where others in the message are counted and
// this has an article: "zwei Pässe und ein Ausweis".
func (f *finder) counted(p frame, quantity int) int {
	if quantity > 0 || !f.counting {
		return quantity
	}
	for _, it := range p.items {
		if f.itemHas(it, aThing) && it.from > 0 && articles[f.words[it.from-1].text] {
			return 1
		}
	}
	return 0
}

// mostSaid is the greatest number that stands anywhere: "so 12 Blätter", and 21 of "mehr als
// 20". 0 is none.
func (f *finder) mostSaid() int {
	most := 0
	for i, w := range f.words {
		n := countOf(w)
		if !f.free[i] || n <= 1 || f.isNumbered(i) {
			continue
		}
		if i > 0 && moreThan[f.words[i-1].text] {
			n++
		}
		most = max(most, n)
	}
	return max(most, f.mostTimesEach())
}

// mostTimesEach is how many they are together of which there are so many each: "3 Zeugnisse je 2 Kopien".
func (f *finder) mostTimesEach() int {
	product, numbers, each := 1, 0, false
	for i, w := range f.words {
		each = each || eachWords[w.text]
		if n := countOf(w); n > 0 && f.free[i] && !f.isNumbered(i) {
			product, numbers = product*n, numbers+1
		}
	}
	if !each || numbers != 2 {
		return 0
	}
	return product
}

// eachWords say that there are so many of each: je, each.
var eachWords = func() map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		for w := range wordSet(l.speech.words[sEach]) {
			all[w] = true
		}
	}
	return all
}()

// countBefore reads a number that stands before a thing, words like "neue" or
// "mal" between.
func (f *finder) countBefore(at int) int {
	for i := at - 1; i >= max(0, at-3); i-- {
		w := f.words[i]
		if !f.free[i] {
			return 0 // um 11 Reisepass
		}
		if n := countOf(w); n > 0 && !f.isNumbered(i) && !f.words[i+1].startsClause() {
			return n
		}
		times := i > 0 && articles[w.text] && times(f.words[i-1]) // zweimal die Bescheinigung
		if f.words[i+1].startsClause() || !timeses[w.text] && !f.usual(w.text) && !times {
			return 0
		}
	}
	return 0
}

// isNumbered tells whether the number at i counts nothing: "§ 30 BZRG", "Teil 1".
func (f *finder) isNumbered(at int) bool {
	return strings.Contains(f.words[at].gap, "§") || at > 0 && numbering[f.words[at-1].text]
}

// countAfter reads "2x" or "zweimal" behind a thing.
func (f *finder) countAfter(at int) int {
	if at >= len(f.words) || f.words[at].startsClause() && f.words[at].gap != ", " {
		return 0
	}
	w := f.words[at]
	if w.text == timesSign && at+1 < len(f.words) && f.words[at+1].glued() {
		return countOf(f.words[at+1]) // Pass x2
	}
	if (likewise[w.text] || onlies[w.text]) && at+1 < len(f.words) {
		return f.countAfter(at + 1) // Perso auch zweimal
	}
	if n := oftens[w.text]; n > 1 && !f.tellsHowOften(at) {
		return n // ID card twice
	}
	if n := countOf(w); n > 0 && (times(w) && !f.tellsHowOften(at) || at+1 < len(f.words) && timeses[f.words[at+1].text] && !f.tellsHowOften(at+1)) {
		return n
	}
	return 0
}

// tellsHowOften tells whether "dreimal" at a place says how often something happened: "die PIN
// vom Perso dreimal falsch eingetippt".
func (f *finder) tellsHowOften(at int) bool {
	if at+1 >= len(f.words) || f.words[at+1].startsClause() || f.words[at+1].kind != letters {
		return false
	}
	next := f.words[at+1]
	return !isSmall(next.text) && !f.usual(next.text)
}

// oftens is how often single words say: twice, doppelt.
var oftens = func() map[string]int {
	all := map[string]int{}
	for _, l := range languages {
		for n, words := range l.speech.values[sTimes] {
			for _, w := range list(words) {
				if said := wordsOf(Fold(w)); len(said) == 1 {
					all[said[0]] = n
				}
			}
		}
	}
	return all
}()

// timesSign stands beside a number of cases: 2x, x2.
const timesSign = "x"

// isTimesSign tells whether the word at i only says that the number beside it counts.
func (m *message) isTimesSign(i int) bool {
	if m.words[i].text != timesSign {
		return false
	}
	return i > 0 && m.words[i-1].kind == digits && m.words[i].glued() || i+1 < len(m.words) && m.words[i+1].kind == digits && m.words[i+1].glued()
}

// usual tells whether a word is an adjective such as "neue" or says nothing.
func (f *finder) usual(text string) bool {
	means := f.rank.words.exact[text]
	return len(means) == 1 && f.notion(means[0]).kind == aUsualAct
}

// countOf is the number that a word says, in digits or letters, alone or as in
// "zweimal".
func countOf(w word) int {
	n := 0
	if w.kind == digits {
		n = w.number
	} else {
		n = spelledNumber(w.text)
	}
	if n < 1 || n > mostCases {
		return 0
	}
	return n
}

func spelledNumber(text string) int {
	if articles[text] {
		return 0
	}
	for _, x := range spoken {
		for _, w := range []string{text, withoutTimes(text)} {
			for _, m := range x.means[w] {
				if m.role == aNumber {
					return m.value
				}
			}
		}
	}
	return 0
}

// withoutTimes is the number in "zweimal".
func withoutTimes(text string) string {
	for t := range timeses {
		if number, ok := strings.CutSuffix(text, t); ok && len(t) > 1 && len(number) > 2 {
			return number
		}
	}
	return text
}

func times(w word) bool { return w.kind == letters && withoutTimes(w.text) != w.text }
