package dialogs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/office"
)

// A ticket is for all that a clerk names clearly; of what is a choice, does not go
// together or is not known, the clerk is asked or told.
func TestATicketIsForSeveralConcerns(t *testing.T) {
	t.Parallel()
	town := office.Sample()
	town.Offices[0].Policy.WalkIns.Tickets = true
	for said, want := range map[string][]booking.Wish{
		"ticket Perso, Meldebescheinigung":             {{Concern: "id-card", Quantity: 1}, {Concern: "cert-registration", Quantity: 1}},
		"ticket 2 Reisepass und Personalausweis":       {{Concern: "passport", Quantity: 2}, {Concern: "id-card", Quantity: 1}},
		"ticket Reisepass und 2 Personalausweise":      {{Concern: "passport", Quantity: 1}, {Concern: "id-card", Quantity: 2}},
		"ticket 2 Reisepass":                           {{Concern: "passport", Quantity: 2}},
		"ticket Reisepass oder Personalausweis":        nil,
		"ticket Reisepass, alternativ Personalausweis": nil,
		"ticket Personalausweis und Quatschdingsbums":  {{Concern: "id-card", Quantity: 1}},
		"ticket 99 Reisepass und Personalausweis":      nil,
	} {
		v := arriveAsClerk(t, town, booking.Clerk).say(t, said)
		var got []booking.Wish
		for _, a := range v.memory.Appointments() {
			if !a.IsTicket() {
				continue
			}
			for _, item := range a.Items {
				got = append(got, booking.Wish{Concern: item.Concern, Quantity: item.Quantity})
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s\n%v", said, diff, v.remarks)
		}
	}
}
