package office

import (
	"cmp"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// leaves notes the values of a file by what leads there: the first one of each
// kind, whatever list it is in.
type leaves struct {
	found map[string]leafValue
	names map[string]bool // that other values can refer to
	path  []string
}

func (l *leaves) walk(n ast.Node) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			l.walk(v)
		}
	case *ast.MappingValueNode:
		l.path = append(l.path, n.Key.String())
		l.walk(n.Value)
		l.path = l.path[:len(l.path)-1]
	case *ast.SequenceNode:
		for _, v := range n.Values {
			l.walk(v)
		}
	case *ast.StringNode:
		l.note(n.Value, func(value string) { n.Value = value })
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		l.note(n.GetToken().Value, func(value string) { n.GetToken().Value = value })
	}
}

// leafValue is a value, and puts another one in its place.
type leafValue struct {
	is  string
	set func(string)
}

func (l *leaves) note(value string, set func(string)) {
	at := strings.Join(l.path, " ")
	if strings.HasSuffix(at, " id") {
		l.names[value] = true
	}
	if _, found := l.found[at]; !found {
		l.found[at] = leafValue{value, set}
	}
}

// otherwise is what could stand in place of a value.
func otherwise(value string) (all []string) {
	if n, err := strconv.Atoi(value); err == nil {
		return []string{strconv.Itoa(n + 1), strconv.Itoa(n - 1), strconv.Itoa(n + 5), strconv.Itoa(n - 5), strconv.Itoa(2 * n)}
	}
	switch value {
	case "true":
		return []string{"false"}
	case "false":
		return []string{"true"}
	}
	for _, change := range [][2]string{
		{"08:", "09:"},
		{":00", ":05"},
		{":30", ":35"},
		{"-1", "-2"},
		{"2026", "2027"},
		{"00", "01"},
		{"mon", "tue"},
		{"https", "http"},
		{"50", "55"},
		{"10", "15"},
		{"5", "6"},
		{"2", "3"},
		{"1", "2"},
	} {
		if strings.Contains(value, change[0]) {
			all = append(all, strings.Replace(value, change[0], change[1], 1))
		}
	}
	return append(all, value+"x", value+" X")
}

// told is all that is made of a file.
func told(t *testing.T, data string) (string, bool) {
	t.Helper()
	o, err := Parse("x.yaml", []byte(data))
	if err != nil {
		return "", false
	}
	var text strings.Builder
	show(&text, reflect.ValueOf(o))
	return text.String(), true
}

// show writes a value down as it is, behind pointers too. What functions do is not
// seen.
func show(to *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			show(to, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fmt.Fprintf(to, "%s{", v.Type().Field(i).Name)
			show(to, v.Field(i))
			to.WriteString("}")
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			show(to, v.Index(i))
			to.WriteString(",")
		}
	case reflect.Map:
		for _, key := range slices.SortedFunc(slices.Values(v.MapKeys()), func(a, b reflect.Value) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) }) {
			fmt.Fprintf(to, "%v:", key)
			show(to, v.MapIndex(key))
		}
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
	default:
		fmt.Fprintf(to, "%v", v)
	}
}

// inFunctions is what the office keeps in functions, which other tests call.
var inFunctions = []string{"walk_in_days from", "walk_in_days until"}

// Whatever stands in an office file, in a key that comes tomorrow too: another
// value makes another office, or is a fault. Nothing is read and dropped, nothing
// put where something else belongs. What names something names what there is.
func TestNoValueIsWithoutEffect(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads a file some hundred times")
	}
	t.Parallel()
	counts := map[string]bool{}
	for _, path := range []string{"testdata/small.yaml", "werne.yaml"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseBytes(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		base, ok := told(t, file.String())
		if as, _ := told(t, string(data)); !ok || as != base {
			t.Fatalf("%s is another office when it is printed", path)
		}
		l := leaves{found: map[string]leafValue{}, names: map[string]bool{}}
		l.walk(file.Docs[0].Body)
		for at, value := range l.found {
			if l.names[value.is] && !strings.HasSuffix(at, "id") && !strings.Contains(at, "asked") {
				value.set(value.is + "x")
				if _, valid := told(t, file.String()); valid {
					t.Errorf("%s: %s may name %q, which is nowhere", path, at, value.is+"x")
				}
				value.set(value.is)
			}
			if counts[at] || slices.Contains(inFunctions, at) {
				continue
			}
			for _, other := range otherwise(value.is) {
				value.set(other)
				if now, valid := told(t, file.String()); valid {
					if counts[at] = true; now == base {
						t.Errorf("%s: %s: %q makes no difference to %q", path, at, other, value.is)
					}
					break
				}
			}
			value.set(value.is)
		}
	}
	if len(counts) < 100 {
		t.Errorf("only %d values were tried", len(counts))
	}
}
