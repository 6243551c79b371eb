package web

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

// words is everything that a form can ask for.
var words = []string{
	moveWord, dayWord, timeWord, moveToWord, cancelWord, cancelYes, disownWord, disownYes,
	waitWord, waitYes, leaveWord, leaveYes, acceptWord, declineWord, hereWord,
}

// asked is what a request asks for, as it is counted: "look", the word of a
// form, or "other". It reads no body: what was read already is looked at.
func asked(r *http.Request) string {
	if r.Method != http.MethodPost {
		return "look"
	}
	word, _, _ := strings.Cut(r.PostForm.Get("do"), " ")
	if !slices.Contains(words, word) {
		return "other"
	}
	return word
}

// counted is letters that count what people do by them, as in chats.
type counted struct {
	dialogs.Letters

	metrics *bot.Metrics
}

// count counts what came of a command. Faults are no refusals: they are logged.
func (c counted) count(command dialogs.Command, err error) {
	_, refused := booking.AsRefusal(err)
	if err == nil || refused {
		c.metrics.Result(dialogs.Result{Command: command, Refused: err})
	}
}

// CancelBy is as in [dialogs.Letters].
func (c counted) CancelBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error) {
	a, err := c.Letters.CancelBy(ctx, token, now)
	c.count(dialogs.Cancel{}, err)
	return a, err
}

// ArriveBy is as in [dialogs.Letters].
func (c counted) ArriveBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error) {
	a, err := c.Letters.ArriveBy(ctx, token, now)
	c.count(dialogs.Arrive{}, err)
	return a, err
}

// MoveBy is as in [dialogs.Letters].
func (c counted) MoveBy(ctx context.Context, token string, start, now time.Time) (booking.Appointment, error) {
	a, err := c.Letters.MoveBy(ctx, token, start, now)
	c.count(dialogs.Move{}, err)
	return a, err
}

// Disown is as in [dialogs.Letters]; to the office it is a cancellation.
func (c counted) Disown(ctx context.Context, token string, now time.Time) error {
	err := c.Letters.Disown(ctx, token, now)
	c.count(dialogs.Cancel{}, err)
	return err
}

// AcceptBy is as in [dialogs.Letters].
func (c counted) AcceptBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error) {
	a, err := c.Letters.AcceptBy(ctx, token, now)
	c.count(dialogs.Accept{}, err)
	return a, err
}

// DeclineBy is as in [dialogs.Letters].
func (c counted) DeclineBy(ctx context.Context, token string, now time.Time) error {
	err := c.Letters.DeclineBy(ctx, token, now)
	c.count(dialogs.Decline{}, err)
	return err
}

// WaitBy is as in [dialogs.Letters].
func (c counted) WaitBy(ctx context.Context, token string, now time.Time) error {
	err := c.Letters.WaitBy(ctx, token, now)
	c.count(dialogs.Wait{}, err)
	return err
}

// LeaveBy is as in [dialogs.Letters].
func (c counted) LeaveBy(ctx context.Context, token string, now time.Time) error {
	err := c.Letters.LeaveBy(ctx, token, now)
	c.count(dialogs.EndWait{}, err)
	return err
}
