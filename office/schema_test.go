package office

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

// rule is as much of JSON Schema as Schema uses.
type rule struct {
	Title, Description, Format string
	Examples                   []string

	Ref      string           `json:"$ref"`
	Dialect  string           `json:"$schema"`
	Defs     map[string]*rule `json:"$defs"`
	Type     string
	Enum     []string
	Pattern  string
	Required []string
	Items    *rule
	AnyOf    []*rule

	Minimum, Maximum, ExclusiveMaximum            *float64
	MinLength, MaxLength, MinItems, MinProperties *int
	Properties                                    map[string]*rule
	PropertyNames                                 *rule
	AdditionalProperties                          rest
}

// rest is what a schema says of keys it does not name: a rule, or false.
type rest struct{ of *rule }

func (r *rest) UnmarshalJSON(data []byte) error {
	if string(data) == "false" {
		return nil
	}
	return json.Unmarshal(data, &r.of)
}

// schema reads Schema and fails on any keyword that rule does not know.
func schema(t *testing.T) *rule {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(Schema()))
	decoder.DisallowUnknownFields()
	s := new(rule)
	if err := decoder.Decode(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// validator holds a document against a schema.
type validator struct {
	defs   map[string]*rule
	faults []string
}

func (v *validator) fault(path, format string, args ...any) {
	v.faults = append(v.faults, path+": "+fmt.Sprintf(format, args...))
}

func (v *validator) check(path string, r *rule, value any) {
	if r.Ref != "" {
		r = v.defs[strings.TrimPrefix(r.Ref, "#/$defs/")]
	}
	if r.AnyOf != nil {
		v.checkAny(path, r.AnyOf, value)
		return
	}
	switch value := value.(type) {
	case map[string]any:
		v.expect(path, r, "object", "")
		v.checkObject(path, r, value)
	case []any:
		v.expect(path, r, "array", "")
		v.checkSize(path, r.MinItems, nil, len(value))
		for i, item := range value {
			if r.Items != nil {
				v.check(fmt.Sprintf("%s[%d]", path, i), r.Items, item)
			}
		}
	case string:
		v.expect(path, r, "string", value)
		v.checkSize(path, r.MinLength, r.MaxLength, len(value))
		if !regexp.MustCompile(r.Pattern).MatchString(value) {
			v.fault(path, "%q does not match %s", value, r.Pattern)
		}
	case float64:
		v.checkNumber(path, r, value)
	case bool:
		v.expect(path, r, "boolean", "")
	default:
		v.fault(path, "want %s, got %T", r.Type, value)
	}
}

// checkAny holds a value against several rules; one of them must allow it.
func (v *validator) checkAny(path string, rules []*rule, value any) {
	for _, r := range rules {
		try := validator{defs: v.defs}
		if try.check(path, r, value); len(try.faults) == 0 {
			return
		}
	}
	v.fault(path, "none of %d rules allows %v", len(rules), value)
}

// expect checks the type, or for a choice that value is among it.
func (v *validator) expect(path string, r *rule, got, value string) {
	if r.Enum != nil && !slices.Contains(r.Enum, value) {
		v.fault(path, "%q is none of %v", value, r.Enum)
	}
	if r.Enum == nil && r.Type != got {
		v.fault(path, "want %s, got %s", r.Type, got)
	}
}

func (v *validator) checkNumber(path string, r *rule, n float64) {
	kind := "number"
	if r.Type == "integer" && n == float64(int(n)) {
		kind = "integer"
	}
	v.expect(path, r, kind, "")
	if (r.Minimum != nil && n < *r.Minimum) || (r.Maximum != nil && n > *r.Maximum) ||
		(r.ExclusiveMaximum != nil && n >= *r.ExclusiveMaximum) {
		v.fault(path, "%v is out of bounds", n)
	}
}

func (v *validator) checkSize(path string, least, most *int, size int) {
	if (least != nil && size < *least) || (most != nil && size > *most) {
		v.fault(path, "size %d is out of bounds", size)
	}
}

func (v *validator) checkObject(path string, r *rule, given map[string]any) {
	v.checkSize(path, r.MinProperties, nil, len(given))
	for _, key := range r.Required {
		if _, ok := given[key]; !ok {
			v.fault(path, "%s is missing", key)
		}
	}
	for key, item := range given {
		property, ok := r.Properties[key]
		if !ok {
			property = r.AdditionalProperties.of
		}
		if property == nil {
			v.fault(path, "%q is no key of the schema", key)
			continue
		}
		if r.PropertyNames != nil {
			v.check(path, r.PropertyNames, key)
		}
		v.check(path+"."+key, property, item)
	}
}

func validate(t *testing.T, data string) []string {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(asJSON, &document); err != nil {
		t.Fatal(err)
	}
	root := schema(t)
	v := &validator{defs: root.Defs}
	v.check("office", root, document)
	return v.faults
}

// An editor is told which draft it reads, whose words alone the schema uses, and of what
// file; each rule that is referred to stands there, and none besides.
func TestTheSchemaSaysWhatItIs(t *testing.T) {
	t.Parallel()
	s := schema(t)
	if s.Dialect != "https://json-schema.org/draft/2020-12/schema" || s.Title != "Office file of Terminbote" || s.Type != "object" {
		t.Errorf("it is %q by %q, a %s", s.Title, s.Dialect, s.Type)
	}
	var referred []string
	for _, found := range regexp.MustCompile(`"#/\$defs/(\w+)"`).FindAllSubmatch(Schema(), -1) {
		referred = append(referred, string(found[1]))
	}
	slices.Sort(referred)
	if got := slices.Compact(referred); !slices.Equal(got, slices.Sorted(maps.Keys(s.Defs))) {
		t.Errorf("it refers to %v, and has %v", got, slices.Sorted(maps.Keys(s.Defs)))
	}
}

func TestTheSchemaAcceptsEveryOffice(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"werne.yaml", "testdata/small.yaml", "testdata/town/north.yaml", "testdata/town/south.yaml"} {
		if faults := validate(t, content(t, path)); faults != nil {
			t.Errorf("%s:\n%s", path, strings.Join(faults, "\n"))
		}
	}
}

func TestTheSchemaRefusesWhatTheReaderRefuses(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for old, changed := range map[string]string{
		"horizon_days: 14": "horizont_days: 14", "state: NW\n": "", "state: NW": "state: NRW", `"59368"`: "59368",
		"hold_minutes: 15": "hold_minutes: 7.5", "days: [monday,": "days: [moonday,", "max_quantity: 3": "max_quantity: 0",
		"14:00-16:00": "14-16", "amount: 37.00": "amount: free", "synonyms: {de: [Pass], en: [passport]}": "synonyms: {de: [], en: [passport]}",
		"phone_only: true": "phone_only: maybe", "2026-12-24": "24.12.2026", "https://example.org/consent": "example.org",
		"{de: [abholen], en: [pick up]}": "{de: [1], en: [pick up]}", "[Toilette]": "Toilette",
	} {
		if faults := validate(t, strings.Replace(string(small), old, changed, 1)); faults == nil {
			t.Errorf("%q instead of %q is accepted", changed, old)
		}
	}
}

// The keys of the schema are those of the types, seen from outside.
func TestTheSchemaHasEveryKey(t *testing.T) {
	t.Parallel()
	s := schema(t)
	got := map[string][]string{"file": words(s.Properties)}
	s.Defs["file"] = s
	for name, def := range s.Defs {
		got[name] = words(def.Properties)
		for key, property := range def.Properties {
			if property.Description == "" {
				t.Errorf("nothing says what %s in %s means", key, name)
			}
		}
	}
	want := map[string][]string{}
	collectKeys(reflect.TypeFor[file](), want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func collectKeys(typ reflect.Type, into map[string][]string) {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	var keys []string
	for i := range typ.NumField() {
		field := typ.Field(i)
		if field.Anonymous {
			continue
		}
		keys = append(keys, strings.Split(field.Tag.Get("key"), ",")[0])
		if field.Tag.Get("doc") == "" {
			keys = append(keys, field.Name+" has no doc")
		}
		collectKeys(field.Type, into)
	}
	if keys != nil {
		slices.Sort(keys)
		into[typ.Name()] = keys
	}
}
