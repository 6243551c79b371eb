package storage

import (
	"context"
	"errors"
	"net"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	// watchEvery is how often the database is asked whether it is still there.
	watchEvery = time.Second
	// answersWithin is how long it may take to say so. A loaded server takes
	// milliseconds; waiting longer would keep everybody waiting who uses one that
	// is frozen.
	answersWithin = 4 * time.Second
)

// startWatch watches the database until the store is closed.
func (s *Store) startWatch(ctx context.Context) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.watch(ctx)
	}()
	s.unwatch = func() {
		stop()
		<-done
		s.helm.end(ctx)
	}
}

// watch asks the database, on a connection of its own, whether it is there. One
// that does not answer is hung up on: the connections to it end with an error,
// and new ones find its successor, or itself once it is back. Turns and chores
// that waited for it are done again, as after any other failure.
func (s *Store) watch(ctx context.Context) {
	var conn *pgx.Conn
	defer func() { letGo(ctx, conn) }()
	for sleep(ctx, watchEvery); ctx.Err() == nil; sleep(ctx, watchEvery) {
		var err error
		if conn == nil {
			conn, err = s.watchman(ctx)
		} else if err = ping(ctx, conn); err != nil {
			s.noAnswer(ctx, conn, err)
			conn = nil
		}
		if isTimeout(err) && ctx.Err() == nil {
			s.log.WarnContext(ctx, "the database does not answer; its connections are ended")
			s.lines.hangUp()
			s.pool.Reset()
		}
	}
}

// noAnswer lets a connection go on which a server did not answer.
func (s *Store) noAnswer(ctx context.Context, conn *pgx.Conn, err error) {
	if isTimeout(err) {
		s.lines.fellSilent(conn.PgConn().Conn().RemoteAddr().String())
	}
	letGo(ctx, conn)
}

// watchman is a connection to watch by.
func (d *database) watchman(ctx context.Context) (*pgx.Conn, error) {
	config := d.pool.Config().ConnConfig
	if err := d.lines.order(ctx, config); err != nil {
		return nil, err
	}
	return pgx.ConnectConfig(ctx, config)
}

// letGo ends a connection, without waiting for a server that may be frozen.
func letGo(ctx context.Context, conn *pgx.Conn) {
	if conn == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	_ = conn.Close(ctx) // it is of no use either way
}

// ping asks whether the server is there.
func ping(ctx context.Context, conn *pgx.Conn) error {
	ctx, cancel := context.WithTimeout(ctx, answersWithin)
	defer cancel()
	return conn.Ping(ctx)
}

// isTimeout tells whether nothing was heard in time.
func isTimeout(err error) bool {
	var network net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &network) && network.Timeout()
}
