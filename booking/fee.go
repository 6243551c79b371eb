package booking

import "slices"

// Cents is an amount of money in euro cents.
type Cents int

// Fee is what one case of a concern costs from a day on. One of the rates that
// are not extras applies ("24 or older", "under 24"); extras are added on
// request ("photo taken here"). Without rates the amount is known only at the
// counter, and Note says why.
type Fee struct {
	From  Date   `json:"from,omitzero"`  // the first day it is valid
	Until Date   `json:"until,omitzero"` // the last day; zero: until another one is
	Rates []Rate `json:"rates,omitempty"`
	Note  Text   `json:"note,omitempty"`
}

// Open tells whether the amount is known only at the counter.
func (f Fee) Open() bool {
	return !slices.ContainsFunc(f.Rates, func(r Rate) bool { return !r.Extra })
}

// Rate is one price of a fee.
type Rate struct {
	Name   Text  `json:"name,omitempty"` // who or what it is for; may be empty
	Amount Cents `json:"cents"`
	Extra  bool  `json:"extra,omitempty"`
}

// Cost is the sum of several fees: somewhere between Low and High, since the
// rate that applies is settled at the counter.
type Cost struct {
	Low, High Cents
	Extras    []Rate // optional, each named once
	Open      bool   // something is priced only at the counter
	Notes     []Text // what the fees say besides
}

// times is the cost of quantity cases at fee f.
func (f Fee) times(quantity int) Cost {
	var c Cost
	first := true
	for _, rate := range f.Rates {
		if rate.Extra {
			c.Extras = append(c.Extras, rate)
			continue
		}
		amount := rate.Amount * Cents(quantity)
		if first {
			c.Low, c.High, first = amount, amount, false
		}
		c.Low, c.High = min(c.Low, amount), max(c.High, amount)
	}
	c.Open = first
	if len(f.Note) > 0 {
		c.Notes = []Text{f.Note}
	}
	return c
}

// plus is the sum of both costs.
func (c Cost) plus(o Cost) Cost {
	sum := Cost{Low: c.Low + o.Low, High: c.High + o.High, Open: c.Open || o.Open}
	sum.Extras = append(sum.Extras, c.Extras...)
	sum.Notes = append(slices.Clone(c.Notes), o.Notes...)
	for _, extra := range o.Extras {
		if !contains(sum.Extras, extra) {
			sum.Extras = append(sum.Extras, extra)
		}
	}
	return sum
}

func contains(rates []Rate, rate Rate) bool {
	for _, r := range rates {
		if r.Amount == rate.Amount && r.Name.In("de") == rate.Name.In("de") {
			return true
		}
	}
	return false
}
