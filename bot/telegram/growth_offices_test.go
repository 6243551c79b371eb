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

// A full office has visits of half an hour on four fifths of its times: its five
// desks have 64 a day from Monday to Friday.
const fullTimes = `(slot + desk) % 5 <> 0`

// fillOffices books the next three weeks of so many offices full.
func fillOffices(tb testing.TB, db *pgx.Conn, many int) {
	tb.Helper()
	today := office.Sample().Offices[0].Today(clocktest.Now())
	var oneAtADesk string
	err := db.QueryRow(tb.Context(), `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'appointment_one_at_a_desk'`).Scan(&oneAtADesk)
	if err != nil {
		tb.Fatal(err)
	}
	for _, order := range []string{
		`ALTER TABLE appointment DROP CONSTRAINT appointment_one_at_a_desk`, // entered again below: so it takes a tenth of the time
		`ALTER TABLE appointment DISABLE TRIGGER USER`,
		fmt.Sprintf(`
			INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
			SELECT n, n, 'F' || n, office, desk, starts, starts + interval '30 minutes', 'confirmed',
				'[{"concern": "id-card", "name": {"de": "Personalausweis"}, "quantity": 1, "minutes": 20}]', 1, skills, 'public', 'Jemand', today, today
			FROM (
				SELECT row_number() OVER () AS n, 'o-' || lpad(office::text, 5, '0') AS office,
					CASE desk WHEN 5 THEN 'pick-up' ELSE 'desk-' || desk END AS desk, CASE desk WHEN 5 THEN '{pick-up}' ELSE '{citizen}' END::text[] AS skills,
					(day::date + time '08:00' + slot * interval '30 minutes') AT TIME ZONE 'Europe/Berlin' AS starts
				FROM generate_series(0, %d) AS office, generate_series(date '%s', date '%s', interval '1 day') AS day,
					generate_series(1, 5) AS desk, generate_series(0, 15) AS slot
				WHERE extract(isodow FROM day) < 6 AND %s) AS visits, (SELECT timestamptz '%s' AS today) AS clock`,
			many-1, today, today.Add(21), fullTimes, clocktest.Now().Format(time.RFC3339)),
		`INSERT INTO busy_day (office, day, version) SELECT office, (starts AT TIME ZONE 'UTC')::date, nextval('busy_version') FROM appointment GROUP BY 1, 2`,
		`SELECT setval('appointment_id_seq', (SELECT max(id) FROM appointment))`,
		`ALTER TABLE appointment ENABLE TRIGGER USER`,
		`ALTER TABLE appointment ADD CONSTRAINT appointment_one_at_a_desk ` + oneAtADesk,
		`VACUUM ANALYZE`,
	} {
		if _, err := db.Exec(tb.Context(), order); err != nil {
			tb.Fatalf("%s: %v", order, err)
		}
	}
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
				if (slot+desk)%5 == 0 {
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

// ready waits until the program says it is, and returns how long that took.
func (p *program) ready(path, says string) time.Duration {
	p.tb.Helper()
	began := clocktest.Now()
	for clocktest.Since(began) < 4*time.Minute {
		if status, body := fetch("http://" + p.address + path); status == http.StatusOK && strings.Contains(body, says) {
			return clocktest.Since(began)
		}
		time.Sleep(10 * time.Millisecond)
	}
	p.tb.Fatalf("the program is never ready\n%s", p.log)
	return 0
}
