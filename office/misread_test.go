package office

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// What cannot be read is one fault, whatever else looks at it: nothing is said of what
// would follow from it. Names are left out, which others refer to.
func TestWhatCannotBeReadIsOneFault(t *testing.T) {
	t.Parallel()
	data := []byte(content(t, "testdata/full.yaml"))
	root, _ := byLibrary(data)
	tried := 0
	misread := func(n *node, path string) {
		tried++
		is := *n
		for _, as := range []kind{ofOther, ofText, ofWhole} {
			n.kind, n.text = as, ""
			i := newReader("full.yaml", data, newAlike()).inspect(root, beside("full.yaml"))
			warn(i, checked)
			if len(i.faults) != 1 || i.faults[0].Line != n.line || len(i.warnings) > 0 {
				t.Errorf("%s, kind %d:\n%v\n%v", path, as, i.faults, i.warnings)
			}
		}
		*n = is
	}
	var each func(n *node, path string, of reflect.Type)
	each = func(n *node, path string, of reflect.Type) {
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if _, isLeaf := reflect.New(of).Interface().(leaf); isLeaf {
			if of != reflect.TypeFor[name]() || strings.HasSuffix(path, " first") {
				misread(n, path)
			}
			return
		}
		for i := range n.items {
			each(&n.items[i], path+" -", of.Elem())
		}
		for i := range n.keys {
			for field := range fields(of) {
				if key, _ := keyOf(field); key == n.keys[i].key {
					each(&n.keys[i].value, path+" "+key, field.Type)
				}
			}
		}
	}
	each(&root, "", reflect.TypeFor[file]())
	if tried < 150 {
		t.Errorf("only %d values were tried", tried)
	}
}

// A key that is missing, or has no value, is one fault: nothing is said of what would
// follow from it.
func TestWhatIsMissingIsOneFault(t *testing.T) {
	t.Parallel()
	data := []byte(content(t, "testdata/full.yaml"))
	root, _ := byLibrary(data)
	tried := 0
	alone := func(what string) {
		tried++
		i := newReader("full.yaml", data, newAlike()).inspect(root, beside("full.yaml"))
		warn(i, checked)
		if len(i.faults) != 1 || len(i.warnings) > 0 {
			t.Errorf("%s:\n%v\n%v", what, i.faults, i.warnings)
		}
	}
	var each func(n *node, path string, of reflect.Type)
	each = func(n *node, path string, of reflect.Type) {
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if _, isLeaf := reflect.New(of).Interface().(leaf); isLeaf {
			for i := range n.keys {
				value := n.keys[i].value
				n.keys[i].value = node{position: value.position}
				alone(path + ", without a value in a language")
				n.keys[i].value = value
			}
			return
		}
		for i := range n.items {
			each(&n.items[i], path+" -", of.Elem())
		}
		for i := range n.keys {
			for field := range fields(of) {
				key, optional := keyOf(field)
				if key != n.keys[i].key {
					continue
				}
				if field.Type != reflect.TypeFor[name]() && !optional {
					all := n.keys
					n.keys = slices.Delete(slices.Clone(all), i, i+1)
					alone(path + " " + key)
					n.keys = all
				}
				each(&n.keys[i].value, path+" "+key, field.Type)
			}
		}
	}
	each(&root, "", reflect.TypeFor[file]())
	if tried < 100 {
		t.Errorf("only %d keys were left out", tried)
	}
}

// Of a name that cannot be read what others say is checked against those that can, and
// nothing is said of a name that is empty.
func TestANameThatCannotBeReadIsNotTakenForAnEmptyOne(t *testing.T) {
	t.Parallel()
	data := []byte(content(t, "testdata/full.yaml"))
	root, _ := byLibrary(data)
	var each func(n *node, path string, of reflect.Type)
	each = func(n *node, path string, of reflect.Type) {
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of == reflect.TypeFor[name]() {
			is := *n
			n.kind, n.text = ofOther, ""
			i := newReader("full.yaml", data, newAlike()).inspect(root, beside("full.yaml"))
			warn(i, checked)
			for _, said := range append(i.faults, i.warnings...) {
				if strings.Contains(said.Text, `""`) {
					t.Errorf("%s: %s", path, said.Text)
				}
			}
			*n = is
			return
		}
		for i := range n.items {
			each(&n.items[i], path+" -", of.Elem())
		}
		for i := range n.keys {
			for field := range fields(of) {
				if key, _ := keyOf(field); key == n.keys[i].key && of.Kind() == reflect.Struct {
					each(&n.keys[i].value, path+" "+key, field.Type)
				}
			}
		}
	}
	each(&root, "", reflect.TypeFor[file]())
}
