package command

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/storage/storagetest"
)

// trickle opens a connection, sends the head of a form and then one letter of
// it a second, until the server has had enough of it. It returns the status of
// the answer; 0 where the connection was just closed, -1 where neither happened.
func trickle(ctx context.Context, address string) int {
	c, err := new(net.Dialer).DialContext(ctx, "tcp", address)
	if err != nil {
		return -1
	}
	defer c.Close()
	_, _ = io.WriteString(c, "POST /chat/beginn HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\n")
	answer := make(chan int, 1)
	go func() {
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			answer <- 0
			return
		}
		response.Body.Close()
		answer <- response.StatusCode
	}()
	for range 2 * patience / time.Second {
		select {
		case status := <-answer:
			return status
		case <-time.After(time.Second):
			_, _ = io.WriteString(c, "a")
		}
	}
	return -1
}

// Anybody who sends a form a letter a second is let go, and keeps nobody else
// waiting meanwhile.
func TestWhoSendsSlowlyKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	post, address := mailtest.New(t, true), loopbacktest.Address(t)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "WEB=true", "PUBLIC_URL=http://"+address, "MAIL_FROM=termine@example.org",
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address)
	s.awaits("/readyz", http.StatusOK, "ready")
	var slow sync.WaitGroup
	var waiting atomic.Int32
	const many = 100
	waiting.Store(many)
	for range many {
		slow.Go(func() {
			status := trickle(t.Context(), address)
			waiting.Add(-1)
			if status != 0 && status != http.StatusRequestTimeout {
				t.Errorf("a slow form is answered %d", status)
			}
		})
	}
	v := s.surfer()
	v.book()
	if waiting.Load() == 0 {
		t.Error("nobody was slow any more when the booking was made")
	}
	slow.Wait()
	if strings.Contains(s.said.String(), `"level":"ERROR"`) {
		t.Error("the log calls it a fault")
	}
}
