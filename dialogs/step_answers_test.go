package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// answered is a draft in which everything is answered.
func answered() Draft {
	return Draft{
		Category: "identity", Query: "pass", Latest: "passport", Wishes: []booking.Wish{{Concern: "passport", Quantity: 2}}, Between: []booking.ConcernID{"id-card"}, Cases: 2,
		Picked: true, Agreed: []booking.ConcernID{"passport"}, Persons: 2, Informed: true, Office: "small", Offices: []booking.OfficeID{"small"}, AllDays: true,
		Days: understand.Days{Spans: stretches(24, 24)}, Hours: understand.Window{About: 600}, Page: 2, ByDay: true, ByHour: true, Hour: hours(9, 10),
		Day: november(24), Start: november(24).At(600, time.UTC), Name: "Erika", Phone: "0171", NoPhone: true, Mail: "e@example.org",
		Doubt: Doubt{Name: "Auto", Mail: "e@gmial.com", Meant: "e@gmail.com"}, NoMail: true, Hold: 7,
		Wait: WaitDraft{On: true, Days: on(1), Set: true, Hours: "am", Weeks: 2, Until: november(30)},
	}
}

// Each question that is opened again forgets its own answer, and no other; one that
// has none passes it on to the question before.
func TestAQuestionOpenedAgainForgetsItsAnswerAlone(t *testing.T) {
	t.Parallel()
	timeless := func(d *Draft) {
		d.Start, d.Day, d.ByDay, d.Page, d.ByHour, d.Hour = time.Time{}, booking.Date{}, false, 0, false, booking.Hours{}
		d.Hours = understand.Window{About: 600}
	}
	for _, tt := range []struct {
		question question
		set      func(*Draft) // before
		want     func(*Draft)
	}{
		{whichStep{}, nil, func(d *Draft) { d.Between, d.Cases = nil, 0 }},
		{categoryStep{}, nil, func(d *Draft) { d.Category, d.Query, d.Latest = "", "", "" }},
		{concernStep{}, nil, func(d *Draft) { d.Picked = false }},
		{agreeStep{}, nil, func(d *Draft) { d.Agreed = []booking.ConcernID{} }},
		{officeStep{}, nil, func(d *Draft) { d.Office = "" }},
		{whenStep{}, nil, func(d *Draft) { d.Page, d.Days, d.Hours = 0, understand.Days{}, understand.Window{} }},
		{dayStep{}, nil, func(d *Draft) { d.Day, d.AllDays, d.ByHour, d.Hour = booking.Date{}, false, false, booking.Hours{} }},
		{dayStep{}, func(d *Draft) { d.Day = booking.Date{} }, func(d *Draft) { d.ByDay, d.AllDays, d.ByHour, d.Hour = false, false, false, booking.Hours{} }},
		{timeStep{}, nil, func(d *Draft) { d.Start = time.Time{} }},
		{timeStep{}, func(d *Draft) { d.ByDay = false }, timeless},
		{timeStep{}, func(d *Draft) { d.Start = time.Time{} }, func(d *Draft) { d.Hour = booking.Hours{} }},
		{timeStep{}, func(d *Draft) { d.Start, d.Hour = time.Time{}, booking.Hours{} }, func(d *Draft) { d.ByHour = false }},
		{nameStep{}, nil, func(d *Draft) { d.Name, d.Doubt.Name = "", "" }},
		{mailStep{}, nil, func(d *Draft) { d.Mail, d.NoMail, d.Doubt = "", false, Doubt{} }},
		{staffPhoneStep{}, nil, func(d *Draft) { d.Phone, d.NoPhone = "", false }},
		{bringStep{}, nil, func(d *Draft) { d.Informed = false }},
		{waitDaysStep{}, nil, func(d *Draft) { d.Wait.Set = false }},
		{waitHoursStep{}, nil, func(d *Draft) { d.Wait.Hours = "" }},
		{waitUntilStep{}, nil, func(d *Draft) { d.Wait.Weeks, d.Wait.Until = 0, booking.Date{} }},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = answered()
		if tt.set != nil {
			tt.set(&talk.Draft)
		}
		want := talk.Draft
		tt.want(&want)
		if given := tt.question.reopen(talk); !given || !reflect.DeepEqual(talk.Draft, want) {
			t.Errorf("%s: given %v\n%+v, want\n%+v", tt.question.name(), given, talk.Draft, want)
		}
		talk.Draft = Draft{}
		if tt.question.reopen(talk) {
			t.Errorf("%s: an answer was given before any was", tt.question.name())
		}
	}
	for _, last := range []question{reviewStep{}, moveStep{}, waitReviewStep{}, closeReviewStep{}, openReviewStep{}, staffReviewStep{}} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = answered()
		if last.reopen(talk) || !reflect.DeepEqual(talk.Draft, answered()) || !last.open(talk) {
			t.Errorf("%s has an answer", last.name())
		}
	}
}

// One thing said is an answer to a question that can be given in several ways.
func TestEachWayToAnswerIsAnAnswer(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		question question
		draft    Draft
	}{
		"a category": {categoryStep{}, Draft{Category: "a"}}, "a search": {categoryStep{}, Draft{Query: "a"}},
		"a page": {whenStep{}, Draft{Page: 1}}, "days": {whenStep{}, Draft{Days: understand.Days{Not: on(1)}}}, "the soonest": {whenStep{}, Draft{Days: understand.Days{Soonest: true}}},
		"hours": {whenStep{}, Draft{Hours: understand.Window{About: 600}}}, "the latest": {whenStep{}, Draft{Hours: understand.Window{Latest: true}}},
		"a day": {dayStep{}, Draft{Day: november(24)}}, "all days": {dayStep{}, Draft{AllDays: true}}, "the calendar": {dayStep{}, Draft{ByDay: true}},
		"a name": {nameStep{}, Draft{Name: "a"}}, "a name in doubt": {nameStep{}, Draft{Doubt: Doubt{Name: "a"}}},
		"a mail": {mailStep{}, Draft{Mail: "a"}}, "no mail": {mailStep{}, Draft{NoMail: true}}, "a mail in doubt": {mailStep{}, Draft{Doubt: Doubt{Mail: "a"}}},
		"a phone": {staffPhoneStep{}, Draft{Phone: "1"}}, "no phone": {staffPhoneStep{}, Draft{NoPhone: true}},
		"weeks": {waitUntilStep{}, Draft{Wait: WaitDraft{Weeks: 1}}}, "until a day": {waitUntilStep{}, Draft{Wait: WaitDraft{Until: november(30)}}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft = tt.draft
		if !tt.question.reopen(talk) {
			t.Errorf("%s is no answer at %s", name, tt.question.name())
		}
	}
}

// Anybody can make a press by hand: what no view offers is nothing to any step.
func TestAStepTakesNothingThatItNeverOffers(t *testing.T) {
	t.Parallel()
	forged := []string{
		"", "odd", "concern:odd", "off:odd", "category:odd", "office:odd", "office:", "day:odd", "time:odd", "hour:24", "n:odd", "wd:7", "wd:odd", "wh:odd", "wh:", "wu:0", "wu:9", "wu:odd",
		"desk:odd", "hours:odd", "for:odd", "case:odd", "laid:odd", "extra:odd", "plan:odd", "week:odd", "free:odd", "who:99", "who:-1", "who:odd", "role:odd", "role:leader",
		"to:odd", "to:", "a:odd", "w:odd", "by:7", "by:odd", "drop:odd", "takeup:odd", "mails:xx", "minutes:odd", "figures:odd",
	}
	check := func(f flow, s step) {
		talk := at(f, noScreen, booking.Lead)
		talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport"}}, Picked: true, Between: []booking.ConcernID{"id-card", "passport"}}
		talk.Work.Minutes.Among, talk.Work.Ticket.Among = []booking.ConcernID{"passport"}, []booking.ConcernID{"passport"}
		before := talk.State
		for _, id := range forged {
			if s.choose(talk, id) || len(talk.commands) > 0 || !reflect.DeepEqual(talk.State, before) {
				t.Errorf("%s takes %q: %v", s.name(), id, talk.commands)
				talk.State, talk.commands = before, nil
			}
		}
	}
	for _, s := range screens {
		check(citizenFlow{}, s)
	}
	for _, s := range staffScreens {
		if _, stranger := s.(staffMinutesStep); !stranger {
			check(staffFlow{}, s)
		}
	}
	for _, q := range slices.Concat(bookQuestions, moveQuestions, waitQuestions) {
		if _, is := q.(agreeStep); !is {
			check(citizenFlow{}, q)
		}
	}
	for _, q := range slices.Concat(phoneQuestions, phoneMoveQuestions, closeQuestions, openQuestions) {
		check(staffFlow{}, q)
	}
}
