package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// spoken is what a view says, in German.
func (v visitor) spoken() string {
	var all []string
	for _, line := range v.view.Body {
		all = append(all, locales.For("de").Say(line))
	}
	return strings.Join(all, "\n")
}

func TestTheAuditLogTellsAccountsOfOneNameApart(t *testing.T) {
	t.Parallel()
	ben := dialogs.Colleague{Chat: dialogs.Chat{Channel: "test", Address: "id-3"}, Name: "ben"}
	v := staffed(t).turn(t, dialogs.Said{Text: "rolle @ben leitung", Colleague: ben}).say(t, "anfang", "protokoll")
	if v.step != "trail" || !strings.Contains(v.spoken(), "ben (test id-3): Leitung (Karla Kern)") {
		t.Errorf("at %s: whose role it was is not said:\n%s", v.step, v.spoken())
	}
	v.memory = v.memory.Clone()
	v.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: "other", Address: "id-9"}, Name: "karla kern", Role: booking.Lead})
	v = v.say(t, "anfang", "protokoll")
	if !strings.Contains(v.spoken(), "(Karla Kern, test ") {
		t.Errorf("of two colleagues of one name it is not said which it was:\n%s", v.spoken())
	}
}
