package locales

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// findUses notes every sentence that a declaration says or declares to say.
func (p *pack) findUses(where place) {
	p.declared(where.directives)
	ast.Inspect(where.decl, func(node ast.Node) bool {
		p.call(where, node)
		p.literal(where, node)
		return true
	})
}

func (p *pack) declared(directives []*ast.Comment) {
	for _, c := range directives {
		for key := range strings.FieldsSeq(strings.TrimPrefix(c.Text, directive)) {
			p.uses = append(p.uses, use{at: p.at(c), key: key, open: true})
		}
	}
}

// call notes a call of Say or of a helper.
func (p *pack) call(where place, node ast.Node) {
	key, rest, open := p.said(where, node)
	if key == nil {
		return
	}
	u := use{at: p.at(key), open: open}
	if !p.keyOf(where, key, &u) {
		return
	}
	if u.open {
		p.uses = append(p.uses, u)
		return
	}
	if len(rest)%2 != 0 {
		p.fault(u.at, "arguments are not names and values in turn")
		return
	}
	for i := 0; i < len(rest); i += 2 {
		p.addArg(&u, rest[i])
	}
	p.uses = append(p.uses, u)
}

// literal notes a Line written out, also within a list or a map of them.
func (p *pack) literal(where place, node ast.Node) {
	lit, ok := node.(*ast.CompositeLit)
	if !ok {
		return
	}
	if p.isOurs(where, lit.Type, "Line") {
		p.writtenOut(where, lit)
	}
	var element ast.Expr
	switch t := lit.Type.(type) {
	case *ast.ArrayType:
		element = t.Elt
	case *ast.MapType:
		element = t.Value
	}
	if !p.isOurs(where, element, "Line") {
		return
	}
	for _, e := range lit.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			e = pair.Value
		}
		if inner, ok := e.(*ast.CompositeLit); ok && inner.Type == nil {
			p.writtenOut(where, inner)
		}
	}
}

func (p *pack) isOurs(where place, e ast.Expr, name string) bool {
	selector, ok := e.(*ast.SelectorExpr)
	return ok && where.imports != "" && exprName(selector.X) == where.imports && selector.Sel.Name == name
}

func (p *pack) writtenOut(where place, lit *ast.CompositeLit) {
	var key, args ast.Expr
	for i, e := range lit.Elts {
		pair, named := e.(*ast.KeyValueExpr)
		switch {
		case named && exprName(pair.Key) == "Key":
			key = pair.Value
		case named:
			args = pair.Value
		case i == 0:
			key = e
		default:
			args = e
		}
	}
	if key == nil {
		return
	}
	u := use{at: p.at(key)}
	if !p.keyOf(where, key, &u) {
		return
	}
	written, ok := args.(*ast.CompositeLit)
	u.open = args != nil && !ok
	if ok {
		for _, e := range written.Elts {
			if pair, ok := e.(*ast.KeyValueExpr); ok {
				p.addArg(&u, pair.Key)
			}
		}
	}
	p.uses = append(p.uses, u)
}

// keyOf reads a key that is written out. Any other is for a helper's callers to
// write out, or for a directive to declare.
func (p *pack) keyOf(where place, e ast.Expr, u *use) bool {
	if key, ok := text(e); ok {
		u.key = key
		return true
	}
	f, ok := where.decl.(*ast.FuncDecl)
	if ok {
		if h, ok := p.helpers[helperName(f)]; ok && slices.Index(paramNames(f), exprName(e)) == h.key {
			return false
		}
	}
	if len(where.directives) == 0 {
		p.fault(u.at, "a key is not written out, and no "+strings.TrimSpace(directive)+" declares it")
	}
	return false
}

func (p *pack) addArg(u *use, e ast.Expr) {
	name, ok := text(e)
	if !ok {
		p.fault(u.at, "the name of an argument is not written out")
		u.open = true
		return
	}
	if slices.Contains(u.args, name) {
		p.fault(u.at, "two arguments are called "+name)
	}
	u.args = append(u.args, name)
}

func (p *pack) fault(at, what string) { p.faults = append(p.faults, at+": "+what) }

// text is a string that is written out.
func text(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}
