package storage_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/storage"
)

// stillness hears a store say that deliveries stood still, and does something
// before they begin again.
type stillness struct {
	slog.Handler
	heard atomic.Int32
	do    func()
}

func (s *stillness) Enabled(context.Context, slog.Level) bool { return true }

func (s *stillness) Handle(ctx context.Context, r slog.Record) error {
	if strings.HasPrefix(r.Message, "deliveries stood still") {
		s.heard.Add(1)
		s.do()
	}
	return s.Handler.Handle(ctx, r)
}

// stillWorld is one in which nothing is fetched until deliveries begin again: a
// client that begins while its queue rests counts as started, like one whose
// connection broke just then.
func stillWorld(t *testing.T) (*tellingWorld, *stillness) {
	t.Helper()
	w := newTellingWorld(t, test)
	w.exec(`INSERT INTO river_queue (name, paused_at, created_at, updated_at) VALUES ('default', $1, $1, $1)`, w.now)
	still := &stillness{Handler: slog.DiscardHandler}
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), w.town, w.time, storage.Options{
		Mailer: w.post, Channels: []string{test}, Log: slog.New(still),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	storage.FindLeft(s, 10*time.Millisecond)
	still.do = func() {
		w.exec(`UPDATE river_queue SET paused_at = NULL`)
		storage.FindLeft(s, time.Hour) // a machine under load needs longer to fetch the first
	}
	w.Store = s
	return w, still
}

// looked waits until deliveries that stand still have been looked for a few times.
func (w *tellingWorld) looked() {
	w.Helper()
	for range 4 {
		w.inHand(w.now.Add(-time.Hour))
		w.wait("nobody looks for what was left", func() bool {
			return w.count(`SELECT count(*) FROM river_job WHERE attempted_at < $1 AND state = 'running'`, w.now) == 0
		})
	}
}

// inHand puts a delivery into somebody's hands.
func (w *tellingWorld) inHand(since time.Time) {
	w.Helper()
	w.exec(`INSERT INTO river_job (kind, args, state, max_attempts, attempt, attempted_at, scheduled_at)
		VALUES ('deliver_notice', '{"notice": 0}', 'running', 14, 1, $1, $1)`, since)
}

// wait waits until something is so.
func (w *world) wait(otherwise string, so func() bool) {
	w.Helper()
	for end := clocktest.Now().Add(recovers); !so(); time.Sleep(10 * time.Millisecond) {
		if clocktest.Now().After(end) {
			w.Fatal(otherwise)
		}
	}
}

// Deliveries that nobody fetches begin again; not while one is under way, and not
// because of what is due only now.
func TestDeliveriesThatStandStillBeginAgain(t *testing.T) {
	t.Parallel()
	w, still := stillWorld(t)
	w.booked("erika", wednesday)
	w.at(w.now.Add(2 * time.Minute))
	w.inHand(w.now)
	var n network
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- w.RunNotices(ctx, &n, func(booking.NoticeKind, storage.Outcome) {}) }()
	w.looked()
	if still.heard.Load() > 0 {
		t.Error("deliveries begin again though one is under way")
	}
	w.exec(`UPDATE river_job SET state = 'available', scheduled_at = $1 WHERE state <> 'scheduled'`, w.now)
	w.looked()
	if still.heard.Load() > 0 {
		t.Error("deliveries begin again because of what is due only now")
	}
	w.wantSaid(&n)
	w.at(w.now.Add(2 * time.Minute))
	w.wait("deliveries stand still", func() bool { return len(n.all()) > 0 })
	w.settled()
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"})
	if heard := still.heard.Load(); heard != 1 {
		t.Errorf("deliveries began again %d times", heard)
	}
}

// A delivery that may still be under way is nobody else's, also not while its program
// stops; and where its town is not served, it waits for who serves it, a minute each time.
func TestADeliveryIsNobodyElsesBeforeItsTime(t *testing.T) {
	t.Parallel()
	if storage.LeftAfter < 2*(storage.DeliveryTimeout+storage.StopWithin) || storage.FindLeftEvery > storage.LeftAfter || storage.StopWithin > 10*time.Second {
		t.Errorf("under way for %v and %v, taken up after %v", storage.DeliveryTimeout, storage.StopWithin, storage.LeftAfter)
	}
	w := newWorld(t, sample(1))
	for _, town := range []booking.TownID{"", "elsewhere"} { // this one's has nobody to bring it
		var later *river.JobSnoozeError
		if err := storage.BringsFor(t.Context(), w.Store, town); !errors.As(err, &later) || later.Duration != time.Minute {
			t.Errorf("of %q: %v, %+v", town, err, later)
		}
	}
}

// What the version before has planned is delivered after an update, and what is planned now
// could be by that version: a job names its notice, and the town if that has a name.
func TestJobsStayAsTheyWereWritten(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.booked("erika", wednesday)
	if n := w.count(`SELECT count(*) FROM river_job WHERE kind = 'deliver_notice'`); n == 0 {
		t.Error("no jobs are planned")
	}
	if n := w.count(`
		SELECT count(*) FROM river_job WHERE kind <> 'deliver_notice' OR NOT EXISTS (SELECT FROM notice WHERE args = jsonb_build_object('notice', id))`); n != 0 {
		t.Errorf("%d jobs are written otherwise", n)
	}
	w.exec(`DELETE FROM river_job`)
	w.exec(`
		INSERT INTO river_job (kind, args, state, max_attempts, scheduled_at)
		SELECT 'deliver_notice', jsonb_build_object('notice', id), 'available', 14, $1 FROM notice WHERE kind = 'booked'`, w.now)
	var n network
	w.deliver(&n)
	w.wantSaid(&n, said{booking.BookedNotice, "test erika"})
}
