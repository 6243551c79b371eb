package office

import (
	"iter"
	"reflect"
	"strings"
)

// fields yields the fields of an office file type that stand for keys.
func fields(t reflect.Type) iter.Seq[reflect.StructField] {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if field := t.Field(i); field.Tag.Get("key") != "" && !yield(field) {
				return
			}
		}
	}
}

// keyOf is a field's key, and whether it may be left out.
func keyOf(field reflect.StructField) (key string, optional bool) {
	key, rest, _ := strings.Cut(field.Tag.Get("key"), ",")
	return key, rest == "optional"
}

func fieldFor(t reflect.Type, key string) (reflect.StructField, bool) {
	for field := range fields(t) {
		if k, _ := keyOf(field); k == key {
			return field, true
		}
	}
	return reflect.StructField{}, false
}

func keysOf(t reflect.Type) []string {
	var all []string
	for field := range fields(t) {
		key, _ := keyOf(field)
		all = append(all, key)
	}
	return all
}
