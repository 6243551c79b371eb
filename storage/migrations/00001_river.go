package migrations

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/rivermigrate"
)

// riverTx is the transaction type of River's driver.
type riverTx = pgx.Tx

// riverTables is the version of River's tables that this step leads to. A
// later River brings its tables along in a step of its own.
const riverTables = 8

// river is the step that brings River's tables to version. It stands outside
// a transaction, as some of River's steps need the one before to be committed;
// River keeps count itself, so running it again after a crash is safe.
func river(pool *pgxpool.Pool, version int) *goose.GoFunc {
	return &goose.GoFunc{RunDB: func(ctx context.Context, _ *sql.DB) error {
		migrator, err := riverMigrator(pool)
		if err != nil {
			return err
		}
		_, err = migrator.Migrate(ctx, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: version})
		if err != nil {
			return fmt.Errorf("migrate River to %d: %w", version, err)
		}
		return nil
	}}
}
