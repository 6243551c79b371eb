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
		"ticket zwei Reisepässe":                       {{Concern: "passport", Quantity: 2}},
		"ticket 2x Reisepass":                          {{Concern: "passport", Quantity: 2}},
		"ticket 2 mal Reisepass":                       {{Concern: "passport", Quantity: 2}},
		"ticket einen Reisepass":                       {{Concern: "passport", Quantity: 1}},
		"ticket two passports":                         {{Concern: "passport", Quantity: 2}},
		"ticket 0 Reisepass":                           nil,
		"ticket null Reisepass":                        nil,
		"ticket -3 Reisepass":                          nil,
		"ticket 1,5 Reisepass":                         nil,
		"ticket 1000 Reisepass":                        nil,
		"ticket 99999999999999999999 Reisepass":        nil,
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

// What is no number of cases is answered with what is, and asks again.
func TestNoTicketIsForNoCases(t *testing.T) {
	t.Parallel()
	town := office.Sample()
	town.Offices[0].Policy.WalkIns.Tickets = true
	for _, said := range []string{"ticket 0 Reisepass", "ticket -3 Reisepass", "ticket 1,5 Reisepass", "ticket minus zwei Reisepass"} {
		v := arriveAsClerk(t, town, booking.Clerk).say(t, said)
		if !v.remarked("staff.ticket_count") || v.step != "ticketFor" {
			t.Errorf("%q: at %s, %v", said, v.step, v.remarks)
		}
		if v = v.say(t, "zwei Reisepass"); !v.remarked("staff.ticket_given") {
			t.Errorf("%q, then two: %v", said, v.remarks)
		}
	}
}
