package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

// What staff enter has to be possible: hours of a day from today on, and a desk
// that there is.
func TestStaffOverrideOnlyWhatThereIs(t *testing.T) {
	t.Parallel()
	o, now := sampleOffice(), at(tuesday, "23:59")
	for _, tt := range []struct {
		day   booking.Date
		hours booking.Hours
		desk  booking.DeskID
		want  error
	}{
		{tuesday, booking.AllDay(), "", nil},
		{tuesday, hours("8:00", "8:01"), "1", nil},
		{tuesday.Add(400), booking.AllDay(), "2", nil},
		{tuesday.Add(-1), booking.AllDay(), "", booking.ErrTooSoon},
		{tuesday, booking.AllDay(), "3", booking.ErrUnknown},
		{tuesday, booking.Hours{From: 480, To: 480}, "", booking.ErrUnknown},
		{tuesday, hours("9:00", "8:00"), "", booking.ErrUnknown},
		{tuesday, booking.Hours{From: -1, To: 60}, "", booking.ErrUnknown},
		{tuesday, booking.Hours{From: 0, To: booking.Midnight + 1}, "", booking.ErrUnknown},
		{booking.Date{Year: 2027, Month: time.February, Day: 29}, booking.AllDay(), "", booking.ErrUnknown},
	} {
		if got := o.MayOverride(tt.day, tt.hours, tt.desk, now); !errors.Is(got, tt.want) {
			t.Errorf("%v %v %q: %v, want %v", tt.day, tt.hours, tt.desk, got, tt.want)
		}
	}
}

func TestMinutesAreChangedWithinWhatAVisitMayTake(t *testing.T) {
	t.Parallel()
	o, now := sampleOffice(), at(tuesday, "12:00")
	for _, tt := range []struct {
		id    booking.ConcernID
		first time.Duration
		from  booking.Date
		want  error
	}{
		{"passport", time.Minute, tuesday, nil},
		{"passport", 2 * time.Hour, tuesday.Add(1), nil},
		{"passport", 2*time.Hour + time.Minute, tuesday, booking.ErrTooLong},
		{"passport", 59 * time.Second, tuesday, booking.ErrUnknown},
		{"divorce", time.Minute, tuesday, booking.ErrUnknown},
		{"passport", time.Minute, booking.Date{}, booking.ErrUnknown},
		{"passport", time.Minute, tuesday.Add(-1), booking.ErrTooSoon},
	} {
		if got := o.MayChangeMinutes(tt.id, tt.first, tt.from, now); !errors.Is(got, tt.want) {
			t.Errorf("%s, %v from %v: %v, want %v", tt.id, tt.first, tt.from, got, tt.want)
		}
	}
	with := o.WithMinutes("passport", time.Hour)
	for id, want := range map[booking.ConcernID]time.Duration{"passport": time.Hour, "id-card": 15 * time.Minute} {
		if c, _ := with.Concern(id); c.First != want {
			t.Errorf("%s takes %v, want %v", id, c.First, want)
		}
	}
	if c, _ := o.Concern("passport"); c.First != 20*time.Minute {
		t.Errorf("the office itself has changed: %v", c.First)
	}
}

// Other minutes hold on every day, whatever the file says of it, for a concern of today
// and for one of another day; no other concern takes longer, and the office stays.
func TestOtherMinutesHoldOnEveryDay(t *testing.T) {
	t.Parallel()
	file := sampleOffice()
	file.Concerns[0].Done = booking.Period{From: tuesday.Add(1)}
	for i := range 2 {
		file.Concerns[i].Lengths = []booking.Lengths{{Period: booking.Period{From: tuesday.Add(2)}, First: 40 * time.Minute}}
	}
	o := file.As(tuesday)
	before := map[booking.ConcernID][]time.Duration{"passport": {0, 20, 40}, "id-card": {15, 15, 40}}
	check := func(of string, o *booking.Office, changed booking.ConcernID) {
		for id, want := range before {
			for ahead, minutes := range want {
				if id == changed && minutes > 0 {
					minutes = 60
				}
				if c, _ := o.ConcernOn(id, tuesday.Add(ahead)); c.First != minutes*time.Minute {
					t.Errorf("%s: %s takes %v %d days on, want %d minutes", of, id, c.First, ahead, minutes)
				}
			}
		}
	}
	for id := range before {
		check("with "+string(id), o.WithMinutes(id, time.Hour), id)
	}
	check("with what there is not", o.WithMinutes("divorce", time.Hour), "divorce")
	check("as it was", o, "")
	if c, _ := o.WithMinutes("id-card", time.Hour).Concern("id-card"); c.First != time.Hour {
		t.Errorf("today it takes %v", c.First)
	}
}

// A concern that is done from another day on is there on its days, with their
// minutes, and in the town as in the office.
func TestAConcernIsThereOnItsDays(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Concerns[0].Done = booking.Period{From: tuesday, Until: tuesday.Add(1)}
	o.Concerns[1].Lengths = []booking.Lengths{{Period: booking.Period{From: tuesday.Add(1)}, First: time.Hour}}
	for ahead, want := range map[int]struct {
		many  int
		first time.Duration
	}{-1: {4, 15 * time.Minute}, 0: {5, 15 * time.Minute}, 1: {5, time.Hour}, 2: {4, time.Hour}} {
		all := o.ConcernsOn(tuesday.Add(ahead))
		c, _ := o.ConcernOn("id-card", tuesday.Add(ahead))
		if len(all) != want.many || c.First != want.first {
			t.Errorf("%d days on: %d concerns and %v, want %d and %v", ahead, len(all), c.First, want.many, want.first)
		}
	}
	town := booking.Town{Offices: []*booking.Office{sampleOffice(), o}}
	seen := town.As(func(*booking.Office) booking.Date { return tuesday.Add(2) })
	if _, there := seen.Offices[1].Concern("passport"); there || len(seen.Offices[0].Concerns) != 5 {
		t.Error("the town shows what is over")
	}
	if c, ever := seen.Offices[1].Ever("passport"); !ever || c.ID != "passport" {
		t.Error("what is over is not known any more")
	}
}
