package storage

import (
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"terminbote/booking"
)

// Codes of Postgres (its manual, appendix A).
const (
	serializationFailure = "40001"
	deadlock             = "40P01"
	exclusionViolation   = "23P01"
	uniqueViolation      = "23505"
	adminShutdown        = "57P01"
	crashShutdown        = "57P02"
	cannotConnectNow     = "57P03"
	idleTransaction      = "25P03"
	lockNotAvailable     = "55P03" // lock_timeout: somebody keeps it for long
	queryCanceled        = "57014" // statement_timeout, or an administrator
	readOnly             = "25006" // the server has become a standby
)

// awayClasses are the classes of error codes that mean that the server cannot
// work right now: no connection, insufficient resources (connections, memory,
// disk space), and errors of the system below it.
var awayClasses = []string{"08", "53", "58"}

// errShared says that a day must be changed whose lock is only shared; the
// transaction is retried with the day locked alone.
var errShared = errors.New("the day is shared")

// errMoved says that an appointment moved to another day while it was looked
// up; the transaction is retried.
var errMoved = errors.New("the appointment was moved meanwhile")

func sqlState(err error) string {
	var fault *pgconn.PgError
	if errors.As(err, &fault) {
		return fault.Code
	}
	return ""
}

// isConflict tells whether err came only from another transaction that ran at
// the same time: a retry sees what that one did.
func isConflict(err error) bool {
	return slices.Contains([]string{serializationFailure, deadlock, exclusionViolation, uniqueViolation}, sqlState(err))
}

// Unreachable tells whether err means that the database is down: the same call
// will work once it is back. Whether a commit that was under way succeeded is
// unknown then; commands may be repeated safely.
func Unreachable(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	code := sqlState(err)
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return false
	case errors.Is(err, errUnreplicated):
		return true
	case code != "":
		return slices.Contains(awayClasses, code[:min(2, len(code))]) || slices.Contains(
			[]string{adminShutdown, crashShutdown, cannotConnectNow, idleTransaction, readOnly, lockNotAvailable, queryCanceled}, code)
	}
	return errors.As(err, &connect) || errors.As(err, &network) || errors.Is(err, net.ErrClosed) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || pgconn.SafeToRetry(err)
}

// stripped is a fault without what Postgres repeats of the values it was given:
// its text is stored with a parked update and stands in the log.
type stripped struct {
	error

	text string
}

// strip takes the message of Postgres out of an error's text, and leaves its
// code and the constraint.
func strip(err error) error {
	var fault *pgconn.PgError
	if !errors.As(err, &fault) || fault.Message == "" {
		return err
	}
	instead := strings.TrimSpace("refused by the database " + fault.ConstraintName)
	return stripped{err, strings.ReplaceAll(err.Error(), fault.Message, instead)}
}

// Error is the text without values.
func (s stripped) Error() string { return s.text }

// Unwrap is the fault as it was.
func (s stripped) Unwrap() error { return s.error }

// isRefusal tells whether err is an answer of the office; everything else is a
// fault.
func isRefusal(err error) bool {
	_, ok := booking.AsRefusal(err)
	return ok
}
