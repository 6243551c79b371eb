package telegram

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

// failure is a call that Telegram refused.
type failure struct {
	method string
	status int
	said   string        // by Telegram: it may repeat what people wrote
	after  time.Duration // how long it asks to wait
}

// Error says what is known to hold nothing of what people write.
func (f failure) Error() string {
	text := fmt.Sprintf("call %s: status %d", f.method, f.status)
	if why := f.reason(); why != "" {
		text += ", " + why
	}
	return text
}

// reasons are what Telegram gives as one, as far as it is of use to know.
var reasons = []string{
	notModified, tooOld, chatNotFound,
	"bot was blocked by the user", "user is deactivated", "bot can't initiate conversation with a user",
	"bot is not a member", "bot was kicked", "not enough rights", "need administrator rights", "upgraded to a supergroup",
	"message to edit not found", "message can't be edited", "message is too long", "message text is empty",
	"can't parse entities", "reply markup is too long", "BUTTON_DATA_INVALID", "MESSAGE_TOO_LONG",
	"terminated by other getUpdates request", "while webhook is active", "bad webhook",
}

const (
	notModified  = "message is not modified"
	tooOld       = "query is too old"
	chatNotFound = "chat not found"
)

// reason is the one of reasons that Telegram gave; empty where it said
// something else.
func (f failure) reason() string {
	for _, why := range reasons {
		if strings.Contains(f.said, why) {
			return why
		}
	}
	return ""
}

// failed finds out which refusal err is; not ok where Telegram was not reached.
func failed(err error) (f failure, ok bool) {
	ok = errors.As(err, &f)
	return f, ok
}

// outcome says what an error means for who sends: nobody there, when to try
// again, or never. What may pass stays as it is.
func outcome(err error) error {
	f, ok := failed(err)
	switch {
	case !ok:
		return err
	case f.after > 0:
		return dialogs.Later{After: f.after}
	case f.status == http.StatusForbidden, f.reason() == chatNotFound:
		return dialogs.ErrUnreachable
	case f.status == http.StatusBadRequest, f.status == http.StatusRequestEntityTooLarge:
		return fmt.Errorf("%w: %w", bot.ErrRefused, f)
	}
	return err
}

// waitAsked is how long Telegram asks to wait; 0 where it does not.
func waitAsked(err error) time.Duration {
	f, _ := failed(err)
	return f.after
}

// unreached says why a call did not get through, in words of our own: what
// libraries say repeats addresses, and with them the token.
func unreached(err error) error {
	var network net.Error
	var name *net.DNSError
	var operation *net.OpError
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return errors.New("no answer in time")
	case errors.As(err, &name):
		return errors.New("its name was not found")
	case errors.As(err, &operation) && operation.Op == "dial":
		return errors.New("not reached")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &operation):
		return errors.New("the connection ended")
	}
	return fmt.Errorf("not reached (a %T)", deepest(err))
}

// deepest is the error that others wrap.
func deepest(err error) error {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return err
}
