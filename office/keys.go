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

// keySet is the keys that one type of an office file has, in its order.
type keySet struct {
	all []knownKey
	by  map[string]int // in all
}

type knownKey struct {
	name     string
	optional bool
	field    int // of the struct
	tag      reflect.StructTag
}

func (k *keySet) names() []string {
	all := make([]string, len(k.all))
	for i, key := range k.all {
		all[i] = key.name
	}
	return all
}

// keySets is those of all types: a file asks for them thousands of times, and reflect
// makes fields and tags afresh each time.
var keySets sync.Map // of *keySet, by reflect.Type

func keysFor(t reflect.Type) *keySet {
	if known, ok := keySets.Load(t); ok {
		set, _ := known.(*keySet)
		return set
	}
	set := &keySet{by: map[string]int{}}
	for field := range fields(t) {
		name, optional := keyOf(field)
		set.by[name] = len(set.all)
		set.all = append(set.all, knownKey{name, optional, field.Index[0], field.Tag})
	}
	known, _ := keySets.LoadOrStore(t, set)
	set, _ = known.(*keySet)
	return set
}

// anyTwice tells whether a key stands twice among keys. A few are compared, which most
// mappings have; of many a set is made, lest a file of nothing but keys take its square
// of time.
func anyTwice(keys []pair) bool {
	const few = 32
	if len(keys) > few {
		known := make(map[string]bool, len(keys))
		for i := range keys {
			known[keys[i].key] = true
		}
		return len(known) < len(keys)
	}
	for i := range keys {
		for j := range i {
			if keys[i].key == keys[j].key {
				return true
			}
		}
	}
	return false
}
