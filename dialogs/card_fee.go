package dialogs

import (
	"cmp"
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// feeLines is what one case of a concern costs on a day, each rate by its name.
func feeLines(c booking.Concern, on booking.Date) []locales.Line {
	name := locales.Text(c.Name)
	fee, known := c.FeeOn(on)
	base, extras := ratesOf(fee)
	var lines []locales.Line
	switch {
	case !known || len(base) == 0:
		lines = append(lines, locales.Say("fee.there", "Concern", name))
	case len(base) == 1 && base[0].Amount == 0:
		lines = append(lines, locales.Say("fee.none", "Concern", name))
	case len(base) == 1 && len(base[0].Name) == 0:
		lines = append(lines, locales.Say("fee.one", "Concern", name, "Amount", locales.Money(base[0].Amount)))
	default:
		lines = append(lines, locales.Say("fee.several", "Concern", name))
		for _, r := range base {
			lines = append(lines, rateLine(r))
		}
	}
	for _, r := range extras {
		lines = append(lines, locales.Say("bring.extra", "Name", locales.Text(r.Name), "Amount", locales.Money(r.Amount)))
	}
	if len(fee.Note) > 0 {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(fee.Note)))
	}
	return lines
}

// ratesOf is the rates of which one applies, the one for all others last, and
// those that come on top.
func ratesOf(f booking.Fee) (base, extras []booking.Rate) {
	for _, r := range f.Rates {
		if r.Extra {
			extras = append(extras, r)
			continue
		}
		base = append(base, r)
	}
	slices.SortStableFunc(base, func(a, b booking.Rate) int { return cmp.Compare(min(1, len(b.Name)), min(1, len(a.Name))) })
	return base, extras
}

func rateLine(r booking.Rate) locales.Line {
	if len(r.Name) == 0 {
		return locales.Say("fee.otherwise", "Amount", locales.Money(r.Amount))
	}
	return locales.Say("fee.rate", "Rate", locales.Text(r.Name), "Amount", locales.Money(r.Amount))
}
