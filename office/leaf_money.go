package office

import (
	"reflect"
	"regexp"
	"strconv"

	"terminbote/booking"
)

// money is an amount in euros.
type money struct{ value[booking.Cents] }

var (
	// moneyForm is how people write an amount: 46, 46.00, 46,00, 46,- and
	// 1.046,00, with € or EUR on either side. A point or comma before three digits
	// is a thousand to some and a fraction to others: it needs the cents after it.
	moneyForm = regexp.MustCompile(`^(?:(?:€|EUR) ?)?(?:(0|[1-9][0-9]{0,4})(?:[.,](?:([0-9]{1,2})|-{1,2}|–))?|` +
		`([1-9][0-9]?)(?:[. '’]([0-9]{3}),|[, '’]([0-9]{3})\.)(?:([0-9]{2})|-{1,2}|–))(?: ?(?:€|EUR|Euro))?$`)
	// thousandsForm is an amount that lacks its cents, so that nobody can say how
	// much it is.
	thousandsForm = regexp.MustCompile(`^(?:(?:€|EUR) ?)?([1-9][0-9]?)[., '’]([0-9]{3})(?: ?(?:€|EUR|Euro))?$`)
)

func (x *money) read(r *reader, n *node, _ reflect.StructTag) {
	if n.kind != ofBlock {
		if cents, ok := readMoney(n.text); ok {
			x.take(n, cents)
			return
		}
		if m := thousandsForm.FindStringSubmatch(n.text); m != nil {
			r.unexpected(n, say("two digits after the point or comma, as in %s or %s", m[1]+".00", m[1]+m[2]+".00"))
			return
		}
	}
	r.unexpected(n, say("an amount in euros such as 46.00, below 100000"))
}

// readMoney reads an amount as moneyForm describes it.
func readMoney(raw string) (booking.Cents, bool) {
	m := moneyForm.FindStringSubmatch(raw)
	if m == nil {
		return 0, false
	}
	euros, cents := m[1]+m[3]+m[4]+m[5], m[2]+m[6]
	n, err := strconv.Atoi(euros + (cents + "00")[:2])
	return booking.Cents(n), err == nil
}

func (x *money) schema(reflect.StructTag) map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": "number", "minimum": 0, "exclusiveMaximum": 100000},
		map[string]any{"type": "string", "pattern": moneyForm.String()},
	}}
}
