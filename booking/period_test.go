package booking_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// turnOfYear is the first day on which something else holds in datedOffice.
var turnOfYear = tuesday.Add(7)

// datedOffice is the sample office, which does something else from a day on: a
// passport takes longer, costs more and wants a birth certificate in place of
// the old document; number plates are given up, and dogs are new.
func datedOffice() *booking.Office {
	o := sampleOffice()
	before, after := booking.Period{Until: turnOfYear.Add(-1)}, booking.Period{From: turnOfYear}
	passport := &o.Concerns[0]
	passport.Lengths = []booking.Lengths{{Period: after, First: 30 * time.Minute, Further: 20 * time.Minute}}
	passport.Fees = []booking.Fee{
		{Rates: []booking.Rate{{Amount: 4600}}},
		{From: turnOfYear, Rates: []booking.Rate{{Amount: 5000}}},
	}
	passport.Documents = []booking.Document{
		{ID: "photo", Name: german("Foto")},
		{ID: "old", Name: german("Altes Dokument"), Period: before},
		{ID: "birth", Name: german("Geburtsurkunde"), Period: after},
	}
	passport.Forms = []booking.Form{{ID: "consent", Period: before}}
	o.Concerns[3].Done = before
	o.Concerns = append(o.Concerns, booking.Concern{
		ID: "dog", Name: german("Hundemarke"), Skill: "papers", MaxQuantity: 1, First: 10 * time.Minute, Done: after,
	})
	return booking.NewTown(o).Offices[0]
}

func TestWhatHoldsOnADayHoldsForItsVisits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name      string
		day       booking.Date
		length    time.Duration // of two passports
		fee       booking.Cents
		documents []booking.DocumentID
		forms     int
	}{
		{"the day before", turnOfYear.Add(-1), 35 * time.Minute, 4600, []booking.DocumentID{"photo", "old"}, 1},
		{"the day itself", turnOfYear, 50 * time.Minute, 5000, []booking.DocumentID{"photo", "birth"}, 0},
	}
	for _, tt := range tests {
		for _, o := range []*booking.Office{datedOffice(), datedOffice().As(tuesday)} {
			v, err := o.VisitOn(tt.day, booking.Public, wishes("passport", 2), 1)
			if err != nil {
				t.Fatalf("%s: %v", tt.name, err)
			}
			if v.Length() != tt.length {
				t.Errorf("%s: takes %v, want %v", tt.name, v.Length(), tt.length)
			}
			promise := v.Promised(tt.day)[0].Promise
			if got := promise.Fee.Rates[0].Amount; got != tt.fee {
				t.Errorf("%s: costs %d, want %d", tt.name, got, tt.fee)
			}
			var documents []booking.DocumentID
			for _, d := range promise.Documents {
				documents = append(documents, d.ID)
			}
			if diff := cmp.Diff(tt.documents, documents); diff != "" {
				t.Errorf("%s: %s", tt.name, diff)
			}
			if len(promise.Forms) != tt.forms {
				t.Errorf("%s: %d forms, want %d", tt.name, len(promise.Forms), tt.forms)
			}
		}
	}
}

func TestAConcernIsDoneOnItsDaysOnly(t *testing.T) {
	t.Parallel()
	tests := []struct {
		concern booking.ConcernID
		day     booking.Date
		want    error
	}{
		{"car", turnOfYear.Add(-1), nil},
		{"car", turnOfYear, booking.ErrUnknown},
		{"dog", turnOfYear.Add(-1), booking.ErrUnknown},
		{"dog", turnOfYear, nil},
	}
	for _, tt := range tests {
		_, err := datedOffice().As(tuesday).VisitOn(tt.day, booking.Public, wishes(string(tt.concern), 1), 1)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s on %v: want %v, got %v", tt.concern, tt.day, tt.want, err)
		}
	}
}

func TestTheMenuShowsWhatCanBeBooked(t *testing.T) {
	t.Parallel()
	horizon := sampleOffice().Policy.Horizon
	tests := []struct {
		name     string
		today    booking.Date
		car, dog bool
	}{
		{"long before, the new is not bookable yet", turnOfYear.Add(-horizon - 1), true, false},
		{"as soon as its first day is", turnOfYear.Add(-horizon), true, true},
		{"the old until its last day", turnOfYear.Add(-1), true, true},
		{"and no longer", turnOfYear, false, true},
	}
	for _, tt := range tests {
		o := datedOffice().As(tt.today)
		if got := o.Serves([]booking.ConcernID{"car"}); got != tt.car {
			t.Errorf("%s: the old is listed %v", tt.name, got)
		}
		if got := o.Serves([]booking.ConcernID{"dog"}); got != tt.dog {
			t.Errorf("%s: the new is listed %v", tt.name, got)
		}
	}
}

func TestACategoryWithoutConcernsIsNotShown(t *testing.T) {
	t.Parallel()
	o := datedOffice()
	o.Concerns[3].Category = "cars"
	o.Categories = []booking.Category{{ID: "cars"}}
	if got := o.As(turnOfYear).Categories; len(got) != 0 {
		t.Errorf("shown: %v", got)
	}
	if got := o.As(tuesday).Categories; len(got) != 1 {
		t.Errorf("before: %v", got)
	}
}

func TestStaffsMinutesHoldUntilTheFilesNextOnes(t *testing.T) {
	t.Parallel()
	changes := booking.Overrides{Minutes: []booking.MinutesChange{{Concern: "passport", From: tuesday, First: 25 * time.Minute}}}
	o := datedOffice().With(changes, tuesday)
	for day, want := range map[booking.Date]time.Duration{turnOfYear.Add(-1): 25 * time.Minute, turnOfYear: 30 * time.Minute} {
		if c, _ := o.ConcernOn("passport", day); c.First != want {
			t.Errorf("%v: %v, want %v", day, c.First, want)
		}
	}
	late := booking.Overrides{Minutes: []booking.MinutesChange{{Concern: "passport", From: turnOfYear, First: 40 * time.Minute}}}
	if c, _ := datedOffice().With(late, turnOfYear).ConcernOn("passport", turnOfYear.Add(1)); c.First != 40*time.Minute {
		t.Errorf("what staff entered last does not count: %v", c.First)
	}
}

func TestAFeeEndsOnItsLastDay(t *testing.T) {
	t.Parallel()
	c := booking.Concern{Fees: []booking.Fee{
		{Rates: []booking.Rate{{Amount: 1000}}},
		{From: tuesday, Until: turnOfYear, Rates: []booking.Rate{{Amount: 500}}},
	}}
	for day, want := range map[booking.Date]booking.Cents{
		tuesday.Add(-1): 1000, tuesday: 500, turnOfYear: 500, turnOfYear.Add(1): 1000,
	} {
		if fee, ok := c.FeeOn(day); !ok || fee.Rates[0].Amount != want {
			t.Errorf("%v: %+v, want %d", day, fee, want)
		}
	}
}

func TestAMovedAppointmentIsPromisedWhatHoldsOnItsNewDay(t *testing.T) {
	t.Parallel()
	o := datedOffice()
	v, err := o.VisitOn(tuesday, booking.Public, wishes("passport", 1), 1)
	if err != nil {
		t.Fatal(err)
	}
	renewed := o.Renewed(v.Promised(tuesday), turnOfYear)
	if got := renewed[0].Promise.Fee.Rates[0].Amount; got != 5000 {
		t.Errorf("the fee is %d", got)
	}
	a := sampleAppointment()
	a.Items = renewed
	a.Span = booking.Span{Start: at(turnOfYear, "09:00"), End: at(turnOfYear, "09:20")}
	a.Desk, a.Skills, a.State = "2", v.Skills(), booking.Confirmed
	if c := o.Changes(a); len(c.Fees)+len(c.Documents)+len(c.NotNeeded)+len(c.Dropped) > 0 {
		t.Errorf("what was entered long before counts as changed: %+v", c)
	}
}

func TestAnOfferTakesAsLongAsItsDayWants(t *testing.T) {
	t.Parallel()
	o := datedOffice()
	o.Policy.Offer = booking.Usual().Offer
	waiter := booking.Waiter{Reach: booking.ByChat, Waiting: booking.Waiting{
		ID: 1, Office: o.ID, Wishes: wishes("passport", 1), Persons: 1,
		Terms: booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: turnOfYear.Add(3)},
	}}
	now := at(tuesday, "09:00")
	for day, want := range map[booking.Date]time.Duration{tuesday.Add(1): 20 * time.Minute, turnOfYear: 30 * time.Minute} {
		offers := o.Offers(map[booking.Date][]booking.Busy{day: nil}, nil, []booking.Waiter{waiter}, now)
		if len(offers) != 1 || offers[0].Span.Length() != want {
			t.Errorf("%v: %+v, want %v", day, offers, want)
		}
	}
	waiter.Wishes = wishes("car", 1)
	if offers := o.Offers(map[booking.Date][]booking.Busy{turnOfYear: nil}, nil, []booking.Waiter{waiter}, now); len(offers) != 0 {
		t.Errorf("offered for a day on which it is not done: %+v", offers)
	}
}

func TestChangesAreForeseenWithinTheDaysAsked(t *testing.T) {
	t.Parallel()
	o, wanted := datedOffice(), wishes("passport", 1)
	if day, ok := o.ChangesOn(wanted, tuesday, turnOfYear.Add(9)); !ok || day != turnOfYear {
		t.Errorf("got %v, %v", day, ok)
	}
	if day, ok := o.ChangesOn(wanted, turnOfYear, turnOfYear.Add(9)); ok {
		t.Errorf("from the day on nothing changes any more: %v", day)
	}
	if day, ok := o.ChangesOn(wanted, tuesday, turnOfYear.Add(-1)); ok {
		t.Errorf("nothing changes before: %v", day)
	}
}

// One period anywhere in a concern is enough for it to be another on some day.
func TestASinglePeriodCounts(t *testing.T) {
	t.Parallel()
	before := booking.Period{Until: turnOfYear.Add(-1)}
	for name, date := range map[string]func(*booking.Concern){
		"document": func(c *booking.Concern) { c.Documents = []booking.Document{{ID: "old", Period: before}} },
		"form":     func(c *booking.Concern) { c.Forms = []booking.Form{{ID: "consent", Period: before}} },
	} {
		o := sampleOffice()
		o.Concerns[0].Documents, o.Concerns[0].Forms = nil, nil
		date(&o.Concerns[0])
		o = booking.NewTown(o).Offices[0]
		for day, want := range map[booking.Date]int{turnOfYear.Add(-1): 1, turnOfYear: 0} {
			v, err := o.VisitOn(day, booking.Public, wishes("passport", 1), 1)
			if err != nil {
				t.Fatal(err)
			}
			if p := v.Promised(day)[0].Promise; len(p.Documents)+len(p.Forms) != want {
				t.Errorf("a %s with a period: on %v %d are wanted, not %d", name, day, len(p.Documents)+len(p.Forms), want)
			}
		}
	}
}

// Each thing about a concern that has its days makes it another one on them, by
// itself.
func TestEachThingThatHasItsDaysCounts(t *testing.T) {
	t.Parallel()
	next := booking.Period{From: tuesday.Add(1)}
	for what, change := range map[string]func(*booking.Concern){
		"days":     func(c *booking.Concern) { c.Done = booking.Period{Until: tuesday} },
		"lengths":  func(c *booking.Concern) { c.Lengths = []booking.Lengths{{Period: next, First: time.Hour}} },
		"document": func(c *booking.Concern) { c.Documents = []booking.Document{{ID: "new", Period: next}} },
		"form":     func(c *booking.Concern) { c.Forms = []booking.Form{{ID: "new", Period: next}} },
	} {
		o := sampleOffice()
		o.Concerns = o.Concerns[:1]
		o.Concerns[0].Documents = nil
		change(&o.Concerns[0])
		wanted := wishes("passport", 1)
		if day, ok := o.ChangesOn(wanted, tuesday, tuesday.Add(9)); !ok || day != tuesday.Add(1) {
			t.Errorf("%s: changes on %v, %v", what, day, ok)
		}
		looks := func(day booking.Date) string {
			town := booking.Town{Offices: []*booking.Office{o}}.As(func(*booking.Office) booking.Date { return day })
			v, err := town.Offices[0].Visit(wanted, 1)
			return fmt.Sprint(err, len(town.Offices[0].Concerns), v.Length(), len(v.Documents()), len(v.Forms()))
		}
		if now, then := looks(tuesday), looks(tuesday.Add(1)); now == then {
			t.Errorf("%s: it is %s on both days", what, now)
		}
	}
}

// Concerns and desks that have changed places since they were indexed are found all
// the same.
func TestAnIndexThatIsStaleMisleadsNobody(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Index()
	o.Concerns[0], o.Concerns[1] = o.Concerns[1], o.Concerns[0]
	o.Desks[0], o.Desks[1] = o.Desks[1], o.Desks[0]
	for _, again := range []bool{false, true} {
		if again {
			o.Index()
		}
		for i := range o.Concerns {
			if c, ok := o.Concern(o.Concerns[i].ID); !ok || c.ID != o.Concerns[i].ID {
				t.Errorf("%q is found as %q", o.Concerns[i].ID, c.ID)
			}
		}
		cars := booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"cars"}, Audience: booking.Public}
		sits := booking.Busy{ID: 1, Claim: 1, Desk: "1", Span: span(tuesday, "8:00", "12:00"), Audience: booking.Public, Fixed: true}
		if starts := o.Day(tuesday, []booking.Busy{sits}).Starts(cars, at(tuesday.Add(-1), "9:00")); len(starts) > 0 {
			t.Errorf("the only desk for cars is taken, and there are times: %v", clocks(starts))
		}
	}
}

// So are those that were added since.
func TestWhatWasAddedSinceTheIndexIsFound(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Index()
	added := o.Concerns[0]
	added.ID = "added"
	o.Concerns = append(o.Concerns, added)
	o.Desks = append(o.Desks, booking.Desk{ID: "3", Skills: []booking.Skill{"papers"}})
	if c, ok := o.Concern("added"); !ok || c.ID != "added" {
		t.Errorf("a concern that was added: %q, %v", c.ID, ok)
	}
	if err := o.MayOverride(tuesday, booking.AllDay(), "3", at(tuesday, "8:00")); err != nil {
		t.Errorf("a desk that was added: %v", err)
	}
}
