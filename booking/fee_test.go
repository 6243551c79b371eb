package booking_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

var (
	photo  = booking.Rate{Name: german("Foto vor Ort"), Amount: 600, Extra: true}
	adult  = booking.Rate{Name: german("ab 24"), Amount: 7000}
	young  = booking.Rate{Name: german("unter 24"), Amount: 3750}
	simple = booking.Rate{Amount: 2280}
)

func TestWhatAVisitCosts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name               string
		passport, idCard   []booking.Rate
		passports, idCards int
		want               booking.Cost
	}{
		{"one price", nil, []booking.Rate{simple}, 0, 1, booking.Cost{Low: 2280, High: 2280}},
		{"per case", nil, []booking.Rate{simple}, 0, 3, booking.Cost{Low: 6840, High: 6840}},
		{"a range, the dear one first", []booking.Rate{adult, young}, nil, 2, 0, booking.Cost{Low: 7500, High: 14000}},
		{"a range, the cheap one first", []booking.Rate{young, adult}, nil, 1, 0, booking.Cost{Low: 3750, High: 7000}},
		{"the sum of ranges", []booking.Rate{young, adult}, []booking.Rate{simple}, 1, 1, booking.Cost{Low: 6030, High: 9280}},
		{
			"extras are named once and not added",
			[]booking.Rate{photo, adult},
			[]booking.Rate{simple, photo},
			2, 1,
			booking.Cost{Low: 16280, High: 16280, Extras: []booking.Rate{photo}},
		},
		{"known only at the counter", nil, []booking.Rate{}, 0, 1, booking.Cost{Open: true}},
		{"partly known", []booking.Rate{adult}, []booking.Rate{}, 1, 1, booking.Cost{Low: 7000, High: 7000, Open: true}},
		{"partly known, the known one last", []booking.Rate{}, []booking.Rate{simple}, 1, 1, booking.Cost{Low: 2280, High: 2280, Open: true}},
		{"free", nil, []booking.Rate{{}}, 0, 1, booking.Cost{}},
		{"no fee", nil, nil, 1, 1, booking.Cost{Open: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			var v booking.Visit
			for i, rates := range [][]booking.Rate{tt.passport, tt.idCard} {
				c := o.Concerns[i]
				if rates != nil {
					c.Fees = []booking.Fee{{Rates: rates}}
				}
				if quantity := []int{tt.passports, tt.idCards}[i]; quantity > 0 {
					v.Parts = append(v.Parts, booking.Part{Concern: c, Quantity: quantity})
				}
			}
			if diff := cmp.Diff(tt.want, v.Cost(tuesday)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAFeeIsValidFromItsDayOn(t *testing.T) {
	t.Parallel()
	raised := booking.Date{Year: 2027, Month: time.January, Day: 1}
	c := booking.Concern{Fees: []booking.Fee{
		{From: tuesday, Rates: []booking.Rate{{Amount: 100}}},
		{From: raised, Rates: []booking.Rate{{Amount: 200}}},
	}}
	tests := []struct {
		name  string
		day   booking.Date
		want  booking.Cents
		known bool
	}{
		{"before the first", tuesday.Add(-1), 0, false},
		{"on its day", tuesday, 100, true},
		{"the day before it rises", raised.Add(-1), 100, true},
		{"the day it rises", raised, 200, true},
		{"long after", raised.Add(1000), 200, true},
	}
	for _, tt := range tests {
		fee, known := c.FeeOn(tt.day)
		var got booking.Cents
		if len(fee.Rates) > 0 {
			got = fee.Rates[0].Amount
		}
		if got != tt.want || known != tt.known {
			t.Errorf("%s: want %d, %t, got %d, %t", tt.name, tt.want, tt.known, got, known)
		}
	}
}

// What a fee says besides is said with its cost, and nothing where it says nothing.
func TestACostSaysWhatItsFeesSay(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	note := german("je nach Aufwand")
	for _, tt := range []struct {
		fee  booking.Fee
		want []booking.Text
	}{{booking.Fee{Rates: []booking.Rate{adult}, Note: note}, []booking.Text{note}}, {booking.Fee{Note: note}, []booking.Text{note}}, {booking.Fee{Rates: []booking.Rate{adult}}, nil}} {
		o.Concerns[0].Fees = []booking.Fee{tt.fee}
		visit, err := o.Visit(wishes("passport", 1), 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := visit.Cost(tuesday); len(got.Notes) != len(tt.want) || len(got.Notes) > 0 && got.Notes[0].In("de") != tt.want[0].In("de") || got.Open != (len(tt.fee.Rates) == 0) {
			t.Errorf("%+v costs %+v", tt.fee, got)
		}
	}
}
