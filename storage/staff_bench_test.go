package storage_test

import (
	"context"
	"fmt"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ledger fills the office with so many appointments, two hundred a day, half of
// them past, under names as frequent as they are in a German town; each was
// told. No time is looked for: it is a plan of long ago.
func (b *bench) ledger(appointments int) {
	b.Helper()
	const perDay = 200
	for _, order := range []struct {
		sql  string
		args []any
	}{
		{`INSERT INTO staff (channel, address, name, role, by, at) VALUES ('test', 'anna', 'anna', 'clerk', 'test', $1)`, []any{morning}},
		{
			`
			INSERT INTO appointment (id, claim, number, office, starts, ends, state, items, persons, skills, audience, name, mail, mail_key,
				created_at, updated_at)
			SELECT i, i, 'K' || translate(lpad(i::text, 5, '0'), '0123456789', 'BCDFGHJKLM'), 'hall', day + i % $2 * interval '2 minutes', day + i % $2 * interval '2 minutes' + interval '15 minutes',
				CASE WHEN day < $3 THEN 'finished' ELSE 'confirmed' END, '[]', 1, ARRAY['papers'], 'public',
				(ARRAY['Anna', 'Jürgen', 'Mehmet', 'Sofia', 'Änne', 'Piotr', 'Maria', 'Karl-Heinz'])[1 + i / 10 % 8] || ' ' ||
					CASE WHEN i % 10 = 0 THEN 'Müller' WHEN i % 10 = 1 THEN 'Schmidt' WHEN i % 10 = 2 THEN 'Yılmaz'
						ELSE chr(65 + i % 26) || translate(left(md5(i::text), 8), '0123456789', 'ghijklmnop') END,
				'p' || i || '@example.org', 'p' || i || '@example.org', $3, $3
			FROM (SELECT i, $3::timestamptz + interval '1 hour' + (i / $2 - $1 / $2 / 2) * interval '1 day' AS day FROM generate_series(0, $1 - 1) AS i) AS n`,
			[]any{appointments, perDay, morning},
		},
		{`SELECT setval('appointment_id_seq', $1)`, []any{appointments}},
		{`
			INSERT INTO notice (appointment, kind, sequence, channel, address, due, outcome, settled_at)
			SELECT id, 'booked', 0, 'mail', mail, created_at, 'sent', created_at FROM appointment`, nil},
		{`
			INSERT INTO history (appointment, at, actor, what) SELECT id, created_at, 'person 1', 'booked' FROM appointment`, nil},
		{`VACUUM ANALYZE`, nil},
	} {
		if _, err := b.pool.Exec(b.Context(), order.sql, order.args...); err != nil {
			b.Fatal(err)
		}
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
				if err == nil && len(facts.Staff.Found)+len(facts.Staff.Near) == 0 {
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
