package storage_test

import (
	"fmt"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// newArrivalWorld is a world whose office records arrivals, at twenty past nine
// on a day on which three people were to come at nine and one at ten.
func newArrivalWorld(t *testing.T) (*tellingWorld, []booking.Appointment) {
	t.Helper()
	w := newTellingWorld(t, test)
	w.town.Offices[0].Policy.ArrivalsRecorded = true
	all := []booking.Appointment{
		w.booked("erika", at(9, 0)), w.booked("otto", at(9, 0)), w.booked("maria", at(9, 15)), w.booked("hans", at(10, 0)),
	}
	w.at(at(9, 20))
	return w, all
}

func (w *tellingWorld) arrived(a booking.Appointment) {
	w.exec(`UPDATE appointment SET state = 'checked in' WHERE id = $1`, int64(a.ID))
}

func (w *tellingWorld) mark(want int) {
	w.Helper()
	if got, err := w.MarkMissed(w.Context(), w.now); err != nil || got != want {
		w.Errorf("%d were missed, %v; want %d", got, err, want)
	}
}

func TestWhoDoesNotComeIsMissedAndToldKindly(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	w.mark(1)
	w.mark(0)
	var n network
	w.deliver(&n)
	told := 0
	for _, s := range n.all() {
		if s == (said{booking.MissedNotice, "test erika"}) {
			told++
		} else if s.Kind == booking.MissedNotice {
			t.Errorf("%v", s)
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	w.at(at(9, 30))
	w.mark(1) // maria
	if got := w.count(`SELECT count(*) FROM history WHERE what = 'missed' AND actor = 'clock'`); got != 2 {
		t.Errorf("%d entries in the history", got)
	}
}

func TestNobodyIsMissedWhereArrivalsAreNotRecorded(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.mark(0) // nobody's arrival was recorded today
	w.town.Offices[0].Policy.ArrivalsRecorded = false
	w.arrived(all[1])
	w.mark(0)
	w.town.Offices[0].Policy.ArrivalsRecorded = true
	w.at(at(9, 0).AddDate(0, 0, 3))
	w.mark(0) // that was days ago
	w.at(at(9, 14))
	w.mark(0) // within the grace
}

func TestWhoComesLaterIsWaitedFor(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	w.at(at(9, 5))
	w.must("erika", dialogs.Delay{Appointment: all[0].ID, By: 10 * time.Minute})
	w.at(at(9, 20))
	w.mark(0)
	w.at(at(9, 25))
	w.mark(1)
}

// That arrivals are recorded is seen by somebody with an appointment who has come on
// that day to that office, whatever became of them since. Tickets are given to people
// who are there anyway.
func TestWhoseArrivalShowsThatArrivalsAreRecorded(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	hans := int64(all[3].ID)
	const reset = `UPDATE appointment SET state = 'confirmed', office = 'hall', desk = $2, starts = $3, ends = $4, ticket = NULL, ticket_day = NULL WHERE id = $1`
	for name, tt := range map[string]struct {
		change string
		want   int
	}{
		"is there":                  {`state = 'checked in'`, 2},
		"was called":                {`state = 'called'`, 2},
		"has gone again":            {`state = 'finished'`, 2},
		"has not come yet":          {`state = 'confirmed'`, 0},
		"does not come":             {`state = 'cancelled'`, 0},
		"with a ticket":             {`state = 'finished', ticket = 1, ticket_day = starts::date`, 0},
		"at another office":         {`state = 'finished', office = 'annex'`, 0},
		"the day before":            {`state = 'finished', starts = starts - interval '1 day', ends = ends - interval '1 day'`, 0},
		"the day after":             {`state = 'finished', starts = starts + interval '1 day', ends = ends + interval '1 day'`, 0},
		"at the end of the day":     {`state = 'finished', starts = starts + interval '13 hours 59 minutes', ends = ends + interval '13 hours 59 minutes'`, 2},
		"at the first of the next":  {`state = 'finished', starts = starts + interval '14 hours', ends = ends + interval '14 hours'`, 0},
		"came and was sent away":    {`state = 'missed'`, 2},
		"was recorded as not there": {`state = 'missed'`, 0},
	} {
		w.exec(`UPDATE appointment SET `+tt.change+` WHERE id = $1`, hans)
		if name == "came and was sent away" {
			w.exec(`INSERT INTO history (appointment, at, actor, what) VALUES ($1, $2, 'x', $3)`, hans, w.now, dialogs.WasCheckedIn)
		}
		if got, err := w.MarkMissed(t.Context(), w.now); err != nil || got != tt.want {
			t.Errorf("%s: %d were missed, %v; want %d", name, got, err, tt.want)
		}
		w.exec(`DELETE FROM history WHERE appointment = $1 AND what = $2`, hans, dialogs.WasCheckedIn)
		w.exec(`UPDATE appointment SET state = 'confirmed' WHERE id = ANY ($1)`, []int64{int64(all[0].ID), int64(all[1].ID)})
		w.exec(reset, hans, string(all[3].Desk), all[3].Span.Start, all[3].Span.End)
	}
}

// Between the look for who has not come and the record of it, anything may become of an
// appointment. That is no fault, and only who has still not come is missed.
func TestWhatBecameOfItMeanwhileIsNoFault(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	listed := all[0]
	gone := listed
	gone.ID = 99999
	if missed, err := storage.MarksMissed(t.Context(), w.Store, gone, w.now); missed != 0 || err != nil {
		t.Errorf("what is not there any more: %d, %v", missed, err)
	}
	for change, want := range map[string]int{
		`state = 'confirmed'`: 1, `state = 'checked in'`: 0, `state = 'called'`: 0, `state = 'finished'`: 0, `state = 'cancelled'`: 0,
		`state = 'missed'`: 0, `state = 'held', held_until = ends`: 0, `late = 10`: 0, `late = 5`: 1, `behind = 10`: 0,
		`starts = starts + interval '30 minutes', ends = ends + interval '30 minutes'`: 0, `starts = starts + interval '1 day', ends = ends + interval '1 day'`: 0,
	} {
		w.exec(`UPDATE appointment SET state = 'confirmed', starts = $2, ends = $3, late = 0, behind = 0, held_until = NULL WHERE id = $1`, int64(listed.ID), listed.Span.Start, listed.Span.End)
		before := w.count(`SELECT count(*) FROM history WHERE appointment = $1 AND what = $2`, int64(listed.ID), dialogs.WasMissed)
		w.exec(`UPDATE appointment SET `+change+` WHERE id = $1`, int64(listed.ID))
		if missed, err := storage.MarksMissed(t.Context(), w.Store, listed, w.now); missed != want || err != nil {
			t.Errorf("%s: %d, %v, want %d", change, missed, err, want)
		}
		if n := w.count(`SELECT count(*) FROM history WHERE appointment = $1 AND what = $2`, int64(listed.ID), dialogs.WasMissed) - before; n != want {
			t.Errorf("%s: recorded %d times, want %d", change, n, want)
		}
	}
}

// Whichever of those who did not come it is that cannot be recorded, that is told, those
// before stay recorded, and the others are tried again later.
func TestWhoCannotBeMarkedAsMissedIsAFault(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	w.at(at(10, 20))
	inTime := []booking.Appointment{all[0], all[2], all[3]}
	w.exec(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fails'; END $$`)
	for before, fails := range inTime {
		w.exec(`UPDATE appointment SET state = 'confirmed' WHERE state = 'missed' AND id < 900000`)
		w.exec(fmt.Sprintf(`CREATE TRIGGER fails BEFORE UPDATE ON appointment FOR EACH ROW WHEN (OLD.id = %d) EXECUTE FUNCTION fail()`, fails.ID))
		missed, err := w.MarkMissed(t.Context(), w.now)
		if missed != before || err == nil {
			t.Errorf("the appointment at %v fails: %d were missed, %v; want %d and a fault", fails.Span.Start, missed, err, before)
		}
		w.exec(`DROP TRIGGER fails ON appointment`)
		w.mark(len(inTime) - before)
	}
}

// Who did not come is written to within a day and a half, and not later: if an office
// begins to record arrivals, nobody is to hear of what was long ago.
func TestNobodyIsMissedAfterADayAndAHalf(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	w.exec(`UPDATE appointment SET state = 'finished' WHERE id = ANY ($1)`, []int64{int64(all[2].ID), int64(all[3].ID)})
	late := all[0].Span.Start.Add(36 * time.Hour)
	for _, tt := range []struct {
		now  time.Time
		want int
	}{{late.Add(just), 0}, {late, 0}, {late.Add(-just), 1}} {
		w.at(tt.now)
		w.mark(tt.want)
	}
}
