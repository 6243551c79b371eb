package storage_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// tellingWorld is a world in which people are told things, on the network of the
// tests and by mail.
type tellingWorld struct {
	*world
	clock atomic.Int64
	town  booking.Town
}

func newTellingWorld(t *testing.T, channels ...string) *tellingWorld {
	t.Helper()
	town := sample(2)
	usual := booking.Usual()
	policy := &town.Offices[0].Policy
	policy.Reminder, policy.Grace, policy.Retention, policy.Arrive = usual.Reminder, usual.Grace, usual.Retention, usual.Arrive
	w := &tellingWorld{world: newWorld(t, town), town: town}
	w.Store = w.on(channels...)
	w.at(morning)
	w.employ("viewer", booking.Viewer)
	return w
}

// on is another store on the same database, with these networks on.
func (w *tellingWorld) on(channels ...string) *storage.Store {
	w.Helper()
	s, err := storage.Open(w.Context(), w.pool.Config().ConnString(), w.town, w.time, storage.Options{Mailer: w.post, Channels: channels})
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(s.Close)
	return s
}

func (w *tellingWorld) time() time.Time { return time.UnixMicro(w.clock.Load()).In(berlin) }

// at moves the clock.
func (w *tellingWorld) at(now time.Time) {
	w.now = now
	w.clock.Store(now.UnixMicro())
}

// said is a notice that reached somebody.
type said struct {
	Kind booking.NoticeKind
	To   string
}

// network takes what is told and answers as the test wants.
type network struct {
	answer func(dialogs.Notice) error // nil: it is sent

	mu     sync.Mutex
	sent   []said
	coming []bool // whether the holder had said that they come
}

func (n *network) Deliver(_ context.Context, notice dialogs.Notice) error {
	if n.answer != nil {
		if err := n.answer(notice); err != nil {
			return err
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.sent = append(n.sent, said{notice.Kind, notice.Chat.Channel + " " + notice.Chat.Address})
	n.coming = append(n.coming, notice.Appointment.Coming)
	return nil
}

func (n *network) all() []said {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.sent)
}

// deliver works on what is due until nothing is left that was due by now.
func (w *tellingWorld) deliver(messenger dialogs.Messenger) {
	w.Helper()
	ctx, stop := context.WithCancel(w.Context())
	done := make(chan error, 1)
	go func() {
		done <- w.RunNotices(ctx, messenger, func(booking.NoticeKind, storage.Outcome) {})
	}()
	w.settled()
	stop()
	if err := <-done; err != nil {
		w.Fatal(err)
	}
}

// settled waits until nothing that is due is on its way.
func (w *tellingWorld) settled() {
	w.Helper()
	for range 3000 {
		due := w.count(`SELECT count(*) FROM river_job WHERE state IN ('available', 'running', 'scheduled', 'retryable') AND scheduled_at <= $1`, w.now)
		if due == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Fatal("notices are on their way for ever")
}

// wantSaid holds that exactly this reached people.
func (w *tellingWorld) wantSaid(n *network, want ...said) {
	w.Helper()
	got := n.all()
	by := func(a, b said) int { return cmp.Compare(a.To+string(a.Kind), b.To+string(b.Kind)) }
	slices.SortFunc(got, by)
	slices.SortFunc(want, by)
	if diff := gocmp.Diff(want, got); diff != "" {
		w.Errorf("told (-want +got):\n%s", diff)
	}
}

const test, mail = "test", "mail"

// wednesday is when most appointments of these tests are, and reminders of
// them are due on tuesday at five.
var (
	wednesday = monday.Add(2).At(9*60, berlin)
	reminders = monday.Add(1).At(17*60, berlin)
)

func TestAReminderComesTheDayBeforeAndNotEarlier(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	a := w.booked("erika", wednesday)
	var n network
	w.deliver(&n)
	confirmed := []said{{booking.BookedNotice, "test erika"}, {booking.BookedNotice, "mail erika@example.org"}}
	w.wantSaid(&n, confirmed...)
	w.at(reminders.Add(-time.Second))
	w.deliver(&n)
	w.wantSaid(&n, confirmed...)
	w.at(reminders)
	w.deliver(&n)
	w.wantSaid(&n, append(confirmed, said{booking.ReminderNotice, "test erika"}, said{booking.ReminderNotice, "mail erika@example.org"})...)
	w.must("erika", dialogs.Affirm{Appointment: a.ID})
	if got := w.ahead("erika"); len(got) != 1 || !got[0].Coming {
		t.Errorf("the answer was not recorded: %+v", got)
	}
	if got := w.count(`SELECT count(*) FROM history WHERE what = 'affirmed' AND appointment = $1`, int64(a.ID)); got != 1 {
		t.Errorf("%d entries in the history", got)
	}
}

func TestAReminderThatWasHeldUpWakesNobody(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.booked("erika", wednesday)
	var n network
	w.deliver(&n)
	w.at(reminders.Add(6 * time.Hour)) // at eleven in the evening it is all well again
	w.deliver(&n)
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"})
	w.at(monday.Add(2).At(6*60, berlin))
	w.deliver(&n)
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"}, said{booking.ReminderNotice, "test erika"})
}

func TestWhoBooksFiveMinutesAfterTheReminderIsNotReminded(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.at(reminders.Add(5 * time.Minute))
	w.booked("erika", wednesday)
	var n network
	w.deliver(&n)
	w.at(wednesday.Add(-time.Minute))
	w.deliver(&n)
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"})
}

func TestNobodyIsRemindedOfWhatIsGoneOrMoved(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	cancelled, moved := w.booked("erika", wednesday), w.booked("otto", wednesday.Add(time.Hour))
	kept := w.booked("maria", wednesday.Add(2*time.Hour))
	var n network
	w.deliver(&n)
	w.must("erika", dialogs.Cancel{Appointment: cancelled.ID})
	to := order(wednesday.AddDate(0, 0, 7))
	to.Moving, to.Wishes, to.Persons = moved.ID, nil, 0
	held := w.must("otto", dialogs.Hold{Order: to})
	w.must("otto", dialogs.Move{Order: to, Hold: held.ID})
	w.deliver(&n)
	before := len(n.all())
	w.at(reminders)
	w.deliver(&n)
	if got, want := n.all()[before:], []said{{booking.ReminderNotice, "test maria"}}; !gocmp.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
	for a, want := range map[booking.AppointmentID]storage.Outcome{cancelled.ID: storage.Void, moved.ID: storage.Void, kept.ID: storage.Sent} {
		all := w.deliveries(a)
		i := slices.IndexFunc(all, func(told dialogs.Delivery) bool { return told.Kind == booking.ReminderNotice && told.Sequence == 0 })
		if i < 0 || all[i].Outcome != string(want) || all[i].Settled.IsZero() {
			t.Errorf("appointment %d: told %+v, want %s", a, all, want)
		}
	}
	w.at(wednesday.AddDate(0, 0, 6).Add(8 * time.Hour))
	w.deliver(&n)
	if got := n.all(); got[len(got)-1] != (said{booking.ReminderNotice, "test otto"}) {
		t.Errorf("the new time is not told: %v", got)
	}
}

func TestABlockedChatFallsBackToMail(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a := w.booked("erika", wednesday)
	blocked := network{answer: func(n dialogs.Notice) error {
		if n.Chat.Channel == test {
			return dialogs.ErrUnreachable
		}
		return nil
	}}
	w.Store = w.on(test, mail)
	w.deliver(&blocked)
	w.wantSaid(&blocked, said{booking.BookedNotice, "mail erika@example.org"})
	if got := w.count(`SELECT count(*) FROM chat WHERE unreachable_at IS NOT NULL`); got != 1 {
		t.Errorf("%d chats out of reach", got)
	}
	w.at(reminders)
	w.deliver(&blocked)
	w.wantSaid(&blocked, said{booking.BookedNotice, "mail erika@example.org"}, said{booking.ReminderNotice, "mail erika@example.org"})
	if all := w.deliveries(a.ID); len(all) != 4 {
		t.Errorf("told %+v", all)
	}
	w.wantTold(a, dialogs.WasTold)
}

func TestTwoMailsNeverSayTheSame(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	w.booked("erika", wednesday)
	blocked := network{answer: func(n dialogs.Notice) error {
		if n.Chat.Channel == test {
			return dialogs.ErrUnreachable
		}
		return nil
	}}
	w.deliver(&blocked)
	w.at(reminders)
	w.deliver(&blocked)
	w.wantSaid(&blocked, said{booking.BookedNotice, "mail erika@example.org"}, said{booking.ReminderNotice, "mail erika@example.org"})
}

// deliveries is what was told of an appointment, as staff see it.
func (w *tellingWorld) deliveries(id booking.AppointmentID) []dialogs.Delivery {
	w.Helper()
	return w.sees("viewer", dialogs.StaffNeed{Appointment: id}).Appointment.Deliveries
}

// wantTold checks whether its holder knows how an appointment stands.
func (w *tellingWorld) wantTold(a booking.Appointment, want dialogs.DeliveryState) {
	w.Helper()
	found := w.sees("viewer", dialogs.StaffNeed{Find: string(a.Number)}).Found
	if len(found) != 1 || found[0].Told != want {
		w.Errorf("found %+v; want %q", found, want)
	}
}

func TestWhatWasTriedTooOftenIsADeadLetter(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a := w.booked("erika", wednesday.AddDate(0, 0, 7))
	broken := network{answer: func(dialogs.Notice) error { return errors.New("the network is broken") }}
	w.deliver(&broken)
	for range 20 {
		if w.count(`SELECT count(*) FROM notice WHERE outcome = 'failed'`) == 1 {
			break
		}
		w.exec(`UPDATE river_job SET scheduled_at = $1, attempt = 13 WHERE kind = 'deliver_notice' AND attempt BETWEEN 1 AND 12 AND state IN ('retryable', 'available')`, w.now)
		w.deliver(&broken)
	}
	w.wantTold(a, dialogs.NotTold)
	if all := w.deliveries(a.ID); all[0].Outcome != string(storage.Failed) {
		t.Errorf("told %+v", all)
	}
	w.must("erika", dialogs.Cancel{Appointment: a.ID})
	var n network
	w.deliver(&n)
	w.wantSaid(&n, said{booking.CancelledNotice, "test erika"})
}

func TestANetworkThatAsksToWaitIsWaitedFor(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.booked("erika", wednesday)
	busy := network{answer: func(dialogs.Notice) error { return dialogs.Later{After: 90 * time.Second} }}
	w.deliver(&busy)
	var n network
	w.at(w.now.Add(80 * time.Second))
	w.deliver(&n)
	w.wantSaid(&n)
	w.at(w.now.Add(11 * time.Second))
	w.deliver(&n)
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"})
}

// A program that dies between sending and writing that down may have sent what
// is then sent once more, and nothing else.
func TestWhoDiesInMidSendingRepeatsNoMoreThanThat(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.booked("erika", wednesday)
	w.booked("otto", wednesday.Add(time.Hour))
	var n network
	w.deliver(&n)
	// The jobs of both are in hand of somebody who is dead; one had written
	// down that it was sent.
	w.exec(`UPDATE river_job SET state = 'running', finalized_at = NULL, attempt = 1, attempted_by = '{nobody}',
		attempted_at = $1 WHERE state = 'completed'`, w.now.Add(-time.Hour))
	w.exec(`UPDATE notice SET outcome = NULL, settled_at = NULL WHERE kind = 'booked' AND address = 'erika'`)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- w.RunNotices(ctx, &n, func(booking.NoticeKind, storage.Outcome) {}) }()
	for i := 0; i < 1000 && w.count(`SELECT count(*) FROM notice WHERE kind = 'booked' AND outcome IS NULL`) > 0; i++ {
		w.exec(`UPDATE river_job SET scheduled_at = $1 WHERE state = 'retryable'`, w.now) // and has what was rescued rest by it
		time.Sleep(10 * time.Millisecond)
	}
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"}, said{booking.BookedNotice, "test erika"}, said{booking.BookedNotice, "test otto"})
}

// The database goes away again and again while many are told something.
func TestNothingIsLostThoughTheDatabaseGoesAway(t *testing.T) {
	t.Parallel()
	const people, inHand = 80, 100
	w := newTellingWorld(t, test)
	for i := range people {
		w.exec(`INSERT INTO person (id, created_at) VALUES ($1, $2)`, i+1, w.now)
	}
	w.exec(`
		INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience,
			holder, name, created_at, updated_at)
		SELECT n, n, 'N' || n, 'hall', 'd' || n, $2, $2::timestamptz + interval '15 minutes', 'confirmed', '[]', 1, '{}', 'public',
			n, 'Erika', $3, $3 FROM generate_series(1, $1) n`, people, wednesday, w.now)
	w.exec(`
		WITH told AS (
			INSERT INTO notice (appointment, kind, sequence, channel, address, due)
			SELECT n, 'booked', 0, 'test', n::text, $2 FROM generate_series(1, $1) n RETURNING id)
		INSERT INTO river_job (kind, args, state, max_attempts, scheduled_at)
		SELECT 'deliver_notice', jsonb_build_object('notice', id), 'available', 14, $2 FROM told`, people, w.now)
	n := network{answer: func(dialogs.Notice) error { time.Sleep(30 * time.Millisecond); return nil }}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		var err error
		for again := true; again && ctx.Err() == nil; again = storage.Unreachable(err) { // as the server does
			err = w.RunNotices(ctx, &n, func(booking.NoticeKind, storage.Outcome) {})
		}
		done <- err
	}()
	for i := 0; i < 3000 && w.count(`SELECT count(*) FROM notice WHERE outcome IS NULL`) > 0; i++ {
		if i < 10 {
			w.exec(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'terminbote'`)
		}
		w.at(w.now.Add(time.Second))
		time.Sleep(20 * time.Millisecond)
	}
	stop()
	if err := <-done; err != nil && !storage.Unreachable(err) {
		t.Fatal(err)
	}
	told := map[string]int{}
	for _, s := range n.all() {
		told[s.To]++
	}
	if len(told) != people || len(n.all()) > people+10*inHand {
		t.Errorf("%d people of %d were told something, %d times", len(told), people, len(n.all()))
	}
	if got := w.count(`SELECT count(*) FROM notice WHERE outcome = 'sent'`); got != people {
		t.Errorf("%d notices of %d are written down as sent", got, people)
	}
}

// A mail goes out instead of a chat, unless one says the same of that appointment as it is
// now: not of another one, and not of how it was before.
func TestAMailInsteadIsOfThatAppointmentAsItIs(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	ada, bob, carl := w.booked("ada", wednesday), w.booked("bob", wednesday), w.booked("carl", wednesday.Add(time.Hour))
	w.exec(`DELETE FROM river_job`)
	w.exec(`DELETE FROM notice WHERE id < 900000 AND (channel = 'mail' OR kind <> 'reminder')`)
	w.exec(`INSERT INTO notice (appointment, kind, sequence, channel, address, due, outcome, settled_at) VALUES ($1, 'reminder', 7, 'mail', 'x', $2, 'void', $2), ($3, 'booked', 0, 'mail', 'x', $2, 'void', $2), ($4, 'reminder', 0, 'mail', 'x', $2, 'sent', $2)`,
		int64(ada.ID), w.now, int64(bob.ID), int64(carl.ID))
	w.exec(`INSERT INTO river_job (kind, args, state, max_attempts, scheduled_at) SELECT 'deliver_notice', jsonb_build_object('notice', id), 'available', 14, $1 FROM notice WHERE kind = 'reminder' AND channel = 'test' AND id < 900000`, w.now)
	w.deliver(&network{answer: func(n dialogs.Notice) error {
		if n.Chat.Channel == test {
			return dialogs.ErrUnreachable
		}
		return nil
	}})
	for name, want := range map[string]int{"ada": 1, "bob": 1, "carl": 0} {
		if got := w.count(`SELECT count(*) FROM notice WHERE kind = 'reminder' AND channel = 'mail' AND address = $1`, name+"@example.org"); got != want {
			t.Errorf("%s is mailed %d times, want %d", name, got, want)
		}
	}
}

// A network that takes its time with somebody keeps nobody else from being told.
func TestManyAreToldAtOnce(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	const many = 8
	for i := range many {
		w.booked(fmt.Sprint("p", i), at(8, 0).Add(time.Duration(i)*15*time.Minute))
	}
	var begun atomic.Int32
	all := make(chan struct{})
	w.deliver(&network{answer: func(dialogs.Notice) error {
		if begun.Add(1) == many {
			close(all)
		}
		select {
		case <-all:
		case <-time.After(5 * time.Second):
			t.Errorf("only %d are told at once", begun.Load())
		}
		return nil
	}})
}
