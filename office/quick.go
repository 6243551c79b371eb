package office

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/token"
	"go.yaml.in/yaml/v3"
)

// quickRoot is the root of a file as a quicker library reads it, and whether that is
// all there is to know of it. Whatever is faulty, doubtful, or YAML that people
// hardly mean makes it unsure; then the library that explains reads the file.
func quickRoot(data []byte) (root node, sure bool) {
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	lines := strings.Split(string(data), "\n")
	if len(data) > maxSize || lines[len(lines)-1] != "" || slices.ContainsFunc(lines, odd) {
		return node{}, false
	}
	var document yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if decoder.Decode(&document) != nil || document.Kind != yaml.DocumentNode {
		return node{}, false
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return node{}, false
	}
	q := quick{sure: true, lines: lines}
	root = q.node(document.Content[0])
	return root, q.sure && root.kind == ofKeys
}

// quick turns the quicker library's nodes into ours.
type quick struct {
	lines  []string
	sure   bool
	depth  int
	braces int // that are open
}

func (q *quick) node(n *yaml.Node) node {
	q.depth++
	defer func() { q.depth-- }()
	if q.depth > maxNesting || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		q.sure = false
		return node{}
	}
	built := node{position: position{n.Line, n.Column}}
	switch n.Kind {
	case yaml.ScalarNode:
		built.kind, built.text = q.kindOf(n), n.Value
		q.doubt(n)
	case yaml.SequenceNode:
		built.kind, built.items = ofList, make([]node, len(n.Content))
		for i, item := range n.Content {
			built.items[i] = q.node(item)
			q.sure = q.sure && built.items[i].kind != nothing
		}
	case yaml.MappingNode:
		built.kind, built.keys = ofKeys, q.pairs(n)
	default:
		q.sure = false
	}
	return built
}

func (q *quick) pairs(n *yaml.Node) []pair {
	all := make([]pair, len(n.Content)/2)
	braces := n.Style&yaml.FlowStyle != 0
	if braces {
		q.braces++
		defer func() { q.braces-- }()
	}
	for i := range all {
		key := n.Content[2*i]
		all[i] = q.pair(key, n.Content[2*i+1])
		if braces && all[i].value.kind == nothing {
			q.sure = false // a comma may have cut a value in two
		}
		if strings.HasSuffix(strings.TrimRight(before(q.lines[key.Line-1], key.Column), " "), "?") {
			q.sure = false // YAML that people hardly mean
		}
	}
	return all
}

func (q *quick) pair(key, value *yaml.Node) pair {
	name := q.node(key)
	if name.kind != ofText || !plainKey.MatchString(name.text) || key.Style != 0 {
		q.sure = false
	}
	return pair{position: name.position, key: name.text, value: q.node(value)}
}

// plainKey is a key as office files have it.
var plainKey = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)

// kindOf is what the library that explains takes a text for.
func (q *quick) kindOf(n *yaml.Node) kind {
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return ofBlock
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0, n.Tag == "!!str" && !figures(n.Value):
		return ofText
	case n.Value == "":
		return nothing
	}
	switch token.New(n.Value, n.Value, nil).Type {
	case token.StringType:
		return ofText
	case token.IntegerType:
		return ofWhole
	case token.FloatType:
		return ofFraction
	case token.BoolType:
		return ofTruth
	}
	q.sure = false
	return ofOther
}

// figures tells whether a text begins as a number does: of these the libraries may
// think otherwise.
func figures(text string) bool { return strings.IndexByte("0123456789+-.", text[0]) >= 0 }
