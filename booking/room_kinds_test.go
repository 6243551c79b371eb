package booking

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What is left is worth the same whether layers are compared with those before or
// everything is counted, step by step.
func TestIdleTimeIsWorthWhatItCountsTo(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		k := &kinds{desks: []int{0, 1, 2, 4}, others: make([]*layers, 5)}
		for range rapid.IntRange(1, 5).Draw(t, "concerns") {
			k.add(rapid.SampledFrom([]int{1, 2, 3, 4, 6, 9, 24, 70}).Draw(t, "steps"))
		}
		var early slots
		early.set(0, rapid.IntRange(0, slotCount).Draw(t, "middle"))
		idle, lists := make([]slots, 5), make([][]bool, 5)
		for i := range idle {
			idle[i], lists[i] = drawSlots(t, "idle")
		}
		k.measure(idle, &early)
		for range 3 {
			desk := rapid.IntRange(0, 4).Draw(t, "desk")
			changed, list := drawSlots(t, "changed")
			before := lists[desk]
			lists[desk] = list
			got, want := k.worth(k.freeWith(idle, desk, changed), &early), counted(k, lists, &early)
			if math.Abs(got-want) > equally {
				t.Fatalf("worth %v, counted %v", got, want)
			}
			lists[desk] = before
		}
	})
}

// counted is what idle time is worth, by counting.
func counted(k *kinds, lists [][]bool, early *slots) float64 {
	sum := 0.0
	for depth := range deskDeep {
		open := make([]bool, slotCount)
		for slot := range open {
			free := 0
			for _, desk := range k.desks {
				if lists[desk][slot] {
					free++
				}
			}
			open[slot] = free > depth
		}
		for _, kind := range k.lengths {
			sum += kind.often / float64(int(1)<<depth) * countedBegins(open, kind.steps, early)
		}
	}
	return sum
}

// countedBegins is what the times are worth at which a visit could begin.
func countedBegins(open []bool, steps int, early *slots) float64 {
	var begins [2]float64
	for from := 0; from+steps <= len(open); from++ {
		fits := true
		for _, free := range open[from : from+steps] {
			fits = fits && free
		}
		switch {
		case fits && early.has(from):
			begins[0]++
		case fits:
			begins[1]++
		}
	}
	return math.Sqrt(begins[0]) + math.Sqrt(begins[1])
}

// Room is left for what the public can book, by the desks that serve it and by its
// first case; what only the telephone books wants none.
func TestRoomIsLeftForWhatThePublicBooks(t *testing.T) {
	t.Parallel()
	minutes := func(n int) time.Duration { return time.Duration(n) * time.Minute }
	o := &Office{
		Desks: []Desk{{ID: "1", Skills: []Skill{"papers", "cars"}}, {ID: "2", Skills: []Skill{"papers"}}, {ID: "3", Skills: []Skill{"pick-up"}}},
		Concerns: []Concern{
			{ID: "a", Skill: "papers", First: minutes(20), Further: minutes(5)},
			{ID: "b", Skill: "cars", First: minutes(30)},
			{ID: "c", Skill: "papers", First: minutes(15)},
			{ID: "d", Skill: "papers", First: minutes(18), PerPerson: minutes(9)},
			{ID: "urgent", Skill: "papers", First: minutes(15), PhoneOnly: true},
			{ID: "alone", Skill: "pick-up", First: minutes(60), PhoneOnly: true},
			{ID: "nobody", Skill: "divorce", First: minutes(10)},
		},
		Calendar: Calendar{Zone: time.UTC}, Policy: Policy{Grid: minutes(5)},
	}
	day := o.Day(Date{Year: 2026, Month: time.November, Day: 24}, nil)
	got := ""
	for _, k := range day.wantedKinds() {
		got += fmt.Sprint(k.desks, k.lengths, " ")
	}
	if want := "[0 1] [{3 1} {4 2}] [0] [{6 1}] [] [{2 1}] "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What a visit leaves to others is the room of the day as it is after the visit, at a
// free desk and where others change desks for it.
func TestWhatAVisitLeavesIsTheRoomOfTheDayAfterIt(t *testing.T) {
	t.Parallel()
	papers, cars := []Skill{"papers"}, []Skill{"cars"}
	o := &Office{
		Desks: []Desk{{ID: "1", Skills: []Skill{"papers", "cars"}}, {ID: "2", Skills: papers}, {ID: "3", Skills: papers}},
		Concerns: []Concern{
			{ID: "pass", Skill: "papers", First: 20 * time.Minute}, {ID: "car", Skill: "cars", First: 30 * time.Minute}, {ID: "card", Skill: "papers", First: 15 * time.Minute},
		},
		Calendar: Calendar{Zone: time.UTC}, Policy: Policy{Grid: 5 * time.Minute, Horizon: 9},
	}
	o.Calendar.Week[time.Tuesday] = []Shift{{From: 8 * 60, To: 10 * 60}, {From: 10 * 60, To: 11 * 60, Internal: true}}
	date := Date{Year: 2026, Month: time.November, Day: 24}
	var booked []Busy
	for i, b := range []struct {
		desk     DeskID
		from, to Clock
		skills   []Skill
	}{{"1", 10, 40, papers}, {"1", 45, 75, papers}, {"2", 0, 30, papers}, {"3", 20, 60, papers}, {"2", 60, 80, papers}} {
		id := AppointmentID(i + 1)
		booked = append(booked, Busy{ID: id, Claim: id, Desk: b.desk, Skills: b.skills, Audience: Public, Span: Span{date.At(8*60+b.from, time.UTC), date.At(8*60+b.to, time.UTC)}})
	}
	day, before := o.Day(date, booked), date.At(0, time.UTC)
	seen := map[int]int{}
	for _, r := range []Request{{Length: 30 * time.Minute, Skills: cars, Audience: Public}, {Length: 20 * time.Minute, Skills: papers, Audience: Public}, {Length: 45 * time.Minute, Skills: papers, Audience: Staff}} {
		for _, start := range day.Starts(r, before) {
			p, err := day.Place(r, start, before)
			if err != nil {
				t.Fatal(err)
			}
			then := o.Day(date, append(day.after(p.Swaps).busy(), Busy{ID: 99, Desk: p.Desk, Skills: r.Skills, Audience: r.Audience, Span: Span{start, start.Add(r.Length)}}))
			want := newRoom(&then).choice(func(k *kinds) layers { return k.now })
			if got := newRoom(&day).after(r, start); math.Abs(got-want) > equally {
				t.Errorf("%v at %v with %+v: what is left is worth %v, want %v", r.Skills, start, p, got, want)
			}
			seen[len(p.Swaps)]++
		}
	}
	if seen[0] < 5 || seen[2] < 5 {
		t.Errorf("tried by the number of those who change desks: %v", seen)
	}
}

// A day is halved in the middle of the hours in which it serves the public, whenever
// these are and whatever lies between.
func TestADayIsHalvedInTheMiddleOfItsHours(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		shifts []Shift
		want   Clock
	}{
		"a morning":        {[]Shift{{From: 8 * 60, To: 12 * 60}}, 10 * 60},
		"an afternoon":     {[]Shift{{From: 14 * 60, To: 17 * 60}}, 15*60 + 30},
		"both":             {[]Shift{{From: 8 * 60, To: 12 * 60}, {From: 14 * 60, To: 18 * 60}}, 13 * 60},
		"several desks":    {[]Shift{{From: 8 * 60, To: 10 * 60, Desks: []DeskID{"1"}}, {From: 9 * 60, To: 14 * 60, Desks: []DeskID{"2"}}}, 11 * 60},
		"callers' as well": {[]Shift{{From: 8 * 60, To: 12 * 60}, {From: 12 * 60, To: 18 * 60, Internal: true}}, 10 * 60},
		"from midnight on": {[]Shift{{From: 0, To: 4 * 60}}, 2 * 60},
		"odd":              {[]Shift{{From: 0, To: 4*60 - 5}}, 115},
		"closed":           {nil, 0},
	} {
		o := &Office{Desks: []Desk{{ID: "1"}, {ID: "2"}}, Calendar: Calendar{Zone: time.UTC}, Policy: Policy{Grid: 5 * time.Minute}}
		o.Calendar.Week[time.Tuesday] = tt.shifts
		day := o.Day(Date{Year: 2026, Month: time.November, Day: 24}, nil)
		early := day.early()
		var want slots
		want.set(0, int(tt.want)/5)
		if early != want {
			t.Errorf("%s: the early part has %d slots, want %d", name, early.count(), want.count())
		}
	}
}
