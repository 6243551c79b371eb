package booking_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

// Whatever is booked, exchanged and given back on a day that is kept, one step after
// the other, it answers as a day made of what is booked in the end.
func TestADayThatIsKeptAnswersAsOneMadeAtOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		s.office.Concerns = []booking.Concern{
			{ID: "short", First: s.office.Policy.Grid, Skill: "papers"},
			{ID: "long", First: 2 * s.office.Policy.Grid, Skill: "cars"},
			{ID: "longer", First: 4 * s.office.Policy.Grid, Skill: "papers"},
		}
		k := &kept{scene: s, day: s.office.Day(s.date, nil), last: 10_000}
		k.booked = nil
		for _, b := range drawCooldown(t, s) {
			k.last++
			b.ID = k.last
			k.enter(b)
		}
		for _, b := range s.booked {
			k.enter(b)
		}
		r := drawRequest(t, s)
		r.Waits = rapid.Bool().Draw(t, "waits")
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			k.answersAlike(t, r)
			k.change(t)
		}
		k.answersAlike(t, r)
	})
}

// kept is a day that changes, and what is booked on it as a plain list.
type kept struct {
	scene
	day  booking.Day
	last booking.AppointmentID
}

func (k *kept) enter(b booking.Busy) {
	k.booked = append(k.booked, b)
	k.day.Book(&b)
}

// change books somebody, gives back what somebody has, or nothing if there is no room.
func (k *kept) change(t *rapid.T) {
	if len(k.booked) > 0 && rapid.IntRange(0, 2).Draw(t, "gives back") == 0 {
		i := rapid.IntRange(0, len(k.booked)-1).Draw(t, "which")
		k.day.Free(k.booked[i].ID)
		k.booked = slices.Delete(k.booked, i, i+1)
		return
	}
	r := drawRequest(t, k.scene)
	r.Claim, r.Waits = 0, rapid.Bool().Draw(t, "waits")
	starts := k.day.Starts(r, k.now)
	if len(starts) == 0 {
		return
	}
	start := rapid.SampledFrom(starts).Draw(t, "start")
	placed, err := k.day.Place(r, start, k.now)
	if err != nil {
		t.Fatalf("a time that is listed: %v", err)
	}
	k.day.Swap(placed.Swaps)
	for _, swap := range placed.Swaps {
		i := slices.IndexFunc(k.booked, func(b booking.Busy) bool { return b.ID == swap.Appointment })
		k.booked[i].Desk = swap.Desk
	}
	k.last++
	k.enter(booking.Busy{
		ID: k.last, Claim: k.last, Desk: placed.Desk, Span: booking.Span{Start: start, End: start.Add(r.Length)},
		Skills: r.Skills, Audience: r.Audience,
	})
}

// answersAlike asks the day that is kept twice, as it remembers what it found, and
// one made at once.
func (k *kept) answersAlike(t *rapid.T, r booking.Request) {
	midnight, grids := k.date.At(0, k.office.Calendar.Zone), int(24*time.Hour/k.office.Policy.Grid)
	var at []time.Time
	for range 8 {
		at = append(at, midnight.Add(k.office.Policy.Grid*time.Duration(rapid.IntRange(grids/3, grids/2).Draw(t, "placed at"))))
	}
	want := k.answers(k.scene.day(), r, at)
	for range 2 {
		if diff := cmp.Diff(want, k.answers(k.day, r, at)); diff != "" {
			t.Fatalf("made at once (-), kept (+):\n%s", diff)
		}
	}
}

// answers is all that is asked of a day in order to book it.
type answers struct {
	Starts, Idle, Roomiest []time.Time
	Places                 []booking.Placement
	Refusals               []string
	Booked                 float64
}

func (k *kept) answers(d booking.Day, r booking.Request, at []time.Time) answers {
	a := answers{Starts: d.Starts(r, k.now), Idle: d.Idle(r, k.now), Booked: d.Booked()}
	a.Roomiest = d.Roomiest(r, a.Starts)
	for _, start := range at {
		placed, err := d.Place(r, start, k.now)
		a.Places = append(a.Places, placed)
		a.Refusals = append(a.Refusals, fmt.Sprint(err))
	}
	return a
}

// The times that suit are those of all times that do.
func TestOnlyTimesThatSuitAreListed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		day, r := s.day(), drawRequest(t, s)
		nth := rapid.IntRange(2, 4).Draw(t, "every nth")
		suits := func(start time.Time) bool { return int(start.Unix()/60)/5%nth == 0 }
		want := slices.DeleteFunc(day.Starts(r, s.now), func(start time.Time) bool { return !suits(start) })
		got := day.StartsWhere(r, s.now, suits)
		if !slices.EqualFunc(want, got, time.Time.Equal) {
			t.Fatalf("%v\nwant %v", got, want)
		}
	})
}

// Of two times that rest, the one that is shown is shown and the other rests on; and
// what is booked on a day that was asked before counts at once.
func TestEachRestingTimeIsShownByItself(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Desks = o.Desks[:1]
	early := booking.Busy{ID: 21, Claim: 21, Desk: "1", Span: span(tuesday, "9:00", "10:00"), Cooldown: true}
	late := booking.Busy{ID: 22, Claim: 22, Desk: "1", Span: span(tuesday, "11:00", "12:00"), Cooldown: true}
	r := booking.Request{Length: time.Hour, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
	now := at(tuesday.Add(-1), "9:00")
	free := func(d booking.Day, clock string) bool { return slices.Contains(clocks(d.Starts(r, now)), clock+" CET") }
	for shown, hidden := range map[booking.AppointmentID]string{21: "11:00", 22: "09:00"} {
		d := o.Day(tuesday, nil)
		d.Book(&early)
		d.Book(&late)
		if free(d, "09:00") || free(d, "11:00") {
			t.Fatal("a time that rests is shown")
		}
		d.Free(shown)
		if free(d, hidden) || !free(d, map[string]string{"09:00": "11:00", "11:00": "09:00"}[hidden]) {
			t.Errorf("once %d is shown: %v", shown, clocks(d.Starts(r, now)))
		}
	}
	d := o.Day(tuesday, nil)
	_ = free(d, "08:00")
	d.Book(&booking.Busy{ID: 23, Claim: 23, Desk: "elsewhere", Span: span(tuesday, "8:00", "9:00")})
	d.Book(&booking.Busy{ID: 24, Claim: 24, Desk: "1", Span: span(tuesday, "8:00", "9:00")})
	if free(d, "08:00") {
		t.Error("what was just booked is free")
	}
	if d.Free(23); free(d, "08:00") {
		t.Error("who sits at no desk of the office frees one")
	}
	if d.Free(24); !free(d, "08:00") {
		t.Error("what was given back is taken")
	}
}

// What is booked changes who can change desks, on a day on which that was asked
// before.
func TestWhatIsBookedIsInTheWayAtOnce(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	now := at(tuesday.Add(-1), "9:00")
	cars := booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"cars"}, Audience: booking.Public} // desk 1 alone can
	seat := func(id booking.AppointmentID, desk booking.DeskID) *booking.Busy {
		return &booking.Busy{ID: id, Claim: id, Desk: desk, Span: span(tuesday, "9:00", "9:30"), Skills: []booking.Skill{"papers"}, Audience: booking.Public}
	}
	nine := func(d booking.Day) bool { return slices.ContainsFunc(d.Starts(cars, now), at(tuesday, "9:00").Equal) }
	d := o.Day(tuesday, nil)
	if d.Book(seat(1, "1")); !nine(d) {
		t.Error("nobody changes to the other desk, which is free")
	}
	if d.Book(seat(2, "2")); nine(d) {
		t.Error("somebody changes to a desk that was just taken")
	}
	if d.Free(2); !nine(d) {
		t.Error("nobody changes to a desk that was just given back")
	}
	for name, r := range map[string]booking.Request{"as things stand": cars, "with another skill": {Length: cars.Length, Skills: []booking.Skill{"none"}, Audience: booking.Public}} {
		if slices.ContainsFunc(d.Idle(r, now), at(tuesday, "9:00").Equal) {
			t.Errorf("%s, a desk is idle that cannot do it", name)
		}
	}
}
