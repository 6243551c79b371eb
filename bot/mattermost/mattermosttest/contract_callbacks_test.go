package mattermosttest_test

import (
	"bytes"
	"encoding/json"
	"net/http"

	"github.com/google/go-cmp/cmp"
	"github.com/mattermost/mattermost/server/public/model"
)

// call has somebody run a command that is answered so, and returns the desk at
// which it arrived.
func (t trial) call(by clerk, in place, text string, answer any) (*desk, error) {
	t.Helper()
	d := t.newDesk(says(answer))
	return d, by.types(in, "/"+t.command(t.T, d.address)+" "+text)
}

func ephemeral(text string) map[string]any {
	return map[string]any{"response_type": "ephemeral", "text": text, "skip_slack_parsing": true}
}

func (t trial) commandArrives() {
	d := t.newDesk(says(ephemeral("ja")))
	trigger := t.command(t.T, d.address)
	text := "finde Müller & Söhne, @" + t.ben.name() + "!"
	t.wantStatus(0, t.anna.types(t.staff, "/"+trigger+" "+text))
	got := d.last(t.T)
	want := map[string]string{
		"command": "/" + trigger, "text": text, "user_id": t.anna.id(), "user_name": t.anna.name(),
		"channel_id": t.staff.id, "channel_name": t.staff.name, "team_id": t.team.id, "team_domain": t.team.name,
		"user_mentions": t.ben.name(), "user_mentions_ids": t.ben.id(),
	}
	for field, value := range want {
		if got.form.Get(field) != value {
			t.Errorf("%s = %q, want %q", field, got.form.Get(field), value)
		}
	}
	if token := got.form.Get("token"); len(token) != 26 || got.header.Get("Authorization") != "Token "+token {
		t.Errorf("token = %q, header = %q", token, got.header.Get("Authorization"))
	}
	if got.form.Get("trigger_id") == "" || got.form.Get("response_url") == "" {
		t.Errorf("trigger_id = %q, response_url = %q", got.form.Get("trigger_id"), got.form.Get("response_url"))
	}
}

func (t trial) answerIsForTheCaller() {
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "heute", ephemeral("nur für Anna "+word))
	t.wantStatus(0, err)
	t.anna.sees(t.T, word)
	if !t.ben.blind(word) {
		t.Error("Ben sees it too")
	}
}

func (t trial) otherTypesAreText() {
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "heute", "bloß Text "+word)
	t.wantStatus(0, err)
	if got := t.anna.sees(t.T, word).text; got != "bloß Text "+word {
		t.Errorf("text = %q", got)
	}
}

func (t trial) slackIsReadUnlessAsked() {
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "heute", map[string]any{"text": "<https://werne.de|Werne> " + word})
	t.wantStatus(0, err)
	if got := t.anna.sees(t.T, word).text; got != "[Werne](https://werne.de) "+word {
		t.Errorf("read as Slack's = %q", got)
	}
	word = model.NewId()
	_, err = t.call(t.anna, t.staff, "heute", ephemeral("<https://werne.de|Werne> <!channel> "+word))
	t.wantStatus(0, err)
	if got := t.anna.sees(t.T, word).text; got != "<https://werne.de|Werne> <!channel> "+word {
		t.Errorf("not read = %q", got)
	}
}

// everybodyCanCall is why the bot has to ask who is a member.
func (t trial) everybodyCanCall() {
	d, err := t.call(t.otto, t.square, "heute", ephemeral("nein"))
	t.wantStatus(0, err)
	if got := d.last(t.T); got.form.Get("user_id") != t.otto.id() || got.form.Get("channel_id") != t.square.id {
		t.Errorf("user %s in %s", got.form.Get("user_id"), got.form.Get("channel_id"))
	}
}

func (t trial) nobodyCallsFromOutside() {
	d, err := t.call(t.otto, t.staff, "heute", ephemeral("nein"))
	t.wantStatus(http.StatusForbidden, err)
	if d.count() != 0 {
		t.Error("it arrived all the same")
	}
}

func (t trial) badStatusIsAnError() {
	_, err := t.call(t.anna, t.staff, "heute", http.StatusServiceUnavailable)
	t.wantStatus(http.StatusInternalServerError, err)
	d := t.newDesk(says(http.StatusServiceUnavailable))
	made := t.post("kaputt", model.StringInterface{"attachments": button("Kaputt", d.address, nil)})
	t.wantStatus(http.StatusBadRequest, t.anna.presses(t.seen(t.anna, made), "Kaputt", ""))
}

// seen is a post as somebody sees it.
func (t trial) seen(by clerk, p *model.Post) sight {
	t.Helper()
	s := by.sees(t.T, p.Message)
	if s.id != p.Id {
		t.Fatalf("%s sees another post with %q", by.name(), p.Message)
	}
	return s
}

func (t trial) responseURLTakesFive() {
	d, err := t.call(t.anna, t.staff, "heute", ephemeral("gleich"))
	t.wantStatus(0, err)
	address := d.last(t.T).form.Get("response_url")
	word := model.NewId()
	var got []int
	for range 6 {
		got = append(got, t.respond(address, ephemeral("später "+word)))
	}
	if diff := cmp.Diff([]int{200, 200, 200, 200, 200, 400}, got); diff != "" {
		t.Errorf("statuses (-want +got):\n%s", diff)
	}
	t.anna.sees(t.T, word)
	if !t.ben.blind(word) {
		t.Error("Ben sees it too")
	}
	if got := t.respond(address+"x", ephemeral("nie")); got != http.StatusNotFound {
		t.Errorf("status of another address = %d", got)
	}
}

// respond answers a command later.
func (t trial) respond(address string, answer any) int {
	t.Helper()
	body, _ := json.Marshal(answer)
	r, err := http.Post(address, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	return r.StatusCode
}

func (t trial) buttonBringsContext() {
	d := t.newDesk(says(map[string]any{}))
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "neu", map[string]any{
		"text": word, "attachments": button("Weiter", d.address, map[string]any{"step": "day", "n": 7}),
	})
	t.wantStatus(0, err)
	t.wantStatus(0, t.anna.presses(t.anna.sees(t.T, word), "Weiter", ""))
	got := d.last(t.T).json
	want := map[string]any{
		"user_id": t.anna.id(), "user_name": t.anna.name(), "channel_id": t.staff.id, "team_id": t.team.id,
		"type": "button", "context": map[string]any{"step": "day", "n": 7.0},
	}
	for field, value := range want {
		if diff := cmp.Diff(value, got[field]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", field, diff)
		}
	}
	if got["trigger_id"] == "" || got["post_id"] == "" {
		t.Errorf("trigger_id = %q, post_id = %q", got["trigger_id"], got["post_id"])
	}
}

func (t trial) selectBringsChoice() {
	d := t.newDesk(says(map[string]any{}))
	made := t.post("Schalter? "+model.NewId(), model.StringInterface{"attachments": []*model.MessageAttachment{{Actions: []*model.PostAction{{
		Id: "desk", Name: "Schalter", Type: model.PostActionTypeSelect,
		Options:     []*model.PostActionOptions{{Text: "Schalter 1", Value: "1"}, {Text: "Schalter 2", Value: "2"}},
		Integration: &model.PostActionIntegration{URL: d.address, Context: map[string]any{"step": "desk"}},
	}}}}})
	t.wantStatus(0, t.ben.presses(t.seen(t.ben, made), "Schalter", "2"))
	got := d.last(t.T).json
	if diff := cmp.Diff(map[string]any{"step": "desk", "selected_option": "2"}, got["context"]); diff != "" {
		t.Errorf("context (-want +got):\n%s", diff)
	}
	if got["user_id"] != t.ben.id() || got["type"] != "select" || got["post_id"] != made.Id {
		t.Errorf("got %v", got)
	}
}

func (t trial) answerUpdatesPost() {
	d := t.newDesk(says(map[string]any{"update": map[string]any{
		"message": "erledigt", "props": map[string]any{"state": "done"},
	}}))
	made := t.post("offen "+model.NewId(), model.StringInterface{"attachments": button("Erledigt", d.address, nil)})
	t.wantStatus(0, t.anna.presses(t.seen(t.anna, made), "Erledigt", ""))
	if got := t.read(made.Id); got.Message != "erledigt" || got.GetProp("state") != "done" || len(got.Attachments()) != 0 {
		t.Errorf("message = %q, props = %v", got.Message, got.GetProps())
	}
}

func (t trial) updateKeepsProps() {
	d := t.newDesk(says(map[string]any{"update": map[string]any{"message": "zweimal"}}))
	made := t.post("einmal "+model.NewId(), model.StringInterface{"attachments": button("Noch einmal", d.address, nil)})
	t.wantStatus(0, t.anna.presses(t.seen(t.anna, made), "Noch einmal", ""))
	if got := t.read(made.Id); got.Message != "zweimal" || len(got.Attachments()) != 1 {
		t.Errorf("message = %q, %d attachments", got.Message, len(got.Attachments()))
	}
}

// ephemeralCannotBeUpdated is why a talk in ephemeral messages is carried on
// through response_url, or not at all.
func (t trial) ephemeralCannotBeUpdated() {
	d := t.newDesk(says(map[string]any{"update": map[string]any{"message": "neu"}, "ephemeral_text": "nie"}))
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "neu", map[string]any{"text": word, "attachments": button("Weiter", d.address, nil)})
	t.wantStatus(0, err)
	t.wantStatus(http.StatusNotFound, t.anna.presses(t.anna.sees(t.T, word), "Weiter", ""))
	t.forgive()
}

func (t trial) ephemeralTextIsForWhoPressed() {
	word := model.NewId()
	d := t.newDesk(says(map[string]any{"ephemeral_text": "nur für Anna " + word}))
	made := t.post("Wer? "+model.NewId(), model.StringInterface{"attachments": button("Ich", d.address, nil)})
	t.wantStatus(0, t.anna.presses(t.seen(t.anna, made), "Ich", ""))
	t.anna.sees(t.T, word)
	if !t.ben.blind(word) {
		t.Error("Ben sees it too")
	}
}

func (t trial) outsideCannotPress() {
	d := t.newDesk(says(map[string]any{}))
	made := t.post("drinnen "+model.NewId(), model.StringInterface{"attachments": button("Rein", d.address, nil)})
	seen := t.seen(t.ben, made)
	t.leave(t.ben, t.staff)
	defer t.join(t.ben, t.staff)
	t.wantStatus(http.StatusForbidden, t.ben.presses(seen, "Rein", ""))
	if d.count() != 0 {
		t.Error("it arrived all the same")
	}
}

// everybodyCanUseOthersButton is why a context names its user.
func (t trial) everybodyCanUseOthersButton() {
	d := t.newDesk(says(map[string]any{}))
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "neu", map[string]any{"text": word, "attachments": button("Weiter", d.address, nil)})
	t.wantStatus(0, err)
	t.wantStatus(0, t.ben.presses(t.anna.sees(t.T, word), "Weiter", ""))
	if got := d.last(t.T).json["user_id"]; got != t.ben.id() {
		t.Errorf("user = %v, want %s", got, t.ben.id())
	}
}

// everybodyCanForgeButton is why a context is signed.
func (t trial) everybodyCanForgeButton() {
	d := t.newDesk(says(map[string]any{}))
	label := model.NewId()
	if err := t.otto.posts(t.square, label, d.address, map[string]any{"cancel": "4711"}); err != nil {
		t.Fatal(err)
	}
	t.wantStatus(0, t.otto.presses(t.otto.sees(t.T, label), label, ""))
	got := d.last(t.T).json
	if diff := cmp.Diff(map[string]any{"cancel": "4711"}, got["context"]); diff != "" {
		t.Errorf("context (-want +got):\n%s", diff)
	}
	if got["user_id"] != t.otto.id() || got["channel_id"] != t.square.id {
		t.Errorf("user %v in %v", got["user_id"], got["channel_id"])
	}
}

func (t trial) commandsAreListed() {
	trigger := t.command(t.T, "http://127.0.0.1:1/")
	all, _, err := t.bot.ListAutocompleteCommands(t.Context(), t.team.id)
	t.wantStatus(0, err)
	for _, c := range all {
		if c.Trigger == trigger {
			if c.Token != "" || c.URL != "" {
				t.Errorf("a bot is shown the token %q or the address %q", c.Token, c.URL)
			}
			return
		}
	}
	t.Errorf("the command %q is not among %d", trigger, len(all))
}
