package office

import (
	"testing"

	"terminbote/booking"
)

func TestAmountsAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]booking.Cents{
		"46": 4600, "46.00": 4600, "46,00": 4600, "46,5": 4650, "46,-": 4600, "46,--": 4600, "46,–": 4600, "€ 46": 4600, "46,00 EUR": 4600, "0": 0,
		"1046": 104600, "1.046,00": 104600, "1.046,50 €": 104650, "1 046,00": 104600, "1'046.00": 104600, "1,046.00": 104600, "1.046,-": 104600, "12.046,00 Euro": 1204600,
	} {
		if got, ok := readMoney(said); !ok || got != want {
			t.Errorf("%q: %d %t, want %d", said, got, ok, want)
		}
	}
	for _, said := range []string{"1.046", "1,046", "1 046", "46,005", "46.000", "1.046.00", "1,046,00", "0.046,00", "123.046,00", "46 00", "-5", "046"} {
		if got, ok := readMoney(said); ok {
			t.Errorf("%q is read as %d", said, got)
		}
	}
}
