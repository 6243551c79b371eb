package telegram_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"terminbote/bot/telegram/telegramtest"
)

// deliver posts a body to the webhook as somebody who knows the secret given.
func (w *town) deliver(method, secret string, body []byte) int {
	w.Helper()
	r, err := http.NewRequestWithContext(w.Context(), method, w.hook.URL, bytes.NewReader(body))
	if err != nil {
		w.Fatal(err)
	}
	if secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		w.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode
}

func TestAWebhookCallThatIsNoUpdateHasNoEffect(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	good := []byte(`{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"Geheimnis"}}`)
	large := append(bytes.Repeat([]byte(" "), 300<<10), good...)
	tests := map[string]struct {
		method, secret string
		body           []byte
		want           int
	}{
		"no secret":      {http.MethodPost, "", good, http.StatusUnauthorized},
		"wrong secret":   {http.MethodPost, secret + "x", good, http.StatusUnauthorized},
		"part of it":     {http.MethodPost, secret[:5], good, http.StatusUnauthorized},
		"by GET":         {http.MethodGet, secret, nil, http.StatusMethodNotAllowed},
		"oversized":      {http.MethodPost, secret, large, http.StatusRequestEntityTooLarge},
		"empty":          {http.MethodPost, secret, nil, http.StatusBadRequest},
		"no JSON":        {http.MethodPost, secret, []byte(`Geheimnis`), http.StatusBadRequest},
		"half":           {http.MethodPost, secret, good[:40], http.StatusBadRequest},
		"two":            {http.MethodPost, secret, append(good, good...), http.StatusBadRequest},
		"without number": {http.MethodPost, secret, []byte(`{"message":{"text":"Geheimnis"}}`), http.StatusBadRequest},
		"number too big": {http.MethodPost, secret, []byte(`{"update_id":1e40}`), http.StatusBadRequest},
		"deep":           {http.MethodPost, secret, []byte(`{"update_id":` + strings.Repeat("[", 100_000)), http.StatusBadRequest},
		"list":           {http.MethodPost, secret, []byte(`[{"update_id":1}]`), http.StatusBadRequest},
	}
	for name, test := range tests {
		if got := w.deliver(test.method, test.secret, test.body); got != test.want {
			t.Errorf("%s: status %d, want %d", name, got, test.want)
		}
	}
	w.want(0, `SELECT count(*) FROM inbox`)
	if strings.Contains(w.log.String(), "Geheimnis") {
		t.Errorf("the log holds what came:\n%s", w.log)
	}
}

func TestWithoutASecretTheWebhookIsClosed(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	if got := w.deliver(http.MethodPost, "", []byte(`{"update_id":1}`)); got != http.StatusUnauthorized {
		t.Errorf("status %d, want %d", got, http.StatusUnauthorized)
	}
}

func TestUpdatesOfOtherKindsAreTakenAndLeftAlone(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			w := newTown(t, setup{way: way})
			erika := w.person("Erika")
			walk(erika, "/start")
			calls := len(w.api.Calls("sendMessage", "editMessageText"))
			erika.Edit(erika.Messages()[0], "Reisepass")
			w.api.Inject(`"poll":{"id":"1"}`)
			w.api.Inject(`"inline_query":{"id":"1","from":{"id":1,"is_bot":false,"first_name":"A"},"query":"q","offset":""}`)
			w.api.Inject(fmt.Sprintf(`"message":{"message_id":9,"date":1,"chat":{"id":%d,"type":"private"},"pinned_message":{"message_id":1,"date":0,"chat":{"id":%[1]d,"type":"private"}}}`, erika.ID))
			walk(erika, "'Reisepass")
			w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
			w.want(2, `SELECT turns FROM chat`)
			if got := len(w.api.Calls("sendMessage", "editMessageText")) - calls; got != 1 {
				t.Errorf("%d messages, want 1", got)
			}
		})
	}
}

func TestAForgedPressChangesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika, mallory := w.person("Erika"), w.person("Mallory")
	walk(erika, booked.de...)
	walk(erika, "Meine Termine", "Di 24.11., 9:15 Uhr (PCF 86V)", "Absagen")
	really := erika.Screen()
	yes, _ := really.Button("Ja, absagen")
	walk(mallory, "/start")
	for _, data := range []string{
		yes.Data, "", ":", "garbage", "-1:yes", "99999999999999999999:yes", "0:yes", "zz:yes", strings.Repeat("x", 64),
		"1:appointment:1", "1:concern:nothing", "1:day:2026-13-45", "1:time:99999999999999", "1:time:-1", "1:lang:xx", "1:n:-1", "ü:ü", "\x00:\x00",
	} {
		mallory.Forge(mallory.Screen(), data)
		mallory.Rest()
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL OR reason IS NOT NULL`)
	w.want(1, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
	w.want(1, `SELECT count(*) FROM appointment`)
	erika.TapOn(really, "Ja, absagen")
	erika.WaitFor("Abgesagt")
}

func TestForgedChoicesOfTodayChangeNothingOfOthers(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika, mallory := w.person("Erika"), w.person("Mallory")
	walk(erika, booked.de...)
	walk(mallory, "/start")
	for _, choice := range []string{"yes", "cancel", "move", "next", "appointment:1", "erase", "time:1764000000", "later", "change:name", "nomail"} {
		mallory.Forge(mallory.Screen(), revisionOf(mallory.Screen())+":"+choice)
		mallory.Rest()
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL OR reason IS NOT NULL`)
	w.want(1, `SELECT count(*) FROM appointment WHERE state = 'confirmed' AND name = 'Erika Beispiel'`)
	w.want(2, `SELECT count(*) FROM person`)
}

// revisionOf is what the buttons of a screen carry.
func revisionOf(m telegramtest.Message) string {
	revision, _, _ := strings.Cut(m.Buttons[0][0].Data, ":")
	return revision
}
