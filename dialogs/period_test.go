package dialogs_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/office"
)

// turnOfYear is the day from which on another length and fee hold in datedTown.
var turnOfYear = booking.Date{Year: 2026, Month: time.December, Day: 7}

// datedTown is Werne, where passports take longer and cost more from a day on,
// identity cards end before it, and dog tags begin then.
func datedTown(first booking.Date) booking.Town {
	town := office.Sample()
	o := town.Offices[0]
	before, after := booking.Period{Until: first.Add(-1)}, booking.Period{From: first}
	for i := range o.Concerns {
		switch c := &o.Concerns[i]; c.ID {
		case "passport":
			c.Lengths = []booking.Lengths{{Period: after, First: 40 * time.Minute, Further: 40 * time.Minute}}
			c.Fees = append(slices.Clone(c.Fees), booking.Fee{From: first, Rates: []booking.Rate{{Amount: 9900}}})
			c.Documents = append(slices.Clone(c.Documents), booking.Document{
				ID: "stamp", Name: booking.Text{"de": "Briefmarke", "en": "Stamp"}, Period: after,
			})
		case "id-card":
			c.Done = before
		}
	}
	o.Concerns = append(o.Concerns, booking.Concern{
		ID: "dog-tag", Category: o.Concerns[0].Category, Name: booking.Text{"de": "Hundemarke", "en": "Dog tag"},
		Synonyms: map[string][]string{"de": {"Hund anmelden"}}, Explanation: booking.Text{"de": "Für den Hund."},
		Skill: o.Concerns[0].Skill, MaxQuantity: 1, First: 10 * time.Minute, Further: 10 * time.Minute, Done: after,
	})
	return booking.NewTown(o)
}

// seen is all that a visitor reads after a turn.
func (v visitor) seen(lang string) string {
	say := locales.For(lang).Say
	var all []string
	for _, line := range slices.Concat(v.remarks, []locales.Line{v.view.Title}, v.view.Body, []locales.Line{v.view.Ask}) {
		all = append(all, say(line))
	}
	return strings.Join(all, "\n")
}

// reads fails the test unless the visitor reads all of the words and none of
// those after "-".
func (v visitor) reads(t *testing.T, words ...string) {
	t.Helper()
	seen := v.seen("de")
	for _, w := range words {
		absent, not := strings.CutPrefix(w, "-")
		if strings.Contains(seen, absent) == not {
			t.Errorf("read: %q, in %s:\n%s", w, v.step, seen)
		}
	}
}

func TestTheReviewShowsWhatHoldsOnItsDay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		said  string
		words []string
	}{
		{"Reisepass am Freitag, 4. Dezember um 9:00", []string{"70,00\u00a0€", "-Briefmarke", "-99,00", "-40 Minuten"}},
		{"Reisepass am Dienstag, 8. Dezember um 9:00", []string{"99,00\u00a0€", "Briefmarke", "-70,00", "40 Minuten"}},
	}
	for _, tt := range tests {
		v := arrive(t, datedTown(turnOfYear)).say(t, tt.said, "Ada Lovelace", "ada@example.org")
		if v.step != "review" {
			t.Fatalf("%s leads to %s:\n%s", tt.said, v.step, v.seen("de"))
		}
		v.reads(t, tt.words...)
		booked := v.tap(t, "yes")
		if len(booked.ahead) != 1 {
			t.Fatalf("%s: not booked", tt.said)
		}
		a := booked.ahead[0]
		long := a.Span.Length() == 40*time.Minute
		if late := strings.Contains(tt.said, "8."); long != late || a.Items[0].Promise.Fee.Rates[0].Amount == 9900 != late {
			t.Errorf("%s: booked %v for %v", tt.said, a.Span.Length(), a.Items[0].Promise.Fee)
		}
	}
}

func TestADayOnWhichAConcernIsNotDoneIsExplained(t *testing.T) {
	t.Parallel()
	v := arrive(t, datedTown(turnOfYear))
	v.say(t, "Personalausweis am 8. Dezember").reads(t, "„Personalausweis beantragen“ gibt es hier bis Sonntag, 6. Dezember")
	v.say(t, "Hundemarke am 2. Dezember").tap(t, "concern:dog-tag").reads(t, "„Hundemarke“ gibt es hier ab Montag, 7. Dezember")
	v.say(t, "Hundemarke am 8. Dezember um 9:00").tap(t, "concern:dog-tag").reads(t, "-gibt es hier ab")
}

func TestWhatNobodyCanBookTodayIsSaidWithItsDay(t *testing.T) {
	t.Parallel()
	early := arrive(t, datedTown(turnOfYear.Add(60)))
	for _, said := range []string{"Hundemarke", "ich brauche einen Termin für eine Hundemarke"} {
		early.say(t, said).reads(t, "„Hundemarke“ gibt es hier ab Freitag, 5. Februar", "buchen")
	}
	late := arrive(t, datedTown(booking.Date{Year: 2026, Month: time.November, Day: 20}))
	v := late.say(t, "Personalausweis beantragen")
	v.reads(t, "„Personalausweis beantragen“ gab es hier bis Donnerstag, 19. November")
	late.say(t, "Was kostet ein Personalausweis?").reads(t, "gab es hier bis Donnerstag, 19. November")
	if v.wants("id-card") {
		t.Error("what is given up is wanted")
	}
}

func TestAQuestionForTheFeeNamesTheNextOne(t *testing.T) {
	t.Parallel()
	v := arrive(t, datedTown(turnOfYear))
	v.say(t, "Was kostet ein Reisepass?").reads(t, "Gebühr für Reisepass beantragen: 70,00\u00a0€ ab 24 Jahren", "Ab Montag, 7. Dezember 2026: 99,00\u00a0€")
	v.say(t, "Reisepass am 8. Dezember um 9:00", "Was kostet das?").reads(t, "kostet 99,00\u00a0€", "-70,00")
}
