package mattermost_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
	"terminbote/office"
)

func TestAClerkBooksForACallerByTyping(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for _, typed := range []string{"neu", "Personalausweis", "24.11.", "9:30", "Erika Beispiel", "02389 71-234", "Ohne E-Mail", "ja"} {
		w.anna.Command("/termin " + typed)
	}
	w.isBooked()
}

// Mattermost shows four views with buttons after a command, and the fifth
// after a form; what is typed in between starts over.
func TestAClerkBooksForACallerByPressing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin neu")
	w.anna.Select("Auswählen …", "1. Ausweise und Pässe")
	w.anna.WaitFor("Vorläufiger Reisepass")
	w.anna.Select("Auswählen …", "1. Personalausweis beantragen")
	w.anna.Tap("Weiter")
	w.anna.Tap("Tag aussuchen")
	w.anna.Command("/termin 2") // day
	w.anna.Select("Vormittag", "9:30")
	w.anna.Submit(map[string]string{"Ihre Antwort": "Erika Beispiel"})
	w.anna.Tap("Eingeben …")
	w.anna.Submit(map[string]string{"Ihre Antwort": "02389 71-234"})
	w.anna.Tap("Ohne E-Mail")
	w.anna.Command("/termin ja")
	w.isBooked()
}

// isBooked tells whether there is one appointment as the tests book it.
func (w *town) isBooked() {
	w.Helper()
	var name, phone, start string
	err := w.pool.QueryRow(w.Context(), `
		SELECT name, phone, to_char(starts AT TIME ZONE 'Europe/Berlin', 'DD.MM. HH24:MI') FROM appointment WHERE state = 'confirmed'`,
	).Scan(&name, &phone, &start)
	if err != nil || name != "Erika Beispiel" || start != "24.11. 09:30" {
		w.Errorf("booked: %q %q %q %v\n%s", name, phone, start, err, w.anna.Transcript())
	}
}

// What is wrong with a command is said, and nothing else happens.
func TestACommandThatCannotBeReadIsAnswered(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for typed, want := range map[string]string{
		"/termin absaeg":        "„absage“",
		"/termin 31.2.":         "gibt es im Kalender nicht",
		"/termin hilfe":         "heute",
		"/termin zeige XYZ 123": "keine Terminnummer",
		"/termin finde":         "Namen",
		"/termin heuet":         "Montag, 23. November",
	} {
		seen := w.anna.Command(typed).Text
		if strings.Contains(seen, "Einen Moment") { // on a slow machine the answer follows
			w.anna.WaitFor(want)
			continue
		}
		if !strings.Contains(seen, want) {
			t.Errorf("%s: %q is not in %s", typed, want, seen)
		}
	}
}

func TestStaffAreAnsweredInTheLanguageOfTheirMattermost(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ben := w.server.NewMember("Ben")
	ben.Speaks("en")
	if seen := ben.Command("/termin today").Text; !strings.Contains(seen, "lead") || strings.Contains(seen, "Rolle") {
		t.Errorf("Ben reads: %s", seen)
	}
}

// newTownOfTwo is a town of two offices, in which Anna belongs to a channel of the
// second as well.
func newTownOfTwo(t *testing.T) (w *town, first, second *booking.Office, theirs *mattermosttest.Channel) {
	t.Helper()
	offices, err := office.Load("../../office/testdata/town")
	if err != nil {
		t.Fatal(err)
	}
	w = newTownOf(t, offices)
	theirs = w.server.NewPrivateChannel("buergerbuero-2")
	w.anna.Join(theirs)
	return w, offices.Offices[0], offices.Offices[1], theirs
}

// Where a town has several offices, the channel tells for which one somebody
// works.
func TestTheChannelTellsTheOffice(t *testing.T) {
	t.Parallel()
	w, first, second, theirs := newTownOfTwo(t)
	settings := w.settings()
	settings.Channels[second.ID] = theirs.ID
	w.door.lead(w.counterAs(settings, w.host))
	day, there := w.anna.Command("/termin heute").Text, w.anna.In(theirs).Command("/termin heute").Text
	if !strings.Contains(day, first.Name["de"]) || !strings.Contains(there, second.Name["de"]) {
		t.Errorf("of %s: %s\n\nof %s: %s", first.ID, day, second.ID, there)
	}
	if after := w.anna.In(w.server.Square).Command("/termin morgen").Text; !strings.Contains(after, second.Name["de"]) {
		t.Errorf("in another channel: %s", after)
	}
}

// A channel of two offices tells of neither: the clerk goes on with the one of the
// talk, and not with one that chance has chosen.
func TestAChannelOfTwoOfficesTellsOfNeither(t *testing.T) {
	t.Parallel()
	w, first, second, theirs := newTownOfTwo(t)
	settings := w.settings()
	settings.Channels = map[booking.OfficeID]string{second.ID: theirs.ID, first.ID: w.server.Staff.ID, "third": w.server.Staff.ID, "fourth": w.server.Staff.ID}
	w.door.lead(w.counterAs(settings, w.host))
	if there := w.anna.In(theirs).Command("/termin heute").Text; !strings.Contains(there, second.Name["de"]) {
		t.Fatalf("in the channel of one: %s", there)
	}
	for range 8 { // maps are gone through by chance
		if shared := w.anna.Command("/termin heute").Text; !strings.Contains(shared, second.Name["de"]) {
			t.Fatalf("in the channel of several: %s", shared)
		}
	}
}

// slow is a counter whose turns take as long as a test likes.
type slow struct {
	dialogs.Staff

	until chan struct{}
}

func (s slow) Serve(
	ctx context.Context, chat dialogs.Chat, name string, now time.Time, turn func(context.Context, dialogs.Records) error,
) error {
	<-s.until
	return s.Staff.Serve(ctx, chat, name, now, turn)
}

func TestWhatTakesLongFollows(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	patient := slow{w.store, make(chan struct{})}
	w.door.lead(w.counter(&bot.Host{
		Conversations: w.store, Staff: patient, Inbox: w.store, Screens: w.store,
		Now: w.host.Now, Away: w.host.Away, Log: w.host.Log, Metrics: w.host.Metrics,
	}))
	if seen := w.anna.Command("/termin heute").Text; !strings.Contains(seen, "Einen Moment") {
		t.Errorf("at once: %s", seen)
	}
	close(patient.until)
	w.anna.WaitFor("Montag, 23. November")
	w.anna.Tap("Tag danach")
	w.anna.WaitFor("Dienstag, 24. November")
}

// Mattermost shows five answers after a command; the last is kept for a form.
// After that the talk goes on in words, and typing brings the buttons back.
func TestATalkOutlivesWhatMattermostShowsAfterACommand(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin heute")
	for range 4 {
		w.anna.Tap("Tag danach")
	}
	buttons := w.anna.Last()
	w.anna.Tap("Tag danach")
	last := w.anna.Last()
	if len(buttons.Labels()) == 0 || len(last.Labels()) > 0 || !strings.Contains(last.Text, "Samstag, 28. November") {
		t.Fatalf("%s", w.anna.Transcript())
	}
	if !strings.Contains(last.Text, "in den Direktnachrichten an mich") {
		t.Errorf("nobody is told where buttons stay: %s", last.Text)
	}
	if !strings.Contains(last.Text, "• Tag danach") || !strings.Contains(last.Text, "`/termin 1`") {
		t.Errorf("without buttons nobody knows what to type: %s", last.Text)
	}
	if seen := w.anna.Command("/termin Tag danach"); len(seen.Labels()) == 0 || !strings.Contains(seen.Text, "Sonntag, 29. November") {
		t.Errorf("typed: %s", seen)
	}
}

func TestAfterHalfAnHourPressesAreAnsweredInWords(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin heute")
	w.clock.advance(time.Hour)
	w.anna.Tap("Tag danach")
	if last := w.anna.Last(); !strings.Contains(last.Text, "Dienstag, 24. November") || len(last.Labels()) > 0 {
		t.Errorf("%s", last)
	}
}

func TestAnOptionThatIsNotOfferedChoosesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin")
	w.anna.Select("Auswählen …", "1. Heute")
	w.anna.WaitFor("Montag, 23. November 2026")
	w.anna.Command("/termin")
	call := w.lastCall("action")
	for _, option := range []any{"", "cancel:yes", strings.Repeat("x", 5000), 7, nil} {
		w.sent(call, func(body map[string]any) { body["context"].(map[string]any)["selected_option"] = option })
		if last := w.anna.Last().Text; !strings.Contains(last, "ältere Auswahl") {
			t.Errorf("%.10v: %s", option, last)
		}
	}
}

func TestAFormWithoutAnAnswerIsAskedAgain(t *testing.T) {
	t.Parallel()
	w := naming(t)
	w.unmoved("an empty form", func() {
		if err := w.anna.TrySubmit(map[string]string{"Ihre Antwort": "  "}); err == nil {
			t.Error("it is taken")
		}
	})
}

func TestAFormThatDoesNotOpenIsSaid(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin finde")
	w.server.Fail(faultOn("POST /actions/dialogs/open"))
	w.anna.Tap("Eingeben …")
	w.anna.WaitFor("ließ sich nicht öffnen")
	if seen := w.anna.Command("/termin Erika").Text; !strings.Contains(seen, "Erika") {
		t.Errorf("typed instead: %s", seen)
	}
}

func TestTheTitlesOfFormsAreShortEnough(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "en"} {
		w := newTown(t)
		w.anna.Speaks(lang)
		w.anna.Command("/termin finde")
		w.anna.Tap(map[string]string{"de": "Eingeben …", "en": "Type …"}[lang])
		if d := w.anna.Dialog(); len(d.Title) > 24 || len(d.Elements[0].DisplayName) > 24 {
			t.Errorf("%s: %q, %q", lang, d.Title, d.Elements[0].DisplayName)
		}
	}
}

func TestALeadGivesAColleagueARole(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ben := w.server.NewMember("Ben")
	if seen := ben.Command("/termin heute").Text; strings.Contains(seen, "Montag") {
		t.Fatalf("without a role Ben sees %s", seen)
	}
	said := w.anna.Command("/termin rolle @ben clerk").Text
	if want := "ben (Konto in mattermost, seit Donnerstag, 1. Januar 1970)"; !strings.Contains(said, want) {
		t.Errorf("which account it is, is not said: %s", said)
	}
	if role, err := w.store.RoleOf(t.Context(), dialogs.Chat{Channel: mattermost.Channel, Address: ben.ID}); err != nil || role != booking.Clerk {
		t.Errorf("Ben's role is %q, %v:\n%s", role, err, w.anna.Transcript())
	}
	if seen := ben.Command("/termin heute").Text; !strings.Contains(seen, "Montag, 23. November") {
		t.Errorf("Ben sees %s", seen)
	}
}

// Ben calls himself Benedikt now, and somebody new has taken his name. What the
// program remembers of either counts for nothing.
func TestANameIsWhoseItIsToday(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	former := w.server.NewMember("Ben")
	w.anna.Command("/termin rolle @ben clerk")
	former.Command("/termin heute")
	former.Rename("benedikt")
	taker := w.server.NewMember("Ben")
	w.anna.Command("/termin rolle ben viewer") // without an @, too
	w.hasRole(former, booking.Clerk)
	w.hasRole(taker, booking.Viewer)
	w.anna.Command("/termin rolle @ben lead")
	w.hasRole(former, booking.Clerk)
	w.hasRole(taker, booking.Lead)

	former.Command("/termin heute") // at once, while the program still remembers who is let in
	if seen := w.anna.Command("/termin rolle"); !slices.Contains(seen.Labels(), "benedikt: Sachbearbeitung") {
		t.Errorf("who was seen goes by the former name:\n%s", seen)
	}
	former.Rename("benno")
	former.Tap("Tag danach")
	if seen := w.anna.Command("/termin rolle"); !slices.Contains(seen.Labels(), "benno: Sachbearbeitung") {
		t.Errorf("who pressed goes by the former name:\n%s", seen)
	}
}

func (w *town) hasRole(u *mattermosttest.User, want booking.Role) {
	w.Helper()
	got, err := w.store.RoleOf(w.Context(), dialogs.Chat{Channel: mattermost.Channel, Address: u.ID})
	if err != nil || got != want {
		w.Errorf("%s has the role %q, want %q: %v\n%s", u.Username, got, want, err, w.anna.Transcript())
	}
}
