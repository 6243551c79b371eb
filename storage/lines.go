package storage

import (
	"context"
	"errors"
	"net"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// lines is the open connections to a database, as the network knows them. A
// server that is frozen, or has vanished, ends none of them; all of them can be
// hung up on at once. Servers that fell silent are tried last.
type lines struct {
	dialer *net.Dialer
	within time.Duration // that a server may take until it says something

	mu     sync.Mutex
	open   map[*line]struct{}
	silent map[string]bool     // addresses that did not answer when they were last asked
	ips    map[string][]string // of hosts, as they were last looked up
}

func newLines(dialer *net.Dialer) *lines {
	return &lines{dialer: dialer, open: map[*line]struct{}{}, silent: map[string]bool{}, ips: map[string][]string{}}
}

// lookUp finds the addresses of a host.
func (l *lines) lookUp(ctx context.Context, host string) ([]string, error) {
	ips, err := net.DefaultResolver.LookupHost(ctx, host)
	l.mu.Lock()
	defer l.mu.Unlock()
	if err == nil {
		l.ips[host] = ips
	}
	return ips, err
}

// dial connects to an address. A server that says nothing within the time for
// it is hung up on: the library waits longer where it cancels a statement.
func (l *lines) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := l.dialer.DialContext(ctx, network, address)
	if err != nil {
		if ctx.Err() != nil || isTimeout(err) {
			l.fellSilent(address)
		}
		return nil, err
	}
	one := &line{Conn: conn, lines: l, address: address, ended: make(chan struct{})}
	l.mu.Lock()
	l.open[one] = struct{}{}
	l.mu.Unlock()
	go one.mustSpeak(l.within)
	return one, nil
}

func (l *lines) fellSilent(address string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.silent[address] = true
}

// hangUp ends all connections to servers that fell silent, no matter who uses them:
// what waits for an answer gets an error.
func (l *lines) hangUp() { l.endThose(func(c *line) bool { return l.silent[c.address] }) }

// end ends all connections.
func (l *lines) end() { l.endThose(func(*line) bool { return true }) }

// endThose ends the connections that which chooses under the lock.
func (l *lines) endThose(which func(*line) bool) {
	var all []*line
	l.mu.Lock()
	for one := range l.open {
		if which(one) {
			all = append(all, one)
		}
	}
	l.mu.Unlock()
	for _, one := range all {
		_ = one.Close() // it is of no use either way
	}
}

// order puts the servers last that fell silent.
func (l *lines) order(_ context.Context, config *pgx.ConnConfig) error {
	all := []*pgconn.FallbackConfig{{Host: config.Host, Port: config.Port, TLSConfig: config.TLSConfig}}
	for _, further := range config.Fallbacks {
		copied := *further
		all = append(all, &copied)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	slices.SortStableFunc(all, func(a, b *pgconn.FallbackConfig) int { return l.rank(a) - l.rank(b) })
	config.Host, config.Port, config.TLSConfig, config.Fallbacks = all[0].Host, all[0].Port, all[0].TLSConfig, all[1:]
	return nil
}

// rank is 1 where a server fell silent; the caller holds the lock.
func (l *lines) rank(server *pgconn.FallbackConfig) int {
	_, own := pgconn.NetworkAddress(server.Host, server.Port)
	if l.silent[own] {
		return 1
	}
	for _, ip := range l.ips[server.Host] {
		if l.silent[net.JoinHostPort(ip, strconv.Itoa(int(server.Port)))] {
			return 1
		}
	}
	return 0
}

// line is one connection.
type line struct {
	net.Conn

	lines   *lines
	address string
	heard   atomic.Bool
	once    sync.Once
	ended   chan struct{}
}

// Read notes that the other side speaks, if only to say that it has ended.
func (c *line) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	ended := err != nil && !isTimeout(err) && !errors.Is(err, net.ErrClosed)
	if (n > 0 || ended) && c.heard.CompareAndSwap(false, true) {
		c.lines.mu.Lock()
		delete(c.lines.silent, c.address)
		c.lines.mu.Unlock()
	}
	return n, err
}

// Close ends the connection. A server that never said anything on it is silent.
func (c *line) Close() error {
	c.once.Do(func() {
		close(c.ended)
		c.lines.mu.Lock()
		defer c.lines.mu.Unlock()
		delete(c.lines.open, c)
		if !c.heard.Load() {
			c.lines.silent[c.address] = true
		}
	})
	return c.Conn.Close()
}

// mustSpeak ends a connection on which nothing was heard in time.
func (c *line) mustSpeak(within time.Duration) {
	timer := time.NewTimer(within)
	defer timer.Stop()
	select {
	case <-c.ended:
	case <-timer.C:
		if !c.heard.Load() {
			_ = c.Close() // it is of no use either way
		}
	}
}
