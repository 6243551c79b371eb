package dialogstest

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// deed is something that counts against the limits of a chat, even after
// everything about its person was erased.
type deed struct {
	chat  dialogs.Chat
	what  booking.Deed
	about booking.AppointmentID // 0: none
	at    time.Time

	office booking.OfficeID
	mail   string // as limits compare it; empty: about none
}

// count counts a deed; staff have no limits.
func (r *records) count(what booking.Deed, about booking.AppointmentID) {
	if !r.serving() {
		r.world.deeds = append(r.world.deeds, deed{chat: r.chat, what: what, about: about, at: r.now})
	}
}

// may tells whether the chat may do something once more.
func (r *records) may(what booking.Deed) error {
	if r.serving() {
		return nil
	}
	many, _ := r.world.done(r.now.Add(-booking.DeedsCount), func(d deed) bool { return d.chat == r.chat && d.what == what })
	return booking.MayDo(what, many)
}

// done counts deeds since an instant, and says when the last one was.
func (w *world) done(since time.Time, which func(deed) bool) (many int, last time.Time) {
	for _, d := range w.deeds {
		if d.at.After(since) && which(d) {
			many, last = many+1, d.at
		}
	}
	return many, last
}

// mayHold tells whether the chat may hold one more time: those before the last
// booking were in earnest.
func (r *records) mayHold(office booking.OfficeID) error {
	if r.serving() {
		return nil
	}
	held := 0
	for _, d := range r.world.deeds {
		switch {
		case d.chat != r.chat || !d.at.After(r.now.Add(-booking.HoldsWithin)):
		case d.what == booking.BookedTime:
			held = 0
		case d.what == booking.HeldTime:
			held++
		}
	}
	o, _ := r.town().Office(office)
	return o.Policy.MayHold(held)
}
