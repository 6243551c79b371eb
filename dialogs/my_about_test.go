package dialogs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

func TestTheOfficeSaysWhereAndWhenItServes(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t))
	tuesday := v.memory.Town().Offices[0].Today(monday).Add(1)
	v.memory.Lay("small", booking.Overrides{Closures: []booking.Closure{
		{Day: tuesday, Hours: booking.Hours{From: 9 * 60, To: 10 * 60}},
		{Day: tuesday.Add(1), Hours: booking.AllDay(), Reason: booking.Text{"de": "Betriebsausflug"}},
		{Day: tuesday.Add(3), Hours: booking.AllDay()},
	}})
	var said []string
	for _, line := range v.turn(t, dialogs.Asked{For: "about"}).view.Body {
		said = append(said, locales.For("de").Say(line))
	}
	want := []string{
		"Kleines Bürgerbüro, Marktplatz 2, 59368 Kleinstadt",
		"Telefon: 02389 12-345",
		"",
		"Termine gibt es:",
		"Montag, 23. November: 8:00 Uhr bis 12:00 Uhr",
		"Dienstag, 24. November: 8:00 Uhr bis 9:00 Uhr und 10:00 Uhr bis 12:00 Uhr",
		"Mittwoch, 25. November: geschlossen (Betriebsausflug)",
		"Donnerstag, 26. November: 8:00 Uhr bis 12:00 Uhr und 14:00 Uhr bis 16:00 Uhr",
		"Freitag, 27. November: geschlossen",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
}

func TestAskingForTheOfficeLosesNothing(t *testing.T) {
	t.Parallel()
	under := arrive(t, smallOffice(t)).say(t, "Perso", "weiter")
	v := under.turn(t, dialogs.Asked{For: "about"})
	if v.step != "about" {
		t.Fatalf("at %s", v.step)
	}
	if back := v.say(t, "zurück"); back.step != under.step {
		t.Errorf("back led to %s, want %s", back.step, under.step)
	}
	if asked := under.say(t, "Öffnungszeiten"); asked.step != under.step || !asked.remarked("about.day") {
		t.Errorf("at %s it is said %v", asked.step, asked.remarks)
	}
	if asked := arrive(t, smallOffice(t)).say(t, "Öffnungszeiten", "Perso"); !slices.ContainsFunc(
		asked.state.Draft.Wishes, func(w booking.Wish) bool { return w.Concern == "id-card" }) {
		t.Errorf("what is asked next is not heard: at %s", asked.step)
	}
}

// On whatever day somebody asks, a whole week is said.
func TestTheHoursOfAWholeWeekAreSaid(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t))
	for ahead := range 7 {
		v.now = monday.AddDate(0, 0, ahead)
		days := map[string]bool{}
		for _, line := range v.turn(t, dialogs.Asked{For: "about"}).view.Body {
			day, _, dated := strings.Cut(locales.For("de").Say(line), ", ")
			if dated && slices.Contains([]string{"Montag", "Dienstag", "Mittwoch", "Donnerstag"}, day) {
				days[day] = true
			}
		}
		if len(days) != 4 {
			t.Errorf("%d days after a Monday: %v", ahead, days)
		}
	}
}
