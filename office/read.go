package office

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
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
	in []pair // by language
}

func newReader(name string, data []byte, others *alike) *reader {
	return &reader{report: report{file: name, lang: languageOf(data)}, alike: others}
}

// inspect reads what a file says at root, as far as it can be read, and checks it.
func (r *reader) inspect(root node, beside fs.FS) inspected {
	f := new(file)
	r.value(&root, reflect.ValueOf(f).Elem(), "")
	r.checkTranslations(f.Languages)
	check(f, &r.report, beside)
	return inspected{f, &r.report}
}

// value reads n into v, which is a leaf, a list, or a struct with keys.
func (r *reader) value(n *node, v reflect.Value, tag reflect.StructTag) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if l, ok := v.Addr().Interface().(leaf); ok {
		l.stand(n.position)
		l.read(r, n, tag)
		return
	}
	if v.Kind() == reflect.Slice {
		r.list(n, v, tag)
		return
	}
	r.keys(n, v)
}

func (r *reader) list(n *node, v reflect.Value, tag reflect.StructTag) {
	values := r.sequence(n)
	// A list that was not understood is not one that was left out.
	v.Set(reflect.MakeSlice(v.Type(), len(values), len(values)))
	for i := range values {
		r.value(&values[i], v.Index(i), tag)
	}
}

// sequence is the items of a list that must not be empty.
func (r *reader) sequence(n *node) []node {
	switch {
	case n.kind != ofList:
		r.unexpected(n, say("a list, such as [a, b]"))
		return nil
	case len(n.items) == 0:
		r.add(n.position, "the list is empty; expected at least one entry, or no such key at all")
		return nil
	}
	return n.items
}

// keys reads a mapping into the struct whose fields name the keys.
func (r *reader) keys(n *node, v reflect.Value) {
	entries, ok := r.mapping(n, say("keys with values, such as \"id: …\""))
	if !ok {
		return
	}
	if s, ok := v.Addr().Interface().(interface{ stand(position) }); ok {
		s.stand(n.position)
	}
	known := keysFor(v.Type())
	given := make([]bool, len(known.all))
	for _, e := range entries {
		i, ok := known.by[e.key]
		switch {
		case !ok:
			r.add(e.position, "unknown key %s; %s", quote(e.key), suggest(e.key, known.names()))
			if slip, ok := known.by[nearest(e.key, known.names())]; ok {
				given[slip] = true // one slip is one fault
			}
			continue
		case e.value.kind != nothing:
			r.value(&e.value, v.Field(known.all[i].field), known.all[i].tag)
		default:
			r.add(e.position, "%s has no value; expected: %s", quote(e.key), say(known.all[i].tag.Get("doc")))
		}
		given[i] = true
	}
	for i, k := range known.all {
		if !k.optional && !given[i] {
			r.add(n.position, "%s is missing; expected: %s", quote(k.name), say(k.tag.Get("doc")))
		}
	}
}

// mapping is the entries of a mapping, each key once.
func (r *reader) mapping(n *node, expected message) ([]pair, bool) {
	if n.kind != ofKeys {
		r.unexpected(n, expected)
		return nil, false
	}
	if !slices.ContainsFunc(n.keys, func(p pair) bool { return p.alone }) && !anyTwice(n.keys) {
		return n.keys, true
	}
	return r.sorted(n.keys), true
}

// sorted is the entries among keys; it reports what is none.
func (r *reader) sorted(keys []pair) []pair {
	var entries []pair
	first := map[string]position{}
	for i, p := range keys {
		if p.alone {
			r.addComma(keys[max(i-1, 0)], p)
			continue
		}
		if before, twice := first[p.key]; twice {
			r.add(p.position, "%s stands here a second time; it was given in line %d already", quote(p.key), before.line)
			continue
		}
		first[p.key] = p.position
		entries = append(entries, p)
	}
	return entries
}

func (r *reader) unexpected(n *node, expected message) {
	if r.cut[n.position] {
		return // what is left of it is no value of its own
	}
	r.add(n.position, "found %s; expected %s", describe(n), expected)
}

// describe says what a node is in words for somebody who is no programmer.
func describe(n *node) message {
	switch n.kind {
	case nothing:
		return say("nothing")
	case ofList:
		return say("a list")
	case ofKeys:
		return say("keys with values")
	case ofWhole, ofFraction:
		return say("the number %s", n.text)
	case ofTruth:
		return say("%s", n.text)
	case ofText:
		return say("%s", quote(n.text))
	case ofYAML:
		return say("YAML's &, *, << or !, which office files do not use")
	case ofBlock, ofOther:
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
