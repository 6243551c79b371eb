package telegramtest_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"terminbote/bot/telegram/telegramtest"
)

// startLibraryBot has a polling bot of the library's answer presses, edit one
// screen and send a file at the end.
func startLibraryBot(t *testing.T, s *telegramtest.Server) {
	t.Helper()
	b, err := bot.New(s.Token, bot.WithServerURL(s.URL), bot.WithDefaultHandler(talk), bot.WithNotAsyncHandlers(),
		bot.WithErrorsHandler(func(err error) { t.Logf("bot: %v", err) }))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); b.Start(ctx) }()
	t.Cleanup(func() { stop(); <-done })
}

func talk(ctx context.Context, b *bot.Bot, u *models.Update) {
	switch {
	case u.CallbackQuery != nil:
		pressed(ctx, b, u.CallbackQuery)
	case u.Message != nil:
		_, _ = b.SendMessage(ctx, &bot.SendMessageParams{
			ChatID: u.Message.Chat.ID, Text: "Guten Tag, <b>" + u.Message.From.FirstName + "</b>!\nWorum geht es?",
			ParseMode: models.ParseModeHTML, ReplyMarkup: row("Pass", "Ausweis"),
		})
	}
}

func pressed(ctx context.Context, b *bot.Bot, q *models.CallbackQuery) {
	_, _ = b.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: q.ID})
	chat, screen := q.Message.Message.Chat.ID, q.Message.Message.ID
	if q.Data == "Ja" {
		_, _ = b.SendDocument(ctx, &bot.SendDocumentParams{
			ChatID: chat, Caption: "Ihr Termin",
			Document: &models.InputFileUpload{Filename: "termin.ics", Data: strings.NewReader("BEGIN:VCALENDAR\r\n")},
		})
		return
	}
	_, _ = b.EditMessageText(ctx, &bot.EditMessageTextParams{
		ChatID: chat, MessageID: screen, Text: q.Data + ", richtig?", ReplyMarkup: row("Ja"),
	})
}

func row(labels ...string) models.InlineKeyboardMarkup {
	var buttons []models.InlineKeyboardButton
	for _, l := range labels {
		buttons = append(buttons, models.InlineKeyboardButton{Text: l, CallbackData: l})
	}
	return models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{buttons}}
}

// description is that of the whole Bot API where it lies beside the repository,
// else an excerpt.
func description(t *testing.T) *telegramtest.Schema {
	t.Helper()
	for _, path := range []string{"../../../../shared/botapi/api.min.json", "testdata/api.json"} {
		described, err := telegramtest.LoadDescription(path)
		if err == nil {
			return described
		}
		if !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	t.Fatal("no description of the Bot API")
	return nil
}

func TestPeopleTalkToABotOfTheLibrary(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Description: description(t)})
	startLibraryBot(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("pass")
	first := anna.Screen()
	anna.Tap("Pass")
	anna.Tap("Ja")
	calendar := anna.WaitForDocument(1)

	want := strings.TrimPrefix(`
Anna: /start pass
Bot: Guten Tag, Anna!
  Worum geht es?
  [Pass] [Ausweis]
Anna taps [Pass]
Bot edits #2: Pass, richtig?
  [Ja]
Anna taps [Ja]
Bot: <termin.ics> Ihr Termin
`, "\n")
	if diff := cmp.Diff(want, anna.Transcript()); diff != "" {
		t.Errorf("transcript (-want +got):\n%s", diff)
	}
	if got := string(calendar.Data); got != "BEGIN:VCALENDAR\r\n" {
		t.Errorf("calendar = %q", got)
	}
	anna.TapOn(first, "Ausweis")
	anna.WaitFor("Ausweis, richtig?")
}

func TestThePatientAndTheMissingButton(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Patience: 300 * time.Millisecond})
	startLibraryBot(t, s)
	ben := s.NewUser("Ben", "en")
	ben.Say("Hello")
	if err := ben.TryTap("Führerschein"); err == nil {
		t.Error("Ben taps a button that is not there")
	}
	ben.Tap("Ausweis") // appears only after a while
	ben.WaitFor("Ausweis, richtig?")
}

func TestWhoBlocksTheBotIsOutOfReach(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	p.want(400, "Bad Request: chat not found", "sendMessage", "chat_id", anna.ID, "text", "Hallo")
	anna.Start("")
	p.ok("sendMessage", "chat_id", anna.ID, "text", "Hallo")
	anna.Block()
	p.want(403, "Forbidden: bot was blocked by the user", "sendMessage", "chat_id", anna.ID, "text", "Hallo")
	if _, err := anna.TrySay("Hallo?"); err == nil {
		t.Error("Anna writes to a bot that she blocked")
	}
	anna.Unblock()
	anna.Deactivate()
	p.want(403, "Forbidden: user is deactivated", "sendMessage", "chat_id", anna.ID, "text", "Hallo")

	var kinds []string
	for _, u := range p.updates("offset", 0) {
		for _, kind := range []string{"message", "my_chat_member"} {
			if u[kind] != nil {
				kinds = append(kinds, kind)
			}
		}
	}
	if diff := cmp.Diff([]string{"message", "my_chat_member", "my_chat_member"}, kinds); diff != "" {
		t.Errorf("updates (-want +got):\n%s", diff)
	}
}

func TestInGroupsTheBotHearsOnlyWhatIsMeantForIt(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	family := s.NewGroup("Familie", anna)
	family.Say(anna, "Wer kommt mit?")
	family.Say(anna, "/termine")
	family.Say(anna, "Frag @termine_bot")
	var heard []string
	for _, u := range p.updates() {
		if m, ok := u["message"].(map[string]any); ok && m["text"] != nil {
			heard = append(heard, m["text"].(string))
		}
	}
	if diff := cmp.Diff([]string{"/termine", "Frag @termine_bot"}, heard); diff != "" {
		t.Errorf("heard (-want +got):\n%s", diff)
	}
	p.send(family.ID, "text", "Ich spreche nur unter vier Augen.", "reply_markup", inline("Gut"))
	family.Tap(anna, "Gut")
	p.ok("answerCallbackQuery", "callback_query_id", "1")
	p.ok("leaveChat", "chat_id", family.ID)
	p.want(403, "Forbidden: bot is not a member of the group chat", "sendMessage", "chat_id", family.ID, "text", "?")

	club := s.NewGroup("Verein", anna)
	p.send(club.ID, "text", "Hallo")
	club.Remove(anna)
	p.want(403, "Forbidden: bot is not a member of the group chat", "sendMessage", "chat_id", club.ID, "text", "?")
}

func TestPeopleSendMoreThanText(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna, ben := s.NewUser("Anna", "de"), s.NewUser("Ben", "")
	anna.SendSticker()
	anna.SendVoice()
	anna.SendPhoto("mein Pass")
	anna.ShareContact("+49 2389 710")
	anna.ShareContactOf(ben, "+49 2389 711")
	anna.Edit(anna.Say("Hallp"), "Hallo")
	var kinds []string
	for _, u := range p.updates() {
		m, _ := u["message"].(map[string]any)
		for _, kind := range []string{"sticker", "voice", "photo", "contact", "text"} {
			if m[kind] != nil {
				kinds = append(kinds, kind)
			}
		}
		if e, ok := u["edited_message"].(map[string]any); ok {
			kinds = append(kinds, "edited: "+e["text"].(string))
		}
	}
	want := []string{"sticker", "voice", "photo", "contact", "contact", "text", "edited: Hallo"}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("updates (-want +got):\n%s", diff)
	}
}
