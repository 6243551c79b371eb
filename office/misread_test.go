package office

import (
	"reflect"
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
		n.kind, n.text = ofOther, ""
		i := newReader("full.yaml", data, newAlike()).inspect(root, beside("full.yaml"))
		warn(i, checked)
		if len(i.faults) != 1 || i.faults[0].Line != n.line || len(i.warnings) > 0 {
			t.Errorf("%s:\n%v\n%v", path, i.faults, i.warnings)
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
