package locales

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Text is one text in several languages, by BCP 47 tag, as an office writes
// its own.
type Text map[string]string

func (t Text) in(s *speech) string {
	for _, lang := range []string{s.lang, s.base, first} {
		if text, ok := t[lang]; ok {
			return isolate(text)
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		return isolate(t[lang])
	}
	return ""
}

// List is a list in a sentence: "a, b und c". What is nothing is left out.
type List []any

func (l List) in(s *speech) string {
	var items []string
	for _, v := range l {
		if item := s.value(v); item != "" {
			items = append(items, item)
		}
	}
	text := ""
	for i, item := range items {
		switch {
		case i == 0:
			text = item
		case i < len(items)-1:
			text = s.format("format.list.next", Args{"List": text, "Item": item})
		default:
			text = s.format("format.list.last", Args{"List": text, "Item": item})
		}
	}
	return text
}

// Series is values one after the other; one of them applies: "46,00 € ab 24
// Jahren, 27,60 € unter 24 Jahren".
type Series []any

func (l Series) in(s *speech) string {
	text := ""
	for i, v := range l {
		if item := s.value(v); i == 0 {
			text = item
		} else {
			text = s.format("format.list.next", Args{"List": text, "Item": item})
		}
	}
	return text
}

const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

// isolate keeps a text that is read from right to left from turning around what
// stands beside it. Signs by which somebody who types a name could do so on
// purpose are taken out.
func isolate(s string) string {
	if isASCII(s) {
		return s
	}
	s = strings.Map(dropBidiControl, s)
	if !strings.ContainsFunc(s, rightToLeft) {
		return s
	}
	return firstStrongIsolate + s + popIsolate
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func rightToLeft(r rune) bool {
	properties, _ := bidi.LookupRune(r)
	class := properties.Class()
	return class == bidi.R || class == bidi.AL
}

func dropBidiControl(r rune) rune {
	if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
		return -1
	}
	return r
}
