// Package migrations holds the steps that make an empty database ours, in the
// order of their numbers: SQL files, and Go files where SQL alone does not do.
//
// A step is never edited once merged, and the program that runs must survive
// the schema of the next one: columns are added first, used later, and dropped
// last of all. A database that has a later step already is given one that lands
// afterwards all the same, so steps written side by side must not build on each
// other.
package migrations

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// Files is every numbered step. The Go ones are in it so that they count in
// Hash; they run through [All].
//
//go:embed 0*
var Files embed.FS

// All is the steps written in Go. They reach the database through pool.
func All(pool *pgxpool.Pool) []*goose.Migration {
	return []*goose.Migration{
		goose.NewGoMigration(1, river(pool, riverTables), nil),
	}
}

// Hash names the schema that the steps lead to: it changes whenever a step
// does, River's included.
func Hash() (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := Files.ReadFile(name)
		fmt.Fprintf(sum, "%s\n%s\n", name, text)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("read migrations: %w", err)
	}
	migrator, err := riverMigrator(nil)
	if err != nil {
		return "", err
	}
	for _, step := range migrator.AllVersions() {
		fmt.Fprintf(sum, "river %d\n%s\n", step.Version, step.SQLUp)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16], nil
}

func riverMigrator(pool *pgxpool.Pool) (*rivermigrate.Migrator[riverTx], error) {
	quiet := &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)}
	migrator, err := rivermigrate.New(riverpgxv5.New(pool), quiet)
	if err != nil {
		return nil, fmt.Errorf("read River's migrations: %w", err)
	}
	return migrator, nil
}
