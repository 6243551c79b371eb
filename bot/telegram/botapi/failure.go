package botapi

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Failure is a call that Telegram refused.
type Failure struct {
	method string
	Status int
	Said   string        // by Telegram: it may repeat what people wrote
	After  time.Duration // how long it asks to wait
}

// Error says what is known to hold nothing of what people write.
func (f Failure) Error() string {
	text := fmt.Sprintf("call %s: status %d", f.method, f.Status)
	if why := f.Reason(); why != "" {
		text += ", " + why
	}
	return text
}

// reasons are what Telegram gives as one, as far as it is of use to know.
var reasons = []string{
	NotModified, TooOld, ChatNotFound,
	"bot was blocked by the user", "user is deactivated", "bot can't initiate conversation with a user",
	"bot is not a member", "bot was kicked", "not enough rights", "need administrator rights", "upgraded to a supergroup",
	"message to edit not found", "message can't be edited", "message is too long", "message text is empty",
	"can't parse entities", "reply markup is too long", "BUTTON_DATA_INVALID", "MESSAGE_TOO_LONG",
	WebhookActive, "terminated by other getUpdates request", "bad webhook",
}

// What Telegram says where a call need not be repeated.
const (
	NotModified  = "message is not modified"
	TooOld       = "query is too old"
	ChatNotFound = "chat not found"
	// WebhookActive is said to who polls while Telegram calls somebody else.
	WebhookActive = "while webhook is active"
)

// Reason is the one of reasons that Telegram gave; empty where it said
// something else.
func (f Failure) Reason() string {
	for _, why := range reasons {
		if strings.Contains(f.Said, why) {
			return why
		}
	}
	return ""
}

// Failed finds out which refusal err is; not ok where Telegram was not reached.
func Failed(err error) (f Failure, ok bool) {
	ok = errors.As(err, &f)
	return f, ok
}
