package understand

import (
	"slices"
	"strings"
	"unicode"
)

// spell is the name as it is stored: family name last, titles gone, capital
// letters where somebody wrote none or nothing else.
func (r nameRun) spell(g *grammar) string {
	words := r.words
	switch {
	case r.comma > 0 && g.m.repeats(words[:r.comma], words[r.comma:]):
		words = words[r.comma:] // Frau Heitkamp, Renate Heitkamp
	case r.comma > 0:
		words = append(append([]int(nil), r.words[r.comma:]...), r.words[:r.comma]...)
	}
	var b strings.Builder
	for i, at := range words {
		if i > 0 {
			b.WriteString(g.joint(words[i-1], at))
		}
		b.WriteString(g.m.typed(g.word(at)))
		if gap := g.behind(at); startsWith(gap, ".") && (g.says(at, sDegree) > 0 || len(g.word(at).text) <= 2) {
			b.WriteByte('.')
		}
	}
	return capitalized(b.String(), g)
}

// repeats tells whether a name ends with the words of another.
func (m *message) repeats(short, long []int) bool {
	if len(short) >= len(long) {
		return false
	}
	same := func(a, b int) bool { return m.words[a].text == m.words[b].text }
	return slices.EqualFunc(short, long[len(long)-len(short):], same)
}

// joint is what stands between two words of a name.
func (g *grammar) joint(a, b int) string {
	if a+1 == b {
		switch gap := g.word(b).gap; gap {
		case "-", "–", " - ", "- ":
			return "-"
		case "'", "’", "`", "´":
			return "'"
		case "":
			return ""
		}
	}
	if a+2 == b && g.joinsFirm(a+1) {
		return " & "
	}
	return " "
}

// capitalized gives a name capital letters where all of it is in small letters
// or in capitals; particles stay small.
func capitalized(name string, g *grammar) string {
	name = apostrophes.Replace(name)
	if name != strings.ToLower(name) && (name != strings.ToUpper(name) || len(name) < 4) {
		return name
	}
	var b strings.Builder
	for _, part := range strings.SplitAfter(strings.ToLower(name), " ") {
		word := strings.TrimSpace(part)
		if b.Len() > 0 && g.isParticle(word) || b.Len() == 0 && g.isParticle(word) && len(name) > len(word) {
			b.WriteString(part)
			continue
		}
		b.WriteString(upperFirst(part))
	}
	return b.String()
}

var apostrophes = strings.NewReplacer("’", "'", "`", "'", "´", "'", "ʼ", "'")

func (g *grammar) isParticle(word string) bool {
	for _, p := range g.x.phrases[Fold(word)] {
		if p.sense == sParticle && len(p.rest) == 0 {
			return true
		}
	}
	return false
}

// upperFirst writes the first letter of each part of a name as a capital:
// anna-maria, o'brien.
func upperFirst(s string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			up = true
			return r
		}
		if up {
			up = false
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}
