package telegramtest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Schema says which parameters the methods take and which fields objects have.
type Schema struct {
	methods map[string]shape
	objects map[string]shape
}

// shape is the fields of an object or the parameters of a method.
type shape struct {
	fields   map[string]field
	required []string
	oneOf    []string // an abstract object is one of these
}

type field struct {
	types []kind
}

// kind is a type's name under so many arrays.
type kind struct {
	name  string
	depth int
}

func (k kind) String() string { return strings.Repeat("Array of ", k.depth) + k.name }

//go:embed rules.txt
var rulesText string

// rules is the table that always holds.
var rules = parseRules(rulesText)

func parseRules(text string) *Schema {
	s := &Schema{methods: map[string]shape{}, objects: map[string]shape{}}
	var into map[string]shape
	var name string
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0] == "#":
		case line[0] == '\t':
			into[name] = into[name].with(words)
		default:
			into, name = s.objects, words[1]
			if words[0] == "method" {
				into = s.methods
			}
			into[name] = shape{fields: map[string]field{}}
		}
	}
	return s
}

func (s shape) with(words []string) shape {
	if words[0] == "one" {
		s.oneOf = words[2:]
		return s
	}
	name, required := strings.CutSuffix(words[0], "!")
	if required {
		s.required = append(s.required, name)
	}
	var types []kind
	for t := range strings.SplitSeq(words[1], "|") {
		base := strings.ReplaceAll(t, "[]", "")
		types = append(types, kind{base, (len(t) - len(base)) / 2})
	}
	s.fields[name] = field{types}
	return s
}

// wordsForMissing are Telegram's own complaints about parameters left out.
var wordsForMissing = map[string]string{
	"chat_id":    "chat_id is empty",
	"text":       "message text is empty",
	"document":   "there is no document in the request",
	"message_id": "message identifier is not specified",
	"action":     "wrong parameter action in request",
}

// check holds a request against the method's shape.
func (s *Schema) check(method string, q *request) *refusal {
	shape, known := s.methods[method]
	if !known {
		return &refusal{code: 404, text: textNoMethod, blame: true}
	}
	for name, v := range q.values {
		f, known := shape.fields[name]
		if !known {
			return blame("strict: %s has no parameter %q", method, name)
		}
		if err := s.checkValue(f, v); err != nil {
			return blame("strict: parameter %q of %s: %v", name, method, err)
		}
	}
	if err := shape.checkFiles(method, q); err != nil {
		return err
	}
	return shape.checkRequired(q)
}

func (s shape) checkRequired(q *request) *refusal {
	for _, name := range s.required {
		if _, given := q.values[name]; given {
			continue
		}
		if _, given := q.files[name]; given {
			continue
		}
		if words := wordsForMissing[name]; words != "" {
			return blame("%s", words)
		}
		if name != "url" { // an empty address takes the webhook away
			return blame("parameter %q is required", name)
		}
	}
	return nil
}

// checkFiles lets no file in that no parameter speaks of.
func (s shape) checkFiles(method string, q *request) *refusal {
	for name := range q.files {
		f, direct := s.fields[name]
		if direct && slices.Contains(f.types, kind{name: "InputFile"}) {
			continue
		}
		attached := false
		for _, v := range q.values {
			attached = attached || strings.Contains(v.text, "attach://"+name)
		}
		if !attached {
			return blame("strict: %s takes no file %q", method, name)
		}
	}
	return nil
}

func (s *Schema) checkValue(f field, v value) error {
	if !utf8.ValidString(v.text) {
		return fmt.Errorf("is not UTF-8")
	}
	var first error
	for _, k := range f.types {
		err := s.checkAs(k, v)
		if err == nil {
			return nil
		}
		if first == nil || !strings.HasPrefix(err.Error(), "no ") {
			first = err
		}
	}
	return first
}

func (s *Schema) checkAs(k kind, v value) error {
	isText := v.kind == 0 || v.kind == '"'
	if k.depth == 0 {
		switch k.name {
		case "String", "InputFile":
			return unless(isText, k, v.text)
		case "Integer":
			_, err := strconv.ParseInt(v.text, 10, 64)
			return unless(err == nil, k, v.text)
		case "Float":
			_, err := strconv.ParseFloat(v.text, 64)
			return unless(err == nil, k, v.text)
		case "Boolean", "True":
			return unless((v.text == "true" || v.text == "false") && v.kind != '"', k, v.text)
		}
	}
	decoder := json.NewDecoder(strings.NewReader(v.text))
	decoder.UseNumber()
	var decoded any
	if err := decoder.Decode(&decoded); err != nil {
		return fmt.Errorf("is no JSON of %v", k)
	}
	return s.fits(k, decoded)
}

func unless(ok bool, k kind, got any) error {
	if ok {
		return nil
	}
	return fmt.Errorf("no %v: %.60q", k, fmt.Sprint(got))
}

// fits says whether a decoded JSON value is of a kind, all the way down.
func (s *Schema) fits(k kind, v any) error {
	if k.depth > 0 {
		list, ok := v.([]any)
		for i, each := range list {
			if err := s.fits(kind{k.name, k.depth - 1}, each); err != nil {
				return fmt.Errorf("[%d] %w", i, err)
			}
		}
		return unless(ok, k, v)
	}
	switch got := v.(type) {
	case string: // a plain button may be its label alone
		return unless(k.name == "String" || k.name == "InputFile" || k.name == "KeyboardButton", k, v)
	case bool:
		return unless(k.name == "Boolean" || k.name == "True" && got, k, v)
	case json.Number:
		return unless(k.name == "Float" || k.name == "Integer" && !strings.ContainsAny(got.String(), ".eE"), k, v)
	case map[string]any:
		return s.fitsObject(k, got)
	}
	return unless(false, k, v)
}

func (s *Schema) fitsObject(k kind, object map[string]any) error {
	switch k.name {
	case "String", "Integer", "Float", "Boolean", "True", "InputFile":
		return unless(false, k, object)
	}
	shape, known := s.objects[k.name]
	if !known {
		return nil // an object the table says nothing about
	}
	if shape.oneOf != nil {
		return s.fitsOneOf(shape.oneOf, object)
	}
	for _, name := range shape.required {
		if _, given := object[name]; !given {
			return fmt.Errorf("no %s: %q is missing", k.name, name)
		}
	}
	for name, v := range object {
		f, known := shape.fields[name]
		if !known {
			return fmt.Errorf("%s has no field %q", k.name, name)
		}
		if err := s.fitsAny(f.types, v); err != nil {
			return fmt.Errorf("%s.%s: %w", k.name, name, err)
		}
	}
	return nil
}

func (s *Schema) fitsAny(types []kind, v any) (err error) {
	for _, k := range types {
		if err = s.fits(k, v); err == nil {
			return nil
		}
	}
	return err
}

func (s *Schema) fitsOneOf(names []string, object map[string]any) (err error) {
	for _, name := range names {
		if err = s.fits(kind{name: name}, object); err == nil {
			return nil
		}
	}
	return err
}
