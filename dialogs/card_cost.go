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
	case len(v.Parts) == 1:
		lines = append(lines, locales.Say("bring.cost", "Amount", costOf(v.Parts[0], on)))
	default:
		lines = append(lines, locales.Say("bring.costs"))
		for _, p := range v.Parts {
			lines = append(lines, partCost(p, on))
		}
		lines = append(lines, sumLine(sum))
	}
	for _, e := range sum.Extras {
		lines = append(lines, locales.Say("bring.extra", "Name", locales.Text(e.Name), "Amount", locales.Money(e.Amount)))
	}
	for _, note := range sum.Notes {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(note)))
	}
	return lines
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

// feeLine is a fee with the rates by which it differs: "46,00 € ab 24 Jahren,
// 27,60 € unter 24 Jahren".
func feeLine(fee booking.Fee) locales.Line {
	if fee.Open() {
		return locales.Say("fee.at_the_counter")
	}
	var rates locales.Series
	for _, r := range fee.Rates {
		if !r.Extra {
			rates = append(rates, rateAmount(r))
		}
	}
	return locales.Say("fee.rates", "Rates", rates)
}

func rateAmount(r booking.Rate) locales.Line {
	switch {
	case len(r.Name) > 0 && r.Amount == 0:
		return locales.Say("fee.free_for", "Name", locales.Text(r.Name))
	case len(r.Name) > 0:
		return locales.Say("fee.amount_for", "Amount", locales.Money(r.Amount), "Name", locales.Text(r.Name))
	case r.Amount == 0:
		return locales.Say("fee.free")
	}
	return locales.Say("fee.amount", "Amount", locales.Money(r.Amount))
}
