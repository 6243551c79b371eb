package office

import (
	"reflect"
	"regexp"
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"terminbote/booking"
)

// money is an amount in euros.
type money struct{ value[booking.Cents] }

// moneyForm is how people write an amount: 46, 46.00, 46,00, 46,- and with €
// or EUR on either side. A point or comma before three digits would be a
// thousand to some and a fraction to others, so it is none of these.
var moneyForm = regexp.MustCompile(`^(?:(?:€|EUR) ?)?(0|[1-9][0-9]{0,4})(?:[.,](?:([0-9]{1,2})|-{1,2}|–))?(?: ?(?:€|EUR|Euro))?$`)

func (x *money) read(r *reader, n ast.Node, _ reflect.StructTag) {
	raw := n.GetToken().Value
	parts := moneyForm.FindStringSubmatch(raw)
	if _, scalar := n.(ast.ScalarNode); !scalar || parts == nil {
		r.unexpected(n, say("an amount in euros such as 46.00, below 100000"))
		return
	}
	cents, err := strconv.Atoi(parts[1] + (parts[2] + "00")[:2])
	if err != nil {
		r.unexpected(n, say("an amount in euros such as 46.00, below 100000"))
		return
	}
	x.take(n, booking.Cents(cents))
}

func (x *money) schema(reflect.StructTag) map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": "number", "minimum": 0, "exclusiveMaximum": 100000},
		map[string]any{"type": "string", "pattern": moneyForm.String()},
	}}
}
