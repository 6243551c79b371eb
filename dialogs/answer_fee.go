package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// fee says what it costs each; of several cases also how much together,
// and what else is valid from a day on that can be booked.
func (i inquiry) fee() []locales.Line {
	if len(i.visit.Parts) == 0 {
		return i.which()
	}
	var lines []locales.Line
	cases := 0
	for _, p := range i.visit.Parts {
		lines = append(lines, feeLines(p.Concern, i.on)...)
		lines = append(lines, i.nextFee(p.Concern)...)
		cases += p.Quantity
	}
	sum := i.visit.Cost(i.on)
	if cases > 1 && !sum.Open && sum.High > 0 {
		amount := locales.MoneyRange{Low: int(sum.Low), High: int(sum.High)}
		lines = append(lines, locales.Say("answer.together", "Amount", amount))
	}
	return lines
}

// nextFee is the fee that is valid from a day on that can be booked, where no day
// is chosen yet.
func (i inquiry) nextFee(c booking.Concern) []locales.Line {
	o := i.offices[0]
	if i.onDay {
		return nil
	}
	for _, f := range c.Fees {
		if f.From.After(i.on) && !f.From.After(o.LastDay(i.facts.Now)) {
			return []locales.Line{locales.Say("fee.from_day", "Day", longDateOf(f.From), "Amount", feeLine(f))}
		}
	}
	return nil
}
