package office

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// quick reads the plain part of YAML that nearly all office files are written in, in a
// tenth of the library's time: an installation reads a thousand files at its start. It
// explains nothing. Whatever it is not sure to read as the library does makes it
// unsure, and the library reads the file instead: documents, anchors and tags, quoted
// keys, escapes, texts that go on in the next line, tabs, and everything wrong.
type quick struct {
	lines  []quickLine
	at     int // the line that is next
	unsure bool
	depth  int
	braces int // that are open

	items []node // of the lists that are being read, the innermost last
	keys  []pair // of the mappings likewise
}

// itemsFrom ends a list that began when from items were there.
func (q *quick) itemsFrom(from int) []node {
	all := slices.Clone(q.items[from:])
	q.items = q.items[:from]
	return all
}

// keysFrom does the same for a mapping.
func (q *quick) keysFrom(from int) []pair {
	all := slices.Clone(q.keys[from:])
	q.keys = q.keys[:from]
	return all
}

// quickLine is a line of the file.
type quickLine struct {
	number int // from 1
	indent int // where its text begins, in bytes and in letters
	text   string
}

// quickRoot is the file's root, and whether the quick reader is sure of it.
func quickRoot(file []byte) (root node, sure bool) {
	if len(file) > maxSize || !utf8.Valid(file) {
		return node{}, false
	}
	data := strings.ReplaceAll(strings.TrimPrefix(string(file), "\ufeff"), "\r\n", "\n")
	if !quickLetters(data) {
		return node{}, false
	}
	q := &quick{lines: quickLines(data)}
	if line, ok := q.next(); !ok || line.indent > 0 {
		return node{}, false
	}
	root = q.mapping(0)
	_, more := q.next()
	return root, !q.unsure && !more
}

// quickLetters tells whether a file has only letters that mean nothing to YAML: no tabs,
// no line breaks but the usual one, nothing else that is not to be seen.
func quickLetters(data string) bool {
	for i := range len(data) {
		switch c := data[i]; {
		case c < ' ' && c != '\n', c == 0x7f:
			return false
		}
	}
	for _, odd := range []string{"\u0085", "\u2028", "\u2029", "\ufeff"} {
		if strings.Contains(data, odd) {
			return false
		}
	}
	return true
}

func quickLines(data string) []quickLine {
	all := make([]quickLine, 0, 1+strings.Count(data, "\n"))
	for data != "" {
		line, rest, _ := strings.Cut(data, "\n")
		text := strings.TrimLeft(line, " ")
		all = append(all, quickLine{len(all) + 1, len(line) - len(text), text})
		data = rest
	}
	return all
}

// next is the next line that says something.
func (q *quick) next() (*quickLine, bool) {
	for ; q.at < len(q.lines) && !q.unsure; q.at++ {
		if line := &q.lines[q.at]; line.text != "" && line.text[0] != '#' {
			return line, true
		}
	}
	return nil, false
}

// giveUp leaves the file to the library.
func (q *quick) giveUp() node {
	q.unsure = true
	return node{}
}

// deeper keeps a file that nests without end from the stack, until up is called.
func (q *quick) deeper() (up func()) {
	if q.depth++; q.depth > maxNesting {
		q.unsure = true
	}
	return func() { q.depth-- }
}

// mapping reads keys with values that begin at indent.
func (q *quick) mapping(indent int) node {
	defer q.deeper()()
	n, from := node{kind: ofKeys}, len(q.keys)
	for line, ok := q.next(); ok && line.indent >= indent; line, ok = q.next() {
		key, rest, isKey := cutKey(line.text)
		if line.indent > indent || !isKey {
			return q.giveUp()
		}
		p := pair{position: position{line.number, indent + 1}, key: key}
		if len(q.keys) == from {
			n.position = p.position
		}
		p.value = q.value(line, rest, indent)
		q.keys = append(q.keys, p)
	}
	n.keys = q.keysFrom(from)
	return n
}

// cutKey parts a line that begins with a key and a colon after it.
func cutKey(line string) (key, rest string, ok bool) {
	end := strings.IndexByte(line, ':')
	if end < 1 || end+1 < len(line) && line[end+1] != ' ' {
		return "", "", false
	}
	key = line[:end]
	if !plainKey(key) {
		return "", "", false
	}
	return key, line[end+1:], true
}

// plainKey tells whether a key is a word that YAML takes as it stands.
func plainKey(key string) bool {
	for i := range len(key) {
		c := key[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return kindOfPlain(key) == ofText
}

// value reads what stands behind a key or the dash of an entry, which is indented by
// indent: rest of the line, or else the lines below.
func (q *quick) value(line *quickLine, rest string, indent int) node {
	text := strings.TrimLeft(rest, " ")
	q.at++
	if text == "" || text[0] == '#' {
		if !remarkOrNothing(rest) {
			return q.giveUp()
		}
		return q.below(indent)
	}
	if text[0] == '|' || text[0] == '>' {
		return q.block(line, text, indent)
	}
	n := q.inline(&cursor{line: line, at: len(line.text) - len(text)}, indent)
	if after, ok := q.next(); ok && after.indent > indent {
		return q.giveUp() // the text goes on, or something is wrong
	}
	return n
}

// below reads the lines below a key or dash without anything behind it.
func (q *quick) below(indent int) node {
	line, ok := q.next()
	switch {
	case ok && line.indent > indent && isEntry(line.text):
		return q.list(line.indent)
	case ok && line.indent > indent:
		return q.mapping(line.indent)
	case ok && line.indent == indent && isEntry(line.text):
		return q.list(indent)
	}
	return node{position: position{1, 1}}
}

func isEntry(text string) bool { return text == "-" || strings.HasPrefix(text, "- ") }

// list reads entries whose dashes stand at indent.
func (q *quick) list(indent int) node {
	defer q.deeper()()
	n, from := node{kind: ofList}, len(q.items)
	for line, ok := q.next(); ok && line.indent >= indent && isEntry(line.text); line, ok = q.next() {
		if line.indent > indent {
			return q.giveUp()
		}
		if len(q.items) == from {
			n.position = position{line.number, indent + 1}
		}
		item := q.entry(line, indent)
		q.items = append(q.items, item)
	}
	n.items = q.itemsFrom(from)
	return n
}

// entry reads one entry of a list.
func (q *quick) entry(line *quickLine, indent int) node {
	rest := line.text[1:]
	text := strings.TrimLeft(rest, " ")
	if text == "" || text[0] == '#' || isEntry(text) {
		return q.giveUp() // office files have none such
	}
	if _, _, isKey := cutKey(text); isKey {
		line.indent += len(line.text) - len(text)
		line.text = text
		return q.mapping(line.indent)
	}
	return q.value(line, rest, indent)
}
