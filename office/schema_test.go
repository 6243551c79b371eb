package office

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

// object is a piece of JSON.
type object = map[string]any

func schema(t *testing.T) object {
	t.Helper()
	var s object
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// validator holds a document against as much of JSON Schema as Schema uses,
// and fails on any keyword it does not know.
type validator struct {
	root   object
	faults []string
}

func (v *validator) fault(path, format string, args ...any) {
	v.faults = append(v.faults, path+": "+fmt.Sprintf(format, args...))
}

func (v *validator) check(path string, s object, value any) {
	given, _ := value.(object)
	for keyword, rule := range s {
		switch keyword {
		case "$ref":
			name := strings.TrimPrefix(rule.(string), "#/$defs/")
			v.check(path, v.root["$defs"].(object)[name].(object), value)
		case "type":
			v.checkType(path, rule.(string), value)
		case "enum":
			if !slices.Contains(rule.([]any), value) {
				v.fault(path, "%v is none of %v", value, rule)
			}
		case "pattern":
			if s, ok := value.(string); ok && !regexp.MustCompile(rule.(string)).MatchString(s) {
				v.fault(path, "%q does not match %v", s, rule)
			}
		case "minimum", "maximum", "exclusiveMaximum":
			n, _ := value.(float64)
			bound := rule.(float64)
			if (keyword == "minimum" && n < bound) || (keyword == "maximum" && n > bound) || (keyword == "exclusiveMaximum" && n >= bound) {
				v.fault(path, "%v breaks the %s %v", n, keyword, bound)
			}
		case "minLength", "maxLength", "minItems", "minProperties":
			v.checkSize(path, keyword, int(rule.(float64)), value)
		case "items":
			items, _ := value.([]any)
			for i, item := range items {
				v.check(fmt.Sprintf("%s[%d]", path, i), rule.(object), item)
			}
		case "required":
			for _, key := range rule.([]any) {
				if _, ok := given[key.(string)]; !ok {
					v.fault(path, "%v is missing", key)
				}
			}
		case "propertyNames":
			for key := range given {
				v.check(path, rule.(object), key)
			}
		case "properties", "additionalProperties":
			v.checkProperties(path, s, value)
		case "$schema", "$defs", "title", "description", "examples", "format":
		default:
			v.fault(path, "the validator does not know %q", keyword)
		}
	}
}

func (v *validator) checkType(path, want string, value any) {
	var got string
	switch value := value.(type) {
	case object:
		got = "object"
	case []any:
		got = "array"
	case string:
		got = "string"
	case bool:
		got = "boolean"
	case float64:
		got = "number"
		if want == "integer" && value == float64(int(value)) {
			got = "integer"
		}
	}
	if got != want {
		v.fault(path, "want %s, got %T", want, value)
	}
}

func (v *validator) checkSize(path, keyword string, bound int, value any) {
	size := 0
	switch value := value.(type) {
	case string:
		size = len(value)
	case []any:
		size = len(value)
	case object:
		size = len(value)
	default:
		return // of another type, which is a fault of its own
	}
	if (keyword == "maxLength" && size > bound) || (keyword != "maxLength" && size < bound) {
		v.fault(path, "size %d breaks %s %d", size, keyword, bound)
	}
}

func (v *validator) checkProperties(path string, s object, value any) {
	properties, _ := s["properties"].(object)
	given, _ := value.(object)
	for key, item := range given {
		if property, ok := properties[key]; ok {
			v.check(path+"."+key, property.(object), item)
			continue
		}
		additional, ok := s["additionalProperties"].(object)
		if !ok {
			v.fault(path, "%q is no key of the schema", key)
			continue
		}
		v.check(path+"."+key, additional, item)
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
	v := &validator{root: schema(t)}
	v.check("office", v.root, document)
	return slices.Compact(slices.Sorted(slices.Values(v.faults)))
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
	got := map[string][]string{"file": words(s["properties"].(object))}
	for name, def := range s["$defs"].(object) {
		got[name] = words(def.(object)["properties"].(object))
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
