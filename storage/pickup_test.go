package storage_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

var delivery = storage.Actor{Staff: "pickup"}

func (w *tellingWorld) tellReady(numbers ...booking.Number) string {
	w.Helper()
	all, err := w.TellReady(w.Context(), delivery, numbers, w.now)
	w.none(err)
	var said []string
	for _, r := range all {
		said = append(said, string(r.What))
	}
	return strings.Join(said, " ")
}

// Of a list with wrong numbers the right ones are told, by chat and mail, once.
func TestPeopleAreToldOnceThatSomethingIsReady(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	been, ahead, off := w.booked("erika", wednesday), w.booked("karl", wednesday.Add(24*time.Hour)), w.booked("lea", wednesday)
	w.must("lea", dialogs.Cancel{Appointment: off.ID})
	w.at(wednesday.Add(time.Hour))
	if got := w.tellReady("ZZZ999", been.Number, ahead.Number, off.Number); got != "unknown told ahead over" {
		t.Errorf("%s", got)
	}
	if got := w.tellReady(been.Number); got != "already" {
		t.Errorf("the second time: %s", got)
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'pickup' AND appointment = $1`, int64(been.ID)); n != 2 {
		t.Errorf("%d notices, want one by chat and one by mail", n)
	}
	w.at(wednesday.Add(w.office.Policy.Retention + 48*time.Hour))
	w.eraseOld()
	if got := w.tellReady(been.Number); got != "erased" {
		t.Errorf("once the name is erased: %s", got)
	}
}

// Only that somebody was told themselves stands in the way of telling them: not whatever
// else there was with their appointment, nor what others were told.
func TestOnlyWhoWasToldIsNotToldAgain(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.PerPerson, w.office.Policy.PerMail = 9, 9
	erikas, hers := w.booked("erika", wednesday), w.booked("erika", wednesday.Add(30*time.Minute))
	w.at(wednesday.Add(2 * time.Hour))
	if got := w.tellReady(hers.Number); got != "told" {
		t.Fatalf("of her other appointment: %s", got)
	}
	for _, what := range []string{
		dialogs.WasBooked, dialogs.WasMoved, dialogs.WasChanged, dialogs.WasRestored, dialogs.WasDropped, dialogs.WasTakenUp, dialogs.WasHit,
		dialogs.WasAffirmed, dialogs.WasDelayed, dialogs.WasCheckedIn, dialogs.WasCalled, dialogs.WasUncalled, dialogs.WasFinished,
		dialogs.WasGivenCode, dialogs.WasAttached, dialogs.WasImported, dialogs.WasCalledAgain, dialogs.WasParked, dialogs.WasSentOn,
	} {
		w.exec(`INSERT INTO history (appointment, at, actor, what) VALUES ($1, $2, 'x', $3)`, int64(erikas.ID), w.now, what)
	}
	for _, want := range []string{"told", "already"} {
		if got := w.tellReady(erikas.Number); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestOfTwoWhoTellAtOnceOneDoes(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a, b := w.booked("erika", wednesday), w.booked("karl", wednesday.Add(time.Hour))
	w.at(wednesday.Add(2 * time.Hour))
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			numbers := []booking.Number{a.Number, b.Number}
			if i%2 == 1 {
				numbers = []booking.Number{b.Number, a.Number}
			}
			if _, err := w.TellReady(context.WithoutCancel(t.Context()), delivery, numbers, w.now); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'pickup'`); n != 2 {
		t.Errorf("%d notices, want 2", n)
	}
}

func TestWhoCannotBeReachedIsNamed(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, "another network")
	a := w.booked("erika", wednesday)
	w.at(wednesday.Add(time.Hour))
	if got := w.tellReady(a.Number); got != "unreached" {
		t.Errorf("%s", got)
	}
}

// People can be told as long as there is a way to them: a chat that takes messages, or
// mail where they have left an address. Where nothing is sent at all, they count as told.
func TestThereHasToBeAWayToPeople(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	for name, way := range map[string]struct {
		chat, address bool
		channels      []string
		want          string
	}{
		"erika": {true, false, []string{test}, "told"},
		"karl":  {false, true, []string{test}, "unreached"},
		"lea":   {false, true, []string{test, mail}, "told"},
		"otto":  {false, false, []string{test, mail}, "unreached"},
		"paula": {true, false, []string{mail}, "unreached"},
		"rosa":  {false, false, nil, "told"},
	} {
		w.at(morning)
		a := w.booked(name, wednesday)
		w.exec(`UPDATE appointment SET mail = CASE WHEN $2 THEN mail ELSE '' END, desk = NULL WHERE id = $1`, int64(a.ID), way.address)
		if !way.chat {
			w.none(w.Unreachable(t.Context(), chat(name), w.now))
		}
		w.at(wednesday.Add(time.Hour))
		all, err := w.on(way.channels...).TellReady(t.Context(), delivery, []booking.Number{a.Number}, w.now)
		if err != nil || string(all[0].What) != way.want {
			t.Errorf("%s: %+v, %v, want %s", name, all, err, way.want)
		}
	}
}
