package storage_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// measured is the days of an office whose minutes are known, by how many days from
// monday.
func (w *world) measured(office string) (days []int) {
	w.Helper()
	for _, day := range w.left(`SELECT (day - $2::date)::text FROM day_figure WHERE office = $1`, office, monday.At(0, time.UTC)) {
		var n int
		_, err := fmt.Sscan(day, &n)
		w.none(err)
		days = append(days, n)
	}
	slices.Sort(days)
	return days
}

// Days are measured once they are over, for a month back, and from the one on which
// the office's first appointment was.
func TestDaysAreMeasuredSinceTheFirstAppointment(t *testing.T) {
	t.Parallel()
	month := make([]int, 31)
	for i := range month {
		month[i] = i - 31
	}
	for name, c := range map[string]struct {
		first, other time.Duration // of an appointment at the office and at another, from midnight of monday
		want         []int
	}{
		"before today's midnight": {-just, 0, []int{-1}},
		"today":                   {0, -10 * 24 * time.Hour, nil},
		"the day before":          {-24*time.Hour - just, 0, []int{-2, -1}},
		"at midnight":             {-24 * time.Hour, 0, []int{-1}},
		"long ago":                {-60 * 24 * time.Hour, 0, month},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sample(1))
			midnight := monday.At(0, berlin)
			w.exec(`INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, state)
				VALUES (1, 'hall', $1, $1, 'pass', 1, false, 15, 'confirmed'), (2, 'annex', $2, $2, 'pass', 1, false, 15, 'confirmed')`,
				midnight.Add(c.first), midnight.Add(c.other))
			w.none(w.MeasureDays(t.Context(), midnight))
			if diff := cmp.Diff(c.want, w.measured("hall")); diff != "" {
				t.Errorf("days before monday that are measured:\n%s", diff)
			}
		})
	}
}

// What was measured once stays as it is, whatever is booked or closed afterwards; what
// is known of another office or day is no measure of this one.
func TestWhatWasMeasuredStays(t *testing.T) {
	t.Parallel()
	town := sample(1)
	town.Offices[0].Calendar.Week[time.Monday] = []booking.Shift{{From: 0, To: 12 * 60}}
	w := newWorld(t, town)
	w.exec(`UPDATE appointment SET starts = $2, ends = $2::timestamptz + interval '15 minutes' WHERE id = $1`, int64(w.booked("ada", at(9, 0)).ID), at(0, 0))
	w.exec(`INSERT INTO day_figure (office, day, open_minutes, free_minutes) VALUES ('annex', $1, 9, 9), ('hall', $1::date - 1, 7, 3), ('hall', $1::date - 2, 0, 0)`, monday.At(0, time.UTC))
	w.exec(`INSERT INTO first_offer (office, day, concern, days) VALUES ('annex', $1, 'pass', 9), ('hall', $1::date - 1, 'pass', 9), ('hall', $1::date + 1, 'pass', 9)`, monday.At(0, time.UTC))
	for _, name := range []string{"bob", "carl"} {
		w.none(w.MeasureDays(t.Context(), at(11, 50)))
		w.none(w.MeasureDays(t.Context(), monday.Add(1).At(8*60, berlin)))
		w.exec(`UPDATE appointment SET ends = ends + interval '1 hour' WHERE name = 'ada'`)
		w.booked(name, monday.Add(2).At(9*60+booking.Clock(15*len(name)), berlin))
	}
	r, err := w.Statistics(t.Context(), w.now, "hall", monday.Add(-2), monday.Add(1)) // on Saturday it was closed
	w.none(err)
	days := map[booking.Date]statistics.Day{}
	for _, d := range r.Days {
		d.Visits = statistics.Visits{}
		days[d.Day] = d
	}
	offers := func(days ...int) (o statistics.Days) {
		for _, d := range days {
			o.Count(d, 1)
		}
		return o
	}
	want := map[booking.Date]statistics.Day{
		monday.Add(-1): {Day: monday.Add(-1), Open: 7, Free: 3, Offers: offers(9)},
		monday:         {Day: monday, Open: 12 * 60, Free: 12*60 - 15, Offers: offers(1, 1)}, // ten to twelve is too late for today
		monday.Add(1):  {Day: monday.Add(1), Offers: offers(9)},
	}
	if diff := cmp.Diff(want, days); diff != "" {
		t.Errorf("days:\n%s", diff)
	}
}

// Whatever keeps a desk busy on some day as the public sees it counts for how long one
// has to wait, up to the last day that can be booked. Where nothing is free by then the
// report says so, and not that it was free at once.
func TestTheFirstFreeTimeIsWhatThePublicSees(t *testing.T) {
	t.Parallel()
	town := sample(1)
	town.Offices[0].Policy.Horizon = 2
	w := newWorld(t, town)
	full := func(day booking.Date) {
		w.exec(`INSERT INTO appointment (claim, id, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
			VALUES ($1::bigint, $1, 'N' || $1::bigint, 'hall', 'desk 1', $2, $3, 'confirmed', '[]', 1, '{}', 'public', 'x', $4, $4)`,
			70+monday.DaysUntil(day), day.At(8*60, berlin), day.At(12*60, berlin), w.now)
	}
	var got []string
	for ahead := range 4 { // how many days are full
		w.exec(`DELETE FROM first_offer WHERE office = 'hall' AND day = $1`, monday.At(0, time.UTC))
		w.none(w.MeasureDays(t.Context(), w.now))
		got = append(got, w.left(`SELECT concern || ' ' || coalesce(days::text, '-') FROM first_offer WHERE office = 'hall' AND day = $1`, monday.At(0, time.UTC))...)
		r, err := w.Statistics(t.Context(), w.now, "hall", monday, monday)
		w.none(err)
		told := statistics.Days{}
		if told.Count(ahead, 2); ahead == 3 {
			told = statistics.Days{None: 2}
		}
		if len(r.Days) != 1 || !cmp.Equal(told, r.Days[0].Offers) {
			t.Errorf("where %d days are full, the report says %+v, want %+v", ahead, r.Days, told)
		}
		full(monday.Add(ahead))
	}
	want := []string{"move 0", "pass 0", "move 1", "pass 1", "move 2", "pass 2", "move -", "pass -"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("days until the first free time:\n%s", diff)
	}
}

// A visit is run again as it was recorded, field by field.
func TestAVisitIsRecordedAsItWas(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.exec(`INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, moves, ahead, waited, took, desk) VALUES
		(71, 'hall', $1, $1::timestamptz - interval '3 days', 'pass*2', 3, true, 35, 'phone', 'finished', 1, NULL, 4, 41, 'desk 1'),
		(72, 'hall', $1::timestamptz + interval '1 hour', $1::timestamptz - interval '2 days', 'move', 1, false, 30, 'test', 'cancelled', 0, 90, NULL, NULL, NULL),
		(73, 'hall', $1, $1, 'pass', 1, false, 15, 'ticket', 'finished', 0, NULL, 1, 2, 'desk 1')`, at(9, 0))
	got, err := w.RecordedVisits(t.Context(), "hall", monday, monday)
	w.none(err)
	want := []statistics.Visit{
		{Key: "pass*2", Persons: 3, Staff: true, Asked: at(9, 0).Add(-72 * time.Hour), Start: at(9, 0), Planned: 35, State: booking.Finished, Took: 41},
		{Key: "move", Persons: 1, Asked: at(9, 0).Add(-48 * time.Hour), Start: at(10, 0), Planned: 30, State: booking.Cancelled, Ahead: 90},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("visits:\n%s", diff)
	}
	if zone := got[0].Start.Location(); zone != berlin || got[0].Asked.Location() != berlin {
		t.Errorf("times are told as in %v", zone)
	}
}

// How long visits take, and what was booked when, is for leads; the report is for clerks
// too, and for nobody else.
func TestFiguresAreForThoseWhoMaySeeThem(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.now = monday.Add(1).At(8*60, berlin)
	w.exec(`INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, took, desk)
		VALUES (1, 'hall', $1, $1, 'pass', 1, false, 15, 'test', 'finished', 12, 'desk 1')`, at(9, 0))
	report := dialogs.StaffNeed{Office: "hall", Report: dialogs.Span{From: monday, To: monday}}
	for role, want := range map[booking.Role][3]bool{booking.Lead: {true, true, true}, booking.Clerk: {true, false, false}, booking.Viewer: {false, false, false}} {
		w.employ(string(role), role)
		need := report
		need.Took, need.Replay = true, true
		got := w.sees(string(role), need)
		if saw := [3]bool{got.Report != nil, len(got.Took) > 0, len(got.Replay) > 0}; saw != want {
			t.Errorf("a %s sees the report, how long visits took, and what was booked: %v, want %v", role, saw, want)
		}
		if got := w.sees(string(role), dialogs.StaffNeed{Office: "hall"}); got.Report != nil || len(got.Took) > 0 || len(got.Replay) > 0 {
			t.Errorf("a %s sees what nobody asked for: %+v", role, got)
		}
	}
}
