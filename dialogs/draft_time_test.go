package dialogs_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// reviewing is a visitor who has answered everything, for Tuesday at ten.
func reviewing(tb testing.TB) visitor {
	tb.Helper()
	v := arrive(tb, smallOffice(tb)).say(tb, "Perso", "weiter", "1", "1", "weiter", "morgen", "10:00", "Erika Beispiel", "erika@beispiel.de")
	if v.step != "review" {
		tb.Fatalf("at %s", v.step)
	}
	return v
}

func TestATalkLeftForDaysIsToldThatItsDayIsOver(t *testing.T) {
	t.Parallel()
	left := reviewing(t)
	left.now = left.now.Add(3 * 24 * time.Hour)
	for name, event := range map[string]dialogs.Event{
		"yes is tapped": dialogs.Tapped{Choice: "yes", Revision: left.state.Revision},
		"yes is typed":  dialogs.Said{Text: "ja"},
	} {
		got := left.turn(t, event)
		if !got.remarked("left.time") || got.remarked("refused.taken") || got.remarked("remark.stale") || got.step != "when" {
			t.Errorf("%s: at %s, %v", name, got.step, got.remarks)
		}
		if len(got.commands) != 0 || got.state.Draft.Name != "Erika Beispiel" {
			t.Errorf("%s: %v, %+v", name, got.commands, got.state.Draft)
		}
	}
	if got := left.say(t, "Freitag"); got.step != "review" || got.state.Draft.Day.Weekday() != time.Friday {
		t.Errorf("another day at once: at %s, %v", got.step, got.remarks)
	}
}

func TestATimeThatHasPassedIsNotBlamedOnSomebodyElse(t *testing.T) {
	t.Parallel()
	left := reviewing(t)
	for name, tt := range map[string]struct {
		after  time.Duration
		remark string
	}{
		"it begins within the lead time": {25*time.Hour + 30*time.Minute, "refused.too_soon"},
		"it has passed":                  {26*time.Hour + 30*time.Minute, "left.time"},
	} {
		v := left
		v.now = left.now.Add(tt.after)
		got := v.tap(t, "yes")
		if !got.remarked(tt.remark) || got.remarked("refused.taken") || got.step != "when" {
			t.Errorf("%s: at %s, %v", name, got.step, got.remarks)
		}
	}
}

func TestTheReviewSaysTheLengthThatIsHeld(t *testing.T) {
	t.Parallel()
	v := reviewing(t)
	longer := smallOffice(t)
	for i := range longer.Offices[0].Concerns {
		longer.Offices[0].Concerns[i].First = 45 * time.Minute
	}
	v.memory = v.memory.In(longer)
	v = v.say(t, "hm")
	length := func(lines []locales.Line, key string) any {
		i := slices.IndexFunc(lines, func(l locales.Line) bool { return l.Key == key })
		if i < 0 {
			t.Fatalf("no %s in %v", key, lines)
		}
		return lines[i].Args["Length"]
	}
	said := length(v.view.Body, "review.time")
	v = v.tap(t, "yes")
	if got := length(v.view.Body, "card.time"); got != said {
		t.Errorf("the review said %v, and %v are booked", said, got)
	}
}

func TestTheSameTimeTwiceIsPointedOut(t *testing.T) {
	t.Parallel()
	v := booked(t)
	town := smallOffice(t)
	second := town.Offices[0].Desks[0]
	second.ID = "second"
	town.Offices[0].Desks = append(town.Offices[0].Desks, second)
	v.memory = v.memory.In(town)
	v = v.say(t, "Perso", "weiter", "1", "1", "weiter", "morgen")
	apart := v.say(t, "11:00", "Erika Beispiel", "erika@beispiel.de")
	if apart.step != "review" || bodySays(apart.view, "review.same_time") {
		t.Errorf("an hour later: at %s, %v", apart.step, apart.view.Body)
	}
	same := v.say(t, "10:00", "Erika Beispiel", "erika@beispiel.de")
	if same.step != "review" || !bodySays(same.view, "review.same_time") {
		t.Errorf("at the same time: at %s, %v, %v", same.step, same.view.Body, same.remarks)
	}
}

func TestAMoveOffersAnotherTimeOnly(t *testing.T) {
	t.Parallel()
	v := booked(t).say(t, "Termin verschieben")
	present := booking.DateOf(v.ahead[0].Span.Start, v.memory.Town().Offices[0].Calendar.Zone)
	v = v.say(t, "morgen")
	choices, _ := v.choices()
	for _, c := range choices {
		if id, ok := c.Label.Args["Time"].(locales.BareClock); ok && time.Time(id).Equal(v.ahead[0].Span.Start) {
			t.Errorf("on %v the present time is offered", present)
		}
	}
	if got := v.say(t, "10:00"); !bodySays(got.view, "move.same") || got.step != "when" {
		t.Errorf("its present time: at %s, %v, %v", got.step, got.view.Body, got.remarks)
	}
}

func TestAfterTheStartThereIsNoMoveAndItIsSaid(t *testing.T) {
	t.Parallel()
	v := booked(t)
	v.now = v.ahead[0].Span.Start.Add(time.Minute)
	for _, text := range []string{"Termin verschieben", "Termin absagen", "I have to cancel my appointment"} {
		got := v.say(t, text)
		if !got.remarked("own.begun") {
			t.Errorf("%s: at %s, %v", text, got.step, got.remarks)
		}
	}
	none := arrive(t, smallOffice(t)).say(t, "Termin absagen")
	if none.remarked("own.begun") {
		t.Error("who has none is told that it has begun")
	}
}

func TestTheWaitingListIsJoinedByItsNameWhereNothingIsFree(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t))
	v.memory = v.memory.Clone()
	o := v.memory.Town().Offices[0]
	for day := o.Today(v.now); !day.After(o.LastDay(v.now)); day = day.Add(1) {
		v.memory.Fill(o, day)
	}
	full := v.say(t, "Perso")
	if full.step != "when" || !full.offers("wait") {
		t.Fatalf("at %s: %v", full.step, full.view)
	}
	for _, text := range []string{"Warteliste", "waiting list"} {
		if got := full.say(t, text); got.step == "waiting" || !got.state.Draft.Wait.On {
			t.Errorf("%s: at %s", text, got.step)
		}
	}
}
