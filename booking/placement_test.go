package booking_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

// granted draws scenes and requests, and hands every time that is listed to
// check together with where it would be placed.
func granted(t *testing.T, check func(*rapid.T, *oracle, booking.Request, time.Time, booking.Placement)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		or, day := s.oracle(), s.day()
		for _, start := range day.Starts(r, s.now) {
			placement, err := day.Place(r, start, s.now)
			if err != nil {
				t.Fatalf("%v is listed but refused: %v", start, err)
			}
			check(t, or, r, start, placement)
		}
	})
}

func TestNobodySharesADesk(t *testing.T) {
	t.Parallel()
	granted(t, func(t *rapid.T, or *oracle, r booking.Request, start time.Time, p booking.Placement) {
		if err := crowded(or.after(r, start, p)); err != nil {
			t.Fatalf("at %v with %+v: %v", start, p, err)
		}
	})
}

func TestAVisitIsPlacedWhereItCanBeServed(t *testing.T) {
	t.Parallel()
	granted(t, func(t *rapid.T, or *oracle, r booking.Request, start time.Time, p booking.Placement) {
		desk := slices.Index(deskIDs(or.office), p.Desk)
		if desk < 0 || !or.suits(desk, r.Skills, r.Audience, or.visit(r, start)) {
			t.Fatalf("desk %q cannot serve %+v at %v", p.Desk, r, start)
		}
	})
}

func TestWhoChangesDesksIsServedAsWellThere(t *testing.T) {
	t.Parallel()
	granted(t, func(t *rapid.T, or *oracle, r booking.Request, _ time.Time, p booking.Placement) {
		for _, swap := range p.Swaps {
			i := slices.IndexFunc(or.booked, func(b booking.Busy) bool { return b.ID == swap.Appointment })
			b, desk := or.booked[i], slices.Index(deskIDs(or.office), swap.Desk)
			switch {
			case b.Desk == swap.Desk:
				t.Fatalf("%+v moves nobody", swap)
			case !or.suits(desk, b.Skills, b.Audience, b.Span):
				t.Fatalf("%+v: the desk cannot serve %+v", swap, b)
			case b.Claim == r.Claim:
				t.Fatalf("%+v moves the very appointment that looks for a time", swap)
			}
		}
	})
}

func TestWhoWasCalledStaysAtTheDesk(t *testing.T) {
	t.Parallel()
	granted(t, func(t *rapid.T, or *oracle, _ booking.Request, _ time.Time, p booking.Placement) {
		for _, b := range or.booked {
			moved := slices.ContainsFunc(p.Swaps, func(swap booking.Swap) bool { return swap.Appointment == b.ID })
			if b.Fixed && moved {
				t.Fatalf("%+v was asked to move: %+v", b, p)
			}
		}
	})
}

func TestDesksAreSwappedOnlyWhereNoneIsFree(t *testing.T) {
	t.Parallel()
	granted(t, func(t *rapid.T, or *oracle, r booking.Request, start time.Time, p booking.Placement) {
		if want, got := !or.direct(r, start), len(p.Swaps) > 0; want != got {
			t.Fatalf("at %v: swaps needed %t, made %t: %+v", start, want, got, p)
		}
	})
}

func TestEveryRefusalNamesItsReason(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		or, day := s.oracle(), s.day()
		starts := day.Starts(r, s.now)
		for range 20 {
			minute := rapid.IntRange(-60, len(or.wall)+60).Draw(t, "minute")
			if rapid.IntRange(0, 3).Draw(t, "off the grid") > 0 {
				minute -= minute % or.grid
			}
			start := or.start.Add(time.Duration(minute) * time.Minute)
			want := or.refusal(r, start)
			_, got := day.Place(r, start, s.now)
			listed := slices.ContainsFunc(starts, start.Equal)
			if got == nil && errors.Is(want, booking.ErrTaken) && listed {
				continue // exchanged desks
			}
			if !errors.Is(got, want) {
				t.Fatalf("at %v: want %v, got %v", start, want, got)
			}
		}
	})
}

func TestAFreeDeskThatCanDoLeastIsTaken(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		booked []booking.Busy
		skills []booking.Skill
		want   booking.DeskID
	}{
		{"the desk with few skills is kept busy", nil, []booking.Skill{"papers"}, "2"},
		{"the skill decides first", nil, []booking.Skill{"cars"}, "1"},
		{
			"of two alike the tighter gap is filled",
			[]booking.Busy{{ID: 1, Desk: "3", Span: span(tuesday, "10:00", "12:00")}},
			[]booking.Skill{"papers"},
			"3",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Desks = append(o.Desks, booking.Desk{ID: "3", Skills: []booking.Skill{"papers"}})
			r := booking.Request{Length: 20 * time.Minute, Skills: tt.skills}
			got, err := o.Day(tuesday, tt.booked).Place(r, at(tuesday, "9:00"), at(tuesday, "7:00"))
			if err != nil || got.Desk != tt.want {
				t.Errorf("want desk %s, got %+v, %v", tt.want, got, err)
			}
		})
	}
}

// fullMorning is an office in which desk 1, the only one for cars, is taken by
// somebody desk 2 could serve as well.
func fullMorning() (*booking.Office, []booking.Busy, booking.Request) {
	booked := []booking.Busy{
		{ID: 1, Claim: 1, Desk: "1", Span: span(tuesday, "9:00", "10:00"), Skills: []booking.Skill{"papers"}},
	}
	return sampleOffice(), booked, booking.Request{Length: time.Hour, Skills: []booking.Skill{"cars"}}
}

func TestAnExchangeOfDesksMakesRoom(t *testing.T) {
	t.Parallel()
	o, booked, r := fullMorning()
	want := booking.Placement{Desk: "1", Swaps: []booking.Swap{{Appointment: 1, Desk: "2"}}}
	got, err := o.Day(tuesday, booked).Place(r, at(tuesday, "9:00"), at(tuesday, "7:00"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAChainOfTwoExchangesMakesRoom(t *testing.T) {
	t.Parallel()
	o, booked, r := fullMorning()
	o.Desks[1].Skills = []booking.Skill{"papers", "pick-up"}
	o.Desks = append(o.Desks, booking.Desk{ID: "3", Skills: []booking.Skill{"pick-up"}})
	booked = append(booked, booking.Busy{
		ID: 2, Claim: 2, Desk: "2", Span: span(tuesday, "9:30", "10:30"), Skills: []booking.Skill{"pick-up"},
	})
	want := booking.Placement{Desk: "1", Swaps: []booking.Swap{{Appointment: 1, Desk: "2"}, {Appointment: 2, Desk: "3"}}}
	got, err := o.Day(tuesday, booked).Place(r, at(tuesday, "9:00"), at(tuesday, "7:00"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Six may move because one did, one after the other, and no more: a day has to be
// refused as fast as it is booked.
func TestSoManyMoveOneAfterTheOther(t *testing.T) {
	t.Parallel()
	for others, want := range map[int]error{1: nil, 5: nil, 6: nil, 7: booking.ErrTaken, 8: booking.ErrTaken} {
		o := sampleOffice()
		o.Desks = nil
		var booked []booking.Busy
		skill := func(n int) booking.Skill { return booking.Skill(fmt.Sprint("skill ", n)) }
		for n := range others + 1 { // what is done at a desk is done at the next one too
			desk := booking.Desk{ID: booking.DeskID(fmt.Sprint(n)), Skills: []booking.Skill{skill(n), skill(n + 1)}}
			o.Desks = append(o.Desks, desk)
			if n < others {
				id := booking.AppointmentID(n + 1)
				booked = append(booked, booking.Busy{
					ID: id, Claim: id, Desk: desk.ID, Span: span(tuesday, "9:00", "10:00"), Skills: []booking.Skill{skill(n + 1)},
				})
			}
		}
		r := booking.Request{Length: time.Hour, Skills: []booking.Skill{skill(0)}}
		day := o.Day(tuesday, booked)
		p, err := day.Place(r, at(tuesday, "9:00"), at(tuesday, "7:00"))
		if !errors.Is(err, want) || err == nil && (p.Desk != "0" || len(p.Swaps) != others) {
			t.Errorf("%d in a row: %+v, %v, want %v", others, p, err, want)
		}
		listed := slices.ContainsFunc(day.Starts(r, at(tuesday, "7:00")), at(tuesday, "9:00").Equal)
		if listed != (want == nil) {
			t.Errorf("%d in a row: the time is listed: %v", others, listed)
		}
	}
}

func TestATimeReachedByAnExchangeIsListed(t *testing.T) {
	t.Parallel()
	o, booked, r := fullMorning()
	want := []string{"08:00 CET", "09:00 CET", "10:00 CET", "11:00 CET"}
	o.Policy.Grid = time.Hour
	got := clocks(o.Day(tuesday, booked).Starts(r, at(tuesday, "7:00")))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoExchangeWithSomebodyCalled(t *testing.T) {
	t.Parallel()
	o, booked, r := fullMorning()
	booked[0].Fixed = true
	_, err := o.Day(tuesday, booked).Place(r, at(tuesday, "9:00"), at(tuesday, "7:00"))
	if !errors.Is(err, booking.ErrTaken) {
		t.Errorf("want %v, got %v", booking.ErrTaken, err)
	}
}

func TestWhereOneExchangeSufficesTheTimeIsListed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		or := s.oracle()
		starts := s.day().Starts(r, s.now)
		for step := range or.steps() {
			start := or.at(step)
			if !errors.Is(or.refusal(r, start), booking.ErrTaken) || !or.oneExchange(r, start) {
				continue
			}
			if !slices.ContainsFunc(starts, start.Equal) {
				t.Fatalf("%v is not listed", start)
			}
		}
	})
}

func TestAMoveMayOverlapItsOwnOldTime(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	booked := []booking.Busy{
		{ID: 1, Claim: 1, Desk: "1", Span: span(tuesday, "9:00", "9:30"), Skills: []booking.Skill{"cars"}},
		{ID: 2, Claim: 1, Desk: "1", Span: span(tuesday, "9:30", "10:00"), Skills: []booking.Skill{"cars"}},
	}
	r := booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"cars"}}
	day, now := o.Day(tuesday, booked), at(tuesday, "7:00")
	if _, err := day.Place(r, at(tuesday, "9:15"), now); !errors.Is(err, booking.ErrTaken) {
		t.Errorf("a stranger: want %v, got %v", booking.ErrTaken, err)
	}
	r.Claim = 1
	if got, err := day.Place(r, at(tuesday, "9:15"), now); err != nil || got.Desk != "1" {
		t.Errorf("its own move: want desk 1, got %+v, %v", got, err)
	}
	r.Claim = 3
	if _, err := day.Place(r, at(tuesday, "9:15"), now); !errors.Is(err, booking.ErrTaken) {
		t.Errorf("another one's move: want %v, got %v", booking.ErrTaken, err)
	}
}

func TestNobodyIsSeatedUponWhatIsBeingMoved(t *testing.T) {
	t.Parallel()
	o, _, r := fullMorning()
	o.Desks[0].Skills = []booking.Skill{"cars"}
	o.Desks = append(o.Desks, booking.Desk{ID: "3", Skills: []booking.Skill{"papers", "cars"}})
	booked := []booking.Busy{
		{ID: 1, Claim: 1, Desk: "2", Span: span(tuesday, "9:00", "10:00"), Skills: []booking.Skill{"papers"}},
		{ID: 2, Claim: 2, Desk: "3", Span: span(tuesday, "9:00", "10:00"), Skills: []booking.Skill{"papers"}},
	}
	r.Skills, r.Claim = []booking.Skill{"papers", "cars"}, 1
	_, err := o.Day(tuesday, booked).Place(r, at(tuesday, "9:00"), at(tuesday, "7:00"))
	if !errors.Is(err, booking.ErrTaken) {
		t.Errorf("the old appointment stays until the move is booked: want %v, got %v", booking.ErrTaken, err)
	}
}
