package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// Who turns out to be several registers as a family, and the other way round. Nobody does both.
func TestPeopleTellAFamilysConcernFromASinglePersons(t *testing.T) {
	t.Parallel()
	single, family := "register-single", "register-family"
	tests := map[string]struct {
		said []string
		want string
	}{
		"more come":            {[]string{"ich muss mich ummelden", "wir sind zu zweit, meine frau und ich"}, family},
		"fewer come":           {[]string{"wir melden uns als familie um", "nur ich"}, single},
		"the other one, named": {[]string{"ich muss mich ummelden", "ummeldung für die ganze familie"}, family},
		"and back":             {[]string{"ummeldung für die ganze familie", "ummeldung nur für mich"}, single},
		"as many as before":    {[]string{"ich muss mich ummelden", "eine person"}, single},
	}
	for name, test := range tests {
		v := arrive(t, office.Sample()).say(t, test.said...)
		if w := v.state.Draft.Wishes; len(w) != 1 || w[0].Concern != booking.ConcernID(test.want) || len(v.state.Later) > 0 {
			t.Errorf("%s: %v is wanted, %v noted", name, w, v.state.Later)
		}
	}
}

// Who answers the question whether to cancel with yes and what shall be done has said yes.
func TestYesAndCancelCancels(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "reisepass", "1", "Anna Kurz", "ohne mail", "ja", "meine termine", "1", "absagen")
	if v.step != "cancel" {
		t.Fatalf("at %s", v.step)
	}
	for _, yes := range []string{"ja absagen", "ja, stornieren", "ja bitte absagen"} {
		if after := v.say(t, yes); after.step == "cancel" || len(after.state.Returned.Wishes) == 0 {
			t.Errorf("%q: at %s, %v returned", yes, after.step, after.state.Returned.Wishes)
		}
	}
}
