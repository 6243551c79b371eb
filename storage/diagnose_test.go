package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"terminbote/diagnosis"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// wrongs is everything wrong in a report, a line each.
func wrongs(r diagnosis.Report) string {
	var all []string
	for _, f := range r {
		if f.Wrong != "" {
			all = append(all, f.What+": "+f.Wrong)
			if f.Helps == "" {
				all = append(all, "nothing is said to help against it")
			}
		}
	}
	return strings.Join(all, "\n")
}

// changed is an address with something else in one place.
func changed(t *testing.T, address string, change func(*url.URL)) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	change(u)
	return u.String()
}

// asUser is an address with another user.
func asUser(t *testing.T, address, name string) string {
	t.Helper()
	return changed(t, address, func(u *url.URL) {
		query := u.Query()
		query.Del("user")
		u.User, u.RawQuery = url.UserPassword(name, "hunter2"), query.Encode()
	})
}

// role makes a user of the server that owns nothing and is gone after the
// test. It returns the address with that user in it.
func role(t *testing.T, address, options string) (name, as string) {
	t.Helper()
	name = fmt.Sprintf("diagnosed_%d", rand.Uint32())
	execute(t, address, "CREATE ROLE "+name+" LOGIN "+options)
	t.Cleanup(func() { execute(t, address, "DROP OWNED BY "+name+" CASCADE; DROP ROLE "+name) })
	return name, asUser(t, address, name)
}

func execute(t *testing.T, address, statement string) {
	t.Helper()
	conn, err := pgx.Connect(context.WithoutCancel(t.Context()), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	if _, err := conn.Exec(context.WithoutCancel(t.Context()), statement, pgx.QueryExecModeSimpleProtocol); err != nil {
		t.Fatal(err)
	}
}

func TestADatabaseInOrderHasNoFinding(t *testing.T) {
	t.Parallel()
	r := storage.Diagnose(t.Context(), storagetest.URL(t))
	if got := wrongs(r); got != "" {
		t.Error(got)
	}
	want := []string{"database", "extension", "schema", "rights"}
	var got []string
	for _, f := range r {
		got = append(got, f.What)
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("looked at %v, want %v", got, want)
	}
}

func TestADatabaseThatCannotBeReachedIsExplained(t *testing.T) {
	t.Parallel()
	address := storagetest.URL(t)
	for want, wrong := range map[string]string{
		"there is no database of that name": changed(t, address, func(u *url.URL) { u.Path = "/nowhere" }),
		"refuses the user or the password":  asUser(t, address, "nobody"),
		"nobody listens at that host":       "postgres://u:hunter2@127.0.0.1:1/d",
		"there is no host of that name":     "postgres://u:hunter2@no-such-host.invalid/d",
		"this is no address":                "postgres://u:hunter2@localhost:port/d",
	} {
		got := wrongs(storage.Diagnose(t.Context(), wrong))
		if !strings.Contains(got, want) || strings.Contains(got, "hunter2") {
			t.Errorf("%s\nwant %q, and no password", got, want)
		}
	}
}

func TestWhatADatabaseLacksIsNamedOnceEach(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		title string
		fault func(t *testing.T, address string) string // returns the address to look at
		want  string
	}{
		{"tables of somebody else", func(t *testing.T, address string) string {
			t.Helper()
			name, as := role(t, address, "")
			execute(t, address, "GRANT SELECT ON goose_db_version TO "+name)
			return as
		}, "rights: the user may not read and write alarm, appointment, "},
		{"one table of somebody else", func(t *testing.T, address string) string {
			t.Helper()
			name, as := role(t, address, "")
			execute(t, address, "GRANT ALL ON ALL TABLES IN SCHEMA public TO "+name+"; REVOKE DELETE ON inbox FROM "+name)
			return as
		}, "rights: the user may not read and write inbox"},
		{"not even the steps can be read", func(t *testing.T, address string) string {
			t.Helper()
			_, as := role(t, address, "")
			return as
		}, "the tables belong to somebody else"},
		{"too few connections of the role", func(t *testing.T, address string) string {
			t.Helper()
			name, as := role(t, address, "CONNECTION LIMIT 5")
			execute(t, address, "GRANT ALL ON ALL TABLES IN SCHEMA public TO "+name)
			return as
		}, "connections: the role may have 5 at once; a replica and the doctor use up to 19"},
		{"tables to be changed that are somebody else's", func(t *testing.T, address string) string {
			t.Helper()
			name, as := role(t, address, "")
			execute(t, address, "GRANT ALL ON ALL TABLES IN SCHEMA public TO "+name+"; DELETE FROM goose_db_version WHERE version_id = 13")
			return as
		}, "rights: the tables have to be changed, and alarm, appointment, "},
		{"no right to create the extension", func(t *testing.T, address string) string {
			t.Helper()
			_, as := role(t, address, "")
			execute(t, address, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO PUBLIC")
			return as
		}, "extension: btree_gist is not there yet, and the user may not create it"},
		{"no right to create tables", func(t *testing.T, address string) string {
			t.Helper()
			name, as := role(t, address, "")
			execute(t, address, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC; GRANT CREATE ON DATABASE "+
				strings.TrimPrefix(changedPath(t, address), "/")+" TO "+name)
			return as
		}, "schema: there are no tables yet, and the user may not create any"},
	} {
		t.Run(test.title, func(t *testing.T) {
			t.Parallel()
			got := wrongs(storage.Diagnose(t.Context(), test.fault(t, storagetest.URL(t))))
			if !strings.Contains(got, test.want) || strings.Contains(got, "\n") {
				t.Errorf("%s\nwant only %q", got, test.want)
			}
		})
	}
}

// One right that is missing on one table is enough, whichever it is, and so is one
// table that somebody else owns where tables have to be changed.
func TestOneTableIsEnoughToBeNamed(t *testing.T) {
	t.Parallel()
	const older = "; DELETE FROM goose_db_version WHERE version_id = 13"
	wants := map[string]string{"": ""}
	for _, right := range []string{"SELECT", "INSERT", "UPDATE", "DELETE"} {
		wants["REVOKE "+right+" ON inbox FROM %[1]s"] = "rights: the user may not read and write inbox"
	}
	const ownedAll = "DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '%[2]s' " +
		"LOOP EXECUTE 'ALTER TABLE ' || t || ' OWNER TO %[1]s'; END LOOP; END $$"
	wants[strings.ReplaceAll(ownedAll, "%[2]s", "none")+older] = ""
	wants[strings.ReplaceAll(ownedAll, "%[2]s", "inbox")+older] = "rights: the tables have to be changed, and inbox belong to somebody else"
	wants[strings.ReplaceAll(ownedAll, "%[2]s", "inbox")] = ""
	for statement, want := range wants {
		address := storagetest.URL(t)
		name, as := role(t, address, "")
		execute(t, address, "GRANT ALL ON ALL TABLES IN SCHEMA public TO "+name+"; "+strings.ReplaceAll(statement, "%[1]s", name))
		if got := wrongs(storage.Diagnose(t.Context(), as)); got != want {
			t.Errorf("after %s: %q, want %q", statement, got, want)
		}
	}
}

func changedPath(t *testing.T, address string) (path string) {
	t.Helper()
	changed(t, address, func(u *url.URL) { path = u.Path })
	return path
}

func TestTheStateOfTheSchemaIsSaid(t *testing.T) {
	t.Parallel()
	for statement, want := range map[string]string{
		"SELECT": "up to date",
		"INSERT INTO goose_db_version (version_id, is_applied, tstamp) VALUES (99999, true, '2026-11-24')":                                    "1 steps newer than this program",
		"DELETE FROM goose_db_version WHERE version_id > (SELECT version_id FROM goose_db_version ORDER BY version_id DESC OFFSET 2 LIMIT 1)": "2 steps older than this program",
		"DROP SCHEMA public CASCADE; CREATE SCHEMA public":                                                                                    "there are no tables yet; the program creates them",
	} {
		address := storagetest.URL(t)
		execute(t, address, statement)
		said := false
		for _, f := range storage.Diagnose(t.Context(), address) {
			said = said || f.What == "schema" && strings.Contains(f.Good, want)
		}
		if !said {
			t.Errorf("%s: never said: %s", statement, want)
		}
	}
}

// Looking changes nothing, whatever it finds.
func TestLookingCreatesNothing(t *testing.T) {
	t.Parallel()
	address := storagetest.URL(t)
	execute(t, address, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
	storage.Diagnose(t.Context(), address)
	execute(t, address, "CREATE EXTENSION btree_gist; CREATE TABLE appointment (); CREATE TABLE goose_db_version ()") // none of them is there
}

// As many connections as a replica uses are enough, of the server and of the role: sixteen
// for its work, one to lead and one to watch, and one to look with.
func TestJustEnoughConnectionsAreEnough(t *testing.T) {
	t.Parallel()
	const enough = 16 + 1 + 1 + 1
	for _, tt := range []struct{ server, role, wrong int }{
		{enough, -1, 0}, {enough, enough, 0}, {enough - 1, -1, 1}, {enough, enough - 1, 1}, {enough, 0, 1}, {enough - 1, enough - 1, 2}, {enough + 1, enough + 1, 0},
	} {
		if got := storage.Connections(tt.server, tt.role); len(got) != tt.wrong {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}
