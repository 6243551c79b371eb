package office

import (
	"iter"
	"reflect"
	"strings"
	"sync"
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

// fieldsByKey is the fields of each type, by key: a file asks for them thousands of
// times, and reflect makes them afresh each time.
var fieldsByKey sync.Map // of map[string]reflect.StructField, by reflect.Type

func fieldFor(t reflect.Type, key string) (reflect.StructField, bool) {
	known, ok := fieldsByKey.Load(t)
	if !ok {
		all := map[string]reflect.StructField{}
		for field := range fields(t) {
			key, _ := keyOf(field)
			all[key] = field
		}
		known, _ = fieldsByKey.LoadOrStore(t, all)
	}
	all, _ := known.(map[string]reflect.StructField)
	field, ok := all[key]
	return field, ok
}

func keysOf(t reflect.Type) []string {
	var all []string
	for field := range fields(t) {
		key, _ := keyOf(field)
		all = append(all, key)
	}
	return all
}
