package dialogs_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// offer lets the office offer a time to the visitor who looks at their place on the
// waiting list.
func (x *explorer) offer(at string, v visitor) {
	if v.step != "place" || v.offers("accept") {
		return
	}
	if offered, _ := v.offered(x.t); offered.offers("accept") {
		x.follow(at, v, offered, "", "")
	}
}

// notify sends the notices that can be answered, and presses all their buttons.
func (x *explorer) notify(at string, v visitor) {
	if i := slices.IndexFunc(v.ahead, func(a booking.Appointment) bool { return !a.IsTicket() }); i >= 0 {
		reminded := v
		reminded.memory = v.memory.Clone()
		notice := reminded.memory.Notify(booking.ReminderNotice, v.ahead[i])
		x.answer(at, reminded, notice, "coming", "late", "move", "cancel")
		visited, been := reminded, v.ahead[0]
		visited.memory = v.memory.Clone()
		been.ID, been.Claim, been.Number, been.State = 0, 0, "MMM444", booking.Finished
		been.Span = booking.Span{Start: v.now.Add(-2 * time.Hour), End: v.now.Add(-time.Hour)}
		been.ID = visited.memory.Put(been)
		asked := visited.memory.Notify(booking.RatingNotice, been)
		x.answer(at, visited, asked, "rate:4")
		if next := visited.turn(x.t, dialogs.Responded{Notice: asked, Choice: "rate:4"}); next.step != v.step {
			x.draw(edge{"anywhere", next.step, ""}, "how a visit was")
		}
	}
	offered, notices := v.offered(x.t)
	for _, notice := range notices {
		x.answer(at, offered, notice, "accept", "decline")
	}
}

// answered is where the answers to a reminder lead to: who is there already
// stays.
var answered = map[string]string{"late": "late", "move": "resume", "cancel": "cancel"}

// answer presses the buttons of a notice, in every state of the office.
func (x *explorer) answer(at string, v visitor, notice booking.NoticeID, choices ...string) {
	for _, choice := range choices {
		event := dialogs.Responded{Notice: notice, Choice: choice}
		next := v.turn(x.t, event)
		x.follow(at, v, next, "", "")
		if len(next.remarks) == 0 && len(next.commands) == 0 && same(v, next) && next.step != answered[choice] {
			x.t.Errorf("%s: nothing came of %s under a notice", v.step, choice)
		}
		if next.remarked("notice.over") || next.remarked("offer.over") {
			x.t.Errorf("%s: %s is offered under a notice and yet over", v.step, choice)
		}
		x.refuse(at, v, next, event, "")
		again := next.turn(x.t, event)
		checkView(x.t, again)
		late := v
		late.now = v.now.Add(100 * 24 * time.Hour)
		if over := late.turn(x.t, event); len(over.commands) > 0 || len(over.remarks) == 0 {
			x.t.Errorf("%s: %s under a notice that is over led to %v", v.step, choice, over.commands)
		}
	}
}

// offered is v once the office has made its offers, and the notices of them.
func (v visitor) offered(tb testing.TB) (visitor, []booking.NoticeID) {
	tb.Helper()
	v.memory = v.memory.Clone()
	notices := v.memory.Offer(v.now)
	if len(notices) == 0 {
		return v, nil
	}
	return v.turn(tb, dialogs.Sent{}), notices
}

// waits tells whether a place on the waiting list is in sight.
func (v visitor) waits() bool {
	all, _ := v.choices()
	return slices.ContainsFunc(all, func(c dialogs.Choice) bool { return strings.HasPrefix(c.ID, "w:") })
}
