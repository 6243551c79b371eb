package dialogs_test

import (
	"testing"

	"terminbote/office"
)

// An address that the mail server cannot take is refused where it is asked for,
// in whatever way it is given, and another one is asked for.
func TestAnAddressThatMailsCannotReachIsRefusedAtTheQuestion(t *testing.T) {
	t.Parallel()
	const umlaut = "jürgen@bücher.de"
	before := arrive(t, office.Sample()).say(t, "Reisepass am Dienstag, 8. Dezember um 9:00")
	before.memory = before.memory.Clone()
	before.memory.PlainMail = true
	ways := map[string]visitor{
		"with the name":         before.say(t, "Jürgen Müller, "+umlaut),
		"as the answer":         before.say(t, "Jürgen Müller", umlaut),
		"in a sentence":         before.say(t, "Jürgen Müller", "schreiben Sie mir an "+umlaut),
		"changed in the review": before.say(t, "Jürgen Müller", "mueller@example.org").tap(t, "change:mail").say(t, umlaut),
	}
	for way, v := range ways {
		if v.step != "mail" || !v.remarked("mail.plain") || v.state.Draft.Mail != "" {
			t.Errorf("%s: in %s, %q:\n%s", way, v.step, v.state.Draft.Mail, v.seen("de"))
		}
		if v = v.say(t, "juergen@bücher.de"); v.step != "review" {
			t.Errorf("%s: umlauts behind the @ are refused, too:\n%s", way, v.seen("de"))
		}
	}
	before.memory.PlainMail = false
	if v := before.say(t, "Jürgen Müller", umlaut); v.step != "review" || v.state.Draft.Mail == "" {
		t.Errorf("a server that takes it gets it not:\n%s", v.seen("de"))
	}
}
