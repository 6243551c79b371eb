package storage_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage/storagetest"
)

// ledger fills the office with so many appointments, two hundred a day, and lets
// anna be a clerk.
func (b *bench) ledger(appointments int) {
	b.Helper()
	storagetest.Fill(b, b.pool, storagetest.Ledger{
		Office: b.town.Offices[0], Concern: b.town.Offices[0].Concerns[0], Opens: morning.Add(time.Hour), PerDay: 200, Appointments: appointments,
	})
	_, err := b.pool.Exec(b.Context(), `
		INSERT INTO staff (channel, address, name, role, by, at) VALUES ('test', 'anna', 'anna', 'clerk', 'test', $1)`, morning)
	if err != nil {
		b.Fatal(err)
	}
}

// turn is a clerk's turn that looks something up and remembers.
func (b *bench) turn(need dialogs.StaffNeed) (facts dialogs.Facts, err error) {
	err = b.Serve(b.Context(), chat("anna"), "anna", morning, func(ctx context.Context, r dialogs.Records) error {
		if _, err := r.Recall(ctx); err != nil {
			return err
		}
		facts, err = r.Facts(ctx, dialogs.Need{Staff: need})
		if err != nil {
			return err
		}
		return r.Remember(ctx, []byte(`{}`))
	})
	return facts, err
}

// BenchmarkFind looks for somebody among 100,000 past and present appointments:
// by name, be it frequent or rare, spelled right or with a slip, by number and by
// mail address.
func BenchmarkFind(b *testing.B) {
	w := newBench(b)
	w.ledger(100_000)
	for _, text := range []string{"müller", "mueller jü", "s", "Karl-Heinz A", "KBH-KCC", "p4711@example.org", "mulller jurgn", "maria shmidt"} {
		b.Run(text, func(b *testing.B) {
			each(b, func() error {
				facts, err := w.turn(dialogs.StaffNeed{Find: text})
				if err == nil && len(facts.Staff.Found)+len(facts.Staff.Similar) == 0 {
					err = fmt.Errorf("%s is not found", text)
				}
				return err
			})
		})
	}
}

// BenchmarkToday shows a day of 200 appointments, with who was told.
func BenchmarkToday(b *testing.B) {
	w := newBench(b)
	w.ledger(100_000)
	today := booking.DateOf(morning, berlin)
	each(b, func() error {
		facts, err := w.turn(dialogs.StaffNeed{Office: "hall", From: today, To: today})
		if err == nil && len(facts.Staff.Entries) != 200 {
			err = fmt.Errorf("%d appointments", len(facts.Staff.Entries))
		}
		return err
	})
}
