package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

// A length with which visits of the last weeks would have found no place is
// warned of before it is applied, and applied all the same: the lead decides.
func TestALengthThatMakesDaysOverfullIsWarnedOf(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Lead)
	o := v.memory.Town().Offices[0]
	full := o.Today(v.now).Add(-7)
	for _, desk := range o.Desks {
		for at := booking.Clock(8 * 60); at < 16*60; at += 15 {
			a := dialogstest.Elsewhere(o.ID, desk.ID, full.At(at, o.Calendar.Zone), 15*time.Minute)
			a.Items, a.State = []booking.Item{{Concern: "id-card", Quantity: 1}}, booking.Finished
			v.memory.Put(a)
		}
	}
	v = v.say(t, "dauer perso 30")
	v.reads(t, "hätten keinen Platz mehr gefunden")
	if v = v.say(t, "ja"); !v.remarked("staff.minutes_changed") {
		t.Errorf("not applied: %v", v.remarks)
	}
	if v = v.say(t, "dauer perso 10"); v.step != "minutesReview" {
		t.Fatalf("in %s", v.step)
	}
	for _, line := range v.view.Body {
		if line.Key == "staff.minutes_overfull" {
			t.Errorf("warned of a shorter length: %s", v.seen("de"))
		}
	}
}
