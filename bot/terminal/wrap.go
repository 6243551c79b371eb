package terminal

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Wrap breaks the lines of a text between words, so that each is at most
// columns wide. What follows a number or a bullet stays below its first line. A
// word that is wider than that stays whole, and columns of 0 mean no end.
func Wrap(text string, columns int) string {
	if columns <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = wrapLine(line, columns)
	}
	return strings.Join(lines, "\n")
}

// marks is what a line may begin with before its words: spaces, a tick, the
// number of a choice, a bullet.
var marks = regexp.MustCompile(`^ *(✓ *)?(\d+ {2,}|[•–*-] +)?`)

func wrapLine(line string, columns int) string {
	if cells(line) <= columns {
		return line
	}
	mark := marks.FindString(line)
	below := cells(mark)
	if below > columns/2 {
		below = 0
	}
	var b strings.Builder
	b.WriteString(mark)
	at, first := cells(mark), true
	for word := range strings.SplitSeq(line[len(mark):], " ") {
		wide := cells(word)
		switch {
		case first:
		case at+1+wide > columns:
			b.WriteString("\n" + strings.Repeat(" ", below))
			at = below
		default:
			b.WriteString(" ")
			at++
		}
		b.WriteString(word)
		at, first = at+wide, false
	}
	return b.String()
}

// cells is how many columns of a terminal a text takes.
func cells(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}
