package telegram_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/office"
)

// nthOffice is the ID and the name of one of many offices of Werne's size.
func nthOffice(n int) (id, name string) { return fmt.Sprintf("o-%05d", n), fmt.Sprintf("Ort%05d", n) }

// writeOffice writes the file of the nth office, Werne's under another name.
func writeOffice(tb testing.TB, path string, n int) {
	tb.Helper()
	sample, err := os.ReadFile("../../office/werne.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	id, name := nthOffice(n)
	text := strings.Replace(string(sample), "id: werne\n", "id: "+id+"\n", 1)
	text = strings.ReplaceAll(text, "Bürgerbüro der Stadt Werne", "Bürgerbüro der Stadt "+name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// writeOffices writes so many offices of one town, and returns their folder.
func writeOffices(tb testing.TB, many int) string {
	tb.Helper()
	folder := tb.TempDir()
	for n := range many {
		id, _ := nthOffice(n)
		writeOffice(tb, filepath.Join(folder, id+".yaml"), n)
	}
	return folder
}

// free tells whether a full office leaves a time of a desk free: it has visits of half
// an hour on four fifths of the times at which its desks serve.
func free(slot, desk int) bool { return (slot+desk)%5 == 0 }

// visits is what is booked at a full office: at which desk, for which skill, and when.
func visits() (desks, skills []string, starts []time.Time) {
	o := office.Sample().Offices[0]
	today := o.Today(clocktest.Now())
	for ahead := range 22 {
		for i, desk := range o.Desks {
			for slot := range 24 {
				start := today.Add(ahead).At(booking.Clock(8*60+slot*30), o.Calendar.Zone)
				a := booking.Appointment{Desk: desk.ID, Skills: desk.Skills[:1], Span: booking.Span{Start: start, End: start.Add(30 * time.Minute)}}
				if !free(slot, i+1) && o.Keeps(a) {
					desks, skills, starts = append(desks, string(desk.ID)), append(skills, string(desk.Skills[0])), append(starts, start)
				}
			}
		}
	}
	return desks, skills, starts
}

// fillOffices books the next three weeks of so many offices full.
func fillOffices(tb testing.TB, db *pgx.Conn, many int) {
	tb.Helper()
	do := func(order string, args ...any) {
		tb.Helper()
		if _, err := db.Exec(tb.Context(), order, args...); err != nil {
			tb.Fatalf("%s: %v", order, err)
		}
	}
	var oneAtADesk string
	err := db.QueryRow(tb.Context(), `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'appointment_one_at_a_desk'`).Scan(&oneAtADesk)
	if err != nil {
		tb.Fatal(err)
	}
	desks, skills, starts := visits()
	do(`ALTER TABLE appointment DROP CONSTRAINT appointment_one_at_a_desk`) // entered again below: so it takes a tenth of the time
	do(`ALTER TABLE appointment DISABLE TRIGGER USER`)
	do(`
		INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT n, n, 'F' || n, office, desk, starts, starts + interval '30 minutes', 'confirmed',
			'[{"concern": "id-card", "name": {"de": "Personalausweis"}, "quantity": 1, "minutes": 20}]', 1, ARRAY[skill], 'public', 'Jemand', $5, $5
		FROM (
			SELECT row_number() OVER () AS n, 'o-' || lpad(office::text, 5, '0') AS office, desk, skill, starts
			FROM generate_series(0, $1::int) AS office, unnest($2::text[], $3::text[], $4::timestamptz[]) AS visit (desk, skill, starts)) AS visits`,
		many-1, desks, skills, starts, clocktest.Now())
	do(`INSERT INTO busy_day (office, day, version) SELECT office, (starts AT TIME ZONE 'UTC')::date, nextval('busy_version') FROM appointment GROUP BY 1, 2`)
	do(`SELECT setval('appointment_id_seq', (SELECT coalesce(max(id), 1) FROM appointment))`)
	do(`ALTER TABLE appointment ENABLE TRIGGER USER`)
	do(`ALTER TABLE appointment ADD CONSTRAINT appointment_one_at_a_desk ` + oneAtADesk)
	do(`VACUUM ANALYZE`)
}

// gaps is the times at which a desk is free in a full office.
func gaps() (all []time.Time) {
	o := office.Sample().Offices[0]
	today := o.Today(clocktest.Now())
	for slot := range 8 { // until noon, when every office is open
		for ahead := 1; ahead < 20; ahead++ {
			day := today.Add(ahead)
			if len(o.Calendar.Shifts(day)) == 0 {
				continue
			}
			for desk := 1; desk <= 3; desk++ {
				if free(slot, desk) {
					all = append(all, day.At(booking.Clock(8*60+slot*30), o.Calendar.Zone))
				}
			}
		}
	}
	return all
}

// placeWay is what a person writes to come to an appointment in the nth office: by a
// link to it, or by naming the place where it is asked for.
func placeWay(n, offices int, byName bool, at time.Time) []string {
	id, name := nthOffice(n)
	begin := []string{"/start office_" + id + "__concern_id-card", "Brauche ich ein Foto?"}
	if byName && offices > 1 {
		begin = []string{"/start concern_id-card", name}
	}
	return append(begin, "Was kostet das?", "Wo ist das?", at.Format("2.1.2006"), at.Format("15.04"), "Erika Beispiel", "ohne E-Mail", "buchen", "/hilfe")
}

// settlesWithin is how long the program may take until it is ready, and until it has
// come to rest after that: ten thousand office files take minutes.
const settlesWithin = 15 * time.Minute

// ready waits until the program says it is, and returns how long that took.
func (p *program) ready(path, says string) time.Duration {
	p.tb.Helper()
	began := clocktest.Now()
	for clocktest.Since(began) < settlesWithin {
		if status, body := fetch("http://" + p.address + path); status == http.StatusOK && strings.Contains(body, says) {
			return clocktest.Since(began)
		}
		time.Sleep(10 * time.Millisecond)
	}
	p.tb.Fatalf("the program is never ready\n%s", p.log)
	return 0
}
