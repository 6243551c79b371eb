package storage_test

import (
	"context"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// What a clerk changes of the calendar stands in what is looked up after it in the same
// turn: the answer is drawn from that.
func TestAChangeOfTheCalendarIsSeenInItsOwnTurn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("lea", booking.Lead)
	hours := booking.Hours{From: 14 * 60, To: 15 * 60}
	closed, opened := func(o *booking.Office) int { return len(o.Calendar.Closures) }, func(o *booking.Office) int { return len(o.Calendar.Extra) }
	minutes := func(o *booking.Office) int {
		c, _ := o.ConcernOn("pass", monday)
		return int(c.First.Minutes())
	}
	var id booking.OverrideID
	for _, tt := range []struct {
		command func() dialogs.Command
		shows   func(*booking.Office) int
		change  int
	}{
		{func() dialogs.Command {
			return dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday, Hours: hours}}
		}, closed, 1},
		{func() dialogs.Command { return dialogs.Reopen{Closure: id} }, closed, -1},
		{func() dialogs.Command {
			return dialogs.Open{Office: "hall", Extra: dialogs.Extra{Day: monday, Hours: hours}}
		}, opened, 1},
		{func() dialogs.Command { return dialogs.Withdraw{Extra: id} }, opened, -1},
		{func() dialogs.Command {
			return dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: minutes(w.office) + 5, From: monday}
		}, minutes, 5},
	} {
		command := tt.command()
		err := w.Serve(t.Context(), chat("lea"), "lea", w.now, func(ctx context.Context, r dialogs.Records) error {
			before, err := r.Facts(ctx, dialogs.Need{})
			if err != nil {
				return err
			}
			was, _ := before.Town.Office("hall")
			had := tt.shows(was)
			done, err := r.Do(ctx, command)
			if err != nil || done.Refused != nil {
				t.Fatalf("%T: %v, %v", command, err, done.Refused)
			}
			id = done.Override
			after, err := r.Facts(ctx, dialogs.Need{})
			if is, _ := after.Town.Office("hall"); err != nil || tt.shows(is) != had+tt.change {
				t.Errorf("after %T there are %d, want %d; %v", command, tt.shows(is), had+tt.change, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
