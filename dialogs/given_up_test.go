package dialogs_test

import (
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// oldOffice is a town in which an office is no more, and an appointment there.
func oldOffice(t *testing.T) (booking.Town, booking.Appointment) {
	t.Helper()
	town := smallOffice(t).WithFormer(booking.Former{ID: "old", Name: booking.Text{"de": "Bürgerbüro Nord"}})
	zone := town.Offices[0].Calendar.Zone
	start := booking.Date{Year: 2026, Month: 11, Day: 25}.At(9*60, zone)
	return town, booking.Appointment{
		ID: 77, Number: "KKK999", Office: "old", Desk: "desk-1", State: booking.Confirmed, Span: booking.Span{Start: start, End: start.Add(1)},
		Items: []booking.Item{{Concern: "passport", Name: booking.Text{"de": "Reisepass"}, Quantity: 1}},
	}
}

func TestAnOfficeThatIsNoMoreIsFoundOnlyForItsAppointments(t *testing.T) {
	t.Parallel()
	town, _ := oldOffice(t)
	old, found := town.Office("old")
	if !found || !old.GivenUp || len(town.Offices) != 1 || len(town.Known()) != 2 {
		t.Fatalf("found %t: %+v among %d", found, old, len(town.Offices))
	}
	if again := town.WithFormer(booking.Former{ID: town.Offices[0].ID}); len(again.Known()) != 1 {
		t.Error("an office of the files counts as given up")
	}
}

func TestWhoHasBookedAtAnOfficeThatIsNoMoreHearsThat(t *testing.T) {
	t.Parallel()
	town, a := oldOffice(t)
	old, _ := town.Office("old")
	told := dialogs.Tell(dialogs.Notice{Notice: booking.Notice{Kind: booking.ClosedNotice}, Appointment: a, Office: old, Lang: "de"})
	if !bodySays(told, "notice.given_up") || len(told.Groups) != 1 || len(told.Groups[0].Choices) != 1 {
		t.Errorf("told %+v", told)
	}
	sheet := dialogs.NewSheet(old, a)
	if len(sheet.Where) > 0 || sheet.Address != "" || len(sheet.Changed) != 1 {
		t.Errorf("the sheet leads somewhere: %+v", sheet)
	}
	v := arrive(t, town)
	v.memory = v.memory.Clone()
	a.Holder = 1
	v.memory.Put(a)
	for _, said := range []string{"verschieben", "meine termine", "ich komme später"} {
		v = v.say(t, said)
		if v.remarked("own.begun") {
			t.Errorf("%q: an appointment ahead is said to have begun", said)
		}
	}
	v = v.say(t, "anfang", "verschieben")
	all, _ := v.choices()
	if v.step != "appointment" || !bodySays(v.view, "changed.given_up") || !strings.Contains(v.spoken(), "Bürgerbüro Nord") || strings.Contains(v.spoken(), "Marktplatz") ||
		slices.ContainsFunc(all, func(c dialogs.Choice) bool { return c.ID == "move" || c.ID == "wait" }) || !v.offers("cancel") {
		t.Errorf("at %s:\n%s\n%+v", v.step, v.spoken(), all)
	}
}
