package bot

import (
	"slices"
	"time"

	"terminbote/dialogs"
)

// inHand is what the engine knows of a chat that it works on. Only the worker of
// the chat touches what is undrawn.
type inHand struct {
	next    *dialogs.Update // the oldest that waits, as far as is known
	undrawn *undrawn        // nil: the chat shows what there is to see
	resting bool            // nothing is drawn until the rest is over
}

// undrawn is a page that its chat does not show yet.
type undrawn struct {
	page  Page
	turn  int64 // that led to it; 0: none did
	brief bool  // a sentence between two pages, and no page itself
	shown bool  // only files are left to send
	at    Place // where it is to be drawn, and how far that came
	tries int
}

// busy tells whether the chat lets the others go first: the network has just
// refused it, or keeps it waiting.
func (h *inHand) busy() bool { return h.undrawn != nil }

// empty tells whether there is nothing to remember.
func (h *inHand) empty() bool { return h.next == nil && h.undrawn == nil && !h.resting }

// inHand finds what is known of a chat; the caller holds the lock.
func (e *Engine) inHand(chat dialogs.Chat) *inHand {
	h, ok := e.chats[chat]
	if !ok {
		h = &inHand{}
		e.chats[chat] = h
	}
	return h
}

// change changes what is known of a chat, and forgets it once there is nothing
// to remember.
func (e *Engine) change(chat dialogs.Chat, change func(*inHand)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	h := e.inHand(chat)
	change(h)
	if h.empty() {
		delete(e.chats, chat)
	}
}

// takeNext is the update of a chat that is known to wait; nil: it has to be
// looked up.
func (e *Engine) takeNext(chat dialogs.Chat) (next *dialogs.Update) {
	e.change(chat, func(h *inHand) { next, h.next = h.next, nil })
	return next
}

// knowNext remembers what waits in a chat, in place of what came later.
func (e *Engine) knowNext(chat dialogs.Chat, next *dialogs.Update) {
	e.change(chat, func(h *inHand) { h.next = next })
}

// rest has nothing drawn in a chat for a while, without keeping a worker busy.
// Turns go on.
func (e *Engine) rest(chat dialogs.Chat, length time.Duration) {
	e.change(chat, func(h *inHand) { h.resting = true })
	afterwards(length, func() {
		e.change(chat, func(h *inHand) { h.resting = false })
		e.lanes.Wake(chat, true)
	})
}

// after puts a page that was never shown in front of the one that follows it:
// what it said and the files it brought must not get lost.
func (u *undrawn) after(before *undrawn) {
	if before == nil {
		return
	}
	u.page.Files = append(before.page.Files, u.page.Files...)
	if before.shown {
		return
	}
	said := before.page.Remarks
	if before.brief {
		said = append(said, before.page.Ask)
	}
	for _, remark := range u.page.Remarks {
		if !slices.Contains(said, remark) {
			said = append(said, remark)
		}
	}
	u.page.Remarks = said[max(0, len(said)-mostRemarks):]
	if before.at.Message == "" {
		u.at.Message = "" // something was typed below the live message meanwhile
	}
}

// remark adds what is to be said, unless the page says so already.
func (u *undrawn) remark(text string) {
	if u.page.Ask != text && !slices.Contains(u.page.Remarks, text) {
		u.page.Remarks = append(u.page.Remarks, text)
	}
}

// mostRemarks is how many remarks of pages that follow each other unseen are
// shown.
const mostRemarks = 6
