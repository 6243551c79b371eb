package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// offering is a view with these choices.
func offering(ids ...string) View {
	var g Group
	for _, id := range ids {
		g.Choices = append(g.Choices, Choice{ID: id})
	}
	return View{Groups: []Group{g}}
}

// Of what a word may stand for, the first that is offered is meant, and nothing that
// is not.
func TestAWordStandsForTheFirstOfItsChoicesThatIsOffered(t *testing.T) {
	t.Parallel()
	for intent, inOrder := range map[understand.Intent][]string{
		understand.Next:       {nextChoice, yesChoice, continueChoice, sameChoice, noMailChoice, laterChoice},
		understand.Yes:        {yesChoice, nextChoice, laterChoice, sameChoice},
		understand.Same:       {sameChoice},
		understand.Book:       {yesChoice, laterChoice},
		understand.No:         {noChoice, noMailChoice, noNumberChoice, otherTimesChoice, pickDayChoice, otherConcernChoice},
		understand.Enough:     {nextChoice, noMailChoice, yesChoice},
		understand.More:       {moreChoice, otherTimesChoice, pickDayChoice},
		understand.OtherTimes: {otherTimesChoice, moreChoice, pickDayChoice, changeTimeChoice},
		understand.Restore:    {noChoice},
		understand.PickDay:    {pickDayChoice, moreChoice, changeTimeChoice},
		understand.Move:       {moveChoice},
		understand.CallOff:    {cancelChoice},
		understand.Cancel:     {cancelChoice, noChoice, homeChoice},
		understand.Soonest:    {dayPrefix + "2026-11-24"},
		understand.Remove:     {},
	} {
		everything := []string{
			nextChoice, yesChoice, continueChoice, noMailChoice, laterChoice, sameChoice, noChoice, noNumberChoice, otherTimesChoice, pickDayChoice,
			otherConcernChoice, moreChoice, changeTimeChoice, moveChoice, cancelChoice, homeChoice, backChoice, "day:2026-11-24", "odd",
		}
		for _, want := range append(inOrder, "") {
			got, ok := intentChoice(offering(everything...), intent)
			if got != want || ok != (want != "") {
				t.Errorf("%s stands for %q of %v, want %q", intent, got, everything, want)
			}
			everything = slices.DeleteFunc(everything, func(id string) bool { return id == want })
		}
	}
}

// Some words mean the same wherever they are said.
func TestSomeWordsMeanTheSameEverywhere(t *testing.T) {
	t.Parallel()
	for intent, want := range map[understand.Intent]string{
		understand.Back: backChoice, understand.Home: homeChoice, understand.Start: homeChoice, understand.Appointments: appointmentsChoice,
		understand.Help: helpChoice, understand.Language: languageChoice, understand.Here: hereChoice, understand.Data: dataChoice,
		understand.Hello: helloChoice, understand.Thanks: thanksChoice, understand.Waiting: waitingChoice, understand.Erase: eraseChoice,
		understand.About: aboutChoice, understand.Attach: attachChoice, understand.Person: personChoice,
	} {
		if got, ok := intentChoice(View{}, intent); got != want || !ok {
			t.Errorf("%s stands for %q, want %q", intent, got, want)
		}
	}
	for intent, want := range map[understand.Intent]string{
		understand.Move: ownPrefix + moveChoice, understand.CallOff: ownPrefix + cancelChoice, understand.Late: ownPrefix + lateChoice,
		understand.Coming: ownPrefix + comingChoice,
	} {
		if got, ok := ownChoice(intent); got != want || !ok {
			t.Errorf("%s of one's own stands for %q, want %q", intent, got, want)
		}
	}
	if got, ok := ownChoice(understand.Yes); ok {
		t.Errorf("yes stands for %q of one's own", got)
	}
}

// What takes something away needs a yes: "weiter", "termin" and "das wars" are none.
func TestNothingButYesIsAYesWhereSomethingIsTakenAway(t *testing.T) {
	t.Parallel()
	v := offering(yesChoice, noChoice)
	v.Grave = true
	for _, intent := range []understand.Intent{understand.Next, understand.Book, understand.Enough} {
		if got, ok := intentChoice(v, intent); ok {
			t.Errorf("%s stands for %q", intent, got)
		}
	}
	if got, _ := intentChoice(v, understand.Yes); got != yesChoice {
		t.Errorf("yes stands for %q", got)
	}
}

// A number is a place in what has numbers, list after list.
func TestAPlaceIsCountedThroughTheNumberedLists(t *testing.T) {
	t.Parallel()
	v := View{Groups: []Group{
		{Choices: []Choice{{ID: "plain"}}}, list(Choice{ID: "a"}, Choice{ID: "b"}), {Numbered: true}, list(Choice{ID: "c"}), {Choices: []Choice{{ID: "last"}}},
	}}
	for n, want := range map[int]string{-1: "", 0: "", 1: "a", 2: "b", 3: "c", 4: ""} {
		if got, ok := v.nth(n); got.ID != want || ok != (want != "") {
			t.Errorf("the %d. is %q, want %q", n, got.ID, want)
		}
	}
	if got, ok := v.lastListed(); got.ID != "b" || !ok || v.numbered() != 3 {
		t.Errorf("of %d the last listed is %q", v.numbered(), got.ID)
	}
	if got, ok := (View{Groups: []Group{{Numbered: true}, {Choices: []Choice{{ID: "x"}}}}}).lastListed(); ok {
		t.Errorf("the last of nothing is %q", got.ID)
	}
	for want, ids := range map[string][]string{
		"time:2": {"x", "time:2", "time:3"}, "day:2026-11-24": {"day:2026-11-24", "time:1"}, "wd:any": {"wd:1", "wd:any"}, "wh:any": {"wh:am", "wh:any"}, "": {"wd:1", "wh:am", "x"},
	} {
		if got, ok := offering(ids...).soonest(); got != want || ok != (want != "") {
			t.Errorf("the soonest of %v is %q", ids, got)
		}
	}
}

// What a choice carries is read whole or not at all.
func TestWhatAChoiceCarriesIsReadWhole(t *testing.T) {
	t.Parallel()
	if at, ok := timeOf("time:1795507200"); !ok || !at.Equal(time.Unix(1795507200, 0)) {
		t.Errorf("a time is %v, %v", at, ok)
	}
	if day, ok := dayOf("day:2026-11-24"); !ok || day != november(24) {
		t.Errorf("a day is %v, %v", day, ok)
	}
	if n, ok := numbered("case:7", entryPrefix); !ok || n != 7 {
		t.Errorf("an entry is %v, %v", n, ok)
	}
	if n, ok := chosenNumber("n:3"); !ok || n != 3 {
		t.Errorf("a number is %v, %v", n, ok)
	}
	for _, odd := range []string{"", "7", "time:", "day:", "case:", "n:", "time:x", "day:x", "case:x", "n:x", "day:2026-02-30", "x:7"} {
		_, time := timeOf(odd)
		_, day := dayOf(odd)
		_, entry := numbered(odd, entryPrefix)
		if _, number := chosenNumber(odd); time || day || entry || number {
			t.Errorf("%q is a time %v, a day %v, an entry %v, a number %v", odd, time, day, entry, number)
		}
	}
}

// A link to an office names what is wanted there.
func TestALinkToAnOfficeIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	for _, rest := range []string{"", "concern_id-card", "category_identity"} {
		if office, got, ok := cutPlace(PlaceLink("unna", rest)); office != "unna" || got != rest || !ok {
			t.Errorf("%q: %q, %q, %v", PlaceLink("unna", rest), office, got, ok)
		}
	}
	if _, _, ok := cutPlace("concern_id-card"); ok {
		t.Error("a link to a concern is one to an office")
	}
}

// The words for all that is asked: of a few choices, a yes or no, what somebody comes for.
func TestWhatAStepAsksForIsKnown(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		step step
		view View
		want understand.Expect
	}{
		"concern": {concernStep{}, View{}, understand.ExpectMore}, "quantity": {quantityStep{}, View{}, understand.ExpectQuantity},
		"persons": {personsStep{}, View{}, understand.ExpectPersons}, "office": {officeStep{}, View{}, understand.ExpectOffice},
		"when": {whenStep{}, View{}, understand.ExpectWhen}, "day": {dayStep{}, View{}, understand.ExpectWhen}, "time": {timeStep{}, View{}, understand.ExpectWhen},
		"waitDays": {waitDaysStep{}, View{}, understand.ExpectWhen}, "waitHours": {waitHoursStep{}, View{}, understand.ExpectWhen},
		"waitUntil": {waitUntilStep{}, View{}, understand.ExpectSpan}, "name": {nameStep{}, View{}, understand.ExpectName},
		"mail": {mailStep{}, View{}, understand.ExpectMail}, "callersMail": {staffMailStep{}, View{}, understand.ExpectMail},
		"callersNumber": {staffPhoneStep{}, View{}, understand.ExpectPhone}, "review": {reviewStep{}, offering(yesChoice), understand.ExpectReview},
		"callersReview": {staffReviewStep{}, offering(yesChoice, noChoice), understand.ExpectReview},
		"number":        {numberStep{}, View{}, understand.ExpectCode}, "code": {codeStep{}, View{}, understand.ExpectCode},
		"category": {categoryStep{}, View{}, understand.ExpectWish}, "menu": {staffMenuStep{}, View{}, understand.ExpectWish},
		"cancel": {cancelStep{}, offering(yesChoice, noChoice), understand.ExpectYesNo}, "only yes": {waitReviewStep{}, offering(yesChoice), understand.ExpectYesNo},
		"onward": {bringStep{}, offering(nextChoice), understand.ExpectYesNo}, "later": {bookedStep{}, offering(laterChoice), understand.ExpectYesNo},
		"a name in doubt":     {nameStep{}, View{Typing: true, Groups: offering(yesChoice, noChoice).Groups}, understand.ExpectYesNo},
		"one concern asked":   {whichStep{}, View{Groups: []Group{list(Choice{ID: "a"}, Choice{ID: otherConcernChoice})}}, understand.ExpectYesNo},
		"two concerns asked":  {whichStep{}, View{Groups: []Group{list(Choice{ID: "a"}, Choice{ID: "b"}, Choice{ID: otherConcernChoice})}}, understand.ExpectWish},
		"no is not yes or no": {eraseStep{}, offering(noChoice), understand.ExpectWish},
	} {
		if got := expected(tt.step, tt.view); got != tt.want {
			t.Errorf("%s asks for %v, want %v", name, got, tt.want)
		}
	}
}

// What was found for one need is as much as others want, each by itself.
func TestWhatWasFoundCoversWhatIsNeeded(t *testing.T) {
	t.Parallel()
	each := []Need{
		{Appointments: true},
		{Waiting: true},
		{Contact: true},
		{Reach: true},
		{Notice: 7},
		{Line: "a"},
		{Offices: []booking.OfficeID{"a"}, From: november(23), To: november(23)},
		{Staff: StaffNeed{Audit: true}},
	}
	for i, n := range each {
		if n.Empty() || !n.Covers(n) || !n.Covers(Need{Staff: n.Staff}) || (Need{}).Covers(n) {
			t.Errorf("%+v: empty %v, covered by itself %v, by nothing %v", n, n.Empty(), n.Covers(n), (Need{}).Covers(n))
		}
		for j, o := range each {
			if i != j && n.Covers(o) {
				t.Errorf("%+v covers %+v", n, o)
			}
		}
	}
	if !(Need{}).Empty() || !(Need{Notice: 7}).Covers(Need{}) || (Need{Notice: 7}).Covers(Need{Notice: 8}) || (Need{Line: "a"}).Covers(Need{Line: "b"}) {
		t.Error("nothing is something, or one is another")
	}
	both := Need{Offices: []booking.OfficeID{"a"}, From: november(24), To: november(25), Contact: true}.and(Need{Offices: []booking.OfficeID{"a", "b"}, From: november(23), To: november(26), Appointments: true})
	if !slices.Equal(both.Offices, []booking.OfficeID{"a", "b"}) || both.From != november(23) || both.To != november(26) || !both.Appointments || !both.Contact {
		t.Errorf("both are %+v", both)
	}
	one := Need{Offices: []booking.OfficeID{"a"}, From: november(23), To: november(26)}.and(Need{})
	if one.From != november(23) || one.To != november(26) || one.Appointments || one.Contact {
		t.Errorf("one and nothing are %+v", one)
	}
}
