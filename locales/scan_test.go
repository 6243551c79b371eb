package locales

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// ours is the import path by which the module's sources know this package.
const ours = "terminbote/locales"

// directive declares the keys that a declaration puts together only when it
// runs: //locales:keys refusal.* closed.today
const directive = "//locales:keys "

// use is one place in the sources that says a sentence.
type use struct {
	at   string // file:line
	key  string // or the beginning of several keys, up to a *
	args []string
	open bool // what fills the gaps is only known when it runs
}

// scan is what the module's sources say.
type scan struct {
	uses   []use
	faults []string // what it cannot follow
}

// helper is a function that passes a key on to Say.
type helper struct {
	key  int // which parameter
	args int // which parameter is passed on as arguments; -1 where none is
}

// scanModule reads every source in the module but tests, this package, and
// modules of their own.
func scanModule(module fs.FS) (*scan, error) {
	s := &scan{}
	err := fs.WalkDir(module, ".", func(dir string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if skipped(module, dir) {
			return fs.SkipDir
		}
		return s.folder(module, dir)
	})
	return s, err
}

func skipped(module fs.FS, dir string) bool {
	if dir == "." {
		return false
	}
	_, err := fs.Stat(module, path.Join(dir, "go.mod"))
	base := path.Base(dir)
	return err == nil || dir == "locales" || base == "testdata" || base == "vendor" || strings.HasPrefix(base, ".")
}

// folder reads one package: first who passes keys on, until nobody new is
// found, then who says what.
func (s *scan) folder(module fs.FS, dir string) error {
	files, err := fs.Glob(module, path.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	p := pack{scan: s, fset: token.NewFileSet(), helpers: map[string]helper{}}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(p.fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		p.files = append(p.files, file)
	}
	for before := -1; before < len(p.helpers); {
		before = len(p.helpers)
		p.each(p.findHelper)
	}
	p.each(p.findUses)
	return nil
}

// pack is one package being read.
type pack struct {
	*scan
	fset    *token.FileSet
	files   []*ast.File
	helpers map[string]helper // by name; with a dot before it, a method
}

// place is one declaration at the top of a file.
type place struct {
	decl       ast.Decl
	imports    string         // the name by which the file knows this package
	directives []*ast.Comment // what declares its keys
}

func (p *pack) each(do func(place)) {
	for _, file := range p.files {
		name := importName(file)
		for _, decl := range file.Decls {
			do(place{decl: decl, imports: name, directives: p.directives(file, decl)})
		}
	}
}

func importName(file *ast.File) string {
	for _, spec := range file.Imports {
		if spec.Path.Value != strconv.Quote(ours) {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name
		}
		return path.Base(ours)
	}
	return ""
}

// directives are the comments above, in, or at the end of decl that declare keys.
func (p *pack) directives(file *ast.File, decl ast.Decl) []*ast.Comment {
	from, to := p.line(decl.Pos()), p.line(decl.End())
	if f, ok := decl.(*ast.FuncDecl); ok && f.Doc != nil {
		from = p.line(f.Doc.Pos())
	}
	if g, ok := decl.(*ast.GenDecl); ok && g.Doc != nil {
		from = p.line(g.Doc.Pos())
	}
	var found []*ast.Comment
	for _, group := range file.Comments {
		for _, c := range group.List {
			if line := p.line(c.Pos()); strings.HasPrefix(c.Text, directive) && from <= line && line <= to {
				found = append(found, c)
			}
		}
	}
	return found
}

func (p *pack) line(pos token.Pos) int { return p.fset.Position(pos).Line }

func (p *pack) at(node ast.Node) string {
	position := p.fset.Position(node.Pos())
	return fmt.Sprintf("%s:%d", position.Filename, position.Line)
}

// findHelper notes a function that hands one of its parameters on as a key.
func (p *pack) findHelper(where place) {
	f, ok := where.decl.(*ast.FuncDecl)
	if !ok || f.Body == nil {
		return
	}
	params := paramNames(f)
	ast.Inspect(f.Body, func(node ast.Node) bool {
		key, rest, open := p.said(where, node)
		if name, ok := key.(*ast.Ident); ok && slices.Contains(params, name.Name) {
			h := helper{key: slices.Index(params, name.Name), args: -1}
			if open && len(rest) == 1 {
				h.args = slices.Index(params, exprName(rest[0]))
			}
			p.helpers[helperName(f)] = h
		}
		return true
	})
}

func helperName(f *ast.FuncDecl) string {
	if f.Recv != nil {
		return "." + f.Name.Name
	}
	return f.Name.Name
}

func paramNames(f *ast.FuncDecl) []string {
	var names []string
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

// said takes a node apart that says a sentence: its key, and its arguments.
// open tells that these are one slice, or come from elsewhere.
func (p *pack) said(where place, node ast.Node) (key ast.Expr, rest []ast.Expr, open bool) {
	call, ok := node.(*ast.CallExpr)
	if !ok {
		return nil, nil, false
	}
	h, ok := p.callee(where, call)
	if !ok || h.key >= len(call.Args) {
		return nil, nil, false
	}
	if h.args < 0 {
		return call.Args[h.key], nil, true
	}
	return call.Args[h.key], call.Args[min(h.args, len(call.Args)):], call.Ellipsis.IsValid()
}

// callee is Say itself, or one of the package's own helpers.
func (p *pack) callee(where place, call *ast.CallExpr) (helper, bool) {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		h, ok := p.helpers[fun.Name]
		return h, ok
	case *ast.SelectorExpr:
		if where.imports != "" && exprName(fun.X) == where.imports {
			return helper{key: 0, args: 1}, fun.Sel.Name == "Say"
		}
		h, ok := p.helpers["."+fun.Sel.Name]
		return h, ok
	}
	return helper{}, false
}

func exprName(e ast.Expr) string {
	if name, ok := e.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}
