package storagetest

import (
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
)

// Ledger is what an office has booked over years: so many appointments a day,
// one after the other at each of its desks, and half of the days in the past. They
// are under names as frequent as they are in a German town, and each was told by
// mail.
type Ledger struct {
	Office       *booking.Office
	Concern      booking.Concern // for which everybody comes
	Opens        time.Time       // when the first come on the day that is today
	PerDay       int
	Appointments int
}

// Fill writes a ledger into a database in which nothing is booked, in seconds.
// It gives the desks that can serve the concern to the appointments in turn, and
// no thought to whether they are open.
func Fill(tb testing.TB, pool *pgxpool.Pool, l Ledger) {
	tb.Helper()
	items := []booking.Item{{Concern: l.Concern.ID, Name: l.Concern.Name, Quantity: 1, Minutes: int(l.Concern.Takes(1).Minutes())}}
	for _, order := range []struct {
		sql  string
		args []any
	}{
		{
			`
			INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name,
				mail, mail_key, created_at, updated_at)
			SELECT i, i, 'K' || translate(lpad(i::text, 5, '0'), '0123456789', 'BCDFGHJKLM'), $4, desks[1 + place % cardinality(desks)],
				opens + place / cardinality(desks) * length, opens + (place / cardinality(desks) + 1) * length,
				CASE WHEN opens < $3 THEN 'finished' ELSE 'confirmed' END, $7, 1, ARRAY[$8], 'public',
				(ARRAY['Anna', 'Jürgen', 'Mehmet', 'Sofia', 'Änne', 'Piotr', 'Maria', 'Karl-Heinz'])[1 + i / 10 % 8] || ' ' ||
					CASE WHEN i % 10 = 0 THEN 'Müller' WHEN i % 10 = 1 THEN 'Schmidt' WHEN i % 10 = 2 THEN 'Yılmaz'
						ELSE chr(65 + i % 26) || translate(left(md5(i::text), 8), '0123456789', 'ghijklmnop') END,
				'p' || i || '@example.org', 'p' || i || '@example.org', $3, $3
			FROM (
				SELECT i, i % $2 AS place, $3::timestamptz + (i / $2 - $1 / $2 / 2) * interval '1 day' AS opens,
					$5::text[] AS desks, $6::float8 * interval '1 second' AS length
				FROM generate_series(0, $1 - 1) AS i) AS n`,
			[]any{l.Appointments, l.PerDay, l.Opens, string(l.Office.ID), desksFor(l.Concern, l.Office), l.Concern.Takes(1).Seconds(), items, string(l.Concern.Skill)},
		},
		{`SELECT setval('appointment_id_seq', $1)`, []any{l.Appointments}},
		{`
			INSERT INTO notice (appointment, kind, sequence, channel, address, due, outcome, settled_at)
			SELECT id, 'booked', 0, 'mail', mail, created_at, 'sent', created_at FROM appointment`, nil},
		{`
			INSERT INTO history (appointment, at, actor, what) SELECT id, created_at, 'person 1', 'booked' FROM appointment`, nil},
		{`VACUUM ANALYZE`, nil},
	} {
		if _, err := pool.Exec(tb.Context(), order.sql, order.args...); err != nil {
			tb.Fatalf("fill the office's ledger: %v", err)
		}
	}
}

func desksFor(c booking.Concern, o *booking.Office) []string {
	var all []string
	for _, d := range o.Desks {
		if slices.Contains(d.Skills, c.Skill) {
			all = append(all, string(d.ID))
		}
	}
	return all
}
