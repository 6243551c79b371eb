package bot

import (
	"context"
	"fmt"
	"runtime/debug"

	"terminbote/dialogs"
	"terminbote/locales"
)

// Incoming is what a network makes of an update.
type Incoming struct {
	Event dialogs.Event // nil: nothing that the dialogs would answer
	Lang  string        // in which the person's client speaks
}

// Answer is what came of a chat's oldest update.
type Answer struct {
	dialogs.Answered
	Update dialogs.Update
	Page   *Page // nil: nothing to be shown
	Parked bool  // the update could not be handled and was set aside
}

// Next answers the oldest update of chat that waits; read makes an event of it.
// An update that cannot be read or handled is parked, and the person is told.
// The error says that the database is away: the same update comes again.
func (h *Host) Next(ctx context.Context, chat dialogs.Chat, read func(dialogs.Update) (Incoming, error)) (Answer, error) {
	var a Answer
	answered, err := h.Inbox.Answer(ctx, chat, h.Now(), func(ctx context.Context, u dialogs.Update, records dialogs.Records) error {
		a.Update, a.Page = u, nil
		return h.answer(ctx, &a, records, read)
	})
	a.Answered = answered
	if err == nil && a.Found {
		h.Metrics.waited(chat.Channel, h.Now().Sub(a.Update.ReceivedAt))
	}
	if err == nil || h.Away(err) || a.Update.Raw == nil {
		return a, err
	}
	return h.park(ctx, a, err)
}

// answer reads and handles an update. A panic ends this turn only.
func (h *Host) answer(
	ctx context.Context, a *Answer, records dialogs.Records, read func(dialogs.Update) (Incoming, error),
) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("panic: %v\n%s", fault, debug.Stack())
		}
	}()
	in, err := read(a.Update)
	if err != nil || in.Event == nil {
		return err
	}
	page, err := h.turn(ctx, a.Update.Channel, records, locales.Match(in.Lang), in.Event)
	a.Page = &page
	return err
}

// park sets aside what could not be handled, and apologises.
func (h *Host) park(ctx context.Context, a Answer, cause error) (Answer, error) {
	h.Log.ErrorContext(ctx, "update parked", "channel", a.Update.Channel, "update", a.Update.ID, "error", cause)
	h.Metrics.park(a.Update.Channel)
	err := h.Inbox.Park(ctx, h.Now(), a.Update, cause.Error())
	if err != nil {
		return a, fmt.Errorf("park update: %w", err)
	}
	a.Found, a.More, a.Parked = true, true, true
	a.Page = nil
	return a, nil
}

// Redraw is the view of a chat's last turn where that was not drawn.
func (h *Host) Redraw(ctx context.Context, chat dialogs.Chat) (Answer, error) {
	var a Answer
	answered, err := h.Screens.Redraw(ctx, chat, h.Now(), func(ctx context.Context, records dialogs.Records) error {
		page, err := look(ctx, records)
		a.Page = &page
		return err
	})
	a.Answered = answered
	return a, err
}

// look shows a conversation as it stands.
func look(ctx context.Context, records dialogs.Records) (Page, error) {
	t, err := recall(ctx, records, "")
	if err != nil {
		return Page{}, err
	}
	view, err := t.show(ctx)
	if err != nil {
		return Page{}, err
	}
	return render(t.state, nil, view), nil
}
