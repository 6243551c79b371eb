package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// Who chooses a time for a caller says beside it who they are, and that they have no telephone.
func TestAClerkChoosesATimeAndSaysMore(t *testing.T) {
	t.Parallel()
	asked := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, "neu perso morgen nachmittag")
	second := asked.say(t, "2").state.Draft.Start
	for _, line := range []string{
		"die zweite zeit für Okonkwo, telefon unbekannt", "die zweite für Okonkwo, ohne telefon", "2, Okonkwo, kein handy",
		"the second one for Okonkwo, phone unknown",
	} {
		if d := asked.say(t, line).state.Draft; !d.Start.Equal(second) || d.Name != "Okonkwo" || !d.NoPhone {
			t.Errorf("%q: %s, %q, without telephone %v", line, d.Start, d.Name, d.NoPhone)
		}
	}
	if d := asked.say(t, "die zweite, Okonkwo, 0171 2223334").state.Draft; !d.Start.Equal(second) || d.Name != "Okonkwo" || d.Phone != "01712223334" {
		t.Errorf("with a telephone: %+v", d)
	}
}
