package dialogs

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// anotherOffice is a second one beside the sample, with only some concerns.
func anotherOffice(talk *talk, keeps func(booking.ConcernID) bool) *booking.Office {
	second := *talk.facts.Town.Offices[0]
	second.ID, second.Concerns = "second", slices.Clone(second.Concerns)
	second.Concerns = slices.DeleteFunc(second.Concerns, func(c booking.Concern) bool { return !keeps(c.ID) })
	talk.facts.Town = booking.NewTown(talk.facts.Town.Offices[0], &second)
	talk.facts.Directory = new(Directories).Of(talk.facts.Town)
	return talk.facts.Town.Offices[1]
}

// Days are read by the calendar of the office that they are about: of what is booked
// or moved the one chosen, else the first.
func TestDaysAreThoseOfTheOfficeTheyAreAbout(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		wishes []booking.Wish
		moving booking.AppointmentID
		want   booking.OfficeID
	}{
		"nothing":          {nil, 0, ""},
		"something booked": {[]booking.Wish{{Concern: "passport", Quantity: 1}}, 0, "second"},
		"something moved":  {nil, 7, "second"},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		anotherOffice(talk, func(booking.ConcernID) bool { return true })
		talk.Draft.Office, talk.Draft.Wishes, talk.Draft.Moving = "second", tt.wishes, tt.moving
		if tt.want == "" {
			tt.want = talk.facts.Town.Offices[0].ID
		}
		if o, ok := talk.anOffice(); !ok || o.ID != tt.want {
			t.Errorf("%s: by the calendar of %v, %v, want %s", name, o, ok, tt.want)
		}
	}
}

// An office that was chosen counts for what it serves; for anything else those do that
// serve it.
func TestAChosenOfficeCountsForWhatItServes(t *testing.T) {
	t.Parallel()
	for chosen, want := range map[booking.OfficeID]booking.OfficeID{"": "first", "second": "first"} {
		talk := at(citizenFlow{}, noScreen, "")
		anotherOffice(talk, func(id booking.ConcernID) bool { return id != "passport" })
		if want == "first" {
			want = talk.facts.Town.Offices[0].ID
		}
		talk.Draft.Office = chosen
		if got := talk.spokenOf(talk.understood("Reisepass", understand.ExpectWish, View{}), "Reisepass"); !slices.Equal(got, []booking.OfficeID{want}) {
			t.Errorf("with %q chosen the days of %v are looked at, want %s", chosen, got, want)
		}
	}
}
