package storage_test

import (
	"fmt"
	"testing"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// BenchmarkGrowthFind looks for somebody of one town among named appointments of 400
// towns, by frequent and rare names, half typed, misspelt and nobody's.
func BenchmarkGrowthFind(b *testing.B) {
	for _, rows := range []int{10_000, 100_000, 1_000_000} {
		w := ofManyTowns(b, 1, rows)
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) { findEverybody(b, w, rows >= 100_000) })
	}
}

// BenchmarkGrowthFindInACity does the same in a city that has forty of the 400
// offices.
func BenchmarkGrowthFindInACity(b *testing.B) {
	w := ofManyTowns(b, 40, 1_000_000)
	findEverybody(b, w, true)
}

// findEverybody looks for names of all kinds. Among few people, not each is there.
func findEverybody(b *testing.B, w *bench, many bool) {
	b.Helper()
	const nobody = "Niemandweiß"
	for _, text := range []string{"müller", "mueller jü", "s", "Karl-Heinz A", "p4800@example.org", "mulller jurgn", nobody} {
		b.Run(text, func(b *testing.B) {
			each(b, func() error {
				facts, err := w.turn(dialogs.StaffNeed{Find: text})
				if found := len(facts.Staff.Found) + len(facts.Staff.Similar); err == nil && many && (found == 0) != (text == nobody) {
					err = fmt.Errorf("%q finds %d", text, found)
				}
				return err
			})
		})
	}
}

// ofManyTowns is the store of one of many towns, whose 400 offices have so many
// appointments together. Names are as frequent as in [storagetest.Fill].
func ofManyTowns(b *testing.B, own, rows int) *bench {
	b.Helper()
	const offices = 400
	pool := storagetest.Durable(b)
	w := &bench{B: b, pool: pool, town: ofOffices(own)}
	w.exec(`ALTER TABLE appointment DROP CONSTRAINT appointment_one_at_a_desk`) // no matter here, and most of the time it takes
	w.exec(`ALTER TABLE appointment DISABLE TRIGGER USER`)
	w.exec(`
		INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, mail, mail_key, created_at, updated_at)
		SELECT i, i, 'K' || i, 'hall-' || i % $2, 'desk 1', starts, starts + interval '15 minutes',
			CASE WHEN starts < $1 THEN 'finished' ELSE 'confirmed' END, '[]', 1, '{papers}', 'public',
			(ARRAY['Anna', 'Jürgen', 'Mehmet', 'Sofia', 'Änne', 'Piotr', 'Maria', 'Karl-Heinz'])[1 + i / 4000 % 8] || ' ' ||
				CASE WHEN i / 400 % 10 = 0 THEN 'Müller' WHEN i / 400 % 10 = 1 THEN 'Schmidt' WHEN i / 400 % 10 = 2 THEN 'Yılmaz'
					ELSE chr(65 + i % 26) || translate(left(md5(i::text), 8), '0123456789', 'ghijklmnop') END,
			'p' || i || '@example.org', 'p' || i || '@example.org', $1, $1
		FROM (SELECT i, $1::timestamptz + (i / $2 - $3 / $2 / 2) * interval '15 minutes' AS starts FROM generate_series(1, $3) AS i) AS n`, morning, offices, rows)
	w.exec(`INSERT INTO office_town (office, town) SELECT 'hall-' || n, CASE WHEN n < $2 THEN 't-0' ELSE 't-' || n END FROM generate_series(0, $1) AS n`, offices-1, own)
	w.exec(`INSERT INTO staff (channel, address, name, role, by, at) VALUES ('test/t-0', 'anna', 'anna', 'clerk', 'test', $1)`, morning)
	w.exec(`VACUUM ANALYZE`)
	s, err := storage.Open(b.Context(), pool.Config().ConnString(), w.town, clocktest.At(morning), storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(s.Close)
	w.Store = s
	return w
}

// ofOffices is a town with so many offices.
func ofOffices(many int) booking.Town {
	town := sample(10)
	town.ID = "t-0"
	first := *town.Offices[0]
	town.Offices = nil
	for n := range many {
		office := first
		office.ID = booking.OfficeID(fmt.Sprint("hall-", n))
		town.Offices = append(town.Offices, &office)
	}
	return town
}
