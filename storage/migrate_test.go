package storage_test

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"terminbote/storage"
	"terminbote/storage/migrations"
	"terminbote/storage/storagetest"
)

func TestSeveralReplicasMayMigrateAtOnce(t *testing.T) {
	t.Parallel()
	pool := storagetest.Empty(t)
	url := pool.Config().ConnString()
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if err := storage.Migrate(t.Context(), url); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if steps := countSteps(t, pool); steps == 0 {
		t.Error("no step was taken")
	}
}

func TestMigratingAgainChangesNothing(t *testing.T) {
	t.Parallel()
	pool := storagetest.New(t)
	before := countSteps(t, pool)
	if err := storage.Migrate(t.Context(), pool.Config().ConnString()); err != nil {
		t.Fatal(err)
	}
	if after := countSteps(t, pool); after != before {
		t.Errorf("%d steps became %d", before, after)
	}
}

func TestAStepThatLandedLateIsMadeUpFor(t *testing.T) {
	t.Parallel()
	pool := storagetest.Empty(t)
	url := pool.Config().ConnString()
	migrateWithout(t, pool, 19, 21)
	if err := storage.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(storagetest.Schema(t, storagetest.URL(t)), storagetest.Schema(t, url)); diff != "" {
		t.Errorf("tables (-in order +made up for):\n%s", diff)
	}
}

// A step that makes an index while people book is not one transaction: cut off, it
// has left something, and is taken as a whole the next time.
func TestAStepThatWasCutOffIsTakenAgain(t *testing.T) {
	t.Parallel()
	pool := storagetest.Empty(t)
	url := pool.Config().ConnString()
	migrateWithout(t, pool, 57)
	for _, left := range []string{
		`CREATE FUNCTION name_words(office text, name text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$ SELECT ''::tsvector $$`,
		`CREATE INDEX appointment_words ON appointment USING gin (name_words(office, name))`,
		`UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'appointment_words'::regclass`,
	} {
		if _, err := pool.Exec(t.Context(), left); err != nil {
			t.Fatal(err)
		}
	}
	if err := storage.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(storagetest.Schema(t, storagetest.URL(t)), storagetest.Schema(t, url)); diff != "" {
		t.Errorf("tables (-in one go +cut off):\n%s", diff)
	}
}

// migrateWithout takes all steps but some, as a program did that had them not.
func migrateWithout(t *testing.T, pool *pgxpool.Pool, steps ...int64) {
	t.Helper()
	db := stdlib.OpenDBFromPool(pool)
	defer db.Close()
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.Files,
		goose.WithGoMigrations(migrations.All(pool)...),
		goose.WithDisableGlobalRegistry(true),
		goose.WithExcludeVersions(steps),
		goose.WithLogger(goose.NopLogger()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestADatabaseThatIsNotThereIsAnError(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"postgres:///none?host=/nowhere": "reach the database: ",
		"postgres://:::":                 "migrate: ",
	} {
		if err := storage.Migrate(t.Context(), url); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: want %q, got %v", url, want, err)
		}
	}
}

func TestANewerDatabaseIsLeftAsItIs(t *testing.T) {
	t.Parallel()
	pool := storagetest.New(t)
	if _, err := pool.Exec(t.Context(), `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, true)`); err != nil {
		t.Fatal(err)
	}
	if err := storage.Migrate(t.Context(), pool.Config().ConnString()); err != nil {
		t.Error(err)
	}
}

func TestTheSchemaHasAName(t *testing.T) {
	t.Parallel()
	hash := storage.SchemaHash()
	if !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(hash) || hash != storage.SchemaHash() {
		t.Errorf("got %q, then %q", hash, storage.SchemaHash())
	}
}

func countSteps(t *testing.T, pool *pgxpool.Pool) (steps int) {
	t.Helper()
	if err := pool.QueryRow(t.Context(), `SELECT count(*) FROM goose_db_version WHERE is_applied`).Scan(&steps); err != nil {
		t.Fatal(err)
	}
	return steps
}

// Who may not change the tables learns that they are not as they should be.
func TestWhatCannotBeMigratedIsSaid(t *testing.T) {
	t.Parallel()
	address := storagetest.URL(t)
	_, as := role(t, address, "")
	if err := storage.Migrate(t.Context(), as); err == nil || !strings.HasPrefix(err.Error(), "migrate: ") {
		t.Errorf("it says %v", err)
	}
}
