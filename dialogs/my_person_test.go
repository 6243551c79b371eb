package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Where staff of several offices can be reached, one of them is chosen: by a yes
// none is, and two of one name are told apart by where they are.
func TestTheOfficeToTalkToIsChosen(t *testing.T) {
	t.Parallel()
	town := district(t, "Selm", "Selm")
	town.Offices[0].Address.Street, town.Offices[1].Address.Street = "Markt 1", "Am Bahnhof 7"
	v := arrive(t, town)
	v.memory.Reachable = []booking.OfficeID{town.Offices[0].ID, town.Offices[1].ID}
	v = v.say(t, "Mit einem Menschen sprechen")
	seen := ""
	for _, c := range v.view.Groups[0].Choices {
		seen += locales.For("de").Say(c.Label) + "\n"
	}
	for _, line := range v.view.Body {
		seen += locales.For("de").Say(line) + "\n"
	}
	for _, want := range []string{
		"Mit Markt 1, Selm: Bürgerbüro Selm schreiben\n", "Mit Am Bahnhof 7, Selm: Bürgerbüro Selm schreiben\n",
		"\nMarkt 1, Selm: Bürgerbüro Selm\n", "\nAm Bahnhof 7, Selm: Bürgerbüro Selm\n",
	} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is missing in:\n%s", want, seen)
		}
	}
	if v = v.say(t, "ja"); len(v.commands) > 0 || v.remarked("remark.yes_or_no") || !v.remarked("remark.choose") {
		t.Errorf("a yes to two offices gives %v and says %v", v.commands, v.remarks)
	}
	if yes := v.tap(t, "yes"); len(yes.commands) > 0 {
		t.Errorf("a yes that nobody offered gives %v", yes.commands)
	}
	v = v.tap(t, "to:"+string(town.Offices[1].ID))
	if len(v.commands) != 1 {
		t.Fatalf("the choice gives %v", v.commands)
	}
	if c, ok := v.commands[0].(dialogs.HandOver); !ok || c.Office != town.Offices[1].ID {
		t.Errorf("the choice gives %+v", v.commands[0])
	}
}
