package office

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A test that changes its sample changes no other one.
func TestSamplesShareNothingButPictures(t *testing.T) {
	t.Parallel()
	first := places(reflect.ValueOf(*Sample().Offices[0]), "office", map[uintptr]string{})
	second := places(reflect.ValueOf(*Sample().Offices[0]), "office", map[uintptr]string{})
	if len(first) < 100 {
		t.Fatalf("only %d lists and pointers were found", len(first))
	}
	for place, name := range first {
		if second[place] != "" {
			t.Errorf("two samples share %s", name)
		}
	}
}

func TestTheSampleIsWhatItsFileSays(t *testing.T) {
	t.Parallel()
	sameZone := cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() })
	functions := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().Type().Kind() == reflect.Func }, cmp.Ignore())
	all := cmp.Exporter(func(reflect.Type) bool { return true })
	if diff := cmp.Diff(sample(t), Sample().Offices[0], sameZone, functions, all); diff != "" {
		t.Error(diff)
	}
}

// places is where the lists and what is pointed to stand in memory, by a name.
// Pictures, which nobody changes, are bytes.
func places(v reflect.Value, name string, all map[uintptr]string) map[uintptr]string {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*time.Location]() {
			all[v.Pointer()] = name
			places(v.Elem(), name, all)
		}
	case reflect.Slice:
		if v.Len() == 0 || v.Type().Elem().Kind() == reflect.Uint8 {
			break
		}
		all[v.Pointer()] = name
		for i := range v.Len() {
			places(v.Index(i), name+"[]", all)
		}
	case reflect.Map:
		if !v.IsNil() {
			all[v.Pointer()] = name
		}
		for of := v.MapRange(); of.Next(); {
			places(of.Value(), name+"[]", all)
		}
	case reflect.Array:
		for i := range v.Len() {
			places(v.Index(i), name+"[]", all)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			places(v.Field(i), name+"."+v.Type().Field(i).Name, all)
		}
	default:
	}
	return all
}
