package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// Who corrects what they come for, or how many they are, after a time is set aside, books what
// the review shows, also where it takes as long as before.
func TestWhatTheReviewShowsIsBooked(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]booking.Wish{
		"nee doch lieber personalausweis":           {Concern: "id-card", Quantity: 1},
		"nicht reisepass sondern perso":             {Concern: "id-card", Quantity: 1},
		"wir sind zu zweit":                         {Concern: "passport", Quantity: 1},
		"doch lieber einen führerschein umtauschen": {Concern: "licence-exchange", Quantity: 1},
	} {
		t.Run(said, func(t *testing.T) {
			t.Parallel()
			v := arrive(t, office.Sample()).say(t, "reisepass").say(t, "1")
			if v.state.Draft.Hold == 0 {
				t.Fatalf("nothing is held at %s: %s", v.step, v.seen("de"))
			}
			v = v.say(t, said)
			persons := max(1, v.state.Draft.Persons)
			for _, answer := range []string{"Paul Weber", "paul@example.org", "ja"} {
				v = v.say(t, answer)
			}
			all := v.ahead
			if len(all) != 1 {
				t.Fatalf("%d are booked at %s: %s", len(all), v.step, v.seen("de"))
			}
			if a := all[0]; !a.IsFor([]booking.Wish{want}, persons) {
				t.Errorf("booked is %+v for %d, want %v for %d", a.Items, a.Persons, want, persons)
			}
		})
	}
}
