package mail_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// postOffice is an office that writes to its citizens, by a clock that the test
// moves.
type postOffice struct {
	*testing.T
	server  *mailtest.Server
	store   *storage.Store
	pool    *pgxpool.Pool
	courier bot.Courier
	clock   atomic.Int64
	free    []time.Time
}

func newPostOffice(t *testing.T) *postOffice {
	t.Helper()
	p := &postOffice{T: t, server: mailtest.New(t, false)}
	p.clock.Store(morning.UnixMicro())
	set := settings()
	set.Now = p.now
	m, _ := newMail(t, p.server, set)
	url := storagetest.URL(t)
	var err error
	if p.pool, err = pgxpool.New(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.pool.Close)
	p.store, err = storage.Open(t.Context(), url, office.Sample(), p.now, storage.Options{Channels: []string{mail.Channel}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.store.Close)
	m.Postbook = p.store
	p.courier = bot.Courier{Messengers: map[string]dialogs.Messenger{mail.Channel: m}, Now: p.now}
	o := office.Sample().Offices[0]
	p.free = o.Day(o.Today(morning).Add(3), nil).Starts(booking.Request{
		Length: 20 * time.Minute, Skills: []booking.Skill{"citizen"}, Audience: booking.Public,
	}, morning)
	return p
}

func (p *postOffice) now() time.Time { return time.UnixMicro(p.clock.Load()) }

// citizen is a person, who has an address.
func citizen(n int) storage.Actor { return storage.Actor{Person: booking.PersonID(1 + n)} }

func address(n int) string { return fmt.Sprintf("citizen%d@example.org", n) }

// next is the next time that nobody has asked for yet.
func (p *postOffice) next() time.Time {
	start := p.free[0]
	p.free = p.free[1:]
	return start
}

// books books a time for a new person.
func (p *postOffice) books(n int) booking.Appointment {
	p.Helper()
	if _, err := p.pool.Exec(p.Context(), `INSERT INTO person (id, created_at) VALUES ($1, $2)`, int64(citizen(n).Person), p.now()); err != nil {
		p.Fatal(err)
	}
	order := dialogs.Order{Office: "werne", Start: p.next(), Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1}
	held := p.must(p.store.Hold(p.Context(), citizen(n), p.now(), dialogs.Hold{Order: order}))
	return p.must(p.store.Book(p.Context(), citizen(n), p.now(), dialogs.Book{
		Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Erika", Mail: address(n)},
	}))
}

func (p *postOffice) moves(n int, a booking.Appointment) {
	p.Helper()
	order := dialogs.Order{Office: a.Office, Start: p.next(), Moving: a.ID}
	held := p.must(p.store.Hold(p.Context(), citizen(n), p.now(), dialogs.Hold{Order: order}))
	p.must(p.store.Move(p.Context(), citizen(n), p.now(), dialogs.Move{Order: order, Hold: held.ID}))
}

func (p *postOffice) cancels(n int, a booking.Appointment) {
	p.Helper()
	p.must(p.store.Cancel(p.Context(), citizen(n), p.now(), dialogs.Cancel{Appointment: a.ID}))
}

func (p *postOffice) must(a booking.Appointment, err error) booking.Appointment {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
	return a
}

// deliver moves the clock, and works until nothing is left that is due by then.
func (p *postOffice) deliver(later time.Duration) {
	p.Helper()
	p.clock.Add(later.Microseconds())
	ctx, stop := context.WithCancel(p.Context())
	done := make(chan error, 1)
	go func() {
		done <- p.store.RunNotices(ctx, p.courier, func(booking.NoticeKind, storage.Outcome) {})
	}()
	due := 1
	for deadline := clocktest.Now().Add(30 * time.Second); due > 0 && clocktest.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		due = p.count(`
			SELECT count(*) FROM river_job
			WHERE state IN ('available', 'running', 'scheduled', 'retryable') AND scheduled_at <= $1`, p.now())
	}
	stop()
	if err := <-done; err != nil || due > 0 {
		p.Fatalf("%d mails are on their way for ever (%v)", due, err)
	}
}

func (p *postOffice) count(query string, args ...any) (n int) {
	p.Helper()
	if err := p.pool.QueryRow(p.Context(), query, args...).Scan(&n); err != nil {
		p.Fatal(err)
	}
	return n
}

// told is what each person was told by mail, in the order of people.
func (p *postOffice) told() []string {
	p.Helper()
	var all []string
	for _, m := range p.server.Mails() {
		all = append(all, m.To+" "+kindOf(p.T, m.Raw))
	}
	slices.Sort(all)
	return all
}

// kindOf is what a mail tells, by its name.
func kindOf(t *testing.T, raw []byte) string {
	t.Helper()
	parts := strings.FieldsFunc(read(t, raw).header.Get("Message-ID"), func(r rune) bool { return r == '.' || r == '@' })
	return parts[1]
}

// The hour has more tries in it than a mail gets that cannot be sent.
func TestAnHourWithoutAMailServerLosesNoMail(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("an hour takes half a minute")
	}
	p := newPostOffice(t)
	p.server.Stop()
	var all []booking.Appointment
	for n := range 9 {
		all = append(all, p.books(n))
	}
	for step := range 15 {
		p.deliver(4 * time.Minute)
		switch n := step / 2; {
		case step%2 != 0:
		case n < 3:
			p.cancels(n, all[n])
		case n < 6:
			p.moves(n, all[n])
		}
	}
	if tries := p.count(`SELECT max((metadata ->> 'snoozes')::int) FROM river_job`); tries < 15 {
		t.Errorf("no mail was tried more than %d times in that hour: that proves nothing", tries)
	}
	p.server.Start()
	p.deliver(time.Minute)
	p.deliver(time.Minute)
	var want []string
	for n, kind := range []string{"cancelled", "cancelled", "cancelled", "moved", "moved", "moved", "booked", "booked", "booked"} {
		want = append(want, address(n)+" "+kind)
	}
	if diff := cmp.Diff(want, p.told()); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if open := p.count(`SELECT count(*) FROM notice WHERE due <= $1 AND outcome IS NULL`, p.now()); open > 0 {
		t.Errorf("%d notices have no outcome", open)
	}
}
