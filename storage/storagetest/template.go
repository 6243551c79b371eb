package storagetest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5"

	"terminbote/storage"
)

// The databases that we make on a server begin like this; others are not ours.
const (
	testPrefix     = "terminbote_test_"     // then the process and a number
	templatePrefix = "terminbote_template_" // then the hash of the migrations
)

// templateLock is the advisory lock under which templates are made.
const templateLock = 7_326_384_511

// strategySince is the version of PostgreSQL from which one has to ask for the
// copy that is fast for small databases; before, there was no other.
const strategySince = 150_000

func templateName() string { return templatePrefix + storage.SchemaHash() }

// prepare makes the template if there is none yet. Of several test programs one
// makes it and the others wait.
func (s *server) prepare(ctx context.Context) error {
	return s.alone(ctx, s.tidyAndMake)
}

// alone does something that one test program at a time may do.
func (s *server) alone(ctx context.Context, work func(context.Context, *pgx.Conn) error) error {
	return s.do(ctx, func(conn *pgx.Conn) error {
		// After a fault the lock ends with the connection.
		if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock($1)`, templateLock); err != nil {
			return err
		}
		if err := work(ctx, conn); err != nil {
			return err
		}
		_, err := conn.Exec(ctx, `SELECT pg_advisory_unlock($1)`, templateLock)
		return err
	})
}

func (s *server) tidyAndMake(ctx context.Context, conn *pgx.Conn) error {
	if s.private != nil {
		if err := dropLeftovers(ctx, conn); err != nil {
			return err
		}
	}
	exists, err := databaseExists(ctx, conn, templateName())
	if err != nil || exists {
		return err
	}
	return s.makeTemplate(ctx, conn)
}

func databaseExists(ctx context.Context, conn *pgx.Conn, name string) (exists bool, err error) {
	err = conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, name).Scan(&exists)
	return exists, err
}

// makeTemplate makes the template of all tests.
func (s *server) makeTemplate(ctx context.Context, conn *pgx.Conn) error {
	return s.makeDatabase(ctx, conn, templateName(), "template0", storage.Migrate)
}

// makeDatabase gives a database its name only when it is complete.
func (s *server) makeDatabase(ctx context.Context, conn *pgx.Conn, name, template string, complete func(ctx context.Context, url string) error) error {
	making := pgx.Identifier{name + "_making"}
	if _, err := conn.Exec(ctx, "DROP DATABASE IF EXISTS "+making.Sanitize()+" WITH (FORCE)"); err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+making.Sanitize()+" TEMPLATE "+pgx.Identifier{template}.Sanitize()); err != nil {
		return err
	}
	if err := complete(ctx, s.url(making[0])); err != nil {
		return err
	}
	_, err := conn.Exec(ctx, "ALTER DATABASE "+making.Sanitize()+" RENAME TO "+pgx.Identifier{name}.Sanitize())
	return err
}

// copyTemplate makes the database name as a copy of template.
func (s *server) copyTemplate(ctx context.Context, template, name string) error {
	return s.do(ctx, func(conn *pgx.Conn) error {
		version, err := serverVersion(ctx, conn)
		if err != nil {
			return err
		}
		order := "CREATE DATABASE " + pgx.Identifier{name}.Sanitize() + " TEMPLATE " + pgx.Identifier{template}.Sanitize()
		if version >= strategySince {
			order += " STRATEGY file_copy"
		}
		_, err = conn.Exec(ctx, order)
		return err
	})
}

func serverVersion(ctx context.Context, conn *pgx.Conn) (number int, err error) {
	err = conn.QueryRow(ctx, `SELECT current_setting('server_version_num')::int`).Scan(&number)
	return number, err
}

// dropLeftovers drops what killed test programs left, and templates of
// migrations as they were a day ago. Meanwhile others drop their databases.
func dropLeftovers(ctx context.Context, conn *pgx.Conn) error {
	rows, err := conn.Query(ctx, `
		SELECT datname, coalesce((pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - interval '1 day', false) AS old
		FROM pg_database AS d
		WHERE starts_with(datname, 'terminbote_')
		  AND NOT EXISTS (SELECT FROM pg_stat_activity AS a WHERE a.datid = d.oid)`)
	if err != nil {
		return err
	}
	type leftover struct {
		Name string `db:"datname"`
		Old  bool
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByName[leftover])
	if err != nil {
		return err
	}
	for _, l := range found {
		if !abandoned(l.Name, testPrefix, "_") && (!l.Old || l.Name == templateName()) {
			continue
		}
		if _, err := conn.Exec(ctx, "DROP DATABASE IF EXISTS "+pgx.Identifier{l.Name}.Sanitize()); err != nil {
			return fmt.Errorf("drop %s: %w", l.Name, err)
		}
	}
	return nil
}

// abandoned tells whether what has this name belongs to a test program that is
// no more: the process stands between prefix and end.
func abandoned(name, prefix, end string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return false
	}
	process, _, _ := strings.Cut(rest, end)
	pid, err := strconv.Atoi(process)
	return err == nil && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}
