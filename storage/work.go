package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
)

// work is one transaction under way at the moment now. Statements are queued
// and go out together with the next one whose answer is needed: its begin
// rides on the first question, its commit on the last write.
type work struct {
	*Store
	conn    *pgxpool.Conn
	now     time.Time
	attempt int // 1 at first
	batch   pgx.Batch
	again   bool // another transaction was in the way; the work has to be done anew
	letters []letter

	outdated []*overrides // asked for, and laid down anew since they were known
}

// letter is a code to be sent once the work is committed.
type letter struct {
	to, lang string
	number   booking.Number
	code     string
}

// attempts is how often work is done anew because another transaction was in
// the way. The locks make that rare.
const attempts = 4

// work does something as one transaction: all of it is kept, or nothing. Where
// another transaction was in the way, do is called anew.
func (s *Store) work(ctx context.Context, now time.Time, do func(*work) error) error {
	for attempt := 1; ; attempt++ {
		w := &work{Store: s, now: moment(now), attempt: attempt}
		err := w.run(ctx, do)
		if err == nil {
			s.post(ctx, w.letters)
			return nil
		}
		if !w.again || attempt == attempts {
			return strip(err)
		}
	}
}

func (w *work) run(ctx context.Context, do func(*work) error) (err error) {
	w.conn, err = w.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("reach database: %w", err)
	}
	defer w.conn.Release()
	w.queue("begin")
	err = do(w)
	if err == nil && !w.again {
		return w.commit(ctx)
	}
	w.rollback(ctx)
	if err == nil {
		err = errors.New("the turn went on after a fault")
	}
	return err
}

// queue adds a statement to those that go out next.
func (w *work) queue(sql string, args ...any) *pgx.QueuedQuery { return w.batch.Queue(sql, args...) }

// send sends what is queued and takes in the answers.
func (w *work) send(ctx context.Context) error {
	if w.batch.Len() == 0 {
		return nil
	}
	batch := w.batch
	w.batch = pgx.Batch{}
	err := w.conn.SendBatch(ctx, &batch).Close()
	w.again = w.again || inTheWay(err)
	if err != nil {
		return err
	}
	return w.learn(ctx)
}

func (w *work) commit(ctx context.Context) error {
	w.queue("commit").Exec(func(tag pgconn.CommandTag) error {
		if tag.String() != "COMMIT" {
			return errors.New("the transaction had failed before")
		}
		return nil
	})
	err := w.send(ctx)
	if err != nil {
		w.rollback(ctx)
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// patience is how long ending a failed transaction may take before its
// connection is given up.
const patience = 2 * time.Second

// rollback ends what has begun, even where the caller has lost patience: a
// connection is expensive, and a lock left behind more so.
func (w *work) rollback(ctx context.Context) {
	if conn := w.conn.Conn().PgConn(); conn.IsClosed() || conn.TxStatus() == 'I' {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	_, err := w.conn.Exec(ctx, "rollback")
	if err != nil {
		_ = w.conn.Conn().Close(ctx) // it is of no use any more either way
	}
}

// post sends the codes. Who does not get one asks anew, so that a mail server
// that is away undoes nothing.
func (s *Store) post(ctx context.Context, letters []letter) {
	for _, l := range letters {
		err := s.mailer.SendCode(ctx, l.to, l.lang, l.number, l.code)
		if err != nil {
			s.log.ErrorContext(ctx, "code not sent", "error", err)
		}
	}
}
