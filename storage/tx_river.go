package storage

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// riverTx lets River write in a transaction that was begun, and is ended, by
// statements of ours. What it writes is queued like ours and goes out with the next
// answer that is needed, which is the commit's as a rule; what it asks is asked at
// once. An error comes with what it was sent with.
type riverTx struct{ on *tx }

var _ pgx.Tx = riverTx{}

var errNotOurs = errors.New("the transaction is not River's to end")

// Begin continues in the same transaction.
func (t riverTx) Begin(context.Context) (pgx.Tx, error) { return t, nil }

// Commit leaves that to our transaction.
func (riverTx) Commit(context.Context) error { return nil }

// Rollback refuses: our transaction ends itself.
func (riverTx) Rollback(context.Context) error { return errNotOurs }

// LargeObjects is not used.
func (riverTx) LargeObjects() pgx.LargeObjects { return pgx.LargeObjects{} }

// Prepare prepares a statement.
func (t riverTx) Prepare(ctx context.Context, name, sql string) (*pgconn.StatementDescription, error) {
	return t.on.conn.Conn().Prepare(ctx, name, sql)
}

// Conn is the connection underneath.
func (t riverTx) Conn() *pgx.Conn { return t.on.conn.Conn() }

// Exec queues a statement. Nobody asks what it did.
func (t riverTx) Exec(_ context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	t.on.queue(sql, args...)
	return pgconn.CommandTag{}, nil
}

// Query runs a query.
func (t riverTx) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return t.on.conn.Query(ctx, sql, args...)
}

// QueryRow runs a query for one row.
func (t riverTx) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return t.on.conn.QueryRow(ctx, sql, args...)
}

// SendBatch sends several statements at once.
func (t riverTx) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	return t.on.conn.SendBatch(ctx, b)
}

// CopyFrom queues the insertion of rows. They are the few jobs of one appointment,
// for which COPY would be two round trips of its own.
func (t riverTx) CopyFrom(_ context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	var inserted []string
	var args []any
	for rows.Next() {
		values, err := rows.Values()
		if err != nil {
			return 0, err
		}
		row := make([]string, len(values))
		for i, value := range values {
			args = append(args, value)
			row[i] = fmt.Sprintf("$%d", len(args))
		}
		inserted = append(inserted, "("+strings.Join(row, ", ")+")")
	}
	if len(inserted) > 0 {
		t.on.queue("INSERT INTO "+table.Sanitize()+" ("+strings.Join(columns, ", ")+") VALUES "+strings.Join(inserted, ", "), args...)
	}
	return int64(len(inserted)), rows.Err()
}
