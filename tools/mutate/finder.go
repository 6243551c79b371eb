package main

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// finder walks through a file and notes what can be wrong in it.
type finder struct {
	source  *source
	fset    *token.FileSet
	results []*ast.FieldList // of the functions it is in, the innermost last
	stack   []ast.Node
}

// Visit notes the faults of a node.
func (f *finder) Visit(n ast.Node) ast.Visitor {
	if n == nil {
		left := f.stack[len(f.stack)-1]
		f.stack = f.stack[:len(f.stack)-1]
		switch left.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			f.results = f.results[:len(f.results)-1]
		}
		return nil
	}
	if constant(n) {
		return nil
	}
	f.note(n)
	f.stack = append(f.stack, n)
	switch n := n.(type) {
	case *ast.FuncDecl:
		f.results = append(f.results, n.Type.Results)
	case *ast.FuncLit:
		f.results = append(f.results, n.Type.Results)
	}
	return f
}

// constant tells whether a node may hold no call: a switch is one.
func constant(n ast.Node) bool {
	d, ok := n.(*ast.GenDecl)
	return ok && d.Tok != token.VAR
}

func (f *finder) note(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		f.operator(n)
	case *ast.IfStmt:
		f.condition(n)
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.cases(n)
		f.statements(n.Body)
	case *ast.CommClause:
		f.statements(n.Body)
	case *ast.ReturnStmt:
		f.answers(n)
	case *ast.CallExpr:
		f.call(n)
	case *ast.BasicLit:
		f.query(n)
	case *ast.KeyValueExpr:
		f.field(n)
	case *ast.CompositeLit:
		f.words(n)
	case *ast.Ident:
		f.limit(n)
	}
}

// add notes a fault at a node.
func (f *finder) add(n ast.Node, what string, edits func(on string) []edit) {
	f.source.faults = append(f.source.faults, &fault{where: f.fset.Position(n.Pos()), what: what, edits: edits})
}

// text is the source of a node.
func (f *finder) text(n ast.Node) string { return string(f.source.text[f.at(n.Pos()):f.at(n.End())]) }

func (f *finder) at(p token.Pos) int { return f.fset.Position(p).Offset }

func (f *finder) open(n ast.Node, text string) edit { o := f.at(n.Pos()); return edit{o, text} }

func (f *finder) end(n ast.Node, text string) edit {
	o := f.at(n.End())
	return edit{o, closing + text}
}

// operator takes one operator for another.
func (f *finder) operator(n *ast.BinaryExpr) {
	switch n.Op {
	case token.LAND, token.LOR:
		f.part(n.X, n.Op)
		f.part(n.Y, n.Op)
		f.add(n, "&& and || mixed up", func(on string) []edit {
			return []edit{
				f.open(n, "((("), f.end(n.X, ") != "+on),
				f.open(n.Y, "("), f.end(n.Y, ") != "+on+") != "+on+")"),
			}
		})
	case token.EQL, token.NEQ:
		if y := f.text(n.Y); y != "nil" {
			f.add(n, "== and != mixed up", func(on string) []edit {
				return []edit{f.open(n, "(("), f.end(n, ") != "+on+")")}
			})
		}
	case token.LSS, token.GTR:
		f.bound(n, "a bound that is too wide", " || ", "")
	case token.LEQ, token.GEQ:
		f.bound(n, "a bound that is too narrow", " && ", "!")
	}
}

// part is a condition without one of its parts.
func (f *finder) part(x ast.Expr, op token.Token) {
	instead := ") || "
	if op == token.LOR {
		instead = ") && !"
	}
	f.add(x, "part of a condition left out: "+short(f.text(x)), func(on string) []edit {
		return []edit{f.open(x, "(("), f.end(x, instead+on+")")}
	})
}

// cases is a case without one of its conditions.
func (f *finder) cases(n *ast.CaseClause) {
	s, ok := f.stack[len(f.stack)-2].(*ast.SwitchStmt)
	if !ok || s.Tag != nil {
		return
	}
	for _, x := range n.List {
		f.add(x, "case left out: "+short(f.text(x)), func(on string) []edit {
			return []edit{f.open(x, "(("), f.end(x, ") && !"+on+")")}
		})
	}
}

// words is a list or a table in which another word stands for one of them.
func (f *finder) words(n *ast.CompositeLit) {
	for _, e := range n.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			e = pair.Key
		}
		word, ok := e.(*ast.BasicLit)
		if !ok || word.Kind != token.STRING || isSQL.MatchString(word.Value) {
			continue
		}
		f.risk(word, "missing in a list: "+short(word.Value), func(on string) []edit {
			return []edit{f.open(word, "mutEither("+on+`, "-", `), f.end(word, ")")}
		})
	}
}

// limit is a constant that is a little more than it should be.
func (f *finder) limit(n *ast.Ident) {
	if !f.source.limits[n.Name] {
		return
	}
	switch parent := f.stack[len(f.stack)-1].(type) {
	case *ast.SelectorExpr, *ast.ValueSpec:
		return
	case *ast.KeyValueExpr:
		if parent.Key == n {
			return
		}
	}
	f.risk(n, "more than "+n.Name, func(on string) []edit {
		return []edit{f.open(n, "mutMore("+on+", "), f.end(n, ")")}
	})
}

// bound is a comparison that errs where both sides are equal.
func (f *finder) bound(n *ast.BinaryExpr, what, join, not string) {
	x, y := f.text(n.X), f.text(n.Y)
	if strings.Contains(x+y, "\n") {
		return
	}
	f.add(n, what, func(on string) []edit {
		return []edit{f.open(n, "("), f.end(n, join+not+"("+on+" && ("+x+") == ("+y+")))")}
	})
}

// condition is one that never holds, or always, or is not asked at all.
func (f *finder) condition(n *ast.IfStmt) {
	condition := f.text(n.Cond)
	f.add(n.Cond, "a condition that never holds: "+condition, func(on string) []edit {
		return []edit{f.open(n.Cond, "!"+on+" && ("), f.end(n.Cond, ")")}
	})
	if !strings.Contains(condition, "err") {
		f.add(n.Cond, "a condition that always holds: "+condition, func(on string) []edit {
			return []edit{f.open(n.Cond, on+" || ("), f.end(n.Cond, ")")}
		})
	}
	parent := f.stack[len(f.stack)-1]
	if outer, ok := parent.(*ast.IfStmt); n.Init != nil && (!ok || outer.Else != n) {
		f.add(n, "left out: "+f.text(n.Init), func(on string) []edit {
			return []edit{f.open(n, "if "+on+" {} else ")}
		})
	}
}

// logged is what writes to the log.
var logged = regexp.MustCompile(`(?i)^\S*\blog\.|^slog\.`)

// statements is a block without one of its statements.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt, *ast.IncDecStmt, *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt, *ast.BranchStmt:
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		default:
			continue
		}
		text := f.text(s)
		if logged.MatchString(text) {
			continue
		}
		f.add(s, "left out: "+short(text), func(on string) []edit {
			return []edit{f.open(s, "if !"+on+" { "), f.end(s, " }")}
		})
	}
}

// answers is a yes for a no.
func (f *finder) answers(n *ast.ReturnStmt) {
	kinds := kindsOf(f.results[len(f.results)-1])
	if len(kinds) != len(n.Results) {
		return
	}
	for i, r := range n.Results {
		if kinds[i] == "bool" {
			f.add(r, "yes and no mixed up: "+short(f.text(r)), func(on string) []edit {
				return []edit{f.open(r, "("), f.end(r, ") != "+on)}
			})
		}
	}
}

// kindsOf is the types of a function's results, where they have plain names.
func kindsOf(list *ast.FieldList) (kinds []string) {
	if list == nil {
		return nil
	}
	for _, field := range list.List {
		kind, _ := field.Type.(*ast.Ident)
		name := ""
		if kind != nil {
			name = kind.Name
		}
		kinds = append(kinds, slices.Repeat([]string{name}, max(1, len(field.Names)))...)
	}
	return kinds
}

// cleaning is the names of functions that make a text harmless or alike.
var cleaning = regexp.MustCompile(`(?i)escape|quote|clean|strip|trim|lower|upper|fold|normal|redact|plain|saniti|shorten|hash|key|moment|truncate`)

// call is one that does not clean, or has two arguments mixed up.
func (f *finder) call(n *ast.CallExpr) {
	if len(n.Args) == 1 && cleaning.MatchString(f.text(n.Fun)) && !strings.Contains(f.text(n), "\n") {
		argument := f.text(n.Args[0])
		f.risk(n, "not cleaned: "+short(f.text(n)), func(on string) []edit {
			return []edit{f.open(n, "mutEither("+on+", "+argument+", "), f.end(n, ")")}
		})
	}
	for i := 1; i < len(n.Args); i++ {
		a, b := n.Args[i-1], n.Args[i]
		if !f.simple(a) || !f.simple(b) || f.text(a) == f.text(b) || f.text(a) == "ctx" {
			continue
		}
		f.risk(a, "mixed up: "+f.text(a)+" and "+f.text(b), func(on string) []edit {
			return []edit{
				f.open(a, "mutEither("+on+", "+f.text(b)+", "), f.end(a, ")"),
				f.open(b, "mutEither("+on+", "+f.text(a)+", "), f.end(b, ")"),
			}
		})
	}
}

// simple tells whether an expression can be read twice.
func (f *finder) simple(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name != "nil"
	case *ast.SelectorExpr:
		return f.simple(e.X)
	}
	return false
}

// risk adds a fault that the compiler may refuse.
func (f *finder) risk(n ast.Node, what string, edits func(on string) []edit) {
	f.add(n, what, edits)
	f.source.faults[len(f.source.faults)-1].risky = true
}

// field is one that is not filled in.
func (f *finder) field(n *ast.KeyValueExpr) {
	switch v := n.Value.(type) {
	case *ast.CompositeLit:
		if v.Type == nil {
			return
		}
	case *ast.FuncLit:
		return
	case *ast.Ident:
		if v.Name == "nil" || v.Name == "false" || v.Name == "ctx" {
			return
		}
	}
	f.risk(n.Value, "not filled in: "+f.text(n.Key), func(on string) []edit {
		return []edit{f.open(n.Value, "mutNeither("+on+", "), f.end(n.Value, ")")}
	})
}

// query is SQL that asks for something else.
func (f *finder) query(n *ast.BasicLit) {
	if n.Kind != token.STRING {
		return
	}
	text, err := strconv.Unquote(n.Value)
	if err != nil || !isSQL.MatchString(text) {
		return
	}
	for _, q := range wrongQueries(text) {
		f.add(n, q.what, func(on string) []edit {
			return []edit{f.open(n, "mutEither("+on+", "+strconv.Quote(q.text)+", "), f.end(n, ")")}
		})
	}
}

// short is the beginning of a text, on one line.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 90 {
		return string(r[:90]) + "…"
	}
	return text
}
