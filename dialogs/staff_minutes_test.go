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

// What cannot be the minutes of a concern is answered with what can, and what
// nobody can read as minutes is named; both ask again.
func TestBadMinutesAreAnsweredWithWhatCanBe(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Lead)
	for said, remark := range map[string]string{
		"dauer perso 0": "staff.minutes_range", "dauer perso 999": "staff.minutes_range", "dauer perso -5": "staff.minutes_range",
		"dauer perso minus fünf": "staff.minutes_range", "dauer perso 12,5": "staff.minutes_range", "dauer perso 12,5 min": "staff.minutes_range",
		"dauer perso 3 Stunden": "staff.minutes_range", "dauer perso 99999999999999999999": "staff.minutes_range",
		"dauer perso lang": "staff.minutes_unread", "dauer perso zwölfeinhalb": "staff.minutes_unread", "dauer perso XII": "staff.minutes_unread",
	} {
		w := v.say(t, said)
		if !w.remarked(remark) || w.step != "minutesReview" || w.state.Work.Minutes.Minutes != 0 {
			t.Errorf("%s: at %s, %v, %+v", said, w.step, w.remarks, w.state.Work.Minutes)
		}
		for answer, minutes := range map[string]int{"zwölf": 12, "12 min": 12, "eine halbe Stunde": 30, "half an hour": 30, "1 h 30": 90} {
			if a := w.say(t, answer); a.state.Work.Minutes.Minutes != minutes {
				t.Errorf("%s, then %s: %+v, %v", said, answer, a.state.Work.Minutes, a.remarks)
			}
		}
		for _, answer := range []string{"12,5", "lang", "-1", "3 Stunden"} {
			if a := w.say(t, answer); a.state.Work.Minutes.Minutes != 0 || !a.remarked("staff.minutes_range") {
				t.Errorf("%s, then %s: %+v, %v", said, answer, a.state.Work.Minutes, a.remarks)
			}
		}
	}
	for _, said := range []string{"dauer personalausweis beantragen", "dauer perso", "dauer reisepass"} {
		if w := v.say(t, said); w.remarked("staff.minutes_unread") {
			t.Errorf("%s: %v", said, w.remarks)
		}
	}
}
