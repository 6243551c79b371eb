package storage_test

import (
	"context"
	"errors"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// isRefused tells whether an error is an answer of the rules.
func isRefused(err error) bool {
	for _, refusal := range []error{booking.ErrUnknown, booking.ErrOver, booking.ErrExpired, booking.ErrTaken, booking.ErrTooOften, booking.ErrLimit} {
		if errors.Is(err, refusal) {
			return true
		}
	}
	return false
}

// Somebody who asks for something that cannot be looked up, or written down, learns that,
// whichever of the questions it is that has no answer.
func TestWhatCannotBeLookedUpIsNoAnswer(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	w.office.Policy.Newcomers.Least, w.office.Policy.Newcomers.Most = 5, 50
	w.office.Policy.Rating = true
	a := w.booked("ada", wednesday)
	token := w.mailed("ada@example.org", a)
	id := w.handedOver("ada")
	posting := dialogs.Posting{To: "ada@example.org", Appointment: a.ID, Office: "hall", Notice: 1, Kind: booking.BookedNotice}
	for _, asked := range []struct {
		what   string
		by     func(context.Context) error
		tables []string // of which each is away in turn
	}{
		{"LearnRush", func(ctx context.Context) error { return w.LearnRush(ctx, w.now) }, []string{"deed", "rush", "brake"}},
		{"MeasureDays", func(ctx context.Context) error { return w.MeasureDays(ctx, w.now) }, []string{"figure", "day_figure", "first_offer", "laid"}},
		{"OfferTimes", func(ctx context.Context) error { _, err := w.OfferTimes(ctx, w.now); return err }, []string{"offer", "freed", "laid"}},
		{"DropHolds", func(ctx context.Context) error { _, err := w.DropHolds(ctx, w.now); return err }, []string{"appointment"}},
		{"EraseOld", func(ctx context.Context) error { return w.EraseOld(ctx, w.now) }, []string{"erasure", "appointment", "chat", "handover", "mailbox", "code", "trail", "rating_line", "alarm", "day_post"}},
		{"TidyLetters", func(ctx context.Context) error { return w.TidyLetters(ctx, w.now) }, []string{"letter"}},
		{"ImportAppointments", func(ctx context.Context) error {
			_, err := w.ImportAppointments(ctx, importer, w.now, []booking.Entry{entry(1, at(9, 0))}, true, nil)
			return err
		}, []string{"appointment", "laid"}},
		{"Statistics", func(ctx context.Context) error {
			_, err := w.Statistics(ctx, w.now, "hall", monday, monday)
			return err
		}, []string{
			"figure", "freed_figure", "reminder_figure", "rating", "rating_line", "day_figure", "first_offer", "talk_figure",
		}},
		{"RecordedVisits", func(ctx context.Context) error { _, err := w.RecordedVisits(ctx, "hall", monday, monday); return err }, []string{"figure"}},
		{"Unserved", func(ctx context.Context) error { _, err := w.Unserved(ctx, w.now); return err }, []string{"appointment", "laid"}},
		{"TellUnserved", func(ctx context.Context) error { _, err := w.TellUnserved(ctx, w.now); return err }, []string{"appointment", "unserved"}},
		{"TellDropped", func(ctx context.Context) error { _, err := w.TellDropped(ctx, w.now); return err }, []string{"appointment", "history"}},
		{"Load", func(ctx context.Context) error { _, err := w.Load(ctx, w.now); return err }, []string{"appointment", "handover", "rating", "brake", "inbox"}},
		{"Post", func(ctx context.Context) error { _, err := w.Post(ctx, posting, w.now); return err }, []string{"letter", "mailbox"}},
		{"Letter", func(ctx context.Context) error { _, err := w.Letter(ctx, token, w.now); return err }, []string{"letter", "wait", "offer"}},
		{"CancelBy", func(ctx context.Context) error { _, err := w.CancelBy(ctx, token, w.now); return err }, []string{"letter"}},
		{"ArriveBy", func(ctx context.Context) error { _, err := w.ArriveBy(ctx, token, w.now); return err }, []string{"letter"}},
		{"MoveBy", func(ctx context.Context) error { _, err := w.MoveBy(ctx, token, at(11, 0), w.now); return err }, []string{"letter", "laid"}},
		{"Disown", func(ctx context.Context) error { return w.Disown(ctx, token, w.now) }, []string{"letter", "mailbox"}},
		{"AcceptBy", func(ctx context.Context) error { _, err := w.AcceptBy(ctx, token, w.now); return err }, []string{"letter"}},
		{"DeclineBy", func(ctx context.Context) error { return w.DeclineBy(ctx, token, w.now) }, []string{"letter"}},
		{"WaitBy", func(ctx context.Context) error { return w.WaitBy(ctx, token, w.now) }, []string{"letter", "wait"}},
		{"LeaveBy", func(ctx context.Context) error { return w.LeaveBy(ctx, token, w.now) }, []string{"letter"}},
		{"Ticket", func(ctx context.Context) error { _, _, err := w.Ticket(ctx, a.Number, w.now); return err }, []string{"appointment", "laid"}},
		{"Visited", func(ctx context.Context) error { _, _, err := w.Visited(ctx, token, w.now); return err }, []string{"rated", "letter"}},
		{"RateBy", func(ctx context.Context) error { return w.RateBy(ctx, token, 3, "", w.now) }, []string{"rated"}},
		{"Attend", func(ctx context.Context) error { return w.Attend(ctx, "hall", w.now) }, []string{"counter"}},
		{"Handovers", func(ctx context.Context) error { _, err := w.Handovers(ctx, "hall"); return err }, []string{"handover", "handover_line"}},
		{"Begun", func(ctx context.Context) error { return w.Begun(ctx, id, "thread") }, []string{"handover"}},
		{"Untold", func(ctx context.Context) error { _, err := w.Untold(ctx, id); return err }, []string{"handover_line"}},
		{"Unseen", func(ctx context.Context) error { _, err := w.Unseen(ctx, test, "ada"); return err }, []string{"handover_line"}},
		{"Told", func(ctx context.Context) error { return w.Told(ctx, 1, "post", w.now) }, []string{"handover_line"}},
		{"Seen", func(ctx context.Context) error { return w.Seen(ctx, 1, w.now) }, []string{"handover_line"}},
		{"Reply", func(ctx context.Context) error { return w.Reply(ctx, id, "post", "text", w.now) }, []string{"handover", "handover_line"}},
		{"Finish", func(ctx context.Context) error { return w.Finish(ctx, id, w.now) }, []string{"handover_line"}},
		{"Lost", func(ctx context.Context) error { return w.Lost(ctx, id, w.now) }, []string{"handover_line"}},
		{"TellPlaces", func(ctx context.Context) error { return w.TellPlaces(ctx, "hall", w.now) }, []string{"handover_line"}},
		{"Forget", func(ctx context.Context) error { return w.Forget(ctx, id) }, []string{"handover"}},
		{"Unreached", func(ctx context.Context) error { return w.Unreached(ctx, id, w.now) }, []string{"handover_line"}},
		{"BrakeUntold", func(ctx context.Context) error { _, _, err := w.BrakeUntold(ctx, "hall"); return err }, []string{"brake"}},
		{"BrakeTold", func(ctx context.Context) error { return w.BrakeTold(ctx, "hall", w.now) }, []string{"brake"}},
		{"Drawn", func(ctx context.Context) error { return w.Drawn(ctx, dialogs.Drawing{Chat: chat("ada"), Turn: 9}) }, []string{"chat"}},
		{"Undrawn", func(ctx context.Context) error { _, err := w.Undrawn(ctx, test, w.now, w.now); return err }, []string{"chat"}},
		{"Redraw", func(ctx context.Context) error {
			_, err := w.Redraw(ctx, chat("ada"), w.now, func(context.Context, dialogs.Records) error { return nil })
			return err
		}, []string{"chat"}},
		{"Answer", func(ctx context.Context) error {
			_, err := w.Answer(ctx, letterFrom("ada", 1), w.now, func(context.Context, dialogs.Records) error { return nil })
			return err
		}, []string{"chat", "inbox"}},
		{"Converse", func(ctx context.Context) error {
			return w.Converse(ctx, chat("ada"), w.now, func(context.Context, dialogs.Records) error { return nil })
		}, []string{"chat"}},
		{"Serve", func(ctx context.Context) error {
			return w.Serve(ctx, chat("viewer"), "viewer", w.now, func(context.Context, dialogs.Records) error { return nil })
		}, []string{"chat", "staff"}},
		{"Unreachable", func(ctx context.Context) error { return w.Unreachable(ctx, chat("ada"), w.now) }, []string{"chat"}},
		{"Reachable", func(ctx context.Context) error { return w.Reachable(ctx, chat("ada")) }, []string{"chat"}},
		{"Pace", func(ctx context.Context) error { _, err := w.Pace("x").Take(ctx, 1, 0); return err }, []string{"pace"}},
		{"Claim", func(ctx context.Context) error { return w.Claim(ctx, w.town) }, []string{"office_town"}},
		{"Beside", func(ctx context.Context) error {
			_, err := w.Beside(ctx, namedTown("a", "yard"), storage.Options{})
			return err
		}, []string{"office_town", "office_name"}},
	} {
		for _, table := range asked.tables {
			w.exec(`ALTER TABLE ` + table + ` RENAME TO away`)
			if err := asked.by(t.Context()); err == nil || storage.Unreachable(err) || isRefused(err) {
				t.Errorf("%s without %s: %v", asked.what, table, err)
			}
			w.exec(`ALTER TABLE away RENAME TO ` + table)
		}
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND state = 'confirmed' AND name = 'ada' AND starts = $2`, int64(a.ID), wednesday); n != 1 {
		t.Error("one of them has done half of its work")
	}
}
