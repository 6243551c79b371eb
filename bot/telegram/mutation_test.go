package telegram_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage"
)

// private is what nobody may find in a log, in an error or in a table of jobs.
var private = []string{"Erika", "Beispiel", "erika@example", "Personalausweis", "Geheimnis"}

// odd is answers that no library would expect. Those that say ok were carried
// out, whatever else they hold.
var odd = map[string]struct {
	status int
	body   string
	done   bool
}{
	"a result of tomorrow":        {200, `{"ok":true,"result":{"message_id":7,"document":{"Erika":[1,{"of":"tomorrow"}]},"chat":"Geheimnis"}}`, true},
	"a result without a name":     {200, `{"ok":true,"result":{"text":"Geheimnis"}}`, true},
	"a name that is a word":       {200, `{"ok":true,"result":{"message_id":"Geheimnis"}}`, true},
	"a result that is a list":     {200, `{"ok":true,"result":["Geheimnis"]}`, true},
	"no result":                   {200, `{"ok":true}`, true},
	"a result that is cut off":    {200, `{"ok":true,"result":{"message_id":7,"text":"Geheim`, true},
	"a status of the proxy's":     {502, "<html>Geheimnis</html>", false},
	"a page of the proxy's":       {200, "<html>Erika Beispiel</html>", false},
	"a description that repeats":  {400, `{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: unsupported tag \"Geheimnis\""}`, false},
	"a description of tomorrow":   {418, `{"ok":false,"error_code":418,"description":"I'm a teapot for Erika Beispiel"}`, false},
	"a description that is none":  {500, `{"ok":false,"error_code":"Geheimnis","description":["Geheimnis"],"parameters":"Geheimnis"}`, false},
	"a wait that is a word":       {429, `{"ok":false,"error_code":429,"description":"Geheimnis","parameters":{"retry_after":"Geheimnis"}}`, false},
	"a wait":                      {429, `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}`, false},
	"a list":                      {200, `["Geheimnis"]`, false},
	"nothing":                     {200, ``, false},
	"a chat that has moved":       {400, `{"ok":false,"error_code":400,"description":"Geheimnis","parameters":{"migrate_to_chat_id":-100}}`, false},
	"ok that is a word":           {200, `{"ok":"Geheimnis","result":{"message_id":7}}`, false},
	"deep":                        {500, strings.Repeat(`{"Geheimnis":`, 20_000), false},
	"zeros and half a character":  {500, "\x00\xff\xfeGeheimnis", false},
	"a null":                      {200, `null`, false},
	"a result that is null":       {200, `{"ok":true,"result":null}`, true},
	"with spaces":                 {200, " {\n\t\"ok\" : true, \"result\" : {\"message_id\" : 7}}", true},
	"ok twice, the second untrue": {400, `{"ok":false,"error_code":400,"description":"Bad Request: Geheimnis"}`, false},
}

func TestAnswersThatCannotBeReadRepeatNothingAndTellNothing(t *testing.T) {
	t.Parallel()
	page := bot.Page{Title: "Personalausweis", Body: []string{"Erika Beispiel"}, Ask: "Geheimnis"}
	for name, answer := range odd {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			calls := 0
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				calls++
				_, _ = io.Copy(io.Discard, r.Body)
				w.WriteHeader(answer.status)
				_, _ = io.WriteString(w, answer.body)
			}))
			defer server.Close()
			log := &logbook{}
			tg, err := telegram.New(telegram.Settings{Token: "1:token", APIURL: server.URL}, &bot.Host{Log: log.logger()}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for what, send := range map[string]func() error{
				"message": func() error { return tg.Send(t.Context(), "7", page) },
				"file": func() error {
					return tg.Send(t.Context(), "7", page, bot.File{Name: "termin.ics", Content: []byte("Geheimnis")})
				},
			} {
				calls = 0
				err := send()
				if (err == nil) != answer.done {
					t.Errorf("%s: %v, done is %v", what, err, answer.done)
				}
				if answer.done && calls != 1 {
					t.Errorf("%s: sent %d times", what, calls)
				}
				if err != nil {
					holdsNothingPrivate(t, err.Error())
				}
			}
			holdsNothingPrivate(t, log.String())
		})
	}
}

func holdsNothingPrivate(t *testing.T, text string) {
	t.Helper()
	for _, word := range append(private, "1:token") {
		if strings.Contains(text, word) {
			t.Errorf("%q is in %.300s", word, text)
		}
	}
}

// What Telegram adds to a message tomorrow must not stop what is said in it.
func TestWhatTelegramInventsStopsNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika := w.person("Erika")
	walk(erika, "/start")
	of := func(rest string) string {
		return fmt.Sprintf(`"message":{"message_id":99,"date":1,"chat":{"id":%d,"type":"private"},"from":{"id":%[1]d,"language_code":"de"},"text":"Reisepass"%s}`, erika.ID, rest)
	}
	invented := []string{
		`,"entities":[{"type":"of_tomorrow","offset":"1","length":{}}]`, `,"forward_origin":{"type":"by_pigeon","sender":7}`,
		`,"reply_markup":"none","gift":[],"story":17`, `,"sender_chat":{"id":"?"},"link_preview_options":[1]`,
		`,"effect":{"nested":{"deeper":[{"a":1}]}}`, `,"date":"yesterday","edit_date":{}`,
	}
	for _, rest := range invented {
		w.api.Inject(of(rest))
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
	w.want(0, `SELECT count(*) FROM inbox WHERE reason IS NOT NULL`)
	w.want(1+len(invented), `SELECT turns FROM chat`)
	erika.WaitFor("Welche Zeit passt Ihnen?")
}

// Whatever the network answers, no table and no log learns what people wrote.
func TestNoTableAndNoLogLearnsOfFaultsWhatPeopleWrote(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	erika := w.person("Erika")
	walk(erika, toReview.de...)
	for _, kind := range []telegramtest.FaultKind{telegramtest.BadGateway, telegramtest.ServerError, telegramtest.CutBefore} {
		w.api.Fail(telegramtest.Fault{Kind: kind, Method: "sendMessage"})
		w.api.Fail(telegramtest.Fault{Kind: kind, Method: "sendDocument"})
	}
	deliver(w)
	erika.Say("buchen")
	erika.WaitFor("Gebucht!")
	w.want(1, `SELECT (count(*) > 0)::int FROM river_job WHERE cardinality(errors) > 0`)
	w.api.Inject(fmt.Sprintf(`"message":{"message_id":98,"text":["Geheimnis von Erika Beispiel"],"chat":{"id":%d,"type":"private"}}`, erika.ID))
	w.want(1, `SELECT count(*) FROM inbox WHERE reason IS NOT NULL`)
	w.api.Forgive()
	holdsNothingPrivate(t, w.log.String())
	for _, query := range []string{
		`SELECT coalesce(string_agg(reason, ' '), '') FROM inbox`,
		`SELECT coalesce(string_agg(errors::text, ' '), '') FROM river_job`,
		`SELECT coalesce(string_agg(args::text, ' '), '') FROM river_job`,
	} {
		var text string
		if err := w.pool.QueryRow(w.Context(), query).Scan(&text); err != nil {
			t.Fatal(err)
		}
		holdsNothingPrivate(t, text)
	}
}

// deliver has notices delivered until the test ends.
func deliver(w *town) {
	ctx, stop := context.WithCancel(context.WithoutCancel(w.Context()))
	done := make(chan error, 1)
	courier := bot.Courier{Senders: map[string]bot.Sender{telegram.Channel: w.now.telegram}, Now: w.clock.now}
	go func() { done <- w.now.store.RunNotices(ctx, courier, func(booking.NoticeKind, storage.Outcome) {}) }()
	w.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			w.Error(err)
		}
	})
}

// townOf answers calls as a test wants, and keeps what was sent.
type townOf struct {
	*httptest.Server
	sent   []map[string]any
	refuse func(sent map[string]any) bool
}

func newTownOf(t *testing.T, refuse func(map[string]any) bool) *townOf {
	t.Helper()
	o := &townOf{refuse: refuse}
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent := map[string]any{}
		_ = json.NewDecoder(r.Body).Decode(&sent)
		if o.refuse(sent) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"ok":false,"error_code":400,"description":"Bad Request: reply markup is too long"}`)
			return
		}
		o.sent = append(o.sent, sent)
		_, _ = io.WriteString(w, `{"ok":true,"result":{"message_id":7}}`)
	}))
	t.Cleanup(o.Close)
	return o
}

func TestAPageThatIsRefusedIsSentWithoutButtons(t *testing.T) {
	t.Parallel()
	o := newTownOf(t, func(sent map[string]any) bool { return sent["reply_markup"] != nil || sent["parse_mode"] != nil })
	tg, err := telegram.New(telegram.Settings{Token: "1:token", APIURL: o.URL}, &bot.Host{Log: (&logbook{}).logger()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := bot.Page{Title: "Worum geht <es>?", Ask: "Wählen Sie.", Groups: []bot.Group{{Buttons: []bot.Button{
		{ID: "a", Label: "Reisepass"}, {ID: "b", Label: "Führungszeugnis"},
	}}}}
	for name, show := range map[string]func(context.Context) error{
		"answer": func(ctx context.Context) error { return telegram.Show(ctx, tg, "7", page) },
		"notice": func(ctx context.Context) error { return tg.Send(ctx, "7", page) },
	} {
		o.sent = nil
		if err := show(t.Context()); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(o.sent) != 1 {
			t.Fatalf("%s: %d messages", name, len(o.sent))
		}
		for _, words := range []string{"Worum geht <es>?", "Wählen Sie.", "– Reisepass", "– Führungszeugnis"} {
			if text := fmt.Sprint(o.sent[0]["text"]); !strings.Contains(text, words) {
				t.Errorf("%s: %q lacks %q", name, text, words)
			}
		}
	}
}

// concerns is a page with so many choices, and the ways out.
func concerns(n int, label func(int) string) bot.Page {
	list := bot.Group{Columns: 1, Numbered: true}
	for i := range n {
		list.Buttons = append(list.Buttons, bot.Button{ID: fmt.Sprint("c", i), Label: label(i)})
	}
	return bot.Page{Lang: "de", Revision: 9, Title: "Bereich", Ask: "Was?", Groups: []bot.Group{
		list,
		{Columns: 1, Buttons: []bot.Button{{ID: "next", Label: "Weiter"}}},
		{Columns: 2, Buttons: []bot.Button{{ID: "back", Label: "Zurück"}, {ID: "home", Label: "Anfang"}}},
	}}
}

func TestOfALongListEveryChoiceCanBeReachedAndTheWaysOutAreAlwaysThere(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Beglaubigung ", 5)
	for name, page := range map[string]bot.Page{
		"125 concerns":    concerns(125, func(i int) string { return fmt.Sprint("Anliegen ", i) }),
		"80 long names":   concerns(80, func(i int) string { return fmt.Sprintf("%sÄÖÜ <&> Nummer %d", long, i) }),
		"1,000 concerns":  concerns(1000, func(i int) string { return fmt.Sprint("Anliegen ", i) }),
		"a hundred short": concerns(97, func(i int) string { return fmt.Sprint(i) }),
	} {
		var reached []string
		for page.Part = 0; ; page.Part++ {
			_, rows := telegram.Drawn(page)
			buttons := slices.Concat(rows...)
			var labels []string
			further := false
			for _, b := range buttons {
				labels = append(labels, b.Text)
				further = further || b.Data == fmt.Sprint("9:part ", page.Part+2)
				if choice, ok := strings.CutPrefix(b.Data, "9:c"); ok {
					reached = append(reached, choice)
				}
			}
			for _, way := range []string{"Weiter", "Zurück", "Anfang"} {
				if !slices.Contains(labels, way) {
					t.Errorf("%s, part %d: no %s", name, page.Part, way)
				}
			}
			distinct := slices.Compact(slices.Sorted(slices.Values(labels)))
			markup, _ := json.Marshal(rows)
			if len(buttons) > 100 || len(markup) > 10_000 || len(distinct) != len(labels) {
				t.Errorf("%s, part %d: %d buttons, %d of them distinct, %d bytes", name, page.Part, len(buttons), len(distinct), len(markup))
			}
			if !further {
				break
			}
		}
		if want := len(page.Groups[0].Buttons); len(reached) != want {
			t.Errorf("%s: %d of %d can be reached", name, len(reached), want)
		}
	}
}

// A press on another part shows it in the live message, and nothing else.
func TestALongListIsLeafedThrough(t *testing.T) {
	t.Parallel()
	if in := telegram.Read("9:part 3"); in.Part != 3 || in.Event != nil {
		t.Errorf("read %+v", in)
	}
	for _, data := range []string{"9:part x", "9:part -1", "9:part", "9:part 0"} {
		if in := telegram.Read(data); in.Part != 0 || in.Event == nil {
			t.Errorf("%q was read as part %d", data, in.Part)
		}
	}
}
