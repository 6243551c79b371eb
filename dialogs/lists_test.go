package dialogs

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// townOf is so many offices like the sample's, in one town.
func townOf(many int) booking.Town {
	base := at(citizenFlow{}, noScreen, "").facts.Town.Offices[0]
	var all []*booking.Office
	for i := range many {
		o := *base
		o.ID = booking.OfficeID(fmt.Sprintf("o%02d", i))
		all = append(all, &o)
	}
	return booking.NewTown(all...)
}

// Offices are listed eight at a time, with ways to those before and behind.
func TestOfficesAreListedPageByPage(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		many, from int
		named      []booking.OfficeID
		listed     int
		first      booking.OfficeID
		turns      []string
	}{
		"two":              {2, 0, nil, 2, "o00", nil},
		"eight":            {8, 0, nil, 8, "o00", nil},
		"nine":             {9, 0, nil, 8, "o00", []string{"offices:8"}},
		"the ninth":        {9, 8, nil, 1, "o08", []string{"offices:0"}},
		"in the middle":    {20, 8, nil, 8, "o08", []string{"offices:0", "offices:16"}},
		"sixteen, behind":  {16, 8, nil, 8, "o08", []string{"offices:0"}},
		"odd beginning":    {20, 3, nil, 8, "o03", []string{"offices:0", "offices:11"}},
		"behind the last":  {9, 9, nil, 8, "o00", []string{"offices:1"}},
		"before the first": {9, -1, nil, 8, "o00", []string{"offices:7"}},
		"named":            {9, 0, []booking.OfficeID{"o03", "o05", "odd"}, 2, "o03", []string{otherOffices}},
		"named, gone":      {9, 0, []booking.OfficeID{"odd"}, 8, "o00", []string{"offices:8", otherOffices}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Town = townOf(tt.many)
		talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, OfficesFrom: tt.from, Offices: tt.named}
		some, of := talk.listedOffices()
		var turns []string
		for _, c := range talk.turnsOfOffices(of) {
			turns = append(turns, c.ID)
		}
		if len(some) != tt.listed || some[0] != tt.first || !slices.Equal(turns, tt.turns) {
			t.Errorf("%s: %v and %v, want %d from %s and %v", name, some, turns, tt.listed, tt.first, tt.turns)
		}
	}
}

// Appointments are listed twenty at a time, and behind the last page comes the first.
func TestAppointmentsAreListedPageByPage(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		many, page   int
		listed, from int
		more         bool
	}{
		"none": {0, 0, 0, 0, false}, "one": {1, 0, 1, 1, false}, "twenty": {20, 0, 20, 1, false}, "twenty-one": {21, 0, 20, 1, true}, "the second page": {21, 1, 1, 21, true},
		"behind the last": {21, 2, 20, 1, true}, "forty": {40, 1, 20, 21, true}, "twenty, turned": {20, 3, 20, 1, false}, "forty-five": {45, 5, 5, 41, true},
	} {
		talk := at(staffFlow{}, staffDayScreen, booking.Clerk)
		talk.Work.Page = tt.page
		var all []Entry
		for i := range tt.many {
			all = append(all, onDay(talk.workOffice(), booking.AppointmentID(i+1), november(23), booking.Confirmed, WasTold))
		}
		ids := idsOf(View{Groups: talk.entryChoices(all, booking.Date{})})
		more := slices.Contains(ids, moreChoice)
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == moreChoice })
		if len(ids) != tt.listed || more != tt.more || tt.listed > 0 && ids[0] != fmt.Sprint(entryPrefix, tt.from) {
			t.Errorf("%s: %v, more %v", name, ids, more)
		}
	}
}

// As many appointments as one may have are those ahead.
func TestOnlyAppointmentsAheadCountForTheLimit(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	limit := o.Policy.PerPerson
	of := func(n int, state booking.State, in time.Duration) (all []booking.Appointment) {
		for range n {
			all = append(all, booking.Appointment{Office: o.ID, State: state, Span: booking.Span{Start: now.Add(in)}})
		}
		return all
	}
	for name, tt := range map[string]struct {
		all  []booking.Appointment
		want bool
	}{
		"none": {nil, true}, "one less": {of(limit-1, booking.Confirmed, time.Hour), true}, "all": {of(limit, booking.Confirmed, time.Hour), false}, "begun": {of(limit, booking.Confirmed, 0), true},
		"there": {of(limit, booking.CheckedIn, time.Hour), true}, "one begun": {append(of(limit-1, booking.Confirmed, time.Hour), of(1, booking.Confirmed, -time.Hour)...), true},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Appointments, talk.Draft.Wishes = tt.all, []booking.Wish{{Concern: "passport", Quantity: 1}}
		talk.enough()
		if talk.Draft.Picked != tt.want || tt.want != (talk.Screen == noScreen) {
			t.Errorf("%s: admitted %v, at %q, %v", name, talk.Draft.Picked, talk.Screen, remarksOf(talk))
		}
	}
}

// Concerns are taken off and added, and replaced where one is said in place of another.
func TestConcernsAreTakenOffAddedAndReplaced(t *testing.T) {
	t.Parallel()
	value := func(id booking.ConcernID, negated bool) understand.Value {
		return understand.ConcernValue{ID: id, Negated: negated}
	}
	for name, tt := range map[string]struct {
		before  []booking.ConcernID
		said    []understand.Value
		instead bool
		want    []booking.ConcernID
	}{
		"added":                 {[]booking.ConcernID{"passport"}, []understand.Value{value("id-card", false)}, false, []booking.ConcernID{"passport", "id-card"}},
		"taken off":             {[]booking.ConcernID{"passport", "id-card"}, []understand.Value{value("passport", true)}, false, []booking.ConcernID{"id-card"}},
		"replaced":              {[]booking.ConcernID{"passport"}, []understand.Value{value("id-card", false)}, true, []booking.ConcernID{"id-card"}},
		"the latest replaced":   {[]booking.ConcernID{"id-card-temporary", "passport"}, []understand.Value{value("id-card", false)}, true, []booking.ConcernID{"id-card-temporary", "id-card"}},
		"named again":           {[]booking.ConcernID{"passport", "id-card"}, []understand.Value{value("passport", false)}, true, []booking.ConcernID{"passport", "id-card"}},
		"taken off, and added":  {[]booking.ConcernID{"id-card", "passport"}, []understand.Value{value("id-card", true), value("id-card-temporary", false)}, true, []booking.ConcernID{"passport", "id-card-temporary"}},
		"what was never chosen": {[]booking.ConcernID{"passport"}, []understand.Value{value("id-card", true)}, false, []booking.ConcernID{"passport"}},
		"the first":             {nil, []understand.Value{value("id-card", false)}, true, []booking.ConcernID{"id-card"}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Directory = RememberingDirectory(talk.facts.Town)
		for _, id := range tt.before {
			talk.Draft.Wishes = append(talk.Draft.Wishes, booking.Wish{Concern: id, Quantity: 1})
		}
		x := &taking{talk: talk, plain: true, said: understand.Reading{Instead: tt.instead}}
		for _, v := range tt.said {
			x.said.Found = append(x.said.Found, understand.Finding{Sure: 1, Value: v})
		}
		x.takeConcerns()
		if got := concernIDs(talk.Draft.Wishes); !slices.Equal(got, tt.want) || !x.used {
			t.Errorf("%s: %v, want %v (%v)", name, got, tt.want, remarksOf(talk))
		}
	}
	none := at(citizenFlow{}, noScreen, "")
	none.facts.Directory = RememberingDirectory(none.facts.Town)
	none.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, Category: "identity", Wait: WaitDraft{On: true}}
	x := &taking{talk: none, said: understand.Reading{Found: []understand.Finding{{Sure: 1, Value: value("passport", true)}}}}
	if x.takeConcerns(); none.Draft.Picked || none.Draft.Category != "" || none.Draft.Wait.On {
		t.Errorf("nothing is left, and yet %+v", none.Draft)
	}
}

// A link opened in the middle of a booking is asked about; what it leads to may be gone.
func TestALinkInTheMiddleOfABookingIsAskedAbout(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		payload string
		screen  Screen
		instead string
		remark  []string
	}{
		"nothing":           {"", resumeScreen, "", nil},
		"the same":          {"concern_passport", noScreen, "", nil},
		"another":           {"concern_id-card", resumeScreen, "link:concern_id-card", nil},
		"a category":        {"category_identity", resumeScreen, "link:category_identity", nil},
		"gone":              {"concern_odd", resumeScreen, "", []string{"start.gone"}},
		"of an office":      {PlaceLink("werne", "concern_id-card"), resumeScreen, "link:" + PlaceLink("werne", "concern_id-card"), nil},
		"of an office gone": {PlaceLink("odd", ""), resumeScreen, "", []string{"start.office_gone"}},
	} {
		talk := at(citizenFlow{}, appointmentsScreen, "")
		talk.Draft.Wishes = []booking.Wish{{Concern: "passport", Quantity: 1}}
		talk.begin(tt.payload)
		if talk.Screen != tt.screen || talk.Instead != tt.instead || !slices.Equal(remarksOf(talk), tt.remark) || len(talk.Draft.Wishes) != 1 {
			t.Errorf("%s: at %q for %q, %v", name, talk.Screen, talk.Instead, remarksOf(talk))
		}
	}
	for length, want := range map[int]bool{longestPayload: true, longestPayload + 1: false} {
		talk := at(citizenFlow{}, noScreen, "")
		o := *talk.facts.Town.Offices[0]
		o.Concerns = slices.Clone(o.Concerns)
		o.Concerns[0].ID = booking.ConcernID(strings.Repeat("x", length-len("concern_")))
		talk.facts.Town = booking.NewTown(&o)
		talk.Draft.Wishes = []booking.Wish{{Concern: o.Concerns[1].ID, Quantity: 1}}
		if talk.begin("concern_" + string(o.Concerns[0].ID)); (talk.Instead != "") != want {
			t.Errorf("a link of %d characters is kept: %q", length, talk.Instead)
		}
	}
}
