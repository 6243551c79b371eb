package booking_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// shortOffice serves from nine to ten with one desk for papers, on weekdays from
// Tuesday on, and at another desk in the same hours for staff alone.
func shortOffice() *booking.Office {
	o := sampleOffice()
	for day := range o.Calendar.Week {
		o.Calendar.Week[day] = nil
	}
	for day := time.Tuesday; day <= time.Friday; day++ {
		o.Calendar.Week[day] = []booking.Shift{
			{From: 9 * 60, To: 10 * 60, Desks: []booking.DeskID{"2"}},
			{From: 9 * 60, To: 10 * 60, Desks: []booking.DeskID{"1"}, Internal: true},
		}
	}
	return o
}

func busy(desk booking.DeskID, s booking.Span) booking.Busy {
	return booking.Busy{ID: 1, Claim: 1, Desk: desk, Span: s, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
}

func TestTheFirstFreeDayOfEachConcern(t *testing.T) {
	t.Parallel()
	o := shortOffice()
	o.Policy.Horizon = 3
	o.Concerns[1].Done = booking.Period{From: tuesday.Add(2)}
	full := map[booking.Date][]booking.Busy{tuesday: {busy("2", span(tuesday, "9:00", "10:00"))}}
	free := o.FirstFree(full, at(tuesday, "6:00"))
	got := map[booking.ConcernID]int{}
	for id, days := range free {
		got[id] = -1
		if days != nil {
			got[id] = *days
		}
	}
	want := map[booking.ConcernID]int{"passport": 1, "id-card": 2, "registration": 1, "car": -1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if free := shortOffice().FirstFree(nil, at(tuesday, "6:00")); *free["passport"] != 0 {
		t.Errorf("with all free the first day is %d days on", *free["passport"])
	}
}

// The days that can be booked go from today, as long as its hours leave the lead time,
// to the last of the horizon.
func TestTheFirstFreeDayLiesWithinTheHorizon(t *testing.T) {
	t.Parallel()
	const never = -1
	full := []booking.Busy{busy("2", span(tuesday, "9:00", "10:00"))}
	for name, tt := range map[string]struct {
		done   booking.Period
		booked map[booking.Date][]booking.Busy
		now    string
		want   int // days on; never: not within the horizon
	}{
		"today":                       {booking.Period{}, nil, "8:20", 0},
		"today's last time":           {booking.Period{}, nil, "8:40", 0},
		"too late for today":          {booking.Period{}, nil, "8:41", 1},
		"the second day":              {booking.Period{}, map[booking.Date][]booking.Busy{tuesday: full}, "6:00", 1},
		"from the last day on":        {booking.Period{From: tuesday.Add(3)}, nil, "6:00", 3},
		"from the day after it":       {booking.Period{From: tuesday.Add(4)}, nil, "6:00", never},
		"until today":                 {booking.Period{Until: tuesday}, nil, "6:00", 0},
		"until today, and too late":   {booking.Period{Until: tuesday}, nil, "8:41", never},
		"until yesterday":             {booking.Period{Until: tuesday.Add(-1)}, nil, "6:00", never},
		"on a day that is booked out": {booking.Period{From: tuesday, Until: tuesday}, map[booking.Date][]booking.Busy{tuesday: full}, "6:00", never},
	} {
		o := shortOffice()
		o.Policy.Horizon, o.Policy.LeadTime = 3, time.Hour
		o.Concerns[0].Done = tt.done
		got := never
		if days := o.FirstFree(tt.booked, at(tuesday, tt.now))[o.Concerns[0].ID]; days != nil {
			got = *days
		}
		if got != tt.want {
			t.Errorf("%s: %s is free in %d days, want %d", name, o.Concerns[0].ID, got, tt.want)
		}
	}
}

// A day has room for what takes an hour at its one desk, whatever is booked, and
// not for a minute more, nor for what that desk cannot do.
func TestADayTakesWhatADeskServesForLongEnough(t *testing.T) {
	t.Parallel()
	day := shortOffice().Day(tuesday, []booking.Busy{busy("2", span(tuesday, "9:00", "10:00"))})
	for _, tt := range []struct {
		length   time.Duration
		skill    booking.Skill
		audience booking.Audience
		want     bool
	}{
		{time.Hour, "papers", booking.Public, true},
		{time.Hour + time.Minute, "papers", booking.Public, false},
		{time.Hour, "cars", booking.Public, false},
		{time.Hour, "cars", booking.Staff, true},
	} {
		r := booking.Request{Length: tt.length, Skills: []booking.Skill{tt.skill}, Audience: tt.audience}
		if got := day.Takes(r); got != tt.want {
			t.Errorf("%v of %s for %s: %v, want %v", tt.length, tt.skill, tt.audience, got, tt.want)
		}
	}
	if served := day.Served(); len(served) != 1 || !served[0].Start.Equal(at(tuesday, "9:00")) || !served[0].End.Equal(at(tuesday, "10:00")) {
		t.Errorf("the public is served %v", served)
	}
	if public := day.PublicTime(); public != time.Hour {
		t.Errorf("desks serve the public for %v, want an hour", public)
	}
}

// What was agreed before is entered without lead time and horizon, and like
// everything else not twice at one desk, nor when nobody serves.
func TestWhatWasAgreedBeforeIsEnteredWhereADeskIsFree(t *testing.T) {
	t.Parallel()
	o := shortOffice()
	past := booking.Date{Year: 2025, Month: time.January, Day: 7}
	taken := []booking.Busy{busy("2", span(past, "9:00", "9:20"))}
	r := booking.Request{Length: 20 * time.Minute, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
	for clock, want := range map[string]error{"9:00": booking.ErrTaken, "9:20": nil, "9:40": nil, "9:45": booking.ErrClosed, "8:55": booking.ErrClosed, "9:22": booking.ErrClosed} {
		got, err := o.Day(past, taken).Enter(r, at(past, clock))
		if !errors.Is(err, want) || err == nil && got.Desk != "2" {
			t.Errorf("at %s: desk %q, %v, want %v", clock, got.Desk, err, want)
		}
	}
}

// An appointment that could sit elsewhere makes room for what only its desk can do.
func TestWhatIsEnteredMakesRoomByASwap(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	seated := busy("1", span(tuesday, "9:00", "9:20"))
	r := booking.Request{Length: 20 * time.Minute, Skills: []booking.Skill{"cars"}, Audience: booking.Public}
	got, err := o.Day(tuesday, []booking.Busy{seated}).Enter(r, at(tuesday, "9:00"))
	if err != nil || got.Desk != "1" || len(got.Swaps) != 1 {
		t.Errorf("entered at desk %q with %d swaps, %v", got.Desk, len(got.Swaps), err)
	}
}

func TestADeskIsOnDutyInItsHours(t *testing.T) {
	t.Parallel()
	day := shortOffice().Day(tuesday, nil)
	for clock, want := range map[string]bool{"8:59": false, "9:00": true, "9:59": true, "10:00": false} {
		for desk, there := range map[booking.DeskID]bool{"1": true, "2": true, "3": false} {
			if got := day.OnDuty(desk, at(tuesday, clock)); got != (want && there) {
				t.Errorf("desk %s at %s: %v", desk, clock, got)
			}
		}
	}
}

// Only the document that is a photo is one.
func TestTheDocumentThatIsAPhotoIsFound(t *testing.T) {
	t.Parallel()
	c := sampleConcerns()[0]
	if d, needed := c.NeedsPhoto(); needed {
		t.Errorf("%s counts as a photo", d.ID)
	}
	c.Documents = slices.Clone(c.Documents)
	c.Documents[1].Photo = true
	if d, needed := c.NeedsPhoto(); !needed || d.ID != c.Documents[1].ID {
		t.Errorf("the photo is %q, %v", d.ID, needed)
	}
}
