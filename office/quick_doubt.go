package office

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// odd tells whether a line has what the libraries differ about: signs that are not to
// be seen, the end of a document, an exclamation mark before a word, and a remark
// that may belong to what is before it, as people write "room #3".
func odd(line string) bool {
	if strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") {
		return true
	}
	for i := range len(line) {
		switch line[i] {
		case '\t', '\r', 0x7f:
			return true
		case '!':
			if i == 0 || strings.IndexByte(" ,[{", line[i-1]) >= 0 {
				return true
			}
		case '#':
			if cutsOff(line[:i], line[i+1:]) {
				return true
			}
		case 0xc2, 0xe2, 0xef:
			if slices.ContainsFunc(unseen, func(sign string) bool { return strings.HasPrefix(line[i:], sign) }) {
				return true
			}
		}
	}
	return false
}

// unseen are further line breaks, and a sign that says how a file is coded.
var unseen = []string{"\u0085", "\u2028", "\u2029", "\ufeff"}

// cutsOff tells whether a # between before and after cuts a text off.
func cutsOff(before, after string) bool {
	text := strings.TrimRight(before, " ")
	switch text {
	case "":
		return false
	case before:
		return strings.IndexByte("[]{},", text[len(text)-1]) >= 0
	}
	return after != "" && after[0] != ' ' && after[0] != '#'
}

// doubt leaves texts to the library that explains if they do not stand where they begin
// as they read (they have a tag, escapes or a second line), have a colon within braces,
// or are lines below a | with a remark or spaces of their own.
func (q *quick) doubt(n *yaml.Node) {
	if n.Value == "" && n.Style == 0 {
		return
	}
	text, sure := from(q.lines[n.Line-1], n.Column), false
	switch n.Style {
	case 0:
		sure = strings.HasPrefix(text, n.Value) && (q.braces == 0 || !strings.Contains(n.Value, ":"))
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		for _, quote := range []string{"'", "\""} {
			rest, found := strings.CutPrefix(text, quote+n.Value+quote)
			sure = sure || found && !strings.HasPrefix(rest, "#")
		}
	case yaml.LiteralStyle, yaml.FoldedStyle:
		sure = blockBegins.MatchString(text) && !oddBlock.MatchString(n.Value) && strings.HasPrefix(q.lines[n.Line], "  ")
	}
	q.sure = q.sure && sure
}

// blockBegins is how a text of several lines begins, with a remark perhaps.
var blockBegins = regexp.MustCompile(`^[|>]-?( +#( .*)?)?$`)

// oddBlock finds spaces around the lines of such a text, and empty ones, which the
// libraries take each in its own way; so they do with one space before all lines.
var oddBlock = regexp.MustCompile(`^$|(?m:^ | $)|^\n|\n\n`)

// from is a line from a column on, which counts letters, and before what stands before.
func from(line string, column int) string {
	for ; column > 1 && line != ""; column-- {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	return line
}

func before(line string, column int) string { return strings.TrimSuffix(line, from(line, column)) }
