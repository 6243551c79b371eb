package privatepg

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fakeMachine is a machine with these PostgreSQL versions by folder, and these
// programs in $PATH, each with where it really lies.
func fakeMachine(versions map[string]string, path map[string]string) machine {
	return machine{
		lookPath: func(name string) (string, error) {
			if _, ok := path[name]; ok {
				return "/bin/" + name, nil
			}
			return "", fs.ErrNotExist
		},
		glob: func(pattern string) (found []string, err error) {
			for folder := range versions {
				if ok, err := filepath.Match(pattern, folder); ok && err == nil {
					found = append(found, folder)
				}
			}
			slices.Sort(found)
			return found, nil
		},
		realPath: func(p string) (string, error) { return path[filepath.Base(p)], nil },
		executable: func(p string) bool {
			_, ok := versions[filepath.Dir(p)]
			return ok
		},
		output: func(name, arg string) (string, error) {
			if v, ok := versions[filepath.Dir(name)]; ok && arg == "--version" {
				return fmt.Sprintf("postgres (PostgreSQL) %s (Debian)\n", v), nil
			}
			if out, ok := path[name]; ok {
				return out + "\n", nil
			}
			return "", fs.ErrNotExist
		},
	}
}

func TestProgramsAreFoundWhereTheyUsuallyLie(t *testing.T) {
	t.Parallel()
	debian := func(version string) string { return "/usr/lib/postgresql/" + version + "/bin" }
	tests := []struct {
		name     string
		versions map[string]string
		path     map[string]string
		want     []Programs
	}{
		{"nowhere", nil, nil, nil},
		{
			"Debian, newest first",
			map[string]string{debian("15"): "15.18", debian("9.6"): "9.6.1", debian("17"): "17.2"},
			nil,
			[]Programs{{debian("17"), 17}, {debian("15"), 15}},
		},
		{
			"in the path before all others",
			map[string]string{"/opt/pg/bin": "14.1", debian("15"): "15.18"},
			map[string]string{"postgres": "/opt/pg/bin/postgres"},
			[]Programs{{"/opt/pg/bin", 14}, {debian("15"), 15}},
		},
		{
			"a link in the path to where Debian has it counts once",
			map[string]string{debian("15"): "15.18"},
			map[string]string{"postgres": debian("15") + "/postgres"},
			[]Programs{{debian("15"), 15}},
		},
		{
			"built from source",
			map[string]string{"/usr/local/pgsql/bin": "18beta1"},
			nil,
			[]Programs{{"/usr/local/pgsql/bin", 18}},
		},
		{
			"where pg_config says",
			map[string]string{"/strange/bin": "16.0"},
			map[string]string{"pg_config": "/strange/bin"},
			[]Programs{{"/strange/bin", 16}},
		},
		{"too old", map[string]string{debian("12"): "12.1"}, nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := fakeMachine(test.versions, test.path).programs()
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestProgramsFitTheData(t *testing.T) {
	t.Parallel()
	here := []Programs{{"/usr/lib/17", 17}, {"/usr/lib/15", 15}}
	own := folder{path: "/data"}
	tests := []struct {
		made, want int
		refusal    string
	}{
		{made: 0, want: 17},
		{made: 15, want: 15},
		{made: 16, refusal: "the data in /data were made by PostgreSQL 16, but here is only 17, 15: install version 16"},
	}
	for _, test := range tests {
		got, err := choose(here, test.made, own)
		if test.refusal == "" && (err != nil || got.Version != test.want) {
			t.Errorf("choose for %d = %v, %v; want version %d", test.made, got, err, test.want)
		}
		if test.refusal != "" && (err == nil || !strings.HasPrefix(err.Error(), test.refusal)) {
			t.Errorf("choose for %d: %v; want %s", test.made, err, test.refusal)
		}
	}
}

func TestProgramsBelowAClosedHomeAreNamed(t *testing.T) {
	t.Parallel()
	home := t.TempDir() // closed to others
	stranger := folder{path: "/data", as: &syscall.Credential{Uid: 54321, Gid: 54321}}
	_, err := choose([]Programs{{filepath.Join(home, "bin"), 15}}, 0, stranger)
	if err == nil || !strings.Contains(err.Error(), "may not enter") {
		t.Errorf("choose programs below a closed folder: %v", err)
	}
	if errors.Is(err, ErrMissing) {
		t.Error("programs that are there are called missing")
	}
}
