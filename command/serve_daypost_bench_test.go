package command

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/office"
	"terminbote/storage/storagetest"
)

// BenchmarkTheDayPostFollowsTelegram is how old the day post in Mattermost is
// while people book on Telegram, from the moment that Telegram delivers the last
// press to the moment that Mattermost has a post with the new appointment in it.
// The program runs as a process of its own; a round is a booking, by pressing
// through the whole talk. It fails where the post is changed twice within a
// second, or without a change.
func BenchmarkTheDayPostFollowsTelegram(b *testing.B) {
	for _, rate := range []int{5, 20} {
		b.Run(fmt.Sprint(rate, " bookings a second"), func(b *testing.B) {
			if b.N > morningVisits {
				b.Fatalf("%d bookings were asked for, and the post shows %d of them", b.N, morningVisits)
			}
			r := newRush(b)
			b.ResetTimer()
			booked := r.book(b.N, rate)
			r.awaitPost(booked)
			b.StopTimer()
			r.report(booked)
		})
	}
}

const (
	// morningDesks is how many desks the office has, and morningVisits how many
	// visits of a quarter of an hour it has room for from nine to twelve.
	morningDesks  = 20
	morningVisits = morningDesks * 3 * 4
	// alreadyBooked is how many come after that.
	alreadyBooked = 200
)

// rush is the program on a morning on which many book for the day itself.
type rush struct {
	*testing.B

	api   *telegramtest.Server
	staff *mattermosttest.Server
	anna  *mattermosttest.User

	mu        sync.Mutex
	delivered map[int64]time.Time // the latest update of each chat
}

func newRush(b *testing.B) *rush {
	b.Helper()
	r := &rush{B: b, delivered: map[int64]time.Time{}}
	pool, address, path := storagetest.Durable(b), loopbacktest.Address(b), filepath.Join(b.TempDir(), "office.yaml")
	if err := os.WriteFile(path, []byte(officeInTheMorning(clocktest.Now())), 0o600); err != nil {
		b.Fatal(err)
	}
	fillAfternoon(b, pool, path)
	r.api = newAPI(b, telegramtest.Config{OnDeliver: r.deliver})
	r.staff = mattermosttest.New(b, mattermosttest.Config{Patience: patience})
	r.anna = r.staff.NewMember("Anna Muster")
	s := serveAt(b, address, "DATABASE_URL="+pool.Config().ConnString(), "OFFICE="+path,
		"TELEGRAM_TOKEN="+r.api.Token, "TELEGRAM_API_URL="+r.api.URL, "TELEGRAM_WEBHOOK_SECRET=of-the-benchmark",
		"PUBLIC_URL=http://"+address, "MATTERMOST_URL="+r.staff.URL, "MATTERMOST_TOKEN="+r.staff.Token,
		"MATTERMOST_COMMAND_TOKEN="+r.staff.NewCommand("termin", "http://"+address+"/mattermost/command"),
		"MATTERMOST_SECRET="+strings.Repeat("s3cret", 6), "MATTERMOST_CHANNELS="+r.staff.Staff.ID, "MATTERMOST_LEAD=@"+r.anna.Username)
	s.awaits("/readyz", http.StatusOK, "ready")
	r.anna.WaitFor(fmt.Sprint("Gebucht ", alreadyBooked))
	return r
}

// fillAfternoon books what comes after twelve o'clock.
func fillAfternoon(b *testing.B, pool *pgxpool.Pool, path string) {
	b.Helper()
	town, err := office.Load(path)
	if err != nil {
		b.Fatal(err)
	}
	o := town.Offices[0]
	noon := o.Today(clocktest.Now()).At(12*60, o.Calendar.Zone)
	storagetest.Fill(b, pool, storagetest.Ledger{Office: o, Concern: o.Concerns[0], Opens: noon, PerDay: alreadyBooked, Appointments: alreadyBooked})
}

func (r *rush) deliver(d telegramtest.Delivered) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if d.Times == 1 {
		r.delivered[d.Chat] = d.At
	}
}

// book has people book, so many starting each second, and returns
// when the last word of each was delivered, by the number of the appointment.
func (r *rush) book(people, rate int) map[string]time.Time {
	r.Helper()
	citizens := make([]*telegramtest.User, people)
	var all sync.WaitGroup
	began := clocktest.Now()
	for i := range citizens {
		citizens[i] = r.api.NewUser(fmt.Sprint("Person ", i+1), "de")
		time.Sleep(clocktest.Until(began.Add(time.Duration(i) * time.Second / time.Duration(rate))))
		all.Go(func() {
			if err := walkToday(citizens[i], 9*60+i/morningDesks*15); err != nil {
				r.Errorf("%v\n%s", err, citizens[i].Transcript())
			}
		})
	}
	all.Wait()
	booked := map[string]time.Time{}
	for _, u := range citizens {
		if r.Failed() {
			r.FailNow()
		}
		number := numberIn.FindString(strings.SplitAfter(u.WaitFor(visits[0].booked).Text, visits[0].booked)[1])
		r.mu.Lock()
		booked[number] = r.delivered[u.ID]
		r.mu.Unlock()
	}
	if len(booked) != people {
		r.Fatalf("%d people have %d numbers", people, len(booked))
	}
	return booked
}

var numberIn = regexp.MustCompile(`[A-Z0-9]{3} [A-Z0-9]{3}`)

// walkToday books a visit today, at so many minutes after midnight.
func walkToday(u *telegramtest.User, clock int) error {
	v := visits[0]
	u.Start("concern_id-card")
	for _, step := range []struct{ tap, say string }{
		{say: fmt.Sprintf("heute um %d.%02d Uhr", clock/60, clock%60)},
		{say: name},
		{tap: v.noMail},
		{tap: v.book},
	} {
		u.Rest()
		var err error
		if step.tap != "" {
			err = u.TryTap(step.tap)
		} else {
			_, err = u.TrySay(step.say)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// awaitPost waits until the day post shows all numbers, and what becomes of it
// when nothing happens any more.
func (r *rush) awaitPost(booked map[string]time.Time) {
	r.Helper()
	r.anna.WaitFor(fmt.Sprint("Gebucht ", alreadyBooked+len(booked)))
	time.Sleep(3 * time.Second)
}

func (r *rush) report(booked map[string]time.Time) {
	r.Helper()
	versions := r.versions()
	most, same := patches(versions)
	if most > 1 || same > 0 {
		r.Errorf("%d patches within a second, %d without a change", most, same)
	}
	took := r.took(versions, booked)
	r.ReportMetric(0, "ns/op")
	if presses := slices.SortedFunc(maps.Values(booked), time.Time.Compare); len(presses) > 1 {
		r.ReportMetric(float64(len(presses)-1)/presses[len(presses)-1].Sub(presses[0]).Seconds(), "bookings/s")
	}
	r.ReportMetric(took[len(took)/2].Seconds(), "s-to-post-p50")
	r.ReportMetric(took[len(took)*99/100].Seconds(), "s-to-post-p99")
	r.ReportMetric(float64(len(versions)-1), "patches")
	r.ReportMetric(float64(most), "patches-in-a-second")
	r.ReportMetric(float64(same), "patches-without-change")
}

// version is the day post from some moment on.
type version struct {
	Message string          `json:"message"`
	Props   json.RawMessage `json:"props"`
	at      time.Time
}

// versions is how the day post was over time: as it was posted, and after each
// patch.
func (r *rush) versions() []version {
	r.Helper()
	var all []version
	for _, c := range r.staff.Calls("POST /posts", "PUT /posts/{post}/patch") {
		v := version{at: c.At}
		if err := json.Unmarshal(c.Body, &v); err != nil || c.Status >= 300 {
			r.Fatalf("%s: %d %v", c.Route, c.Status, err)
		}
		all = append(all, v)
	}
	return all
}

// took is how long each number took to stand in the post, the quickest first.
func (r *rush) took(versions []version, booked map[string]time.Time) []time.Duration {
	r.Helper()
	var all []time.Duration
	for number, delivered := range booked {
		i := slices.IndexFunc(versions, func(v version) bool { return strings.Contains(v.Message, number) })
		if i < 0 {
			r.Fatalf("%s never stood in the day post:\n%s", number, versions[len(versions)-1].Message)
		}
		all = append(all, versions[i].at.Sub(delivered))
	}
	slices.Sort(all)
	return all
}

// patches is how many patches came within a second at most, and how many of all
// changed nothing.
func patches(versions []version) (most, same int) {
	for i, v := range versions[1:] {
		within := 0
		for _, later := range versions[i+1:] {
			if later.at.Sub(v.at) < time.Second {
				within++
			}
		}
		most = max(most, within)
		if before := versions[i]; before.Message == v.Message && string(before.Props) == string(v.Props) {
			same++
		}
	}
	return most, same
}
