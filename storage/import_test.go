package storage_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"terminbote/booking"
	"terminbote/storage"
)

var importer = storage.Actor{Staff: "import"}

func entry(n int, start time.Time, change ...func(*booking.Entry)) booking.Entry {
	e := booking.Entry{
		Office: "hall", Start: start, Wishes: []booking.Wish{{Concern: "pass", Quantity: 2}},
		Contact: booking.Contact{Name: fmt.Sprintf("name %d", n)},
	}
	for _, c := range change {
		c(&e)
	}
	return e
}

func (w *world) take(dryRun bool, list ...booking.Entry) []storage.BadEntry {
	w.Helper()
	faulty, err := w.ImportAppointments(w.Context(), importer, w.now, list, dryRun, nil)
	if err != nil {
		w.Fatal(err)
	}
	return faulty
}

func TestAnImportIsAllOrNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.booked("ada", at(9, 0))
	good := []booking.Entry{
		entry(0, at(8, 0)), // 25 minutes
		entry(1, at(10, 0), func(e *booking.Entry) { e.Number, e.Wishes, e.Length = "K7M4QX", nil, time.Hour }),
		entry(2, monday.Add(100).At(9*60, berlin), func(e *booking.Entry) { e.Persons = 3 }), // beyond the horizon
	}
	bad := []booking.Entry{
		entry(3, at(8, 20)),
		entry(4, at(9, 10)),
		entry(5, at(13, 0)),
		entry(6, at(11, 30), func(e *booking.Entry) { e.Number = "K7M4QX" }),
		entry(7, at(11, 30), func(e *booking.Entry) { e.Wishes[0].Concern = "none" }),
		entry(8, at(11, 30), func(e *booking.Entry) { e.Office = "nowhere" }),
		entry(9, at(11, 30), func(e *booking.Entry) { e.Contact.Name = "" }),
		entry(10, at(11, 30), func(e *booking.Entry) { e.Wishes = nil }),
		entry(11, monday.Add(-3).At(9*60, berlin)),
	}
	want := []storage.BadEntry{
		{Place: 3, Err: booking.ErrTaken},
		{Place: 4, Err: booking.ErrTaken},
		{Place: 5, Err: booking.ErrClosed},
		{Place: 6, Err: booking.ErrNumberGiven},
		{Place: 7, Err: booking.ErrUnknown},
		{Place: 8, Err: booking.ErrUnknown},
		{Place: 9, Err: booking.ErrIncomplete},
		{Place: 10, Err: booking.ErrIncomplete},
		{Place: 11, Err: booking.ErrTooSoon},
	}
	if diff := cmp.Diff(want, w.take(false, append(good, bad...)...), cmpopts.EquateErrors()); diff != "" {
		t.Errorf("faulty:\n%s", diff)
	}
	if faulty := w.take(true, good...); len(faulty) > 0 {
		t.Errorf("dry run: %v", faulty)
	}
	if n := w.count(`SELECT count(*) FROM appointment`); n != 1 {
		t.Errorf("%d appointments before the import", n)
	}
	if faulty := w.take(false, good...); len(faulty) > 0 {
		t.Errorf("faulty: %v", faulty)
	}
	if n := w.count(`SELECT count(*) FROM appointment a JOIN history ON appointment = a.id WHERE state = 'confirmed' AND what = 'imported' AND holder IS NULL`); n != 3 {
		t.Errorf("%d appointments were imported, want 3", n)
	}
}

func TestWhatWasTakenOverIsNotTakenOverAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(4))
	numbered := func(number booking.Number) func(*booking.Entry) {
		return func(e *booking.Entry) { e.Number = number }
	}
	named := func(name string) func(*booking.Entry) {
		return func(e *booking.Entry) { e.Contact.Name = name }
	}
	list := []booking.Entry{
		entry(0, at(9, 0), named("Ann Bell")),
		entry(1, at(9, 0), named("Ann Bell"), numbered("K7M4QX")),
	}
	if faulty := w.take(false, list...); len(faulty) > 0 {
		t.Fatal(faulty)
	}
	list = append(
		list,
		entry(2, at(9, 0), named("Ann Bell"), numbered("BBBBBB")), // another Ann Bell
		entry(3, at(10, 0), named("Ann Bell")),
		entry(4, at(9, 0), named("Bob Bell")),
		entry(5, at(9, 0), named("Cy Bell"), numbered("K7M4QX")),
	)
	want := []storage.BadEntry{{Place: 0, Err: booking.ErrEntered}, {Place: 1, Err: booking.ErrEntered}, {Place: 5, Err: booking.ErrNumberGiven}}
	if diff := cmp.Diff(want, w.take(false, list...), cmpopts.EquateErrors()); diff != "" {
		t.Errorf("faulty:\n%s", diff)
	}
	for state, want := range map[booking.State]bool{
		booking.Confirmed: true, booking.CheckedIn: true, booking.Called: true,
		booking.Cancelled: false, booking.Missed: false, booking.Finished: false,
	} {
		w.exec(`UPDATE appointment SET state = $1 WHERE id < 900000`, string(state))
		faulty := w.take(true, list[0])
		if taken := len(faulty) > 0 && errors.Is(faulty[0].Err, booking.ErrEntered); taken != want {
			t.Errorf("one that is %s is entered: %v, want %v", state, taken, want)
		}
	}
}

func TestAnImportExchangesDesksWhereThatHelps(t *testing.T) {
	t.Parallel()
	town := sample(3)
	for i := 1; i < 3; i++ {
		town.Offices[0].Desks[i].Skills = []booking.Skill{"papers"} // only desk 1 can register
	}
	w := newWorld(t, town)
	w.booked("ada", at(9, 0))
	w.exec(`UPDATE appointment SET desk = 'desk 1'`)
	atNine := func(e *booking.Entry) { e.Wishes = []booking.Wish{{Concern: "move", Quantity: 1}} }
	if faulty := w.take(false, entry(1, at(9, 0)), entry(2, at(9, 0), atNine)); len(faulty) > 0 {
		t.Errorf("faulty: %v", faulty)
	}
	if n := w.count(`SELECT count(DISTINCT desk) FROM appointment`); n != 3 {
		t.Errorf("they sit at %d desks", n)
	}
}

// What a list has entered already makes room for the next entry, in the hours of the
// staff too.
func TestEntriesOfAListMakeRoomForEachOther(t *testing.T) {
	t.Parallel()
	town := sample(2)
	office := town.Offices[0]
	office.Concerns = append(office.Concerns, booking.Concern{ID: "card", Name: booking.Text{"de": "Ausweis"}, First: 30 * time.Minute, MaxQuantity: 1, Skill: "cards"})
	office.Desks[0].Skills = []booking.Skill{"papers", "register"}
	office.Desks[1].Skills = []booking.Skill{"papers", "cards"}
	week := &office.Calendar.Week[time.Monday]
	*week = append(*week, booking.Shift{From: 12 * 60, To: 13 * 60, Internal: true})
	w := newWorld(t, town)
	for _, hour := range []int{9, 12} {
		for _, concern := range []booking.ConcernID{"move", "card"} { // either is where the first one sits
			next := entry(2, at(hour, 0), func(e *booking.Entry) { e.Wishes = []booking.Wish{{Concern: concern, Quantity: 1}} })
			if faulty := w.take(true, entry(1, at(hour, 0)), next); len(faulty) > 0 {
				t.Errorf("%s at %d: %v", concern, hour, faulty)
			}
			if faulty := w.take(true, entry(1, at(hour, 0)), next, entry(3, at(hour, 0))); len(faulty) != 1 || !errors.Is(faulty[0].Err, booking.ErrTaken) {
				t.Errorf("a third one beside %s at %d: %v", concern, hour, faulty)
			}
		}
	}
}

// A number that is in use already keeps no entry from getting another.
func TestAnEntryGetsANumberThatIsFree(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(9))
	// The number of the one who books is the first that is drawn for the entry.
	random := bytes.NewReader(slices.Concat(make([]byte, 8), make([]byte, 15), []byte{1}))
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), sample(9), w.present, storage.Options{Random: random})
	w.none(err)
	t.Cleanup(s.Close)
	w.Store = s
	a := w.booked("ada", at(9, 0))
	if faulty := w.take(false, entry(1, at(9, 0))); len(faulty) > 0 {
		t.Fatalf("faulty: %v", faulty)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE name = 'name 1' AND number <> $1`, string(a.Number)); n != 1 {
		t.Errorf("%d entries with a number of their own, want 1", n)
	}
}

func TestTenThousandLinesShowTheirProgress(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(10))
	if testing.Short() {
		t.Skip("ten thousand lines take seconds")
	}
	const lines = 10_000
	list := make([]booking.Entry, lines)
	for i := range list {
		day := workday(i / 90)
		list[i] = entry(i, day.At(8*60, berlin).Add(time.Duration(i%9)*25*time.Minute))
	}
	for _, dryRun := range []bool{true, false} {
		var told []int
		faulty, err := w.ImportAppointments(t.Context(), importer, w.now, list, dryRun, func(done int) { told = append(told, done) })
		if err != nil || len(faulty) > 0 {
			t.Fatal(len(faulty), err)
		}
		if len(told) < 10 || told[len(told)-1] != lines {
			t.Errorf("told %v", told)
		}
	}
	if n := w.count(`SELECT count(DISTINCT number) FROM appointment`); n != lines {
		t.Errorf("%d numbers", n)
	}
}

// An entry becomes an appointment with all that it says, in the name of who imports it,
// and is nobody's.
func TestAnEntryIsTakenOverWithAllItSays(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.now = at(8, 30)
	contact := booking.Contact{Name: "Ann Bell", Mail: "Ann+x@Example.org", Phone: "02389 1"}
	list := []booking.Entry{
		{Office: "hall", Number: "K7M4QX", Start: at(9, 0), Length: 20 * time.Minute, Wishes: []booking.Wish{{Concern: "pass", Quantity: 2}}, Persons: 3, Contact: contact, Lang: "en"},
		{Office: "hall", Number: "BBBBBB", Start: at(10, 0), Wishes: []booking.Wish{{Concern: "move", Quantity: 1}}, Contact: booking.Contact{Name: "Bob"}, Lang: "de"},
		{Office: "hall", Number: "CCCCCC", Start: at(8, 0), Length: 5 * time.Minute, Contact: booking.Contact{Name: "earlier today"}},
	}
	var told []int
	faulty, err := w.ImportAppointments(t.Context(), importer, w.now, list, false, func(done int) { told = append(told, done) })
	if err != nil || len(faulty) > 0 || !slices.Equal(told, []int{3}) {
		t.Fatalf("%v, %v, told %v", faulty, err, told)
	}
	const columns = `concat_ws('|', number, to_char(starts AT TIME ZONE 'Europe/Berlin', 'HH24:MI'), to_char(ends AT TIME ZONE 'Europe/Berlin', 'HH24:MI'), state, persons, jsonb_array_length(items),
		audience, name, mail, mail_key, phone, lang, desk, sequence, claim = id, holder IS NULL, held_until IS NULL, created_at = $1, updated_at = $1)`
	want := []string{
		"BBBBBB|10:00|10:30|confirmed|1|1|staff|Bob||||de|desk 1|0|t|t|t|t|t",
		"CCCCCC|08:00|08:05|confirmed|1|0|staff|earlier today|||||desk 1|0|t|t|t|t|t",
		"K7M4QX|09:00|09:20|confirmed|3|1|staff|Ann Bell|Ann+x@Example.org|ann@example.org|02389 1|en|desk 1|0|t|t|t|t|t",
	}
	if diff := cmp.Diff(want, w.left(`SELECT `+columns+` FROM appointment WHERE id < 900000`, w.now)); diff != "" {
		t.Errorf("taken over:\n%s", diff)
	}
	if n := w.count(`SELECT count(*) FROM history WHERE what = 'imported' AND at = $1 AND actor = 'import'`, w.now); n != 3 {
		t.Errorf("%d entries are said to be imported", n)
	}
	yesterday := entry(4, monday.Add(-1).At(9*60, berlin))
	w.office.Calendar.Week[time.Sunday] = w.office.Calendar.Week[time.Monday]
	if faulty := w.take(true, yesterday, entry(5, at(8, 10))); len(faulty) != 1 || faulty[0].Place != 0 || !errors.Is(faulty[0].Err, booking.ErrTooSoon) {
		t.Errorf("what was yesterday, and what was today: %v", faulty)
	}
}
