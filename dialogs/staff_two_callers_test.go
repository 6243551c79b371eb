package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// A second person in one line gets no concern of the first: their line waits.
func TestASecondPersonInOneLineWaits(t *testing.T) {
	t.Parallel()
	for line, name := range map[string]string{
		"neu Perso Schmidt und Reisepass Müller, beide Dienstag":          "Schmidt",
		"neu Perso für Schmidt, Reisepass für Müller":                     "Schmidt",
		"neu Perso Schmidt und dann Reisepass Müller":                     "Schmidt",
		"new ID card Smith and passport Jones, both tuesday":              "Smith",
		"new passport for Mr Smith and an ID card for Mrs Jones":          "Smith",
		"neu Perso Frau Nowak 0171 2345678, Reisepass Herr Becker":        "Nowak",
		"neu Perso und Reisepass Schmidt":                                 "",
		"neu Perso Anna Schmidt und Reisepass Ben Schmidt":                "",
		"neu 2 perso 8.12. 10:00 Schmidt 0171 2345678, und ein Reisepass": "",
	} {
		v := arriveAsClerk(t, office.Sample(), booking.Clerk).say(t, line)
		waits, d := v.state.Work.OpenLines.Lines, v.state.Draft
		if name == "" && len(waits) > 0 || name != "" && (d.Name != name || len(d.Wishes) != 1 || len(waits) != 1 || !v.remarked("staff.line_kept")) {
			t.Errorf("%q: %q with %v, %q waits, at %s: %v", line, d.Name, d.Wishes, waits, v.step, v.remarks)
		}
	}
}
