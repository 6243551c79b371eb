package office

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"
)

// cursor is a place in a line. What stands in { } and [ ] may go on in the next ones.
type cursor struct {
	line *quickLine
	at   int // in bytes of its text
}

func (c *cursor) rest() string { return c.line.text[c.at:] }

func (c *cursor) position() position { return position{c.line.number, column(c.line, c.at)} }

// column is where the byte at stands, in letters.
func column(line *quickLine, at int) int {
	return 1 + line.indent + utf8.RuneCountInString(line.text[:at])
}

// inline reads a value that begins behind a key or dash, and all that may follow it in
// its line.
func (q *quick) inline(c *cursor, indent int) node {
	if c.line.text[c.at] == '{' || c.line.text[c.at] == '[' {
		n := q.flow(c, indent)
		if !q.unsure && !remarkOrNothing(c.rest()) {
			return q.giveUp()
		}
		return n
	}
	if quote := c.line.text[c.at]; quote == '"' || quote == '\'' {
		n := q.quoted(c)
		if !q.unsure && !remarkOrNothing(c.rest()) {
			return q.giveUp()
		}
		return n
	}
	text := c.rest()
	if i := strings.Index(text, " #"); i >= 0 {
		if !remarkOrNothing(text[i:]) {
			return q.giveUp()
		}
		text = text[:i]
	}
	return q.plain(strings.TrimRight(text, " "), c.position())
}

// quoted reads a text in quotes that holds no escapes.
func (q *quick) quoted(c *cursor) node {
	quote, where := c.line.text[c.at:c.at+1], c.position()
	text, _, closed := strings.Cut(c.rest()[1:], quote)
	if !closed || strings.Contains(text, `\`) {
		return q.giveUp()
	}
	if c.at += len(text) + 2; strings.HasPrefix(c.rest(), quote) {
		return q.giveUp()
	}
	return node{kind: ofText, position: where, text: text}
}

// plain is a text without quotes, a number, or true or false.
func (q *quick) plain(text string, where position) node {
	if text == "" || !beginsPlainly(text) || strings.HasSuffix(text, ":") || strings.Contains(text, ": ") {
		return q.giveUp()
	}
	n := node{kind: kindOfPlain(text), position: where, text: text}
	if n.kind == nothing || n.kind == ofOther {
		return q.giveUp()
	}
	return n
}

// beginsPlainly tells whether a text begins with nothing that YAML knows.
func beginsPlainly(text string) bool {
	c := text[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf || c == '(' || c == '/' || c == '+'
}

// wordsOfYAML are the words that are values of their own, each as YAML knows it.
var wordsOfYAML = map[string]kind{
	"null": nothing, "Null": nothing, "NULL": nothing,
	"true": ofTruth, "True": ofTruth, "TRUE": ofTruth, "false": ofTruth, "False": ofTruth, "FALSE": ofTruth,
}

// longestWord is the length of the longest of them.
const longestWord = len("false")

// kindOfPlain is what the library takes a text without quotes for.
func kindOfPlain(text string) kind {
	if c := text[0]; c >= '0' && c <= '9' || c == '+' {
		return kindOfFigures(text)
	}
	if len(text) <= longestWord {
		if word, ok := wordsOfYAML[text]; ok {
			return word
		}
	}
	return ofText
}

// kindOfFigures is the kind of a text that begins with a digit or a sign.
func kindOfFigures(text string) kind {
	if strings.ContainsAny(text, " :") || len(text) == len("2026-11-24") && text[4] == '-' && text[7] == '-' {
		return ofText // most are times and days: the library says so, and takes longer
	}
	switch token.New(text, text, nil).Type {
	case token.StringType:
		return ofText
	case token.IntegerType:
		return ofWhole
	case token.FloatType:
		return ofFraction
	}
	return ofOther
}
