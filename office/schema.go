package office

import (
	"encoding/json"
	"reflect"
)

// Schema is a JSON Schema (draft 2020-12) of office files, for editors. It is
// made of the same types that the files are read into.
func Schema() []byte {
	defs := map[string]any{}
	root := structSchema(reflect.TypeFor[file](), defs)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "Office file of Terminbote"
	root["$defs"] = defs
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		// Maps of strings, numbers and lists always marshal.
		panic(err)
	}
	return append(data, '\n')
}

func structSchema(t reflect.Type, defs map[string]any) map[string]any {
	properties, required := map[string]any{}, []string{}
	for field := range fields(t) {
		key, optional := keyOf(field)
		property := valueSchema(field.Type, field.Tag, defs)
		property["description"] = field.Tag.Get("doc")
		properties[key] = property
		if !optional {
			required = append(required, key)
		}
	}
	schema := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		schema["required"] = required
	}
	return schema
}

// valueSchema describes one value: a leaf, a list, or a struct, which is
// written once and referred to.
func valueSchema(t reflect.Type, tag reflect.StructTag, defs map[string]any) map[string]any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if l, ok := reflect.New(t).Interface().(leaf); ok {
		return l.schema(tag)
	}
	if t.Kind() == reflect.Slice {
		return map[string]any{"type": "array", "minItems": 1, "items": valueSchema(t.Elem(), "", defs)}
	}
	if _, known := defs[t.Name()]; !known {
		defs[t.Name()] = structSchema(t, defs)
	}
	return map[string]any{"$ref": "#/$defs/" + t.Name()}
}
