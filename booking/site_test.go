package booking_test

import (
	"testing"

	"terminbote/booking"
)

// An imprint is given where it says who is responsible, a statement where it says since
// when; whatever else they say is not enough.
func TestWhatASiteHasToSayIsGiven(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		imprint booking.Imprint
		want    bool
	}{
		{booking.Imprint{}, false},
		{booking.Imprint{Mail: "stadt@example.org", VAT: "DE1", Supervisor: german("Kreis")}, false},
		{booking.Imprint{Responsible: german("Stadt")}, true},
	} {
		if got := tt.imprint.Given(); got != tt.want {
			t.Errorf("%+v: %v", tt.imprint, got)
		}
	}
	for _, tt := range []struct {
		statement booking.Accessibility
		want      bool
	}{
		{booking.Accessibility{}, false},
		{booking.Accessibility{Full: true, Gaps: german("Karten"), Mail: "stadt@example.org"}, false},
		{booking.Accessibility{On: tuesday}, true},
	} {
		if got := tt.statement.Given(); got != tt.want {
			t.Errorf("%+v: %v", tt.statement, got)
		}
	}
}
