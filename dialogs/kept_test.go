package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// Each refusal makes forget what it is about, and nothing else of what was answered.
func TestARefusalForgetsOnlyWhatItIsAbout(t *testing.T) {
	t.Parallel()
	nothing := func(*Draft) {}
	noTime := func(d *Draft) { d.Start = time.Time{} }
	noDay := func(d *Draft) { d.Start, d.Day = time.Time{}, booking.Date{} }
	noMail := func(d *Draft) { d.Mail, d.NoMail = "", false }
	rethought := func(d *Draft) {
		d.Picked, d.Informed, d.Office, d.Start, d.Day, d.ByDay, d.Page, d.ByHour, d.Hour = false, false, "", time.Time{}, booking.Date{}, false, 0, false, booking.Hours{}
	}
	all := func(d *Draft) { *d = Draft{} }
	for err, tt := range map[error]struct {
		remark  string
		forgets func(*Draft)
		screen  Screen
	}{
		booking.ErrUnproven:   {"refused.changed", rethought, noScreen}, // of what is no time
		booking.ErrAddresses:  {"refused.addresses", noMail, noScreen},
		booking.ErrTaken:      {"refused.taken", noTime, noScreen},
		booking.ErrExpired:    {"refused.taken", noTime, noScreen},
		booking.ErrTooSoon:    {"refused.too_soon", noTime, noScreen},
		booking.ErrClosed:     {"refused.closed", noDay, noScreen},
		booking.ErrTooFar:     {"refused.closed", noDay, noScreen},
		booking.ErrMailLimit:  {"refused.mail_limit", noMail, noScreen},
		booking.ErrLimit:      {"refused.limit", nothing, appointmentsScreen},
		booking.ErrDayLimit:   {"refused.day_limit", nothing, noScreen},
		booking.ErrTooOften:   {"refused.too_often", nothing, noScreen},
		booking.ErrTooLong:    {"refused.visit_too_long", rethought, noScreen},
		booking.ErrUnknown:    {"refused.gone", all, appointmentsScreen},
		booking.ErrOver:       {"refused.gone", all, appointmentsScreen},
		booking.ErrIncomplete: {"refused.incomplete", noMail, noScreen},
		booking.ErrApart:      {"refused.changed", rethought, noScreen},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = answered()
		want := answered()
		tt.forgets(&want)
		talk.flow.refuse(talk, Result{Command: Book{}, Refused: err})
		if !reflect.DeepEqual(talk.Draft, want) || talk.Screen != tt.screen || !slices.Equal(remarksOf(talk), []string{tt.remark}) {
			t.Errorf("%v: %v at %q\n%+v, want\n%+v", err, remarksOf(talk), talk.Screen, talk.Draft, want)
		}
	}
	moving := at(citizenFlow{}, noScreen, "")
	moving.Draft = answered()
	moving.Draft.Moving = 7
	if moving.rethink(); moving.Draft.Office != "small" {
		t.Error("what moves is looked for at another office")
	}
}

// What is kept of a talk is only what the town still knows.
func TestConcernsThatAreGivenUpAreLeftOutEverywhere(t *testing.T) {
	t.Parallel()
	ids := []booking.ConcernID{"odd", "passport", "gone"}
	wishes := []booking.Wish{{Concern: "odd", Quantity: 1}, {Concern: "passport", Quantity: 2}, {Concern: "gone"}}
	s := State{
		Version: version, Lang: "de", Later: slices.Clone(ids), Returned: Returned{Office: "werne", Wishes: slices.Clone(wishes)},
		Draft: Draft{Wishes: slices.Clone(wishes), Between: slices.Clone(ids)},
	}
	talk := recall(s, at(citizenFlow{}, noScreen, "").facts)
	for name, got := range map[string][]booking.ConcernID{
		"chosen": concernIDs(talk.Draft.Wishes), "in question": talk.Draft.Between, "cancelled": concernIDs(talk.Returned.Wishes), "for later": talk.Later,
	} {
		if !slices.Equal(got, []booking.ConcernID{"passport"}) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !slices.Equal(s.Later, ids) || !slices.Equal(s.Draft.Wishes, wishes) || !slices.Equal(s.Returned.Wishes, wishes) || !slices.Equal(s.Draft.Between, ids) {
		t.Errorf("the state itself is changed: %+v", s)
	}
}

// With a concern goes what was answered about it, and nothing about the others.
func TestWithAConcernGoesWhatWasAgreedOfIt(t *testing.T) {
	t.Parallel()
	for off, want := range map[booking.ConcernID][]booking.ConcernID{"passport": {"id-card"}, "id-card": {"passport"}, "odd": {"passport", "id-card"}} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft.Wishes = []booking.Wish{{Concern: "passport", Quantity: 2}, {Concern: "id-card"}}
		talk.Draft.Agreed = []booking.ConcernID{"passport", "id-card"}
		before := talk.Draft
		talk.drop(off)
		if got := concernIDs(talk.Draft.Wishes); !slices.Equal(got, want) || !slices.Equal(talk.Draft.Agreed, want) {
			t.Errorf("without %s: %v, agreed %v", off, got, talk.Draft.Agreed)
		}
		if len(before.Wishes) != 2 || before.Wishes[0].Concern != "passport" || before.Agreed[0] != "passport" {
			t.Errorf("without %s: what was before is changed: %+v", off, before)
		}
	}
}

// Name, mail and telephone are as they were last, but for what was said of them this time.
func TestWhatWasSaidThisTimeStaysBesideTheLast(t *testing.T) {
	t.Parallel()
	last := booking.Contact{Name: "Erika", Mail: "e@b.de", Phone: "0171"}
	for name, tt := range map[string]struct {
		contact     booking.Contact
		draft, want Draft
		ok          bool
	}{
		"nothing said":    {last, Draft{}, Draft{Name: "Erika", Mail: "e@b.de", Phone: "0171"}, true},
		"another address": {last, Draft{Mail: "a@b.de"}, Draft{Name: "Erika", Mail: "a@b.de", Phone: "0171"}, true},
		"no address":      {last, Draft{NoMail: true}, Draft{Name: "Erika", NoMail: true, Phone: "0171"}, true},
		"another phone":   {last, Draft{Phone: "0172"}, Draft{Name: "Erika", Mail: "e@b.de", Phone: "0172"}, true},
		"no mail known":   {booking.Contact{Name: "Erika"}, Draft{}, Draft{Name: "Erika"}, true},
		"nobody known":    {booking.Contact{Mail: "e@b.de", Phone: "0171"}, Draft{}, Draft{}, false},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Contact, talk.Draft = tt.contact, tt.draft
		if ok := talk.sameAsLast(); ok != tt.ok || !reflect.DeepEqual(talk.Draft, tt.want) {
			t.Errorf("%s: %v, %+v, want %+v", name, ok, talk.Draft, tt.want)
		}
	}
}

// What was cancelled is booked again by the same person: without an address only where
// they are known to have none.
func TestWhatWasCancelledIsBookedAgainByTheSamePerson(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		contact booking.Contact
		noMail  bool
	}{
		"all known": {booking.Contact{Name: "Erika", Mail: "e@b.de", Phone: "0171"}, false}, "no address": {booking.Contact{Name: "Erika"}, true}, "nobody known": {booking.Contact{}, false},
	} {
		talk := at(citizenFlow{}, appointmentsScreen, "")
		talk.Returned = Returned{Office: "werne", Wishes: []booking.Wish{{Concern: "passport", Quantity: 2}}, Persons: 2, Contact: tt.contact}
		(&taking{talk: talk}).rebook()
		d := talk.Draft
		if (booking.Contact{Name: d.Name, Mail: d.Mail, Phone: d.Phone}) != tt.contact || d.NoMail != tt.noMail || d.Persons != 2 || d.Office != "werne" || d.Category != "identity" || !d.Picked ||
			!slices.Equal(d.Wishes, []booking.Wish{{Concern: "passport", Quantity: 2}}) || len(talk.Returned.Wishes) > 0 || talk.Screen != noScreen {
			t.Errorf("%s: %+v at %q", name, d, talk.Screen)
		}
	}
}

// An office is left only for one that serves what it does not.
func TestAnOfficeIsLeftOnlyForOneThatServes(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "").facts.Town.Offices[0]
	small := *base
	small.ID = "small"
	small.Concerns = slices.DeleteFunc(slices.Clone(base.Concerns), func(c booking.Concern) bool { return c.ID == "passport" })
	town := booking.NewTown(&small, base)
	for name, tt := range map[string]struct {
		town   booking.Town
		chosen booking.OfficeID
		wanted booking.ConcernID
		want   booking.OfficeID
	}{
		"served there":     {town, "small", "id-card", "small"},
		"served elsewhere": {town, "small", "passport", ""},
		"served nowhere":   {town, "small", "odd", "small"},
		"of one office":    {booking.NewTown(&small), "small", "passport", "small"},
		"the other office": {town, base.ID, "passport", base.ID},
		"none chosen":      {town, "", "passport", ""},
		"one that is gone": {town, "gone", "passport", "gone"},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Town, talk.Draft.Office = tt.town, tt.chosen
		talk.leaveOfficeFor([]booking.Wish{{Concern: tt.wanted}})
		if left := slices.Equal(remarksOf(talk), []string{"office.elsewhere"}); talk.Draft.Office != tt.want || left != (tt.chosen != tt.want) {
			t.Errorf("%s: at %q, %v", name, talk.Draft.Office, remarksOf(talk))
		}
	}
}
