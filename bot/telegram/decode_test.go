package telegram_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
	"terminbote/locales"
)

// inPrivate is a message that somebody writes to the bot alone.
func inPrivate(fields string) string {
	return `{"update_id":1,"message":{"message_id":2,"chat":{"id":7,"type":"private"},"from":{"id":7,"language_code":"en"},` + fields + `}}`
}

// inGroup is one that is written in a group.
func inGroup(fields string) string {
	return `{"update_id":1,"message":{"message_id":2,"chat":{"id":-9,"type":"supergroup"},"from":{"id":7,"language_code":"en"},` + fields + `}}`
}

// membership is what becomes of the bot in a chat.
func membership(kind, status string) string {
	return fmt.Sprintf(`{"update_id":1,"my_chat_member":{"chat":{"id":7,"type":%q},"new_chat_member":{"status":%q}}}`, kind, status)
}

// press is a press on a button, in a chat of a kind.
func press(id, message, data string) string {
	return fmt.Sprintf(`{"update_id":1,"callback_query":{"id":%s,"from":{"id":7,"language_code":"en"},"data":%q%s}}`, id, data, message)
}

// Each kind of update is what it is and nothing else: a turn for who writes to the
// bot alone, a sentence where others listen, and nothing where Telegram speaks.
func TestEachKindOfUpdateIsReadAsWhatItIs(t *testing.T) {
	t.Parallel()
	said := func(text string) bot.Incoming { return bot.Incoming{Lang: "en", Event: dialogs.Said{Text: text}} }
	silence := bot.Incoming{Lang: "en"}
	alone := bot.Incoming{Lang: "en", Say: locales.Say("telegram.private_only", "Link", "https://t.me/termine_bot")}
	sent := bot.Incoming{Lang: "en", Event: dialogs.Sent{}}
	const contact = `"contact":{"user_id":%s,"first_name":%q,"last_name":%q,"phone_number":"+49 2389 1"}`
	own := bot.Incoming{Lang: "en", Event: dialogs.Introduced{Name: "Erika Beispiel", Phone: "+49 2389 1"}}
	in := func(kind string) string { return `,"message":{"message_id":5,"chat":{"id":7,"type":"` + kind + `"}}` }
	for raw, want := range map[string]bot.Incoming{
		inPrivate(`"text":"Reisepass"`):                                                                        said("Reisepass"),
		inPrivate(`"text":"/start x1"`):                                                                        {Lang: "en", Event: dialogs.Started{Payload: "x1"}},
		inPrivate(fmt.Sprintf(contact, "7", "Erika", "Beispiel")):                                              own,
		inPrivate(fmt.Sprintf(contact, "7", "Erika Beispiel", "")):                                             own,
		inPrivate(fmt.Sprintf(contact, "8", "Erika", "Beispiel")):                                              sent,
		inPrivate(fmt.Sprintf(contact, "0", "Erika", "Beispiel")):                                              sent,
		inPrivate(`"sticker":{}`):                                                                              sent,
		inPrivate(`"pinned_message":{}`):                                                                       silence,
		inPrivate(`"message_auto_delete_timer_changed":{}`):                                                    silence,
		inPrivate(`"write_access_allowed":{}`):                                                                 silence,
		inPrivate(`"text":"hallo","pinned_message":{}`):                                                        said("hallo"),
		strings.ReplaceAll(inPrivate(fmt.Sprintf(contact, "0", "E", "B")), `"from":{"id":7`, `"from":{"id":0`): sent,
		inGroup(`"text":"Reisepass"`):                                                                          silence,
		inGroup(`"text":"/termine"`):                                                                           alone,
		inGroup(`"text":"Hallo @termine_bot"`):                                                                 alone,
		inGroup(`"text":"Hallo @other_bot"`):                                                                   silence,
		inGroup(`"new_chat_members":[{"id":8},{"id":1}]`):                                                      alone,
		inGroup(`"new_chat_members":[{"id":8}]`):                                                               silence,
		inGroup(`"new_chat_members":{"id":1}`):                                                                 silence,
		inGroup(fmt.Sprintf(contact, "7", "Erika", "Beispiel")):                                                silence,
		membership("private", "kicked"):                                                                        {Left: true},
		membership("private", "left"):                                                                          {Left: true},
		membership("private", "member"):                                                                        {Back: true},
		membership("private", "of tomorrow"):                                                                   {Back: true},
		membership("supergroup", "kicked"):                                                                     {},
		membership("supergroup", "member"):                                                                     {},
		press(`"33"`, in("private"), "a:yes"):                                                                  {Lang: "en", Press: "33", Message: "5", Event: dialogs.Tapped{Choice: "yes", Revision: 10}},
		press(`"33"`, in("private"), "a:part 2"):                                                               {Lang: "en", Press: "33", Message: "5", Part: 2},
		press(`"33"`, in("private"), "!a:yes"):                                                                 {Lang: "en", Press: "33", Message: "5", Event: dialogs.Responded{Notice: 10, Choice: "yes"}},
		press(`"33"`, in("supergroup"), "a:yes"):                                                               {Lang: "en", Press: "33", Message: "5"},
		press(`"33"`, in("channel"), "a:part 2"):                                                               {Lang: "en", Press: "33", Message: "5"},
		press(`"33"`, "", "a:yes"):                                                                             {Lang: "en", Press: "33", Event: dialogs.Tapped{Choice: "yes", Revision: 10}},
		press(`33`, "", "a:yes"):                                                                               {Lang: "en", Event: dialogs.Tapped{Choice: "yes", Revision: 10}},
		`{"update_id":1,"edited_message":{"chat":{"id":7,"type":"private"},"text":"x"}}`:                       {},
		`{"update_id":1,"poll":{}}`:                                                                            {},
	} {
		got, err := telegram.Decode(botAt(t, ""), raw)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", raw, err, diff)
		}
	}
	for _, raw := range []string{`{"message":7}`, `[]`, `Geheimnis`, `{"message":{"text":{"Geheimnis":1}}}`} {
		if _, err := telegram.Decode(botAt(t, ""), raw); err == nil || strings.Contains(err.Error(), "Geheimnis") {
			t.Errorf("%s: %v", raw, err)
		}
	}
}

// Whose update it is is read of every kind, and what has no number is none.
func TestWhoseUpdateItIsIsReadOfEveryKind(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		`{"update_id":1,"message":{"chat":{"id":7}}}`:                                       "1 7",
		`{"update_id":2,"edited_message":{"chat":{"id":-7}}}`:                               "2 -7",
		`{"update_id":3,"my_chat_member":{"chat":{"id":7}}}`:                                "3 7",
		`{"update_id":4,"callback_query":{"from":{"id":8},"message":{"chat":{"id":7}}}}`:    "4 7",
		`{"update_id":5,"callback_query":{"from":{"id":8}}}`:                                "5 8",
		`{"update_id":6,"callback_query":{"from":{"id":8},"message":{"chat":{"id":0}}}}`:    "6 8",
		`{"update_id":7,"callback_query":{}}`:                                               "7 ",
		`{"update_id":8,"poll":{}}`:                                                         "8 ",
		`{"update_id":9,"message":{"chat":{"id":0}},"callback_query":{"from":{"id":8}}}`:    "9 8",
		`{"update_id":10,"message":{"chat":{"id":"x"}},"callback_query":{"from":{"id":8}}}`: "10 8",
		`{"update_id":0,"message":{"chat":{"id":7}}}`:                                       "",
		`{"update_id":-1,"message":{"chat":{"id":7}}}`:                                      "",
		`{"update_id":"1","message":{"chat":{"id":7}}}`:                                     "",
		`{"message":{"chat":{"id":7}}}`:                                                     "",
	} {
		u, err := telegram.Whose([]byte(raw))
		got := ""
		if err == nil {
			got = fmt.Sprint(u.ID, " ", u.Address)
		}
		if got != want || err == nil && (u.Channel != "telegram" || string(u.Raw) != raw) {
			t.Errorf("%s: %q in %q, %v, want %q", raw, got, u.Channel, err, want)
		}
	}
}
