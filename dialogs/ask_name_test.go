package dialogs_test

import (
	"testing"

	"terminbote/office"
)

// named is a visitor who is asked for the name.
func named(t *testing.T) visitor {
	t.Helper()
	v := arrive(t, office.Sample()).say(t, "Perso verloren", "1")
	if v.step != "name" {
		t.Fatalf("not asked for the name but at %s", v.step)
	}
	return v
}

// What answers another question is no name, not even one to be asked about.
func TestAnswersToOtherQuestionsAreNoNames(t *testing.T) {
	t.Parallel()
	before := named(t)
	for _, text := range []string{"ja passt", "genau", "weiß nicht", "später", "nein danke", "ok super"} {
		if v := before.say(t, text); v.step != "name" || !v.remarked("name.word") && !v.remarked("name.refused") || v.state.Draft.Doubt.Name != "" {
			t.Errorf("%q: in %s, asks about %q:\n%s", text, v.step, v.state.Draft.Doubt.Name, v.seen("de"))
		}
	}
}

// Who is asked whether something is a name may say the right one instead, or go
// on with the address.
func TestANameInDoubtCanBeReplacedAndIsNotForgotten(t *testing.T) {
	t.Parallel()
	before := named(t).say(t, "das erste")
	if before.state.Draft.Doubt.Name != "das erste" {
		t.Fatalf("not asked about:\n%s", before.seen("de"))
	}
	if v := before.say(t, "Anna Schmidt"); v.step != "mail" || v.state.Draft.Name != "Anna Schmidt" {
		t.Errorf("in %s with %q:\n%s", v.step, v.state.Draft.Name, v.seen("de"))
	}
	v := before.say(t, "kim@web.de")
	if v.step != "name" || v.state.Draft.Doubt.Name != "das erste" || v.state.Draft.Mail != "kim@web.de" {
		t.Errorf("with the address: in %s, %+v:\n%s", v.step, v.state.Draft, v.seen("de"))
	}
	if v = v.say(t, "ja"); v.step != "review" || v.state.Draft.Name != "das erste" {
		t.Errorf("after yes: in %s with %q:\n%s", v.step, v.state.Draft.Name, v.seen("de"))
	}
	if v = before.say(t, "kim@gmial.com"); v.step != "name" || v.state.Draft.Doubt.Meant == "" {
		t.Fatalf("with a mistyped address: in %s, %+v", v.step, v.state.Draft.Doubt)
	}
	if v = v.say(t, "ja"); v.state.Draft.Name != "das erste" || v.state.Draft.Doubt.Meant == "" {
		t.Errorf("the address is no longer asked about: %+v:\n%s", v.state.Draft, v.seen("de"))
	}
}

// Who says something else than yes to a name in doubt is not asked about it again.
func TestANameInDoubtThatIsPassedOverIsDropped(t *testing.T) {
	t.Parallel()
	v := named(t).say(t, "das erste", "lieber Donnerstag um 10:00")
	if v.step != "name" || v.state.Draft.Doubt.Name != "" {
		t.Errorf("in %s, asks about %q:\n%s", v.step, v.state.Draft.Doubt.Name, v.seen("de"))
	}
	if v := named(t).say(t, "das erste", "was kostet das?"); v.state.Draft.Doubt.Name == "" {
		t.Errorf("a question between forgets it:\n%s", v.seen("de"))
	}
}
