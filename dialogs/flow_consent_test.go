package dialogs_test

import (
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// graves is every question whose yes takes something away.
func graves(t *testing.T) map[string]visitor {
	t.Helper()
	lead := arriveAsClerk(t, smallOffice(t), booking.Lead)
	citizen := arrive(t, smallOffice(t)).
		say(t, "Perso", "morgen 10 Uhr", "Erika Beispiel", "e@example.org", "ja", "meine termine")
	closing := lead.say(t, "sperre 25.11. Rohrbruch")
	opened := lead.say(t, "öffne 25.11. 18 19 Schalter 1 intern", "ja")
	return map[string]visitor{
		"strike":        lead.say(t, "absage KKK999"),
		"miss":          lead.say(t, "fehlt BBB222"),
		"closingReview": closing,
		"reopen":        closing.say(t, "ja").tap(t, "reopen"),
		"withdraw":      opened.tap(t, beginning(t, opened, "extra:")),
		"cancel":        citizen.tap(t, beginning(t, citizen, "a:")).tap(t, "cancel"),
		"erase":         citizen.say(t, "meine daten").tap(t, "erase"),
	}
}

// beginning is the choice whose ID begins so.
func beginning(t *testing.T, v visitor, prefix string) string {
	t.Helper()
	all, _ := v.choices()
	i := slices.IndexFunc(all, func(c dialogs.Choice) bool { return strings.HasPrefix(c.ID, prefix) })
	if i < 0 {
		t.Fatalf("%s offers nothing like %q", v.step, prefix)
	}
	return all[i].ID
}

// Going on is no consent to losing something.
func TestOnlyAPlainYesTakesSomethingAway(t *testing.T) {
	t.Parallel()
	for name, v := range graves(t) {
		if v.step != name {
			t.Errorf("at %s, want %s: %v", v.step, name, v.remarks)
			continue
		}
		for _, text := range []string{"weiter", "weitermachen", "continue", "ok", "termin", "book", "mehr"} {
			if next := v.say(t, text); len(next.commands) > 0 {
				t.Errorf("%q at %s does %v", text, name, next.commands)
			}
		}
		all, _ := v.choices()
		yes := all[slices.IndexFunc(all, func(c dialogs.Choice) bool { return c.ID == "yes" })]
		label := locales.For("de").Say(yes.Label)
		for _, text := range []string{"ja", "Ja bitte", "yes", "1", label, strings.ReplaceAll(label, ",", "")} {
			if next := v.refused(t, dialogs.Said{Text: text}, booking.ErrOver); len(next.commands) == 0 {
				t.Errorf("%q at %s does nothing: %v", text, name, next.remarks)
			}
		}
	}
}
