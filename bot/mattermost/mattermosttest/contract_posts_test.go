package mattermosttest_test

import (
	"net/http"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

// button is an attachment with one button.
func button(label, address string, context map[string]any) []*model.MessageAttachment {
	return []*model.MessageAttachment{{Actions: []*model.PostAction{{
		Id: "press", Name: label, Type: model.PostActionTypeButton,
		Integration: &model.PostActionIntegration{URL: address, Context: context},
	}}}}
}

// post has the bot write in the staff channel.
func (t trial) post(message string, props model.StringInterface) *model.Post {
	t.Helper()
	made, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, Message: message, Props: props})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// read has the bot read a post.
func (t trial) read(id string) *model.Post {
	t.Helper()
	got, _, err := t.bot.GetPost(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func (t trial) botPostsWhereItIsMember() {
	made := t.post("Guten Morgen", model.StringInterface{"day": "2026-11-23"})
	got := t.read(made.Id)
	if got.Message != "Guten Morgen" || got.UserId != t.botID || got.GetProp("day") != "2026-11-23" {
		t.Errorf("got %q by %s for %v", got.Message, got.UserId, got.GetProp("day"))
	}
	t.anna.sees(t.T, "Guten Morgen")
	_, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.closed.id, Message: "Guten Morgen"})
	t.wantStatus(http.StatusForbidden, err)
}

func (t trial) messageHasLongestLength() {
	made := t.post(strings.Repeat("ü", 16383), nil)
	if got := len([]rune(t.read(made.Id).Message)); got != 16383 {
		t.Errorf("%d characters are left", got)
	}
	_, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, Message: strings.Repeat("ü", 16384)})
	t.wantStatus(http.StatusBadRequest, err)
	_, _, err = t.bot.PatchPost(t.Context(), made.Id, &model.PostPatch{Message: model.NewPointer(strings.Repeat("ü", 16384))})
	t.wantStatus(http.StatusBadRequest, err)
}

// propsHaveLongestLength keeps to what versions before 6.0 allow, with what the
// server adds. Later ones allow a hundred times as much.
func (t trial) propsHaveLongestLength() {
	frame := len(`{"filler":"","from_bot":"true"}`)
	t.post("fits", model.StringInterface{"filler": strings.Repeat("x", 8000-frame)})
	_, _, err := t.bot.CreatePost(t.Context(), &model.Post{
		ChannelId: t.staff.id, Message: "does not", Props: model.StringInterface{"filler": strings.Repeat("x", 800_001)},
	})
	t.wantStatus(http.StatusBadRequest, err)
}

// everybodyIsCalledInManyWays: neither a backslash nor an entity keeps an @ from
// calling. A joiner behind it does.
func (t trial) everybodyIsCalledInManyWays() {
	for _, message := range []string{
		"@all", "x @here.", "@Channel-", `\@all`, "&#64;all", "&#x40;here", "x &commat;channel x", ".@all", "-@all-", "_@all_", "`@all", "\u2060@all",
	} {
		if !t.rings(t.T, message) {
			t.Errorf("%q calls nobody", message)
		}
	}
	for _, message := range []string{"a@all", "ä@all", "1@here", "@\u2060all", "&\u2060#64;all", "@allen", "`@all`"} {
		if t.rings(t.T, message) {
			t.Errorf("%q calls everybody", message)
		}
	}
}

func (t trial) patchChangesWhatItNames() {
	made := t.post("vorher", model.StringInterface{"day": "2026-11-23"})
	_, _, err := t.bot.PatchPost(t.Context(), made.Id, &model.PostPatch{Message: model.NewPointer("nachher")})
	t.wantStatus(0, err)
	if got := t.read(made.Id); got.Message != "nachher" || got.GetProp("day") != "2026-11-23" || got.EditAt == 0 {
		t.Errorf("message = %q, day = %v, edited at %d", got.Message, got.GetProp("day"), got.EditAt)
	}
	_, _, err = t.bot.PatchPost(t.Context(), made.Id, &model.PostPatch{Props: &model.StringInterface{"week": "48"}})
	t.wantStatus(0, err)
	if got := t.read(made.Id); got.Message != "nachher" || got.GetProp("day") != nil || got.GetProp("week") != "48" {
		t.Errorf("message = %q, day = %v, week = %v", got.Message, got.GetProp("day"), got.GetProp("week"))
	}
}

func (t trial) nobodyPatchesOthers() {
	if err := t.anna.posts(t.staff, "Annas Knopf", "http://127.0.0.1:1", nil); err != nil {
		t.Fatal(err)
	}
	annas := t.anna.sees(t.T, "Annas Knopf")
	_, _, err := t.bot.PatchPost(t.Context(), annas.id, &model.PostPatch{Message: model.NewPointer("meins")})
	t.wantStatus(http.StatusForbidden, err)
}

func (t trial) goneIsRefused() {
	made := t.post("gleich weg", nil)
	t.remove(made.Id)
	for _, id := range []string{made.Id, model.NewId()} {
		_, _, err := t.bot.PatchPost(t.Context(), id, &model.PostPatch{Message: model.NewPointer("weg")})
		t.wantStatus(http.StatusForbidden, err)
		_, _, err = t.bot.GetPost(t.Context(), id, "")
		t.wantStatus(http.StatusNotFound, err)
	}
}

func (t trial) goneIsListedSince() {
	made := t.post("gleich weg", nil)
	t.remove(made.Id)
	kept := t.post("bleibt", nil)
	list, _, err := t.bot.GetPostsSince(t.Context(), t.staff.id, made.CreateAt-1, false)
	t.wantStatus(0, err)
	if gone, stays := list.Posts[made.Id], list.Posts[kept.Id]; gone == nil || gone.DeleteAt == 0 || stays == nil || stays.DeleteAt != 0 {
		t.Errorf("gone: %v, kept: %v", gone, stays)
	}
}

func (t trial) pendingIDPostsOnce() {
	pending := t.botID + ":" + model.NewId()
	var ids []string
	for range 2 {
		made, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, Message: "einmal", PendingPostId: pending})
		t.wantStatus(0, err)
		ids = append(ids, made.Id)
	}
	if ids[0] != ids[1] {
		t.Errorf("posted twice: %v", ids)
	}
	t.remove(ids[0])
	_, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, Message: "einmal", PendingPostId: pending})
	t.wantStatus(http.StatusInternalServerError, err)
}

func (t trial) postsAreListed() {
	first := t.post("erster", model.StringInterface{"day": "2026-11-23"})
	second := t.post("zweiter", nil)
	list, _, err := t.bot.GetPostsForChannel(t.Context(), t.staff.id, 0, 2, "", false, false)
	t.wantStatus(0, err)
	if len(list.Order) != 2 || list.Order[0] != second.Id || list.Order[1] != first.Id {
		t.Fatalf("order = %v, want %v", list.Order, []string{second.Id, first.Id})
	}
	if got := list.Posts[first.Id].GetProp("day"); got != "2026-11-23" {
		t.Errorf("day = %v", got)
	}
}

func (t trial) botCannotPostEphemerally() {
	_, _, err := t.bot.CreatePostEphemeral(t.Context(), &model.PostEphemeral{
		UserID: t.anna.id(), Post: &model.Post{ChannelId: t.staff.id, Message: "psst"},
	})
	t.wantStatus(http.StatusForbidden, err)
}
