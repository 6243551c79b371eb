// Command mailtest is the mail server of the tests as a program: it takes every
// mail and prints it, and sends none on. It is for rehearsals on one machine.
package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"terminbote/bot/mail/mailtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	run(ctx, os.Stdout)
}

// rehearsal stands in for the test that a test server belongs to.
type rehearsal struct {
	testing.TB

	atEnd []func()
}

func (r *rehearsal) Helper()          {}
func (r *rehearsal) Cleanup(f func()) { r.atEnd = append(r.atEnd, f) }

func (r *rehearsal) Fatal(args ...any) {
	fmt.Fprintln(os.Stderr, append([]any{"mailtest:"}, args...)...)
	os.Exit(1)
}

// run prints what comes until ctx ends.
func run(ctx context.Context, out io.Writer) {
	r := &rehearsal{}
	defer func() {
		for _, f := range r.atEnd {
			f()
		}
	}()
	server := mailtest.New(r, true)
	address := url.URL{Scheme: "smtp", User: url.UserPassword(mailtest.User, mailtest.Password), Host: server.Address}
	fmt.Fprintf(out, "SMTP_URL=%s\n", &address)
	for printed := 0; ctx.Err() == nil; {
		for _, m := range server.Mails()[printed:] {
			fmt.Fprintf(out, "--- to %s\n%s\n", m.To, m.Raw)
			printed++
		}
		select {
		case <-ctx.Done():
		case <-time.After(200 * time.Millisecond):
		}
	}
}
