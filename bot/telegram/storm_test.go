package telegram_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/telegram"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// TestEverybodyIsToldThoughEverythingFails kills the real program at random,
// restarts its database and takes the mail server away, while people book,
// cancel, move and are reminded. Whatever was cut off in mid-sending may come
// twice, and nothing else; nothing is lost; and of what was cancelled or moved
// before its sending began nobody hears. SOAK=1 has it go on for longer.
func TestEverybodyIsToldThoughEverythingFails(t *testing.T) {
	t.Parallel()
	rounds := 8
	if os.Getenv("SOAK") != "" {
		rounds = 50
	}
	s := newStorm(t, rounds)
	for round := range rounds {
		s.start()
		s.book(bookings)
		s.awaitWork()
		time.Sleep(time.Duration(rand.IntN(400)) * time.Millisecond)
		switch round % 4 {
		case 1:
			s.blow(s.restartDatabase)
			time.Sleep(time.Duration(rand.IntN(900)) * time.Millisecond)
		case 2:
			s.blow(s.post.Stop)
		case 3:
			s.post.Start()
		}
		s.blow(s.program.kill)
		s.changeMinds()
	}
	s.start()
	s.settle()
	s.program.stop()
	s.judge()
	for _, mistake := range s.api.Forgive() {
		if !strings.Contains(mistake, "request body ended early") {
			t.Errorf("a mistake of the bot's: %s", mistake)
		}
	}
}

const (
	// bookings is how many people book in each round, and reminded how many are
	// reminded.
	bookings = 6
	reminded = 6
	// changes is how many of each of these cancel, and move, after it.
	changes = 2
)

// storm is the program while everything around it fails.
type storm struct {
	*testing.T
	api      *telegramtest.Server
	post     *mailtest.Server
	database *storagetest.Server
	pool     *pgxpool.Pool
	store    *storage.Store // of those who do not talk to the program that is killed
	program  *program
	started  time.Time // when the program did so last

	newcomers []int64         // chats of people who have done nothing yet
	times     []time.Time     // that nobody has asked for yet
	minded    []int64         // chats of people who may still cancel or move
	hit       map[telling]int // how many blows came while that was in hand
	over      map[telling]int // how often that was told before it stopped being true
}

// telling is what somebody is told, and how.
type telling struct {
	channel, address string
	kind             booking.NoticeKind
}

func newStorm(t *testing.T, rounds int) *storm {
	t.Helper()
	s := &storm{T: t, hit: map[telling]int{}, over: map[telling]int{}}
	s.api = telegramtest.New(t, telegramtest.Config{Description: description(t)})
	s.api.Fail(telegramtest.Fault{Kind: telegramtest.Slow, Times: -1, Chance: 0.5, Latency: 150 * time.Millisecond})
	s.post = mailtest.New(t, true)
	s.database = storagetest.NewServer(t)
	s.pool = connect(t, s.database.URL())
	var err error
	s.store, err = storage.Open(t.Context(), s.database.URL(), office.Sample(), clocktest.Now, storage.Options{Channels: []string{telegram.Channel, mail.Channel}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.store.Close)
	s.program = newProgram(t, build(t), polling, s.api.URL, s.api.Token, s.database.URL())
	s.program.env = append(s.program.env, mailTo(s.post)...)
	s.program.env = append(s.program.env, "PUBLIC_URL=https://termine.example.org", "OFFICE="+manyNewcomers(t))
	s.times = freeTimes(rounds * (bookings + changes))
	s.newcomers = newcomers(t, s.pool, s.api, rounds*(bookings+reminded))
	some := s.meet(rounds * reminded)
	planReminders(t, s.pool, some, clocktest.Now().Add(5*time.Second), 250*time.Millisecond, mail.Channel)
	s.minded = append(s.minded, some...)
	return s
}

// manyNewcomers is the sample office's file, but mails wait for no limit of new
// addresses: all who book here are new.
func manyNewcomers(t *testing.T) string {
	t.Helper()
	const limit = "new_addresses_per_hour: "
	sample, err := os.ReadFile("../../office/werne.yaml")
	if err != nil || !strings.Contains(string(sample), limit+"60") {
		t.Fatalf("read the sample: %v; does it say %s60?", err, limit)
	}
	path := filepath.Join(t.TempDir(), "office.yaml")
	if err := os.WriteFile(path, []byte(strings.Replace(string(sample), limit+"60", limit+"10000", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// meet is so many people who have done nothing yet.
func (s *storm) meet(n int) []int64 {
	some := s.newcomers[:n]
	s.newcomers = s.newcomers[n:]
	return some
}

func (s *storm) start() {
	s.started = clocktest.Now()
	s.program.start()
}

// awaitWork waits until the program delivers something, which takes as long as
// the machine is slow; or until there seems to be nothing to deliver.
func (s *storm) awaitWork() {
	s.Helper()
	working := false
	for deadline := clocktest.Now().Add(10 * time.Second); !working && clocktest.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		s.insist(func() error {
			return s.pool.QueryRow(s.Context(),
				`SELECT EXISTS (SELECT FROM river_job WHERE state = 'running' AND attempted_at >= $1)`, s.started).Scan(&working)
		})
	}
}

// blow does something bad while the program stands still, so that it is known
// what it has in hand.
func (s *storm) blow(strike func()) {
	s.Helper()
	s.signal(syscall.SIGSTOP)
	for _, what := range s.tellings(`
		SELECT n.channel, n.address, n.kind FROM river_job j JOIN notice n ON n.id = (j.args ->> 'notice')::bigint
		WHERE j.state = 'running' AND j.attempted_at >= $1`, s.started) {
		s.hit[what]++
	}
	strike()
	if s.program.cmd.ProcessState == nil {
		s.signal(syscall.SIGCONT)
	}
}

func (s *storm) signal(signal syscall.Signal) {
	s.Helper()
	if err := s.program.cmd.Process.Signal(signal); err != nil {
		s.Fatalf("%v\n%s", err, s.program.log)
	}
}

func (s *storm) restartDatabase() {
	s.Helper()
	s.database.Stop()
	time.Sleep(time.Duration(rand.IntN(300)) * time.Millisecond)
	s.database.Start()
}

// tellings is the answer to a query for them.
func (s *storm) tellings(query string, args ...any) (all []telling) {
	s.Helper()
	s.insist(func() error {
		rows, err := s.pool.Query(s.Context(), query, args...)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (t telling, err error) {
			return t, row.Scan(&t.channel, &t.address, &t.kind)
		})
		return err
	})
	return all
}

// insist does something again while the database is away.
func (s *storm) insist(do func() error) {
	s.Helper()
	err := do()
	for deadline := clocktest.Now().Add(20 * time.Second); storage.Unreachable(err) && clocktest.Now().Before(deadline); {
		time.Sleep(20 * time.Millisecond)
		err = do()
	}
	if err != nil {
		s.Fatal(err)
	}
}

// order is for the next time that is free.
func (s *storm) order() dialogs.Order {
	start := s.times[0]
	s.times = s.times[1:]
	return dialogs.Order{Office: "werne", Start: start}
}

func (s *storm) book(people int) {
	s.Helper()
	for _, chat := range s.meet(people) {
		order, by := s.order(), storage.Actor{Person: booking.PersonID(chat)}
		order.Wishes, order.Persons = []booking.Wish{{Concern: "id-card", Quantity: 1}}, 1
		s.insist(func() error {
			held, err := s.store.Hold(s.Context(), by, clocktest.Now(), dialogs.Hold{Order: order})
			if err != nil {
				return err
			}
			_, err = s.store.Book(s.Context(), by, clocktest.Now(), dialogs.Book{
				Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Erika", Mail: mailOf(chat)},
			})
			return err
		})
		s.minded = append(s.minded, chat)
	}
}

// changeMinds has some people cancel and others move, while no program runs
// that could have begun to tell them anything else.
func (s *storm) changeMinds() {
	s.Helper()
	time.Sleep(200 * time.Millisecond) // what the dead program had sent has come by then
	rand.Shuffle(len(s.minded), func(i, j int) { s.minded[i], s.minded[j] = s.minded[j], s.minded[i] })
	told := s.told()
	for i, chat := range s.minded[:2*changes] {
		for _, kind := range []booking.NoticeKind{booking.BookedNotice, booking.ReminderNotice} {
			for _, what := range ways(chat, kind) {
				s.over[what] = told[what]
			}
		}
		if i < changes {
			s.cancel(chat)
		} else {
			s.move(chat)
		}
	}
	s.minded = s.minded[2*changes:]
}

// ways is how somebody is told a thing.
func ways(chat int64, kind booking.NoticeKind) []telling {
	return []telling{{telegram.Channel, strconv.FormatInt(chat, 10), kind}, {mail.Channel, mailOf(chat), kind}}
}

func (s *storm) cancel(chat int64) {
	s.Helper()
	by, a := storage.Actor{Person: booking.PersonID(chat)}, s.appointment(chat)
	s.insist(func() error {
		_, err := s.store.Cancel(s.Context(), by, clocktest.Now(), dialogs.Cancel{Appointment: a})
		return err
	})
}

func (s *storm) move(chat int64) {
	s.Helper()
	by, order := storage.Actor{Person: booking.PersonID(chat)}, s.order()
	order.Moving = s.appointment(chat)
	s.insist(func() error {
		held, err := s.store.Hold(s.Context(), by, clocktest.Now(), dialogs.Hold{Order: order})
		if err != nil {
			return err
		}
		_, err = s.store.Move(s.Context(), by, clocktest.Now(), dialogs.Move{Order: order, Hold: held.ID})
		return err
	})
}

func (s *storm) appointment(chat int64) (id booking.AppointmentID) {
	s.Helper()
	s.insist(func() error {
		return s.pool.QueryRow(s.Context(), `SELECT id FROM appointment WHERE holder = $1 AND state = 'confirmed'`, chat).Scan(&id)
	})
	return id
}

// told is how often each thing has been told.
func (s *storm) told() map[telling]int {
	s.Helper()
	all := map[telling]int{}
	for _, c := range s.api.Calls("sendMessage", "sendDocument") {
		if kind, ok := kindSaid(c.Params["text"] + c.Params["caption"]); ok && c.Code == 200 {
			all[telling{telegram.Channel, strconv.FormatInt(c.Chat, 10), kind}]++
		}
	}
	for _, m := range s.post.Mails() {
		all[telling{mail.Channel, m.To, kindMailed(s.T, m.Raw)}]++
	}
	return all
}

// kindSaid is what a message tells, if it is a notice.
func kindSaid(text string) (booking.NoticeKind, bool) {
	for words, kind := range map[string]booking.NoticeKind{
		"ist gebucht": booking.BookedNotice, "ist geändert": booking.MovedNotice,
		"ist abgesagt": booking.CancelledNotice, "Erinnerung an": booking.ReminderNotice,
	} {
		if strings.Contains(text, words) {
			return kind, true
		}
	}
	return "", false
}

// kindMailed is what a mail tells, by its name.
func kindMailed(t *testing.T, raw []byte) booking.NoticeKind {
	t.Helper()
	_, name, _ := strings.Cut(string(raw), "Message-ID: <")
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '@' })
	if len(parts) < 2 {
		t.Fatalf("a mail without a name:\n%s", raw)
	}
	return booking.NoticeKind(parts[1])
}

// undelivered lists what nobody has been told, and how its job fares.
func (s *storm) undelivered() (list string) {
	err := s.pool.QueryRow(s.Context(), `
		SELECT string_agg(concat_ws(' ', n.kind, n.channel, 'due', n.due, j.state, 'try', j.attempt, 'at', j.scheduled_at, j.errors[array_upper(j.errors, 1)] ->> 'error'), E'\n')
		FROM notice AS n LEFT JOIN river_job AS j ON (j.args ->> 'notice')::bigint = n.id
		WHERE n.outcome IS NULL AND n.due < $1`, clocktest.Now().Add(time.Hour)).Scan(&list)
	if err != nil {
		return err.Error()
	}
	return list
}

// settle waits until nothing is on its way that is due. What died in hand is
// found after a minute, and may rest before the next try.
func (s *storm) settle() {
	s.Helper()
	open := 1 // or more
	for deadline := clocktest.Now().Add(5 * time.Minute); open > 0 && clocktest.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		s.insist(func() error {
			return s.pool.QueryRow(s.Context(), `SELECT count(*) FROM notice WHERE outcome IS NULL AND due < $1`,
				clocktest.Now().Add(time.Hour)).Scan(&open)
		})
	}
	if open > 0 {
		s.Fatalf("%d notices are on their way for ever:\n%s\n%s", open, s.undelivered(), s.program.log)
	}
}

// judge holds what was told against what there was to tell.
func (s *storm) judge() {
	s.Helper()
	told := s.told()
	for _, what := range s.tellings(`SELECT channel, address, kind FROM notice WHERE outcome = 'sent'`) {
		if told[what] == 0 {
			s.Errorf("%v is lost", what)
		}
	}
	for _, what := range s.tellings(`SELECT channel, address, kind FROM notice WHERE outcome IN ('unreachable', 'failed')`) {
		s.Errorf("%v was given up", what)
	}
	for _, what := range s.tellings(`
		SELECT n.channel, n.address, n.kind FROM notice n JOIN appointment a ON a.id = n.appointment
		WHERE n.due < $1 AND n.outcome = 'void' AND a.state = 'confirmed' AND n.sequence = a.sequence`, clocktest.Now()) {
		s.Errorf("%v was true and not told", what)
	}
	repeats, hits := 0, 0
	for what, times := range told {
		hits += s.hit[what]
		repeats += times - 1
		if times > 1+s.hit[what] {
			s.Errorf("%v was told %d times, though it was in hand at %d blows", what, times, s.hit[what])
		}
	}
	for what, before := range s.over {
		if told[what] > before {
			s.Errorf("%v was told though it was not true any more", what)
		}
	}
	if len(told) == 0 || len(s.over) == 0 || hits == 0 {
		s.Error("nothing was in hand at any blow, or nobody changed their mind: that proves nothing")
	}
	s.Logf("%d things told, %d sent again, %d in hand at a blow, %d not true any more", len(told), repeats, hits, len(s.over))
}
