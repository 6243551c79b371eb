package dialogs

import (
	"reflect"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/office"
)

// What is set aside holds until the moment that was said, and not at it.
func TestWhatIsSetAsideHoldsUntilItsEnd(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	visit, err := o.Visit([]booking.Wish{{Concern: "passport", Quantity: 1}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, held := range []bool{true, false} {
		talk := at(citizenFlow{}, noScreen, "")
		now := talk.facts.Now
		talk.Draft = Draft{
			Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, Start: now.Add(24 * time.Hour), Day: o.Today(now).Add(1),
			Length: 99, Hold: 7, HeldUntil: now,
		}
		line, pause, length := "time.chosen", "talk.pause_unbooked", int(visit.Length()/time.Minute)
		if held {
			talk.Draft.HeldUntil = now.Add(time.Second)
			line, pause, length = "time.reserved", "talk.pause_held", 99
		}
		talk.sayPause()
		if got := talk.heldLine().Key; got != line || int(talk.lengthHeld(visit)) != length || talk.remarks[0].Key != pause {
			t.Errorf("held %v: %s, %v minutes, %s", held, got, talk.lengthHeld(visit), talk.remarks[0].Key)
		}
		v := reviewStep{}.show(talk)
		if said := contains(keysOf(v.Body), "review.held"); said != held {
			t.Errorf("held %v, said %v", held, said)
		}
		if talk.Draft.Length = 0; int(talk.lengthHeld(visit)) == 0 {
			t.Error("what was set aside for an unknown length has none")
		}
	}
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

// A time that has passed is forgotten, one that is held still is not, and a day that
// has passed takes with it what was said of days.
func TestOnlyWhatHasPassedIsForgotten(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now, o := base.facts.Now, base.facts.Town.Offices[0]
	today := o.Today(now)
	for name, tt := range map[string]struct {
		day         booking.Date
		start, held time.Time
		over        passed
	}{
		"nothing chosen":     {},
		"ahead":              {day: today, start: now.Add(time.Second)},
		"it begins now":      {day: today, start: now, over: passed{day: today, time: true}},
		"now, and held":      {day: today, start: now, held: now.Add(time.Second)},
		"held until now":     {day: today, start: now, held: now, over: passed{day: today, time: true}},
		"a day, no time":     {day: today},
		"yesterday":          {day: today.Add(-1), start: now.Add(-24 * time.Hour), over: passed{day: today.Add(-1)}},
		"yesterday, held":    {day: today.Add(-1), start: now.Add(-24 * time.Hour), held: now.Add(time.Hour), over: passed{day: today.Add(-1)}},
		"yesterday, no time": {day: today.Add(-1), over: passed{day: today.Add(-1)}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		days, clock := understand.Days{Spans: stretches(23, 23)}, understand.Window{About: 600}
		talk.Draft = Draft{Day: tt.day, Start: tt.start, HeldUntil: tt.held, Days: days, Hours: clock}
		want := talk.Draft
		switch {
		case tt.over.time:
			want.Day, want.Start, want.Hours = booking.Date{}, time.Time{}, understand.Window{}
		case !tt.over.day.IsZero():
			want.Day, want.Start, want.Days = booking.Date{}, time.Time{}, understand.Days{}
		}
		if talk.dropPassed(); talk.over != tt.over || !reflect.DeepEqual(talk.Draft, want) {
			t.Errorf("%s: over %+v, %+v, want %+v, %+v", name, talk.over, talk.Draft, tt.over, want)
		}
		for choice, answers := range map[string]bool{
			yesChoice: true, "time:1": true, backChoice: false, homeChoice: false, appointmentsChoice: false, languageChoice: false, helpChoice: false,
		} {
			answers = answers && tt.over != passed{}
			if got := talk.answersPassed(Tapped{Choice: choice}); got != answers {
				t.Errorf("%s: %s answers what has passed: %v", name, choice, got)
			}
		}
		talk.Screen = appointmentsScreen
		if talk.answersPassed(Tapped{Choice: yesChoice}) || talk.answersPassed(Said{Text: "ja"}) {
			t.Errorf("%s: on another screen, or typed, nothing has passed", name)
		}
	}
}

// An appointment at the same time is pointed out, a neighbour is not.
func TestOnlyWhatOverlapsIsAtTheSameTime(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	o := talk.facts.Town.Offices[0]
	visit, err := o.Visit([]booking.Wish{{Concern: "passport", Quantity: 1}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	start, long := talk.facts.Now.Add(time.Hour), visit.Length()
	for name, tt := range map[string]struct {
		a    booking.Appointment
		want int
	}{
		"the same":           {booking.Appointment{ID: 1, State: booking.Confirmed, Span: booking.Span{Start: start, End: start.Add(long)}}, 1},
		"just before":        {booking.Appointment{ID: 1, State: booking.Confirmed, Span: booking.Span{Start: start.Add(-time.Hour), End: start}}, 0},
		"just behind":        {booking.Appointment{ID: 1, State: booking.Confirmed, Span: booking.Span{Start: start.Add(long), End: start.Add(2 * long)}}, 0},
		"one minute less":    {booking.Appointment{ID: 1, State: booking.Confirmed, Span: booking.Span{Start: start.Add(long - time.Minute), End: start.Add(2 * long)}}, 1},
		"a ticket, called":   {booking.Appointment{ID: 1, State: booking.Called, Span: booking.Span{Start: start, End: start.Add(long)}}, 0},
		"the one that moves": {booking.Appointment{ID: 9, State: booking.Confirmed, Span: booking.Span{Start: start, End: start.Add(long)}}, 0},
	} {
		talk.Draft.Start, talk.Draft.Moving, talk.facts.Appointments = start, 9, []booking.Appointment{tt.a}
		if got := talk.sameTime(visit); len(got) != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
