package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// costLines is what a visit costs on a day: each fee with its rates by name, and
// of several the sum. A visit for nothing in particular costs nothing in
// particular, and nothing is said of it.
func costLines(v booking.Visit, on booking.Date) []locales.Line {
	if len(v.Parts) == 0 {
		return nil
	}
	lines := []locales.Line{{}}
	sum := v.Cost(on)
	switch {
	case sum.Open && sum.High == 0:
		lines = append(lines, locales.Say("bring.cost_there"))
	case sum.High == 0:
		lines = append(lines, locales.Say("bring.cost_none"))
	case len(v.Parts) == 1 && v.Parts[0].Quantity > 1:
		lines = append(lines, locales.Say("bring.cost_times", "Quantity", v.Parts[0].Quantity, "Amount", costOf(v.Parts[0], on)))
		if sum.Low != sum.High {
			lines = append(lines, sumLine(sum))
		}
	case len(v.Parts) == 1:
		lines = append(lines, locales.Say("bring.cost", "Amount", costOf(v.Parts[0], on)))
	default:
		lines = append(lines, locales.Say("bring.costs"))
		for _, p := range v.Parts {
			lines = append(lines, partCost(p, on))
		}
		lines = append(lines, sumLine(sum))
	}
	return append(lines, besides(sum.Extras, sum.Notes)...)
}

// partCost names a concern of several with its fee.
func partCost(p booking.Part, on booking.Date) locales.Line {
	return locales.Say("bring.cost_part", "Concern", quantityLine(p.Concern.Name, p.Quantity), "Amount", costOf(p, on))
}

// sumLine is what several concerns cost together.
func sumLine(sum booking.Cost) locales.Line {
	amount := locales.MoneyRange{Low: int(sum.Low), High: int(sum.High)}
	if sum.Open {
		return locales.Say("bring.cost_more", "Amount", amount)
	}
	return locales.Say("bring.cost_sum", "Amount", amount)
}

// costOf is the fee of one concern on a day, for one case each.
func costOf(p booking.Part, on booking.Date) locales.Line {
	fee, _ := p.Concern.FeeOn(on) // none: it is settled at the counter
	amount := feeLine(fee)
	sum := booking.Visit{Parts: []booking.Part{p}}.Cost(on)
	switch {
	case p.Quantity == 1 || sum.Open || sum.High == 0:
		return amount
	case sum.Low == sum.High:
		return locales.Say("fee.times", "Sum", locales.Money(sum.High), "Amount", amount)
	}
	return locales.Say("fee.each", "Amount", amount)
}
