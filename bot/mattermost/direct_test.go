package mattermost_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot/mattermost/mattermosttest"
)

// directly is somebody in the channel between them and the bot.
func (w *town) directly(u *mattermosttest.User) *mattermosttest.User { return u.In(w.server.Direct(u)) }

// one is the only message on the screen, which stands there for good.
func one(t *testing.T, u *mattermosttest.User) mattermosttest.Message {
	t.Helper()
	seen := u.Screen()
	if len(seen) != 1 || seen[0].OnlyVisible || seen[0].From != "terminbot" {
		t.Fatalf("there is not one message of the bot's:\n%s", u.Transcript())
	}
	return seen[0]
}

func TestInTheDirectChannelAClerkBooksByPressingAlone(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	anna := w.directly(w.anna)
	anna.Command("/termin neu")
	anna.Select("Auswählen …", "1. Ausweise und Pässe")
	anna.WaitFor("Vorläufiger Reisepass")
	anna.Select("Auswählen …", "1. Personalausweis beantragen")
	anna.Tap("Weiter")
	anna.Tap("Tag aussuchen")
	anna.Tap("Dienstag, 24. November: 100 Zeiten frei")
	anna.Select("Vormittag", "9:30")
	anna.Submit(map[string]string{"Ihre Antwort": "Erika Beispiel"})
	anna.Tap("Eingeben …")
	anna.Submit(map[string]string{"Ihre Antwort": "02389 71-234"})
	anna.Tap("Ohne E-Mail")
	anna.Select("Auswählen …", "1. Verbindlich buchen")
	one(t, anna)
	w.isBooked()
}

func TestInTheDirectChannelButtonsNeverRunOut(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	anna := w.directly(w.anna)
	anna.Command("/termin heute")
	first := one(t, anna)
	for range 20 {
		anna.Tap("Tag danach")
	}
	if last := one(t, anna); last.ID != first.ID || !strings.Contains(last.Text, "Sonntag, 13. Dezember") || len(last.Labels()) == 0 {
		t.Errorf("after twenty presses: %s", last)
	}
	w.clock.advance(time.Hour)
	anna.Tap("Tag danach")
	if last := one(t, anna); !strings.Contains(last.Text, "Montag, 14. Dezember") {
		t.Errorf("an hour later: %s", last)
	}
	if n := len(w.server.Calls("POST /hooks/commands/{hook}", "PUT /posts/{post}/patch")); n != 0 {
		t.Errorf("%d calls for what an answer does", n)
	}
}

func TestInTheDirectChannelThereIsOneMessageADay(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	anna := w.directly(w.anna)
	anna.Command("/termin heute")
	first := one(t, anna)
	anna.Command("/termin morgen")
	if again := one(t, anna); again.ID != first.ID || !strings.Contains(again.Text, "Dienstag, 24. November") {
		t.Errorf("the second command: %s", again)
	}
	w.clock.advance(time.Second)
	anna.PostButton("Notiz", w.address.String(), nil)
	if seen := anna.Command("/termin heute"); !seen.OnlyVisible || !strings.Contains(seen.Text, "weiter oben") {
		t.Errorf("something was written below: %s", seen)
	}
	w.clock.advance(24 * time.Hour)
	anna.Command("/termin heute")
	if next := anna.Last(); next.ID == first.ID || next.OnlyVisible || !strings.Contains(next.Text, "Dienstag, 24. November") {
		t.Errorf("the next day: %s", next)
	}
}

func TestInTheDirectChannelAFormChangesTheMessage(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	anna := w.directly(w.anna)
	anna.Command("/termin finde")
	anna.Tap("Eingeben …")
	anna.Submit(map[string]string{"Ihre Antwort": "Erika"})
	if seen := one(t, anna); !strings.Contains(seen.Text, "„Erika“") {
		t.Errorf("%s", seen)
	}
	if n := len(w.server.Calls("POST /hooks/commands/{hook}")); n != 0 {
		t.Errorf("%d answers were spent", n)
	}
}

// What was sent has arrived, whether or not the message can show it: the form
// says so, and the next command shows the rest.
func TestWhereTheMessageCannotChangeTheFormAnswers(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.booked(w.today().Add(1), "Erika Beispiel")
	anna := w.directly(w.anna)
	anna.Command("/termin finde")
	anna.Tap("Eingeben …")
	w.server.Fail(faultOn("PUT /posts/{post}/patch"))
	err := anna.TrySubmit(map[string]string{"Ihre Antwort": "Erika"})
	if err == nil || !strings.Contains(err.Error(), "Zu „Erika“: 1 Termin\n") || !strings.Contains(err.Error(), "Das ist angekommen.") {
		t.Errorf("the form answers %v", err)
	}
	if seen := one(t, anna); strings.Contains(seen.Text, "„Erika“") {
		t.Fatalf("the message could change: %s", seen)
	}
	anna.Cancel()
	anna.Command("/termin öffne")
	if seen := one(t, anna); strings.Contains(seen.Text, "ältere Auswahl") {
		t.Errorf("%s", seen)
	}
}

// Names stand in a stored message only where Mattermost itself says that nobody
// else reads it.
func TestOnlyTheDirectChannelKeepsAnswers(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		in     func(w *town) *mattermosttest.User
		change func(w *town, form url.Values)
	}{
		"the staff's channel": {in: func(w *town) *mattermosttest.User { return w.anna }},
		"a public channel":    {in: func(w *town) *mattermosttest.User { return w.anna.In(w.server.Square) }},
		"a channel that calls itself direct": {in: func(w *town) *mattermosttest.User {
			c := w.server.NewPrivateChannel(model.GetDMNameFromIds(w.anna.ID, w.server.Bot.ID))
			w.anna.Join(c)
			w.server.Bot.Join(c)
			return w.anna.In(c)
		}},
		"a public one under a direct one's name": {
			in: func(w *town) *mattermosttest.User { return w.anna.In(w.server.Square) },
			change: func(w *town, form url.Values) {
				form.Set("channel_name", w.server.Direct(w.anna).Name)
			},
		},
		"somebody else's": {
			in: func(w *town) *mattermosttest.User { return w.directly(w.server.NewMember("Ben")) },
			change: func(w *town, form url.Values) {
				form.Set("user_id", w.anna.ID)
			},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			test.in(w).Command("/termin heute")
			before := len(w.server.Calls("POST /posts"))
			if test.change != nil {
				call := w.lastCall("command")
				form, _ := url.ParseQuery(string(call.Body))
				test.change(w, form)
				call.Body = []byte(form.Encode())
				if answered, err := w.server.Send(call); err != nil || !strings.Contains(string(answered.Answer), `"ephemeral"`) {
					t.Errorf("answered %v %s", err, answered.Answer)
				}
			} else if before > 0 {
				t.Error("a message was posted")
			}
			if n := len(w.server.Calls("POST /posts")); n != before {
				t.Error("a message was posted")
			}
		})
	}
}

func TestWhereTheMessageCannotStandAnswersAreWhispered(t *testing.T) {
	t.Parallel()
	for route, first := range map[string]bool{
		"GET /users/me": true, "GET /channels/{channel}": true, "GET /channels/{channel}/posts": true,
		"POST /posts": true, "PUT /posts/{post}/patch": false,
	} {
		t.Run(route, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			anna := w.directly(w.anna)
			if !first {
				anna.Command("/termin heute")
			}
			w.server.Fail(faultOn(route))
			if seen := anna.Command("/termin morgen"); !seen.OnlyVisible || !strings.Contains(seen.Text, "Dienstag, 24. November") {
				t.Fatalf("answered %s", seen)
			}
			anna.Tap("Tag danach")
			if seen := anna.Last(); !seen.OnlyVisible || !strings.Contains(seen.Text, "Mittwoch, 25. November") {
				t.Errorf("then %s", seen)
			}
			anna.Command("/termin heute")
			if seen := anna.WaitFor("Montag, 23. November"); seen.OnlyVisible {
				t.Errorf("it is never found again: %s", anna.Transcript())
			}
		})
	}
}

func TestADeletedMessageIsPostedAgain(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	anna := w.directly(w.anna)
	anna.Command("/termin heute")
	old := one(t, anna)
	w.clock.advance(time.Second)
	w.server.Delete(old)
	anna.Command("/termin morgen")
	if seen := one(t, anna); seen.ID == old.ID || !strings.Contains(seen.Text, "Dienstag, 24. November") {
		t.Errorf("%s", seen)
	}
}

// Another's button, and one's own in another channel, do nothing.
func TestTicketsOfADirectChannelHoldThereAlone(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ben := w.server.NewMember("Ben")
	w.directly(w.anna).Command("/termin heute")
	w.directly(w.anna).Tap("Tag danach")
	call := w.lastCall("action")
	for name, change := range map[string]func(body map[string]any){
		"another channel": func(body map[string]any) { body["channel_id"] = w.server.Staff.ID },
		"another user":    func(body map[string]any) { body["user_id"] = ben.ID },
		"a whispered one made to last": func(body map[string]any) {
			w.anna.Command("/termin morgen")
			w.anna.Tap("Tag danach")
			signed := ticketOf(t, w.lastCall("action"))
			body["channel_id"] = w.server.Staff.ID
			body["context"].(map[string]any)["ticket"] = altered(t, signed, `"until":`, `"live":true,"until":`)
		},
	} {
		if answer := w.sent(call, change); !strings.Contains(answer, noTicket) || strings.Contains(answer, `"message"`) {
			t.Errorf("%s: answered %s", name, answer)
		}
	}
}

func TestAnOfficeCanSwitchStoredAnswersOff(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	anna := w.directly(w.anna)
	anna.Command("/termin heute")
	settings := w.settings()
	settings.Direct = false
	w.door.lead(w.counterAs(settings, w.host))
	posted := len(w.server.Calls("POST /posts"))
	anna.Tap("Tag danach")
	if seen := anna.Last(); !seen.OnlyVisible || strings.Contains(seen.Text, "Direktnachricht") {
		t.Errorf("a button from before: %s", seen)
	}
	if seen := anna.Command("/termin heute"); !seen.OnlyVisible || len(w.server.Calls("POST /posts")) != posted {
		t.Errorf("a command: %s", seen)
	}
}

func TestEveryViewFitsTheDirectChannel(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for i := range 30 {
		w.booked(w.today().Add(1), "Erika "+strings.Repeat("Beispiel ", 8)+string(rune('A'+i)))
	}
	anna := w.directly(w.anna)
	for _, typed := range []string{"", "hilfe", "heute", "24.11.", "woche", "frei 24.11.", "finde Erika", "neu", "Personalausweis", "weiter", "1", "1", "24.11."} {
		anna.Command("/termin " + typed)
		if seen := one(t, anna); len(seen.Labels()) == 0 || strings.Contains(seen.Text, "• ") {
			t.Errorf("%q has no buttons: %s", typed, seen)
		}
	}
	for _, c := range w.server.Calls("POST /posts", "PUT /posts/{post}/patch") {
		if c.Status >= http.StatusBadRequest {
			t.Errorf("refused: %s", c.Error)
		}
	}
}

// What no message could hold becomes lists, and in the end words: here because
// each button leads to a very long address.
func TestTooManyButtonsBecomeListsAndThenWords(t *testing.T) {
	t.Parallel()
	for length, want := range map[int]string{1200: "Auswählen …", 8000: ""} {
		w := newTown(t)
		below := "/" + strings.Repeat("x", length)
		web := httptest.NewServer(http.StripPrefix(below, w.door))
		t.Cleanup(web.Close)
		settings := w.settings()
		settings.PublicURL, _ = url.Parse(web.URL + below)
		w.door.lead(w.counterAs(settings, w.host))
		anna := w.directly(w.anna)
		anna.Command("/termin heute")
		if want == "" {
			if seen := one(t, anna); len(seen.Labels()) > 0 || !strings.Contains(seen.Text, "• Tag danach") {
				t.Errorf("without room for a button: %s", seen)
			}
			continue
		}
		anna.Select(want, "Tag danach")
		if seen := one(t, anna); !strings.Contains(seen.Text, "Dienstag, 24. November") {
			t.Errorf("chosen from a list: %s", seen)
		}
	}
}
