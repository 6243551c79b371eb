package dialogs_test

import (
	"testing"

	"terminbote/office"
)

// Where an address is asked about, its domain alone puts it right.
func TestADomainAloneMendsTheAddressAskedAbout(t *testing.T) {
	t.Parallel()
	asked := arrive(t, office.Sample()).say(t, "Reisepass am Dienstag, 8. Dezember um 9:00", "Liam O'Connor", "liam@gmial.com")
	for text, want := range map[string]string{
		"sorry gmail.com": "liam@gmail.com", "@web.de": "liam@web.de", "ja": "liam@gmail.com", "nein": "liam@gmial.com", "liam@posteo.de": "liam@posteo.de",
	} {
		if v := asked.say(t, text); v.step != "review" || v.state.Draft.Mail != want {
			t.Errorf("%q: in %s, %q:\n%s", text, v.step, v.state.Draft.Mail, v.seen("de"))
		}
	}
	if v := asked.say(t, "weiß nicht"); v.step != "mail" {
		t.Errorf("no domain was taken for one: %q", v.state.Draft.Mail)
	}
}

// That there is no address can be said beside the name.
func TestThatThereIsNoAddressIsSaidBesideTheName(t *testing.T) {
	t.Parallel()
	asked := arrive(t, office.Sample()).say(t, "Reisepass am Dienstag, 8. Dezember um 9:00")
	for _, text := range []string{"Olaf Petersen, keine Mail", "olaf petersen, ich hab leider keine e-mail", "Olaf Petersen; ohne E-Mail"} {
		if v := asked.say(t, text); v.step != "review" || v.state.Draft.Name == "" || v.remarked("taken.rest") {
			t.Errorf("%q: in %s:\n%s", text, v.step, v.seen("de"))
		}
	}
	if v := asked.say(t, "Olaf Petersen"); v.step != "mail" {
		t.Errorf("the address is not asked for but %s", v.step)
	}
}
