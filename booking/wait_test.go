package booking_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"terminbote/booking"
)

// waitingRoom is an office with freed times and people who wait for them.
type waitingRoom struct {
	office  *booking.Office
	booked  map[booking.Date][]booking.Busy
	freed   []booking.Span
	waiters []booking.Waiter
	now     time.Time
}

func (w waitingRoom) offers() []booking.Offer {
	return w.office.Offers(w.booked, w.freed, w.waiters, w.now)
}

func offering(o *booking.Office) *booking.Office {
	o.Policy.Offer.Chat, o.Policy.Offer.Mail = 10*time.Minute, time.Hour
	o.Policy.Offer.Hours = hours("8:00", "20:00")
	return o
}

// oneFreed is a town hall where everything is taken on tuesday but one freed
// half-hour, for which somebody waits who has an appointment on wednesday.
func oneFreed() waitingRoom {
	w := waitingRoom{office: offering(sampleOffice()), now: at(tuesday.Add(-1), "9:00")}
	free := booking.Busy{ID: -1, Claim: -1, Desk: "2", Span: span(tuesday, "10:00", "10:30"), Cooldown: true}
	w.freed = []booking.Span{free.Span}
	w.booked = map[booking.Date][]booking.Busy{tuesday: {
		taken(1, "1", "8:00", "12:00"), taken(2, "2", "8:00", "10:00"), taken(3, "2", "10:30", "12:00"), free,
	}}
	w.waiters = []booking.Waiter{earlier(1)}
	return w
}

func taken(id booking.AppointmentID, desk booking.DeskID, from, to string) booking.Busy {
	return booking.Busy{ID: id, Claim: id, Desk: desk, Span: span(tuesday, from, to), Audience: booking.Public, Skills: []booking.Skill{"papers"}}
}

// earlier is somebody who has an appointment on wednesday.
func earlier(id booking.WaitID) booking.Waiter {
	old := booking.Appointment{
		ID: booking.AppointmentID(5000 + id), Claim: booking.AppointmentID(5000 + id), Office: "werne", Desk: "2",
		Span: span(tuesday.Add(1), "9:00", "9:30"), State: booking.Confirmed, Skills: []booking.Skill{"papers"},
	}
	return booking.Waiter{
		Waiting: booking.Waiting{
			ID: id, Office: "werne", Appointment: old.ID,
			Terms: booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: tuesday.Add(14)},
		},
		Old: old, Reach: booking.ByChat,
	}
}

// first is somebody who has no appointment and wants one.
func first(id booking.WaitID) booking.Waiter {
	w := earlier(id)
	w.Appointment, w.Old = 0, booking.Appointment{}
	w.Wishes, w.Persons = []booking.Wish{{Concern: "passport", Quantity: 1}}, 1
	return w
}

func TestAFreedTimeIsOfferedToThoseItSuits(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		change func(*waitingRoom)
		want   string // when it begins; empty: no offer
	}{
		"all suits":            {func(*waitingRoom) {}, "10:00"},
		"by mail":              {func(w *waitingRoom) { w.waiters[0].Reach = booking.ByMail }, "10:00"},
		"nobody reaches them":  {func(w *waitingRoom) { w.waiters[0].Reach = booking.Unreached }, ""},
		"too early to disturb": {func(w *waitingRoom) { w.now = at(tuesday.Add(-1), "7:59") }, ""},
		"too late to disturb":  {func(w *waitingRoom) { w.now = at(tuesday.Add(-1), "20:00") }, ""},
		"another weekday":      {func(w *waitingRoom) { w.waiters[0].Terms.Weekdays = booking.AnyWeekday.Toggle(time.Tuesday) }, ""},
		"another day, or then": {func(w *waitingRoom) {
			w.waiters[0].Terms.Weekdays = booking.AnyWeekday.Toggle(time.Tuesday)
			w.waiters[0].Terms.Or = []booking.Weekly{{Weekdays: booking.AnyWeekday, Hours: hours("10:00", "11:00")}}
		}, "10:00"},
		"then on another day": {func(w *waitingRoom) {
			w.waiters[0].Terms.Hours = booking.Afternoons()
			w.waiters[0].Terms.Or = []booking.Weekly{{Weekdays: booking.AnyWeekday.Toggle(time.Tuesday), Hours: booking.AllDay()}}
		}, ""},
		"mornings":              {func(w *waitingRoom) { w.waiters[0].Terms.Hours = booking.Mornings() }, "10:00"},
		"hours that end then":   {func(w *waitingRoom) { w.waiters[0].Terms.Hours = hours("8:00", "10:00") }, ""},
		"hours that begin then": {func(w *waitingRoom) { w.waiters[0].Terms.Hours = hours("10:00", "10:05") }, "10:00"},
		"too far ahead to book": {func(w *waitingRoom) { w.office.Policy.Horizon = 0 }, ""},
		"the last day to book":  {func(w *waitingRoom) { w.office.Policy.Horizon = 1 }, "10:00"},
		"afternoons":            {func(w *waitingRoom) { w.waiters[0].Terms.Hours = booking.Afternoons() }, ""},
		"waits no longer":       {func(w *waitingRoom) { w.waiters[0].Terms.Until = tuesday.Add(-1) }, ""},
		"until that day":        {func(w *waitingRoom) { w.waiters[0].Terms.Until = tuesday }, "10:00"},
		"theirs is as early":    {func(w *waitingRoom) { w.waiters[0].Old.Span = span(tuesday, "10:00", "10:30") }, ""},
		"theirs is a bit later": {func(w *waitingRoom) { w.waiters[0].Old.Span = span(tuesday, "10:30", "11:00") }, "10:00"},
		"theirs is cancelled":   {func(w *waitingRoom) { w.waiters[0].Old.State = booking.Cancelled }, ""},
		"theirs is too long":    {func(w *waitingRoom) { w.waiters[0].Old.Span = span(tuesday.Add(1), "9:00", "9:35") }, ""},
		"needs another desk": {func(w *waitingRoom) {
			w.waiters[0].Old.Skills, w.booked[tuesday][0].Fixed = []booking.Skill{"cars"}, true
		}, ""},
		"was offered it before": {func(w *waitingRoom) { w.waiters[0].Offered = []booking.Span{span(tuesday, "10:10", "10:20")} }, ""},
		"was offered another":   {func(w *waitingRoom) { w.waiters[0].Offered = []booking.Span{span(tuesday, "9:30", "10:00")} }, "10:00"},
		"theirs, where minutes change": {func(w *waitingRoom) {
			w.office.Concerns[0].Lengths = []booking.Lengths{{Period: booking.Period{From: tuesday}, First: 25 * time.Minute}}
		}, "10:00"},
		"another was free before": {func(w *waitingRoom) {
			w.booked[tuesday][1] = taken(2, "2", "8:30", "10:00")
		}, "10:00"},
		"nothing was freed":        {func(w *waitingRoom) { w.freed = nil }, ""},
		"too soon to decide":       {func(w *waitingRoom) { w.now = at(tuesday, "9:21") }, ""},
		"just enough time":         {func(w *waitingRoom) { w.now = at(tuesday, "9:20") }, "10:00"},
		"a first one":              {func(w *waitingRoom) { w.waiters[0] = first(1) }, "10:00"},
		"a first one, never freed": {func(w *waitingRoom) { w.waiters[0], w.freed = first(1), nil }, "10:00"},
		"a first one, not again":   {func(w *waitingRoom) { w.waiters[0], w.freed = first(1), nil; w.waiters[0].Latest = w.now }, ""},
		"a first one, next day": {func(w *waitingRoom) {
			w.waiters[0], w.freed = first(1), nil
			w.waiters[0].Latest = w.now.AddDate(0, 0, -1)
		}, "10:00"},
		"a first one, at the limit": {func(w *waitingRoom) { w.waiters[0] = first(1); w.waiters[0].Ahead = 2 }, ""},
		"a first one, not served":   {func(w *waitingRoom) { w.waiters[0] = first(1); w.waiters[0].Wishes[0].Concern = "gone" }, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := oneFreed()
			test.change(&w)
			got := ""
			for _, offer := range w.offers() {
				got = offer.Span.Start.In(berlin()).Format("15:04")
				if window := offer.Until.Sub(w.now); window != w.office.Policy.Window(w.waiters[0].Reach) {
					t.Errorf("offered for %v", window)
				}
			}
			if test.want != got {
				t.Errorf("offered %q, want %q", got, test.want)
			}
		})
	}
}

func TestFirstComeFirstServed(t *testing.T) {
	t.Parallel()
	w := oneFreed()
	w.waiters = []booking.Waiter{earlier(1), first(2), earlier(3)}
	w.waiters[0].Terms.Hours = booking.Afternoons()
	offers := w.offers()
	if len(offers) != 1 || offers[0].Wait != 2 {
		t.Errorf("offered %v, want one to the second, as the first cannot come then", offers)
	}
}

// Whatever is free and however people wait: nobody is offered two times, no time is
// offered to two people or on top of somebody, and nobody is passed over for
// who a time would have been left for.
func TestOffersNeverCollide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWaitingRoom(t)
		offers := w.offers()
		after := slices.Clone(w.booked[tuesday])
		served := map[booking.WaitID]bool{}
		for i, offer := range offers {
			if served[offer.Wait] {
				t.Fatalf("%d is offered two times", offer.Wait)
			}
			served[offer.Wait] = true
			for _, swap := range offer.Swaps {
				for k := range after {
					if after[k].ID == swap.Appointment {
						after[k].Desk = swap.Desk
					}
				}
			}
			id := booking.AppointmentID(1000 + i)
			after = append(after, booking.Busy{ID: id, Claim: id, Desk: offer.Desk, Span: offer.Span, Fixed: true})
		}
		for i, a := range after {
			for _, b := range after[:i] {
				if !a.Cooldown && !b.Cooldown && a.Desk == b.Desk && a.Span.Overlaps(b.Span) {
					t.Fatalf("%v and %v share a desk", a, b)
				}
			}
		}
		if !slices.IsSortedFunc(offers, func(a, b booking.Offer) int { return int(a.Wait - b.Wait) }) {
			t.Fatal("not in the order of the list")
		}
		w.booked = map[booking.Date][]booking.Busy{tuesday: after}
		w.waiters = slices.DeleteFunc(w.waiters, func(x booking.Waiter) bool { return served[x.ID] })
		if left := w.offers(); len(left) > 0 {
			t.Fatalf("%v were passed over", left)
		}
	})
}

func drawWaitingRoom(t *rapid.T) waitingRoom {
	s := drawCrowd(t)
	s.office.Policy.LeadTime = 0
	s.office.Policy.PerPerson, s.office.Policy.PerMail, s.office.Policy.MaxPersons = 2, 2, 2
	s.office.Policy.Longest = 2 * time.Hour
	s.office.Concerns = sampleConcerns()
	w := waitingRoom{office: offering(s.office), now: s.now}
	w.booked = map[booking.Date][]booking.Busy{tuesday: append(s.booked, drawCooldown(t, s)...)}
	for _, o := range w.booked[tuesday] {
		if o.Cooldown {
			w.freed = append(w.freed, o.Span)
		}
	}
	for i := range rapid.IntRange(1, 8).Draw(t, "waiters") {
		id := booking.WaitID(i + 1)
		waiter := earlier(id)
		if rapid.Bool().Draw(t, "a first one") {
			waiter = first(id)
		}
		waiter.Office, waiter.Old.Office = "crowded", "crowded"
		waiter.Terms.Hours = rapid.SampledFrom([]booking.Hours{booking.AllDay(), hours("8:00", "9:00"), hours("9:00", "10:30")}).Draw(t, "hours")
		waiter.Old.Span.End = waiter.Old.Span.Start.Add(time.Duration(rapid.IntRange(1, 3).Draw(t, "length")) * 15 * time.Minute)
		w.waiters = append(w.waiters, waiter)
	}
	return w
}

func TestAWeekdayIsTakenOutByChoosingItAgain(t *testing.T) {
	t.Parallel()
	var w booking.Weekdays
	w = w.Toggle(time.Monday).Toggle(time.Saturday)
	if !w.Has(time.Monday) || !w.Has(time.Saturday) || w.Has(time.Sunday) {
		t.Errorf("%07b", w)
	}
	if w = w.Toggle(time.Monday); w.Has(time.Monday) {
		t.Errorf("%07b", w)
	}
}

func TestAnOfferIsTrueWhileItIsOpen(t *testing.T) {
	t.Parallel()
	now := at(tuesday, "9:00")
	held := booking.Appointment{State: booking.Held, HeldUntil: now.Add(time.Minute)}
	n := booking.Notice{Kind: booking.OfferNotice}
	if !n.True(held, now) {
		t.Error("an open offer is not true")
	}
	if n.True(held, held.HeldUntil) {
		t.Error("one that ran out is true")
	}
	held.State = booking.Confirmed
	if n.True(held, now) {
		t.Error("one that was accepted is true")
	}
}

// An offer that falls back to mail is kept longer, never shorter, and leaves the
// office its lead time.
func TestAnOfferIsProlongedForThoseWhoReadMails(t *testing.T) {
	t.Parallel()
	p := booking.Policy{LeadTime: time.Hour}
	p.Offer.Mail = 2 * time.Hour
	now := at(tuesday, "9:00")
	for _, tt := range []struct{ starts, held, want string }{
		{"15:00", "9:10", "11:00"},
		{"11:30", "9:10", "10:30"},
		{"11:00", "10:20", "10:20"},
		{"10:00", "9:10", "9:10"},
	} {
		hold := booking.Appointment{State: booking.Held, HeldUntil: at(tuesday, tt.held), Span: span(tuesday, tt.starts, "16:00")}
		if got := p.Prolonged(hold, now); !got.Equal(at(tuesday, tt.want)) {
			t.Errorf("a time at %s held until %s is kept until %v, want %s", tt.starts, tt.held, got, tt.want)
		}
	}
}

// Newcomers who wait keep a share of a day at most, with what they keep by
// themselves. Who is known comes behind them and is offered a time all the same.
func TestOffersToNewcomersAreAShareOfTheDay(t *testing.T) {
	t.Parallel()
	for held, want := range map[int]int{0: 3, 2: 1, 3: 0, 5: 0} {
		w := waitingRoom{office: offering(sampleOffice()), now: at(tuesday.Add(-1), "9:00")}
		w.office.Policy.Newcomers = booking.Newcomers{Least: 60, Most: 600, Share: 1}
		w.booked = map[booking.Date][]booking.Busy{tuesday: nil}
		for i := range held {
			kept := taken(booking.AppointmentID(1+i), "1", booking.Clock(8*60+30*i).String(), booking.Clock(8*60+30*i+30).String())
			kept.Unproven = true
			w.booked[tuesday] = append(w.booked[tuesday], kept)
		}
		for id := range booking.WaitID(8) {
			newcomer := first(1 + id)
			newcomer.Unproven = true
			w.waiters = append(w.waiters, newcomer)
		}
		w.waiters = append(w.waiters, first(9))
		offers := w.offers()
		last := len(offers) - 1
		if last != want || offers[last].Wait != 9 {
			t.Errorf("%d times are kept: offers %+v, want %d to newcomers and one to who is known", held, offers, want)
		}
	}
}

// An appointment on the day is in nobody's own way, however many before them wanted
// the same and had none.
func TestOnesOwnTimeIsFreeForThemAlone(t *testing.T) {
	t.Parallel()
	w := oneFreed()
	own := booking.Busy{ID: 5002, Claim: 5002, Desk: "2", Span: span(tuesday, "10:30", "11:00"), Audience: booking.Public, Skills: []booking.Skill{"papers"}}
	w.booked[tuesday] = []booking.Busy{taken(1, "1", "8:00", "12:00"), taken(2, "2", "8:00", "10:15"), own, taken(3, "2", "11:00", "12:00")}
	w.freed = []booking.Span{span(tuesday, "10:15", "10:45")} // which a half-hour fills only with some of one's own
	none, mine := earlier(1), earlier(2)
	mine.Old.Span = own.Span
	w.waiters = []booking.Waiter{none, mine}
	got := w.offers()
	if len(got) != 1 || got[0].Wait != 2 || !got[0].Span.Start.Equal(at(tuesday, "10:15")) {
		t.Errorf("offered %+v, want 10:15 to the second alone", got)
	}
}

// An offer to a newcomer and what hides its time afterwards are one time of their
// share.
func TestAnOfferAndWhatHidesItAreOne(t *testing.T) {
	t.Parallel()
	w := oneFreed()
	w.office.Policy.Newcomers = booking.Newcomers{Share: 1} // of eight hours of desks: three times at least
	offered := func(id booking.AppointmentID, from, to string) []booking.Busy {
		held := booking.Busy{ID: id, Claim: id, Desk: "2", Span: span(tuesday, from, to), Skills: []booking.Skill{"papers"}, Audience: booking.Public, Unproven: true}
		hidden := held
		hidden.ID, hidden.Claim, hidden.Cooldown = -id, -id, true
		return []booking.Busy{held, hidden}
	}
	free := booking.Busy{ID: -1, Claim: -1, Desk: "2", Span: span(tuesday, "10:00", "10:30"), Cooldown: true}
	one := taken(1, "1", "8:00", "12:00")
	for many, want := range map[int]int{2: 1, 3: 0} {
		w.booked[tuesday] = []booking.Busy{one, free, taken(3, "2", "10:30", "12:00")}
		for i, from := range []string{"8:00", "8:30", "9:00", "9:30"} {
			to := []string{"8:30", "9:00", "9:30", "10:00"}[i]
			if i < many {
				w.booked[tuesday] = append(w.booked[tuesday], offered(booking.AppointmentID(40+i), from, to)...)
			} else {
				w.booked[tuesday] = append(w.booked[tuesday], taken(booking.AppointmentID(40+i), "2", from, to))
			}
		}
		w.waiters = []booking.Waiter{first(1)}
		w.waiters[0].Unproven = true
		if got := w.offers(); len(got) != want {
			t.Errorf("with %d times of newcomers: %d offers, want %d", many, len(got), want)
		}
	}
}
