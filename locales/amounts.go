package locales

import (
	"strings"

	"github.com/go-playground/locales/currency"
)

// Count is how many there are of something: "1.250". The argument of this name
// chooses the plural form.
type Count int

func (c Count) in(s *speech) string { return s.region.FmtNumber(float64(c), 0) }

// Tenths is a number with one digit behind the point, in tenths: "36,4".
type Tenths int

func (t Tenths) in(s *speech) string { return s.region.FmtNumber(float64(t)/10, 1) }

// Minutes is how long something takes: "1 Stunde 15 Minuten".
type Minutes int

func (m Minutes) in(s *speech) string {
	hours := s.format("format.hours", Args{countArg: int(m) / 60})
	minutes := s.format("format.minutes", Args{countArg: int(m) % 60})
	switch {
	case m < 60:
		return minutes
	case m%60 == 0:
		return hours
	}
	return s.format("format.duration", Args{"Hours": hours, "Minutes": minutes})
}

// euro is the sign of the only money that the office takes.
const euro = "€"

// Money is an amount in euro cents: "46,00 €".
type Money int

func (m Money) in(s *speech) string {
	text := s.region.FmtCurrency(float64(m)/100, 2, currency.EUR)
	return strings.Replace(text, "EUR", euro, 1) // English regions write the code
}

// MoneyRange is an amount between two, in euro cents: "27,60–46,00 €". It is
// one amount where both are the same.
type MoneyRange struct{ Low, High int }

func (r MoneyRange) in(s *speech) string {
	low, high := Money(r.Low).in(s), Money(r.High).in(s)
	if low == high {
		return low
	}
	// The sign is written once, at the outer end.
	if amount, ok := strings.CutSuffix(low, euro); ok {
		return strings.TrimSpace(amount) + "–" + high
	}
	return low + "–" + strings.TrimPrefix(high, euro)
}
