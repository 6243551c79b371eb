package dialogs_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// servedOnTuesday is the small office, whose first concern only a desk does that
// serves on Tuesdays, and that has no time left.
func servedOnTuesday(t *testing.T) visitor {
	t.Helper()
	town := smallOffice(t)
	o := town.Offices[0]
	own := booking.Skill("rare")
	o.Concerns[0].Skill = own
	o.Desks[0].Skills = append(slices.Clone(o.Desks[0].Skills), own)
	hours := [7][]booking.Hours{time.Tuesday: {booking.AllDay()}}
	o.Desks[0].Hours = &hours
	return booksUp(t, arrive(t, booking.NewTown(o)).say(t, o.Concerns[0].Name["de"]))
}

func TestTheWaitingListAsksForDaysOnWhichSomebodyServes(t *testing.T) {
	t.Parallel()
	v := servedOnTuesday(t).say(t, "warteliste")
	if v.step != "waitDays" {
		t.Fatalf("at %s:\n%s", v.step, v.seen("de"))
	}
	all, _ := v.choices()
	var days []string
	for _, c := range all {
		if strings.HasPrefix(c.ID, "wd:") {
			days = append(days, c.ID)
		}
	}
	if want := []string{"wd:any", "wd:2"}; !slices.Equal(days, want) {
		t.Errorf("asked for %v, want %v", days, want)
	}
	if got := v.say(t, "donnerstags"); got.step != "waitDays" || !got.remarked("wait.not_served") {
		t.Errorf("at %s, %v", got.step, got.remarks)
	}
	if got := v.say(t, "dienstags oder donnerstags"); got.step != "waitHours" {
		t.Errorf("at %s, %v", got.step, got.remarks)
	}
}

func TestTheWaitingListIsAskedForOnce(t *testing.T) {
	t.Parallel()
	v := servedOnTuesday(t).say(t, "warteliste")
	for _, said := range []string{"warteliste", "ich möchte auf die Warteliste"} {
		if got := v.say(t, said); got.step != "waitDays" || !got.remarked("wait.asked") {
			t.Errorf("%q leads to %s, %v", said, got.step, got.remarks)
		}
	}
	if got := v.tap(t, "wd:any").say(t, "warteliste"); got.step != "waitHours" || !got.remarked("wait.asked") {
		t.Errorf("at %s, %v", got.step, got.remarks)
	}
}

// Somebody waits until the day that they say, and at most for eight weeks.
func TestNobodyWaitsLongerThanEightWeeks(t *testing.T) {
	t.Parallel()
	v := servedOnTuesday(t).say(t, "warteliste").tap(t, "wd:any").say(t, "egal")
	if v.step != "waitUntil" {
		t.Fatalf("at %s:\n%s", v.step, v.seen("de"))
	}
	longest := v.memory.Town().Offices[0].Today(v.now).Add(8 * 7)
	for text, want := range map[string]booking.Date{
		"bis 4.12.": {Year: 2026, Month: time.December, Day: 4}, "bis 18.1.2027": longest, "bis 17.1.2027": longest.Add(-1),
		"bis 19.1.2027": longest, "bis 31.12.2027": longest, "egal": longest,
	} {
		if got := v.say(t, text); got.state.Draft.Wait.Until != want {
			t.Errorf("%q: until %v at %s, want %v", text, got.state.Draft.Wait.Until, got.step, want)
		}
	}
}
