package storage_test

import (
	_ "embed" // the rows of somebody who is given what is stored about them
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

//go:embed testdata/exported.sql
var exportedRows string

// exported is a world in which there is something of Trixi's in every table, beside
// what is of bystanders.
func exported(t *testing.T) *tellingWorld {
	t.Helper()
	w := newTellingWorld(t, test)
	w.remember("trixi", `{"version": 1, "draft": {"name": "Trixi"}}`)
	w.must("trixi", hold(at(9, 0))) // so that there is a hash of hers
	w.exec(strings.ReplaceAll(exportedRows, ":now", instant(w.now)))
	return w
}

// given is what Trixi is given.
func (w *tellingWorld) given() string {
	w.Helper()
	done := w.do("trixi", dialogs.Export{})
	if done.Refused != nil || !json.Valid(done.Data) {
		w.Fatalf("%v: %s", done.Refused, done.Data)
	}
	return string(done.Data)
}

// What somebody is given is all of theirs and nothing else, in the order in which it
// came to be, under names that they can read.
func TestWhatSomebodyIsGivenIsAllOfTheirs(t *testing.T) {
	t.Parallel()
	got := exported(t).given()
	const path = "testdata/exported.json"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("other things are given (-want +got); write them down with -update and read them:\n%s", diff)
	}
}

// hers is where Trixi's rows are in the tables that people are given something of,
// and which columns lead to them: those stay as they are here.
var hers = map[string]struct{ where, leads string }{
	"person":        {`id = 1`, "id"},
	"chat":          {`id = 71`, "id person"},
	"appointment":   {`id = 71`, "id holder"},
	"history":       {`id = 71`, "id appointment"},
	"notice":        {`id = 71`, "id appointment"},
	"wait":          {`id = 71`, "id person appointment"},
	"offer":         {`id = 71`, "id wait"},
	"handover":      {`id = 71`, "id chat"},
	"handover_line": {`id = 71`, "id handover"},
	"code":          {`id = 71`, "id chat appointment"},
	"inbox":         {`id = 71`, "id channel address"},
	"deed":          {`id = 800071`, "id sender"},
	"rated":         {`appointment = 71`, "appointment"},
}

// untold is the columns that nobody is given, by the reason.
var untold = map[string][]string{
	"a hash":                    {"person.proved", "code.hash", "code.mailbox", "deed.mailbox", "deed.about"},
	"another form of the same":  {"appointment.mail_key", "wait.mail_key", "appointment.ticket_day", "handover.network"},
	"how the program works":     {"appointment.claim", "appointment.request", "chat.drawn", "chat.screen", "offer.hold", "notice.sequence", "history.staff"},
	"where staff read the talk": {"handover.thread", "handover.erased_at", "handover_line.post", "handover_line.place", "handover_line.told_at"},
	"of the office, not of her": {"appointment.skills", "appointment.audience", "appointment.desk", "appointment.served", "appointment.sent_to", "appointment.newcomer"},
}

// wrong is another value of a type.
var wrong = map[string]string{
	"text": `'x' || coalesce(%, '')`, "bytea": `'x' || coalesce(%, '')`, "ARRAY": `% || '{x}'`, "boolean": `NOT %`,
	"integer": `coalesce(%, 0) + 1`, "bigint": `coalesce(%, 0) + 1`, "date": `coalesce(%, :now::date) + 1`,
	"timestamp with time zone": `coalesce(%, :now) + interval '1 hour'`, "json": `'["other"]'`, "jsonb": `'["other"]'`,
}

type column struct{ Table, Name, Type string }

// columns is those of the tables that people are given something of.
func (w *world) columns() []column {
	w.Helper()
	rows, _ := w.pool.Query(w.Context(), `
		SELECT table_name AS table, column_name AS name, data_type AS type FROM information_schema.columns
		WHERE table_schema = 'public' AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position`)
	all, err := pgx.CollectRows(rows, pgx.RowToStructByName[column])
	if err != nil {
		w.Fatal(err)
	}
	return slices.DeleteFunc(all, func(c column) bool {
		return hers[c.Table].where == "" || slices.Contains(strings.Fields(hers[c.Table].leads), c.Name)
	})
}

// unchecked has the database take whatever stands in a column.
func (w *world) unchecked() {
	w.Helper()
	w.exec(`DO $$ DECLARE c record; BEGIN
		FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace
		LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP; END $$`)
}

// Whatever column of theirs holds something else, they are given something else,
// unless it is said why not: of a new column too.
func TestEachColumnIsGivenOrItIsSaidWhyNot(t *testing.T) {
	t.Parallel()
	w := exported(t)
	w.unchecked()
	kept := map[string]bool{}
	for _, names := range untold {
		for _, name := range names {
			kept[name] = true
		}
	}
	before := w.given()
	for _, c := range w.columns() {
		other := strings.NewReplacer("%", c.Name, ":now", instant(w.now)).Replace(wrong[c.Type])
		w.exec(`BEGIN; SET LOCAL session_replication_role = replica; UPDATE ` + c.Table + ` SET ` + c.Name + ` = ` + other + ` WHERE ` + hers[c.Table].where + `; COMMIT`)
		after := w.given()
		if told := after != before; told == kept[c.Table+"."+c.Name] {
			t.Errorf("%s.%s is given: %v", c.Table, c.Name, told)
		}
		before = after
	}
}
