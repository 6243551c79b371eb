package mattermosttest

import (
	"fmt"
	"strings"
)

// User is a person at the screen of one channel. The methods without an error
// fail the test.
type User struct {
	*person

	channel *Channel
}

// In is the same person in another channel.
func (u *User) In(c *Channel) *User { return &User{u.person, c} }

// Screen is what the person sees of the channel, the newest last.
func (u *User) Screen() []Message {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	var seen []Message
	for _, p := range u.screen().posts {
		seen = append(seen, p.snapshot())
	}
	return seen
}

// Last is the newest message that the person sees.
func (u *User) Last() Message {
	u.server.tb.Helper()
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	seen := u.screen().posts
	if len(seen) == 0 {
		u.server.tb.Fatalf("mattermosttest: %s sees no message", u.Username)
		return Message{}
	}
	return seen[len(seen)-1].snapshot()
}

// WaitFor waits until the person sees a text, and returns the newest message
// that has it.
func (u *User) WaitFor(text string) Message {
	u.server.tb.Helper()
	var found Message
	_, ok := u.wait(func(p *post) bool {
		found = p.snapshot()
		return strings.Contains(found.String(), text)
	})
	if !ok {
		u.server.tb.Fatalf("mattermosttest: %s never saw %q:\n%s", u.Username, text, u.Transcript())
		return Message{}
	}
	return found
}

// wait finds the newest post on the screen that is as is says, as soon as there
// is one.
func (u *User) wait(is func(*post) bool) (*post, bool) {
	var found *post
	ok := u.server.await(func() bool {
		found = u.screen().newest(is)
		return found != nil
	})
	return found, ok
}

// Transcript is what the person did and saw in the channel.
func (u *User) Transcript() string {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return strings.Join(append(u.screen().log, ""), "\n")
}

// screen is where the person is; server.mu is held.
func (u *User) screen() *screen {
	if u.screens[u.channel] == nil {
		u.screens[u.channel] = &screen{}
	}
	return u.screens[u.channel]
}

// jot adds a line on what the person does, or is told beside the messages.
func (u *User) jot(format string, args ...any) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.screen().jot(format, args...)
}

// told notes an error that the person sees, and returns it.
func (u *User) told(err error) error {
	if err != nil {
		u.jot("(error) %v", err)
	}
	return err
}

// must fails the test if something did not work.
func (u *User) must(err error) {
	u.server.tb.Helper()
	if err != nil {
		u.server.tb.Fatalf("mattermosttest: %s: %v\n%s", u.Username, err, u.Transcript())
	}
}

// noButton is the error of a search that was in vain.
func noButton(label string) error { return fmt.Errorf("nothing here says [%s]", label) }
