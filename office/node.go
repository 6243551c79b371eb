package office

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// node is a value of an office file as it is written. Either the quick reader or
// the library has read it.
type node struct {
	position
	kind  kind
	text  string // of a text, a number, true or false
	items []node // of a list
	keys  []pair // of keys with values
}

// pair is a key with its value, which has the kind nothing where there is none.
type pair struct {
	position
	key   string
	value node
	alone bool // within { } and without a colon: the rest of a value that a comma cut in two
}

// kind is what a node is to the author of the file.
type kind byte

const (
	nothing kind = iota
	ofText
	ofBlock // a text that begins with > or |
	ofWhole
	ofFraction
	ofTruth
	ofList
	ofKeys
	ofYAML  // YAML's &, *, << or !
	ofOther // whatever else YAML has
)

// kinds are the kinds of the library's nodes; what is not here is ofOther.
var kinds = map[ast.NodeType]kind{
	ast.NullType: nothing, ast.StringType: ofText, ast.LiteralType: ofBlock, ast.IntegerType: ofWhole, ast.FloatType: ofFraction,
	ast.BoolType: ofTruth, ast.SequenceType: ofList, ast.MappingType: ofKeys, ast.MappingValueType: ofKeys,
	ast.AnchorType: ofYAML, ast.AliasType: ofYAML, ast.MergeKeyType: ofYAML, ast.TagType: ofYAML,
}

// nodeOf is what the library has read as a node.
func nodeOf(n ast.Node) node {
	if n == nil {
		return node{position: position{1, 1}}
	}
	known, ok := kinds[n.Type()]
	if !ok {
		known = ofOther
	}
	built := node{position: at(n), kind: known}
	switch n := n.(type) {
	case *ast.StringNode:
		built.text = n.Value
	case *ast.LiteralNode:
		built.text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		built.text = n.GetToken().Value
	case *ast.SequenceNode:
		for _, item := range n.Values {
			built.items = append(built.items, nodeOf(item))
		}
	case *ast.MappingNode:
		for _, value := range n.Values {
			built.keys = append(built.keys, pairOf(value))
		}
	case *ast.MappingValueNode:
		built.keys = []pair{pairOf(n)}
	}
	return built
}

func pairOf(n *ast.MappingValueNode) pair {
	p := pair{position: at(n.Key), key: n.Key.GetToken().Value, alone: cutByComma(n)}
	if n.Value != nil {
		p.value = nodeOf(n.Value)
	}
	return p
}

// cutByComma tells whether an entry of {…} is the rest of a value that a comma
// cut in two: it has no colon.
func cutByComma(n *ast.MappingValueNode) bool {
	if n.Value != nil && n.Value.Type() != ast.NullType {
		return false
	}
	next := n.Key.GetToken().Next
	return next != nil && (next.Type == token.CollectEntryType || next.Type == token.MappingEndType)
}

// at is where a node of the library stands. A mapping stands where its first key does.
func at(n ast.Node) position {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0].Key
	}
	if m, ok := n.(*ast.MappingValueNode); ok {
		n = m.Key
	}
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return position{1, 1}
	}
	p := n.GetToken().Position
	return position{p.Line, p.Column}
}
