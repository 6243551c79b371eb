package telegram_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
)

const (
	chatty       = 200
	quiet        = 5
	betweenWords = 5 * time.Millisecond // of the chatty ones: 200 a second, one in each chat
	betweenQuiet = 200 * time.Millisecond
)

// quietOnes is when people who write now and then were answered.
type quietOnes struct {
	mu     sync.Mutex
	asked  map[int64]time.Time
	waited []time.Duration
}

func (q *quietOnes) called(c telegramtest.Call) {
	q.mu.Lock()
	defer q.mu.Unlock()
	asked, ok := q.asked[c.Chat]
	if ok && c.Code == 200 && (c.Method == "sendMessage" || c.Method == "editMessageText") {
		q.waited = append(q.waited, c.At.Sub(asked))
		delete(q.asked, c.Chat)
	}
}

func (q *quietOnes) ask(chat int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if _, waits := q.asked[chat]; waits {
		return false
	}
	q.asked[chat] = clocktest.Now()
	return true
}

// BenchmarkQuietAmongRefused is how long five people wait for an answer while
// Telegram refuses every message to two hundred others, who go on writing.
func BenchmarkQuietAmongRefused(b *testing.B) {
	q := &quietOnes{asked: map[int64]time.Time{}}
	l := newLoad(b, chatty+quiet, q.called)
	for i := range l.people {
		l.write(i, "/start")
	}
	l.answered()
	for _, u := range l.people[:chatty] {
		l.api.Fail(telegramtest.Fault{Kind: telegramtest.TooMany, Chat: u.ID, Times: -1, RetryAfter: 5 * time.Second})
	}
	b.ResetTimer()
	began, words := clocktest.Now(), 0
	for next := 0; clocktest.Since(began) < 30*time.Second; words++ {
		time.Sleep(betweenWords)
		l.people[words%chatty].Say("Reisepass")
		if clocktest.Since(began) < time.Duration(next)*betweenQuiet {
			continue
		}
		if u := l.people[chatty+next%quiet]; q.ask(u.ID) {
			u.Say("/hilfe")
		}
		next++
	}
	time.Sleep(2 * time.Second)
	q.mu.Lock()
	defer q.mu.Unlock()
	slices.Sort(q.waited)
	if n := len(q.waited); n > 0 {
		b.ReportMetric(float64(q.waited[n/2].Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(q.waited[n*99/100].Microseconds())/1000, "p99-ms")
		b.ReportMetric(float64(n), "answers")
	}
	b.ReportMetric(float64(len(q.asked)), "unanswered")
	b.ReportMetric(float64(words)/30, "refused/s")
	b.ReportMetric(0, "ns/op")
}
