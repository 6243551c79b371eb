package storage_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"terminbote/storage"
)

// A connection may break between a question and its answer: then there are rows
// without columns, which the program has to survive.
func TestBusyDaysAreReadFromNoBrokenConnection(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	pooled, err := storage.PoolOf(w.Store).Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer pooled.Release()
	connection := pooled.Conn()
	var asked pgx.Batch
	asked.Queue(`SELECT pg_sleep(60)`).Query(storage.ReadDays)
	answers := connection.SendBatch(t.Context(), &asked)
	if err := connection.PgConn().Conn().Close(); err != nil {
		t.Fatal(err)
	}
	if err := answers.Close(); err == nil {
		t.Error("days are read from a connection that has broken")
	}
}
