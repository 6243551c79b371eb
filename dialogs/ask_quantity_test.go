package dialogs_test

import (
	"slices"
	"strconv"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// asking is the sample, whose office wants to know of everybody how many
// identity cards it is.
func asking() booking.Town {
	town := office.Sample()
	o := *town.Offices[0]
	o.Concerns = slices.Clone(o.Concerns)
	for i := range o.Concerns {
		o.Concerns[i].AskQuantity = o.Concerns[i].ID == "id-card"
	}
	return booking.Town{Offices: []*booking.Office{&o}}
}

func TestTheQuantityIsAskedWhereTheOfficeWantsToKnow(t *testing.T) {
	t.Parallel()
	if v := arrive(t, office.Sample()).say(t, "Personalausweis"); v.step != "when" {
		t.Errorf("where nobody wants to know, %s is asked", v.step)
	}
	v := arrive(t, asking()).say(t, "Personalausweis")
	if v.step != "quantity" {
		t.Fatalf("%s is asked", v.step)
	}
	if v = v.say(t, "zwei"); v.step != "when" || v.state.Draft.Wishes[0].Quantity != 2 {
		t.Errorf("after the answer: %s, %v", v.step, v.state.Draft.Wishes)
	}
	if v := arrive(t, asking()).say(t, "2 Personalausweise"); v.step != "when" {
		t.Errorf("who said it is asked %s", v.step)
	}
}

// A number of cases for which nobody has the time, or that is too many at once, is said
// to be so and not kept.
func TestACountThatIsRefusedIsNotKept(t *testing.T) {
	t.Parallel()
	town := asking()
	o := town.Offices[0]
	i := slices.IndexFunc(o.Concerns, func(c booking.Concern) bool { return c.ID == "id-card" })
	o.Concerns[i].MaxQuantity, o.Policy.Longest = 4, o.Concerns[i].Takes(3)
	for n, refused := range map[int]string{3: "", 4: "refused.too_long", 5: "refused.quantity"} {
		v := arrive(t, town).say(t, "Personalausweis")
		before := v.state.Draft.Wishes[0].Quantity
		got := v.say(t, strconv.Itoa(n))
		want := before
		if refused == "" {
			want = n
		}
		if got.state.Draft.Wishes[0].Quantity != want || refused != "" && !got.remarked(refused) {
			t.Errorf("%d cases: %v with %v at %s", n, got.state.Draft.Wishes, got.remarks, got.step)
		}
		twice := arrive(t, town).say(t, "2 Personalausweise", "doch "+strconv.Itoa(n)+" Personalausweise")
		if refused == "refused.quantity" { // the number is asked for again
			if twice.step != "quantity" {
				t.Errorf("%d cases in place of two: at %s", n, twice.step)
			}
			twice = twice.say(t, "zurück")
		}
		if refused != "" && twice.state.Draft.Wishes[0].Quantity != 2 {
			t.Errorf("%d cases in place of two: %v with %v", n, twice.state.Draft.Wishes, twice.remarks)
		}
	}
}

func TestWhoGoesBackFromChangingANumberKeepsIt(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "2 Führungszeugnisse", "1", "Jens Vogt", "jens@vogt.de")
	if v.step != "review" || v.state.Draft.Wishes[0].Quantity != 2 {
		t.Fatalf("at %s with %v", v.step, v.state.Draft.Wishes)
	}
	asked := v.tap(t, "change:number")
	if kept := asked.tap(t, "back"); asked.step != "quantity" || kept.step != "review" || kept.state.Draft.Wishes[0].Quantity != 2 {
		t.Errorf("from %s back to %s with %v", asked.step, kept.step, kept.state.Draft.Wishes)
	}
	if other := asked.say(t, "3"); other.step != "review" || other.state.Draft.Wishes[0].Quantity != 3 {
		t.Errorf("changed: at %s with %v", other.step, other.state.Draft.Wishes)
	}
	three := v.tap(t, "change:persons").say(t, "3")
	asked = three.tap(t, "change:persons")
	if kept := asked.tap(t, "back"); asked.step != "persons" || kept.step != "review" || kept.state.Draft.Persons != 3 {
		t.Errorf("from %s back to %s with %d people", asked.step, kept.step, kept.state.Draft.Persons)
	}
}

func TestWhatWasCancelledByMistakeKeepsItsName(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1", "Jens Vogt", "jens@vogt.de", "ja", "Termin absagen")
	for range 3 {
		if v.step != "cancel" {
			v = v.tap(t, "cancel")
		}
	}
	v = v.tap(t, "yes").say(t, "Die Absage war ein Fehler")
	if v.step != "review" || v.state.Draft.Name != "Jens Vogt" || v.state.Draft.Mail != "jens@vogt.de" {
		t.Errorf("at %s with %q, %q: %v", v.step, v.state.Draft.Name, v.state.Draft.Mail, v.remarks)
	}
}
