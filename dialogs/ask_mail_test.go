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
