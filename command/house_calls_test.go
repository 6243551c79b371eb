package command

import (
	"bytes"
	"encoding/json"
	"errors"
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
	"testing"
)

// forTests is what only tests and their doubles call, and why it stands in the
// program's packages all the same.
var forTests = map[string]string{
	"storage.SchemaHash":                "names the template of the tests' databases",
	"storage/privatepg.With":            "tests do not wait for the disk",
	"storage/privatepg.Find":            "tests look for pg_dump beside the server",
	"storage/privatepg.Server.Programs": "the same",
	"storage/privatepg.Server.Stop":     "tests take the server away",

	"storage.Store.Hold":    "a command in a turn of its own, for tests of what follows it",
	"storage.Store.Book":    "the same",
	"storage.Store.Release": "the same",

	"dialogs.RememberingDirectory": "tests type the same words in thousands of states of a talk",
	"office.Parse":                 "tests read files that lie nowhere",

	"booking.Refusals": "tests hold that every refusal has a label and a sentence",

	"bot/mail.Mail.Takes":        "the question for an address will ask it",
	"bot.Metrics.Describe":       "tests hold alerts and dashboard against it",
	"booking.Appointment.Blocks": "the rule that a constraint of the database holds",
	"bot/demo.shown.Said":        "the demonstration's templates call it",
	"bot/web.mailPage.Line":      "the pages of mails call it",
	"bot/web.frame.Tab":          "all pages call it",
	"bot/mail.frame.Dialled":     "the mail's template calls it",
}

// The linter and deadcode count a method as called that an interface or
// reflection might reach, and what a test calls. This looks at who names it.
func TestWhatOnlyTestsCallIsNamed(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reading all packages takes seconds")
	}
	h := readHouse(t)
	for name, declared := range h.declared {
		if declared && !h.used(name) && forTests[name] == "" {
			t.Errorf("%s is called by tests only, or by nobody: remove it, use it, or say in forTests what it is for", name)
		}
	}
	for name := range forTests {
		if !h.declared[name] || h.used(name) {
			t.Errorf("%s needs no reason any more: take it out of forTests", name)
		}
	}
}

// callers is who calls what in the program, without tests and doubles.
type callers struct {
	fset  *token.FileSet
	types types.Importer // reads what the compiler says of packages

	declared       map[string]bool
	named          map[string]bool // by the program itself
	throughOurs    map[string]bool // names of methods that are called through an interface of ours
	answersLibrary map[string]bool // methods that a library may call through an interface
}

// used tells whether the program may call a function or method. Through
// interfaces of ours, the name alone decides.
func (h *callers) used(name string) bool {
	method := strings.Count(name[strings.LastIndex(name, "/")+1:], ".") == 2
	return h.named[name] || h.answersLibrary[name] || method && h.throughOurs[name[strings.LastIndex(name, ".")+1:]]
}

func readHouse(t *testing.T) *callers {
	t.Helper()
	exports, ours := compiled(t)
	h := &callers{
		fset: token.NewFileSet(), declared: map[string]bool{}, named: map[string]bool{}, throughOurs: map[string]bool{}, answersLibrary: map[string]bool{},
	}
	h.types = importer.ForCompiler(h.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, p := range ours {
		h.read(t, p)
	}
	return h
}

// source is what go list tells of a package of ours.
type source struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// compiled is where what the compiler says of each package lies, and which
// packages are the program's own.
func compiled(t *testing.T) (exports map[string]string, ours []source) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", module).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	exports = map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p source
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return exports, ours
		} else if err != nil {
			t.Fatalf("read go list: %v", err)
		}
		exports[p.ImportPath] = p.Export
		if p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/") {
			ours = append(ours, p)
		}
	}
}

// read notes what a package declares and what it names.
func (h *callers) read(t *testing.T, p source) {
	t.Helper()
	var files []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(h.fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	pkg, err := (&types.Config{Importer: h.types}).Check(p.ImportPath, h.fset, files, info)
	if err != nil {
		t.Fatalf("%s: %v", p.ImportPath, err)
	}
	for _, o := range info.Uses {
		if f, ok := o.(*types.Func); ok && f.Pkg() != nil {
			h.name(f)
		}
	}
	libraries := h.interfacesFor(t, pkg)
	for _, file := range files {
		for _, d := range file.Decls {
			// A method that does nothing only marks its type.
			if d, ok := d.(*ast.FuncDecl); ok && (d.Recv == nil || len(d.Body.List) > 0) {
				h.declare(info.Defs[d.Name].(*types.Func), libraries)
			}
		}
	}
}

func (h *callers) name(f *types.Func) {
	h.named[nameOf(f)] = true
	receiver := f.Signature().Recv()
	if receiver != nil && types.IsInterface(receiver.Type()) && isOurs(f.Pkg()) {
		h.throughOurs[f.Name()] = true
	}
}

// declare notes a function or method that somebody has to call.
func (h *callers) declare(f *types.Func, libraries []*types.Named) {
	receiver := f.Signature().Recv()
	if receiver == nil {
		h.declared[nameOf(f)] = f.Name() != "init" && f.Name() != "main"
		return
	}
	h.declared[nameOf(f)] = true
	h.answersLibrary[nameOf(f)] = answersErrors[f.Name()] ||
		slices.ContainsFunc(libraries, func(i *types.Named) bool { return answers(f, receiver.Type(), i) })
}

// answersErrors is the methods that package errors asks for without naming an
// interface.
var answersErrors = map[string]bool{"Error": true, "Is": true, "As": true, "Unwrap": true}

// answers tells whether a method is there for a library's interface. Of one
// with type parameters, the name of the method decides.
func answers(f *types.Func, receiver types.Type, library *types.Named) bool {
	i := library.Underlying().(*types.Interface)
	for m := range i.Methods() {
		if m.Name() == f.Name() {
			return library.TypeParams().Len() > 0 || types.Implements(receiver, i) || types.Implements(types.NewPointer(receiver), i)
		}
	}
	return false
}

// asked is packages whose interfaces are asked for by reflection.
var asked = []string{"encoding", "encoding/json", "fmt", "log/slog"}

// interfacesFor is the interfaces of the libraries that a package knows, and of
// those that these know.
func (h *callers) interfacesFor(t *testing.T, pkg *types.Package) (all []*types.Named) {
	t.Helper()
	known := slices.Clone(pkg.Imports())
	for _, path := range asked {
		p, err := h.types.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		known = append(known, p)
	}
	seen := map[*types.Package]bool{}
	for len(known) > 0 {
		p := known[0]
		known = known[1:]
		if seen[p] {
			continue
		}
		seen[p] = true
		known = append(known, p.Imports()...)
		if !isOurs(p) {
			all = append(all, interfacesOf(p)...)
		}
	}
	return all
}

func interfacesOf(p *types.Package) (all []*types.Named) {
	for _, name := range p.Scope().Names() {
		named, ok := p.Scope().Lookup(name).Type().(*types.Named)
		if ok && types.IsInterface(named) {
			all = append(all, named)
		}
	}
	return all
}

func isOurs(p *types.Package) bool {
	return p != nil && (p.Path() == module || strings.HasPrefix(p.Path(), module+"/"))
}

// nameOf is a function or method as we name it: "storage.Store.Ping".
func nameOf(f *types.Func) string {
	f = f.Origin()
	name := strings.TrimPrefix(f.Pkg().Path(), module+"/") + "."
	if receiver := f.Signature().Recv(); receiver != nil {
		of := receiver.Type()
		if pointer, ok := of.(*types.Pointer); ok {
			of = pointer.Elem()
		}
		if named, ok := of.(*types.Named); ok {
			name += named.Obj().Name() + "."
		}
	}
	return name + f.Name()
}
