package telegram_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// mailbag is a town whose notices go out to many people at once, by the real
// clock and on a database that waits for its disk.
type mailbag struct {
	testing.TB
	store   *storage.Store
	pool    *pgxpool.Pool
	courier bot.Courier
	stop    func()

	mu   sync.Mutex
	sent map[int64][]time.Time // when which chat was sent something
	busy int                   // answers 429
	came chan int64
}

func newMailbag(tb testing.TB, limits telegramtest.Limits, rate float64) (*mailbag, *telegramtest.Server) {
	tb.Helper()
	m := &mailbag{TB: tb, sent: map[int64][]time.Time{}, came: make(chan int64, 100_000)}
	api := telegramtest.New(tb, telegramtest.Config{Quiet: true, Limits: limits, OnCall: m.called})
	url := storagetest.DurableURL(tb)
	pool, err := pgxpool.New(tb.Context(), url)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(pool.Close)
	store, err := storage.Open(tb.Context(), url, office.Sample(), clocktest.Now, storage.Options{Channels: []string{telegram.Channel}})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(store.Close)
	host := &bot.Host{Conversations: store, Inbox: store, Screens: store, Now: clocktest.Now, Away: storage.Unreachable, Log: (&logbook{}).logger()}
	t, err := telegram.New(telegram.Settings{Token: api.Token, APIURL: api.URL, Rate: rate}, host, nil)
	if err != nil {
		tb.Fatal(err)
	}
	m.store, m.pool = store, pool
	m.courier = bot.Courier{Senders: map[string]bot.Sender{telegram.Channel: t}, Now: clocktest.Now}
	return m, api
}

func (m *mailbag) called(c telegramtest.Call) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch c.Code {
	case 200:
		m.sent[c.Chat] = append(m.sent[c.Chat], clocktest.Now())
		m.came <- c.Chat
	case 429:
		m.busy++
	}
}

// people is n people who have spoken to the bot.
func (m *mailbag) people(api *telegramtest.Server, n int) []int64 {
	m.Helper()
	return newcomers(m, m.pool, api, n)
}

// plan lays down reminders that are due at once for people who have a chat, and
// the appointments they are about.
func (m *mailbag) plan(chats []int64) {
	m.Helper()
	planReminders(m, m.pool, chats, clocktest.Now(), 0)
	if _, err := m.pool.Exec(m.Context(), `VACUUM ANALYZE`); err != nil {
		m.Fatal(err)
	}
}

// execer carries out SQL.
type execer interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

// newcomers is n people who have spoken to the bot, known to the database.
func newcomers(tb testing.TB, db execer, api *telegramtest.Server, n int) []int64 {
	tb.Helper()
	ids := make([]int64, n)
	for i := range ids {
		u := api.NewUser(fmt.Sprint("Person ", i), "de")
		u.Start("")
		ids[i] = u.ID
	}
	_, err := db.Exec(tb.Context(), `
		WITH p AS (INSERT INTO person (id, created_at) SELECT id, $2 FROM unnest($1::bigint[]) AS c (id))
		INSERT INTO chat (channel, address, person, created_at, updated_at)
		SELECT 'telegram', id::text, id, $2, $2 FROM unnest($1::bigint[]) AS c (id)`, ids, clocktest.Now())
	if err != nil {
		tb.Fatal(err)
	}
	return ids
}

// planReminders lays down a reminder for each chat, due at due and one every
// further, and the appointment it is about. More than one channel: the
// same by mail, to the address of mailOf.
func planReminders(tb testing.TB, db execer, chats []int64, due time.Time, further time.Duration, more ...string) {
	tb.Helper()
	_, err := db.Exec(tb.Context(), `
		WITH who AS (
			SELECT 1000000 + c.id AS id, person, address, $2::timestamptz + (place - 1) * $3::float8 * interval '1 second' AS due
			FROM unnest($1::bigint[]) WITH ORDINALITY AS c (id, place)
			JOIN chat ON channel = 'telegram' AND address = c.id::text),
		a AS (
			INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills,
				audience, holder, name, lang, created_at, updated_at)
			SELECT id, id, 'N' || id, 'werne', NULL, $2::timestamptz + interval '1 day', $2::timestamptz + interval '24:20:00', 'confirmed',
				'[{"concern": "id-card", "name": {"de": "Personalausweis"}, "quantity": 1, "minutes": 20}]', 1, '{citizen}',
				'public', person, 'Erika', 'de', $5, $5 FROM who),
		n AS (
			INSERT INTO notice (appointment, kind, sequence, channel, address, due)
			SELECT id, 'reminder', 0, channel, CASE channel WHEN 'mail' THEN 'person' || address || '@example.org' ELSE address END, due
			FROM who, unnest('{telegram}'::text[] || $4::text[]) AS c (channel)
			RETURNING id, due)
		INSERT INTO river_job (kind, args, queue, state, max_attempts, priority, scheduled_at)
		SELECT 'deliver_notice', jsonb_build_object('notice', id), 'default', 'scheduled', 14, 3, due FROM n`,
		chats, due, further.Seconds(), append([]string{}, more...), clocktest.Now())
	if err != nil {
		tb.Fatal(err)
	}
}

func (m *mailbag) deliver() {
	ctx, stop := context.WithCancel(context.WithoutCancel(m.Context()))
	done := make(chan error, 1)
	go func() {
		done <- m.store.RunNotices(ctx, m.courier, func(booking.NoticeKind, storage.Outcome) {})
	}()
	m.stop = func() {
		stop()
		if err := <-done; err != nil {
			m.Error(err)
		}
	}
}

// await waits until so many messages went out.
func (m *mailbag) await(n int) {
	m.Helper()
	for i := range n {
		select {
		case <-m.came:
		case <-time.After(time.Minute):
			m.Fatalf("%d messages of %d came", i, n)
		}
	}
}

// took is from the first message to the last.
func (m *mailbag) took() time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []time.Time
	for chat, times := range m.sent {
		if len(times) > 1 {
			m.Errorf("chat %d was told %d times", chat, len(times))
		}
		all = append(all, times...)
	}
	return slices.MaxFunc(all, time.Time.Compare).Sub(slices.MinFunc(all, time.Time.Compare))
}

// delivered waits until so many messages went out and all of them are written
// down, so that one that is sent again is not missed.
func (m *mailbag) delivered(n int) {
	m.Helper()
	m.await(n)
	left, tried := n, 0
	for deadline := clocktest.Now().Add(time.Minute); left > 0 && clocktest.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		err := m.pool.QueryRow(m.Context(), `
			SELECT count(*) FILTER (WHERE state <> 'completed'), count(*) FILTER (WHERE errors IS NOT NULL) FROM river_job`).Scan(&left, &tried)
		if err != nil {
			m.Fatal(err)
		}
	}
	m.stop()
	if left > 0 || tried > 0 || m.busy > 0 {
		m.Errorf("%d jobs are left, %d were tried in vain, %d answers were 429", left, tried, m.busy)
	}
}

// BenchmarkRemindersAtOnce is reminders due at the same moment, without a
// limit: as many as the benchmark has rounds.
func BenchmarkRemindersAtOnce(b *testing.B) {
	m, api := newMailbag(b, telegramtest.Limits{}, 0)
	m.plan(m.people(api, b.N))
	b.ResetTimer()
	m.deliver()
	m.delivered(b.N)
	b.ReportMetric(float64(b.N)/m.took().Seconds(), "notices/s")
}

// BenchmarkRemindersAtTelegramsPace is the same where no more go out than
// Telegram takes, which refuses what is too much.
func BenchmarkRemindersAtTelegramsPace(b *testing.B) {
	m, api := newMailbag(b, telegramtest.RealLimits, 29.5)
	m.plan(m.people(api, b.N))
	b.ResetTimer()
	m.deliver()
	m.delivered(b.N)
	b.ReportMetric(float64(b.N)/m.took().Seconds()/telegramtest.RealLimits.Overall*100, "%-of-limit")
	b.ReportMetric(float64(m.busy), "429s")
}

// BenchmarkRemindersByFourReplicas is the same by four replicas, which share one
// bot and one database.
func BenchmarkRemindersByFourReplicas(b *testing.B) {
	m, api := newMailbag(b, telegramtest.RealLimits, 29.5)
	m.plan(m.people(api, b.N))
	replicas := []*mailbag{m.share(api)}
	for range 3 {
		replicas = append(replicas, m.replica(api))
	}
	b.ResetTimer()
	for _, r := range replicas {
		r.deliver()
	}
	m.stop = func() {
		for _, r := range replicas {
			r.stop()
		}
	}
	m.delivered(b.N)
	b.ReportMetric(float64(b.N)/m.took().Seconds()/telegramtest.RealLimits.Overall*100, "%-of-limit")
	b.ReportMetric(float64(m.busy), "429s")
}

// share is the mailbag's own program, with a bot that shares its pace.
func (m *mailbag) share(api *telegramtest.Server) *mailbag {
	m.Helper()
	host := &bot.Host{Conversations: m.store, Inbox: m.store, Screens: m.store, Now: clocktest.Now, Away: storage.Unreachable, Log: (&logbook{}).logger()}
	turns := func(sender string) bot.Turns { return m.store.Pace(sender) }
	t, err := telegram.New(telegram.Settings{Token: api.Token, APIURL: api.URL, Rate: 29.5, Turns: turns}, host, nil)
	if err != nil {
		m.Fatal(err)
	}
	courier := bot.Courier{Senders: map[string]bot.Sender{telegram.Channel: t}, Now: clocktest.Now}
	return &mailbag{TB: m.TB, store: m.store, pool: m.pool, courier: courier}
}

// replica is a further program on the same database.
func (m *mailbag) replica(api *telegramtest.Server) *mailbag {
	m.Helper()
	store, err := storage.Open(m.Context(), m.pool.Config().ConnString(), office.Sample(), clocktest.Now, storage.Options{Channels: []string{telegram.Channel}})
	if err != nil {
		m.Fatal(err)
	}
	m.Cleanup(store.Close)
	return (&mailbag{TB: m.TB, store: store, pool: m.pool}).share(api)
}
