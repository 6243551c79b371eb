package dialogs

import (
	"reflect"
	"slices"
	"strings"
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

// A time that has passed is forgotten, one that is held still is not; of what was said
// of days only what has passed is.
func TestOnlyWhatHasPassedIsForgotten(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now, o := base.facts.Now, base.facts.Town.Offices[0]
	today, clock, morning := o.Today(now), understand.Window{About: 600}, understand.Window{Spans: []booking.Hours{{From: 480, To: 720}}}
	of := func(d booking.Date) understand.Days {
		return understand.Days{Spans: []understand.DateSpan{{From: d, To: d}}, Not: booking.Weekdays(0).Toggle(time.Friday)}
	}
	noFriday := understand.Days{Not: booking.Weekdays(0).Toggle(time.Friday)}
	before := now.Add(-24 * time.Hour)
	for name, tt := range map[string]struct {
		left, want Draft
		over       booking.Date
	}{
		"nothing chosen": {Draft{Hours: clock}, Draft{Hours: clock}, booking.Date{}},
		"ahead":          {Draft{Day: today, Start: now.Add(time.Second)}, Draft{Day: today, Start: now.Add(time.Second)}, booking.Date{}},
		"it begins now":  {Draft{Day: today, Start: now, Days: of(today), Hours: clock}, Draft{Days: of(today)}, today},
		"of a morning":   {Draft{Day: today, Start: now, Hours: morning}, Draft{Hours: morning}, today},
		"now, and held":  {Draft{Day: today, Start: now, HeldUntil: now.Add(time.Second)}, Draft{Day: today, Start: now, HeldUntil: now.Add(time.Second)}, booking.Date{}},
		"held until now": {Draft{Day: today, Start: now, HeldUntil: now}, Draft{HeldUntil: now}, today},
		"a day, no time": {Draft{Day: today, ByDay: true}, Draft{Day: today, ByDay: true}, booking.Date{}},
		"yesterday":      {Draft{Day: today.Add(-1), Start: before, Days: of(today.Add(-1)), Hours: clock}, Draft{Days: noFriday, Hours: clock}, today.Add(-1)},
		"yesterday, held": {
			Draft{Day: today.Add(-1), Start: before, HeldUntil: now.Add(time.Hour)}, Draft{HeldUntil: now.Add(time.Hour)}, today.Add(-1),
		},
		"yesterday, no time":     {Draft{Day: today.Add(-1), ByHour: true}, Draft{}, today.Add(-1)},
		"yesterday, only wished": {Draft{Days: of(today.Add(-1)), Hours: morning, Page: 2}, Draft{Days: noFriday, Hours: morning}, today.Add(-1)},
		"today, only wished":     {Draft{Days: of(today), Page: 2}, Draft{Days: of(today), Page: 2}, booking.Date{}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = tt.left
		if talk.dropPassed(); talk.over.day != tt.over || !reflect.DeepEqual(talk.Draft, tt.want) {
			t.Errorf("%s: over %v, %+v, want %v, %+v", name, talk.over.day, talk.Draft, tt.over, tt.want)
		}
		if left := talk.leftDraft(); !reflect.DeepEqual(left, tt.left) {
			t.Errorf("%s: was left as %+v, want %+v", name, left, tt.left)
		}
	}
}

// A time that waits for a code to be kept passes too.
func TestATimeThatWaitsForAProofPasses(t *testing.T) {
	t.Parallel()
	for ahead, passes := range map[time.Duration]bool{time.Minute: false, 0: true, -72 * time.Hour: true} {
		talk := at(citizenFlow{}, proofScreen, "")
		talk.Proof = Proof{Start: talk.facts.Now.Add(ahead), Mail: "a@b.de"}
		if talk.dropPassed(); (talk.Screen == noScreen) != passes || (talk.Proof == Proof{}) != passes || talk.over.day.IsZero() == passes {
			t.Errorf("%v ahead: at %q with %+v, over %v", ahead, talk.Screen, talk.Proof, talk.over.day)
		}
	}
}

// A bare answer is to the question that stood; a way that is open everywhere, and what says
// more, are taken as they are.
func TestABareAnswerIsToWhatStood(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	for event, want := range map[Event]bool{
		Tapped{Choice: yesChoice}: true, Tapped{Choice: "time:1"}: true, Tapped{Choice: backChoice}: true,
		Tapped{Choice: homeChoice}: false, Tapped{Choice: appointmentsChoice}: false, Tapped{Choice: languageChoice}: false, Tapped{Choice: helpChoice}: false,
		Said{Text: "ja"}: true, Said{Text: "nein"}: true, Said{Text: "2"}: true, Said{Text: " 3 "}: true, Said{Text: "weiter"}: true, Said{Text: "zurück"}: true,
		Said{Text: "hilfe"}: false, Said{Text: "Reisepass"}: false, Said{Text: "Freitag"}: false, Said{Text: "meine Termine"}: false, Sent{}: false,
	} {
		if got := talk.answersView(event); got != want {
			t.Errorf("%#v: %v, want %v", event, got, want)
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

// Five days are listed, with a way to more where there are more; all of them where they
// are wanted or stand in a calendar.
func TestAsManyDaysAreListedAsFit(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		free, listed  int
		more          bool
		all, calendar bool
		wantGroups    int // of days
	}{
		{free: 1, listed: 1, wantGroups: 1},
		{free: 4, listed: 4, wantGroups: 1},
		{free: 5, listed: 5, wantGroups: 1},
		{free: 6, listed: 5, more: true, wantGroups: 1},
		{free: 7, listed: 5, more: true, wantGroups: 1},
		{free: 7, listed: 7, all: true, wantGroups: 2},
		{free: 7, listed: 7, calendar: true, wantGroups: 1},
		{free: 5, listed: 5, all: true, wantGroups: 1},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		o := talk.facts.Town.Offices[0]
		talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, ByDay: true, AllDays: tt.all}
		talk.facts.Calendar = tt.calendar
		for day := november(23); len(talk.freeDays(o, mostDays)) < tt.free && !day.After(o.LastDay(talk.facts.Now)); day = day.Add(1) {
			talk.facts.Booked = append(talk.facts.Booked, Booked{Office: o.ID, Day: day})
			talk.looked = map[look][]time.Time{}
		}
		groups, listed, more := 0, 0, false
		for _, g := range (dayStep{}).show(talk).Groups {
			days := 0
			for _, c := range g.Choices {
				if _, ok := dayOf(c.ID); ok {
					days++
				}
				more = more || c.ID == moreChoice
			}
			listed += days
			groups += min(days, 1)
		}
		if listed != tt.listed || more != tt.more || groups != tt.wantGroups {
			t.Errorf("%+v: %d listed in %d groups, more %v", tt, listed, groups, more)
		}
	}
	none := at(citizenFlow{}, noScreen, "")
	none.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, ByDay: true}
	if got := (dayStep{}).show(none).Ask.Key; got != "day.nothing_for_one" {
		t.Errorf("where nothing is free it is asked %s", got)
	}
}

// A part of a day holds the times from its beginning until before its end.
func TestAPartOfADayHoldsWhatBeginsInIt(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffFreeScreen, booking.Clerk)
	o, day := talk.workOffice(), november(24)
	talk.facts.Booked = []Booked{{Office: o.ID, Day: day}}
	c := quickest(o.ConcernsOn(day), func(c booking.Concern) string { return string(c.Category) })[0]
	starts := talk.facts.startsOf(o, day, c)
	if len(starts) < 6 {
		t.Fatalf("free are %v", starts)
	}
	clock := func(i int) booking.Clock { return booking.ClockOf(starts[i], o.Calendar.Zone) }
	for part, want := range map[booking.Hours]int{
		{}: len(starts), booking.AllDay(): len(starts), {From: clock(0), To: clock(3)}: 3, {From: clock(2), To: clock(5)}: 3, {From: clock(2), To: clock(5) + 1}: 4,
		{From: clock(2) + 1, To: clock(5)}: 2, {From: clock(4), To: clock(4)}: len(starts[:0]), {From: 0, To: clock(0)}: 0,
	} {
		row := talk.facts.freeTable(o, day, part).Rows[0]
		if got := row[2].Args["Number"]; got != want {
			t.Errorf("%v: %v of %d, want %d", part, got, len(starts), want)
		}
	}
	if got := len(talk.facts.startsOf(o, day.Add(1), c)); got != 0 {
		t.Errorf("on a day that was not looked up %d are free", got)
	}
}

// A line on a visit is as long as it may be, and no longer.
func TestALineOnAVisitHasAnEnd(t *testing.T) {
	t.Parallel()
	for length, want := range map[int]bool{1: true, LongestComment - 1: true, LongestComment: true, LongestComment + 1: false} {
		talk := at(citizenFlow{}, ratingScreen, "")
		talk.Rated = Rated{Office: "werne", Stars: 4}
		line := strings.Repeat("ä", length)
		ratingStep{}.hear(talk, talk.read(line))
		kept := len(talk.commands) == 1 && talk.commands[0] == Comment{Office: "werne", Stars: 4, Line: line}
		if kept != want || slices.Contains(remarksOf(talk), "rating.too_long") == want {
			t.Errorf("%d characters: %v, %v", length, commandsOf(talk), remarksOf(talk))
		}
	}
}
