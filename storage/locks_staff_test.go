package storage_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// needNoDay is the commands that work on no day of an office, by their names;
// those of citizens that do are tried above.
var needNoDay = []string{
	"hold", "release", "book", "move", "wait", "end wait", "accept", "decline", // tried above, or of a place on the list alone
	"ask code", "ask proof", "prove", "attach", "give code", "export", "rate", "comment", "ready",
	"hand over", "relay", "take back", "alarm", "appoint", "link ticket", "erase", "affirm",
}

// ordered is a command of each kind that works on monday at a time when the
// office is open, and that is not refused.
func (l *locked) ordered() map[string]dialogs.Command {
	l.Helper()
	l.employ("lea", booking.Lead)
	waiting := func(name string, minute int) booking.AppointmentID {
		a := l.booked(name, at(9, minute))
		l.orders("lea", dialogs.Arrive{Appointment: a.ID})
		return a.ID
	}
	next := func(desk booking.DeskID) booking.AppointmentID {
		return l.orders("lea", dialogs.Next{Office: "hall", Desk: desk}).Appointment.ID
	}
	missed := l.booked("missed", at(8, 0)).ID
	l.now = at(8, 50)
	late := l.booked("late", at(9, 15)).ID
	away := l.booked("away", at(10, 0)).ID
	gone := l.booked("gone", at(10, 30)).ID
	l.orders("lea", dialogs.Cancel{Appointment: gone})
	closed := l.orders("lea", dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday, Desk: "desk 2", Hours: booking.Hours{From: 11 * 60, To: 12 * 60}}}).Override
	extra := l.orders("lea", dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday, Hours: booking.Hours{From: 15 * 60, To: 16 * 60}}}).Override
	minutes := l.orders("lea", dialogs.ChangeMinutes{Office: "hall", Concern: "move", Minutes: 20, From: monday}).Override
	waiting("parked", 0)
	parked := next("desk 2")
	l.orders("lea", dialogs.Park{Appointment: parked})
	waiting("called", 0)
	called := next("desk 1")
	here := waiting("next", 5)
	return map[string]dialogs.Command{
		"cancel": dialogs.Cancel{Appointment: away}, "arrive": dialogs.Arrive{Appointment: late}, "delay": dialogs.Delay{Appointment: away, By: 10 * time.Minute},
		"close":  dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday, Hours: booking.Hours{From: 11 * 60, To: 12 * 60}}},
		"reopen": dialogs.Reopen{Closure: closed}, "withdraw": dialogs.Withdraw{Extra: extra},
		"open":    dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday, Hours: booking.Hours{From: 13 * 60, To: 14 * 60}}},
		"restore": dialogs.Restore{Appointment: gone}, "call": dialogs.Next{Office: "hall", Desk: "desk 2"}, "uncall": dialogs.Uncall{Appointment: called},
		"unmark": dialogs.Unmark{Appointment: here, Mark: booking.CheckedIn},
		"finish": dialogs.Finish{Appointment: called}, "miss": dialogs.Miss{Appointment: missed}, "call again": dialogs.CallAgain{Appointment: called},
		"give ticket": dialogs.GiveTicket{Office: "hall", Wishes: order(at(9, 0)).Wishes, Persons: 1},
		"park":        dialogs.Park{Appointment: called}, "take up": dialogs.TakeUp{Appointment: parked, Desk: "desk 2"},
		"send on":        dialogs.SendOn{Appointment: called, Desk: "desk 2"},
		"change minutes": dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: 20, From: monday}, "restore minutes": dialogs.RestoreMinutes{Change: minutes},
	}
}

// orderedWhile tells whether a command of the lead's waits while somebody keeps a
// lock.
func (l *locked) orderedWhile(lock storage.Lock, name string, command dialogs.Command) bool {
	l.Helper()
	kind, key := lock.Numbers()
	defer keep(l.T, l.pool, advisory, kind, key)()
	err := l.hurried.Serve(l.Context(), chat("lea"), "lea", l.now, func(ctx context.Context, r dialogs.Records) error {
		done, err := r.Do(ctx, command)
		if done.Refused != nil {
			l.Errorf("%s is refused: %v", name, done.Refused)
		}
		_, late := r.Recall(ctx) // what is queued goes out
		return errors.Join(err, late, errUndone)
	})
	return storage.Unreachable(err)
}

// Whatever staff do to a day, a command that comes tomorrow too, waits for
// somebody who works on that day just now.
func TestEveryCommandOfStaffWaitsForItsDay(t *testing.T) {
	t.Parallel()
	l := newLocked(t, func(o *booking.Office) {
		o.Policy.WalkIns = booking.WalkIns{Rule: booking.DueFirst, Tickets: true}
		o.Policy.ArrivalsRecorded = true
		o.Policy.Calls = booking.Calls{Times: 3}
	})
	all := l.ordered()
	for _, kind := range dialogs.Commands() {
		name := dialogs.CommandName(kind)
		command, given := all[name]
		if given == slices.Contains(needNoDay, name) {
			t.Errorf("%q works on a day, or it does not: say which", name)
		}
		if !given {
			continue
		}
		if !l.orderedWhile(storage.LockOfDay("hall", monday), name, command) {
			t.Errorf("%q does not wait for who works on the day", name)
		}
		if l.orderedWhile(storage.LockOfDay("hall", monday.Add(1)), name, command) {
			t.Errorf("%q waits for who works on another day", name)
		}
	}
}
