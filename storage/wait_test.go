package storage_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// waitingTown is a sample whose freed times rest and are offered to those who
// wait.
func waitingTown(desks int) booking.Town {
	town := resting(desks)
	p := &town.Offices[0].Policy
	p.Offer.Chat, p.Offer.Mail = 10*time.Minute, time.Hour
	p.Offer.Hours = booking.Hours{From: 6 * 60, To: 20 * 60}
	return town
}

// newWaitingWorld is a world in which people are told things in their chats,
// and by mail.
func newWaitingWorld(t *testing.T, town booking.Town) *world {
	t.Helper()
	w := newWorld(t, town)
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), town, w.present, storage.Options{Channels: []string{"test", "mail"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	w.Store = s
	return w
}

// anytime is terms that any time suits.
func anytime() booking.Terms {
	return booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: monday.Add(21)}
}

// improve is to wait for an earlier time of a.
func improve(a booking.Appointment) dialogs.Wait {
	return dialogs.Wait{Office: "hall", Appointment: a.ID, Terms: anytime(), Lang: "de"}
}

// wish is to wait for a first appointment.
func wish(name string) dialogs.Wait {
	o := order(at(9, 0))
	return dialogs.Wait{
		Office: "hall", Wishes: o.Wishes, Persons: o.Persons, Terms: anytime(), Lang: "de",
		Contact: booking.Contact{Name: name, Mail: name + "@example.org"},
	}
}

// match makes the offers there are to make.
func (w *world) match() int {
	w.Helper()
	made, err := w.OfferTimes(w.Context(), w.now)
	if err != nil {
		w.Fatal(err)
	}
	return made
}

// places is somebody's places on the list.
func (w *world) places(name string) []dialogs.Waiting {
	w.Helper()
	return w.facts(name, dialogs.Need{Waiting: true}).Waiting
}

// offer is the time offered to somebody.
func (w *world) offer(name string) booking.Appointment {
	w.Helper()
	for _, place := range w.places(name) {
		if place.Offer != nil {
			return *place.Offer
		}
	}
	w.Fatalf("%s has no offer", name)
	return booking.Appointment{}
}

func (w *world) noOffer(name string) {
	w.Helper()
	for _, place := range w.places(name) {
		if place.Offer != nil {
			w.Errorf("%s is offered %v", name, place.Offer.Span)
		}
	}
}

// fullMorning books all of monday from nine to ten at one desk.
func (w *world) fullMorning() []booking.Appointment {
	w.Helper()
	var all []booking.Appointment
	for i, name := range []string{"q1", "q2", "q3", "q4"} {
		all = append(all, w.booked(name, at(9, 15*i)))
	}
	return all
}

func TestAFreedTimeIsOfferedAndTaken(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	first := w.booked("ada", at(9, 0))
	late := w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	if w.match() != 0 {
		t.Error("offered what everybody could see when bob joined")
	}
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	if made := w.match(); made != 1 {
		t.Fatalf("%d offers, want one", made)
	}
	if w.match() != 0 {
		t.Error("offered it twice")
	}
	held := w.offer("bob")
	if !held.Span.Start.Equal(at(9, 0)) || !held.HeldUntil.Equal(w.now.Add(10*time.Minute)) {
		t.Errorf("offered %v until %v", held.Span, held.HeldUntil)
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'offer' AND appointment = $1 AND channel = 'test' AND address = 'bob'`, held.ID); n != 1 {
		t.Errorf("bob is told %d times", n)
	}
	w.refuse("ada", dialogs.Accept{Hold: held.ID}, booking.ErrExpired)
	moved := w.must("bob", dialogs.Accept{Hold: held.ID})
	if moved.ID != late.ID || moved.Number != late.Number || !moved.Span.Start.Equal(at(9, 0)) || moved.Sequence != 1 {
		t.Errorf("bob has %+v", moved)
	}
	w.refuse("bob", dialogs.Accept{Hold: held.ID}, booking.ErrExpired)
	if len(w.places("bob")) != 0 {
		t.Error("bob still waits")
	}
	if n := w.count(`SELECT count(*) FROM freed WHERE starts = $1`, at(11, 0)); n != 1 {
		t.Error("the old time was not freed")
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'moved' AND appointment = $1`, late.ID); n != 2 {
		t.Errorf("%d notices that it moved, want one by chat and one by mail", n)
	}
}

func TestWhoFoundNothingIsBookedWhenTheyAccept(t *testing.T) {
	t.Parallel()
	town := waitingTown(1)
	town.Offices[0].Policy.Horizon = 0
	for day := range town.Offices[0].Calendar.Week {
		town.Offices[0].Calendar.Week[day] = []booking.Shift{{From: 9 * 60, To: 10 * 60}}
	}
	w := newWaitingWorld(t, town)
	full := w.fullMorning()
	w.must("ada", wish("ada"))
	if w.match() != 0 {
		t.Error("offered what is taken")
	}
	w.must("q3", dialogs.Cancel{Appointment: full[2].ID})
	w.match()
	held := w.offer("ada")
	a := w.must("ada", dialogs.Accept{Hold: held.ID})
	if a.State != booking.Confirmed || a.Number == "" || a.Contact.Name != "ada" || !a.Span.Start.Equal(at(9, 30)) {
		t.Errorf("booked %+v", a)
	}
	if got := w.ahead("ada"); len(got) != 1 || got[0].ID != a.ID {
		t.Errorf("ada has %v", got)
	}
}

func TestADeclinedTimeGoesToTheNextAndNotBack(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*world, booking.Appointment){
		"declined": func(w *world, held booking.Appointment) { w.must("bob", dialogs.Decline{Hold: held.ID}) },
		"ran out":  func(w *world, held booking.Appointment) { w.now = held.HeldUntil },
		"left the list": func(w *world, _ booking.Appointment) {
			w.must("bob", dialogs.EndWait{Wait: w.places("bob")[0].ID})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			town := waitingTown(1)
			town.Offices[0].Policy.Release.Least, town.Offices[0].Policy.Release.Most = 0, 0
			w := newWaitingWorld(t, town)
			first := w.booked("ada", at(9, 0))
			bobs, carls := w.booked("bob", at(11, 0)), w.booked("carl", at(11, 15))
			w.must("bob", improve(bobs))
			w.now = w.now.Add(time.Second)
			w.must("carl", improve(carls))
			w.must("ada", dialogs.Cancel{Appointment: first.ID})
			w.match()
			held := w.offer("bob")
			w.noOffer("carl")
			end(w, held)
			w.refuse("bob", dialogs.Accept{Hold: held.ID}, booking.ErrExpired)
			w.refuse("dora", hold(at(9, 0)), booking.ErrTaken) // nobody slips in
			w.match()
			ended := map[string][]string{"declined": {"declined", "open"}, "ran out": {"lapsed", "open"}, "left the list": {"open"}}[name]
			if diff := cmp.Diff(ended, w.left(`SELECT coalesce(outcome, 'open') FROM offer WHERE id < 900000`)); diff != "" {
				t.Errorf("what became of the offers:\n%s", diff)
			}
			next := w.offer("carl")
			if !next.Span.Start.Equal(at(9, 0)) {
				t.Errorf("carl is offered %v", next.Span)
			}
			w.noOffer("bob")
			if got := w.ahead("bob"); len(got) != 1 || !got[0].Span.Start.Equal(at(11, 0)) {
				t.Errorf("bob has %v", got)
			}
			w.must("carl", dialogs.Decline{Hold: next.ID})
			if w.match() != 0 {
				t.Error("somebody is offered the same once more")
			}
			w.now = w.now.Add(time.Minute)
			w.must("dora", hold(at(9, 0)))
		})
	}
}

func TestAPlaceIsKeptWhereTermsChange(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	a := w.booked("ada", at(11, 0))
	w.must("ada", improve(a))
	before := w.places("ada")[0]
	w.now = w.now.Add(time.Hour)
	again := improve(a)
	again.Terms = booking.Terms{Weekdays: booking.Weekdays(0).Toggle(time.Monday), Hours: booking.Mornings(), Until: monday.Add(3)}
	again.Terms.Or = []booking.Weekly{{Weekdays: booking.Weekdays(0).Toggle(time.Friday), Hours: booking.Hours{From: 16 * 60, To: booking.Midnight}}}
	w.must("ada", again)
	w.must("ada", wish("ada"))
	w.must("ada", wish("ada"))
	places := w.places("ada")
	if len(places) != 2 || places[0].ID != before.ID || !places[0].Since.Equal(before.Since) || !reflect.DeepEqual(places[0].Terms, again.Terms) {
		t.Errorf("ada's places are %+v", places)
	}
	w.refuse("bob", dialogs.EndWait{Wait: before.ID}, booking.ErrUnknown)
	w.must("ada", dialogs.EndWait{Wait: before.ID})
	w.refuse("ada", dialogs.EndWait{Wait: before.ID}, booking.ErrUnknown)
	if places := w.places("ada"); len(places) != 1 || places[0].Wishes[0].Concern != "pass" || places[0].Contact.Name != "ada" {
		t.Errorf("ada's places are %+v", places)
	}
}

// Who says anything else of the same place is taken at their word in everything, and
// keeps their turn.
func TestAPlaceTakesAllThatIsSaidLast(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	w.must("ada", wish("ada"))
	before := w.places("ada")[0]
	w.now = w.now.Add(time.Hour)
	again := wish("ada")
	again.Persons, again.Lang = 3, "en"
	again.Terms = booking.Terms{Weekdays: booking.Weekdays(0).Toggle(time.Tuesday), Hours: booking.Hours{From: 9 * 60, To: 10 * 60}, Until: monday.Add(5)}
	again.Contact = booking.Contact{Name: "Ada Anders", Mail: "Anders+x@Example.org", Phone: "02389 1"}
	w.must("ada", again)
	want := booking.Waiting{
		ID: before.ID, Person: before.Person, Office: "hall", Wishes: again.Wishes, Persons: 3, Terms: again.Terms, Contact: again.Contact, Lang: "en", Since: before.Since,
	}
	if diff := cmp.Diff([]dialogs.Waiting{{Waiting: want}}, w.places("ada")); diff != "" {
		t.Errorf("the place:\n%s", diff)
	}
	if diff := cmp.Diff([]string{booking.MailKey(again.Contact.Mail)}, w.left(`SELECT mail_key FROM wait WHERE person = $1`, int64(before.Person))); diff != "" {
		t.Errorf("the address that counts:\n%s", diff)
	}
}

func TestWaitingIsRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	a := w.booked("ada", at(11, 0))
	change := func(c dialogs.Wait, change func(*dialogs.Wait)) dialogs.Wait {
		change(&c)
		return c
	}
	tests := map[string]struct {
		wait dialogs.Wait
		want error
	}{
		"another's":    {improve(booking.Appointment{ID: a.ID + 1000}), booking.ErrUnknown},
		"no office":    {change(wish("ada"), func(c *dialogs.Wait) { c.Office = "none" }), booking.ErrUnknown},
		"no name":      {change(wish("ada"), func(c *dialogs.Wait) { c.Contact.Name = "" }), booking.ErrIncomplete},
		"no mail":      {change(wish("ada"), func(c *dialogs.Wait) { c.Contact.Mail = "" }), booking.ErrIncomplete},
		"no weekday":   {change(wish("ada"), func(c *dialogs.Wait) { c.Terms.Weekdays = 0 }), booking.ErrTooSoon},
		"is over":      {change(wish("ada"), func(c *dialogs.Wait) { c.Terms.Until = monday.Add(-1) }), booking.ErrTooSoon},
		"not together": {change(wish("ada"), func(c *dialogs.Wait) { c.Wishes = nil }), booking.ErrUnknown},
	}
	for name, test := range tests {
		if got := w.do("ada", test.wait).Refused; got == nil || got.Error() != test.want.Error() {
			t.Errorf("%s: refused with %v, want %v", name, got, test.want)
		}
	}
	w.refuse("bob", improve(a), booking.ErrUnknown)
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	w.refuse("ada", improve(a), booking.ErrOver)
}

func TestPlacesThatAreOfNoUseGo(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	gone, past := w.booked("ada", at(9, 0)), w.booked("bob", at(10, 0))
	w.must("ada", improve(gone))
	w.must("bob", improve(past))
	brief := wish("carl")
	brief.Terms.Until = monday
	w.must("carl", brief)
	w.must("dora", wish("dora"))
	w.must("ada", dialogs.Cancel{Appointment: gone.ID})
	w.exec(`UPDATE chat SET unreachable_at = $1`, w.now) // nobody is offered anything
	w.exec(`UPDATE wait SET mail = '', mail_key = ''`)
	w.exec(`UPDATE appointment SET mail = ''`)
	w.now = monday.Add(2).At(5*60, berlin)
	w.match()
	if n := w.count(`SELECT count(*) FROM wait`); n != 1 {
		t.Errorf("%d places are left, want dora's", n)
	}
	if n := w.count(`SELECT count(*) FROM freed`); n != 0 {
		t.Errorf("%d freed times are kept that have begun", n)
	}
}

func TestWhoIsReachedByMailOnlyHasLonger(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.exec(`UPDATE chat SET unreachable_at = $1 WHERE address = 'bob'`, w.now)
	w.match()
	held := w.offer("bob")
	if !held.HeldUntil.Equal(w.now.Add(time.Hour)) {
		t.Errorf("offered until %v", held.HeldUntil)
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'offer' AND channel = 'mail' AND address = 'bob@example.org'`); n != 1 {
		t.Errorf("%d mails", n)
	}
}

// A chat may turn out to be blocked only when the offer is to be told there.
func TestAnOfferThatFallsBackToMailIsKeptLonger(t *testing.T) {
	t.Parallel()
	blocked := func(n dialogs.Notice) error {
		if n.Chat.Channel == test {
			return dialogs.ErrUnreachable
		}
		return nil
	}
	for start, want := range map[time.Time]time.Duration{at(9, 0): time.Hour, at(8, 0): 30 * time.Minute} {
		w := newOffice(t, 1)
		w.office.Policy.LeadTime = 30 * time.Minute
		first, late := w.booked("ada", start), w.booked("bob", at(11, 0))
		w.must("bob", improve(late))
		w.must("ada", dialogs.Cancel{Appointment: first.ID})
		w.match()
		w.deliver(&network{answer: blocked})
		held := w.offer("bob")
		if !held.HeldUntil.Equal(w.now.Add(want)) {
			t.Errorf("%v: kept until %v, want %v on", start, held.HeldUntil, want)
		}
		if n := w.count(`
			SELECT count(*) FROM offer o JOIN freed f USING (hold)
			WHERE o.until = $1 AND f.hidden_until = $2`, held.HeldUntil, held.HeldUntil.Add(time.Minute)); n != 1 {
			t.Error("the offer ends at another time than its hold")
		}
		if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'offer' AND channel = 'mail' AND outcome = 'sent'`); n != 1 {
			t.Errorf("bob is mailed %d times", n)
		}
		w.now = held.HeldUntil
		w.refuse("bob", dialogs.Accept{Hold: held.ID}, booking.ErrExpired)
	}
}

// An offer that one of two chats does not take is kept longer where a mail goes out
// instead, and only there.
func TestAnOfferIsKeptLongerForAMailAlone(t *testing.T) {
	t.Parallel()
	const second = "second"
	for name, tt := range map[string]struct {
		address  string
		channels []string
		want     time.Duration
	}{
		"a mail goes out": {"bob@example.org", []string{test, second, mail}, time.Hour},
		"mail is off":     {"bob@example.org", []string{test, second}, 10 * time.Minute},
		"no address":      {"", []string{test, second, mail}, 10 * time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newOffice(t, 1)
			w.Store = w.on(tt.channels...)
			first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
			w.exec(`UPDATE appointment SET mail = $2 WHERE id = $1`, int64(late.ID), tt.address)
			w.exec(`INSERT INTO chat (person, channel, address, created_at, updated_at) SELECT person, $1, 'bob', created_at, updated_at FROM chat WHERE channel = $2 AND address = 'bob'`, second, test)
			w.must("bob", improve(late))
			w.must("ada", dialogs.Cancel{Appointment: first.ID})
			w.match()
			w.deliver(&network{answer: func(n dialogs.Notice) error {
				if n.Chat.Channel == test {
					return dialogs.ErrUnreachable
				}
				return nil
			}})
			if held := w.offer("bob"); !held.HeldUntil.Equal(w.now.Add(tt.want)) {
				t.Errorf("kept until %v, want %v on", held.HeldUntil, tt.want)
			}
		})
	}
}

// offeredWorld is one in which bob, who has an appointment at eleven, is offered the time at nine
// that ada gave back.
func offeredWorld(t *testing.T) (w *world, late, offered booking.Appointment) {
	t.Helper()
	w = newWaitingWorld(t, waitingTown(1))
	first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.match()
	return w, late, w.offer("bob")
}

// What is offered is shown up to the moment at which it runs out, tidied or not.
func TestAnOfferThatRanOutIsShownNoMore(t *testing.T) {
	t.Parallel()
	w, _, held := offeredWorld(t)
	w.now = held.HeldUntil.Add(-time.Microsecond)
	if again := w.offer("bob"); again.ID != held.ID {
		t.Errorf("is offered %+v", again)
	}
	for _, over := range []time.Duration{0, time.Microsecond, time.Hour} {
		w.now = held.HeldUntil.Add(over)
		w.noOffer("bob")
	}
	if n := w.count(`SELECT count(*) FROM offer WHERE hold = $1 AND outcome IS NULL`, int64(held.ID)); n != 1 {
		t.Error("it has been tidied already")
	}
}

// Who is reached neither by chat nor by mail keeps nobody waiting.
func TestAnOfferThatNobodyHearsOfIsPassedOnAtOnce(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	first, second, third := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0)), w.booked("carl", at(11, 15))
	w.must("bob", improve(second))
	w.must("carl", improve(third))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.match()
	w.offer("bob")
	w.deliver(&network{answer: func(dialogs.Notice) error { return dialogs.ErrUnreachable }})
	w.match()
	w.noOffer("bob")
	if held := w.offer("carl"); !held.Span.Start.Equal(first.Span.Start) {
		t.Errorf("carl is offered %v", held.Span)
	}
	if n := w.count(`SELECT count(*) FROM wait`); n != 2 {
		t.Errorf("%d wait, want both", n)
	}
}

func TestTheButtonsOfAnOfferHoldWhileItIsOpen(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.match()
	id := booking.NoticeID(w.count(`SELECT id FROM notice WHERE kind = 'offer'`))
	told := w.facts("bob", dialogs.Need{Notice: id}).Notice
	if told == nil || !told.True(told.Appointment, w.now) || told.Appointment.ID != w.offer("bob").ID {
		t.Fatalf("bob's notice is %+v", told)
	}
	if w.facts("ada", dialogs.Need{Notice: id}).Notice != nil {
		t.Error("ada can answer for bob")
	}
	if told.True(told.Appointment, w.now.Add(10*time.Minute)) {
		t.Error("it is open for ever")
	}
}

func TestWhoIsErasedWaitsNoLonger(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	w.must("bob", wish("bob"))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.match()
	w.offer("bob")
	err := w.Converse(context.WithoutCancel(t.Context()), chat("bob"), w.now, func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Do(ctx, dialogs.Erase{})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT (SELECT count(*) FROM wait) + (SELECT count(*) FROM offer) + (SELECT count(*) FROM appointment WHERE state = 'held')`); n != 0 {
		t.Errorf("%d traces are left", n)
	}
}

// What the office opens is offered as well as what people give back, be it on
// the same day and the hours begun.
func TestWhatTheOfficeOpensIsOfferedToThoseWhoWait(t *testing.T) {
	t.Parallel()
	extra := func(day booking.Date, from, to booking.Clock, internal bool) func(*tellingWorld) {
		return func(w *tellingWorld) {
			w.orders("berta", dialogs.Open{Office: "hall", Extra: dialogs.Extra{
				Day: day, Hours: booking.Hours{From: from * 60, To: to * 60}, Internal: internal,
			}})
		}
	}
	saturday := monday.Add(5)
	tests := map[string]struct {
		open func(*tellingWorld)
		want time.Time
	}{
		"extra hours":         {extra(saturday, 9, 10, false), saturday.At(9*60, berlin)},
		"extra hours today":   {extra(monday, 6, 15, false), at(7, 10)}, // when the offer runs out
		"internal hours":      {extra(saturday, 9, 10, true), time.Time{}},
		"internal, beside":    {extra(monday.Add(2), 10, 11, true), time.Time{}}, // what is free there was so before
		"a closure withdrawn": {nil, monday.Add(2).At(9*60, berlin)},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newOffice(t, 1)
			override := w.orders("berta", dialogs.Close{Office: "hall", Closing: from9to10("")}).Override
			if test.open == nil {
				test.open = func(w *tellingWorld) { w.orders("berta", dialogs.Reopen{Closure: override}) }
			}
			for _, date := range []booking.Date{monday, monday.Add(1)} {
				w.orders("berta", dialogs.Close{Office: "hall", Closing: dialogs.Closing{
					Day: date, Hours: booking.Hours{From: 8 * 60, To: 12 * 60},
				}})
			}
			w.must("bob", improve(w.booked("bob", monday.Add(7).At(9*60, berlin))))
			if n := w.match(); n != 0 {
				t.Fatalf("%d offers of what could be seen", n)
			}
			test.open(w)
			w.match()
			if test.want.IsZero() {
				w.noOffer("bob")
			} else if got := w.offer("bob").Span.Start; !got.Equal(test.want) {
				t.Errorf("bob is offered %v, want %v", got, test.want)
			}
		})
	}
}

// Each place on the list shows what is offered for it, and nothing of another one; and
// who accepts gives up that place alone.
func TestAnOfferBelongsToItsPlace(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	first, second := w.booked("ada", at(9, 0)), w.booked("eve", at(9, 15))
	bobs, carls := w.booked("bob", at(11, 0)), w.booked("carl", at(11, 15))
	w.must("bob", improve(bobs))
	never := wish("bob")
	never.Terms.Weekdays = booking.Weekdays(0).Toggle(time.Sunday)
	w.must("bob", never)
	w.now = w.now.Add(time.Second)
	w.must("carl", improve(carls))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.must("eve", dialogs.Cancel{Appointment: second.ID})
	w.match()
	places := w.places("bob")
	if len(places) != 2 || places[0].Offer == nil || places[1].Offer != nil || places[0].Appointment != bobs.ID {
		t.Fatalf("bob's places: %+v", places)
	}
	his, hers := w.offer("bob"), w.offer("carl")
	if his.ID == hers.ID || his.Span == hers.Span {
		t.Fatalf("both are offered %v", his.Span)
	}
	w.must("bob", dialogs.Accept{Hold: his.ID})
	if got := w.places("bob"); len(got) != 1 || got[0].Appointment != 0 {
		t.Errorf("bob waits on for %+v", got)
	}
	if again := w.offer("carl"); again.ID != hers.ID {
		t.Errorf("carl is offered %+v", again)
	}
}

// An offer by mail is for those that no chat reaches, and made where mails go out.
func TestNobodyIsOfferedWhatTheyCannotHear(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		channels []string
		mail     string
		want     int
	}{
		"by mail": {[]string{test, mail}, "bob@example.org", 1}, "mail is off": {[]string{test}, "bob@example.org", 0}, "no address": {[]string{test, mail}, "", 0},
	} {
		w := newOffice(t, 1)
		w.Store = w.on(tt.channels...)
		first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
		w.must("bob", improve(late))
		w.exec(`UPDATE chat SET unreachable_at = $1 WHERE address = 'bob'`, w.now)
		w.exec(`UPDATE appointment SET mail = $2 WHERE id = $1`, int64(late.ID), tt.mail)
		w.must("ada", dialogs.Cancel{Appointment: first.ID})
		if made := w.match(); made != tt.want {
			t.Errorf("%s: %d offers, want %d", name, made, tt.want)
		}
	}
}

// Who let many offers pass waits for the next day, whichever of them came to be stored
// first.
func TestTheLatestOfferDecidesWhoComesFirst(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		made [3]time.Duration // how long ago
		want string
	}{
		"today, then before": {[3]time.Duration{0, 48 * time.Hour, 49 * time.Hour}, "carl"},
		"before, then today": {[3]time.Duration{49 * time.Hour, 48 * time.Hour, 0}, "carl"},
		"all before":         {[3]time.Duration{48 * time.Hour, 50 * time.Hour, 49 * time.Hour}, "bob"},
	} {
		w := newWaitingWorld(t, waitingTown(1))
		first, bobs, carls := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0)), w.booked("carl", at(11, 15))
		w.must("bob", improve(bobs))
		w.now = w.now.Add(time.Second)
		w.must("carl", improve(carls))
		for i, ago := range tt.made {
			w.exec(`INSERT INTO offer (wait, hold, starts, ends, made_at, until, outcome) SELECT id, $2, $3, $4, $5, $5, 'lapsed' FROM wait WHERE appointment = $1`,
				int64(bobs.ID), 70+i, at(10, 5*i), at(10, 5*i+5), w.now.Add(-ago))
		}
		w.must("ada", dialogs.Cancel{Appointment: first.ID})
		w.match()
		if held := w.offer(tt.want); !held.Span.Start.Equal(at(9, 0)) {
			t.Errorf("%s: %s is offered %v", name, tt.want, held.Span)
		}
	}
}

// Whose appointment it is by now waits for an earlier time of it, in the place that there is.
func TestAPlaceGoesWithItsAppointment(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	a := w.booked("ada", at(11, 0))
	w.must("ada", improve(a))
	place := w.places("ada")[0]
	b := w.booked("bob", at(11, 30))
	w.exec(`UPDATE appointment SET holder = $2 WHERE id = $1`, int64(a.ID), int64(b.Holder))
	w.must("bob", improve(a))
	if got := w.places("bob"); len(got) != 1 || got[0].ID != place.ID || got[0].Person != b.Holder || len(w.places("ada")) != 0 {
		t.Errorf("bob's place is %+v, and ada has %d", got, len(w.places("ada")))
	}
}

// Who waits for a first time is offered one only while they may have one more, under
// their address too; what is over does not count.
func TestWhoMayBookNoMoreIsOfferedNothing(t *testing.T) {
	t.Parallel()
	town := waitingTown(1)
	town.Offices[0].Policy.PerPerson, town.Offices[0].Policy.PerMail = 1, 1
	w := newWaitingWorld(t, town)
	w.must("bob", wish("bob"))
	past, ahead := monday.Add(-3).At(9*60, berlin), wednesday
	for name, tt := range map[string]struct {
		starts time.Time
		state  string
		under  string // as whose address it is booked by somebody else; empty: it is theirs
		office string
		want   int
	}{
		"ahead": {ahead, "confirmed", "", "hall", 0}, "over": {past, "confirmed", "", "hall", 1}, "has begun": {w.now, "confirmed", "", "hall", 1}, "has begun, under the address": {w.now, "confirmed", "bob@example.org", "hall", 1},
		"cancelled":         {ahead, "cancelled", "", "hall", 1},
		"under the address": {ahead, "confirmed", "bob@example.org", "hall", 0}, "over, under it": {past, "confirmed", "bob@example.org", "hall", 1},
		"cancelled, under it": {ahead, "cancelled", "bob@example.org", "hall", 1}, "under another": {ahead, "confirmed", "x@example.org", "hall", 1},
		"under it, elsewhere": {ahead, "confirmed", "bob@example.org", "annex", 1}, "under none": {ahead, "confirmed", "-", "hall", 1},
	} {
		key := strings.TrimPrefix(tt.under, "-")
		w.exec(`INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, holder, name, mail_key, created_at, updated_at)
			VALUES (-1, -1, 'N1', $1, 'd9', $2, $2::timestamptz + interval '15 minutes', $3, '[]', 1, '{}', 'public', CASE WHEN $4 = '' THEN (SELECT person FROM wait WHERE name = 'bob') END, 'x', $5, $6, $6)`,
			tt.office, tt.starts, tt.state, tt.under, key, w.now)
		if made := w.match(); made != tt.want {
			t.Errorf("%s: %d offers, want %d", name, made, tt.want)
		}
		for _, again := range []string{`offer WHERE id`, `freed WHERE id`, `appointment WHERE id`} {
			w.exec(`DELETE FROM ` + again + ` < 900000`)
		}
	}
}

// A time that is offered to somebody counts for the share of newcomers unless they have
// proved an address, or have booked a day ago.
func TestAnOfferToWhoIsKnownTakesNoShareOfNewcomers(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	w.must("bob", wish("bob"))
	const bob = `(SELECT person FROM wait WHERE name = 'bob')`
	booked := func(holder, number, state string, created time.Time) string {
		return `INSERT INTO appointment (id, claim, number, office, starts, ends, state, held_until, items, persons, skills, audience, holder, name, created_at, updated_at)
			SELECT -1, -1, ` + number + `, 'hall', at, at + interval '15 minutes', '` + state + `', CASE WHEN '` + state + `' = 'held' THEN at END, '[]', 1, '{}', 'public', ` + holder + `, 'x', at, at
			FROM (SELECT ` + instant(created) + ` AS at) AS t`
	}
	day := w.now.Add(-24 * time.Hour)
	for name, tt := range map[string]struct {
		before string
		want   bool
	}{
		"nothing is known": {`SELECT`, true},
		"has proved":       {`UPDATE person SET proved = 'x' WHERE id = ` + bob, false}, "another has": {`UPDATE person SET proved = 'x' WHERE id < 900000 AND id <> ` + bob, true},
		"booked a day ago": {booked(bob, `'N1'`, "missed", day), false}, "booked since": {booked(bob, `'N1'`, "missed", day.Add(just)), true},
		"held a day ago": {booked(bob, `NULL`, "held", day), true}, "another booked": {booked(`900001`, `'N1'`, "missed", day), true},
	} {
		w.exec(`INSERT INTO person (created_at) VALUES ($1)`, w.now)
		w.exec(tt.before)
		if made := w.match(); made != 1 {
			t.Fatalf("%s: %d offers", name, made)
		}
		if got := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND newcomer`, int64(w.offer("bob").ID)) == 1; got != tt.want {
			t.Errorf("%s: it counts for the share: %v, want %v", name, got, tt.want)
		}
		for _, again := range []string{`offer`, `freed`, `appointment`} {
			w.exec(`DELETE FROM ` + again + ` WHERE id < 900000`)
		}
		w.exec(`UPDATE person SET proved = NULL WHERE id < 900000`)
	}
}

// What is written down of an offer is what was offered, and the public does not see the
// time until the next one could have been asked.
func TestAnOfferIsWrittenDownAsItWasMade(t *testing.T) {
	t.Parallel()
	w, late, held := offeredWorld(t)
	if n := w.count(`
		SELECT count(*) FROM offer WHERE hold = $1 AND wait = (SELECT id FROM wait WHERE appointment = $2)
			AND starts = $3 AND ends = $4 AND made_at = $5 AND until = $6 AND outcome IS NULL`,
		int64(held.ID), int64(late.ID), held.Span.Start, held.Span.End, w.now, held.HeldUntil); n != 1 {
		t.Error("the offer is another one")
	}
	if n := w.count(`
		SELECT count(*) FROM freed WHERE hold = $1 AND office = 'hall' AND desk = $2 AND starts = $3 AND ends = $4 AND freed_at = $5 AND hidden_until = $6`,
		int64(held.ID), string(held.Desk), held.Span.Start, held.Span.End, w.now, held.HeldUntil.Add(time.Minute)); n != 1 {
		t.Error("what the public does not see is another time")
	}
}
