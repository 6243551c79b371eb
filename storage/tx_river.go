package storage

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// riverTx lets River write in a transaction that was begun, and is ended, by
// statements of ours.
type riverTx struct{ on *pgxpool.Conn }

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
	return t.on.Conn().Prepare(ctx, name, sql)
}

// Conn is the connection underneath.
func (t riverTx) Conn() *pgx.Conn { return t.on.Conn() }

// Exec runs a statement.
func (t riverTx) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	return t.on.Exec(ctx, sql, args...)
}

// Query runs a query.
func (t riverTx) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return t.on.Query(ctx, sql, args...)
}

// QueryRow runs a query for one row.
func (t riverTx) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return t.on.QueryRow(ctx, sql, args...)
}

// SendBatch sends several statements at once.
func (t riverTx) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	return t.on.SendBatch(ctx, b)
}

// CopyFrom copies many rows.
func (t riverTx) CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	return t.on.CopyFrom(ctx, table, columns, rows)
}
