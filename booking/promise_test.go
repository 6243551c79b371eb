package booking_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// promised is an appointment of the sample office as it is read back from
// storage, for a passport at 46 or 27.60 euros and one document.
func promised(t *testing.T, o *booking.Office) booking.Appointment {
	t.Helper()
	o.Concerns[0].Fees = []booking.Fee{{Rates: []booking.Rate{adult, young, photo}}}
	o.Concerns[0].Documents = []booking.Document{{ID: "photo", Name: german("Foto")}}
	visit, err := o.Visit(wishes("passport", 1), 1)
	if err != nil {
		t.Fatal(err)
	}
	a := sampleAppointment()
	a.Span = booking.Span{Start: tuesday.At(9*60, berlin()), End: tuesday.At(9*60+20, berlin())}
	a.State, a.Desk, a.Skills, a.Audience = booking.Confirmed, "1", visit.Skills(), booking.Public
	written, err := json.Marshal(visit.Promised(tuesday))
	if err != nil {
		t.Fatal(err)
	}
	a.Items = nil
	if err := json.Unmarshal(written, &a.Items); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestWhatWasPromisedStays(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	a := promised(t, o)
	want := o.Booked(a)
	o.Concerns[0].Fees = []booking.Fee{{Rates: []booking.Rate{simple}}}
	o.Concerns[0].Documents, o.Concerns[0].Forms = nil, []booking.Form{{ID: "another"}}
	for range 2 { // the second time the concern is gone
		got := o.Booked(a)
		if diff := cmp.Diff(want.Cost(tuesday), got.Cost(tuesday)); diff != "" {
			t.Errorf("the fee changed: %s", diff)
		}
		if diff := cmp.Diff(want.Documents(), got.Documents()); diff != "" {
			t.Errorf("the documents changed: %s", diff)
		}
		if diff := cmp.Diff(want.Forms(), got.Forms()); diff != "" || len(want.Forms()) == 0 {
			t.Errorf("the forms changed: %s", diff)
		}
		with := *o
		with.Concerns = with.Concerns[1:]
		o = booking.NewTown(&with).Offices[0]
	}
}

// Each part of a visit is promised its own papers and the fee of the day, and where none
// is set, that it is settled at the counter.
func TestEachPartIsPromisedItsOwn(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Concerns[0].Fees = []booking.Fee{{Rates: []booking.Rate{simple}}, {Rates: []booking.Rate{adult}, From: tuesday}}
	o.Concerns[1].Fees = []booking.Fee{{Rates: []booking.Rate{young}, From: tuesday}}
	for ahead, want := range map[int]map[booking.ConcernID]*booking.Fee{
		-1: {"passport": &o.Concerns[0].Fees[0], "id-card": nil, "registration": nil},
		0:  {"passport": &o.Concerns[0].Fees[1], "id-card": &o.Concerns[1].Fees[0], "registration": nil},
	} {
		for _, asked := range [][]any{{"passport", 1, "id-card", 2, "registration", 1}, {"registration", 1, "id-card", 1, "passport", 2}} {
			visit, err := o.Visit(wishes(asked...), 1)
			if err != nil {
				t.Fatal(err)
			}
			items := visit.Promised(tuesday.Add(ahead))
			if len(items) != len(want) {
				t.Fatalf("%d are promised", len(items))
			}
			for _, item := range items {
				c, _ := o.Concern(item.Concern)
				promise := &booking.Promise{Fee: want[item.Concern], Documents: c.Documents, Forms: c.Forms}
				if diff := cmp.Diff(promise, item.Promise); diff != "" {
					t.Errorf("%s, %d days on: %s", item.Concern, ahead, diff)
				}
			}
		}
	}
}

func TestAnOldAppointmentForWhatIsGoneIsNotSaidToBeFree(t *testing.T) {
	t.Parallel()
	o, a := sampleOffice(), sampleAppointment()
	a.Items = []booking.Item{{Concern: "given up", Name: german("Pass"), Quantity: 1, Minutes: 30}}
	if cost := o.Booked(a).Cost(tuesday); !cost.Open {
		t.Errorf("nobody knows what it costs, and it is said: %+v", cost)
	}
}

func TestWhatHasChangedSinceTheBooking(t *testing.T) {
	t.Parallel()
	reason := german("Stromausfall")
	form := booking.Document{ID: "form", Name: german("Formular")}
	tests := map[string]struct {
		change func(*booking.Office)
		want   func(booking.Changes) bool
	}{
		"nothing": {func(*booking.Office) {}, unchanged},
		"a rate is called otherwise": {
			func(o *booking.Office) {
				o.Concerns[0].Fees = []booking.Fee{{Rates: []booking.Rate{{Name: german("Erwachsene"), Amount: adult.Amount}, young, photo}}}
			}, unchanged,
		},
		"the office closes": {
			func(o *booking.Office) {
				o.Calendar.Closures = []booking.Closure{{Day: tuesday, Hours: booking.AllDay(), Reason: reason}}
			},
			func(c booking.Changes) bool { return c.Closed && c.Reason.In("de") == "Stromausfall" },
		},
		"another desk closes": {
			func(o *booking.Office) {
				o.Calendar.Closures = []booking.Closure{{Day: tuesday, Hours: booking.AllDay(), Desk: "2", Reason: reason}}
			}, unchanged,
		},
		"its desk is gone": {
			func(o *booking.Office) { o.Desks = o.Desks[1:] },
			func(c booking.Changes) bool { return c.Closed && c.Reason == nil },
		},
		"its desk loses the skill": {
			func(o *booking.Office) { o.Desks[0].Skills = []booking.Skill{"cars"} },
			func(c booking.Changes) bool { return c.Closed },
		},
		"the concern is gone": {
			func(o *booking.Office) { o.Concerns[0].ID = "other" },
			func(c booking.Changes) bool { return len(c.Dropped) == 1 && len(c.Documents)+len(c.NotNeeded) == 0 },
		},
		"the fee rises before the day": {
			func(o *booking.Office) {
				o.Concerns[0].Fees = append(o.Concerns[0].Fees, booking.Fee{From: tuesday, Rates: []booking.Rate{simple}})
			},
			func(c booking.Changes) bool { return len(c.Fees) == 1 },
		},
		"the fee rises after the day": {
			func(o *booking.Office) {
				o.Concerns[0].Fees = append(o.Concerns[0].Fees, booking.Fee{From: tuesday.Add(1), Rates: []booking.Rate{simple}})
			}, unchanged,
		},
		"another document": {
			func(o *booking.Office) { o.Concerns[0].Documents = []booking.Document{form} },
			func(c booking.Changes) bool {
				return len(c.Documents) == 1 && c.Documents[0].ID == "form" && len(c.NotNeeded) == 1
			},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			a := promised(t, o)
			tt.change(o)
			if got := o.Changes(a); !tt.want(got) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestAMoveBeyondNewYearPromisesTheNewFee(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	a := promised(t, o)
	later := booking.Date{Year: 2027, Month: time.January, Day: 4}
	o.Concerns[0].Fees = append(o.Concerns[0].Fees, booking.Fee{From: booking.Date{Year: 2027, Month: time.January, Day: 1}, Rates: []booking.Rate{simple}})
	a.Items = o.Renewed(a.Items, later)
	if got := o.Booked(a).Cost(later); got.High != simple.Amount {
		t.Errorf("want %d, got %d", simple.Amount, got.High)
	}
}

// unchanged tells whether everything is as promised.
func unchanged(c booking.Changes) bool {
	return !c.Closed && len(c.Dropped)+len(c.Fees)+len(c.Documents)+len(c.NotNeeded) == 0
}

// A fee that is settled at the counter is promised to nobody, and a concern that
// the office has dropped is still known by its ID and name.
func TestWhatIsUnknownIsNotPromised(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Concerns[0].Fees = []booking.Fee{{From: tuesday.Add(1), Rates: []booking.Rate{adult}}}
	visit, err := o.Visit(wishes("passport", 1), 1)
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[booking.Date]bool{tuesday: false, tuesday.Add(1): true} {
		if p := visit.Promised(on)[0].Promise; (p.Fee != nil) != want {
			t.Errorf("on %v a fee is promised: %v", on, p.Fee)
		}
	}
	a := sampleAppointment()
	a.Items[0].Concern, a.Items[0].Name = "divorce", german("Scheidung")
	if c := o.Booked(a).Parts[0].Concern; c.ID != "divorce" || c.Name.In("de") != "Scheidung" {
		t.Errorf("a concern that was dropped: %+v", c)
	}
}

// What an appointment says of a concern goes before what the file says; what it does not
// say is the file's.
func TestWhatWasNotStoredIsTheFiles(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Concerns[0].Fees = []booking.Fee{{Rates: []booking.Rate{adult}}}
	stored := &booking.Promise{Documents: []booking.Document{{ID: "stored"}}, Forms: []booking.Form{{ID: "stored"}}}
	paid := *stored
	paid.Fee = &booking.Fee{Rates: []booking.Rate{simple}}
	for name, tt := range map[string]struct {
		item           booking.Item
		called         string
		document, form string
		amount         booking.Cents
		open           bool
		skill          booking.Skill
	}{
		"nothing":         {booking.Item{Concern: "passport"}, "Reisepass", "photo", "consent", adult.Amount, false, "papers"},
		"a name":          {booking.Item{Concern: "passport", Name: german("Pass")}, "Pass", "photo", "consent", adult.Amount, false, "papers"},
		"a promise":       {booking.Item{Concern: "passport", Promise: stored}, "Reisepass", "stored", "stored", 0, true, "papers"},
		"one with a fee":  {booking.Item{Concern: "passport", Promise: &paid}, "Reisepass", "stored", "stored", simple.Amount, false, "papers"},
		"what is dropped": {booking.Item{Concern: "divorce", Name: german("Scheidung"), Promise: &paid}, "Scheidung", "stored", "stored", simple.Amount, false, ""},
	} {
		a := sampleAppointment()
		a.Items, a.Persons = []booking.Item{tt.item}, 3
		a.Items[0].Quantity = 2
		v := o.Booked(a)
		c, cost := v.Parts[0].Concern, v.Cost(o.Today(a.Span.Start))
		if c.ID != tt.item.Concern || c.Name.In("de") != tt.called || string(c.Documents[0].ID) != tt.document || string(c.Forms[0].ID) != tt.form || c.Skill != tt.skill || v.Parts[0].Quantity != 2 || v.Persons != 3 {
			t.Errorf("%s: %+v", name, v)
		}
		if cost.Open != tt.open || cost.High != 2*tt.amount {
			t.Errorf("%s: it costs %+v", name, cost)
		}
		if length := v.Length(); length != (c.Takes(2) + 4*time.Minute).Truncate(5*time.Minute) {
			t.Errorf("%s: it takes %v", name, length)
		}
	}
}

// Moved to another day, an appointment is promised what holds then, and keeps what else
// was agreed; what the office has dropped stays promised as it was.
func TestAMovePromisesWhatHoldsThen(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Concerns[0].Documents = []booking.Document{{ID: "now", Period: booking.Period{Until: tuesday}}, {ID: "then", Period: booking.Period{From: tuesday.Add(1)}}}
	was := &booking.Promise{Documents: []booking.Document{{ID: "was"}}}
	items := []booking.Item{
		{Concern: "passport", Name: german("Pass"), Quantity: 2, Minutes: 99, Promise: was}, {Concern: "divorce", Name: german("Scheidung"), Quantity: 1, Promise: was},
	}
	for day, want := range map[booking.Date]booking.DocumentID{tuesday: "now", tuesday.Add(1): "then"} {
		got := o.Renewed(items, day)
		if got[0].Promise.Documents[0].ID != want || got[0].Name.In("de") != "Pass" || got[0].Minutes != 99 || got[0].Quantity != 2 || got[1].Promise != was || got[1].Name.In("de") != "Scheidung" {
			t.Errorf("on %v: %+v", day, got)
		}
		if items[0].Promise != was {
			t.Error("the items before the move have changed")
		}
	}
}
