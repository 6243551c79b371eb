package office

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxSize is far more than the largest town needs, maxNesting more than an
// office file's keys can nest. The library's parser takes time that grows with
// the square of the nesting, and stack with it.
const (
	maxSize    = 512 << 10
	maxNesting = 20
)

// root is the file's one document, if there is one.
func (r *reader) root(data []byte) (n node, ok bool) {
	start := position{1, 1}
	if len(data) > maxSize {
		r.add(start, "the file is larger than half a megabyte; expected an office file, which is far smaller")
		return node{}, false
	}
	if !utf8.Valid(data) {
		r.add(lineOfIll(data), "the file is not in UTF-8, so that umlauts would be lost; save it as UTF-8")
		return node{}, false
	}
	parsed, tokens, err := parse(bytes.TrimPrefix(data, []byte("\ufeff")))
	if err != nil {
		r.syntax(err, data)
		return node{}, false
	}
	r.checkComments(tokens)
	var bodies []ast.Node
	for _, doc := range parsed.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			bodies = append(bodies, doc.Body)
		}
	}
	switch len(bodies) {
	case 0:
		r.add(start, "the file is empty; expected an office")
		return node{}, false
	case 1:
		return nodeOf(bodies[0]), true
	}
	r.add(at(bodies[1]), "a second document begins; expected one office in a file")
	return node{}, false
}

// tooDeep finds the token that nests deeper than any office file does: in
// brackets, or in openings one after the other on a line.
func tooDeep(tokens token.Tokens) *token.Token {
	brackets, line, openings := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, openings = t.Position.Line, 0
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets--
		case token.SequenceEntryType, token.MappingKeyType, token.AnchorType, token.TagType:
			openings++
		}
		if brackets > maxNesting || openings > maxNesting {
			return t
		}
	}
	return nil
}

// parse reads YAML. The library can panic on input that is no YAML by any
// stretch; to the author of the file that is a fault like any other.
func parse(data []byte) (f *ast.File, tokens token.Tokens, err error) {
	defer func() {
		if p := recover(); p != nil {
			f, tokens, err = nil, nil, fmt.Errorf("%v", p)
		}
	}()
	tokens = lexer.Tokenize(string(data))
	if deep := tooDeep(tokens); deep != nil {
		return nil, nil, &yaml.SyntaxError{Message: "lists and keys are nested too deeply", Token: deep}
	}
	f, err = parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	return f, tokens, err
}

func (r *reader) syntax(err error, data []byte) {
	where, what := position{1, 1}, "it makes no sense"
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		what = syntax.GetMessage()
		if token := syntax.GetToken(); token != nil && token.Position != nil {
			where = position{token.Position.Line, token.Position.Column}
		}
	}
	r.add(where, "this cannot be read: %s", why(what, strings.Split(string(data), "\n"), where.line))
}

// lineOfIll is where the first byte stands that is no UTF-8, by its line.
func lineOfIll(data []byte) position {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return position{1 + bytes.Count(data[:at], []byte("\n")), 1}
}
