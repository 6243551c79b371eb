package dialogs_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/locales"
	"terminbote/office"
)

// dayOf is the plan of the visitor's day as it reads in German.
func dayOf(t *testing.T, v visitor, names bool) string {
	t.Helper()
	o := v.memory.Town().Offices[0]
	day := o.Today(v.now)
	var said []string
	err := v.memory.Serve(t.Context(), visitors, "Karla", v.now, func(ctx context.Context, r dialogs.Records) error {
		facts, err := r.Facts(ctx, dialogs.Need{
			Offices: []booking.OfficeID{o.ID}, From: day, To: day,
			Staff: dialogs.StaffNeed{Office: o.ID, From: day, To: day},
		})
		view := dialogs.ShowDay(facts, o.ID, day, names)
		lines := slices.Concat([]locales.Line{view.Title}, view.Body, slices.Concat(view.Table.Rows...))
		for _, l := range lines {
			said = append(said, locales.For("de").Say(l))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(said, "\n")
}

func TestNamesStandInADayOnlyIfWanted(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Viewer)
	if shared := dayOf(t, v, false); strings.Contains(shared, "@all") || !strings.Contains(shared, "BBB 222") {
		t.Errorf("to all:\n%s", shared)
	}
	if own := dayOf(t, v, true); !strings.Contains(own, "A|B[2J @all [x](y)") {
		t.Errorf("to the one who asks:\n%s", own)
	}
}

func TestADayCountsWhoCameAndWhomNobodyReached(t *testing.T) {
	t.Parallel()
	day := dayOf(t, arriveAsClerk(t, smallOffice(t), booking.Viewer), false)
	for _, want := range []string{"Gebucht 6 · gekommen 3 · nicht erschienen 1", "Nicht erreicht, bitte anrufen: CCC 333 und FFF 555"} {
		if !strings.Contains(day, want) {
			t.Errorf("no %q in:\n%s", want, day)
		}
	}
	if strings.Contains(day, "HHH 777") {
		t.Errorf("who has cancelled is counted:\n%s", day)
	}
	v := visitor{memory: dialogstest.New(smallOffice(t)), now: monday}
	v.memory.Appoint(dialogs.Colleague{Chat: visitors, Name: "Karla", Role: booking.Viewer})
	if day := dayOf(t, v, false); !strings.Contains(day, "Es ist nichts gebucht.") {
		t.Errorf("an empty day:\n%s", day)
	}
}

func TestALongDayIsOpenedPageByPage(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Viewer)
	o := v.memory.Town().Offices[0]
	for i := range 45 {
		fill(v.memory, o, i%len(numbers), monday.AddDate(0, 0, 2).Add(time.Duration(i)*5*time.Minute), booking.Confirmed)
	}
	v = v.say(t, "25.11.")
	seen := map[string]bool{}
	for range 3 {
		all, _ := v.choices()
		for _, c := range all {
			if strings.HasPrefix(c.ID, "case:") {
				seen[c.ID] = true
			}
		}
		v = v.tap(t, "more")
	}
	if len(seen) != 45 || len(v.view.Table.Rows) != 45 {
		t.Errorf("%d of 45 can be opened, %d are shown", len(seen), len(v.view.Table.Rows))
	}
	many := v.say(t, "finde all").view
	told := slices.ContainsFunc(many.Body, func(l locales.Line) bool { return l.Key == "staff.found_many" })
	if len(many.Table.Rows) != dialogs.MostFound || !told {
		t.Errorf("of 45 are found %d: %v", len(many.Table.Rows), many.Body)
	}
}

// An open question comes before staffCommands; with the network's command it does
// not.
func TestWhatIsTypedAnswersTheOpenQuestion(t *testing.T) {
	t.Parallel()
	atMatter := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "neu")
	atDay := atMatter.say(t, "Perso")
	atName := atDay.say(t, "morgen 11 Uhr")
	atReason := atDay.say(t, "menü", "2", "sperre", "morgen", "8 12", "1")
	tests := []struct {
		at   visitor
		text string
		want string
	}{
		{atMatter, "suche Perso", "which"},
		{atMatter, "find Zwetschge", "find"},
		{atMatter, "wer ist da", "queue"},
		{atDay, "morgen", "when"},
		{atDay, "/termin heute", "plan"},
		{atDay, "menü", "resume"},
		{atName, "Norbert Neu", "callersNumber"},
		{atName, "/termin finde Morgen", "find"},
		{atName, "heute", "plan"},
		{atReason, "Neu gestrichen", "closingReview"},
		{atReason, "24.11. Umzug", "closingReview"},
		{atReason, "/termin zeige KKK999", "case"},
	}
	for _, test := range tests {
		if got := test.at.say(t, test.text).step; got != test.want {
			t.Errorf("%q at %s leads to %s, want %s", test.text, test.at.step, got, test.want)
		}
	}
}

func TestStaffBookWhatIsArrangedByTelephone(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).
		say(t, "neu", "Notpass", "morgen 10 Uhr", "Erika Beispiel", "nein", "Ohne E-Mail", "ja")
	if v.step != "receipt" {
		t.Errorf("at %s: %v", v.step, v.remarks)
	}
	citizen := arrive(t, smallOffice(t)).say(t, "Notpass")
	if len(citizen.state.Draft.Wishes) > 0 || !citizen.remarked("refused.phone_only") {
		t.Errorf("a citizen may have %v", citizen.state.Draft.Wishes)
	}
}

func TestStaffBookForWhoHasNoTelephone(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "neu", "Perso", "morgen 11 Uhr", "Erika Beispiel")
	for _, text := range []string{"keine", "none", "ohne", "hat kein Telefon", "-", "ohne telefonnummer"} {
		if next := v.say(t, text); next.step != "callersMail" || !next.state.Draft.NoPhone {
			t.Errorf("%q leads to %s: %v", text, next.step, next.remarks)
		}
	}
}

// A caller hears from the office in its own language, whatever the clerk's is,
// unless they want another.
func TestACallersMailsAreInTheOfficesLanguage(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "English", "new", "Perso",
		"tomorrow 11:00", "Erika Beispiel", "none", "e@example.org")
	for lang, v := range map[string]visitor{"de": v, "en": v.tap(t, "mails:en")} {
		v = v.say(t, "yes")
		booked := func(a booking.Appointment) bool { return a.ID == v.state.Chosen && a.Lang == lang }
		if v.step != "receipt" || v.state.Lang != "en" || !slices.ContainsFunc(v.memory.Appointments(), booked) {
			t.Errorf("at %s, the clerk's language is %s: %v, want mails in %s", v.step, v.state.Lang, v.remarks, lang)
		}
	}
	if odd := v.tap(t, "mails:xx"); !odd.remarked("remark.stale") {
		t.Errorf("mails in a language that is none: %v", odd.remarks)
	}
	if none := v.say(t, "back", "none"); none.offers("mails:en") {
		t.Error("who gets no mails is asked for their language")
	}
}

func TestStaffBookIntoInternalShifts(t *testing.T) {
	t.Parallel()
	const internal = "Donnerstag 16:15" // of desk 1, see small.yaml
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "neu", "Perso", internal)
	if v.step != "name" {
		t.Errorf("a clerk is at %s: %v", v.step, v.remarks)
	}
	citizen := arrive(t, smallOffice(t)).say(t, "Perso", internal)
	if citizen.step == "name" {
		t.Error("a citizen gets an internal time")
	}
}

// What a role does not allow is not done, whatever is typed or tapped.
func TestAViewerChangesNothing(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Viewer)
	before := fmt.Sprint(v.memory.Appointments())
	all := slices.Concat(staffCommands, oddStaffCommands)
	all = slices.DeleteFunc(all, func(text string) bool { return text == "alarm" }) // danger asks nobody for a role
	for _, text := range all {
		for _, at := range []visitor{v, v.say(t, "KKK999"), v.say(t, "heute")} {
			next := at.say(t, text)
			if len(next.commands) > 0 || fmt.Sprint(next.memory.Appointments()) != before {
				t.Errorf("%q at %s: %v", text, at.step, next.commands)
			}
		}
	}
}

// A clerk who has moved the wrong one moves it back, as long as its time is
// free.
func TestAMoveCanBeTakenBack(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk)
	when := func(v visitor) time.Time {
		for _, a := range v.memory.Appointments() {
			if a.Number == "KKK999" {
				return a.Span.Start
			}
		}
		return time.Time{}
	}
	before := when(v)
	v = v.say(t, "verschiebe KKK999", "Mittwoch 11 Uhr", "ja")
	if v.step != "receipt" || !v.offers("undo") || when(v).Equal(before) {
		t.Fatalf("at %s: %v", v.step, v.remarks)
	}
	back := v.say(t, "rückgängig")
	if back.step != "move" || !when(back).Equal(when(v)) {
		t.Fatalf("it moves back unasked: at %s", back.step)
	}
	if back = back.say(t, "ja"); back.step != "receipt" || !when(back).Equal(before) {
		t.Errorf("at %s, it is at %v: %v", back.step, when(back), back.remarks)
	}
	if taken := v.refused(t, dialogs.Said{Text: "rückgängig"}, booking.ErrTaken); taken.step != "time" || !taken.remarked("staff.refused.taken") {
		t.Errorf("the time is taken: at %s: %v", taken.step, taken.remarks)
	}
}

// What is over is said at once, and takes nothing back that can still be.
func TestWhatIsOverIsNotAskedAbout(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "absage KKK999", "ja")
	for _, text := range []string{"absage KKK999", "fehlt KKK999", "verschiebe KKK999"} {
		if next := v.say(t, text); next.step != "case" || !next.remarked("staff.refused.over") {
			t.Errorf("%q: at %s: %v", text, next.step, next.remarks)
		}
	}
	if v = v.say(t, "da KKK999", "rückgängig"); !v.remarked("staff.restored") {
		t.Errorf("what was cancelled stays so: %v", v.remarks)
	}
}

// Nobody is missed before their time, and nobody is asked whether they are.
func TestWhoIsAheadIsNotMissing(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "fehlt KKK999")
	if v.step != "case" || !v.remarked("staff.refused.too_soon") {
		t.Errorf("at %s: %v", v.step, v.remarks)
	}
}

func TestWhatWasDoneCanBeUndoneForTenMinutes(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "absage KKK999", "ja")
	v.now = v.now.Add(booking.UndoWithin - time.Second)
	if soon := v.say(t, "menü"); !soon.offers("undo") || soon.tap(t, "undo").step != "case" {
		t.Error("within ten minutes it cannot be undone")
	}
	v.now = v.now.Add(time.Second)
	if late := v.say(t, "menü"); late.offers("undo") || !late.say(t, "rückgängig").remarked("staff.nothing_to_undo") {
		t.Error("after ten minutes it still can")
	}
}

// A clerk's time is over after ten minutes, a lead's when others have the time.
func TestALeadTakesBackWhatAColleagueCancelled(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "absage KKK999", "ja")
	v.now = v.now.Add(booking.UndoWithin)
	if v = v.say(t, "zeige KKK999"); v.offers("undo") || v.offers("restore") {
		t.Error("after ten minutes a clerk can take it back")
	}
	v.memory.Appoint(dialogs.Colleague{Chat: visitors, Name: v.clerk, Role: booking.Lead})
	if v = v.say(t, "zeige KKK999"); !v.offers("restore") {
		t.Fatal("a lead cannot take it back")
	}
	if v = v.tap(t, "restore"); !v.remarked("staff.restored") || v.offers("restore") {
		t.Errorf("it stands as %v", v.remarks)
	}
}

func TestWhatNobodyOfStaffCancelledIsNotTakenBack(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Lead).say(t, "zeige HHH777")
	if v.step != "case" || v.offers("restore") {
		t.Errorf("at %s it is offered", v.step)
	}
	v = v.say(t, "zeige KKK999")
	err := v.memory.Converse(t.Context(), dialogs.Chat{Channel: "test", Address: "erika"}, v.now,
		func(ctx context.Context, r dialogs.Records) error {
			_, err := r.Do(ctx, dialogs.Cancel{Appointment: v.state.Chosen})
			return err
		})
	if v = v.say(t, "zeige KKK999"); err != nil || v.offers("restore") {
		t.Errorf("what the citizen has cancelled is offered: %v", err)
	}
}

func TestNobodyChangesALeadOfTheSettings(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Lead)
	v.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: "test", Address: "zora"}, Name: "Zora", Role: booking.Lead, Set: true})
	for name, next := range map[string]visitor{
		"written": v.say(t, "rolle Zora ansicht"), "pressed": v.say(t, "rollen").tap(t, "who:2"),
	} {
		if !next.remarked("staff.set_role") || len(next.commands) > 0 {
			t.Errorf("%s: %v, %v", name, next.remarks, next.commands)
		}
	}
}

func TestWhoWantsSomethingNewTwiceMeansIt(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "neu", "Personalausweis", "/termin neu")
	if v.step != "resume" || !v.state.Draft.Begun() {
		t.Fatalf("at %s it is given up unasked", v.step)
	}
	if v = v.say(t, "/termin neu"); v.step != "callersMatter" || v.state.Draft.Begun() {
		t.Errorf("at %s: %v", v.step, v.remarks)
	}
}
