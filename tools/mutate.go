//go:build ignore

// Command mutate plants faults in the program, one at a time, and says which of
// them the tests notice:
//
//	go run tools/mutate.go [-n 60] [-seed 1] [-run REGEXP] [-only FILE,FILE] ./booking ./storage …
//
// Nothing is written to the tree: each fault is an overlay of the compiler's.
// Only the tests of the package run that the fault is in. A fault that survives
// is harmless, or shows a test that is missing; which of the two, a person has
// to say.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

var (
	many  = flag.Int("n", 60, "how many faults are planted in each package")
	seed  = flag.Uint64("seed", 1, "which ones are chosen")
	tests = flag.String("run", "", "the tests that run, as in go test; all if empty")
	only  = flag.String("only", "", "the files that faults are planted in, by their base names; all if empty")
	limit = flag.Duration("timeout", 5*time.Minute, "how long the tests of a fault may take")
)

func main() {
	flag.Parse()
	planted, noticed := 0, 0
	for _, folder := range flag.Args() {
		p, n, err := try(folder)
		if err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(1)
		}
		planted, noticed = planted+p, noticed+n
	}
	fmt.Printf("mutate: %d of %d faults were noticed\n", noticed, planted)
}

// try plants faults in one package.
func try(folder string) (planted, noticed int, err error) {
	sites, err := sitesIn(folder)
	if err != nil {
		return 0, 0, err
	}
	chance := rand.New(rand.NewPCG(*seed, 0))
	chance.Shuffle(len(sites), func(i, j int) { sites[i], sites[j] = sites[j], sites[i] })
	for _, s := range sites {
		if planted == *many {
			break
		}
		switch s.outcome(folder) {
		case "noticed":
			planted, noticed = planted+1, noticed+1
			fmt.Printf("noticed  %s\n", s)
		case "survived":
			planted++
			fmt.Printf("SURVIVED %s\n", s)
		}
	}
	return planted, noticed, nil
}

// site is a place where a fault can be planted.
type site struct {
	path string
	line int
	what string
	text []byte // of the file with the fault
}

// String is where it is, and what is wrong there.
func (s site) String() string { return fmt.Sprintf("%s:%d: %s", s.path, s.line, s.what) }

// outcome runs the tests with the fault; empty where it cannot be compiled.
func (s site) outcome(folder string) string {
	dir, err := os.MkdirTemp("", "mutate-")
	if err != nil {
		return ""
	}
	defer os.RemoveAll(dir)
	faulty, overlay := filepath.Join(dir, "faulty.go"), filepath.Join(dir, "overlay.json")
	absolute, _ := filepath.Abs(s.path)
	entries, _ := json.Marshal(map[string]any{"Replace": map[string]string{absolute: faulty}})
	if os.WriteFile(faulty, s.text, 0o600) != nil || os.WriteFile(overlay, entries, 0o600) != nil {
		return ""
	}
	program := filepath.Join(dir, "test.bin")
	if exec.Command("go", "test", "-c", "-vet=off", "-overlay="+overlay, "-o="+program, folder).Run() != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(context.Background(), *limit)
	defer cancel()
	arguments := []string{"-test.failfast", "-test.short", "-test.run=" + *tests}
	if exec.Command(program, append(unshrunk, "-test.list=^$")...).Run() == nil {
		arguments = append(arguments, unshrunk...)
	}
	test := exec.CommandContext(ctx, program, arguments...)
	test.Dir = folder
	if test.Run() != nil {
		return "noticed" // as well where it never ends
	}
	return "survived"
}

// unshrunk has properties fail at once, where there are any: nobody reads the
// smallest example.
var unshrunk = []string{"-rapid.shrinktime=1ms", "-rapid.nofailfile"}

// sitesIn lists the places of a package where faults can be planted.
func sitesIn(folder string) ([]site, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	var all []site
	for _, path := range paths {
		wanted := *only == "" || slices.Contains(strings.Split(*only, ","), filepath.Base(path))
		if strings.HasSuffix(path, "_test.go") || !wanted {
			continue
		}
		found, err := sitesOf(path)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// sitesOf lists those of one file.
func sitesOf(path string) (all []site, err error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		for _, f := range faultsAt(n) {
			undo := f.plant()
			var text bytes.Buffer
			if printer.Fprint(&text, fset, file) == nil {
				all = append(all, site{path, fset.Position(n.Pos()).Line, f.what, text.Bytes()})
			}
			undo()
		}
		return true
	})
	return all, nil
}

// fault is what can be wrong at a node.
type fault struct {
	what  string
	plant func() (undo func())
}

// swapped is what an operator is taken for.
var swapped = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR, token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LAND: token.LOR, token.LOR: token.LAND, token.ADD: token.SUB, token.SUB: token.ADD,
}

func faultsAt(n ast.Node) []fault {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if other, ok := swapped[n.Op]; ok {
			before := n.Op
			return []fault{{fmt.Sprintf("%s for %s", other, before), func() func() {
				n.Op = other
				return func() { n.Op = before }
			}}}
		}
	case *ast.IfStmt:
		before := n.Cond
		return []fault{{"a condition that never holds", func() func() {
			n.Cond = &ast.BinaryExpr{X: &ast.Ident{Name: "false", NamePos: before.Pos()}, Op: token.LAND, Y: &ast.ParenExpr{X: before}}
			return func() { n.Cond = before }
		}}}
	case *ast.BlockStmt:
		return leftOut(n)
	}
	return nil
}

// leftOut is a block without one of its statements: a call or an assignment.
func leftOut(block *ast.BlockStmt) []fault {
	var all []fault
	for i, statement := range block.List {
		switch s := statement.(type) {
		case *ast.ExprStmt, *ast.IncDecStmt:
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		default:
			continue
		}
		all = append(all, fault{fmt.Sprintf("statement %d is left out", i+1), func() func() {
			block.List[i] = &ast.EmptyStmt{Semicolon: statement.Pos(), Implicit: true}
			return func() { block.List[i] = statement }
		}})
	}
	return all
}
