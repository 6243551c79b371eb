package telegram_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/office"
	"terminbote/storage/storagetest"
)

// rounds is how many appointments each person books: as many as the office
// gives one.
const rounds = 3

// TestNothingIsLostOrDoneTwiceThoughTheProgramIsKilled kills the real program
// again and again while people book, each update being delivered up to three
// times. SOAK=1 has it killed fifty times during 5,000 updates.
func TestNothingIsLostOrDoneTwiceThoughTheProgramIsKilled(t *testing.T) {
	t.Parallel()
	kills, updates := 6, 360
	if os.Getenv("SOAK") != "" {
		kills, updates = 50, 5000
	}
	path := build(t)
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			k := newSlaughter(t, path, way, updates)
			for range kills {
				k.program.start()
				k.feed(len(k.scripts) * 10 * rounds / kills)
				time.Sleep(time.Duration(300+rand.IntN(700)) * time.Millisecond)
				k.program.kill()
			}
			k.program.start()
			k.feed(updates)
			k.settle()
			k.program.stop()
			k.forgive()
		})
	}
}

// slaughter is people who book while the program is killed.
type slaughter struct {
	*testing.T
	api     *telegramtest.Server
	pool    *pgxpool.Pool
	program *program
	people  []*telegramtest.User
	scripts [][]string // what each of them still writes
	written int
}

func newSlaughter(t *testing.T, path string, way way, updates int) *slaughter {
	t.Helper()
	api := telegramtest.New(t, telegramtest.Config{
		Description: description(t), Delivery: telegramtest.Delivery{Duplicates: 2},
	})
	url := storagetest.URL(t)
	k := &slaughter{T: t, api: api, pool: connect(t, url), program: newProgram(t, path, way, api.URL, api.Token, url)}
	times := freeTimes(rounds * updates / (10 * rounds))
	for i := range updates / (10 * rounds) {
		k.people = append(k.people, api.NewUser(fmt.Sprint("Person ", i+1), "de"))
		var script []string
		for r := range rounds {
			at := times[i*rounds+r]
			script = append(script, typedWay(at.Format("2.1.2006"), at.Format("15.04"))...)
		}
		k.scripts = append(k.scripts, script)
	}
	return k
}

// freeTimes is so many times at which the office can be visited.
func freeTimes(count int) []time.Time {
	o := office.Sample().Offices[0]
	var all []time.Time
	today := o.Today(clocktest.Now())
	for round := 0; len(all) < count; round++ { // each time is taken by several
		clock := booking.Clock(8*60 + round%12*20)
		for ahead := 2; ahead < 20; ahead++ {
			if day := today.Add(ahead); len(o.Calendar.Shifts(day)) > 0 {
				all = append(all, day.At(clock, o.Calendar.Zone))
			}
		}
	}
	return all[:count]
}

// feed has people write so many texts of their scripts, as fast as they can.
func (k *slaughter) feed(texts int) {
	for texts > 0 {
		before := texts
		for i, script := range k.scripts {
			if len(script) == 0 || texts == 0 {
				continue
			}
			k.people[i].Say(script[0])
			k.scripts[i] = script[1:]
			k.written++
			texts--
		}
		if texts == before {
			return
		}
	}
}

// forgive forgets the calls that a kill cut off: nobody else makes any mistakes.
func (k *slaughter) forgive() {
	for _, mistake := range k.api.Forgive() {
		if !strings.Contains(mistake, "request body ended early") {
			k.Errorf("a mistake of the bot's: %s", mistake)
		}
	}
}

// settle waits until everything was answered and drawn, and holds it against
// what was written.
func (k *slaughter) settle() {
	for query, want := range map[string]int{
		`SELECT count(*) FROM inbox WHERE done_at IS NOT NULL AND reason IS NULL`:               k.written,
		`SELECT count(*) FROM inbox WHERE done_at IS NULL OR reason IS NOT NULL`:                0,
		`SELECT coalesce(sum(turns), 0) FROM chat`:                                              k.written,
		`SELECT count(*) FROM chat WHERE drawn < turns`:                                         0,
		`SELECT count(*) FROM appointment WHERE state = 'confirmed'`:                            rounds * len(k.people),
		`SELECT count(*) FROM appointment WHERE state <> 'confirmed'`:                           0,
		`SELECT count(*) FROM notice WHERE kind = 'booked' AND outcome = 'sent'`:                rounds * len(k.people),
		`SELECT count(*) FROM notice WHERE kind = 'booked' AND outcome IS DISTINCT FROM 'sent'`: 0,
		`SELECT count(*) FROM chat WHERE state ->> 'screen' <> 'booked'`:                        0,
	} {
		k.eventually(want, query)
	}
	for _, u := range k.people {
		if m, ok := u.Latest(); !ok || !strings.Contains(m.Text, "Gebucht!") && !strings.Contains(m.Text, "ist gebucht") {
			k.Errorf("%s does not see the booking but %q", u.Name, m.Text)
		}
	}
	k.Logf("%d updates, %d calls", k.written, len(k.api.Calls()))
}

func (k *slaughter) eventually(want int, query string) {
	k.Helper()
	got := 0
	for deadline := clocktest.Now().Add(90 * time.Second); clocktest.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if err := k.pool.QueryRow(k.Context(), query).Scan(&got); err != nil {
			k.Fatal(err)
		}
		if got == want {
			return
		}
	}
	k.Errorf("%s: %d, want %d", query, got, want)
}
