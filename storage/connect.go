package storage

import (
	"maps"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

const (
	// connectWithin is how long one server may take to let us in, by name,
	// network and password. Where several are named, the next one is tried then.
	connectWithin = 3 * time.Second
	// unacknowledged is how long what was sent may stay without any sign of the
	// other machine.
	unacknowledged = 10 * time.Second
)

// The parameters of a URL that libpq and its manual know, and that are ours to
// keep rather than the server's.
const (
	keepAlives       = "keepalives"
	keepAliveIdle    = "keepalives_idle"
	keepAlivePause   = "keepalives_interval"
	keepAliveTries   = "keepalives_count"
	userTimeout      = "tcp_user_timeout"
	statementTimeout = "statement_timeout"
)

// sessionDefaults makes all connections alike, whatever the server's defaults.
// A program that stalls in the middle of a turn must not keep a day locked. Our
// statements are so small that planning them each time costs more than it
// gains; and since each has its index, a plan made for a small table must not
// scan it once it has grown.
var sessionDefaults = map[string]string{
	"application_name":              "terminbote",
	"default_transaction_isolation": "read committed",
	"plan_cache_mode":               "force_generic_plan",
	"enable_seqscan":                "off",
	"jit":                           "off",
}

// limitDefaults is how long the server waits for a statement, for a lock, and
// for us; the URL may say otherwise. Turns and chores have deadlines of their
// own, which come first: these are for what a program that died left behind.
var limitDefaults = map[string]string{
	statementTimeout:                      "60s",
	"lock_timeout":                        "15s",
	"idle_in_transaction_session_timeout": "30s",
}

// poolConfig reads where a database is, and adds what the address leaves open.
func poolConfig(url string) (*pgxpool.Config, *lines, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, nil, err
	}
	l := prepare(config.ConnConfig)
	config.PingTimeout = answersWithin
	config.BeforeConnect = l.order
	return config, l, nil
}

// connConfig is the same for a single connection.
func connConfig(url string) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	prepare(config)
	return config, nil
}

// prepare sets how connections are made and kept.
func prepare(config *pgx.ConnConfig) *lines {
	params := config.RuntimeParams
	l := newLines(dialer(params))
	for _, ours := range []string{keepAlives, keepAliveIdle, keepAlivePause, keepAliveTries, userTimeout} {
		delete(params, ours) // the server knows them by other names, or not at all
	}
	if config.ConnectTimeout <= 0 {
		config.ConnectTimeout = connectWithin
	}
	l.within = config.ConnectTimeout
	config.DialFunc, config.LookupFunc = l.dial, l.lookUp
	leaveStandbys(config)
	return l
}

// session sets what all connections of a store have in common.
func session(config *pgx.ConnConfig) {
	heedWarnings(config)
	params := config.RuntimeParams
	maps.Copy(params, sessionDefaults)
	for name, value := range limitDefaults {
		if _, said := params[name]; !said && !strings.Contains(params["options"], name) {
			params[name] = value
		}
	}
}

// dialer connects, notices when the other machine is gone, and takes what the
// URL says of that.
func dialer(params map[string]string) *net.Dialer {
	d := &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{
		Enable:   params[keepAlives] != "0",
		Idle:     time.Duration(number(params[keepAliveIdle], 10)) * time.Second,
		Interval: time.Duration(number(params[keepAlivePause], 5)) * time.Second,
		Count:    number(params[keepAliveTries], 3),
	}}
	if !d.KeepAliveConfig.Enable {
		d.KeepAlive = -1
	}
	d.Control = giveUpAfter(number(params[userTimeout], int(unacknowledged.Milliseconds())))
	return d
}

// number is a parameter of the URL, or what is meant without it.
func number(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// leaveStandbys closes a connection whose server answers that it is read-only:
// it has become a standby, and the next connection may lead to its successor.
func leaveStandbys(config *pgx.ConnConfig) {
	goesOn := config.OnPgError
	config.OnPgError = func(conn *pgconn.PgConn, err *pgconn.PgError) bool {
		return goesOn(conn, err) && err.Code != readOnly
	}
}
