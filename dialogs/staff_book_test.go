package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// A line for another caller, typed in the middle of a booking, goes into no booking but
// its own: it waits until the one under way is given up.
func TestLinesOfTwoCallersDoNotMix(t *testing.T) {
	t.Parallel()
	first := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, "neu 2 perso 8.12. 10:00 Schmidt 0171 2345678")
	if first.state.Draft.Name != "Schmidt" || len(first.state.Draft.Wishes) != 1 {
		t.Fatalf("the first line was not taken: %+v", first.state.Draft)
	}
	asked := first.say(t, "neu reisepass frau yilmaz 9.12. 11:00 tel 02389 1234")
	if d := asked.state.Draft; asked.step != "resume" || d.Name != "Schmidt" || len(d.Wishes) != 1 {
		t.Fatalf("in %s with %+v:\n%s", asked.step, d, asked.seen("de"))
	}
	for _, goOn := range []string{"1", "ja", "weiter"} {
		if d := asked.say(t, goOn).state.Draft; d.Name != "Schmidt" || d.Phone != "01712345678" || d.Wishes[0].Concern != "id-card" {
			t.Errorf("%q does not go on with the first: %+v", goOn, d)
		}
	}
	for way, v := range map[string]visitor{"chosen": asked.say(t, "2"), "tapped": asked.tap(t, "over"), "named": asked.say(t, "Neu anfangen")} {
		d := v.state.Draft
		if d.Name != "Yilmaz" || d.Phone != "023891234" || len(d.Wishes) != 1 || d.Wishes[0].Concern != "passport" {
			t.Errorf("%s: the second line is not taken: %+v\n%s", way, d, v.seen("de"))
		}
	}
}

// A clerk books from the plan of a day, or from what is free on it, as long as it is not
// over; a viewer does not.
func TestADayThatIsOverIsNotBookedOn(t *testing.T) {
	t.Parallel()
	for role, may := range map[booking.Role]bool{booking.Viewer: false, booking.Clerk: true} {
		v := arriveAsClerk(t, office.Sample(), role)
		for _, look := range []string{"", "frei "} {
			for day, ahead := range map[string]bool{"20.11.2026": false, "22.11.2026": false, "heute": true, "24.11.": true} {
				seen := v.say(t, look+day)
				if look != "" && day[0] == '2' && !ahead {
					seen = v.say(t, "frei heute").tap(t, "free:2026-11-"+day[:2])
				}
				if got := seen.offers("new:on"); got != (may && ahead) {
					t.Errorf("%s: %q offers to book: %v at %s", role, look+day, got, seen.step)
				}
			}
		}
	}
}

// What a clerk types before a number is no part of the name, and a weekday in two
// letters is a day before a time.
func TestAClerksLineIsReadInShort(t *testing.T) {
	t.Parallel()
	for line, name := range map[string]string{
		"neu reisepass yilmaz do 10 uhr tel 02389 1234":              "Yilmaz",
		"neu reisepass ali kaya mobil 0171/998877 fr 9:30":           "Ali Kaya",
		"neu reisepass erika beispiel rückrufnr 0171998877 mi 9 uhr": "Erika Beispiel",
	} {
		d := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, line).state.Draft
		if d.Name != name || d.Phone == "" || d.Start.IsZero() {
			t.Errorf("%q: %q, %q, at %s", line, d.Name, d.Phone, d.Start)
		}
	}
}
