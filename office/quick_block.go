package office

import "strings"

// block reads a text that begins with > or |. Only lines one under the other are read:
// empty ones, and those further in, fold by rules of their own.
func (q *quick) block(line *quickLine, text string, indent int) node {
	header, remark, _ := strings.Cut(text, " ")
	stripped := strings.HasSuffix(header, "-")
	if header != text[:1] && header != text[:1]+"-" || !remarkOrNothing(" "+remark) {
		return q.giveUp()
	}
	n := node{kind: ofBlock, position: position{line.number, column(line, len(line.text)-len(text))}}
	parts, ok := q.linesOf(indent)
	if !ok {
		return q.giveUp()
	}
	separator := "\n"
	if text[0] == '>' {
		separator = " "
	}
	n.text = strings.Join(parts, separator)
	if !stripped {
		n.text += "\n"
	}
	return n
}

// linesOf is the lines of a block, which stand deeper than indent.
func (q *quick) linesOf(indent int) (parts []string, ok bool) {
	for ; q.at < len(q.lines); q.at++ {
		l := q.lines[q.at]
		if l.text == "" && !q.ends(indent) || strings.HasSuffix(l.text, " ") {
			return nil, false
		}
		if l.text == "" || l.indent <= indent {
			break
		}
		if len(parts) > 0 && l.indent != q.lines[q.at-1].indent {
			return nil, false
		}
		parts = append(parts, l.text)
	}
	return parts, len(parts) > 0
}

// ends tells whether the block of text that is read has ended before the empty line
// that is next.
func (q *quick) ends(indent int) bool {
	for _, l := range q.lines[q.at:] {
		if l.text != "" {
			return l.indent <= indent
		}
	}
	return true
}

// remarkOrNothing tells whether nothing follows but perhaps a remark, of the kind that
// nobody takes for a text.
func remarkOrNothing(rest string) bool {
	text := strings.TrimLeft(rest, " ")
	switch {
	case text == "":
		return true
	case text[0] != '#' || text == rest:
		return false // a remark has a space before it
	}
	return len(text) == 1 || text[1] == ' ' || text[1] == '#'
}
