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

// tx is one transaction at the time now. Statements are queued and sent
// together with the next one whose answer is needed: its begin goes with the
// first question, its commit with the last write.
type tx struct {
	*Store
	*officeFiles
	conn      *pgxpool.Conn
	now       time.Time
	attempt   int // 1 at first
	batch     pgx.Batch
	retry     bool // it conflicted with another transaction and must run again
	codeMails []codeMail

	outdated []*overrides // asked for, and changed since they were loaded
}

// codeMail is a code to be sent after the commit.
type codeMail struct {
	id       int64 // of the code
	to, lang string
	number   booking.Number
	code     string
}

// attempts is how often a transaction runs if it conflicts with others. The
// locks make that rare.
const attempts = 4

// transact does something as one transaction: all of it is kept, or nothing. If
// it conflicts with another transaction, do is called again.
func (s *Store) transact(ctx context.Context, now time.Time, do func(*tx) error) error {
	for attempt := 1; ; attempt++ {
		t := &tx{Store: s, officeFiles: s.files.Load(), now: moment(now), attempt: attempt}
		err := t.run(ctx, do)
		if err == nil {
			s.sendCodes(ctx, t.codeMails)
			return nil
		}
		if !t.retry || attempt == attempts {
			return strip(err)
		}
	}
}

// read asks questions outside of a transaction: nothing is locked, and each
// statement sees what is true when it runs.
func (s *Store) read(ctx context.Context, now time.Time, ask func(*tx) error) error {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("reach database: %w", err)
	}
	defer conn.Release()
	return ask(&tx{Store: s, officeFiles: s.files.Load(), conn: conn, now: moment(now)})
}

func (t *tx) run(ctx context.Context, do func(*tx) error) (err error) {
	t.conn, err = t.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("reach database: %w", err)
	}
	defer t.conn.Release()
	t.queue("begin")
	err = do(t)
	if err == nil && !t.retry {
		return t.commit(ctx)
	}
	t.rollback(ctx)
	if err == nil {
		err = errors.New("the turn continued after an error")
	}
	return err
}

// queue adds a statement to those that are sent next.
func (t *tx) queue(sql string, args ...any) *pgx.QueuedQuery { return t.batch.Queue(sql, args...) }

// send sends the queued statements and reads their answers.
func (t *tx) send(ctx context.Context) error {
	if t.batch.Len() == 0 {
		return nil
	}
	batch := t.batch
	t.batch = pgx.Batch{}
	err := t.conn.SendBatch(ctx, &batch).Close()
	t.retry = t.retry || isConflict(err)
	if err != nil {
		return err
	}
	return t.loadOverrides(ctx)
}

func (t *tx) commit(ctx context.Context) error {
	unwarned(t.conn.Conn())
	t.queue("commit").Exec(func(tag pgconn.CommandTag) error {
		switch {
		case tag.String() != "COMMIT":
			return errors.New("the transaction had failed before")
		case unwarned(t.conn.Conn()):
			return errUnreplicated
		}
		return nil
	})
	err := t.send(ctx)
	if err != nil {
		t.rollback(ctx)
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// patience is how long ending a failed transaction may take before its
// connection is closed.
const patience = 2 * time.Second

// rollback ends the transaction, even if the caller has given up: a connection
// is expensive, and a lock left behind more so.
func (t *tx) rollback(ctx context.Context) {
	if conn := t.conn.Conn().PgConn(); conn.IsClosed() || conn.TxStatus() == 'I' {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	_, err := t.conn.Exec(ctx, "rollback")
	if err != nil {
		_ = t.conn.Conn().Close(ctx) // it is of no use either way
	}
}

// sendCodes sends the codes; those that the mail server takes are valid from then
// on. A person who gets none requests another, so a mail server that is down
// undoes nothing.
func (s *Store) sendCodes(ctx context.Context, letters []codeMail) {
	for _, l := range letters {
		err := s.mailer.SendCode(ctx, l.to, l.lang, l.number, l.code)
		if err == nil {
			_, err = s.pool.Exec(ctx, `UPDATE code SET tries = $2 WHERE id = $1`, l.id, booking.CodeTries)
		}
		if err != nil {
			s.log.ErrorContext(ctx, "code not sent", "error", err)
		}
	}
}
