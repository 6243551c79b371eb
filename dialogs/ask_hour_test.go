package dialogs_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// tappable is every time that can be tapped where a visitor chooses one of a
// day, at once or behind its hour.
func tappable(t *testing.T, v visitor) []string {
	t.Helper()
	var found []string
	collect := func(v visitor) {
		all, _ := v.choices()
		for _, c := range all {
			if strings.HasPrefix(c.ID, "time:") && !slices.Contains(found, c.ID) {
				found = append(found, c.ID)
			}
		}
	}
	collect(v)
	if v.offers("hours") {
		hours := v.tap(t, "hours")
		all, _ := hours.choices()
		for _, c := range all {
			if strings.HasPrefix(c.ID, "hour:") {
				of := hours.tap(t, c.ID)
				collect(of)
				times, _ := of.choices()
				for _, at := range times {
					if strings.HasPrefix(at.ID, "time:") && "hour:"+strconv.Itoa(hourOf(t, v, at.ID)) != c.ID {
						t.Errorf("a time of %d o'clock stands behind %s", hourOf(t, v, at.ID), c.ID)
					}
				}
			}
		}
	}
	slices.Sort(found)
	return found
}

// hourOf is the hour in which the time of a choice lies.
func hourOf(t *testing.T, v visitor, id string) int {
	t.Helper()
	seconds, err := strconv.ParseInt(strings.TrimPrefix(id, "time:"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return time.Unix(seconds, 0).In(v.memory.Town().Offices[0].Calendar.Zone).Hour()
}

// longDay is a Tuesday from seven in the morning to eight in the evening.
func longDay() (town booking.Town, day booking.Date) {
	town = office.Sample()
	o := *town.Offices[0]
	day = o.Today(monday).Add(1)
	long := booking.ExtraHours{Day: day, Shift: booking.Shift{From: 7 * 60, To: 20 * 60}}
	o.Calendar.Extra = append(slices.Clone(o.Calendar.Extra), long)
	town.Offices = []*booking.Office{&o}
	return town, day
}

func TestEveryFreeTimeOfADayCanBeTapped(t *testing.T) {
	t.Parallel()
	town, day := longDay()
	o := town.Offices[0]
	for name, v := range map[string]visitor{
		"a citizen": arrive(t, town).say(t, "Führungszeugnis"),
		"a clerk":   arriveAsClerk(t, town, booking.Clerk).say(t, "neu", "Führungszeugnis"),
	} {
		v = v.tap(t, "days").tap(t, "day:"+day.String())
		var want []string
		request := booking.Request{Audience: booking.Public}
		if name == "a clerk" {
			request.Audience = booking.Staff
		}
		c, _ := o.Concern("conduct")
		request.Length, request.Skills = c.Takes(1), []booking.Skill{c.Skill}
		for _, s := range o.Day(day, nil).Starts(request, v.now) {
			want = append(want, "time:"+strconv.FormatInt(s.Unix(), 10))
		}
		if got := tappable(t, v); !slices.Equal(got, want) || len(want) < 100 {
			t.Errorf("%s can tap %d of %d times", name, len(got), len(want))
		}
		quarter := "time:" + strconv.FormatInt(day.At(19*60+30, o.Calendar.Zone).Unix(), 10)
		if !v.offers(quarter) {
			t.Errorf("%s is not shown 19:30 at once", name)
		}
	}
}

func TestFromTheTimesOfAnHourOneGoesBackStepByStep(t *testing.T) {
	t.Parallel()
	town, day := longDay()
	v := arrive(t, town).say(t, "Führungszeugnis").tap(t, "days").tap(t, "day:"+day.String())
	hours := v.tap(t, "hours")
	if back := hours.tap(t, "hour:9").tap(t, "back"); !back.offers("hour:9") {
		t.Errorf("behind the times of an hour are %v", back.view.Groups)
	}
	if back := hours.tap(t, "back"); back.step != "time" || !back.offers("hours") {
		t.Errorf("behind the hours is %s: %v", back.step, back.view.Groups)
	}
	if back := hours.tap(t, "back").tap(t, "back"); back.step != "day" {
		t.Errorf("behind the times is %s", back.step)
	}
	if stale := v.tap(t, "hour:99"); !stale.remarked("remark.stale") {
		t.Errorf("an hour that no day has: %v", stale.remarks)
	}
}

// Anybody who looks for a day may wait for a better one instead.
func TestTheWaitingListStandsBesideTheDays(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Führungszeugnis").tap(t, "days").tap(t, "wait")
	if v.step != "waitDays" {
		t.Errorf("the waiting list leads to %s", v.step)
	}
}
