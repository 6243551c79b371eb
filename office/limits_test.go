package office

import (
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// atLimits is the small office with one value at a limit and beyond it: old, new
// and what is one too many.
var atLimits = []struct{ title, old, in, beyond string }{
	{"a closure of a year", `until: 2026-12-31`, `until: 2027-12-24`, `until: 2027-12-25`},
	{"a closure of a day", `until: 2026-12-31`, `until: 2026-12-24`, `until: 2026-12-23`},
	{"a shift that begins as another ends", `hours: [14:00-16:00]`, `hours: [12:00-16:00]`, `hours: [11:55-16:00]`},
	{"hours that begin as others end", `tuesday: [09:00-11:00]`, `tuesday: [09:00-11:00, 11:00-12:00]`, `tuesday: [09:00-11:00, 10:55-12:00]`},
	{"hours until midnight", `tuesday: [09:00-11:00]`, `tuesday: [09:00-24:00]`, `tuesday: [09:00-24:05]`},
	{"hours of a step", `tuesday: [09:00-11:00]`, `tuesday: [09:00-09:05, 09:05-11:00]`, `tuesday: [09:00-09:00, 09:05-11:00]`},
	{"as long as the longest visit", `minutes: {first: 15}`, `minutes: {first: 60}`, `minutes: {first: 61}`},
	{"a period as long as that", `minutes: {first: 15}`, `minutes: {first: 15, periods: [{from: 2027-01-01, first: 60}]}`, `minutes: {first: 15, periods: [{from: 2027-01-01, first: 61}]}`},
	{"a period without an end, or a beginning", `minutes: {first: 15}`, `minutes: {first: 15, periods: [{from: 2027-01-01, first: 20}, {until: 2027-12-31, first: 20}]}`, `minutes: {first: 15, periods: [{from: 2027-01-01, first: 20}, {first: 20}]}`},
	{"periods from one day", `minutes: {first: 15}`, `minutes: {first: 15, periods: [{from: 2027-01-02, first: 20}, {from: 2027-01-02, first: 20}]}`, `minutes: {first: 15, periods: [{from: 2027-01-02, first: 20}, {from: 2027-01-01, first: 20}]}`},
	{"a fee a day later", `valid_from: 2026-12-01`, `valid_from: 2020-01-02`, `valid_from: 2020-01-01`},
	{"fewest minutes until a time is shown", "skills: [citizen, pick-up]\n", "service: {release_minutes: {least: 10, most: 10}}\nskills: [citizen, pick-up]\n", "service: {release_minutes: {least: 10, most: 9}}\nskills: [citizen, pick-up]\n"},
	{"as many newcomers as the least", "skills: [citizen, pick-up]\n", "service: {newcomers_per_hour: {least: 10, most: 10}}\nskills: [citizen, pick-up]\n", "service: {newcomers_per_hour: {least: 10, most: 9}}\nskills: [citizen, pick-up]\n"},
	{"a grid that divides the hour", "grid_minutes: 5\n", "grid_minutes: 30\n", "grid_minutes: 35\n"},
	{"a name of twenty letters", "- id: toilet\n", "- id: toilet-and-so-forth1\n", "- id: toilet-and-so-forth12\n"},
	{"an amount of five digits", `amount: 37.00`, `amount: 99999.99`, `amount: 100000.00`},
	{"an amount in a line", `amount: 37.00`, `amount: "37,00 €"`, `amount: "37,000"`},
}

// A value at its limit is taken, and the next one is not.
func TestAValueAtItsLimitIsTaken(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := inEnglish(string(small))
	for _, tt := range atLimits {
		if !strings.Contains(file, tt.old) {
			t.Fatalf("%s: the small office has no %q", tt.title, tt.old)
		}
		if _, err := Parse("small.yaml", []byte(strings.Replace(file, tt.old, tt.in, 1))); err != nil {
			t.Errorf("%s: %q is refused: %v", tt.title, tt.in, err)
		}
		if _, err := Parse("small.yaml", []byte(strings.Replace(file, tt.old, tt.beyond, 1))); err == nil {
			t.Errorf("%s: %q is taken", tt.title, tt.beyond)
		}
	}
}

// numbersIn lists the numbers of a section, with their bounds.
func numbersIn(of reflect.Type, each func(at, least, most string)) {
	for i := range of.NumField() {
		f := of.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("key"), ",")
		if f.Type == reflect.TypeFor[number]() {
			each(key+": %s", f.Tag.Get("min"), f.Tag.Get("max"))
		}
	}
}

// Every number of the sections, one that comes tomorrow too, is taken from the least
// to the most, and not beyond.
func TestEveryNumberHasItsBounds(t *testing.T) {
	t.Parallel()
	tried := 0
	numbersIn(reflect.TypeFor[service](), func(at, least, most string) {
		low, _ := strconv.Atoi(least)
		high, _ := strconv.Atoi(most)
		for n, taken := range map[int]bool{low - 1: false, low: true, high: true, high + 1: false} {
			tried++
			_, err := serving(t, "service: {"+fmt.Sprintf(at, strconv.Itoa(n))+"}")
			if (err == nil) != taken {
				t.Errorf(at+": %v", strconv.Itoa(n), err)
			}
		}
	})
	if tried < 20 {
		t.Errorf("only %d numbers were tried", tried)
	}
}

// What a service section says is changed, and all that it leaves out stays as
// usual.
func TestAServiceSectionChangesWhatItSays(t *testing.T) {
	t.Parallel()
	plain, err := serving(t, "")
	if err != nil {
		t.Fatal(err)
	}
	for section, change := range map[string]func(*booking.Policy){
		"reminder_hour: 16":                    func(p *booking.Policy) { p.Reminder = 16 * 60 },
		"day_post_hour: 6":                     func(p *booking.Policy) { p.DayPost.At = 6 * 60 },
		"day_post_names: true":                 func(p *booking.Policy) { p.DayPost.Names = true },
		"arrivals_recorded: true":              func(p *booking.Policy) { p.ArrivalsRecorded = true },
		"ask_rating: true":                     func(p *booking.Policy) { p.Rating = true },
		"offer_hours: 09:00-10:00":             func(p *booking.Policy) { p.Offer.Hours = booking.Hours{From: 9 * 60, To: 10 * 60} },
		"late_minutes: {from: 20, change: 20}": func(p *booking.Policy) { p.Late.From, p.Late.Change = 20*time.Minute, 20*time.Minute },
		"release_minutes: {least: 1, most: 2}": func(p *booking.Policy) { p.Release.Least, p.Release.Most = time.Minute, 2*time.Minute },
	} {
		o, err := serving(t, "service: {"+section+"}")
		if err != nil {
			t.Errorf("%s: %v", section, err)
			continue
		}
		want := plain.Policy
		change(&want)
		if diff := cmp.Diff(want, o.Policy); diff != "" {
			t.Errorf("%s (-want +got):\n%s", section, diff)
		}
	}
}

// Extra hours are on their day, at their desks, and for those they are for.
func TestExtraHoursAreOnTheirDay(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	o, err := Parse("small.yaml", []byte(strings.Replace(string(small), "closures:\n", "extra_hours:\n  - day: 2026-12-05\n    hours: [09:00-12:00]\n    desks: [desk-1]\n    internal: true\n\nclosures:\n", 1)))
	if err != nil {
		t.Fatal(err)
	}
	want := []booking.ExtraHours{{
		Day:   booking.Date{Year: 2026, Month: time.December, Day: 5},
		Shift: booking.Shift{From: 9 * 60, To: 12 * 60, Desks: []booking.DeskID{"desk-1"}, Internal: true},
	}}
	if diff := cmp.Diff(want, o.Calendar.Extra); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Each reason for which an appointment would not be served is said.
func TestEachReasonIsSaid(t *testing.T) {
	t.Parallel()
	a := booking.Appointment{Office: "small", Number: "K7M4QX", Desk: "desk-1"}
	o := &booking.Office{Lang: "en", Calendar: booking.Calendar{Zone: time.UTC}}
	for want, c := range map[string]booking.Changes{
		"these files have no such office":            {GivenUp: true, Closed: true},
		"closed (Wartung)":                           {Closed: true, Reason: booking.Text{"en": "Wartung"}},
		"desk desk-1 is gone":                        {Closed: true},
		"concern pass is gone; concern card is gone": {Dropped: []booking.Item{{Concern: "pass"}, {Concern: "card"}}},
	} {
		if !c.Closed && len(c.Dropped) > 0 {
			c.Reason = booking.Text{"en": "Wartung"} // of nothing that is closed
		}
		if got := Hit(o, a, c); strings.Contains(got, "Wartung") && !c.Closed || !strings.Contains(got, want) || !strings.Contains(got, "K7M 4QX") {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}

// The office keeps the holidays of its state, and of no other.
func TestAnOfficeKeepsTheHolidaysOfItsState(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	epiphany := booking.Date{Year: 2027, Month: time.January, Day: 6}
	saints := booking.Date{Year: 2027, Month: time.November, Day: 1}
	for state, want := range map[string][2]bool{"NW": {false, true}, "BY": {true, true}, "ST": {true, false}, "HH": {false, false}} {
		o, err := Parse("small.yaml", []byte(strings.Replace(string(small), "state: NW", "state: "+state, 1)))
		if err != nil {
			t.Fatal(err)
		}
		for i, day := range []booking.Date{epiphany, saints} {
			if got := len(o.Calendar.Shifts(day)) == 0; got != want[i] {
				t.Errorf("%s: closed on %v: %v, want %v", state, day, got, want[i])
			}
		}
	}
}
