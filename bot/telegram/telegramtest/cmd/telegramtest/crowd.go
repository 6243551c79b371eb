package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
)

// crowd is people who go through a talk by a plan, one talk after the other,
// each as somebody new. What each of them sees is a line of the report.
type crowd struct {
	server   *telegramtest.Server
	plan     plan
	pause    time.Duration // before each deed but the first
	language string

	mu     sync.Mutex // guards report and met
	report io.WriteCloser
	met    int

	stop   chan struct{}
	people sync.WaitGroup
}

// startCrowd has that many people begin.
func (c *console) startCrowd(args []string) (*crowd, error) {
	count, err := strconv.Atoi(args[0])
	if err != nil || count < 1 {
		return nil, errors.New("crowd wants a number of people")
	}
	pause, err := time.ParseDuration(args[1])
	if err != nil {
		return nil, err
	}
	p, err := openPlan(args[2])
	if err != nil {
		return nil, err
	}
	report, err := os.OpenFile(args[3], os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	w := &crowd{server: c.server, plan: p, pause: pause, language: c.language, report: report, stop: make(chan struct{})}
	for range count {
		w.people.Go(w.talk)
	}
	return w, nil
}

// end has nobody begin another talk, and waits for those under way.
func (w *crowd) end() error {
	close(w.stop)
	w.people.Wait()
	return w.report.Close()
}

// talk holds one talk after the other.
func (w *crowd) talk() {
	for {
		select {
		case <-w.stop:
			return
		default:
			w.hold(w.newcomer())
		}
	}
}

func (w *crowd) newcomer() *telegramtest.User {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.met++
	return w.server.NewUser(fmt.Sprint("Person ", w.met), w.language)
}

// hold goes through one talk: looks, thinks for the pause, looks again and acts.
func (w *crowd) hold(u *telegramtest.User) {
	shown, deed := telegramtest.Message{}, w.plan.first
	for range longest {
		acted, answered, err := act(u, shown, deed)
		if err != nil {
			w.note(acted, answered, "unanswered", err.Error())
			return
		}
		w.note(acted, answered, "answered", "")
		time.Sleep(w.pause)
		shown = newestView(u)
		next, said, ok := w.plan.next(shown)
		switch {
		case !ok:
			w.note(acted, answered, "astray", shown.Text)
			return
		case next == reached:
			w.note(acted, answered, reached, said)
			return
		}
		deed = next
	}
	w.note(clocktest.Now(), clocktest.Now(), "astray", "this leads nowhere: "+deed)
}

// act does something at a view and waits until the bot shows something then.
func act(u *telegramtest.User, at telegramtest.Message, deed string) (acted, answered time.Time, err error) {
	acted = clocktest.Now()
	defer func() { // people without a test panic where they would fail it
		answered = clocktest.Now()
		if p := recover(); p != nil {
			err = fmt.Errorf("%s is not answered", deed)
		}
	}()
	if label, pressed := isPress(deed); pressed {
		u.TapOn(at, label)
	} else {
		u.Say(deed)
	}
	u.WaitFor("")
	return acted, answered, nil
}

// newestView is what the bot shows last, apart from files.
func newestView(u *telegramtest.User) (shown telegramtest.Message) {
	u.Rest()
	for _, m := range u.Messages() {
		if m.FromBot && m.Document == nil {
			shown = m
		}
	}
	return shown
}

// note writes a line: when somebody did something and when the answer was
// there, in milliseconds since 1970, what came of it, and what was said.
func (w *crowd) note(acted, answered time.Time, outcome, said string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	said = strings.Join(strings.Fields(said), " ")
	fmt.Fprintf(w.report, "%d\t%d\t%s\t%s\n", acted.UnixMilli(), answered.UnixMilli(), outcome, said)
}
