package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

func TestAFullMailAddressIsNotBlamedOnThePerson(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t)).say(t, "Perso", "morgen 10:00", "Erika Beispiel", "erika@beispiel.de")
	yes := dialogs.Tapped{Choice: "yes", Revision: v.state.Revision}
	got := v.refused(t, yes, booking.ErrMailLimit)
	if got.step != "mail" || !got.remarked("refused.mail_limit") || got.remarked("refused.limit") {
		t.Errorf("at %s, %v", got.step, got.remarks)
	}
	if got = got.say(t, "else@beispiel.de"); got.step != "review" {
		t.Errorf("with another address: at %s", got.step)
	}
	if got := v.refused(t, yes, booking.ErrLimit); got.step != "appointments" || !got.remarked("refused.limit") {
		t.Errorf("with too many of one's own: at %s, %v", got.step, got.remarks)
	}
}
