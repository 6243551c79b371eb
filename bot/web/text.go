package web

import (
	"html/template"
	"regexp"
	"strings"
)

// block is lines that belong together: a paragraph, or a list.
type block struct {
	List  bool
	Lines [][]span
}

// span is a piece of a line; one with an address is a link.
type span struct {
	Text string
	Href template.URL
}

const bullet = "• "

// blocks puts lines together. An empty one is a gap between two.
func blocks(lines []string, phones []phone) []block {
	var all []block
	fresh := true
	for _, line := range lines {
		text, listed := strings.CutPrefix(line, bullet)
		if text == "" {
			fresh = true
			continue
		}
		if fresh || all[len(all)-1].List != listed {
			all = append(all, block{List: listed})
		}
		last := &all[len(all)-1]
		one := spans(text, phones)
		if listed {
			one = linked(one)
		}
		last.Lines, fresh = append(last.Lines, one), false
	}
	return all
}

// linked is an item of a list; one that names a page and ends with its address
// becomes a link by that name, which is what people want to read and to hear.
func linked(spans []span) []span {
	last := len(spans) - 1
	if last != 1 || !strings.HasSuffix(spans[0].Text, ": ") || spans[last].Text != string(spans[last].Href) {
		return spans
	}
	return []span{{strings.TrimSuffix(spans[0].Text, ": "), spans[last].Href}}
}

// webAddress finds what can be followed. Only pages are: whatever else an
// office file or a person writes stays text.
var webAddress = regexp.MustCompile(`https?://[^\s<>"'„“”‚‘’()\x{2066}-\x{2069}]*[^\s<>"'„“”‚‘’().,;:!?\x{2066}-\x{2069}]`)

// spans makes links of the pages and telephone numbers in a line.
func spans(line string, phones []phone) []span {
	var all []span
	rest := line
	for _, at := range webAddress.FindAllStringIndex(line, -1) {
		from := at[0] - (len(line) - len(rest))
		all = append(all, called(rest[:from], phones)...)
		address := line[at[0]:at[1]]
		all = append(all, span{address, template.URL(address)}) //nolint:gosec // it begins with http
		rest = line[at[1]:]
	}
	return append(all, called(rest, phones)...)
}

// called makes links of the telephone numbers in a text.
func called(text string, phones []phone) []span {
	for _, p := range phones {
		before, after, found := strings.Cut(text, p.Number)
		if found && p.Number != "" {
			return append(append(called(before, nil), span{p.Number, p.Href}), called(after, phones)...)
		}
	}
	if text == "" {
		return nil
	}
	return []span{{Text: text}}
}
