package storage_test

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/storage"
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
