package office

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// leaf is a value of an office file that is no further list or struct. It
// reads itself and describes itself to editors, so that both say the same.
type leaf interface {
	stand(at position)
	read(r *reader, n *node, tag reflect.StructTag)
	schema(tag reflect.StructTag) map[string]any
}

// value is what a leaf holds, and where it stands. It is set once it was given
// and could be read.
type value[T any] struct {
	position
	v   T
	set bool
}

func (x *value[T]) take(n *node, v T) { x.position, x.v, x.set = n.position, v, true }

// given tells whether something stands there, though perhaps nothing that can be read.
func (x *value[T]) given() bool { return x.position != position{} }

// string reads one line of text.
func (r *reader) string(n *node, expected message) (string, bool) {
	switch n.kind {
	case ofText, ofBlock:
	case ofWhole, ofFraction, ofTruth:
		r.unexpected(n, say("%s, in quotes", expected))
		return "", false
	default:
		r.unexpected(n, expected)
		return "", false
	}
	s := strings.TrimSpace(n.text)
	switch {
	case s == "":
		r.add(n.position, "the text is empty; expected %s", expected)
		return "", false
	case strings.ContainsFunc(s, unicode.IsControl):
		r.add(n.position, "the text holds a line break or control character; expected %s in one line", expected)
		return "", false
	}
	return r.alike.string(s), true
}

// matching reads a text of a certain form.
func (r *reader) matching(n *node, form *regexp.Regexp, expected message) (string, bool) {
	s, ok := r.string(n, expected)
	if ok && !form.MatchString(s) {
		r.add(n.position, "%s is not what belongs here; expected %s", quote(s), expected)
		return "", false
	}
	return s, ok
}

// line is a text that is the same in every language.
type line struct{ value[string] }

func (x *line) read(r *reader, n *node, _ reflect.StructTag) {
	if s, ok := r.string(n, say("a text")); ok {
		x.take(n, s)
	}
}

func (x *line) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "minLength": 1}
}

// name is the short name of a part of the office. It fits into buttons and is
// stored, so it is short and plain.
type name struct{ value[string] }

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

const nameLength = 20

func (x *name) read(r *reader, n *node, _ reflect.StructTag) {
	s, ok := r.matching(n, nameForm, say("a short name of small letters, digits and hyphens, such as id-card"))
	if !ok {
		return
	}
	if len(s) > nameLength {
		r.add(n.position, "%s has %d letters; expected at most %d", quote(s), len(s), nameLength)
	}
	x.take(n, s)
}

func (x *name) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "pattern": nameForm.String(), "maxLength": nameLength}
}

// language is a BCP 47 tag.
type language struct{ value[string] }

var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

func (x *language) read(r *reader, n *node, _ reflect.StructTag) {
	if s, ok := r.matching(n, languageForm, say("a language, such as de or en")); ok {
		x.take(n, s)
	}
}

func (x *language) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "pattern": languageForm.String()}
}

// leika is a key of the national service catalogue (Leistungskatalog).
type leika struct{ value[string] }

var leikaForm = regexp.MustCompile(`^[0-9]{14}$`)

func (x *leika) read(r *reader, n *node, _ reflect.StructTag) {
	if s, ok := r.matching(n, leikaForm, say("14 digits")); ok {
		x.take(n, s)
	}
}

func (x *leika) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "pattern": leikaForm.String()}
}

// flag is true or false.
type flag struct{ value[bool] }

func (x *flag) read(r *reader, n *node, _ reflect.StructTag) {
	if n.kind == ofTruth {
		x.take(n, strings.EqualFold(n.text, "true"))
		return
	}
	r.unexpected(n, say("true or false"))
}

func (x *flag) schema(reflect.StructTag) map[string]any { return map[string]any{"type": "boolean"} }

// number is a whole number within the bounds of its tag.
type number struct{ value[int] }

// numberForm leaves out YAML's hexadecimal, octal and underscored numbers: in
// an office file they are typing mistakes.
var numberForm = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,8})$`)

func (x *number) read(r *reader, n *node, tag reflect.StructTag) {
	low, high := bounds(tag)
	expected := say("a whole number from %d to %d", low, high)
	if n.kind != ofWhole || !numberForm.MatchString(n.text) {
		r.unexpected(n, expected)
		return
	}
	i, err := strconv.Atoi(n.text)
	if err != nil || i < low || i > high {
		r.add(n.position, "%s is out of range; expected %s", n.text, expected)
		return
	}
	x.take(n, i)
}

func (x *number) schema(tag reflect.StructTag) map[string]any {
	low, high := bounds(tag)
	return map[string]any{"type": "integer", "minimum": low, "maximum": high}
}

// bounds is what a number's tag allows; every number's tag has both.
func bounds(tag reflect.StructTag) (low, high int) {
	low, _ = strconv.Atoi(tag.Get("min"))
	high, _ = strconv.Atoi(tag.Get("max"))
	return low, high
}
