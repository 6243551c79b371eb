package dialogs_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// Whether the office is open is true at the moment it is asked: before it
// opens, while it is open, after it has closed, and on days off.
func TestOpenTodayIsToldByTheClock(t *testing.T) {
	t.Parallel()
	zone := office.Sample().Offices[0].Calendar.Zone
	for _, tt := range []struct {
		title    string
		now      time.Time
		question string
		want     []string
	}{
		{"before opening", at(zone, 11, 23, 7, 0), "ist heute offen?", []string{"Heute ist geöffnet: 8:00 Uhr bis 16:00 Uhr."}},
		{"on the minute", at(zone, 11, 23, 8, 0), "ist heute offen?", []string{"heute bis 16:00 Uhr"}},
		{"in the afternoon", at(zone, 11, 23, 15, 59), "habt ihr gerade auf?", []string{"heute bis 16:00 Uhr"}},
		{"on closing", at(zone, 11, 23, 16, 0), "habt ihr heute noch auf?", []string{"Heute ist schon geschlossen.", "Wieder geöffnet: Dienstag, 24. November, 8:00 Uhr bis 16:00 Uhr."}},
		{"a long Thursday", at(zone, 11, 26, 17, 30), "seid ihr jetzt da?", []string{"heute bis 18:00 Uhr"}},
		{"Friday afternoon", at(zone, 11, 27, 14, 0), "habt ihr offen?", []string{"Heute ist schon geschlossen.", "Wieder geöffnet: Montag, 30. November"}},
		{"Saturday", at(zone, 11, 28, 10, 0), "ist heute geöffnet?", []string{"Heute ist geschlossen.", "Wieder geöffnet: Montag, 30. November"}},
		{"Christmas Eve", at(zone, 12, 24, 9, 0), "ist heute offen?", []string{"Heute ist geschlossen (Heiligabend).", "Wieder geöffnet: Montag, 28. Dezember"}},
		{"Christmas", at(zone, 12, 25, 9, 0), "ist heute offen?", []string{"Heute ist geschlossen (1. Weihnachtstag)."}},
		{"tomorrow is a holiday", at(zone, 12, 24, 9, 0), "habt ihr morgen auf?", []string{"Freitag, 25. Dezember: geschlossen (1. Weihnachtstag)"}},
		{"Thursdays before Christmas", at(zone, 12, 21, 9, 0), "habt ihr donnerstags auf?", []string{"Donnerstag: 8:00 Uhr bis 18:00 Uhr", "Donnerstag, 24. Dezember: geschlossen (Heiligabend)", "Donnerstag, 31. Dezember: geschlossen (Silvester)"}},
		{"a day that is past", at(zone, 11, 25, 9, 0), "hattet ihr am 23.11. geöffnet?", []string{"Montag, 23. November"}},
	} {
		t.Run(tt.title, func(t *testing.T) {
			t.Parallel()
			v := arrive(t, office.Sample())
			v.now = tt.now
			v = v.say(t, tt.question)
			for _, want := range tt.want {
				if said := v.remarkedText("de"); !strings.Contains(said, want) {
					t.Errorf("%q at %s is answered\n%s\nwant in it: %s", tt.question, tt.now, said, want)
				}
			}
		})
	}
}

func at(zone *time.Location, month time.Month, day, hour, minute int) time.Time {
	return time.Date(2026, month, day, hour, minute, 0, 0, zone)
}

// What a lead has closed since the office file was written counts in answers.
func TestAnswersKnowWhatStaffHaveClosed(t *testing.T) {
	t.Parallel()
	stage := arrive(t, office.Sample())
	closeDay(t, &stage)
	v := stage.say(t, "habt ihr am Mittwoch auf?")
	if said := v.remarkedText("de"); !strings.Contains(said, "geschlossen (Stromausfall)") {
		t.Errorf("a closed day is told as\n%s", said)
	}
}

// With two offices it is told which of them an answer is of.
func TestAnswersOfSeveralOfficesNameThem(t *testing.T) {
	t.Parallel()
	town := twoOffices(t)
	v := arrive(t, town).say(t, "wo seid ihr?")
	for _, o := range town.Offices {
		if said := v.remarkedText("de"); !strings.Contains(said, o.Address.Street) {
			t.Errorf("%s is not in\n%s", o.Address.Street, said)
		}
	}
	v = arrive(t, town).say(t, "habt ihr Parkplätze?")
	if said := v.remarkedText("de"); !strings.Contains(said, "Das weiß ich leider nicht") {
		t.Errorf("what no office says is answered\n%s", said)
	}
}

// The sentences in foreign languages name the languages that work.
func TestForeignSentencesNameTheLanguagesThereAre(t *testing.T) {
	t.Parallel()
	if all := strings.Join(locales.Languages(), " "); all != "de en" {
		t.Errorf("the languages are %s: change the sentences foreign.* and this test", all)
	}
	for _, key := range []string{"ar", "pl", "ro", "ru", "tr", "uk"} {
		line := locales.Say("foreign."+key, "Phone", "02389 71-333")
		if locales.For("de").Say(line) != locales.For("en").Say(line) {
			t.Errorf("foreign.%s differs between the files", key)
		}
	}
}

// A question changes nothing, whatever else is answered: asked at every step,
// its answer is the same for somebody who asks twice.
func TestAskingTwiceAnswersTwice(t *testing.T) {
	t.Parallel()
	for step, v := range talksAtSteps(t) {
		v = v.turn(t, dialogs.Sent{})
		once := v.say(t, "was kostet ein reisepass?")
		twice := once.say(t, "was kostet ein reisepass?")
		if a, b := once.remarkedText("de"), twice.remarkedText("de"); a == "" || a != b {
			t.Errorf("at %s the answers are\n%s\nand\n%s", step, a, b)
		}
	}
}

// closeDay lets a lead close the Wednesday of the week.
func closeDay(t *testing.T, v *visitor) {
	t.Helper()
	o := v.memory.Town().Offices[0]
	v.memory.Lay(o.ID, booking.Overrides{Closures: []booking.Closure{{
		Day: booking.Date{Year: 2026, Month: time.November, Day: 25}, Hours: booking.AllDay(),
		Reason: booking.Text{"de": "Stromausfall", "en": "power cut"},
	}}})
}
