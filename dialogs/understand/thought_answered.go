package understand

import (
	"slices"
	"strings"
)

// asksBehindAnswer tells whether a question begins at i behind an answer to the open question,
// which it is no part of: "passt, kommt die Bestätigung auch aufs Handy?", "anna@example.org,
// wird das gespeichert?", "nein, aber was kostet das?".
func (m *message) asksBehindAnswer(from, i int) bool {
	end := i
	for end > from && (reversing[m.words[end-1].text] || m.says(end-1, sAnd)) {
		end--
	}
	parted := end < i || strings.Contains(m.words[i].gap, ",") || m.endsAddress(i)
	return end > from && parted && m.isAnswer(from, end) && (m.opensAt(i) || m.verbOpensAt(i) || m.mark(m.thoughtEnd(i)))
}

// sentenceFrom is where the sentence begins that the word at i stands in.
func (m *message) sentenceFrom(i int) int {
	for ; i > 0; i-- {
		if gap := m.words[i].gap; strings.ContainsAny(gap, "!?;") || strings.Contains(gap, ". ") && !isOrdinalDot(m.words, i) {
			break
		}
	}
	return i
}

// thoughtEnd is where the sentence ends that the word at i stands in.
func (m *message) thoughtEnd(i int) int {
	for i++; i < len(m.words); i++ {
		if gap := m.words[i].gap; strings.ContainsAny(gap, "!?;") || strings.Contains(gap, ". ") && !isOrdinalDot(m.words, i) {
			break
		}
	}
	return i
}

// isAnswer tells whether some words answer a question in one of the ways that say nothing
// else: a mere reply, a number, an address, or a name that is asked for or announced.
func (m *message) isAnswer(from, to int) bool {
	if m.endsAddress(to) {
		return true
	}
	if m.in.Expect == ExpectWish {
		return false
	}
	if m.in.Expect == ExpectWhen && m.saysOnlyWhen(from, to) || m.countsOnly(from, to) {
		return true
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		_, replies := g.replyOf(from, to, nil, nil)
		_, n := g.cardinal(from)
		run, named := g.nameAt(from + g.says(from, sNameIs))
		return replies || n > 0 && from+n+g.says(from+n, sTimes, sPeople) == to || named && run.to == to && (g.says(from, sNameIs) > 0 || m.in.Expect == ExpectName)
	})
}

// saysOnlyWhen tells whether some words are all such as days and times are said with. What they say
// is read later, since that depends on where questions begin.
func (m *message) saysOnlyWhen(from, to int) bool {
	says := false
	for i := from; i < to; i++ {
		w := m.words[i]
		known := w.kind == digits || slices.ContainsFunc(m.grammars, func(g *grammar) bool { return len(g.hits[i]) > 0 })
		if !known && w.kind != sign && !isSmall(w.text) && !noise[w.text] {
			return false
		}
		says = says || known
	}
	return says
}

// endsAddress tells whether a mail address ends before the word at to.
func (m *message) endsAddress(to int) bool {
	for i := to - 1; i > 0 && (i == to-1 || m.words[i+1].glued() || m.words[i+1].gap == "." || m.words[i+1].gap == "-"); i-- {
		if m.words[i].text == "@" {
			return true
		}
	}
	return false
}

// onlyAsksOf tells whether from the word at i on a sentence only asks whether what it says before
// can be: "mein Bruder kommt statt mir, geht das?".
func (m *message) onlyAsksOf(i int) bool {
	end := m.thoughtEnd(i)
	if m.in.Expect == ExpectWish || !m.mark(end) || end-i > maxPhrase {
		return false
	}
	s, is := largest(ratifying.in(m.words, i, end))
	return is && s.from == i && s.to == end
}

// ratifying are idioms that ask whether what was said can be.
var ratifying = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.ratifies), true) })
