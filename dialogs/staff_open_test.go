package dialogs_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// Extra hours are opened on the day, in the hours, at the desk and to the audience
// that were said.
func TestExtraHoursAreOpenedAsTheyWereSaid(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Clerk)
	o := v.memory.Town().Offices[0]
	day, desk := booking.Date{Year: 2026, Month: time.November, Day: 28}, o.Desks[1]
	morning := booking.Hours{From: 9 * 60, To: 12 * 60}
	for text, want := range map[string]dialogs.Extra{
		"öffne 28.11. 9-12":                           {Day: day, Hours: morning},
		"öffne 28.11. 9-12 " + desk.Name["de"]:        {Day: day, Hours: morning, Desk: desk.ID},
		"öffne 28.11. 9-12 intern":                    {Day: day, Hours: morning, Internal: true},
		"öffne 29.11. 14-16 " + o.Desks[0].Name["de"]: {Day: day.Add(1), Hours: booking.Hours{From: 14 * 60, To: 16 * 60}, Desk: o.Desks[0].ID},
		"open 28.11. 9-12 " + desk.Name["en"]:         {Day: day, Hours: morning, Desk: desk.ID},
	} {
		got := v.say(t, text, "ja")
		if !slices.Equal(got.commands, []dialogs.Command{dialogs.Open{Office: o.ID, Extra: want}}) {
			t.Errorf("%q: %+v at %s, want %+v", text, got.commands, got.step, want)
		}
	}
}

// Hours that were not said are asked for: extra hours are never all day by themselves,
// as closures are.
func TestExtraHoursThatWereNotSaidAreAskedFor(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Clerk)
	for text, want := range map[string]booking.Hours{"öffne 28.11.": {}, "open 28.11.": {}, "sperre 27.11. Schulung": booking.AllDay()} {
		if got := v.say(t, text); got.state.Work.OverrideDraft.Hours != want || (got.step == "layHours") != (want == booking.Hours{}) {
			t.Errorf("%q: at %s for %v", text, got.step, got.state.Work.OverrideDraft.Hours)
		}
	}
}

// What is undone meanwhile leaves a task in hand where it is.
func TestOpeningAgainLeavesAnotherTaskInHand(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, "sperre 27.11. Schulung")
	task, draft := v.state.Work.Task, v.state.Work.OverrideDraft
	open := dialogs.Open{Office: v.memory.Town().Offices[0].ID, Extra: dialogs.Extra{Day: draft.Day, Hours: draft.Hours}}
	got := v.turn(t, dialogs.Result{Command: open})
	if task == "" || got.state.Work.Task != task || got.state.Work.OverrideDraft != draft {
		t.Errorf("%q with %+v became %q with %+v", task, draft, got.state.Work.Task, got.state.Work.OverrideDraft)
	}
}

// A clerk sees on a day that it is a holiday, and which.
func TestADayOffIsNamedInItsPlan(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Viewer)
	for day, want := range map[string]bool{"25.12.": true, "23.12.": false} {
		if got := strings.Contains(v.say(t, day).seen("de"), "Feiertag: 1. Weihnachtstag"); got != want {
			t.Errorf("%s is said to be Christmas: %v", day, got)
		}
	}
}
