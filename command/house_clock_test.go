package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// sqlClock is the ways to ask PostgreSQL what time it is.
var sqlClock = regexp.MustCompile(`(?i)\b((now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\(\)|current_(timestamp|date|time)\b|localtime(stamp)?\b)`)

// asksTheDatabase is the files that may do so, and why.
var asksTheDatabase = map[string]string{
	"storage/servertime.go":           "it is compared with ours, and decides nothing",
	"storage/pace.go":                 "turns lie apart by one clock for all replicas, which none of theirs is",
	"storage/storagetest/template.go": "the age of a file is by the machine's clock",
	"command/house_clock_test.go":     "its examples",
	"bot/web/bench_test.go":           "it is a browser that is asked, how long a turn took",
}

// A linter forbids the machine's clock in Go (.golangci.yml); this is the same
// for SQL, in tests as well.
func TestNoStatementAsksTheDatabaseForTheTime(t *testing.T) {
	t.Parallel()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		name := strings.TrimPrefix(filepath.ToSlash(path), "../")
		switch {
		case err != nil:
			return err
		case entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && path != "..":
			return filepath.SkipDir
		case asksTheDatabase[name] != "", entry.Name() == "testdata":
			return skipped(entry)
		}
		for _, text := range statementsIn(t, path) {
			if asks := sqlClock.FindString(text); asks != "" {
				t.Errorf("%s asks the database for the time (%s): give the statement the time as an argument", name, asks)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// skipped leaves out a file, or all of a folder.
func skipped(entry fs.DirEntry) error {
	if entry.IsDir() {
		return filepath.SkipDir
	}
	return nil
}

// statementsIn is the text of an SQL file, or the string literals of a Go file.
func statementsIn(t *testing.T, path string) []string {
	t.Helper()
	switch filepath.Ext(path) {
	case ".sql":
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return []string{string(text)}
	case ".go":
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				all = append(all, literal.Value)
			}
			return true
		})
		return all
	}
	return nil
}

func TestTheClockOfTheDatabaseIsFoundInSQL(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"SELECT now()": true, "due < NOW() + interval '1 hour'": true, "SET at = CURRENT_TIMESTAMP": true, "DEFAULT current_date": true,
		"clock_timestamp()": true, "due < $1": false, "known()": false, "now": false, "current_database()": false,
	} {
		if got := sqlClock.MatchString(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
