package mattermosttest_test

import (
	"bytes"
	"net/http"
	"slices"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

// answer has the bot write in a thread.
func (t trial) answer(root, message string) *model.Post {
	t.Helper()
	made, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, RootId: root, Message: message, Props: model.StringInterface{"line": message}})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func (t trial) answerStandsInThread() {
	root := t.post("Frage", nil)
	made := t.answer(root.Id, "Antwort")
	if got := t.read(made.Id); got.RootId != root.Id || got.Message != "Antwort" {
		t.Errorf("%q answers %q, want %q", got.Message, got.RootId, root.Id)
	}
	_, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, RootId: made.Id, Message: "Antwort auf die Antwort"})
	t.wantStatus(http.StatusBadRequest, err)
}

func (t trial) threadIsListed() {
	root := t.post("Frage", nil)
	first, second := t.answer(root.Id, "erste"), t.answer(root.Id, "zweite")
	t.post("woanders", nil)
	list, _, err := t.bot.GetPostThread(t.Context(), root.Id, "", false)
	t.wantStatus(0, err)
	if len(list.Posts) != 3 || list.Posts[first.Id] == nil || list.Posts[second.Id] == nil || list.Posts[root.Id] == nil {
		t.Fatalf("posts: %v", list.Order)
	}
	if got := list.Posts[second.Id].GetProp("line"); got != "zweite" {
		t.Errorf("line = %v", got)
	}
}

func (t trial) nobodyAnswersWhatIsGone() {
	root := t.post("gleich weg", nil)
	made := t.answer(root.Id, "geht mit")
	t.remove(root.Id)
	_, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: t.staff.id, RootId: root.Id, Message: "zu spät"})
	t.wantStatus(http.StatusBadRequest, err)
	for _, id := range []string{root.Id, made.Id} {
		_, _, err = t.bot.GetPostThread(t.Context(), id, "", false)
		t.wantStatus(http.StatusNotFound, err)
	}
}

func (t trial) answersAreListedSince() {
	root := t.post("Frage", nil)
	made := t.answer(root.Id, "Antwort")
	list, _, err := t.bot.GetPostsSince(t.Context(), t.staff.id, root.CreateAt-1, false)
	t.wantStatus(0, err)
	if got := list.Posts[made.Id]; got == nil || got.RootId != root.Id {
		t.Errorf("the answer is listed as %v", got)
	}
}

// answerChangesItsRoot: who looks for what changed is shown the root with every
// answer, though nobody wrote there.
func (t trial) answerChangesItsRoot() {
	root := t.post("Frage", nil)
	first := t.answer(root.Id, "erste")
	got := t.read(root.Id)
	if got.UpdateAt < first.CreateAt || got.EditAt != 0 {
		t.Errorf("updated at %d, edited at %d; answered at %d", got.UpdateAt, got.EditAt, first.CreateAt)
	}
	_, _, err := t.bot.PatchPost(t.Context(), first.Id, &model.PostPatch{Message: model.NewPointer("anders")})
	t.wantStatus(0, err)
	list, _, err := t.bot.GetPostsSince(t.Context(), t.staff.id, t.read(first.Id).UpdateAt-1, false)
	t.wantStatus(0, err)
	if list.Posts[root.Id] == nil || list.Posts[first.Id] == nil {
		t.Errorf("listed: %v", list.Order)
	}
}

// addressIsLookedAt: of an address Mattermost makes a link, and looks what is
// there. A joiner in it keeps it from that, and so do buttons.
func (t trial) addressIsLookedAt() {
	for _, said := range []string{"http://127.0.0.1:1/a_b.png", "siehe https://terminbote.invalid", "HTTPS://terminbote.invalid/x", "www.terminbote.invalid"} {
		embeds := t.read(t.post(said, nil).Id).Metadata.Embeds
		if len(embeds) != 1 || !strings.HasSuffix(strings.ToLower(embeds[0].URL), strings.TrimPrefix(strings.ToLower(said), "siehe ")) {
			t.Errorf("%q: %v", said, embeds)
		}
		dead := strings.NewReplacer(":", ":\u2060", "www.", "www\u2060.").Replace(said)
		if p := t.read(t.post(dead, nil).Id); p.Metadata != nil && len(p.Metadata.Embeds) > 0 {
			t.Errorf("%q: %v", dead, p.Metadata.Embeds)
		}
	}
	boxed := t.read(t.post("http://127.0.0.1:1/a_b.png", model.StringInterface{"attachments": button("Ja", "http://127.0.0.1:1", nil)}).Id)
	if boxed.Metadata != nil && (len(boxed.Metadata.Images) > 0 || slices.ContainsFunc(boxed.Metadata.Embeds, func(e *model.PostEmbed) bool { return e.URL != "" })) {
		t.Errorf("with a button: %v", boxed.Metadata.Embeds)
	}
}

// fileStandsInDirect: what is uploaded to a channel goes along with one post there.
func (t trial) fileStandsInDirect() {
	direct, _, err := t.bot.CreateDirectChannel(t.Context(), t.botID, t.anna.id())
	t.wantStatus(0, err)
	sent, _, err := t.bot.UploadFileAsRequestBody(t.Context(), bytes.Repeat([]byte("Tag;2\n"), 3), direct.Id, "zahlen.csv")
	t.wantStatus(0, err)
	made, _, err := t.bot.CreatePost(t.Context(), &model.Post{ChannelId: direct.Id, FileIds: model.StringArray{sent.FileInfos[0].Id}, Message: "Zahlen"})
	t.wantStatus(0, err)
	if got := t.read(made.Id); len(got.FileIds) != 1 || got.FileIds[0] != sent.FileInfos[0].Id {
		t.Errorf("files: %v", got.FileIds)
	}
}

func (t trial) botTakesThreadAway() {
	root := t.post("Frage", nil)
	made := t.answer(root.Id, "Antwort")
	_, err := t.bot.DeletePost(t.Context(), root.Id)
	t.wantStatus(0, err)
	for _, id := range []string{root.Id, made.Id} {
		_, _, err := t.bot.GetPost(t.Context(), id, "")
		t.wantStatus(http.StatusNotFound, err)
	}
	if _, err = t.bot.DeletePost(t.Context(), root.Id); err == nil {
		t.Error("what is gone can be taken away again")
	}
}

func (t trial) botTakesNothingOfOthers() {
	if err := t.anna.posts(t.staff, "Annas Knopf", "http://127.0.0.1:1", nil); err != nil {
		t.Fatal(err)
	}
	_, err := t.bot.DeletePost(t.Context(), t.anna.sees(t.T, "Annas Knopf").id)
	t.wantStatus(http.StatusForbidden, err)
}
