package dialogs_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/understand"
)

// Other times, asked for again and again, are all that suit, none of them
// twice, and then the first ones again.
func TestOtherTimesAreAllThatSuitOnce(t *testing.T) {
	t.Parallel()
	for name, draft := range map[string]dialogs.Draft{
		"whenever":      {},
		"the soonest":   {Days: understand.Days{Soonest: true}},
		"near a time":   {Hours: understand.Window{About: 10 * 60}},
		"on some days":  {Days: understand.Days{Not: booking.Weekdays(0).Toggle(time.Monday).Toggle(time.Tuesday)}},
		"in some hours": {Hours: understand.Window{Spans: []booking.Hours{{From: 8 * 60, To: 10 * 60}}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			facts, state := looking(draft)
			want := suiting(facts, draft)
			first := proposedIn(dialogs.Show(state, facts))
			seen := map[string]int{}
			for shown := first; len(seen) == 0 || !cmp.Equal(first, shown); shown = proposedIn(dialogs.Show(state, facts)) {
				for _, s := range shown {
					seen[s]++
				}
				if state.Draft.Page > len(want) {
					t.Fatalf("page %d, and no end", state.Draft.Page)
				}
				state = dialogs.Turn(state, facts, dialogs.Tapped{Choice: "others", Revision: state.Revision}).State
			}
			if diff := cmp.Diff(want, seen); diff != "" {
				t.Errorf("proposed how often (-want +got):\n%s", diff)
			}
		})
	}
}

// looking is a talk that looks for a time, in an office where nothing is booked.
func looking(draft dialogs.Draft) (dialogs.Facts, dialogs.State) {
	facts, _ := offered(0)
	o := facts.Town.Offices[0]
	o.Policy.Horizon = 8
	for day := o.Today(monday); !day.After(o.LastDay(monday)); day = day.Add(1) {
		facts.Booked = append(facts.Booked, dialogs.Booked{Office: o.ID, Day: day})
	}
	state := dialogs.Decode(nil, "de")
	draft.Wishes, draft.Picked, draft.Persons, draft.Informed = []booking.Wish{{Concern: "id-card", Quantity: 1}}, true, 1, true
	state.Draft = draft
	return facts, state
}

// suiting is the times that suit a draft, each once.
func suiting(facts dialogs.Facts, draft dialogs.Draft) map[string]int {
	o := facts.Town.Offices[0]
	visit, _ := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	all := map[string]int{}
	for _, b := range facts.Booked {
		if draft.Days.Not.Has(b.Day.Weekday()) {
			continue
		}
		for _, s := range o.Day(b.Day, nil).Starts(visit.Request(booking.Public), facts.Now) {
			clock, spans := booking.ClockOf(s, o.Calendar.Zone), draft.Hours.Spans
			if len(spans) == 0 || spans[0].From <= clock && clock < spans[0].To {
				all["time:"+strconv.FormatInt(s.Unix(), 10)] = 1
			}
		}
	}
	return all
}

// proposedIn is the times that a view proposes.
func proposedIn(v dialogs.View) []string {
	var all []string
	for _, c := range v.Groups[0].Choices {
		all = append(all, c.ID)
	}
	return all
}

// On a day that fills up, what is proposed parts no stretch that others need; on an
// empty one the round times are proposed.
func TestADayThatFillsUpIsProposedWithoutHoles(t *testing.T) {
	t.Parallel()
	facts, state := looking(dialogs.Draft{})
	o := facts.Town.Offices[0]
	o.Policy.Horizon = 0
	facts.Booked = facts.Booked[:1]
	day := facts.Booked[0].Day
	at := func(c booking.Clock) time.Time { return day.At(c, o.Calendar.Zone) }
	empty := proposedIn(dialogs.Show(state, facts))
	for i, desk := range o.Desks { // two desks are left, and of those 9:20 to 10:20
		spans := []booking.Span{{Start: at(0), End: at(booking.Midnight)}}
		if i < 2 {
			spans = []booking.Span{{Start: at(0), End: at(9*60 + 20)}, {Start: at(10*60 + 20), End: at(booking.Midnight)}}
		}
		for _, s := range spans {
			facts.Booked[0].Busy = append(facts.Booked[0].Busy, booking.Busy{
				ID: booking.AppointmentID(900 + len(facts.Booked[0].Busy)), Desk: desk.ID, Span: s, Skills: desk.Skills, Fixed: true,
			})
		}
	}
	full := proposedIn(dialogs.Show(state, facts))
	if len(full) == 0 || len(empty) == 0 || cmp.Equal(full, empty) {
		t.Fatalf("proposed %v, and on an empty day %v", full, empty)
	}
	first, last := at(9*60+20), at(10*60+20).Add(-15*time.Minute)
	for _, edge := range []time.Time{first, last} {
		if id := "time:" + strconv.FormatInt(edge.Unix(), 10); !slices.Contains(full, id) {
			t.Errorf("proposed %v, and not %s, which leaves no hole", full, id)
		}
	}
}
