package telegram

import (
	"context"
	"runtime/debug"
	"sync"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

// restAfterFault is how long a chat rests where the database is away.
const restAfterFault = time.Second

// answer answers all updates of a chat that wait, oldest first; without any it
// draws what a crash left undrawn.
func (t *Telegram) answer(ctx context.Context, chat dialogs.Chat) {
	defer t.survive(ctx)
	for first := true; ; first = false {
		a, err := t.answerNext(ctx, chat)
		switch {
		case err != nil:
			t.log.ErrorContext(ctx, "turn", "error", err)
			t.rest(chat)
			return
		case !a.Found && first:
			t.redraw(ctx, chat)
			return
		case !a.More:
			return
		}
	}
}

// survive keeps a fault in drawing to the chat that it happened in. What that
// left unanswered is found again.
func (t *Telegram) survive(ctx context.Context) {
	if fault := recover(); fault != nil {
		t.log.ErrorContext(ctx, "panic", "error", fault, "stack", string(debug.Stack()))
	}
}

// rest has a chat woken again after a while, without keeping a worker busy.
func (t *Telegram) rest(chat dialogs.Chat) {
	time.AfterFunc(restAfterFault, func() { t.lanes.Wake(chat) })
}

// answerNext answers the oldest update of a chat. A button press is answered
// at once, beside the turn: its wheel turns until then.
func (t *Telegram) answerNext(ctx context.Context, chat dialogs.Chat) (bot.Answer, error) {
	var in incoming
	var pressed sync.WaitGroup
	defer pressed.Wait()
	a, err := t.host.Next(ctx, chat, func(u dialogs.Update) (bot.Incoming, error) {
		var err error
		in, err = t.decode(u.Raw)
		if in.press != "" {
			pressed.Go(func() { t.answerPress(ctx, in.press) })
		}
		return bot.Incoming{Event: in.event, Lang: in.lang}, err
	})
	if err != nil || !a.Found {
		return a, err
	}
	switch {
	case a.Page != nil:
		t.draw(ctx, chat, a, in.message)
	case in.left:
		t.unreachable(ctx, chat)
	case in.back:
		t.reachable(ctx, chat)
	case in.group:
		t.sayInGroup(ctx, chat, in.lang)
	case a.Parked:
		t.apologise(ctx, chat, in.lang)
	}
	return a, nil
}

// draw shows a page: in the live message where its button was pressed, in a
// fresh one where something was typed.
func (t *Telegram) draw(ctx context.Context, chat dialogs.Chat, a bot.Answer, pressed string) {
	live := ""
	if pressed != "" && pressed == a.Screen {
		live = a.Screen
	}
	screen, err := t.show(ctx, chat.Address, *a.Page, live)
	if err != nil {
		t.undelivered(ctx, chat, err)
		if !isRefused(err) {
			return
		}
		screen = a.Screen // it would be refused each time that it is drawn again
	}
	t.hand(ctx, chat, a.Page.Files)
	if err := t.drawn.Join(ctx, dialogs.Drawing{Chat: chat, Turn: a.Turn, Screen: screen}); err != nil {
		t.log.ErrorContext(ctx, "note what was drawn", "error", err)
	}
}

func (t *Telegram) redraw(ctx context.Context, chat dialogs.Chat) {
	a, err := t.host.Redraw(ctx, chat)
	if err != nil {
		t.log.ErrorContext(ctx, "redraw", "error", err)
		return
	}
	if a.Found && a.Page != nil {
		t.draw(ctx, chat, a, "")
	}
}

// undelivered takes note of why a page could not be shown. Unless the person
// cannot be reached at all, it is drawn again later.
func (t *Telegram) undelivered(ctx context.Context, chat dialogs.Chat, err error) {
	if isUnreachable(err) {
		t.unreachable(ctx, chat)
		return
	}
	t.log.ErrorContext(ctx, "page not shown", "error", t.discreet(err))
}

func (t *Telegram) unreachable(ctx context.Context, chat dialogs.Chat) {
	if err := t.host.Screens.Unreachable(ctx, chat, t.host.Now()); err != nil {
		t.log.ErrorContext(ctx, "note an unreachable chat", "error", err)
	}
}

func (t *Telegram) reachable(ctx context.Context, chat dialogs.Chat) {
	if err := t.host.Screens.Reachable(ctx, chat); err != nil {
		t.log.ErrorContext(ctx, "note a reachable chat", "error", err)
	}
}

// sayInGroup says that appointments are a private matter.
func (t *Telegram) sayInGroup(ctx context.Context, chat dialogs.Chat, lang string) {
	t.sayOnce(ctx, chat, lang, locales.Say("telegram.private_only", "Link", "https://t.me/"+t.me.Username))
}

// apologise says that an update could not be handled.
func (t *Telegram) apologise(ctx context.Context, chat dialogs.Chat, lang string) {
	t.sayOnce(ctx, chat, lang, locales.Say("fault.unknown"))
}

func (t *Telegram) sayOnce(ctx context.Context, chat dialogs.Chat, lang string, line locales.Line) {
	page := bot.Page{Ask: locales.For(locales.Match(lang)).Say(line)}
	if _, err := t.show(ctx, chat.Address, page, ""); err != nil {
		t.undelivered(ctx, chat, err)
	}
}
