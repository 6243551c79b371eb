package dialogs

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/locales"
)

// rates is a fee of these rates; a name "+…" is one that comes on top.
func rates(all ...any) booking.Fee {
	var fee booking.Fee
	for i := 0; i < len(all); i += 2 {
		name, amount := all[i].(string), all[i+1].(int)
		r := booking.Rate{Amount: booking.Cents(amount)}
		if name != "" && name[0] == '+' {
			r.Extra, name = true, name[1:]
		}
		if name != "" {
			r.Name = booking.Text{"de": name}
		}
		fee.Rates = append(fee.Rates, r)
	}
	return fee
}

// costing is a concern with a fee, or with none.
func costing(name string, fees ...booking.Fee) booking.Concern {
	return booking.Concern{ID: booking.ConcernID(name), Name: booking.Text{"de": name}, Fees: fees}
}

// keysOf is the sentences of lines, gaps left out.
func keysOf(lines []locales.Line) []string {
	var all []string
	for _, l := range lines {
		if !l.IsZero() {
			all = append(all, l.Key)
		}
	}
	return all
}

// What a visit costs is said as it is known: each part, the sum, what comes on top.
func TestTheCostIsSaidAsFarAsItIsKnown(t *testing.T) {
	t.Parallel()
	noted := rates("", 3700)
	noted.Note = booking.Text{"de": "bar"}
	pass, free, open := costing("Pass", rates("", 7000)), costing("Rat", rates("", 0)), costing("Auskunft")
	extra := costing("Perso", rates("", 3700, "+Foto", 600))
	for name, tt := range map[string]struct {
		parts []booking.Part
		want  []string
	}{
		"nothing in particular": {nil, nil},
		"one fee":               {[]booking.Part{{Concern: pass, Quantity: 1}}, []string{"bring.cost"}},
		"free":                  {[]booking.Part{{Concern: free, Quantity: 1}}, []string{"bring.cost_none"}},
		"known there":           {[]booking.Part{{Concern: open, Quantity: 1}}, []string{"bring.cost_there"}},
		"with an extra":         {[]booking.Part{{Concern: extra, Quantity: 1}}, []string{"bring.cost", "bring.extra"}},
		"with a note":           {[]booking.Part{{Concern: costing("Perso", noted), Quantity: 1}}, []string{"bring.cost", "bring.item"}},
		"two":                   {[]booking.Part{{Concern: pass, Quantity: 1}, {Concern: extra, Quantity: 1}}, []string{"bring.costs", "bring.cost_part", "bring.cost_part", "bring.cost_sum", "bring.extra"}},
		"two, one open":         {[]booking.Part{{Concern: pass, Quantity: 1}, {Concern: open, Quantity: 1}}, []string{"bring.costs", "bring.cost_part", "bring.cost_part", "bring.cost_more"}},
		"two free ones":         {[]booking.Part{{Concern: free, Quantity: 1}, {Concern: free, Quantity: 1}}, []string{"bring.cost_none"}},
		"free and open":         {[]booking.Part{{Concern: free, Quantity: 1}, {Concern: open, Quantity: 1}}, []string{"bring.cost_there"}},
	} {
		if got := keysOf(costLines(booking.Visit{Parts: tt.parts}, november(23))); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// Of several cases the sum is said where there is one.
func TestTheCostOfSeveralCasesIsTheirSum(t *testing.T) {
	t.Parallel()
	pass, two := costing("Pass", rates("", 7000)), costing("Perso", rates("ab 24", 3700, "", 2280))
	for name, tt := range map[string]struct {
		part booking.Part
		want string
	}{
		"one":              {booking.Part{Concern: pass, Quantity: 1}, "fee.rates"},
		"two":              {booking.Part{Concern: pass, Quantity: 2}, "fee.times"},
		"two, by age":      {booking.Part{Concern: two, Quantity: 2}, "fee.each"},
		"one, by age":      {booking.Part{Concern: two, Quantity: 1}, "fee.rates"},
		"two, free":        {booking.Part{Concern: costing("Rat", rates("", 0)), Quantity: 2}, "fee.rates"},
		"two, known there": {booking.Part{Concern: costing("Rat"), Quantity: 2}, "fee.at_the_counter"},
	} {
		if got := costOf(tt.part, november(23)); got.Key != tt.want {
			t.Errorf("%s: %s, want %s", name, got.Key, tt.want)
		}
	}
	if got := costOf(booking.Part{Concern: pass, Quantity: 2}, november(23)); got.Args["Sum"] != locales.Money(14000) {
		t.Errorf("two are %v", got.Args["Sum"])
	}
}

// A rate is told by its name, by nothing where it is alone, or as the one for all others.
func TestEachRateOfAFeeIsTold(t *testing.T) {
	t.Parallel()
	name := booking.Text{"de": "Kinder"}
	for want, tt := range map[string]struct {
		rate    booking.Rate
		several bool
	}{
		"fee.amount": {booking.Rate{Amount: 100}, false}, "fee.free": {booking.Rate{}, false}, "fee.free_for": {booking.Rate{Name: name}, false},
		"fee.amount_for": {booking.Rate{Name: name, Amount: 100}, true}, "fee.otherwise": {booking.Rate{Amount: 100}, true},
	} {
		if got := rateAmount(tt.rate, tt.several); got.Key != want {
			t.Errorf("%+v of several %v: %s, want %s", tt.rate, tt.several, got.Key, want)
		}
	}
	base, extras := ratesOf(rates("", 100, "a", 200, "+b", 300, "c", 400))
	if len(base) != 3 || base[0].Amount != 200 || base[1].Amount != 400 || base[2].Amount != 100 || len(extras) != 1 || extras[0].Amount != 300 {
		t.Errorf("base %v, extras %v", base, extras)
	}
	for want, c := range map[string]booking.Concern{
		"fee.there": costing("a"), "fee.none": costing("a", rates("", 0)), "fee.one": costing("a", rates("", 100)),
	} {
		if got := feeLines(c, november(23)); len(got) != 1 || got[0].Key != want {
			t.Errorf("%v, want %s", keysOf(got), want)
		}
	}
	for _, fee := range []booking.Fee{rates("a", 100), rates("", 100, "a", 200)} {
		if got := feeLines(costing("a", fee), november(23)); got[0].Key != "fee.several" {
			t.Errorf("%v of %v", keysOf(got), fee)
		}
	}
}
