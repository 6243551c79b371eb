package understand

import "strings"

// nameEndAt reads which letters a name ends with, with the word before that says whose end it is:
// "Nachname mit w am Ende", "Murat mit h hinten", "with an h at the end"; or which letters of it are others:
// "Yilmaz mit s statt z".
func (g *grammar) nameEndAt(i int) (candidate, bool) {
	n := g.says(i, sWithLetters)
	if n == 0 || g.expects(ExpectWish, ExpectMore) || !g.isSpelling(i+n) {
		return candidate{}, false
	}
	to := i + n + g.lettersFrom(i+n)
	end, others := g.endOfName(to), ""
	if instead[g.word(to).text] && g.isSpelling(to+1) {
		end = to + 1 + g.lettersFrom(to+1)
		others = strings.ToLower(g.m.typed(g.word(end - 1)))
	}
	if end == to && g.endOfName(i) == i || withouts[g.word(i).text] {
		return candidate{}, false
	}
	letters := strings.ToLower(g.m.typed(g.word(to - 1)))
	if to-i-n > 1 {
		letters += letters // "mit Doppel-t hinten"
	}
	value := CorrectionValue{Of: ExpectName, Ends: letters, Instead: others}
	from := i
	if from > 0 && !g.word(i).startsClause() {
		from--
		value.Given = g.says(from, sGivenName) > 0
		if _, field := g.at(from, sField); field == 0 && !value.Given && g.says(from, sFamilyName) == 0 {
			value.Word = g.m.typed(g.word(from))
		}
	}
	return candidate{from: from, to: end, sure: 0.9, bonus: 1.2, value: value}, true
}

// endOfName is where an idiom at i ends that speaks of the end of a word; i: there is none.
func (g *grammar) endOfName(i int) int {
	for _, s := range atNameEnd.in(g.m.words, i, min(len(g.m.words), i+maxPhrase)) {
		if s.from == i {
			return s.to
		}
	}
	return i
}

// atNameEnd are idioms for the end of a word.
var atNameEnd = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.atEnd), true) })

// Ended is a name of which one word has the letters that were said, at its end or in place of others,
// the last ones in the word: the word that is called so, the given name, or else the family name. One
// that ends so already stays.
func (v CorrectionValue) Ended(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return name
	}
	at := len(words) - 1
	for i, w := range words {
		if v.Given && i == 0 || Fold(w) == Fold(v.Word) {
			at = i
			break
		}
	}
	word := words[at]
	last := strings.LastIndex(strings.ToLower(word), v.Instead)
	switch {
	case v.Instead != "" && last >= 0:
		ends := v.Ends
		if last == 0 {
			ends = strings.ToUpper(ends[:1]) + ends[1:]
		}
		words[at] = word[:last] + ends + word[last+len(v.Instead):]
	case v.Instead == "" && !strings.HasSuffix(strings.ToLower(word), v.Ends):
		words[at] = word + v.Ends
	}
	return strings.Join(words, " ")
}
