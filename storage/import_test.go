package storage_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"terminbote/booking"
	"terminbote/storage"
)

var importer = storage.Actor{Staff: "import"}

func imported(line int, start time.Time, change ...func(*storage.Imported)) storage.Imported {
	i := storage.Imported{
		Line: line, Office: "hall", Start: start, Wishes: []booking.Wish{{Concern: "pass", Quantity: 2}},
		Contact: booking.Contact{Name: fmt.Sprintf("name %d", line)},
	}
	for _, c := range change {
		c(&i)
	}
	return i
}

func (w *world) take(dryRun bool, list ...storage.Imported) []storage.Faulty {
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
	good := []storage.Imported{
		imported(2, at(8, 0)), // 25 minutes
		imported(3, at(10, 0), func(i *storage.Imported) { i.Number, i.Wishes, i.Length = "K7M4QX", nil, time.Hour }),
		imported(4, monday.Add(100).At(9*60, berlin), func(i *storage.Imported) { i.Persons = 3 }), // beyond the horizon
	}
	bad := []storage.Imported{
		imported(5, at(8, 20)),
		imported(6, at(9, 10)),
		imported(7, at(13, 0)),
		imported(8, at(11, 30), func(i *storage.Imported) { i.Number = "K7M4QX" }),
		imported(9, at(11, 30), func(i *storage.Imported) { i.Wishes[0].Concern = "none" }),
		imported(10, at(11, 30), func(i *storage.Imported) { i.Office = "nowhere" }),
		imported(11, at(11, 30), func(i *storage.Imported) { i.Contact.Name = "" }),
		imported(12, at(11, 30), func(i *storage.Imported) { i.Wishes = nil }),
		imported(13, monday.Add(-3).At(9*60, berlin)),
	}
	want := []storage.Faulty{
		{Line: 5, Err: booking.ErrTaken},
		{Line: 6, Err: booking.ErrTaken},
		{Line: 7, Err: booking.ErrClosed},
		{Line: 8, Err: storage.ErrNumberGiven},
		{Line: 9, Err: booking.ErrUnknown},
		{Line: 10, Err: booking.ErrUnknown},
		{Line: 11, Err: booking.ErrIncomplete},
		{Line: 12, Err: booking.ErrIncomplete},
		{Line: 13, Err: booking.ErrTooSoon},
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
	again := w.take(false, good...)
	if want := []storage.Faulty{{Line: 2, Err: booking.ErrTaken}, {Line: 3, Err: storage.ErrNumberGiven}, {Line: 4, Err: booking.ErrTaken}}; !cmp.Equal(want, again, cmpopts.EquateErrors()) {
		t.Errorf("the second time: %v", again)
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
	atNine := func(i *storage.Imported) { i.Wishes = []booking.Wish{{Concern: "move", Quantity: 1}} }
	if faulty := w.take(false, imported(1, at(9, 0)), imported(2, at(9, 0), atNine)); len(faulty) > 0 {
		t.Errorf("faulty: %v", faulty)
	}
	if n := w.count(`SELECT count(DISTINCT desk) FROM appointment`); n != 3 {
		t.Errorf("they sit at %d desks", n)
	}
}

func TestTenThousandLinesShowTheirProgress(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(10))
	const lines = 10_000
	list := make([]storage.Imported, lines)
	for i := range list {
		day := workday(i / 90)
		list[i] = imported(i, day.At(8*60, berlin).Add(time.Duration(i%9)*25*time.Minute))
	}
	for _, dryRun := range []bool{true, false} {
		var told []int
		started := time.Now()
		faulty, err := w.ImportAppointments(t.Context(), importer, w.now, list, dryRun, func(done int) { told = append(told, done) })
		if err != nil || len(faulty) > 0 {
			t.Fatal(len(faulty), err)
		}
		if len(told) < 10 || told[len(told)-1] != lines {
			t.Errorf("told %v", told)
		}
		if took := time.Since(started); took > 20*time.Second {
			t.Errorf("it took %v", took)
		}
	}
	if n := w.count(`SELECT count(DISTINCT number) FROM appointment`); n != lines {
		t.Errorf("%d numbers", n)
	}
}
