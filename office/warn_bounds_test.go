package office

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// daysAway is a day of the calendar, counted from the one on which the small office is
// checked.
func daysAway(n int) string { return booking.DateOf(checked, time.UTC).Add(n).String() }

// aboveCategories puts lines into the small office.
func aboveCategories(lines string) []string {
	return []string{"categories:\n", lines + "\ncategories:\n"}
}

// atWarnings is the small office with a change in which a % stands, what goes unsaid in its place, what
// does not, and what is said then.
var atWarnings = []struct {
	title       string
	change      []string
	usual, slip string
	want        string
}{
	{"a past closure", closureOn("day: %"), daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"the end of a past closure", closureOn("day: 2025-12-01\nuntil: %"), daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"extra hours ahead", aboveCategories("extra_hours: [{day: %, hours: ['08:00-10:00']}]"), daysAway(732), daysAway(733), "ist noch weit weg"},
	{"past extra hours", aboveCategories("extra_hours: [{day: %, hours: ['08:00-10:00']}]"), daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"walk-in days from a day", aboveCategories("walk_in_days: [{days: [monday], from: %}]"), daysAway(732), daysAway(733), "ist noch weit weg"},
	{"walk-in days until a day", aboveCategories("walk_in_days: [{days: [monday], until: %}]"), daysAway(732), daysAway(733), "ist noch weit weg"},
	{"a shift until a past day", []string{"[16:00-17:00]\n", "[16:00-17:00]\n    until: %\n"}, daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"a shift until a day", []string{"[16:00-17:00]\n", "[16:00-17:00]\n    until: %\n"}, daysAway(732), daysAway(733), "ist noch weit weg"},
	{"a shift from a day", []string{"[16:00-17:00]\n", "[16:00-17:00]\n    from: %\n"}, daysAway(732), daysAway(733), "ist noch weit weg"},
	{"a concern until a past day", []string{"- id: move\n", "- id: move\n    until: %\n"}, daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"a document until a past day", []string{"- id: photo\n", "- id: photo\n    until: %\n"}, daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"a form until a past day", []string{"- id: consent\n", "- id: consent\n    until: %\n"}, daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"minutes until a past day", []string{"{first: 10}", "{first: 10, periods: [{until: %, first: 20}]}"}, daysAway(-183), daysAway(-184), "ist lange vorbei"},
	{"the first fee", fees("[{valid_from: %, rates: [{amount: 70}]}]"), daysAway(0), daysAway(1), "wird keine Gebühr gezeigt"},
	{"an old fee", fees("[{valid_from: %, rates: [{amount: 70}]}]"), daysAway(-20 * 366), daysAway(-20*366 - 1), "ist lange vorbei"},
	{"a replaced fee", fees("[{valid_from: 2020-01-01, rates: [{amount: 70}]}, {valid_from: %, rates: [{amount: 75}]}]"), daysAway(-366), daysAway(-367), "abgelöst"},
	{"the next fee", fees("[{valid_from: 2020-01-01, rates: [{amount: 70}]}, {valid_from: %, rates: [{amount: 75}]}]"), daysAway(732), daysAway(733), "ist noch weit weg"},
	{"a fee that ends with its concern", []string{"[{valid_from: 2020-01-01, rates: [{amount: 70.00}]}]", "[{valid_from: 2020-01-01, until: 2027-01-31, rates: [{amount: 70.00}]}]\n    until: %"}, "2027-01-31", "2027-02-01", "keine Gebühr"},
	{"a high fee", fees("[{valid_from: 2020-01-01, rates: [{amount: %}]}]"), "500.00", "500.01", "500 € ist eine hohe Gebühr"},
	{"a price beside an extra", fees("[{valid_from: 2020-01-01, rates: [{amount: 70}, {amount: 6, extra: %}]}]"), "true", "false", "zwei Preise haben keinen Namen"},
	{"a short phone number", []string{"02389 12-345", "%"}, "02389 1", "0238 1", "zu wenige oder zu viele"},
	{"a long phone number", []string{"02389 12-345", "%"}, "02389 12-345 67 89 0", "02389 12-345 67 89 01", "zu wenige oder zu viele"},
	{"a phone that counts up", []string{"02389 12-345", "%"}, "01234 57", "01234 56", "Platzhalter"},
	{"a long label", []string{"de: Abholschalter", "de: %"}, strings.Repeat("Ö", 60), strings.Repeat("Ö", 61), "Buchstaben; ein Knopf"},
	{"a full page", []string{"  - id: move\n", "%  - id: move\n"}, manyConcerns(26), manyConcerns(27), "stehen 31 Anliegen"},
	{"names in two categories", []string{"de: %", "de: Ummelden"}, "Ausweis abholen", "Vorläufiger Reisepass", "heißt wie"},
	{"a closure after another", closureOn("day: %"), "2027-01-01", "2026-12-31", "einen Teil"},
	{"a closure before another", closureOn("day: 2026-12-21\nuntil: %"), "2026-12-23", "2026-12-24", "einen Teil"},
	{"hours of closures", append(closureOn("day: 2027-01-04\nhours: [08:00-10:00]"), closureOn("day: 2027-01-04\nhours: [%]")...), "10:00-12:00", "09:55-12:00", "einen Teil"},
	{"desks of closures", append(closureOn("day: 2027-01-05\ndesk: desk-1"), closureOn("day: 2027-01-05\ndesk: %")...), "pick-up", "desk-1", "dieselbe Schließung"},
	{"a desk's closure and the office's", append(closureOn("day: 2027-01-05\ndesk: desk-1"), closureOn("day: 2027-01-05%")...), "\n    desk: desk-1", "", "einen Teil"},
	{"a closure shorter than another", append(closureOn("day: 2027-01-04\nhours: [08:00-10:00]"), closureOn("day: 2027-01-04\nhours: [%]")...), "08:00-10:00", "08:00-09:55", "einen Teil"},
	{"a closure longer than another", append(closureOn("day: 2027-01-04\nhours: [08:00-10:00]"), closureOn("day: 2027-01-04\nhours: [%]")...), "08:00-10:00", "08:00-10:05", "einen Teil"},
	{"closures of two desks", append(closureOn("day: 2027-01-05\ndesk: desk-1"), closureOn("day: 2027-01-05\nuntil: 2027-01-06\ndesk: %")...), "pick-up", "desk-1", "einen Teil"},
	{"a closure of a whole weekend", closureOn("day: 2027-01-02\nuntil: %"), "2027-01-03", "2027-01-02", "ohnehin niemand"},
	{"a closed Saturday", append(closureOn("day: 2027-01-02"), aboveCategories("extra_hours: [{day: %, hours: ['08:00-10:00'], desks: [desk-1]}]")...), "2027-01-02", "2027-01-09", "ohnehin niemand"},
	{"extra hours after a closure", aboveCategories("extra_hours: [{day: %, hours: ['08:00-10:00']}]"), "2027-01-01", "2026-12-31", "ist das Amt geschlossen"},
	{"extra hours before a closure", aboveCategories("extra_hours: [{day: %, hours: ['08:00-10:00']}]"), "2026-12-23", "2026-12-24", "ist das Amt geschlossen"},
	{"extra hours longer than a closure", append(closureOn("day: 2027-01-04\nhours: [08:00-12:00]"), aboveCategories("extra_hours: [{day: 2027-01-04, hours: ['%']}]")...), "08:00-12:05", "08:00-12:00", "ist das Amt geschlossen"},
	{"extra hours while one desk is closed", append(closureOn("day: 2027-01-04%"), aboveCategories("extra_hours: [{day: 2027-01-04, hours: ['08:00-12:00']}]")...), "\n    desk: pick-up", "", "ist das Amt geschlossen"},
	{"extra hours after others", aboveCategories("extra_hours: [{day: 2027-01-04, hours: ['08:00-10:00']}, {day: 2027-01-04, hours: ['%']}]"), "10:00-11:00", "09:55-11:00", "gibt zu dieser Zeit schon"},
	{"extra hours on two days", aboveCategories("extra_hours: [{day: 2027-01-04, hours: ['08:00-10:00']}, {day: %, hours: ['08:00-10:00']}]"), "2027-01-05", "2027-01-04", "gibt zu dieser Zeit schon"},
	{"extra hours of two desks", aboveCategories("extra_hours: [{day: 2027-01-04, hours: ['08:00-10:00'], desks: [desk-1]}, {day: 2027-01-04, hours: ['08:00-10:00'], desks: [%]}]"), "pick-up", "pick-up, desk-1", "gibt zu dieser Zeit schon"},
	{"a desk open before the office", []string{"tuesday: [09:00-11:00]", "tuesday: [%]"}, "08:00-11:00", "07:55-11:00", "das Amt von 08:00 bis 12:00"},
	{"a desk open after the office", []string{"tuesday: [09:00-11:00]", "tuesday: [%]"}, "09:00-12:00", "09:00-12:05", "das Amt von 08:00 bis 12:00"},
	{"a shift after its desk", []string{"    hours: [14:00-16:00]\n    desks: [desk-1]", "    hours: [%]\n    desks: [pick-up]", "[08:00-12:00]\n", "[08:00-10:00]\n"}, "10:55-13:00", "11:00-13:00", "ist von 11:00 bis 13:00 da"},
}

// What is said of a slip is said from its bound on, and of nothing before.
func TestASlipIsWarnedOfFromItsBoundOn(t *testing.T) {
	t.Parallel()
	for _, tt := range atWarnings {
		with := func(value string) []string {
			change := slices.Clone(tt.change)
			for i := range change {
				change[i] = strings.Replace(change[i], "%", value, 1)
			}
			return warned(t, small(t, change...))
		}
		if got := with(tt.usual); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, tt.want) }) {
			t.Errorf("%s: %q is warned of: %q", tt.title, tt.usual, got)
		}
		if got := with(tt.slip); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, tt.want) }) {
			t.Errorf("%s: %q is not warned of, only of %q", tt.title, tt.slip, got)
		}
	}
}
