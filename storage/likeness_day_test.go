package storage_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// recent is the number of one of the visits, the late ones more often.
func (l *like) recent() int {
	many := len(l.both[0].visits)
	return max(0, many-1-l.chance.IntN(max(1, min(many, 6))))
}

// about is a command about one of the visits.
func (l *like) about(who string, command func(visit) dialogs.Command) {
	l.Helper()
	n := l.recent()
	l.order(who, func(k *keeper) dialogs.Command { return command(oneOf(k.visits, n)) })
}

// pick is one of some, by chance.
func pick[T any](l *like, some ...T) T { return some[l.chance.IntN(len(some))] }

// step is something that somebody does.
type step func(l *like, citizen, clerk string)

// steps is what people do on such a day; what is done more often stands there
// more often.
var steps = []step{
	(*like).holds, (*like).holds, (*like).holds, (*like).holds, (*like).books, (*like).books, (*like).books, (*like).books, (*like).books,
	(*like).moves, (*like).moves, (*like).waits, (*like).calls, (*like).calls, (*like).serves, (*like).serves, (*like).serves, (*like).serves,
	(*like).lays, (*like).gives, (*like).changes, (*like).changes, (*like).changes, (*like).passes, (*like).passes,
}

func (l *like) start() time.Time {
	soon := l.now.Truncate(5 * time.Minute).Add(time.Duration(l.chance.IntN(12)) * 5 * time.Minute)
	later := monday.Add(l.chance.IntN(3)).At(8*60, berlin).Add(time.Duration(l.chance.IntN(50)) * 5 * time.Minute)
	return pick(l, soon, soon, later)
}

func (l *like) wishes() []booking.Wish {
	all := []booking.Wish{{Concern: "move", Quantity: 1}, {Concern: "pass", Quantity: 1 + l.chance.IntN(2)}} // as they are stored
	return pick(l, all[:1], all[1:], all)
}

func (l *like) holds(citizen, clerk string) {
	start, wishes, persons, former := l.start(), l.wishes(), 1+l.chance.IntN(2), l.chance.IntN(3) == 0
	key := fmt.Sprint(len(l.both[0].visits))
	who := pick(l, citizen, citizen, clerk)
	l.about(who, func(last visit) dialogs.Command {
		h := dialogs.Hold{Order: dialogs.Order{Office: "hall", Start: start, Wishes: wishes, Persons: persons}, Key: key}
		if former && (who == citizen || who == last.who) { // the memory lets no clerk give back for others
			h.Former = last.ID
		}
		return h
	})
}

// ordered is what a visit was ordered with.
func (v visit) ordered() dialogs.Order {
	o := dialogs.Order{Office: "hall", Start: v.Span.Start, Persons: v.Persons}
	for _, item := range v.Items {
		o.Wishes = append(o.Wishes, booking.Wish{Concern: item.Concern, Quantity: item.Quantity})
	}
	return o
}

// holder is most often who made a visit. Of a hold that ran out the storage may
// know nothing any more, so that nobody else asks for it.
func (l *like) holder(n int, other string) string {
	v := oneOf(l.both[0].visits, n)
	if v.who != "" && (v.HoldExpired(l.now.Add(time.Minute)) || l.chance.IntN(6) > 0) {
		return v.who
	}
	return other
}

func (l *like) books(citizen, _ string) {
	n := l.chosen(booking.Held)
	who := l.holder(n, citizen)
	if oneOf(l.both[0].visits, n).Moves() {
		return // which may be forgotten by now
	}
	l.order(who, func(k *keeper) dialogs.Command {
		v := oneOf(k.visits, n)
		return dialogs.Book{Order: v.ordered(), Hold: v.ID, Lang: "de", Contact: booking.Contact{Name: "A " + citizen, Mail: who + "@example.org"}}
	})
}

func (l *like) moves(citizen, _ string) {
	n, start := l.chosen(booking.Confirmed), l.start()
	who := l.holder(n, citizen)
	if oneOf(l.both[0].visits, n).State == booking.Held {
		return
	}
	moving := func(k *keeper) dialogs.Order {
		return dialogs.Order{Office: "hall", Start: start, Moving: oneOf(k.visits, n).ID}
	}
	before := len(l.both[0].visits)
	l.order(who, func(k *keeper) dialogs.Command { return dialogs.Hold{Order: moving(k)} })
	if len(l.both[0].visits) == before || l.chance.IntN(4) == 0 {
		return // it was refused, or they think it over
	}
	l.order(who, func(k *keeper) dialogs.Command {
		return dialogs.Move{Order: moving(k), Hold: oneOf(k.visits, before).ID}
	})
	for _, k := range l.both {
		k.visits = slices.Delete(k.visits, before, before+1) // it is used up
	}
}

func (l *like) waits(citizen, _ string) {
	improves, wishes := l.chance.IntN(2) == 0, l.wishes()
	n := l.recent()
	l.order(l.holder(n, citizen), func(k *keeper) dialogs.Command {
		if improves {
			return dialogs.Wait{Office: "hall", Appointment: oneOf(k.visits, n).ID, Terms: anytime(), Lang: "de"}
		}
		return dialogs.Wait{Office: "hall", Wishes: wishes, Persons: 1, Terms: anytime(), Lang: "de", Contact: booking.Contact{Name: "A", Mail: "w@example.org"}}
	})
}

func (l *like) calls(_, clerk string) {
	desk := pick[booking.DeskID](l, "desk 1", "desk 2", "desk 3")
	l.order(clerk, func(*keeper) dialogs.Command { return dialogs.Next{Office: "hall", Desk: desk} })
}

// chosen is most often the latest visit that is in one of some states, or any.
func (l *like) chosen(states ...booking.State) int {
	all := l.both[0].visits
	for n := len(all) - 1; n >= 0 && l.chance.IntN(8) > 0; n-- {
		if slices.Contains(states, all[n].State) && l.chance.IntN(3) > 0 {
			return n
		}
	}
	return l.recent()
}

// serves does something with a visit at the office.
func (l *like) serves(_, clerk string) {
	n, desk := l.chance.IntN(10), pick[booking.DeskID](l, "desk 1", "desk 2", "desk 3")
	which, finished, missed := l.chosen(booking.Called, booking.CheckedIn), l.chosen(booking.Finished), l.chosen(booking.Missed)
	l.order(pick(l, clerk, "lea"), func(k *keeper) dialogs.Command {
		id := oneOf(k.visits, which).ID
		return []dialogs.Command{
			dialogs.Finish{Appointment: id},
			dialogs.Miss{Appointment: id},
			dialogs.Uncall{Appointment: id},
			dialogs.CallAgain{Appointment: id},
			dialogs.Park{Appointment: id},
			dialogs.TakeUp{Appointment: id, Desk: desk},
			dialogs.SendOn{Appointment: id, Desk: desk, Note: "n"},
			dialogs.Unmark{Appointment: id, Mark: booking.CheckedIn},
			dialogs.Unmark{Appointment: oneOf(k.visits, finished).ID, Mark: booking.Finished},
			dialogs.Unmark{Appointment: oneOf(k.visits, missed).ID, Mark: booking.Missed},
		}[n]
	})
}

// lays changes the hours, or the minutes of a concern.
func (l *like) lays(_, clerk string) {
	n, day, from, which := l.chance.IntN(6), monday.Add(l.chance.IntN(3)), booking.Clock(60*(8+l.chance.IntN(6))), l.chance.IntN(50)
	hours := booking.Hours{From: from, To: from + 45}
	desk := pick[booking.DeskID](l, "", "desk 1", "desk 2")
	l.order(pick(l, clerk, "lea"), func(k *keeper) dialogs.Command {
		return []dialogs.Command{
			dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: day, Hours: hours, Desk: desk}, Reason: "r"},
			dialogs.Reopen{Closure: oneOf(k.laid["dialogs.Close"], which)},
			dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: day, Hours: hours, Desk: desk}},
			dialogs.Withdraw{Extra: oneOf(k.laid["dialogs.Open"], which)},
			dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: 10 + which, From: day},
			dialogs.RestoreMinutes{Change: oneOf(k.laid["dialogs.ChangeMinutes"], which)},
		}[n]
	})
}

// gives gives a ticket, or a role.
func (l *like) gives(_, clerk string) {
	wishes, role := l.wishes(), pick(l, booking.Viewer, booking.Clerk, booking.Clerk, booking.Stranger)
	ticket := l.chance.IntN(3) > 0
	l.order(pick(l, clerk, "lea"), func(*keeper) dialogs.Command {
		if ticket {
			return dialogs.GiveTicket{Office: "hall", Wishes: wishes, Persons: 1}
		}
		return dialogs.SetRole{Chat: chat("vera"), Name: "vera", Role: role}
	})
}

// changes is what a citizen does with what they have, or a clerk for them.
func (l *like) changes(citizen, clerk string) {
	n, by, stars := l.chance.IntN(9), time.Duration(l.chance.IntN(30))*time.Minute, l.chance.IntN(7)
	which := l.chosen([][]booking.State{
		{booking.Confirmed},
		{booking.Confirmed},
		{booking.Confirmed},
		{booking.Confirmed},
		{booking.Confirmed},
		{booking.Confirmed},
		{booking.Held},
		{booking.Cancelled},
		{booking.Finished},
	}[n]...)
	who := l.holder(which, pick(l, citizen, clerk))
	switch n {
	case 6:
		if slices.Contains(clerks, who) {
			return // who gives back what is none of theirs is told so by the storage alone
		}
	case 7:
		who = clerk
	}
	l.order(who, func(k *keeper) dialogs.Command {
		id := oneOf(k.visits, which).ID
		return []dialogs.Command{
			dialogs.Cancel{Appointment: id},
			dialogs.Affirm{Appointment: id},
			dialogs.Arrive{Appointment: id},
			dialogs.Arrive{Appointment: id},
			dialogs.Arrive{Appointment: id},
			dialogs.Delay{Appointment: id, By: by},
			dialogs.Release{Hold: id},
			dialogs.Restore{Appointment: id},
			dialogs.Rate{Appointment: id, Office: "hall", Stars: stars},
		}[n]
	})
}

// passes lets time pass.
func (l *like) passes(string, string) {
	l.now = l.now.Add(time.Duration(1+l.chance.IntN(20)) * time.Minute)
}

// Told the same, the storage and the memory that stands in for it in tests of the
// dialogs answer the same, and know the same afterwards.
func TestStorageAndMemoryAnswerAlike(t *testing.T) {
	t.Parallel()
	for seed := range uint64(soak(3, 100)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			l := newLike(t, seed)
			l.order("lea", func(*keeper) dialogs.Command {
				return dialogs.SetRole{Chat: chat("carla"), Name: "carla", Role: booking.Clerk}
			})
			for range 150 {
				citizen, clerk := pick(l, citizens...), pick(l, clerks...)
				pick(l, steps...)(l, citizen, clerk)
				l.look(pick(l, citizen, "lea"), l.recent())
			}
			if len(l.done) < 8 {
				t.Errorf("only this was done: %v", l.done)
			}
		})
	}
}
