package office

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// sayers is the functions that take a format, and at which place.
var sayers = map[string][]int{"say": {0}, "add": {1}, "warn": {1}, "fault": {0}, "counted": {1, 2}, "index": {0}}

// Whatever is said about a file can be said in German, with the same gaps.
func TestEveryMessageIsGermanToo(t *testing.T) {
	t.Parallel()
	used := formats(t)
	for format := range used {
		translated, ok := inGerman()[format]
		if !ok {
			t.Errorf("german.yaml has no %q", format)
		} else if got, want := gaps(translated), gaps(format); !slices.Equal(got, want) {
			t.Errorf("german.yaml: %q has the gaps %q, want %q", translated, got, want)
		}
	}
	for format := range inGerman() {
		if !used[format] {
			t.Errorf("german.yaml: nothing says %q", format)
		}
	}
}

var gapForm = regexp.MustCompile(`%(\[[0-9]+\])?[a-z]`)

// gaps is the verbs of a format in the order of their arguments.
func gaps(format string) []string {
	var all []string
	for i, verb := range gapForm.FindAllString(format, -1) {
		index := strconv.Itoa(i + 1)
		if before, after, ok := strings.Cut(verb, "]"); ok {
			index, verb = strings.TrimPrefix(before, "%["), "%"+after
		}
		all = append(all, index+verb)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// formats is what the package says: in its code, and about its keys.
func formats(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	for day := range time.Saturday + 1 {
		used[day.String()] = true
	}
	documented(reflect.TypeFor[file](), used)
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(used, said(parsed))
	}
	return used
}

func documented(t reflect.Type, used map[string]bool) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || reflect.PointerTo(t).Implements(reflect.TypeFor[leaf]()) {
		return
	}
	for field := range fields(t) {
		used[field.Tag.Get("doc")] = true
		documented(field.Type, used)
	}
}

// said is the formats in the calls of a file.
func said(parsed *ast.File) map[string]bool {
	all := map[string]bool{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, at := range sayers[called(call)] {
			if at < len(call.Args) {
				if format := literal(call.Args[at]); strings.ContainsFunc(gapForm.ReplaceAllString(format, ""), isLetter) || strings.Contains(format, ":%d") {
					all[format] = true
				}
			}
		}
		return true
	})
	return all
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// literal is a string as the compiler sees it, or nothing.
func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil {
			return ""
		}
		return s
	case *ast.BinaryExpr:
		return literal(e.X) + literal(e.Y)
	}
	return ""
}
