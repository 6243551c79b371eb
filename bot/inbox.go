package bot

import (
	"context"
	"fmt"

	"terminbote/dialogs"
	"terminbote/locales"
)

// Answer is what came of a chat's oldest update.
type Answer struct {
	dialogs.Answered

	Page *Page // nil: nothing to be shown
}

// Answer has the dialogs answer an update that a network has read; see
// [dialogs.Inbox]. A panic in that is an error like any other.
func (h *Host) Answer(ctx context.Context, u dialogs.Update, in Incoming) (Answer, error) {
	var a Answer
	answered, err := h.Inbox.Answer(ctx, u, h.Now(), func(ctx context.Context, records dialogs.Records) (err error) {
		defer func() {
			if fault := recover(); fault != nil {
				err = Panicked(fault)
			}
		}()
		a.Page = nil
		if in.Event == nil {
			return nil
		}
		page, err := h.turn(ctx, u.Channel, records, locales.Match(in.Lang), in.Event)
		a.Page = &page
		return err
	})
	a.Answered = answered
	if err == nil && a.Found {
		h.Metrics.waited(u.Channel, h.Now().Sub(u.ReceivedAt))
	}
	return a, err
}

// Park sets aside an update that could not be handled.
func (h *Host) Park(ctx context.Context, u dialogs.Update, cause error) error {
	h.Log.ErrorContext(ctx, "update parked", "channel", u.Channel, "update", u.ID, "error", cause)
	h.Metrics.park(u.Channel)
	if err := h.Inbox.Park(ctx, h.Now(), u, cause.Error()); err != nil {
		return fmt.Errorf("park update: %w", err)
	}
	return nil
}

// Redraw is the view of a chat's last turn where that was not drawn.
func (h *Host) Redraw(ctx context.Context, chat dialogs.Chat) (Answer, error) {
	var a Answer
	answered, err := h.Screens.Redraw(ctx, chat, h.Now(), func(ctx context.Context, records dialogs.Records) error {
		page, err := look(ctx, records, "")
		a.Page = &page
		return err
	})
	a.Answered = answered
	return a, err
}

// look shows a conversation as it stands.
func look(ctx context.Context, records dialogs.Records, lang string) (Page, error) {
	t, err := recall(ctx, records, lang)
	if err != nil {
		return Page{}, err
	}
	view, err := t.show(ctx)
	if err != nil {
		return Page{}, err
	}
	return render(t.state, nil, view), nil
}

// Look is what a chat shows, without anything having happened.
func (h *Host) Look(ctx context.Context, chat dialogs.Chat, lang string) (page Page, err error) {
	err = h.Conversations.Converse(ctx, chat, h.Now(), func(ctx context.Context, records dialogs.Records) (err error) {
		page, err = look(ctx, records, locales.Match(lang))
		return err
	})
	return page, err
}
