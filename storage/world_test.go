package storage_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

func TestMain(m *testing.M) { storagetest.Main(m) }

var berlin = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return zone
}()

// monday is the day that most tests book on, and morning before it opens.
var (
	monday  = booking.Date{Year: 2026, Month: time.November, Day: 23}
	morning = monday.At(7*60, berlin)
)

// at is a time on monday.
func at(hour, minute int) time.Time { return monday.At(booking.Clock(60*hour+minute), berlin) }

// sample is a town with one office, open 8 to 12 from Monday to Friday, whose
// desks can all do everything.
func sample(desks int) booking.Town {
	office := &booking.Office{
		ID: "hall",
		Concerns: []booking.Concern{
			{ID: "pass", Name: booking.Text{"de": "Reisepass"}, First: 15 * time.Minute, Further: 10 * time.Minute, MaxQuantity: 4, Skill: "papers"},
			{ID: "move", Name: booking.Text{"de": "Ummeldung"}, First: 30 * time.Minute, Further: 5 * time.Minute, MaxQuantity: 9, Skill: "register"},
		},

		Calendar: booking.Calendar{Zone: berlin},
		Policy: booking.Policy{
			Horizon: 21, Grid: 5 * time.Minute, Longest: 2 * time.Hour, Hold: 15 * time.Minute,
			PerPerson: 2, PerMail: 3, MaxPersons: 5, MailRequired: true,
		},
	}
	office.Combinations.Among("pass", "move")
	for i := range desks {
		desk := booking.Desk{ID: booking.DeskID(fmt.Sprintf("desk %d", i+1)), Skills: []booking.Skill{"papers", "register"}}
		office.Desks = append(office.Desks, desk)
	}
	for day := time.Monday; day <= time.Friday; day++ {
		office.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 12 * 60}}
	}
	return booking.Town{Offices: []*booking.Office{office}}
}

// world is a store with a database of its own.
type world struct {
	*testing.T
	*storage.Store
	pool   *pgxpool.Pool // for looking behind the scenes
	office *booking.Office
	post   *postbox
	now    time.Time
}

func newWorld(t *testing.T, town booking.Town) *world {
	t.Helper()
	storagetest.Core(t, core...)
	w := &world{T: t, pool: newPool(t), office: town.Offices[0], post: &postbox{}, now: morning}
	w.Store = w.reopen(town)
	return w
}

func newPool(t *testing.T) *pgxpool.Pool {
	t.Helper()
	if name, _, _ := strings.Cut(t.Name(), "/"); slices.Contains(alone, name) {
		return storagetest.New(t)
	}
	return withBystanders(t)
}

// reopen is another store on the same database.
func (w *world) reopen(town booking.Town) *storage.Store {
	w.Helper()
	s, err := storage.Open(w.Context(), w.pool.Config().ConnString(), town, w.present, storage.Options{Mailer: w.post})
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(s.Close)
	return s
}

// present is the store's clock.
func (w *world) present() time.Time { return w.now }

// chat is somebody's chat.
func chat(name string) dialogs.Chat { return dialogs.Chat{Channel: "test", Address: name} }

// do carries out one command in a turn of its own.
func (w *world) do(name string, command dialogs.Command) dialogs.Result {
	w.Helper()
	var done dialogs.Result
	err := w.Converse(w.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, command)
		return err
	})
	if err != nil {
		w.Fatalf("%s: %T: %v", name, command, err)
	}
	return done
}

// must is do for a command that is not refused.
func (w *world) must(name string, command dialogs.Command) booking.Appointment {
	w.Helper()
	done := w.do(name, command)
	if done.Refused != nil {
		w.Fatalf("%s: %T was refused: %v", name, command, done.Refused)
	}
	return done.Appointment
}

// refuse is do for a command that is refused with want.
func (w *world) refuse(name string, command dialogs.Command, want error) {
	w.Helper()
	if got := w.do(name, command).Refused; !errors.Is(got, want) {
		w.Errorf("%s: %T: refused with %v, want %v", name, command, got, want)
	}
}

// facts looks something up in a turn of its own.
func (w *world) facts(name string, need dialogs.Need) (facts dialogs.Facts) {
	w.Helper()
	err := w.Converse(w.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		facts, err = r.Facts(ctx, need)
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
	return facts
}

// ahead is somebody's appointments.
func (w *world) ahead(name string) []booking.Appointment {
	w.Helper()
	return w.facts(name, dialogs.Need{Appointments: true}).Appointments
}

// order is a visit of a quarter of an hour.
func order(start time.Time) dialogs.Order {
	return dialogs.Order{Office: "hall", Start: start, Wishes: []booking.Wish{{Concern: "pass", Quantity: 1}}, Persons: 1}
}

func hold(start time.Time) dialogs.Hold { return dialogs.Hold{Order: order(start)} }

func book(held booking.Appointment, name string) dialogs.Book {
	return dialogs.Book{
		Order: order(held.Span.Start), Hold: held.ID, Lang: "de",
		Contact: booking.Contact{Name: name, Mail: name + "@example.org"},
	}
}

// booked holds and books a time.
func (w *world) booked(name string, start time.Time) booking.Appointment {
	w.Helper()
	return w.must(name, book(w.must(name, hold(start)), name))
}

// count is the answer to a query for one number.
func (w *world) count(query string, args ...any) (n int) {
	w.Helper()
	if err := w.pool.QueryRow(w.Context(), query, args...).Scan(&n); err != nil {
		w.Fatal(err)
	}
	return n
}

// exec does something behind the store's back.
func (w *world) exec(order string, args ...any) {
	w.Helper()
	if _, err := w.pool.Exec(w.Context(), order, args...); err != nil {
		w.Fatal(err)
	}
}

// none is for what must not go wrong.
func (w *world) none(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// postbox keeps the codes that were sent.
type postbox struct {
	letters []codeMail
	broken  error
}

type codeMail struct {
	to, lang string
	number   booking.Number
	code     string
}

func (p *postbox) SendCode(_ context.Context, to, lang string, number booking.Number, code string) error {
	p.letters = append(p.letters, codeMail{to, lang, number, code})
	return p.broken
}

func (p *postbox) last() codeMail { return p.letters[len(p.letters)-1] }
