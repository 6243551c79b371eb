package dialogs

import (
	"testing"

	"terminbote/booking"
)

// Who gives the name or the address that is asked for next goes on, and nobody else.
func TestWhoGivesWhatIsAskedNextGoesOn(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		lacks func(*Draft)
		text  string
		want  bool
	}{
		"the name":            {func(d *Draft) { d.Name = "" }, "Erika Beispiel", true},
		"no name":             {func(d *Draft) { d.Name = "" }, "?", false},
		"the address":         {func(d *Draft) { d.Mail, d.NoMail = "", false }, "erika@beispiel.de", true},
		"no address":          {func(d *Draft) { d.Mail, d.NoMail = "", false }, "Erika Beispiel", false},
		"nothing is asked of": {func(*Draft) {}, "erika@beispiel.de", false},
	} {
		talk := at(citizenFlow{}, resumeScreen, "")
		talk.Draft = answered()
		talk.Draft.Doubt, talk.Draft.Wait, talk.Draft.Between = Doubt{}, WaitDraft{}, nil
		talk.Draft.Office, talk.Draft.Offices = talk.facts.Town.Offices[0].ID, nil
		tt.lacks(&talk.Draft)
		if got := talk.answersNext(tt.text); got != tt.want {
			t.Errorf("%s: %q goes on %v at %q", name, tt.text, got, talk.next().name())
		}
	}
}

// A day that is spoken of leaves no question whose yes takes something away.
func TestADayLeavesNoGraveQuestion(t *testing.T) {
	t.Parallel()
	for screen, want := range map[Screen]Screen{eraseScreen: eraseScreen, aboutScreen: noScreen} {
		talk := at(citizenFlow{}, screen, "")
		talk.Draft.Wishes, talk.Draft.Office = []booking.Wish{{Concern: "passport", Quantity: 1}}, talk.facts.Town.Offices[0].ID
		talk.flow.hear(talk, Said{Text: "am Freitag"})
		if talk.Screen != want {
			t.Errorf("from %q to %q, want %q", screen, talk.Screen, want)
		}
	}
}
