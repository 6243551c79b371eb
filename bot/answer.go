package bot

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"terminbote/dialogs"
	"terminbote/locales"
)

// restAfterFault is how long a chat waits where the database is away.
const restAfterFault = time.Second

// Answer answers what waits in a chat, at once.
func (e *Engine) Answer(ctx context.Context, chat dialogs.Chat) {
	for e.work(ctx, chat) {
	}
}

// work answers the oldest update of a chat; true: another one waits. Where
// several wait only the last of their pages is drawn.
func (e *Engine) work(ctx context.Context, chat dialogs.Chat) (again bool) {
	defer e.survive(ctx)
	update, err := e.oldest(ctx, chat)
	if err != nil {
		e.log.ErrorContext(ctx, "look for updates", "error", err)
		e.wakeLater(chat)
		return false
	}
	if update == nil {
		e.redraw(ctx, chat)
		return false
	}
	answered, err := e.answer(ctx, chat, *update)
	switch {
	case err != nil:
		e.log.ErrorContext(ctx, "turn", "error", err)
		e.knowNext(chat, update)
		e.wakeLater(chat)
		return false
	case answered.Next != nil:
		e.knowNext(chat, answered.Next)
		return true
	case !answered.Found:
		e.redraw(ctx, chat)
		return false
	}
	e.draw(ctx, chat)
	return false
}

// survive keeps a fault in drawing to the chat that it happened in. What that
// left unanswered is found again.
func (e *Engine) survive(ctx context.Context) {
	if fault := recover(); fault != nil {
		e.log.ErrorContext(ctx, "panic", "error", Panicked(fault), "stack", string(debug.Stack()))
	}
}

// Panicked is a panic as an error, for the log. Only the runtime's own words are known to hold
// nothing of what people write.
func Panicked(fault any) error {
	if ours, ok := fault.(runtime.Error); ok {
		return fmt.Errorf("panic: %w", ours)
	}
	return fmt.Errorf("panic: a %T", fault)
}

// wakeLater has a chat worked on again once the database may be back, without
// keeping a worker busy.
func (e *Engine) wakeLater(chat dialogs.Chat) {
	afterwards(restAfterFault, func() { e.lanes.Wake(chat, true) })
}

// oldest is the update of a chat that is known to wait, or is found to; nil
// where there is none.
func (e *Engine) oldest(ctx context.Context, chat dialogs.Chat) (*dialogs.Update, error) {
	if known := e.takeNext(chat); known != nil {
		return known, nil
	}
	return e.host.Inbox.Oldest(ctx, chat)
}

// answer has an update answered. A button press is acknowledged at once, beside
// the turn: its wheel turns until then.
func (e *Engine) answer(ctx context.Context, chat dialogs.Chat, u dialogs.Update) (dialogs.Answered, error) {
	in, err := e.read(u.Raw)
	if err != nil {
		return e.parked(ctx, chat, u, "", err)
	}
	if in.Press != "" {
		e.acknowledge(ctx, in.Press, 1)
	}
	a, err := e.host.Answer(ctx, u, in)
	if err != nil {
		if e.host.Away(err) {
			return a.Answered, err
		}
		return e.parked(ctx, chat, u, in.Lang, err)
	}
	if a.Found {
		e.take(ctx, chat, a, in)
	}
	return a.Answered, nil
}

// read reads an update, before any transaction is open. A panic is as good as
// an error.
func (e *Engine) read(raw []byte) (in Incoming, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = Panicked(fault)
		}
	}()
	return e.network.Read(raw)
}

// parked sets an update aside that cannot be read or handled, and apologises.
func (e *Engine) parked(
	ctx context.Context, chat dialogs.Chat, u dialogs.Update, lang string, cause error,
) (dialogs.Answered, error) {
	if err := e.host.Park(ctx, u, cause); err != nil {
		return dialogs.Answered{}, err
	}
	e.say(chat, lang, locales.Say("fault.unknown"))
	next, err := e.host.Inbox.Oldest(ctx, chat)
	return dialogs.Answered{Found: true, Next: next}, err
}

// take takes in what came of an update.
func (e *Engine) take(ctx context.Context, chat dialogs.Chat, a Answer, in Incoming) {
	at := Place{}
	if in.Message == a.Screen {
		at.Message = a.Screen // a fresh message where something was typed
	}
	switch {
	case a.Page != nil:
		e.toDraw(chat, &undrawn{page: *a.Page, turn: a.Turn, at: at})
	case in.Part > 0:
		e.leaf(ctx, chat, in, at)
	case in.Left:
		e.unreachable(ctx, chat)
	case in.Back:
		if err := e.host.Screens.Reachable(ctx, chat); err != nil {
			e.log.ErrorContext(ctx, "note a reachable chat", "error", err)
		}
	case in.Say.Key != "":
		e.say(chat, in.Lang, in.Say)
	}
}

// say has a sentence said that no turn led to.
func (e *Engine) say(chat dialogs.Chat, lang string, line locales.Line) {
	lang = locales.Match(lang)
	e.toDraw(chat, &undrawn{page: Page{Lang: lang, Ask: locales.For(lang).Say(line)}, brief: true})
}

// leaf shows another part of the page that the chat shows.
func (e *Engine) leaf(ctx context.Context, chat dialogs.Chat, in Incoming, at Place) {
	page, err := e.host.Look(ctx, chat, in.Lang)
	if err != nil {
		e.log.ErrorContext(ctx, "look at a page", "error", err)
		return
	}
	page.Part = in.Part - 1
	e.toDraw(chat, &undrawn{page: page, at: at})
}
