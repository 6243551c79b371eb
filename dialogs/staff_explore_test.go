package dialogs_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
)

// The explorer presses every choice of every view that a clerk can reach in
// each role, and types staffCommands, good and bad. Whatever a role does not allow is
// answered and not done.
func TestEveryViewOfAClerkLeadsOn(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	firsts := map[string]visitor{"in a town of two offices": arriveAsClerk(t, twoOffices(t), booking.Lead)}
	firsts[wholly] = arriveAsClerk(t, smallOffice(t), booking.Lead)
	for name, role := range map[string]booking.Role{"a stranger": booking.Stranger, "a viewer": booking.Viewer, "a clerk": booking.Clerk} {
		firsts[name] = arriveAsClerk(t, smallOffice(t), role)
	}
	explore(t, firsts, func(edges map[edge]map[string]bool, seen shown) {
		checkFile(t, "../docs/dialogs-staff.md", staffPage(t, edges))
		checkShown(t, "staff.txt", seen)
	})
}

// Where a town has several offices, one chooses which one works for.
func TestAClerkOfATownChoosesTheOffice(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, twoOffices(t), booking.Lead).tap(t, "bureau")
	v = v.tap(t, "office:south")
	if v.step != "menu" || v.state.Work.Office != "south" {
		t.Errorf("at %s, for %q", v.step, v.state.Work.Office)
	}
	v = v.turn(t, dialogs.Started{Payload: "office_north"})
	if v.state.Work.Office != "north" {
		t.Errorf("begun from the north's channel, for %q", v.state.Work.Office)
	}
}

// A clerk who walks over to the other office's channel works there, and leaves
// behind what was begun; in the same channel the office is theirs to choose.
func TestAClerkWorksForTheOfficeInWhoseChannelTheyType(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, twoOffices(t), booking.Lead)
	for _, s := range []struct {
		text, among string
		want        booking.OfficeID
		step        string
	}{
		{"neu", "north", "north", "callersMatter"},
		{"heute", "south", "south", "plan"},
		{"morgen", "", "south", "plan"},
		{"neu", "south", "south", "callersMatter"},
		{"ja", "north", "north", "menu"},
	} {
		v = v.turn(t, dialogs.Said{Text: s.text, Office: booking.OfficeID(s.among)})
		if at := v.workOffice(); at != s.want || v.step != s.step {
			t.Errorf("%s in the channel of %q: at %s of %q", s.text, s.among, v.step, at)
		}
	}
	v = v.tap(t, "bureau").tap(t, "office:south")
	if v = v.turn(t, dialogs.Said{Text: "heute", Office: "north"}); v.workOffice() != "south" {
		t.Errorf("what was chosen is forgotten: %q", v.workOffice())
	}
}

// workOffice is the office that the clerk works for.
func (v visitor) workOffice() booking.OfficeID {
	return cmp.Or(v.state.Work.Office, v.memory.Town().Offices[0].ID)
}

// arriveAsClerk begins a clerk's talk on a day on which somebody is in every
// state.
func arriveAsClerk(tb testing.TB, town booking.Town, role booking.Role) visitor {
	tb.Helper()
	v := visitor{memory: dialogstest.New(town), now: monday, state: dialogs.Decode(nil, "de"), clerk: "Karla Kern"}
	v.memory.Appoint(dialogs.Colleague{Chat: visitors, Name: v.clerk, Role: role})
	v.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: "test", Address: "lea"}, Name: "Lea\x07 @all", Role: booking.Lead})
	o := town.Offices[0]
	for i, state := range []booking.State{
		booking.Confirmed, booking.CheckedIn, booking.Called, booking.Finished, booking.Missed, booking.Cancelled, booking.Confirmed,
	} {
		fill(v.memory, o, i, monday.Add(time.Duration(i-3)*20*time.Minute), state)
	}
	fill(v.memory, o, 7, monday.AddDate(0, 0, 1), booking.Confirmed)
	return v.turn(tb, dialogs.Started{})
}

// fill enters what somebody booked whose name breaks tables and screens.
func fill(m *dialogstest.Memory, o *booking.Office, i int, start time.Time, state booking.State) {
	visit, err := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		panic(err)
	}
	a := dialogstest.Elsewhere(o.ID, o.Desks[0].ID, start, visit.Length())
	a.Number, a.State, a.Items, a.Skills = numbers[i], state, visit.Items(), visit.Skills()
	a.Contact = booking.Contact{Name: "A|B\x1b[2J\n@all [x](y)", Mail: "a@b.de", Phone: "02389\t1"}
	id := m.Put(a)
	if i%2 == 1 {
		m.Tell(id, dialogs.NotTold)
	}
}

var numbers = []booking.Number{"BBB222", "CCC333", "DDD444", "FFF555", "GGG666", "HHH777", "JJJ888", "KKK999"}

// staffCommands is what clerks type in every state.
var staffCommands = []string{
	"heute", "/termin morgen", "woche", "24.11.", "frei", "neu", "fertig", "rückgängig", "menü", "finde Beispiel",
	"zeige KKK999", "absage KKK999", "abholbereit", "/termin sperre morgen Rohrbruch", "8-12", "0151 1234",
}

// oddStaffCommands is what they type in some states of each step.
var oddStaffCommands = []string{
	"/termin", "/termin heute", "/termin tanzen", "heutte", "today", "KKK 999", "zeige", "zeige ZZZ999", "zeige 12", "finde",
	"frei 31.2.", "/termin 31.2.", "verschiebe KKK999", "verschiebe BBB222", "verbinde KKK999", "verbinde BBB222", "da KKK999",
	"da BBB222", "abholbereit FFF555 KKK999 12345", "fehlt KKK999", "fehlt BBB222", "fertig DDD444", "aufruf", "aufruf 1", "aufruf 9", "sperre", "sperre Rohrbruch",
	"sperre gestern Rohrbruch", "sperre morgen 12 8", "sperre morgen 8 12 Schalter 1 Rohr\x1b[2J|bruch", "öffne", "öffne morgen 14 16 intern",
	"rolle", "rolle Lea @all ansicht", "rolle Niemand leitung", "rolle Karla Kern ansicht", "rolle Lea Kaiserin", "protokoll",
	"dauer", "dauer ausweis 15", "dauer reisepass oder ausweis 15", "dauer ausweis 999", "dauer nichts 15",
	"alarm", "ticket", "ticket ausweis", "/termin ticket 99 ausweis", "ticket nichts", "ticket reisepass oder ausweis", "zurückstellen", "nochmal aufrufen", "weiter mit", "weiter mit W1",
	"weiterleiten", "weiterleiten Abholschalter Foto\x1b[2J|fehlt", "weiterleiten 9", "/termin help", "finde " + strings.Repeat("x", 500), "finde \x00\x1b[2J",
}

// clerkKey names a state of a clerk's talk by what matters to its way.
func clerkKey(v visitor) string {
	s, w := v.state, v.state.Work
	chosen, served := booking.State(""), false
	for _, a := range v.memory.Appointments() {
		if a.ID == s.Chosen {
			chosen = a.State
		}
		served = served || a.State == booking.Called && a.Desk == w.Desk
	}
	undo := w.Undo.What
	if !v.now.Before(w.Undo.Until) {
		undo = ""
	}
	role := v.memory.Role(visitors)
	at := fmt.Sprint(role, " ", v.step, " ")
	switch v.step {
	case "menu":
		return fmt.Sprint(at, undo)
	case "case", "strike", "miss", "receipt":
		return fmt.Sprint(at, chosen, undo, w.Task != "")
	case "queue":
		return fmt.Sprint(at, served, w.Desk != "", undo)
	case "plan", "free":
		return fmt.Sprint(at, w.Day == booking.DateOf(v.now, time.UTC), len(v.overrides()), undo)
	case "find":
		return fmt.Sprint(at, w.Query != "", len(v.view.Table.Rows))
	}
	if w.Task == "" || s.Screen != "" {
		return fmt.Sprint(at, w.Task != "", s.Draft.Begun())
	}
	d, l := s.Draft, w.OverrideDraft
	return fmt.Sprint(at, w.Task, !l.Day.IsZero(), l.Hours != booking.Hours{}, l.Placed, l.Reason != "", l.For,
		d.Moving != 0, len(d.Wishes) > 0, d.Category != "" && !d.Picked, !d.Day.IsZero(), d.Hold != 0)
}

// overrides is staff's overrides in the visitor's town.
func (v visitor) overrides() []booking.OverrideID {
	var all []booking.OverrideID
	for _, c := range v.view.Groups {
		for _, choice := range c.Choices {
			if strings.HasPrefix(choice.ID, "laid:") || strings.HasPrefix(choice.ID, "extra:") {
				all = append(all, 1)
			}
		}
	}
	return all
}

// isThereAsClerk tells whether a clerk asks for what they see.
func isThereAsClerk(v visitor, text string) bool {
	if slices.Contains([]string{"zurück", "Anfang", "/start", "abbrechen", "menü", "/termin"}, text) {
		return v.step == "menu"
	}
	there := map[string][]string{
		"plan": {"heute", "today", "/termin heute", "/termin morgen", "24.11.", "meine termine", "morgen", "heutte", "nächsten Dienstag"},
		"week": {"woche"}, "free": {"frei"}, "case": {"zeige", "zeige KKK999", "KKK 999"},
		"strike": {"absagen", "absage KKK999"}, "miss": {"fehlt KKK999", "fehlt BBB222"}, "desk": {"aufruf"},
		"find": {"finde", "finde Beispiel", "finde \x00\x1b[2J", v.state.Work.Query}, "colleagues": {"rolle"}, "trail": {"protokoll"}, "callersMatter": {"buchen", "neu"},
		"layDay": {"sperre", "öffne"}, "ticketFor": {"ticket"}, "minutes": {"dauer"}, "minutesOf": {"dauer reisepass oder ausweis 15"}, "minutesReview": {"dauer ausweis 15"}, "closingReview": {"/termin sperre morgen Rohrbruch"}, "resume": {text},
		"time": {"morgen", "heute", "heutte", "today", "24.11.", "nächsten Dienstag"}, "concern": {v.state.Draft.Query},
	}
	return slices.Contains(there[v.step], text)
}
