package mattermosttest_test

import (
	"net/http"

	"github.com/google/go-cmp/cmp"
	"github.com/mattermost/mattermost/server/public/model"
)

// form is a dialog of two fields.
func form(trigger, address string) model.OpenDialogRequest {
	return model.OpenDialogRequest{TriggerId: trigger, URL: address, Dialog: model.Dialog{
		CallbackId: "new", Title: "Neuer Termin", SubmitLabel: "Buchen", State: "signed",
		Elements: []model.DialogElement{
			{DisplayName: "Name", Name: "name", Type: "text", MaxLength: 80},
			{DisplayName: "Mail", Name: "mail", Type: "text", SubType: "email", MaxLength: 100, Optional: true},
		},
	}}
}

// filledIn is what an app makes of it.
func (t trial) filledIn(asked model.OpenDialogRequest) model.SubmitDialogRequest {
	return model.SubmitDialogRequest{
		URL: asked.URL, CallbackId: asked.Dialog.CallbackId, State: asked.Dialog.State, ChannelId: t.staff.id, TeamId: t.team.id,
		Submission: map[string]any{"name": "Erika", "mail": nil},
	}
}

func (t trial) dialogComesBack() {
	d := t.newDesk(says(map[string]any{}))
	made := t.post("neu "+model.NewId(), model.StringInterface{"attachments": button("Neu", d.address, nil)})
	t.wantStatus(0, t.anna.presses(t.seen(t.anna, made), "Neu", ""))
	trigger, _ := d.last(t.T).json["trigger_id"].(string)
	_, err := t.bot.OpenInteractiveDialog(t.Context(), form(trigger, d.address))
	t.wantStatus(0, err)
	asked := t.anna.isAsked(t.T)
	if diff := cmp.Diff(form(trigger, d.address).Dialog, asked.Dialog); diff != "" {
		t.Errorf("dialog (-want +got):\n%s", diff)
	}
	_, err = t.anna.submits(t.filledIn(asked))
	t.wantStatus(0, err)
	want := map[string]any{
		"type": "dialog_submission", "callback_id": "new", "state": "signed", "user_id": t.anna.id(), "channel_id": t.staff.id,
		"team_id": t.team.id, "submission": map[string]any{"name": "Erika", "mail": nil}, "cancelled": false,
	}
	if diff := cmp.Diff(want, d.last(t.T).json); diff != "" {
		t.Errorf("submission (-want +got):\n%s", diff)
	}
}

func (t trial) commandOpensDialog() {
	d, err := t.call(t.anna, t.staff, "neu", ephemeral(""))
	t.wantStatus(0, err)
	_, err = t.bot.OpenInteractiveDialog(t.Context(), form(d.last(t.T).form.Get("trigger_id"), d.address))
	t.wantStatus(0, err)
	if got := t.anna.isAsked(t.T).Dialog.Title; got != "Neuer Termin" {
		t.Errorf("title = %q", got)
	}
}

func (t trial) dialogErrorsComeBack() {
	d := t.newDesk(says(map[string]any{"errors": map[string]string{"name": "Wer?"}, "error": "So nicht."}))
	answer, err := t.anna.submits(t.filledIn(form("", d.address)))
	t.wantStatus(0, err)
	if answer.Errors["name"] != "Wer?" || answer.Error != "So nicht." {
		t.Errorf("answer = %+v", answer)
	}
}

// everybodyCanForgeDialog is why a state is signed, with who it is for.
func (t trial) everybodyCanForgeDialog() {
	d := t.newDesk(says(map[string]any{}))
	forged := t.filledIn(form("", d.address))
	forged.State, forged.ChannelId, forged.UserId = "forged", t.square.id, t.anna.id()
	_, err := t.otto.submits(forged)
	t.wantStatus(0, err)
	got := d.last(t.T).json
	if got["state"] != "forged" || got["user_id"] != t.otto.id() || got["channel_id"] != t.square.id {
		t.Errorf("state %v of %v in %v", got["state"], got["user_id"], got["channel_id"])
	}
}

func (t trial) nobodySubmitsFromOutside() {
	d := t.newDesk(says(map[string]any{}))
	_, err := t.otto.submits(t.filledIn(form("", d.address)))
	t.wantStatus(http.StatusForbidden, err)
	if d.count() != 0 {
		t.Error("it arrived all the same")
	}
}

func (t trial) triggerIsTheServers() {
	_, err := t.bot.OpenInteractiveDialog(t.Context(), form("bWFkZSB1cA==", "http://127.0.0.1:1"))
	t.wantStatus(http.StatusBadRequest, err)
}
