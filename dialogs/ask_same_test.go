package dialogs_test

import (
	"testing"

	"terminbote/office"
)

// again is a visitor who has booked before and is asked for the name once more.
func again(t *testing.T) visitor {
	t.Helper()
	v := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1", "Jens Vogt", "jens@vogt.de", "ja")
	if v.step != "booked" {
		t.Fatalf("not booked but at %s", v.step)
	}
	v = v.say(t, "Meldebescheinigung", "2")
	if v.step != "name" {
		t.Fatalf("not asked for the name but at %s", v.step)
	}
	return v
}

func TestNameAndMailAreOfferedAgain(t *testing.T) {
	t.Parallel()
	v := again(t)
	tapped := v.tap(t, "same")
	if tapped.step != "review" || tapped.state.Draft.Name != "Jens Vogt" || tapped.state.Draft.Mail != "jens@vogt.de" {
		t.Errorf("tapped: at %s with %q and %q", tapped.step, tapped.state.Draft.Name, tapped.state.Draft.Mail)
	}
	for _, text := range []string{"wie letztes mal", "Jens Vogt, jens@vogt.de", "dieselben Daten bitte", "ja", "same as last time"} {
		said := v.say(t, text)
		if said.step != "review" || said.state.Draft.Name != "Jens Vogt" || said.state.Draft.Mail != "jens@vogt.de" {
			t.Errorf("%s: at %s with %q and %q", text, said.step, said.state.Draft.Name, said.state.Draft.Mail)
		}
	}
}

func TestAnotherNameMayHaveTheSameMail(t *testing.T) {
	t.Parallel()
	v := again(t).say(t, "Anna Vogt")
	if !v.offers("same") {
		t.Fatalf("the mail is not offered: %v", v.view.Groups)
	}
	if v = v.tap(t, "same"); v.state.Draft.Name != "Anna Vogt" || v.state.Draft.Mail != "jens@vogt.de" {
		t.Errorf("booked for %q, %q", v.state.Draft.Name, v.state.Draft.Mail)
	}
}

func TestWhoHasNotBookedIsOfferedNoName(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Führungszeugnis", "1")
	if v.offers("same") {
		t.Error("a name is offered")
	}
	if v = v.say(t, "wie letztes mal"); !v.remarked("name.nothing_before") || v.state.Draft.Name != "" {
		t.Errorf("said %v, name %q", v.remarks, v.state.Draft.Name)
	}
}
