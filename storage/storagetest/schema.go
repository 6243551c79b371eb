package storagetest

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"terminbote/storage/privatepg"
)

// Schema is the SQL that makes our tables as they are in the database at url,
// for people to read: in pg_dump's words, without what it says of itself and
// its version, and without the tables of River and goose.
func Schema(tb testing.TB, url string) string {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), pgDump(tb), "--schema-only", "--no-owner", "--no-privileges", "--dbname="+url)
	var complaints strings.Builder
	cmd.Stderr = &complaints
	dump, err := cmd.Output()
	if err != nil {
		tb.Fatalf("pg_dump: %v: %s", err, complaints.String())
	}
	return readable(string(dump))
}

func pgDump(tb testing.TB) string {
	tb.Helper()
	programs, err := privatepg.Find()
	if err != nil {
		tb.Fatal(err)
	}
	beside := filepath.Join(programs.Folder, "pg_dump")
	if _, err := exec.LookPath(beside); err == nil {
		return beside
	}
	inPath, err := exec.LookPath("pg_dump")
	if err != nil {
		tb.Fatalf("PostgreSQL's program pg_dump is not on this machine: %v", err)
	}
	return inPath
}

// objectPattern is the comment before each object in a dump.
var objectPattern = regexp.MustCompile(`(?m)^--\n-- Name: (.*?); Type: (.*?); Schema: .*\n--\n`)

// readable keeps our objects of a dump. What stands before the first object
// only prepares the session.
func readable(dump string) string {
	var kept []string
	heads := objectPattern.FindAllStringSubmatchIndex(dump, -1)
	for i, head := range heads {
		end := len(dump)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		name := dump[head[2]:head[3]]
		if body := statements(dump[head[1]:end]); !foreign(name) && body != "" {
			kept = append(kept, body)
		}
	}
	return strings.Join(kept, "\n\n") + "\n"
}

// foreign tells whether an object in a dump is not ours; its name may be of
// two words, as "river_job river_job_pkey".
func foreign(name string) bool {
	for word := range strings.FieldsSeq(name) {
		if strings.HasPrefix(word, "river_") || strings.HasPrefix(word, "goose_db_version") {
			return true
		}
	}
	return strings.HasPrefix(name, "EXTENSION ") // their comments are PostgreSQL's
}

// noisePattern is lines that pg_dump puts between objects for its own sake.
var noisePattern = regexp.MustCompile(`(?m)^(SET .*|SELECT pg_catalog\.set_config.*|--.*|\\.*)\n`)

func statements(body string) string {
	body = noisePattern.ReplaceAllString(body, "")
	return strings.TrimSpace(strings.ReplaceAll(body, "public.", ""))
}
