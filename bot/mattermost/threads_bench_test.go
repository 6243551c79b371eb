package mattermost_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
)

// BenchmarkAMessageToStaffAndBack is how long it takes from what a citizen writes
// until it stands in the thread, and from what a clerk answers there until the
// citizen has it, while ten others are in talks with staff. A round is both.
func BenchmarkAMessageToStaffAndBack(b *testing.B) {
	l := newLine(b)
	heard := make(chan string, 100)
	l.phone.heard = heard
	for n := range 10 {
		l.asks(dialogs.Chat{Channel: "test", Address: fmt.Sprint("other-", n)}, fmt.Sprint("Frage von ", n))
	}
	root := l.asks(erika, "Guten Tag")
	var there, back, both []time.Duration
	b.ResetTimer()
	for n := range b.N {
		if n%100 == 99 {
			l.clock.advance(time.Hour) // so many messages are not written in one hour
			l.attended()
		}
		began := clocktest.Now()
		question := fmt.Sprint("Frage ", n, "?")
		l.say(erika, question)
		l.anna.WaitFor(question)
		arrived := clocktest.Now()
		answer := fmt.Sprint("Antwort ", n, "!")
		l.anna.Reply(root, answer)
		awaited(b, heard, answer)
		end := clocktest.Now()
		there, back, both = append(there, arrived.Sub(began)), append(back, end.Sub(arrived)), append(both, end.Sub(began))
	}
	b.StopTimer()
	report(b, "there-", there)
	report(b, "back-", back)
	report(b, "both-", both)
}

// awaited waits until a citizen hears a text.
func awaited(b *testing.B, heard <-chan string, text string) {
	b.Helper()
	for {
		select {
		case said := <-heard:
			if strings.Contains(said, text) {
				return
			}
		case <-time.After(time.Minute):
			b.Fatalf("nobody heard %q", text)
		}
	}
}

// attended waits until the staff were seen to be there just now.
func (l *line) attended() {
	l.Helper()
	l.eventually(func() bool {
		var there bool
		err := l.pool.QueryRow(context.Background(), `SELECT EXISTS (SELECT FROM counter WHERE at >= $1)`, l.clock.now()).Scan(&there)
		return err == nil && there
	})
}

var _ bot.Sender = (*phone)(nil)
