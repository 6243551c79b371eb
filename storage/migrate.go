package storage

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	gooselock "github.com/pressly/goose/v3/lock"

	"terminbote/storage/migrations"
)

// migrationConns is enough for one migration: a connection for the lock, one
// for what runs under it, and one to spare.
const migrationConns = 3

// Migrate brings the database at url up to date. Several programs may call it
// at once: one of them does the work, the others wait for it. A database that
// is newer than this program is left as it is.
func Migrate(ctx context.Context, url string) error {
	config, _, err := poolConfig(url)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	config.MaxConns, config.MinConns = migrationConns, 0
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	defer pool.Close()
	if err := pool.Ping(ctx); err != nil {
		return fmt.Errorf("reach the database: %w", err)
	}
	if err := migrateUp(ctx, pool); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// SchemaHash names the schema that [Migrate] leads to; two programs with the
// same one have the same tables.
func SchemaHash() string {
	hash, err := migrations.Hash()
	if err != nil {
		panic(err) // only what is built into the program is read
	}
	return hash
}

func migrateUp(ctx context.Context, pool *pgxpool.Pool) (err error) {
	// goose waits in whole seconds; five minutes outlast any step of ours.
	locker, err := gooselock.NewPostgresSessionLocker(gooselock.WithLockTimeout(1, 300))
	if err != nil {
		return err
	}
	db := stdlib.OpenDBFromPool(pool)
	defer db.Close()
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.Files,
		goose.WithGoMigrations(migrations.All(pool)...),
		goose.WithDisableGlobalRegistry(true),
		goose.WithAllowOutofOrder(true), // steps written side by side do not land in the order of their numbers
		goose.WithSessionLocker(locker),
		goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
