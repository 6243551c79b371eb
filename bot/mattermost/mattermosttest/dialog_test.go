package mattermosttest_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot/mattermost/mattermosttest"
)

// newDialog has a dialog open for Anna, in front of a bot that gives these
// answers, and keeps what it was sent.
func newDialog(t *testing.T, d model.Dialog, answer ...string) (s *mattermosttest.Server, anna *mattermosttest.User, sent *[]string) {
	t.Helper()
	sent = &[]string{}
	s, address := newServer(t, mattermosttest.Config{}, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		*sent = append(*sent, string(body))
		if strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
			answers(`{}`)(w, r)
			return
		}
		answers(answer[0])(w, r)
		answer = answer[1:]
	})
	s.NewCommand("termin", address)
	anna = s.NewMember("Anna")
	anna.Command("/termin neu")
	bot := model.NewAPIv4Client(s.URL)
	bot.SetToken(s.Token)
	if _, err := bot.OpenInteractiveDialog(t.Context(), model.OpenDialogRequest{TriggerId: trigger(t, s), URL: address, Dialog: d}); err != nil {
		t.Fatal(err)
	}
	return s, anna, sent
}

var sample = model.Dialog{Title: "Neuer Termin", CallbackId: "new", State: "signed", Elements: []model.DialogElement{
	{DisplayName: "Name", Name: "name", Type: "text", MinLength: 2, MaxLength: 10},
	{DisplayName: "Mail", Name: "mail", Type: "text", SubType: "email", Optional: true},
	{DisplayName: "Seite", Name: "page", Type: "text", SubType: "url", Optional: true},
	{DisplayName: "Personen", Name: "persons", Type: "text", SubType: "number", Default: "1"},
	{DisplayName: "Anliegen", Name: "concern", Type: "select", Options: []*model.PostActionOptions{{Text: "Ausweis", Value: "id-card"}}},
}}

func TestAFormIsSentAsAppsSendIt(t *testing.T) {
	t.Parallel()
	_, anna, sent := newDialog(t, sample, `{}`)
	anna.Submit(map[string]string{"Name": "Erika", "Anliegen": "Ausweis", "Personen": "3"})
	if anna.HasDialog() {
		t.Error("the dialog is still open")
	}
	got := (*sent)[1]
	if want := `"submission":{"concern":"id-card","mail":null,"name":"Erika","page":null,"persons":3}`; !strings.Contains(got, want) {
		t.Errorf("sent %s, want %s", got, want)
	}
	want := "anna types: /termin neu\nanna fills in {Neuer Termin} Name: Erika, Personen: 3, Anliegen: Ausweis\n"
	if diff := cmp.Diff(want, anna.Transcript()); diff != "" {
		t.Errorf("transcript (-want +got):\n%s", diff)
	}
}

func TestWhatAppsRefuseIsNotSent(t *testing.T) {
	t.Parallel()
	_, anna, sent := newDialog(t, sample)
	for field, text := range map[string]string{
		"Name": "", "Mail": "erika", "Seite": "werne.de", "Personen": "drei", "Anliegen": "Führerschein", "Straße": "1",
	} {
		filled := map[string]string{"Name": "Erika", "Anliegen": "Ausweis"}
		filled[field] = text
		if err := anna.TrySubmit(filled); err == nil {
			t.Errorf("%s %q was sent", field, text)
		}
	}
	for _, name := range []string{"E", "Erika Muster"} {
		if err := anna.TrySubmit(map[string]string{"Name": name, "Anliegen": "Ausweis"}); err == nil {
			t.Errorf("Name %q was sent", name)
		}
	}
	if len(*sent) != 1 || !anna.HasDialog() {
		t.Errorf("%d callbacks, open: %v", len(*sent), anna.HasDialog())
	}
}

func TestADialogStaysUntilItIsRight(t *testing.T) {
	t.Parallel()
	s, anna, _ := newDialog(t, sample, `{"error":"So nicht.","errors":{"name":"Wer?"}}`, `{"errors":{"phone":"?"}}`, `{"type":"form"}`)
	filled := map[string]string{"Name": "Erika", "Anliegen": "Ausweis"}
	err := anna.TrySubmit(filled)
	if err == nil || err.Error() != "So nicht.; Name: Wer?" {
		t.Errorf("error = %v", err)
	}
	if d := anna.Dialog(); d.Error != "So nicht." || d.Errors["Name"] != "Wer?" {
		t.Errorf("dialog says %q and %q", d.Error, d.Errors)
	}
	for _, what := range []string{"the error of no field", "a further step"} {
		_ = anna.TrySubmit(filled)
		if got := s.Forgive(); len(got) != 1 {
			t.Errorf("%s: mistakes %q", what, got)
		}
	}
}

func TestWhoClosesADialogSaysSoIfAsked(t *testing.T) {
	t.Parallel()
	for notify, want := range map[bool]int{true: 2, false: 1} {
		d := sample
		d.NotifyOnCancel = notify
		_, anna, sent := newDialog(t, d, `{}`)
		anna.Cancel()
		if len(*sent) != want || anna.HasDialog() {
			t.Errorf("notify %v: %d callbacks, open: %v", notify, len(*sent), anna.HasDialog())
		}
		if notify && !strings.Contains((*sent)[1], `"submission":{},"cancelled":true`) {
			t.Errorf("sent %s", (*sent)[1])
		}
	}
}

func TestPeopleAreWhoTheyAre(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	bot := model.NewAPIv4Client(s.URL)
	bot.SetToken(s.Token)
	anna, guest := s.NewMember("Anna Klein"), s.NewGuest("Gast")
	anna.Speaks("en")
	anna.Deactivate()
	user, _, err := bot.GetUser(t.Context(), anna.ID, "")
	if err != nil || user.DeleteAt == 0 || user.Locale != "en" || user.LastName != "Klein" {
		t.Errorf("Anna: %+v, %v", user, err)
	}
	user, _, err = bot.GetUser(t.Context(), guest.ID, "")
	member, _, missing := bot.GetChannelMember(t.Context(), s.Staff.ID, guest.ID, "")
	if err != nil || missing != nil || !user.IsGuest() || !member.SchemeGuest || member.SchemeUser {
		t.Errorf("guest: %v, %+v, %v, %v", user, member, err, missing)
	}
	guest.In(s.Square).PostButton("Hier", "http://127.0.0.1:1", nil)
	guest.Leave(s.Square)
	if err := guest.In(s.Square).TryTap("Hier"); status(err) != http.StatusForbidden {
		t.Errorf("a guest presses in a channel they left: %v", err)
	}
}
