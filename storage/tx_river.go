package storage

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// openTx lets River write within a unit of work, whose transaction was begun
// by a statement and ends with one.
type openTx struct{ on *pgxpool.Conn }

var _ pgx.Tx = openTx{}

var errNotOurs = errors.New("the transaction is not River's to end")

// Begin goes on in the same transaction.
func (t openTx) Begin(context.Context) (pgx.Tx, error) { return t, nil }

// Commit leaves the transaction to the unit of work.
func (openTx) Commit(context.Context) error { return nil }

// Rollback refuses: the unit of work ends its transaction itself.
func (openTx) Rollback(context.Context) error { return errNotOurs }

// LargeObjects is not used by anybody.
func (openTx) LargeObjects() pgx.LargeObjects { return pgx.LargeObjects{} }

// Prepare prepares a statement.
func (t openTx) Prepare(ctx context.Context, name, sql string) (*pgconn.StatementDescription, error) {
	return t.on.Conn().Prepare(ctx, name, sql)
}

// Conn is the connection underneath.
func (t openTx) Conn() *pgx.Conn { return t.on.Conn() }

// Exec runs a statement.
func (t openTx) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	return t.on.Exec(ctx, sql, args...)
}

// Query runs a query.
func (t openTx) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return t.on.Query(ctx, sql, args...)
}

// QueryRow runs a query for one row.
func (t openTx) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return t.on.QueryRow(ctx, sql, args...)
}

// SendBatch sends several statements at once.
func (t openTx) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	return t.on.SendBatch(ctx, b)
}

// CopyFrom copies many rows.
func (t openTx) CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	return t.on.CopyFrom(ctx, table, columns, rows)
}
