package mattermost_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
)

// What people are told whose call is not allowed.
const (
	noTicket = "Das gilt nicht mehr, oder es ist nicht von mir"
	stranger = "Der Schalter ist für die Mitglieder des Mitarbeiterkanals"
	away     = "Ich kann gerade nicht nachsehen"
)

// lastCall is the last thing that Mattermost sent to an address of ours.
func (w *town) lastCall(path string) mattermosttest.Callback {
	w.Helper()
	all := w.server.Callbacks()
	for i := len(all) - 1; i >= 0; i-- {
		if strings.HasSuffix(all[i].URL, mattermost.Path+path) {
			return all[i]
		}
	}
	w.Fatalf("nothing was sent to %s", path)
	return mattermosttest.Callback{}
}

// sent sends a call with something in it changed, and returns the answer.
func (w *town) sent(call mattermosttest.Callback, change func(body map[string]any)) string {
	w.Helper()
	var body map[string]any
	if err := json.Unmarshal(call.Body, &body); err != nil {
		w.Fatal(err)
	}
	change(body)
	call.Body, _ = json.Marshal(body)
	answered, err := w.server.Send(call)
	if err != nil {
		w.Fatal(err)
	}
	return string(answered.Answer)
}

// unmoved does something that must not change a row.
func (w *town) unmoved(what string, do func()) {
	w.Helper()
	before := w.rows()
	do()
	if after := w.rows(); after != before {
		w.Errorf("%s: something was done:\n%s\nand before:\n%s", what, after, before)
	}
}

func TestForgedActionsDoNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ben := w.server.NewMember("Ben")
	w.anna.Command("/termin heute")
	w.anna.Tap("Tag danach")
	real := w.lastCall("action")
	ticket := func(body map[string]any) map[string]any { return body["context"].(map[string]any) }
	signed := ticketOf(t, real)
	tests := map[string]func(body map[string]any){
		"no context":        func(body map[string]any) { delete(body, "context") },
		"no signature":      func(body map[string]any) { ticket(body)["ticket"], _, _ = strings.Cut(signed, ".") },
		"another signature": func(body map[string]any) { ticket(body)["ticket"] = signed[:len(signed)-4] + "AAAA" },
		"no string":         func(body map[string]any) { ticket(body)["ticket"] = 7 },
		"nonsense":          func(body map[string]any) { ticket(body)["ticket"] = "a.b.c" },
		"another choice":    func(body map[string]any) { ticket(body)["ticket"] = altered(t, signed, `"choice":"`, `"choice":"x`) },
		"another user":      func(body map[string]any) { body["user_id"] = ben.ID },
		"no user":           func(body map[string]any) { delete(body, "user_id") },
		"another channel":   func(body map[string]any) { body["channel_id"] = w.server.Square.ID },
	}
	for name, change := range tests {
		w.unmoved(name, func() {
			if answer := w.sent(real, change); !strings.Contains(answer, noTicket) {
				t.Errorf("%s: answered %s", name, answer)
			}
		})
	}
	w.clock.advance(12 * time.Hour)
	w.unmoved("expired", func() {
		if answer := w.sent(real, func(map[string]any) {}); !strings.Contains(answer, noTicket) {
			t.Errorf("expired: answered %s", answer)
		}
	})
	if n := w.refusals(); n != len(tests)+1 {
		t.Errorf("%d refusals were counted, want %d:\n%s", n, len(tests)+1, w.log)
	}
	// Of one kind there is one line a minute, so that nobody can fill the log.
	if n := strings.Count(w.log.String(), "call refused"); n == 0 || n > 3 {
		t.Errorf("%d refusals in the log, want one of each of three kinds:\n%s", n, w.log)
	}
}

// refusals is how many calls were refused, as the metrics count them.
func (w *town) refusals() (n int) {
	w.Helper()
	page := httptest.NewRecorder()
	w.host.Metrics.Handler().ServeHTTP(page, httptest.NewRequestWithContext(w.Context(), http.MethodGet, "/metrics", nil))
	for line := range strings.Lines(page.Body.String()) {
		if strings.HasPrefix(line, "terminbote_refused_calls_total{") {
			of, err := strconv.Atoi(strings.TrimSpace(line[strings.LastIndex(line, " "):]))
			if err != nil {
				w.Fatal(err)
			}
			n += of
		}
	}
	return n
}

// ticketOf is the ticket that a press carried.
func ticketOf(t *testing.T, call mattermosttest.Callback) string {
	t.Helper()
	var body model.PostActionIntegrationRequest
	if err := json.Unmarshal(call.Body, &body); err != nil {
		t.Fatal(err)
	}
	return body.Context["ticket"].(string)
}

func TestAButtonOfSomebodysOwnDoesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ben := w.server.NewMember("Ben")
	w.unmoved("a button of one's own", func() {
		ben.PostButton("Gratis", w.address.String()+mattermost.Path+"action", map[string]any{"choice": "today", "revision": 1, "ticket": "x"})
		w.anna.Tap("Gratis")
		w.anna.WaitFor(noTicket)
	})
}

func TestAPressOnAnOldMessageChangesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin heute")
	old := w.anna.Last()
	w.anna.Command("/termin neu")
	if err := w.anna.TapOn(old, "Tag danach"); err != nil {
		t.Fatal(err)
	}
	if last := w.anna.Last().Text; !strings.Contains(last, "ältere Auswahl") || !strings.Contains(last, "Worum geht es?") {
		t.Errorf("answered %s", last)
	}
}

// naming brings Anna to the question for a name, where a form is open.
func naming(t *testing.T) *town {
	t.Helper()
	w := newTown(t)
	w.anna.Command("/termin finde")
	w.anna.Tap("Eingeben …")
	w.anna.Dialog()
	return w
}

func TestForgedFormsDoNothing(t *testing.T) {
	t.Parallel()
	w := naming(t)
	ben := w.server.NewMember("Ben")
	d := w.anna.Dialog()
	press := ticketOf(t, w.lastCall("action"))
	request := func(state string) model.SubmitDialogRequest {
		return model.SubmitDialogRequest{
			URL: d.URL, State: state, ChannelId: w.server.Staff.ID, Submission: map[string]any{"answer": "Erika"},
		}
	}
	refused := func(name string, who *mattermosttest.User, r model.SubmitDialogRequest) {
		w.unmoved(name, func() {
			answer, err := who.ForgeDialog(r)
			if err != nil || !strings.Contains(answer.Error, noTicket) {
				t.Errorf("%s: %v %+v", name, err, answer)
			}
		})
	}
	refused("no state", w.anna, request(""))
	refused("nonsense", w.anna, request("nonsense"))
	refused("a button's ticket", w.anna, request(press))
	refused("another question", w.anna, request(altered(t, d.State, `"revision":`, `"revision":1`)))
	refused("another user", ben, request(d.State))
	elsewhere := request(d.State)
	elsewhere.ChannelId = w.server.Square.ID
	refused("another channel", w.anna, elsewhere)
	w.clock.advance(12 * time.Hour)
	refused("expired", w.anna, request(d.State))
}

// A form's ticket is good for that form alone: no button does anything by it.
func TestAFormsTicketPressesNothing(t *testing.T) {
	t.Parallel()
	w := naming(t)
	form := w.anna.Dialog().State
	press := w.lastCall("action")
	before := w.refusals()
	w.unmoved("a form's ticket", func() {
		answer := w.sent(press, func(body map[string]any) { body["context"].(map[string]any)["ticket"] = form })
		if !strings.Contains(answer, noTicket) {
			t.Errorf("answered %s", answer)
		}
	})
	if n := w.refusals() - before; n != 1 {
		t.Errorf("%d refusals were counted, want one", n)
	}
}

func TestAFormSentTwiceIsTakenOnce(t *testing.T) {
	t.Parallel()
	w := naming(t)
	d := w.anna.Dialog()
	w.anna.Submit(map[string]string{"Ihre Antwort": "Erika"})
	w.anna.WaitFor("„Erika“")
	r := model.SubmitDialogRequest{
		URL: d.URL, State: d.State, ChannelId: w.server.Staff.ID, Submission: map[string]any{"answer": "Wilhelmine"},
	}
	if _, err := w.anna.ForgeDialog(r); err != nil {
		t.Fatal(err)
	}
	if last := w.anna.Last().Text; !strings.Contains(last, "ältere Auswahl") || strings.Contains(last, "Wilhelmine") {
		t.Errorf("the form sent again: %s", last)
	}
}

// altered is a ticket with something else in it and the old signature.
func altered(t *testing.T, signed, old, other string) string {
	t.Helper()
	body, sum, _ := strings.Cut(signed, ".")
	plain := decoded(t, body)
	if !strings.Contains(plain, old) {
		t.Fatalf("no %s in %s", old, plain)
	}
	return encoded(strings.Replace(plain, old, other, 1)) + "." + sum
}

func TestWhoIsNotOfTheStaffIsNotServed(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	guest, outsider, gone := w.server.NewGuest("Gast"), w.server.NewUser("Otto"), w.server.NewMember("Gerda")
	gone.Deactivate()
	for name, who := range map[string]*mattermosttest.User{
		"a guest": guest, "somebody of the team": outsider.In(w.server.Square), "somebody deactivated": gone,
	} {
		w.unmoved(name, func() {
			if answer := who.Command("/termin heute").Text; !strings.Contains(answer, stranger) {
				t.Errorf("%s is answered: %s", name, answer)
			}
		})
	}
}

func TestWhoLeftTheChannelIsServedNoMore(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin heute")
	inSquare := w.anna.In(w.server.Square)
	inSquare.Command("/termin heute")
	w.anna.Leave(w.server.Staff)
	w.clock.advance(31 * time.Second)
	w.unmoved("a command", func() {
		if answer := inSquare.Command("/termin morgen").Text; !strings.Contains(answer, stranger) {
			t.Errorf("a command is answered: %s", answer)
		}
	})
	w.unmoved("a press", func() {
		inSquare.Tap("Tag danach")
		inSquare.WaitFor(stranger)
	})
	w.anna.Join(w.server.Staff)
	if answer := inSquare.Command("/termin heute").Text; !strings.Contains(answer, "Montag, 23. November") {
		t.Errorf("who is back waits: %s", answer)
	}
}

func TestMembershipIsNotAskedForEachPress(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for range 5 {
		w.anna.Command("/termin heute")
	}
	if n := len(w.server.Calls("GET /channels/{channel}/members/{user}")); n != 1 {
		t.Errorf("asked %d times in half a minute", n)
	}
}

func TestNobodyIsLetInWhileMattermostCannotBeAsked(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]mattermosttest.FaultKind{
		"away": mattermosttest.CutBefore, "ill": mattermosttest.ServerError, "behind a proxy": mattermosttest.BadGateway, "busy": mattermosttest.TooMany,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			w.server.Fail(mattermosttest.Fault{Kind: fault, Times: -1})
			w.unmoved(name, func() {
				if answer := w.anna.Command("/termin heute").Text; !strings.Contains(answer, away) {
					t.Errorf("answered %s", answer)
				}
			})
			w.server.Heal()
			if answer := w.anna.Command("/termin heute").Text; !strings.Contains(answer, "Montag") {
				t.Errorf("afterwards: %s", answer)
			}
		})
	}
}

func TestARevokedTokenLetsNobodyIn(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.server.Revoke()
	w.unmoved("a revoked token", func() {
		if answer := w.anna.Command("/termin heute").Text; !strings.Contains(answer, away) {
			t.Errorf("answered %s", answer)
		}
	})
	if log := w.log.String(); strings.Contains(log, w.server.Token) || !strings.Contains(log, "MATTERMOST_TOKEN is wrong or was revoked") {
		t.Errorf("the log says %s", log)
	}
}

func TestOnlyTheCommandsTokenIsTaken(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin")
	call := w.lastCall("command")
	form, err := url.ParseQuery(string(call.Body))
	if err != nil {
		t.Fatal(err)
	}
	for _, token := range []string{"", "x", w.token + "x", w.server.Token} {
		form.Set("token", token)
		call.Body = []byte(form.Encode())
		w.unmoved("token "+token, func() {
			if answered, err := w.server.Send(call); err != nil || answered.Status != 401 {
				t.Errorf("%d %v", answered.Status, err)
			}
		})
	}
}

func TestWhatIsNoCallIsRefused(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin heute")
	w.anna.Tap("Tag danach")
	for _, path := range []string{"action", "form"} {
		call := w.lastCall("action")
		call.URL = w.address.String() + mattermost.Path + path
		for body, want := range map[string]int{"": 400, "[]": 400, "{": 400, strings.Repeat(" ", 200<<10): 413} {
			call.Body = []byte(body)
			if answered, err := w.server.Send(call); err != nil || answered.Status != want {
				t.Errorf("%s with %.9q: %d %v, want %d", path, body, answered.Status, err, want)
			}
		}
	}
	call := w.lastCall("command")
	call.Body = []byte(strings.Repeat("x", 200<<10))
	if answered, err := w.server.Send(call); err != nil || answered.Status != 400 {
		t.Errorf("a command too long: %d %v", answered.Status, err)
	}
}

// The address by which answers follow is not believed: a caller could have us
// call anybody.
func TestAnswersFollowOnlyToMattermostItself(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.anna.Command("/termin heute")
	call := w.lastCall("command")
	form, _ := url.ParseQuery(string(call.Body))
	elsewhere := newListener(t)
	form.Set("response_url", elsewhere.url+"/hooks/commands/"+model.NewId())
	call.Body = []byte(form.Encode())
	answered, err := w.server.Send(call)
	if err != nil {
		t.Fatal(err)
	}
	w.anna.Tap("Tag danach")
	press := w.lastCall("action")
	w.sent(press, func(body map[string]any) {
		body["context"] = map[string]any{"ticket": ticketIn(t, answered.Answer)}
	})
	if elsewhere.called() {
		t.Error("an address was called that Mattermost did not give")
	}
}

// ticketIn is the ticket of the last button of an answer to a command.
func ticketIn(t *testing.T, answer []byte) string {
	t.Helper()
	var response model.CommandResponse
	if err := json.Unmarshal(answer, &response); err != nil {
		t.Fatal(err)
	}
	actions := response.Attachments[len(response.Attachments)-1].Actions
	return actions[len(actions)-1].Integration.Context["ticket"].(string)
}
