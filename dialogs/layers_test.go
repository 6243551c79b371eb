package dialogs_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// layer is a part of the package that a file's prefix names, and which parts
// below it the file may use besides its own.
type layer struct {
	prefixes []string
	below    []string
}

// layers is the direction of the package: a file uses its own layer and those
// that stand below it in the table.
var layers = map[string]layer{
	"data":    {[]string{"doc", "state", "view", "choice", "event", "command", "result", "facts", "ports", "directory"}, nil},
	"talk":    {[]string{"talk", "flow", "reading", "line", "card", "visit", "free", "draft", "letter", "terms", "proposals", "miss"}, []string{"data"}},
	"notice":  {[]string{"notice"}, []string{"data", "talk"}},
	"ask":     {[]string{"ask"}, []string{"data", "talk", "notice"}},
	"answer":  {[]string{"answer"}, []string{"data", "talk"}},
	"take":    {[]string{"take"}, []string{"data", "talk", "notice", "ask", "answer"}},
	"citizen": {[]string{"my", "wait"}, []string{"data", "talk", "notice", "ask", "answer", "take"}},
	"staff":   {[]string{"staff"}, []string{"data", "talk", "notice", "ask", "answer", "take"}},
	"turn":    {[]string{"turn"}, []string{"data", "talk", "notice", "ask", "answer", "take", "citizen", "staff"}},
}

// layerOf is the layer of a file: ask_day.go is one of the questions.
func layerOf(file string) string {
	prefix, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".go"), "_")
	for name, l := range layers {
		if slices.Contains(l.prefixes, prefix) {
			return name
		}
	}
	return ""
}

func TestFilesUseOnlyWhatStandsBelowThem(t *testing.T) {
	t.Parallel()
	p := checkedPackage(t)
	for _, file := range p.files {
		if layerOf(p.nameOf(file.Pos())) == "" {
			t.Errorf("%s has no layer: add its prefix to the table above", p.nameOf(file.Pos()))
		}
	}
	for _, u := range p.uses() {
		from, to := layerOf(u.from), layerOf(u.to)
		if from != to && !slices.Contains(layers[from].below, to) {
			t.Errorf("%s (%s) uses %s of %s (%s)", u.at, from, u.name, u.to, to)
		}
	}
}

// Only what reads, reading.go and the files beside it, and the directory of concerns ask what words mean, so that
// there is one place that does.
func TestWordsAreReadInOnePlace(t *testing.T) {
	t.Parallel()
	p := checkedPackage(t)
	readers := []string{"reading.go", "reading_choice.go", "reading_named.go", "reading_number.go", "reading_staff.go", "directory.go"}
	written := []string{"OneLine", "WrittenEmail", "Without", "Refuses", "ToTheEnds", "Alternatives", "IsTimed", "Identifies"} // these write words, or work on what was read: they read none
	toldAt := p.methodOf(t, "dialogs/understand", "Told", "At")
	for id, used := range p.info.Uses {
		f, isFunc := used.(*types.Func)
		if !isFunc || f.Pkg() == nil || !strings.HasSuffix(f.Pkg().Path(), "dialogs/understand") {
			continue
		}
		if file := p.nameOf(id.Pos()); !slices.Contains(readers, file) && !slices.Contains(written, f.Name()) && f.Origin() != toldAt {
			t.Errorf("%s reads words with understand.%s", file, f.Name())
		}
	}
}

// checked is the package's files without tests, with all types known.
type checked struct {
	fset  *token.FileSet
	files []*ast.File
	info  *types.Info
	pkg   *types.Package
}

func checkedPackage(t *testing.T) checked {
	t.Helper()
	c, err := checkOnce()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var checkOnce = sync.OnceValues(func() (checked, error) {
	c := checked{fset: token.NewFileSet(), info: &types.Info{Uses: map[*ast.Ident]types.Object{}}}
	names, err := filepath.Glob("*.go")
	if err != nil {
		return c, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(c.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return c, err
		}
		c.files = append(c.files, file)
	}
	lookup, err := exports()
	if err != nil {
		return c, err
	}
	config := types.Config{Importer: importer.ForCompiler(c.fset, "gc", lookup)}
	c.pkg, err = config.Check("terminbote/dialogs", c.fset, c.files, c.info)
	return c, err
})

// exports finds what the compiler wrote down of the packages that are imported.
func exports() (importer.Lookup, error) {
	out, err := exec.CommandContext(context.Background(), "go", "list", "-deps", "-export", "-f", "{{.ImportPath}}={{.Export}}", ".").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		files[path] = file
	}
	return func(path string) (io.ReadCloser, error) { return os.Open(files[path]) }, nil
}

// methodOf is a method of a type that is imported.
func (c checked) methodOf(t *testing.T, path, of, name string) *types.Func {
	t.Helper()
	for _, imported := range c.pkg.Imports() {
		if !strings.HasSuffix(imported.Path(), path) {
			continue
		}
		object, _, _ := types.LookupFieldOrMethod(imported.Scope().Lookup(of).Type(), true, imported, name)
		if f, ok := object.(*types.Func); ok {
			return f
		}
	}
	t.Fatalf("no %s.%s in %s", of, name, path)
	return nil
}

// nameOf is the file of a position.
func (c checked) nameOf(pos token.Pos) string { return filepath.Base(c.fset.Position(pos).Filename) }

// use is that one file uses what another declares.
type use struct{ from, to, name, at string }

// uses is every use of a name or a method of the package from another file.
func (c checked) uses() []use {
	var all []use
	for id, object := range c.info.Uses {
		if object.Pkg() != c.pkg || !ofPackage(object) {
			continue
		}
		from, to := c.nameOf(id.Pos()), c.nameOf(object.Pos())
		if from != to {
			all = append(all, use{from, to, object.Name(), fmt.Sprint(c.fset.Position(id.Pos()))})
		}
	}
	slices.SortFunc(all, func(a, b use) int { return strings.Compare(a.at, b.at) })
	return all
}

// ofPackage tells whether an object is the package's own and no local, no field
// and no parameter: a method, or a name at its top.
func ofPackage(object types.Object) bool {
	if _, isFunc := object.(*types.Func); isFunc {
		return true
	}
	return object.Parent() == object.Pkg().Scope()
}
