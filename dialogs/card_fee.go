package dialogs

import (
	"cmp"
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// FeeLines is what one case of a concern costs on a day, as the talk says it.
func FeeLines(c booking.Concern, on booking.Date) []locales.Line { return feeLines(c, on) }

// feeLines is what one case of a concern costs on a day: each rate by its name,
// what comes on top if wanted, and what the office says besides.
func feeLines(c booking.Concern, on booking.Date) []locales.Line {
	name := locales.Text(c.Name)
	fee, _ := c.FeeOn(on) // none: it is settled at the counter
	base, extras := ratesOf(fee)
	lines := make([]locales.Line, 1)
	switch sum := (booking.Visit{Parts: []booking.Part{{Concern: c, Quantity: 1}}}).Cost(on); {
	case sum.Open:
		lines[0] = locales.Say("fee.there", "Concern", name)
	case sum.High == 0:
		lines[0] = locales.Say("fee.none", "Concern", name)
	case len(base) > 1 || len(base[0].Name) > 0:
		lines[0] = locales.Say("fee.several", "Concern", name, "Amount", feeLine(fee))
	default:
		lines[0] = locales.Say("fee.one", "Concern", name, "Amount", feeLine(fee))
	}
	var notes []booking.Text
	if len(fee.Note) > 0 {
		notes = append(notes, fee.Note)
	}
	return append(lines, besides(extras, notes)...)
}

// besides is what can come on top of fees, and what they say besides.
func besides(extras []booking.Rate, notes []booking.Text) []locales.Line {
	var lines []locales.Line
	for _, r := range extras {
		lines = append(lines, locales.Say("bring.extra", "Name", locales.Text(r.Name), "Amount", locales.Money(r.Amount)))
	}
	for _, note := range notes {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(note)))
	}
	return lines
}

// feeLine is a fee with the rates by which it differs: "46,00 € ab 24 Jahren,
// 27,60 € unter 24 Jahren". Nothing else writes a fee.
func feeLine(fee booking.Fee) locales.Line {
	if fee.Open() {
		return locales.Say("fee.at_the_counter")
	}
	base, _ := ratesOf(fee)
	var rates locales.Series
	for _, r := range base {
		rates = append(rates, rateAmount(r, len(base) > 1))
	}
	return locales.Say("fee.rates", "Rates", rates)
}

// rateAmount is one rate of a fee, which may have several.
func rateAmount(r booking.Rate, several bool) locales.Line {
	amount := locales.Say("fee.amount", "Amount", locales.Money(r.Amount))
	if r.Amount == 0 {
		amount = locales.Say("fee.free")
	}
	switch {
	case len(r.Name) > 0 && r.Amount == 0:
		return locales.Say("fee.free_for", "Name", locales.Text(r.Name))
	case len(r.Name) > 0:
		return locales.Say("fee.amount_for", "Amount", locales.Money(r.Amount), "Name", locales.Text(r.Name))
	case several:
		return locales.Say("fee.otherwise", "Amount", amount)
	}
	return amount
}

// ratesOf is the alternative rates, the one for all others last, and those that
// come on top.
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
