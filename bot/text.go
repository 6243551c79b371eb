package bot

import (
	"strings"
	"unicode/utf16"
)

// InWords is a page for a network that takes no buttons of it: what could be
// tapped is listed, and can be typed as well.
func InWords(p Page) string {
	parts := []string{Lines(p.Remarks), p.Title, Lines(p.Body), p.Ask}
	for _, g := range p.Groups {
		var labels []string
		for _, b := range g.Buttons {
			labels = append(labels, "– "+b.Label)
		}
		parts = append(parts, Lines(labels))
	}
	return Paragraphs(parts...)
}

// Paragraphs joins the texts that are not empty, with a gap between them.
func Paragraphs(parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, "\n\n")
}

// Lines joins lines into a text.
func Lines(lines []string) string { return strings.TrimSpace(strings.Join(lines, "\n")) }

// Split cuts a text into messages of at most so many UTF-16 units, between its
// lines, or within a line that is too long on its own.
func Split(text string, most int) []string {
	if Units(text) <= most {
		return []string{text}
	}
	var parts []string
	part := ""
	for _, line := range strings.SplitAfter(text, "\n") {
		if Units(part+line) > most && part != "" {
			parts, part = append(parts, part), ""
		}
		for Units(line) > most {
			cut := cutAt(line, most)
			parts, line = append(parts, line[:cut]), line[cut:]
		}
		part += line
	}
	return append(parts, part)
}

// Units is a text's length in UTF-16 units, as networks count, its markup included: that is
// never too little.
func Units(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// cutAt is the index in s of a character at most so many units from its
// beginning, and not within an entity such as &amp;.
func cutAt(s string, most int) int {
	n, entity := 0, -1
	for i, r := range s {
		n += utf16.RuneLen(r)
		switch {
		case n > most && entity > 0:
			return entity
		case n > most:
			return i
		case r == '&':
			entity = i
		case r == ';':
			entity = -1
		}
	}
	return len(s)
}
