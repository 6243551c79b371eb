package dialogs

import (
	"strings"
	"testing"
)

// A link to an appointment's number opens that, unless something is being booked: then
// nothing of it is thrown away.
func TestALinkThrowsNothingAway(t *testing.T) {
	t.Parallel()
	for begun, want := range map[bool]bool{false: true, true: false} {
		talk := at(citizenFlow{}, noScreen, "")
		if begun {
			talk.Draft = answered()
		}
		talk.flow.start(talk, "number_K7M4QX")
		if opened := !talk.Draft.Begun(); opened != want {
			t.Errorf("while something is booked: %v; opened %v at %q, %+v", begun, opened, talk.Screen, talk.Draft)
		}
	}
}

// A link is named after what it leads to.
func TestALinkIsNamedAfterWhatItLeadsTo(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, resumeScreen, "")
	o := talk.facts.Town.Offices[0]
	concern, category := o.Concerns[0], o.Categories[0]
	for payload, want := range map[string]string{
		"concern_" + string(concern.ID): concern.Name.In("de"), "category_" + string(category.ID): category.Name.In("de"),
	} {
		if got := inGerman(talk.linkLabel(payload)); !strings.Contains(got, want) || want == "" {
			t.Errorf("%s is called %q, want %q in it", payload, got, want)
		}
	}
	if got := talk.linkLabel("category_none"); got.Key != "resume.over" {
		t.Errorf("nowhere is called %v", got)
	}
}
