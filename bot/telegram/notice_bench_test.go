package telegram_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/dialogs"
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
	store, err := storage.Open(tb.Context(), url, office.Sample(), storage.Options{Channels: []string{telegram.Channel}})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(store.Close)
	host := &bot.Host{Conversations: store, Inbox: store, Screens: store, Now: time.Now, Away: storage.Unreachable, Log: (&logbook{}).logger()}
	t, err := telegram.New(telegram.Settings{Token: api.Token, APIURL: api.URL, Rate: rate}, host, nil)
	if err != nil {
		tb.Fatal(err)
	}
	m.store, m.pool = store, pool
	m.courier = bot.Courier{Senders: map[string]bot.Sender{telegram.Channel: t}, Now: time.Now}
	return m, api
}

func (m *mailbag) called(c telegramtest.Call) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch c.Code {
	case 200:
		m.sent[c.Chat] = append(m.sent[c.Chat], time.Now())
		m.came <- c.Chat
	case 429:
		m.busy++
	}
}

// people is n people who have spoken to the bot.
func (m *mailbag) people(api *telegramtest.Server, n int) []int64 {
	ids := make([]int64, n)
	for i := range ids {
		u := api.NewUser(fmt.Sprint("Person ", i), "de")
		u.Start("")
		ids[i] = u.ID
	}
	_, err := m.pool.Exec(m.Context(), `
		WITH p AS (INSERT INTO person (id, created_at) SELECT id, now() FROM unnest($1::bigint[]) AS c (id))
		INSERT INTO chat (channel, address, person, created_at, updated_at)
		SELECT 'telegram', id::text, id, now(), now() FROM unnest($1::bigint[]) AS c (id)`, ids)
	if err != nil {
		m.Fatal(err)
	}
	return ids
}

// plan lays down a reminder for each chat, due at due and one every further.
func (m *mailbag) plan(chats []int64, due time.Time, further time.Duration) {
	m.Helper()
	_, err := m.pool.Exec(m.Context(), `
		WITH who AS (SELECT id, place - 1 AS n FROM unnest($1::bigint[]) WITH ORDINALITY AS c (id, place)),
		a AS (
			INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills,
				audience, holder, name, lang, created_at, updated_at)
			SELECT id, id, 'N' || id, 'werne', 'd' || id, $2::timestamptz + interval '1 day', $2::timestamptz + interval '25 hours', 'confirmed',
				'[{"concern": "id-card", "name": {"de": "Personalausweis"}, "quantity": 1, "minutes": 20}]', 1, '{citizen}',
				'public', id, 'Erika', 'de', now(), now() FROM who),
		n AS (
			INSERT INTO notice (id, appointment, kind, sequence, channel, address, due)
			SELECT id, id, 'reminder', 0, 'telegram', id::text, $2::timestamptz + n * $3::float8 * interval '1 second' FROM who)
		INSERT INTO river_job (kind, args, queue, state, max_attempts, priority, scheduled_at)
		SELECT 'deliver_notice', jsonb_build_object('notice', id), 'default', 'scheduled', 14, 3,
			$2::timestamptz + n * $3::float8 * interval '1 second' FROM who`, chats, due, further.Seconds())
	if err != nil {
		m.Fatal(err)
	}
	if _, err := m.pool.Exec(m.Context(), `VACUUM ANALYZE`); err != nil {
		m.Fatal(err)
	}
}

func (m *mailbag) deliver() {
	ctx, stop := context.WithCancel(context.WithoutCancel(m.Context()))
	done := make(chan error, 1)
	go func() {
		done <- m.store.RunNotices(ctx, m.courier, time.Now, func(booking.NoticeKind, storage.Outcome) {})
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

func p99(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)*99/100]
}

// BenchmarkRemindersAtOnce is 10,000 reminders due at the same moment, without
// a limit.
func BenchmarkRemindersAtOnce(b *testing.B) {
	const people = 10_000
	for b.Loop() {
		m, api := newMailbag(b, telegramtest.Limits{}, 0)
		m.plan(m.people(api, people), time.Now(), 0)
		m.deliver()
		m.await(people)
		m.stop()
		b.ReportMetric(people/m.took().Seconds(), "notices/s")
	}
}

// BenchmarkRemindersAtTelegramsPace is more reminders due at once than Telegram
// takes in half a minute.
func BenchmarkRemindersAtTelegramsPace(b *testing.B) {
	const people = 900
	for b.Loop() {
		m, api := newMailbag(b, telegramtest.RealLimits, 29.5)
		m.plan(m.people(api, people), time.Now(), 0)
		m.deliver()
		m.await(people)
		m.stop()
		b.ReportMetric(people/m.took().Seconds()/telegramtest.RealLimits.Overall*100, "%-of-limit")
		b.ReportMetric(float64(m.busy), "429s")
	}
}

// BenchmarkConfirmations is people who book while 18 reminders a second fall
// due: how late those are, and how long a confirmation takes from the booking.
func BenchmarkConfirmations(b *testing.B) {
	const reminders, bookings, each = 540, 60, time.Second / 18
	for b.Loop() {
		m, api := newMailbag(b, telegramtest.RealLimits, 29.5)
		reminded, booking := m.people(api, reminders), m.people(api, bookings)
		due := time.Now().Add(3 * time.Second)
		m.plan(reminded, due, each)
		m.deliver()
		booked := map[int64]time.Time{}
		for i, chat := range booking {
			time.Sleep(time.Until(due.Add(time.Duration(i) * reminders * each / bookings)))
			m.book(chat, i)
			booked[chat] = time.Now()
		}
		m.await(reminders + bookings)
		m.stop()
		var late, waited []time.Duration
		for i, chat := range reminded {
			lateness := m.sent[chat][0].Sub(due.Add(time.Duration(i) * each))
			if lateness < -time.Millisecond {
				b.Errorf("a reminder came %v early", -lateness)
			}
			late = append(late, lateness)
		}
		for _, chat := range booking {
			waited = append(waited, m.sent[chat][0].Sub(booked[chat]))
		}
		b.ReportMetric(p99(late).Seconds(), "s-late-p99")
		b.ReportMetric(p99(waited).Seconds(), "s-to-confirmation-p99")
		b.ReportMetric(float64(m.busy), "429s")
	}
}

// book books the nth time of the next days for a chat's person.
func (m *mailbag) book(chat int64, n int) {
	m.Helper()
	o := office.Sample().Offices[0]
	by := storage.Actor{Person: booking.PersonID(chat)}
	now := time.Now()
	for day := o.Today(now).Add(2); ; day = day.Add(1) {
		for _, start := range o.Day(day, nil).Starts(booking.Request{Length: 20 * time.Minute, Skills: []booking.Skill{"citizen"}, Audience: booking.Public}, now) {
			if n--; n >= 0 {
				continue
			}
			order := dialogs.Order{Office: o.ID, Start: start, Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1}
			held, err := m.store.Hold(m.Context(), by, now, dialogs.Hold{Order: order})
			if err != nil {
				continue
			}
			_, err = m.store.Book(m.Context(), by, now, dialogs.Book{Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Erika"}})
			if err != nil {
				m.Fatal(err)
			}
			return
		}
	}
}
