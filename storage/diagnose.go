package storage

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"regexp"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"terminbote/diagnosis"
	"terminbote/storage/migrations"
)

// oldestServer is the oldest PostgreSQL that is supported, as the server counts.
const oldestServer = 140000

// Diagnose looks at the database at url, within a transaction that may read
// only: whether it can be reached, and whether the program may do there what it
// has to.
func Diagnose(ctx context.Context, url string) (r diagnosis.Report) {
	conn, err := connect(ctx, url)
	if err != nil {
		what, helps := unconnected(err)
		r.Wrong("DATABASE_URL", helps, "%s", what)
		return r
	}
	defer conn.Close(context.WithoutCancel(ctx))
	tx, err := conn.BeginTx(ctx, pgx.TxOptions{AccessMode: pgx.ReadOnly})
	if err == nil {
		defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }() // nothing was changed
		err = examine(ctx, tx, &r)
	}
	if err != nil {
		r.Wrong("database", "See what PostgreSQL's log says.", "it does not answer as expected: %v", err)
	}
	return r
}

func connect(ctx context.Context, url string) (*pgx.Conn, error) {
	config, err := connConfig(url)
	if err != nil {
		return nil, err
	}
	return pgx.ConnectConfig(ctx, config)
}

func examine(ctx context.Context, tx pgx.Tx, r *diagnosis.Report) error {
	for _, look := range []func(context.Context, pgx.Tx, *diagnosis.Report) error{
		examineServer, examineConnections, examineExtension, examineSchema,
	} {
		if err := look(ctx, tx, r); err != nil {
			return err
		}
	}
	return nil
}

// unconnected says why there is no connection, in words that repeat no
// password, and what helps.
func unconnected(err error) (what, helps string) {
	var name *net.DNSError
	var authority x509.UnknownAuthorityError
	var certificate *tls.CertificateVerificationError
	switch sqlState(err) {
	case "28P01", "28000":
		return "PostgreSQL refuses the user or the password",
			"Compare user and password with CREATE ROLE … LOGIN PASSWORD '…'; / and @ in the password are written %2F and %40. pg_hba.conf must let the user in from this machine."
	case "3D000":
		return "there is no database of that name", "Make it: CREATE DATABASE terminbote OWNER terminbote."
	case "42501":
		return "the user may not connect to this database", "Make the database the user's own: ALTER DATABASE terminbote OWNER TO terminbote."
	case "53300":
		return "PostgreSQL takes no more connections", "Raise max_connections, or the role's CONNECTION LIMIT; each replica uses up to 16."
	case cannotConnectNow:
		return "PostgreSQL is starting or stopping", "Wait, and try again."
	}
	var parse *pgconn.ParseConfigError
	switch {
	case errors.As(err, &parse):
		return "this is no address of a database", "Write it as postgres://user:password@host:5432/database, with / and @ in the password as %2F and %40."
	case errors.As(err, &name):
		return "there is no host of that name: " + name.Name, "Look for a slip in the host's name."
	case errors.As(err, &authority), errors.As(err, &certificate):
		return "nobody here vouches for the server's certificate", "Name the authority: ?sslmode=verify-full&sslrootcert=FILE."
	case strings.Contains(err.Error(), "server refused TLS connection"):
		return "the server does not encrypt, and sslmode asks for it", "Set ssl = on in postgresql.conf; on the same machine sslmode=disable will do."
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer in time", "Is a firewall between here and the server?"
	}
	return "nobody listens at that host and port", "Start PostgreSQL; have it listen there (listen_addresses), and look for a slip in host and port."
}

func examineServer(ctx context.Context, tx pgx.Tx, r *diagnosis.Report) error {
	var version int
	var named, user, database string
	var standby bool
	err := tx.QueryRow(ctx, `
		SELECT current_setting('server_version_num')::int, current_setting('server_version'), current_user, current_database(), pg_is_in_recovery()`,
	).Scan(&version, &named, &user, &database, &standby)
	switch {
	case err != nil:
		return fmt.Errorf("look at the server: %w", err)
	case version < oldestServer:
		r.Wrong("database", "Move to a newer PostgreSQL: dump, install, restore.", "PostgreSQL %s is too old; 14 or newer is needed", named)
	case standby:
		r.Wrong("database", "Name both servers and add ?target_session_attrs=read-write.", "this server is a standby, on which nothing can be written")
	default:
		r.Good("database", "reached %q as %q, PostgreSQL %s", database, user, named)
	}
	return nil
}

// examineConnections tells whether one replica has the connections that it
// uses at most, and one to look with.
func examineConnections(ctx context.Context, tx pgx.Tx, r *diagnosis.Report) error {
	var server, role int
	err := tx.QueryRow(ctx, `
		SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int, rolconnlimit
		FROM pg_roles WHERE rolname = current_user`).Scan(&server, &role)
	if err != nil {
		return fmt.Errorf("look at the connections: %w", err)
	}
	judgeConnections(r, server, role)
	return nil
}

// judgeConnections says what is wrong where server and role take so many; a role without a
// limit takes -1.
func judgeConnections(r *diagnosis.Report, server, role int) {
	const needed = usualConns + besideConns + 1
	if server < needed {
		r.Wrong("connections", "Raise max_connections in postgresql.conf.", "the server takes %d at once; a replica and the doctor use up to %d", server, needed)
	}
	if role >= 0 && role < needed {
		r.Wrong("connections", "ALTER ROLE … CONNECTION LIMIT -1.", "the role may have %d at once; a replica and the doctor use up to %d", role, needed)
	}
}

// examineExtension tells whether btree_gist is there, or will be.
func examineExtension(ctx context.Context, tx pgx.Tx, r *diagnosis.Report) error {
	var installed, available, mayCreate bool
	err := tx.QueryRow(ctx, `
		SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist'),
			EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist'),
			has_database_privilege(current_database(), 'CREATE')`).Scan(&installed, &available, &mayCreate)
	switch {
	case err != nil:
		return fmt.Errorf("look at the extension: %w", err)
	case installed:
		r.Good("extension", "btree_gist is there")
	case !available:
		r.Wrong("extension", "Install it: it comes with Debian's postgresql, on other systems with postgresql-contrib.", "the server does not have btree_gist")
	case !mayCreate:
		r.Wrong("extension", "Have an administrator do it once in this database: CREATE EXTENSION btree_gist. Or make the database the user's own.",
			"btree_gist is not there yet, and the user may not create it")
	default:
		r.Good("extension", "btree_gist is not there yet; the program creates it when it starts")
	}
	return nil
}

// examineSchema tells whether the tables are those of this program, and its to
// use.
func examineSchema(ctx context.Context, tx pgx.Tx, r *diagnosis.Report) error {
	done, err := stepsDone(ctx, tx)
	if err != nil {
		return err
	}
	steps, err := stepsKnown()
	if err != nil {
		return err
	}
	missing, newer := 0, 0
	for version := range steps {
		if !done[version] {
			missing++
		}
	}
	for version := range done {
		if !steps[version] && version != 0 {
			newer++
		}
	}
	if len(done) == 0 {
		return examineEmpty(ctx, tx, r)
	}
	switch {
	case newer > 0:
		r.Good("schema", "%d steps newer than this program; it gets along with the next version's", newer)
	case missing > 0:
		r.Good("schema", "%d steps older than this program, which takes them when it starts", missing)
	default:
		r.Good("schema", "up to date")
	}
	return examineRights(ctx, tx, r, missing > 0)
}

// stepsDone is the migrations that the database has had.
func stepsDone(ctx context.Context, tx pgx.Tx) (map[int64]bool, error) {
	var exists bool
	if err := tx.QueryRow(ctx, `SELECT to_regclass('goose_db_version') IS NOT NULL`).Scan(&exists); err != nil || !exists {
		return nil, err
	}
	rows, _ := tx.Query(ctx, `SELECT version_id FROM goose_db_version WHERE is_applied`)
	all, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	switch {
	case sqlState(err) == "42501":
		return nil, errors.New("the tables belong to somebody else: make them the user's own (REASSIGN OWNED BY … TO …)")
	case err != nil:
		return nil, fmt.Errorf("look at the schema: %w", err)
	}
	done := map[int64]bool{}
	for _, version := range all {
		done[version] = true
	}
	return done, nil
}

// stepsKnown is the migrations that this program has.
func stepsKnown() (map[int64]bool, error) {
	entries, err := fs.ReadDir(migrations.Files, ".")
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	all := map[int64]bool{}
	for _, e := range entries {
		number, _, _ := strings.Cut(e.Name(), "_")
		if version, err := strconv.ParseInt(number, 10, 64); err == nil {
			all[version] = true
		}
	}
	return all, nil
}

var tableMade = regexp.MustCompile(`(?m)^CREATE TABLE (\w+)`)

// tablesKnown is the tables that the migrations make; others may stand beside
// them.
func tablesKnown() ([]string, error) {
	all := []string{"goose_db_version", "river_job", "river_leader", "river_queue", "river_client", "river_client_queue", "river_migration"}
	entries, err := fs.ReadDir(migrations.Files, ".")
	for _, e := range entries {
		text, err := migrations.Files.ReadFile(e.Name())
		if err != nil {
			return nil, fmt.Errorf("read migrations: %w", err)
		}
		for _, made := range tableMade.FindAllSubmatch(text, -1) {
			all = append(all, string(made[1]))
		}
	}
	return all, err
}

// examineEmpty tells whether the tables can be made that are not there yet.
func examineEmpty(ctx context.Context, tx pgx.Tx, r *diagnosis.Report) error {
	var may bool
	err := tx.QueryRow(ctx, `SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)`).Scan(&may)
	switch {
	case err != nil:
		return fmt.Errorf("look at the rights: %w", err)
	case !may:
		r.Wrong("schema", "Make the database the user's own, or GRANT CREATE ON SCHEMA public TO it.", "there are no tables yet, and the user may not create any")
	default:
		r.Good("schema", "there are no tables yet; the program creates them when it starts")
	}
	return nil
}

// examineRights tells whether the user may do with every table what the program
// does, and change the tables where that is to be done.
func examineRights(ctx context.Context, tx pgx.Tx, r *diagnosis.Report, change bool) error {
	tables, err := tablesKnown()
	if err != nil {
		return err
	}
	var closed, foreign []string
	err = tx.QueryRow(ctx, `
		SELECT coalesce(array_agg(tablename::text ORDER BY tablename) FILTER (WHERE NOT (
				has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')
				AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'INSERT')
				AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'UPDATE')
				AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'DELETE'))), '{}'),
			coalesce(array_agg(tablename::text ORDER BY tablename) FILTER (WHERE NOT pg_has_role(tableowner, 'USAGE')), '{}')
		FROM pg_tables WHERE schemaname = current_schema() AND tablename = ANY ($1)`, tables).Scan(&closed, &foreign)
	const helps = "Make the tables the user's own: REASSIGN OWNED BY … TO …, in this database."
	switch {
	case err != nil:
		return fmt.Errorf("look at the rights: %w", err)
	case len(closed) > 0:
		r.Wrong("rights", helps, "the user may not read and write %s", strings.Join(closed, ", "))
	case change && len(foreign) > 0:
		r.Wrong("rights", helps, "the tables have to be changed, and %s belong to somebody else", strings.Join(foreign, ", "))
	default:
		r.Good("rights", "the user may do what is needed")
	}
	return nil
}
