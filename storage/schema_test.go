package storage_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/storage/storagetest"
)

var update = flag.Bool("update", false, "update schema.sql and other expected files")

const schemaHead = `-- The tables as the migrations leave them, for reading; River's and goose's are
-- left out. Written by: go test ./storage -run TestSchemaFileIsUpToDate -update

`

func TestSchemaFileIsUpToDate(t *testing.T) {
	t.Parallel()
	got := schemaHead + storagetest.Schema(t, storagetest.URL(t))
	if *update {
		if err := os.WriteFile("schema.sql", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("schema.sql is not what the migrations lead to; update it with -update and read the change:\n%s", diff)
	}
}
