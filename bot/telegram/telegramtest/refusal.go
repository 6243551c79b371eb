package telegramtest

import (
	"fmt"
	"math"
	"time"
)

// refusal is an answer other than ok. A blamed one is a mistake in the bot
// itself, which Check reports; the others are what a bot has to live with.
type refusal struct {
	code       int
	text       string
	retryAfter int
	blame      bool
}

// What Telegram says, word for word.
const (
	textNotModified  = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
	textTooOld       = "Bad Request: query is too old and response timeout expired or query ID is invalid"
	textChatNotFound = "Bad Request: chat not found"
	textBlocked      = "Forbidden: bot was blocked by the user"
	textDeactivated  = "Forbidden: user is deactivated"
	textNotMember    = "Forbidden: bot is not a member of the group chat"
	textOtherPoller  = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
	textHookActive   = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
	textHookSet      = "Conflict: terminated by setWebhook request"
	textNoMethod     = "Not Found: method not found"
)

func badRequest(text string) *refusal { return &refusal{code: 400, text: "Bad Request: " + text} }

func blame(format string, args ...any) *refusal {
	return &refusal{code: 400, text: "Bad Request: " + fmt.Sprintf(format, args...), blame: true}
}

func forbidden(text string) *refusal { return &refusal{code: 403, text: text} }

func conflict(text string) *refusal { return &refusal{code: 409, text: text} }

func tooMany(wait time.Duration) *refusal {
	seconds := max(1, int(math.Ceil(wait.Seconds())))
	return &refusal{code: 429, text: fmt.Sprintf("Too Many Requests: retry after %d", seconds), retryAfter: seconds}
}
