package storage

import (
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// errUnreplicated says that a server committed without its synchronous standby: a
// statement that is cancelled while it waits for that one ends with success and a
// warning. What was written is lost if the server is, so nobody may be told of it.
var errUnreplicated = errors.New("committed without the standby")

// warning is the code of a warning without one of its own, as that one.
const warning = "01000"

// heedWarnings has connections remember that the server warned.
func heedWarnings(config *pgx.ConnConfig) {
	config.OnNotice = func(conn *pgconn.PgConn, n *pgconn.Notice) {
		if n.Code == warning {
			conn.CustomData()[warning] = true
		}
	}
}

// unwarned forgets what a connection was warned of; it tells whether it was.
func unwarned(conn *pgx.Conn) (before bool) {
	data := conn.PgConn().CustomData()
	_, before = data[warning]
	delete(data, warning)
	return before
}
