package dialogs

import (
	"terminbote/locales"
)

// fee says what it costs and for whom; of several cases also how much together.
func (i inquiry) fee() []locales.Line {
	if len(i.visit.Parts) == 0 {
		return i.which()
	}
	var lines []locales.Line
	cases := 0
	for _, p := range i.visit.Parts {
		lines = append(lines, feeLines(p.Concern, i.on)...)
		cases += p.Quantity
	}
	sum := i.visit.Cost(i.on)
	if cases > 1 && !sum.Open && sum.High > 0 {
		amount := locales.MoneyRange{Low: int(sum.Low), High: int(sum.High)}
		lines = append(lines, locales.Say("answer.together", "Amount", amount))
	}
	return lines
}
