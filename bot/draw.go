package bot

import (
	"context"
	"errors"

	"terminbote/dialogs"
)

// toDraw has a page drawn next, in place of the one that was not drawn yet.
func (e *Engine) toDraw(chat dialogs.Chat, u *undrawn) {
	e.change(chat, func(h *inHand) {
		if u.brief && h.undrawn != nil && !h.undrawn.shown {
			h.undrawn.remark(u.page.Ask)
			h.undrawn.at = Place{}
			return
		}
		u.after(h.undrawn)
		h.undrawn = u
	})
}

// draw shows what a chat does not show yet, unless the network asks to let it
// rest.
func (e *Engine) draw(ctx context.Context, chat dialogs.Chat) {
	var u *undrawn
	e.change(chat, func(h *inHand) {
		if !h.resting {
			u = h.undrawn
		}
	})
	if u == nil {
		return
	}
	err := e.show(ctx, chat, u)
	if err == nil {
		err = e.hand(ctx, chat, u)
	}
	if err == nil {
		e.done(chat, u)
		return
	}
	e.notDrawn(ctx, chat, u, err)
}

// done forgets a page that is drawn.
func (e *Engine) done(chat dialogs.Chat, drawn *undrawn) {
	e.change(chat, func(h *inHand) {
		if h.undrawn == drawn {
			h.undrawn = nil
		}
	})
}

// show draws a page and notes that the chat shows it.
func (e *Engine) show(ctx context.Context, chat dialogs.Chat, u *undrawn) error {
	if u.shown {
		return nil
	}
	before := u.at.Message
	at, err := e.network.Show(ctx, chat.Address, u.page, u.at)
	if errors.Is(err, ErrRefused) {
		// It would be refused each time that it is drawn again.
		e.log.ErrorContext(ctx, "page refused", "error", err)
		at, err = Place{Message: before}, nil
	}
	u.at = at
	if err != nil {
		return err
	}
	u.shown, u.tries = true, 0
	if u.turn == 0 {
		return nil
	}
	if err := e.drawn.Join(ctx, dialogs.Drawing{Chat: chat, Turn: u.turn, Screen: at.Message}); err != nil {
		e.log.ErrorContext(ctx, "note what was drawn", "error", err)
	}
	return nil
}

// hand sends the files that go along with a page. Who asked for one and does not
// get it asks again.
func (e *Engine) hand(ctx context.Context, chat dialogs.Chat, u *undrawn) error {
	for len(u.page.Files) > 0 {
		err := e.network.Hand(ctx, chat.Address, u.page.Files[0])
		switch {
		case errors.Is(err, ErrRefused):
			e.log.ErrorContext(ctx, "file refused", "error", err)
		case err != nil:
			return err
		}
		u.page.Files = u.page.Files[1:]
	}
	return nil
}

// notDrawn has the chat rest after a try that failed. A page that cannot be
// shown for long is left to the sweep; where nobody can be reached it is given
// up.
func (e *Engine) notDrawn(ctx context.Context, chat dialogs.Chat, u *undrawn, err error) {
	if errors.Is(err, dialogs.ErrUnreachable) {
		e.unreachable(ctx, chat)
		return
	}
	u.tries++
	if !errors.As(err, new(dialogs.Later)) {
		e.log.WarnContext(ctx, "page not shown", "try", u.tries, "error", err)
		if u.tries == mostTries {
			e.done(chat, u)
			return
		}
	}
	e.rest(chat, pauseAfter(err, min(u.tries, mostTries)))
}

// unreachable notes that nothing can be sent to a chat.
func (e *Engine) unreachable(ctx context.Context, chat dialogs.Chat) {
	e.change(chat, func(h *inHand) { h.undrawn = nil })
	if err := e.host.Screens.Unreachable(ctx, chat, e.host.Now()); err != nil {
		e.log.ErrorContext(ctx, "note an unreachable chat", "error", err)
	}
}

// redraw draws what this program knows to be undrawn, or what a crash left so.
func (e *Engine) redraw(ctx context.Context, chat dialogs.Chat) {
	known := false
	e.change(chat, func(h *inHand) { known = h.undrawn != nil || h.resting })
	if !known {
		a, err := e.host.Redraw(ctx, chat)
		if err != nil {
			e.log.ErrorContext(ctx, "redraw", "error", err)
			return
		}
		if !a.Found || a.Page == nil {
			return
		}
		e.toDraw(chat, &undrawn{page: *a.Page, turn: a.Turn})
	}
	e.draw(ctx, chat)
}
