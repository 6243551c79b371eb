package mattermosttest_test

import (
	"net/http"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

// direct is the channel between somebody and the bot.
func (t trial) direct(c clerk) (place, *model.Channel) {
	t.Helper()
	made, _, err := t.bot.CreateDirectChannel(t.Context(), t.botID, c.id())
	if err != nil {
		t.Fatal(err)
	}
	return place{made.Id, made.Name}, made
}

// directIsNamedAfterTwo is how a channel is known in which nobody else reads.
func (t trial) directIsNamedAfterTwo() {
	where, made := t.direct(t.anna)
	got, _, err := t.bot.GetChannel(t.Context(), where.id)
	if err != nil {
		t.Fatal(err)
	}
	if want := model.GetDMNameFromIds(t.botID, t.anna.id()); got.Type != model.ChannelTypeDirect || got.Name != want || got.TeamId != "" {
		t.Errorf("type %q, name %q, want %q, team %q", got.Type, got.Name, want, got.TeamId)
	}
	if again, _ := t.direct(t.anna); again != where || made.Id != got.Id {
		t.Errorf("opened twice there are two: %v, %v", where, again)
	}
	d, err := t.call(t.anna.in(where), where, "heute", ephemeral("ja"))
	t.wantStatus(0, err)
	if form := d.last(t.T).form; form.Get("channel_id") != where.id || form.Get("channel_name") != got.Name {
		t.Errorf("a command comes from %q, %q", form.Get("channel_id"), form.Get("channel_name"))
	}
}

func (t trial) answerUpdatesDirectPost() {
	where, _ := t.direct(t.anna)
	word := model.NewId()
	var d *desk
	d = t.newDesk(func(*http.Request) any {
		return map[string]any{"update": map[string]any{
			"message": "danach " + word,
			"props":   map[string]any{"from_bot": "true", "day": "2026-11-23", "attachments": button("Weiter", d.address, nil)},
		}}
	})
	made, _, err := t.bot.CreatePost(t.Context(), &model.Post{
		ChannelId: where.id, Message: "davor " + word, Props: model.StringInterface{"attachments": button("Weiter", d.address, nil)},
	})
	if err != nil {
		t.Fatal(err)
	}
	anna := t.anna.in(where)
	for range 7 { // the same answer again, too
		t.wantStatus(0, anna.presses(anna.sees(t.T, word), "Weiter", ""))
	}
	got := t.read(made.Id)
	if got.Message != "danach "+word || got.GetProp("day") != "2026-11-23" || len(got.Attachments()) != 1 || got.UserId != t.botID {
		t.Errorf("after presses: %q by %s with %v", got.Message, got.UserId, got.GetProps())
	}
	if d.count() != 7 {
		t.Errorf("%d of 7 presses arrived", d.count())
	}
}

func (t trial) emptyAnswerIsUnseen() {
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "heute "+word, &model.CommandResponse{})
	t.wantStatus(0, err)
	t.wantUnposted(word)
}

// postedAnswerIsTheCallers is why the bot posts for itself what it wants to
// change later.
func (t trial) postedAnswerIsTheCallers() {
	word := model.NewId()
	_, err := t.call(t.anna, t.staff, "heute", map[string]any{"response_type": "in_channel", "text": "laut " + word})
	t.wantStatus(0, err)
	seen := t.anna.sees(t.T, word)
	if got := t.read(seen.id); got.UserId != t.anna.id() {
		t.Errorf("it is by %s, not by %s", got.UserId, t.anna.id())
	}
	message := "leise"
	_, _, err = t.bot.PatchPost(t.Context(), seen.id, &model.PostPatch{Message: &message})
	t.wantStatus(http.StatusForbidden, err)
}

// wantUnposted says that no message of the staff's channel has a text.
func (t trial) wantUnposted(text string) {
	t.Helper()
	posts, _, err := t.bot.GetPostsForChannel(t.Context(), t.staff.id, 0, 60, "", false, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range posts.Posts {
		if strings.Contains(p.Message, text) {
			t.Errorf("there is %q", p.Message)
		}
	}
}
