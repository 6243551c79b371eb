package storage_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"terminbote/dialogs"
	"terminbote/storage"
)

// What says that the server cannot work just now comes again once it can; what
// is our own fault does not.
func TestAServerThatCannotWorkIsAway(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]bool{
		"08006": true, "53000": true, "53100": true, "53200": true, "53300": true, "58000": true, "58030": true,
		"57P01": true, "57P03": true, "25006": true, "25P03": true, "57014": true, "55P03": true,
		"22012": false, "23502": false, "42P01": false, "25P02": false, "XX000": false,
	} {
		w := newWorld(t, sample(1))
		w.exec(fmt.Sprintf(`
			CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '%s'; END $$;
			CREATE TRIGGER fail BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION fail()`, code))
		if err := greet(w.Store, w); err == nil || storage.Unreachable(err) != want {
			t.Errorf("%s: away: %v, want %v (%v)", code, storage.Unreachable(err), want, err)
		}
	}
}

// A server that has become a standby takes nothing in.
func TestAStandbyIsAway(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	url := w.pool.Config().ConnString()
	url += map[bool]string{true: "&", false: "?"}[strings.Contains(url, "?")] + "default_transaction_read_only=on"
	standby, err := storage.Open(t.Context(), url, sample(1), w.present, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(standby.Close)
	if err := greet(standby, w); err == nil || !storage.Unreachable(err) {
		t.Errorf("somebody new is answered with %v", err)
	}
}

// Connections to what has become a standby are not kept for the next turn,
// which another server can take in by then.
func TestNobodyStaysWithAStandby(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	becomes := func(mode string) { // for connections made from now on
		w.exec(fmt.Sprintf(`DO $$ BEGIN
			SET TRANSACTION READ WRITE;
			EXECUTE format('ALTER DATABASE %%I SET default_transaction_read_only = %s', current_database());
		END $$`, mode))
	}
	becomes("on")
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), sample(1), w.present, storage.Options{Conns: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	becomes("off")
	if err := greet(s, w); !storage.Unreachable(err) {
		t.Errorf("the standby answers %v", err)
	}
	if err := greet(s, w); err != nil {
		t.Errorf("its successor answers %v", err)
	}
}

// greet lets somebody new come.
func greet(s *storage.Store, w *world) error {
	return s.Converse(w.Context(), chat("ada"), w.now, func(context.Context, dialogs.Records) error { return nil })
}

// The text of a fault is logged, and stored with an update that is parked.
func TestAFaultRepeatsNoValues(t *testing.T) {
	t.Parallel()
	fault := &pgconn.PgError{
		Severity: "ERROR", Code: "22P02", Message: `invalid input syntax for type bigint: "Erika Beispiel"`,
		Detail: `Failing row contains (Erika Beispiel).`, ConstraintName: "appointment_name",
	}
	got := storage.Strip(fmt.Errorf("book: %w", fault))
	if strings.Contains(got.Error(), "Erika") || !strings.Contains(got.Error(), "22P02") || !strings.Contains(got.Error(), "appointment_name") {
		t.Errorf("it says %q", got)
	}
	if !errors.As(got, new(*pgconn.PgError)) {
		t.Error("nobody can find out any more what it was")
	}
	plain := errors.New("no fault of the database's")
	if !errors.Is(storage.Strip(plain), plain) || storage.Strip(plain).Error() != plain.Error() || storage.Strip(nil) != nil {
		t.Error("other errors are changed")
	}
}

// awayErrors is one error of each kind that the network and the driver have.
var awayErrors = []error{
	&pgconn.ConnectError{}, os.ErrDeadlineExceeded, net.ErrClosed, io.EOF, io.ErrUnexpectedEOF, safely{},
}

// safely is an error after which the driver says that nothing was done.
type safely struct{}

func (safely) Error() string     { return "not sent" }
func (safely) SafeToRetry() bool { return true }

// What conflicts with others is tried four times, and nothing of it is kept, also where
// it goes on as if nothing had happened.
func TestWhatConflictsIsTriedSoOftenAndNotKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for _, silent := range []bool{false, true} {
		before := w.count(`SELECT count(*) FROM person`)
		if tried, err := storage.Attempts(t.Context(), w.Store, silent); tried != 4 || err == nil {
			t.Errorf("tried %d times, and it ends with %v", tried, err)
		}
		if n := w.count(`SELECT count(*) FROM person`); n != before {
			t.Errorf("%d of it are kept", n-before)
		}
	}
}

// What River does in a transaction of ours ends with ours, and not before.
func TestATransactionIsNotRiversToEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	conn, err := w.pool.Acquire(t.Context())
	w.none(err)
	defer conn.Release()
	_, err = conn.Exec(t.Context(), `BEGIN`)
	w.none(err)
	commit, rollback := storage.EndOfRivers(t.Context(), conn)
	if status := conn.Conn().PgConn().TxStatus(); commit != nil || rollback == nil || status != 'T' {
		t.Errorf("%v, %v, and the transaction is %c", commit, rollback, status)
	}
	_, err = conn.Exec(t.Context(), `ROLLBACK`)
	w.none(err)
}
