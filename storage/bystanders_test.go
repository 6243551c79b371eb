package storage_test

import (
	"context"
	_ "embed" // the rows of bystanders
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/storage/storagetest"
)

// bystanders is the rows of people who are in the same office and have nothing to
// do with what a test does: whatever that is, it must leave every one of them as
// it was, and what is looked up must not be theirs.
type bystanders struct {
	testing.TB
	pool *pgxpool.Pool
}

// shared is the tables whose rows belong to nobody.
var shared = []string{"busy_day", "brake", "counter", "laid", "office_name", "office_town", "pace", "rush", "seal"}

//go:embed testdata/bystanders.sql
var standing string

// theirRows is the rows of all bystanders, read once.
var theirRows struct {
	sync.Mutex
	rows []string
}

// withBystanders is an empty database but for them. In the end they must be as
// they were.
func withBystanders(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	begin := "'" + morning.UTC().Format(time.RFC3339) + "'::timestamptz"
	b := &bystanders{TB: tb, pool: storagetest.Filled(tb, strings.ReplaceAll(standing, ":now", begin))}
	theirRows.Lock()
	defer theirRows.Unlock()
	if theirRows.rows == nil {
		theirRows.rows = b.all()
	}
	tb.Cleanup(b.untouched)
	return b.pool
}

// tables is those that hold something about somebody.
func (b *bystanders) tables() (names []string) {
	rows, _ := b.pool.Query(context.WithoutCancel(b.Context()), `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'river%' AND tablename NOT LIKE 'goose%'`)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		b.Fatal(err)
	}
	return slices.DeleteFunc(names, func(name string) bool { return slices.Contains(shared, name) })
}

// allRows asks for every row of the tables.
var allRows = func() func(*bystanders) string {
	var once sync.Once
	var query string
	return func(b *bystanders) string {
		once.Do(func() {
			var queries []string
			for _, table := range b.tables() {
				queries = append(queries, `SELECT '`+table+` ' || t::text FROM `+table+` t`)
			}
			query = strings.Join(queries, " UNION ALL ")
		})
		return query
	}
}()

// all is every row of every table.
func (b *bystanders) all() []string {
	rows, _ := b.pool.Query(context.WithoutCancel(b.Context()), allRows(b))
	all, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		b.Fatal(err)
	}
	return all
}

// untouched fails the test where a row is gone, or another one than it was.
func (b *bystanders) untouched() {
	if b.Failed() {
		return
	}
	now := map[string]bool{}
	for _, row := range b.all() {
		now[row] = true
	}
	for _, row := range theirRows.rows {
		if !now[row] {
			b.Errorf("somebody who has nothing to do with it is not as they were:\n%s", row)
		}
	}
}

// Each table of people, one that comes tomorrow too, has a row of a bystander.
func TestThereIsABystanderInEachTable(t *testing.T) {
	t.Parallel()
	b := &bystanders{TB: t, pool: withBystanders(t)}
	all := b.all()
	for _, table := range b.tables() {
		if !slices.ContainsFunc(all, func(row string) bool { return strings.HasPrefix(row, table+" ") }) {
			t.Errorf("nobody stands by in %s", table)
		}
	}
}
