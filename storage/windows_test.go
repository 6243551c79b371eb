package storage_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// window is a limit of how often something is done within a time.
type window struct {
	lasts   time.Duration
	most    int
	insert  string // does it $2 times at $1
	from    string // the table in which it is counted
	ask     dialogs.Command
	refused error
}

// windows is the limits of "eve", who talks with staff and tries to fetch Ada's
// appointment.
func windows(a booking.Appointment) map[string]window {
	const deed = `INSERT INTO deed (sender, what, about, at) SELECT `
	const eve = `(SELECT sender FROM deed WHERE what = 'held' AND sender <> 'b' AND sender <> 'y' ORDER BY id DESC LIMIT 1), `
	const ada = `(SELECT id FROM appointment WHERE name = 'ada'), `
	const times = `$1::timestamptz FROM generate_series(1, $2)`
	code := dialogs.AskCode{Number: a.Number, Lang: "de"}
	guess := dialogs.Attach{Number: a.Number, Code: "wrong"}
	return map[string]window{
		"codes for a number in an hour": {time.Hour, 3, deed + `'x', 'asked', ` + ada + times, "deed", code, booking.ErrLimit},
		"codes for a number in a day":   {24 * time.Hour, 6, deed + `'x', 'asked', ` + ada + times, "deed", code, booking.ErrLimit},
		"codes in a chat in an hour":    {time.Hour, 5, deed + eve + `'asked', NULL, ` + times, "deed", code, booking.ErrLimit},
		"guesses for a number in a day": {24 * time.Hour, 15, deed + `'x', 'guessed', ` + ada + times, "deed", guess, booking.ErrDayLimit},
		"talks with staff in a day":     {24 * time.Hour, 10, deed + eve + `'staff', NULL, ` + times, "deed", dialogs.HandOver{Office: "hall"}, booking.ErrDayLimit},
		"lines to staff in an hour": {
			time.Hour, 120, `INSERT INTO handover_line (handover, kind, text, at) SELECT (SELECT id FROM handover WHERE office = 'hall' AND ended_at IS NULL), 'citizen', 'x', ` + times,
			"handover_line",
			dialogs.Relay{Text: "x"},
			booking.ErrTooOften,
		},
	}
}

// What is limited counts for as long as it says: as many as are allowed may be
// done, one more is refused as long as all of them count, and the first that no
// longer does makes room. What others do makes no difference.
func TestLimitsCountForTheirTimeAndNoLonger(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	ada := w.booked("ada", at(11, 0))
	w.must("eve", hold(at(8, 0)))
	w.none(w.Attend(w.Context(), w.office.ID, w.now)) // whichever limit comes first
	const count = time.Microsecond                    // as exact as the database's clock
	for name, limit := range windows(ada) {
		refused := func(recent, old int) bool {
			w.exec(`DELETE FROM deed WHERE what <> 'held' AND sender NOT IN ('b', 'y')`)
			w.exec(`DELETE FROM code WHERE id < 900000`)
			w.exec(`DELETE FROM handover WHERE id < 900000`)
			if _, opens := limit.ask.(dialogs.HandOver); !opens {
				w.handedOver("eve")
			}
			w.must("eve", dialogs.AskCode{Number: ada.Number, Lang: "de"})
			w.exec(`DELETE FROM deed WHERE what <> 'held' AND sender NOT IN ('b', 'y')`)
			w.exec(`INSERT INTO deed (sender, what, about, at) SELECT 'z', what, -1, $1 FROM unnest('{asked,guessed,staff}'::text[]) what, generate_series(1, 99)`, w.now)
			w.exec(`INSERT INTO handover_line (handover, kind, text, at) SELECT h, kind, 'z', $1 FROM (SELECT 910001, 'citizen' UNION ALL SELECT id, 'clerk' FROM handover WHERE id < 900000) AS v (h, kind), generate_series(1, 199)`, w.now)
			w.exec(limit.insert, w.now.Add(-limit.lasts+count), recent)
			w.exec(limit.insert, w.now.Add(-limit.lasts), old)
			return errors.Is(w.do("eve", limit.ask).Refused, limit.refused)
		}
		if !refused(limit.most, 0) {
			t.Errorf("%s: %d are done, and one more goes", name, limit.most)
		}
		if refused(limit.most-1, 0) {
			t.Errorf("%s: %d are done, and the last one is refused", name, limit.most-1)
		}
		if refused(limit.most-1, limit.most) {
			t.Errorf("%s: what was done %v ago still counts", name, limit.lasts)
		}
	}
}
