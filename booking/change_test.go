package booking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

func fee(cents ...booking.Cents) *booking.Fee {
	var f booking.Fee
	for _, c := range cents {
		f.Rates = append(f.Rates, booking.Rate{Amount: c})
	}
	return &f
}

// toldOf is an appointment for a passport, of which its holder was told so much.
func toldOf(p *booking.Promise) booking.Appointment {
	a := sampleAppointment()
	a.Items[0].Promise = p
	return a
}

// names says in short what has changed.
func names(c booking.Changes) map[string][]string {
	all := map[string][]string{}
	for _, item := range c.Dropped {
		all["dropped"] = append(all["dropped"], string(item.Concern))
	}
	for _, part := range c.Fees {
		all["fees"] = append(all["fees"], string(part.Concern.ID))
	}
	for _, d := range c.Documents {
		all["documents"] = append(all["documents"], string(d.ID))
	}
	for _, d := range c.NotNeeded {
		all["not needed"] = append(all["not needed"], string(d.ID))
	}
	if c.Closed {
		all["closed"] = []string{c.Reason.In("de")}
	}
	return all
}

func TestWhatIsNotAsPromisedIsNoticed(t *testing.T) {
	t.Parallel()
	asNow := []booking.Document{{ID: "photo"}, {ID: "old"}}
	whole := booking.Closure{Day: tuesday, Hours: booking.AllDay(), Reason: german("Personalversammlung")}
	desk2 := booking.Closure{Day: tuesday, Hours: booking.AllDay(), Desk: "2", Reason: german("Wartung")}
	free := func(*booking.Office) {}
	for name, tt := range map[string]struct {
		change func(*booking.Office)
		a      booking.Appointment
		want   map[string][]string
	}{
		"nothing":              {free, toldOf(&booking.Promise{Documents: asNow}), nil},
		"nothing was promised": {func(o *booking.Office) { o.Concerns[0].Fees = []booking.Fee{*fee(3700)} }, toldOf(nil), nil},
		"a fee that was none":  {func(o *booking.Office) { o.Concerns[0].Fees = []booking.Fee{*fee(3700)} }, toldOf(&booking.Promise{Documents: asNow}), map[string][]string{"fees": {"passport"}}},
		"a fee that is none":   {free, toldOf(&booking.Promise{Documents: asNow, Fee: fee(3700)}), map[string][]string{"fees": {"passport"}}},
		"another fee":          {func(o *booking.Office) { o.Concerns[0].Fees = []booking.Fee{*fee(7000)} }, toldOf(&booking.Promise{Documents: asNow, Fee: fee(3700)}), map[string][]string{"fees": {"passport"}}},
		"the same fee":         {func(o *booking.Office) { o.Concerns[0].Fees = []booking.Fee{*fee(3700)} }, toldOf(&booking.Promise{Documents: asNow, Fee: fee(3700)}), nil},
		"one document more":    {free, toldOf(&booking.Promise{Documents: asNow[:1]}), map[string][]string{"documents": {"old"}}},
		"one document less":    {free, toldOf(&booking.Promise{Documents: append(asNow, booking.Document{ID: "birth"})}), map[string][]string{"not needed": {"birth"}}},
		"the concern":          {func(o *booking.Office) { o.Concerns = o.Concerns[1:] }, toldOf(&booking.Promise{Documents: asNow[:1]}), map[string][]string{"dropped": {"passport"}}},
		"the hours":            {func(o *booking.Office) { o.Calendar.Closures = []booking.Closure{desk2, whole} }, toldOf(nil), map[string][]string{"closed": {"Personalversammlung"}}},
		"another desk's hours": {func(o *booking.Office) { o.Calendar.Closures = []booking.Closure{desk2} }, toldOf(nil), nil},
		"its desk":             {func(o *booking.Office) { o.Desks = o.Desks[1:] }, toldOf(nil), map[string][]string{"closed": {""}}},
		"all":                  {func(o *booking.Office) { o.GivenUp = true }, toldOf(nil), map[string][]string{"closed": {""}}},
	} {
		o := sampleOffice()
		tt.change(o)
		got := o.Changes(tt.a)
		if tt.want == nil {
			tt.want = map[string][]string{}
		}
		if diff := cmp.Diff(tt.want, names(got)); diff != "" || got.GivenUp != o.GivenUp {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Fees are the same if they amount to the same, extras included.
func TestFeesAreTheSameIfTheyAmountToTheSame(t *testing.T) {
	t.Parallel()
	one := booking.Fee{From: tuesday, Rates: []booking.Rate{{Name: german("ab 24"), Amount: 3700}, {Amount: 600, Extra: true}}}
	for name, tt := range map[string]struct {
		other booking.Fee
		want  bool
	}{
		"renamed, from another day": {booking.Fee{Rates: []booking.Rate{{Amount: 3700}, {Amount: 600, Extra: true}}}, true},
		"a cent more":               {booking.Fee{Rates: []booking.Rate{{Amount: 3701}, {Amount: 600, Extra: true}}}, false},
		"the extra for everybody":   {booking.Fee{Rates: []booking.Rate{{Amount: 3700}, {Amount: 600}}}, false},
		"without the extra":         {booking.Fee{Rates: []booking.Rate{{Amount: 3700}}}, false},
	} {
		if got := booking.SameFee(one, tt.other); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// Another time is of use where the office still does some of it.
func TestAnotherTimeIsOfUseWhileTheOfficeDoesSomeOfIt(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	for _, tt := range []struct {
		concerns []booking.ConcernID
		want     bool
	}{{nil, true}, {[]booking.ConcernID{"passport"}, true}, {[]booking.ConcernID{"divorce", "car"}, true}, {[]booking.ConcernID{"divorce"}, false}} {
		var a booking.Appointment
		for _, id := range tt.concerns {
			a.Items = append(a.Items, booking.Item{Concern: id})
		}
		if got := o.DoesSome(a); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.concerns, got, tt.want)
		}
	}
}

// A reason is one for being closed: whose appointment is at no desk is not served
// elsewhere either, but nobody closed on them.
func TestWhoIsAtNoDeskHearsNoReason(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Calendar.Closures = []booking.Closure{{Day: tuesday, Hours: booking.AllDay(), Reason: german("Wartung")}}
	a := toldOf(nil)
	if c := o.Changes(a); !c.Closed || c.Reason == nil {
		t.Errorf("at a desk: %+v", c)
	}
	a.Desk = ""
	if c := o.Changes(a); c.Closed || c.Reason != nil {
		t.Errorf("at no desk: %+v", c)
	}
}
