package office

import (
	_ "embed"
	"maps"
	"reflect"
	"slices"
	"sync"

	"terminbote/booking"
)

//go:embed werne.yaml
var werne []byte

// Sample is a town with the sample office, Werne's. Each call makes a new one,
// which shares only pictures with the others.
func Sample() booking.Town {
	o := sampled().office()
	unshare(reflect.ValueOf(o))
	return booking.Town{Offices: []*booking.Office{o}}
}

// sampled is the sample's file, which is read once.
var sampled = sync.OnceValue(func() inspected {
	i := inspect("werne.yaml", werne, beside("werne.yaml"), newAlike())
	if err := i.faults.err(); err != nil {
		// The file is part of the program; a test holds that it has no fault.
		panic(err)
	}
	return i
})

// unshare gives an office texts of its own in place of those that its file keeps once.
func unshare(v reflect.Value) {
	switch v.Kind() {
	case reflect.Map:
		unshareMap(v)
	case reflect.Pointer:
		if !v.IsNil() {
			unshare(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			unshare(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				unshare(v.Field(i))
			}
		}
	default:
	}
}

func unshareMap(v reflect.Value) {
	switch of := v.Interface().(type) {
	case booking.Text:
		v.Set(reflect.ValueOf(maps.Clone(of)))
	case map[string][]string:
		own := maps.Clone(of)
		for lang, words := range own {
			own[lang] = slices.Clone(words)
		}
		v.Set(reflect.ValueOf(own))
	case map[booking.Detail]booking.Text:
		own := maps.Clone(of)
		for topic, text := range own {
			own[topic] = maps.Clone(text)
		}
		v.Set(reflect.ValueOf(own))
	}
}
