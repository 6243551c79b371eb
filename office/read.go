package office

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// reader turns the nodes of an office file into the types that describe it,
// and remembers what it could not read.
type reader struct {
	report
	alike      *alike // what other files say
	translated []translated
	cut        map[position]bool // where the beginning of a value stands that a comma has cut in two
}

// translated is a text of the file with the languages it stands in.
type translated struct {
	position
	in map[string]position
}

// read reads a file as far as it can be read.
func read(name string, data []byte, others *alike) (*file, *reader) {
	r := &reader{report: report{file: name, lang: languageOf(data)}, alike: others}
	f := new(file)
	if root := r.root(data); root != nil {
		r.value(root, reflect.ValueOf(f).Elem(), "")
		r.checkTranslations(f.Languages)
	}
	return f, r
}

// value reads n into v, which is a leaf, a list, or a struct with keys.
func (r *reader) value(n ast.Node, v reflect.Value, tag reflect.StructTag) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if l, ok := v.Addr().Interface().(leaf); ok {
		l.read(r, n, tag)
		return
	}
	if v.Kind() == reflect.Slice {
		r.list(n, v, tag)
		return
	}
	r.keys(n, v)
}

func (r *reader) list(n ast.Node, v reflect.Value, tag reflect.StructTag) {
	values, ok := r.sequence(n)
	if !ok {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(values), len(values)))
	for i, item := range values {
		r.value(item, v.Index(i), tag)
	}
}

// sequence is the items of a list that must not be empty.
func (r *reader) sequence(n ast.Node) ([]ast.Node, bool) {
	sequence, ok := n.(*ast.SequenceNode)
	switch {
	case !ok:
		r.unexpected(n, say("a list, such as [a, b]"))
		return nil, false
	case len(sequence.Values) == 0:
		r.add(at(n), "the list is empty; expected at least one entry, or no such key at all")
		return nil, false
	}
	return sequence.Values, true
}

// keys reads a mapping into the struct whose fields name the keys.
func (r *reader) keys(n ast.Node, v reflect.Value) {
	entries, ok := r.mapping(n, say("keys with values, such as \"id: …\""))
	if !ok {
		return
	}
	if s, ok := v.Addr().Interface().(interface{ stand(position) }); ok {
		s.stand(at(n))
	}
	given := map[string]bool{}
	for _, e := range entries {
		given[e.key] = true
		field, ok := fieldFor(v.Type(), e.key)
		switch {
		case !ok:
			r.add(e.position, "unknown key %s; %s", quote(e.key), suggest(e.key, keysOf(v.Type())))
			given[nearest(e.key, keysOf(v.Type()))] = true // one slip is one fault
		case e.value != nil:
			r.value(e.value, v.FieldByIndex(field.Index), field.Tag)
		default:
			r.add(e.position, "%s has no value; expected: %s", quote(e.key), say(field.Tag.Get("doc")))
		}
	}
	for field := range fields(v.Type()) {
		if key, optional := keyOf(field); !optional && !given[key] {
			r.add(at(n), "%s is missing; expected: %s", quote(key), say(field.Tag.Get("doc")))
		}
	}
}

// entry is one key of a mapping with its value, nil where it has none.
type entry struct {
	position
	key   string
	value ast.Node
}

// mapping is the entries of a mapping, each key once.
func (r *reader) mapping(n ast.Node, expected message) ([]entry, bool) {
	var nodes []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		nodes = n.Values
	case *ast.MappingValueNode:
		nodes = []*ast.MappingValueNode{n}
	default:
		r.unexpected(n, expected)
		return nil, false
	}
	var entries []entry
	first := map[string]position{}
	for i, node := range nodes {
		if cutByComma(node) {
			r.addComma(nodes[max(i-1, 0)], node)
			continue
		}
		e := entry{position: at(node.Key), key: node.Key.GetToken().Value, value: node.Value}
		if node.Value == nil || node.Value.Type() == ast.NullType {
			e.value = nil
		}
		if before, twice := first[e.key]; twice {
			r.add(e.position, "%s stands here a second time; it was given in line %d already", quote(e.key), before.line)
			continue
		}
		first[e.key] = e.position
		entries = append(entries, e)
	}
	return entries, true
}

func (r *reader) unexpected(n ast.Node, expected message) {
	if r.cut[at(n)] {
		return // what is left of it is no value of its own
	}
	r.add(at(n), "found %s; expected %s", describe(n), expected)
}

// at is where a node stands. A mapping stands where its first key does.
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

// describe says what a node is in words for somebody who is no programmer.
func describe(n ast.Node) message {
	switch n.Type() {
	case ast.NullType:
		return say("nothing")
	case ast.SequenceType:
		return say("a list")
	case ast.MappingType, ast.MappingValueType:
		return say("keys with values")
	case ast.IntegerType, ast.FloatType:
		return say("the number %s", n.GetToken().Value)
	case ast.BoolType:
		return say("%s", n.GetToken().Value)
	case ast.StringType:
		return say("%s", quote(n.GetToken().Value))
	case ast.AnchorType, ast.AliasType, ast.MergeKeyType, ast.TagType:
		return say("YAML's &, *, << or !, which office files do not use")
	}
	return say("something else")
}

// quote puts what somebody wrote in quotes, cut to a length one can read.
func quote(s string) string {
	const most = 60
	if letters := []rune(s); len(letters) > most {
		s = string(letters[:most]) + "…"
	}
	return strings.ToValidUTF8(fmt.Sprintf("%q", s), "?")
}
