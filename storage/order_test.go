package storage_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
	"terminbote/storage"
)

// scrambled is rows that lie in the database in another order than any in which
// they are listed. :now is the present, n the order by number, and h an hour.
var scrambled = []string{
	`INSERT INTO person (id, created_at) VALUES (60, :now)`,
	`INSERT INTO chat (id, channel, address, person, created_at, updated_at, turns, drawn) SELECT 60 + n, 'test', CASE n WHEN 1 THEN 'ada' ELSE 'ada ' || n END, 60, :now + n * h, :now, 1, 1 FROM mixed`,
	// a, b and c are past, d, e and f ahead, and created the other way round
	`INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, holder, name, mail, mail_key, lang, created_at, updated_at)
		SELECT id, id, 'ZED77' || n, 'hall', 'desk 1', starts, starts + interval '15 minutes', CASE WHEN n > 3 THEN 'confirmed' ELSE 'finished' END,
			'[{"concern": "pass", "quantity": 1, "minutes": 15}]', 1, '{papers}', 'public', 60, 'Zed ' || chr(96 + n), 'ada@example.org', 'ada@example.org', 'de', :now - n * h, :now
		FROM (VALUES (61, 2), (62, 6), (63, 3), (64, 1), (65, 5), (66, 4)) AS v (id, n),
			LATERAL (SELECT :now + CASE WHEN n > 3 THEN interval '26 hours' + n * interval '15 minutes' ELSE (n - 8) * 24 * h END AS starts) AS s`,
	`UPDATE figure SET booked_at = created_at FROM appointment a WHERE a.id = figure.appointment`,
	`INSERT INTO history (id, appointment, at, actor, what) SELECT 60 + n, 66, :now - n * h, 'test x', 'what ' || n FROM mixed`,
	`INSERT INTO notice (id, appointment, kind, sequence, channel, address, due, outcome, settled_at) SELECT 60 + n, 66, 'kind ' || n, 0, 'test', 'ada', :now - n * h, 'sent', :now FROM mixed`,
	`INSERT INTO wait (id, person, office, wishes, weekdays, from_minute, to_minute, until, name, created_at)
		SELECT 60 + n, 60, 'hall', jsonb_build_array(jsonb_build_object('concern', 'pass', 'quantity', n)), 1, 0, 9, :now::date + 20, 'place ' || n, :now + n * h FROM mixed`,
	`INSERT INTO offer (id, wait, hold, starts, ends, made_at, until, outcome) SELECT 60 + n, 61, 170 + n, :now + n * h, :now + (n + 1) * h, :now, :now, 'declined' FROM mixed`,
	`INSERT INTO handover (id, office, chat, network, lang, concerns, place, opened_at, ended_at, erased_at) SELECT 60 + n, 'hall', 60 + n, 'test', 'de', '{}', 9, :now + n * h, NULL, NULL FROM mixed`,
	`INSERT INTO handover_line (id, handover, kind, text, at) SELECT 60 + n, 61, CASE WHEN n > 3 THEN 'clerk' ELSE 'citizen' END, 'line ' || n, :now - n * h FROM (VALUES (2), (6), (3), (1), (5), (4)) AS v (n)`,
	`INSERT INTO code (id, chat, appointment, hash, tries, asked_at, expires_at) SELECT 60 + n, 61, 66, 'x', n, :now - n * h, :now FROM mixed`,
	`INSERT INTO inbox (channel, id, address, raw, received_at, done_at, reason) SELECT 'test', n, 'ada', 'x', :now - n * h, :now, 'reason ' || n FROM mixed`,
	`INSERT INTO deed (id, sender, what, at) OVERRIDING SYSTEM VALUE SELECT 900060 + n, (SELECT sender FROM deed WHERE sender NOT IN ('b', 'y') LIMIT 1), 'deed ' || n, :now - n * h FROM mixed`,
	`INSERT INTO closure (id, office, day, from_minute, to_minute, desk, reason, by, at) SELECT 60 + n, 'hall', :now::date + 9, 0, n, 'desk 2', '{}', 'x', :now - (4 - n) * h FROM mixed`,
	`INSERT INTO hit (closure, appointment, starts) SELECT 61, a.id, a.starts FROM appointment a WHERE id IN (64, 66, 65)`,
	`INSERT INTO alarm (id, office, desk, by, raised_at) SELECT 60 + n, 'hall', 'alarm ' || n, 'x', :now - n * h FROM mixed`,
	`INSERT INTO staff (channel, address, name, role, by, at) SELECT 'test', 's' || n, 'staff ' || n, 'clerk', 'x', :now FROM mixed`,
	`INSERT INTO counter (office, at) SELECT 'office ' || n, :now FROM mixed`,
	`INSERT INTO rating (office, week, stars) SELECT 'hall', date_trunc('week', :now)::date - 7 * n, 3 FROM mixed, generate_series(1, 9)`,
	`INSERT INTO rating_line (office, week, stars, line) SELECT 'hall', date_trunc('week', :now)::date - 7 * n, 3, 'week ' || n FROM mixed`,
	// 61 is prime: each of the numbers comes once
	`INSERT INTO history (appointment, at, actor, what, staff) SELECT 61, :now - (n * 37 % 61) * 2 * h, 'test x', 'did ' || n * 37 % 61 * 2, true FROM generate_series(1, 60) n`,
	`INSERT INTO trail (at, actor, what) SELECT :now - (n * 37 % 61 * 2 + 1) * h, 'test x', 'did ' || n * 37 % 61 * 2 + 1 FROM generate_series(1, 60) n`,
}

// unsorted is another store on the same database, which reads rows as they lie: an
// index would come in order by chance.
func (w *world) unsorted(town booking.Town, options storage.Options) *storage.Store {
	w.Helper()
	address := w.pool.Config().ConnString()
	joined := map[bool]string{true: "&", false: "?"}[strings.Contains(address, "?")]
	s, err := storage.Open(w.Context(), address+joined+"enable_indexscan=off&enable_indexonlyscan=off&enable_bitmapscan=off&enable_hashjoin=off&enable_mergejoin=off", town, w.present, options)
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(s.Close)
	return s
}

// newScrambled is a world with these rows, a lead and a person "ada".
func newScrambled(t *testing.T) *world {
	t.Helper()
	town := sample(1)
	for n := range 3 {
		other := *town.Offices[0]
		other.ID = booking.OfficeID(fmt.Sprint("office ", n+1))
		town.Offices = append(town.Offices, &other)
	}
	w := newWorld(t, town)
	w.Store = w.unsorted(town, storage.Options{})
	w.employ("lea", booking.Lead)
	w.must("ada", dialogs.Release{Hold: w.must("ada", hold(at(9, 0))).ID}) // which counts as hers
	w.exec(`DELETE FROM chat WHERE address = 'ada' AND channel = 'test'`)
	w.exec(`UPDATE deed SET what = 'deed 0' WHERE sender NOT IN ('b', 'y')`)
	now := "'" + w.now.UTC().Format(time.RFC3339) + "'::timestamptz"
	fill := strings.NewReplacer(":now", now, "* h", "* interval '1 hour'", "mixed", "(VALUES (2), (3), (1)) AS mixed (n)")
	for _, order := range scrambled {
		w.exec(fill.Replace(order))
	}
	return w
}

// labels is what each of some things is called, in their order.
func labels[T any](all []T, label func(T) string) string {
	var said []string
	for _, one := range all {
		said = append(said, label(one))
	}
	return strings.Join(said, ", ")
}

func nameOf(e dialogs.Entry) string { return strings.TrimPrefix(e.Contact.Name, "Zed ") }

// listed is all lists that can be looked up, by what they are.
func (w *world) listed() map[string]string {
	w.Helper()
	ctx := w.Context()
	tuesday := monday.Add(1)
	mine := w.facts("ada", dialogs.Need{Appointments: true, Waiting: true, Reach: true})
	lead := w.sees("lea", dialogs.StaffNeed{
		Office: "hall", From: monday.Add(-9), To: monday.Add(9), Find: "zed", Appointment: 66, Closed: 61, Audit: true, Colleagues: true,
	})
	foreseen := w.sees("lea", dialogs.StaffNeed{Office: "hall", Closing: dialogs.Closing{Day: tuesday, Hours: booking.AllDay()}})
	alarms, err1 := w.AlarmsUntold(ctx, "hall")
	talks, err2 := w.Handovers(ctx, "hall")
	untold, err3 := w.Untold(ctx, 61)
	unseen, err4 := w.Unseen(ctx, "test", "")
	visits, err5 := w.RecordedVisits(ctx, "hall", monday.Add(-9), monday.Add(9))
	report, err6 := w.Statistics(ctx, w.now, "hall", monday.Add(-28), monday.Add(6))
	for _, err := range []error{err1, err2, err3, err4, err5, err6} {
		if err != nil {
			w.Fatal(err)
		}
	}
	contact := w.facts("ada", dialogs.Need{Contact: true}).Contact
	busy := w.facts("ada", dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: tuesday, To: tuesday}).Booked[0].Busy
	line := func(l dialogs.HandoverLine) string { return l.Text }
	return map[string]string{
		"appointments":       labels(mine.Appointments, func(a booking.Appointment) string { return nameOf(dialogs.Entry{Appointment: a}) }),
		"places on the list": labels(mine.Waiting, func(p dialogs.Waiting) string { return p.Contact.Name }),
		"attended offices":   labels(mine.Reach.Offices, func(o booking.OfficeID) string { return string(o) }),
		"entries":            labels(lead.Entries, nameOf),
		"found":              labels(lead.Found, nameOf),
		"hit":                labels(lead.Hit, nameOf),
		"would be hit":       labels(foreseen.Hit, nameOf),
		"history":            labels(lead.Appointment.History, func(e dialogs.AuditEntry) string { return e.What }),
		"deliveries":         labels(lead.Appointment.Deliveries, func(d dialogs.Delivery) string { return string(d.Kind) }),
		"audit log":          labels(lead.Audit, func(e dialogs.AuditEntry) string { return strings.TrimPrefix(e.What, "did ") }),
		"colleagues":         labels(lead.Colleagues, func(c dialogs.Colleague) string { return c.Name }),
		"alarms":             labels(alarms, func(a dialogs.RaisedAlarm) string { return string(a.Desk) }),
		"talks":              labels(talks, func(h dialogs.Handover) string { return fmt.Sprint(h.ID) }),
		"untold lines":       labels(untold, line),
		"unseen lines":       labels(unseen, line),
		"recorded visits":    labels(visits, func(v statistics.Visit) string { return fmt.Sprint(w.now.Sub(v.Asked).Hours()) }),
		"lines of ratings":   labels(report.Ratings.Lines, func(l statistics.RatingLine) string { return l.Line }),
		"closures":           labels(laidClosures(w), func(c booking.Closure) string { return c.Hours.To.String() }),
		"what is booked":     labels(busy, func(b booking.Busy) string { return fmt.Sprint(b.ID) }),
		"the contact":        strings.TrimPrefix(contact.Name, "Zed "),
	}
}

// laidClosures is the closures by staff of a day to come, as the town has them.
func laidClosures(w *world) []booking.Closure {
	o, _ := w.facts("ada", dialogs.Need{}).Town.Office("hall")
	return o.Calendar.Closures
}

func numbers(from, to int) string {
	var all []string
	for n := from; n < to; n++ {
		all = append(all, fmt.Sprint(n))
	}
	return strings.Join(all, ", ")
}

// What is listed comes in its order, however it lies in the database.
func TestEveryListHasItsOrder(t *testing.T) {
	t.Parallel()
	w := newScrambled(t)
	want := map[string]string{
		"appointments": "d, e, f", "places on the list": "place 1, place 2, place 3", "attended offices": "office 1, office 2, office 3",
		"entries": "a, b, c, d, e, f", "found": "d, e, f, c, b, a", "hit": "a, d, e", "would be hit": "d, e, f",
		"history": "what 1, what 2, what 3", "deliveries": "kind 1, kind 2, kind 3", "audit log": numbers(2, 52),
		"colleagues": "lea, staff 1, staff 2, staff 3", "alarms": "alarm 1, alarm 2, alarm 3", "talks": "61, 62, 63",
		"untold lines": "line 1, line 2, line 3", "unseen lines": "line 4, line 5, line 6", "recorded visits": "6, 5, 4, 3, 2, 1",
		"lines of ratings": "week 1, week 2, week 3", "the contact": "d", "what is booked": "66, 65, 62", "closures": "00:01, 00:02, 00:03",
	}
	if diff := cmp.Diff(want, w.listed()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// So does the line of those who are there today, and of those who wait for an answer
// of staff.
func TestEveryLineHasItsOrder(t *testing.T) {
	t.Parallel()
	w := newScrambled(t)
	if err := w.TellPlaces(t.Context(), "hall", w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM handover_line WHERE kind = 'place' AND place = handover - 61`); n != 3 {
		t.Errorf("%d of 3 are told their place in the order in which they came", n)
	}
	w.now = monday.Add(1).At(8*60, berlin)
	line := w.facts("ada", dialogs.Need{Line: "hall"}).Line
	if !slices.IsSortedFunc(line, func(a, b booking.Appointment) int { return a.Span.Start.Compare(b.Span.Start) }) || len(line) != 3 {
		t.Errorf("the line of today: %+v", line)
	}
}

// Who has waited longest is offered a time first, wherever their place lies.
func TestWhoWaitedLongestIsOfferedFirst(t *testing.T) {
	t.Parallel()
	town := waitingTown(1)
	w := newWaitingWorld(t, town)
	w.Store = w.unsorted(town, storage.Options{Channels: []string{"test", "mail"}})
	full := w.fullMorning()
	for i, name := range []string{"ada", "bob"} {
		w.must(name, improve(w.booked(name, monday.Add(2).At(booking.Clock(60*(9+i)), berlin))))
		w.now = w.now.Add(time.Minute)
	}
	w.exec(`UPDATE wait SET phone = '1' WHERE person = (SELECT person FROM chat WHERE address = 'ada' AND channel = 'test')`) // it lies behind the other's
	w.now = w.now.Add(time.Hour)
	w.must("q1", dialogs.Cancel{Appointment: full[0].ID})
	if w.match(); w.offer("ada").Span.Start != full[0].Span.Start {
		t.Error("not offered to who has waited longest")
	}
	w.noOffer("bob")
}

// sortedBy is the field by which each list of somebody's data is in order.
var sortedBy = map[string]string{
	"appointments": "starts", "chats": "first_message", "codes": "tries_left", "counted_against_limits": "what", "history": "what",
	"messages_received": "set_aside_because", "notices": "kind", "person": "number", "talks_with_staff": "asked_for", "lines": "text",
	"waiting_list": "since", "offers": "starts",
}

// So do the lists in what everybody is given of what is stored about them, one
// that comes tomorrow too.
func TestEveryListOfSomebodysDataHasItsOrder(t *testing.T) {
	t.Parallel()
	w := newScrambled(t)
	w.exec(`DELETE FROM history WHERE appointment = 61`) // which are many, by their numbers
	var all map[string]any
	if err := json.Unmarshal(w.do("ada", dialogs.Export{}).Data, &all); err != nil {
		t.Fatal(err)
	}
	longest := map[string]int{}
	inOrder(t, all, longest)
	for list := range sortedBy {
		if list != "person" && longest[list] < 3 {
			t.Errorf("of %s there are only %d", list, longest[list])
		}
	}
}

// inOrder looks at each list in an object, and notes how long they are.
func inOrder(t *testing.T, object map[string]any, longest map[string]int) {
	t.Helper()
	for name, value := range object {
		list, is := value.([]any)
		if !is || len(list) == 0 {
			continue
		}
		var keys []string
		for _, one := range list {
			fields, is := one.(map[string]any)
			if !is {
				break // of plain values, stored as they are
			}
			if inOrder(t, fields, longest); sortedBy[name] != "" {
				keys = append(keys, fmt.Sprint(fields[sortedBy[name]]))
			}
		}
		longest[name] = max(longest[name], len(keys))
		if name != "concerns" && keys == nil || !slices.IsSorted(keys) {
			t.Errorf("%s is not in order, or nobody says by what: %v", name, keys)
		}
	}
}
