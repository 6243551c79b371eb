package telegram_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"terminbote/bot/telegram/telegramtest"
)

// mutator stands between the bot and the Bot API, and makes of most answers what
// Telegram may invent tomorrow: other types, other nesting, less, more, cut off,
// and refusals that repeat what was sent.
type mutator struct {
	api string

	mu      sync.Mutex
	chance  *rand.Rand
	changed int
	refused bool
	failed  bool // the answer before
}

// plainMethods are the methods whose answers are left as they are: the bot would not
// start.
var plainMethods = []string{"getMe", "getUpdates", "setWebhook", "deleteWebhook", "setMyCommands", "setMyDescription", "setChatMenuButton"}

// ServeHTTP hands a call on, and its answer back.
func (m *mutator) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	sent, _ := io.ReadAll(r.Body)
	call, err := http.NewRequestWithContext(r.Context(), r.Method, m.api+r.URL.Path, bytes.NewReader(sent))
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	call.Header = r.Header
	response, err := http.DefaultClient.Do(call)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer response.Body.Close()
	received, _ := io.ReadAll(response.Body)
	status, answer := m.answer(r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:], response.StatusCode, received, string(sent))
	w.WriteHeader(status)
	_, _ = w.Write(answer)
}

// answer is the answer to a call of a method as it arrives. The first file is
// refused, so that there is an error to be stored.
func (m *mutator) answer(method string, status int, answer []byte, sent string) (int, []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case slices.Contains(plainMethods, method):
		return status, answer
	case method == "sendDocument" && !m.refused:
		m.refused = true
		return http.StatusBadGateway, []byte("<html>" + sent)
	}
	m.changed++
	return m.change(status, answer, sent)
}

// change changes most answers. No two refusals come one after the other: a page
// that is refused again and again is left to a sweep that waits for the clock.
func (m *mutator) change(status int, answer []byte, sent string) (int, []byte) {
	n := m.chance.IntN(100)
	if n < 18 && m.failed {
		n += 18
	}
	m.failed = n < 18
	switch {
	case n < 4: // refused, in words that repeat what was sent
		said, _ := json.Marshal(map[string]any{"ok": false, "error_code": 400 + m.chance.IntN(3)*50, "description": sent})
		return http.StatusBadRequest, said
	case n < 8:
		return http.StatusBadGateway, []byte("<html>" + sent)
	case n < 18:
		return status, answer[:m.chance.IntN(len(answer)+1)]
	case n < 90:
		return status, mutated(m.chance, answer, sent)
	}
	return status, answer
}

// mutated is JSON with some of its values replaced, but for what says whether
// the call was carried out.
func mutated(chance *rand.Rand, text []byte, private string) []byte {
	var value any
	if json.Unmarshal(text, &value) != nil {
		return text
	}
	for range 1 + chance.IntN(3) {
		value = mutate(chance, value, private, 0)
	}
	if answer, ok := value.(map[string]any); ok && bytes.HasPrefix(text, []byte(`{"ok":true`)) {
		answer["ok"] = true
	}
	changed, _ := json.Marshal(value)
	return changed
}

// mutate changes a value somewhere.
func mutate(chance *rand.Rand, value any, private string, depth int) any {
	switch v := value.(type) {
	case map[string]any:
		keys := slices.Sorted(maps.Keys(v))
		if len(keys) == 0 || chance.IntN(8) == 0 {
			v["of_tomorrow"] = map[string]any{"private": private, "deep": []any{1, nil, map[string]any{"type": "invented"}}}
			return v
		}
		key := keys[chance.IntN(len(keys))]
		if chance.IntN(6) == 0 {
			delete(v, key)
			return v
		}
		v[key] = mutate(chance, v[key], private, depth+1)
		return v
	case []any:
		if len(v) > 0 && chance.IntN(2) == 0 {
			i := chance.IntN(len(v))
			v[i] = mutate(chance, v[i], private, depth+1)
			return v
		}
	}
	if depth == 0 {
		return value
	}
	return []any{private, nil, true, -1.5, 1e300, []any{private}, map[string]any{private: private}, strings.Repeat("x", 300), "", "\x00\ufffd"}[chance.IntN(10)]
}

// knows is what may hold what people wrote, and why.
var knows = map[string]string{
	"appointment.name": "whose it is", "appointment.mail": "where it is confirmed", "appointment.mail_key": "by which addresses are counted",
	"appointment.items": "what it is for", "chat.state": "the talk under way", "inbox.raw": "an update until it is answered, or inspected",
	"wait.name": "whose place it is", "wait.mail": "where an offer goes", "wait.mail_key": "by which addresses are counted", "wait.wishes": "what it is for",
}

// nobodyLearns looks through the log and every column of every table.
func nobodyLearns(w *town) {
	w.Helper()
	holdsNothingPrivate(w.T, w.log.String())
	rows, err := w.pool.Query(w.Context(), `
		SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2`)
	if err != nil {
		w.Fatal(err)
	}
	var columns [][2]string
	for rows.Next() {
		var c [2]string
		if err := rows.Scan(&c[0], &c[1]); err != nil {
			w.Fatal(err)
		}
		columns = append(columns, c)
	}
	if err := rows.Err(); err != nil || len(columns) < 100 {
		w.Fatalf("%d columns, %v", len(columns), err)
	}
	for _, c := range columns {
		if knows[c[0]+"."+c[1]] != "" {
			continue
		}
		var text string
		if err := w.pool.QueryRow(w.Context(), fmt.Sprintf(`SELECT coalesce(string_agg(%q::text, ' '), '') FROM %q`, c[1], c[0])).Scan(&text); err != nil {
			w.Fatal(err)
		}
		for _, word := range private {
			if strings.Contains(text, word) {
				w.Errorf("%s.%s holds %q", c[0], c[1], word)
			}
		}
	}
}

// Whatever Telegram answers, people are answered, and no log and no table learns
// of it what they wrote.
func TestWhateverTelegramAnswersNobodyLearnsOfIt(t *testing.T) {
	t.Parallel()
	m := &mutator{chance: rand.New(rand.NewPCG(13, 26))}
	w := newTown(t, setup{way: webhook, between: func(api string) http.Handler {
		m.api = api
		return m
	}})
	deliver(w)
	const people = 14
	texts := []string{"/start", "Personalausweis", "1", "morgen", "2", "Erika Beispiel", "erika@example%d.org", "Geheimnis", "ja", "absagen", "ja"}
	var all []*telegramtest.User
	for range people {
		all = append(all, w.person("Erika"))
	}
	for turn, text := range texts {
		for i, erika := range all {
			erika.Say(strings.ReplaceAll(text, "%d", fmt.Sprint(i)))
		}
		w.want(people*(turn+1), `SELECT coalesce(sum(turns), 0)::int FROM chat`)
		w.want(0, `SELECT count(*) FROM chat WHERE drawn < turns`)
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE reason IS NOT NULL`)
	w.want(1, `SELECT (count(*) > 0)::int FROM appointment WHERE state <> 'held'`)
	w.want(1, `SELECT (count(*) > 0)::int FROM river_job WHERE cardinality(errors) > 0`)
	m.mu.Lock()
	if m.changed < people*len(texts)/2 {
		t.Errorf("only %d answers were changed", m.changed)
	}
	m.mu.Unlock()
	w.api.Forgive() // a message whose name was changed is edited in vain
	nobodyLearns(w)
}

// Whatever Telegram sends, it is answered or parked, and the next one goes on.
func TestWhateverTelegramSendsNobodyLearnsOfIt(t *testing.T) {
	t.Parallel()
	const updates, firstOdd = 400, 2_000_000_000
	w := newTown(t, setup{way: webhook})
	erika := w.person("Erika")
	walk(erika, "/start")
	chance := rand.New(rand.NewPCG(26, 13))
	for i := range updates {
		kind, raw := "message", fmt.Sprintf(`{"message_id":%[1]d,"date":1,"chat":{"id":%d,"type":"private"},"from":{"id":%[2]d,"is_bot":false,"first_name":"Erika","language_code":"de"},"text":"Geheimnis von Erika Beispiel","entities":[{"type":"bold","offset":0,"length":9}]}`, firstOdd+i, erika.ID)
		if i%3 == 0 {
			kind, raw = "callback_query", fmt.Sprintf(`{"id":"%d","from":{"id":%d,"is_bot":false,"first_name":"Erika","language_code":"de"},"chat_instance":"1","data":"1:Geheimnis","message":{"message_id":5,"date":1,"chat":{"id":%[2]d,"type":"private"},"text":"Erika Beispiel"}}`, firstOdd+i, erika.ID)
		}
		var value any
		if err := json.Unmarshal([]byte(raw), &value); err != nil {
			t.Fatal(err)
		}
		for range 1 + chance.IntN(3) {
			value = mutate(chance, value, "Geheimnis von Erika Beispiel", 0)
		}
		body, _ := json.Marshal(map[string]any{"update_id": firstOdd + i, kind: value})
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.hook.URL, bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
	w.want(updates, `SELECT count(*) FROM inbox WHERE id >= $1`, firstOdd)
	w.api.Forgive() // presses that nobody made are acknowledged in vain
	nobodyLearns(w)
	walk(erika, "/start")
}
