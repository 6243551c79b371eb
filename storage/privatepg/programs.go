package privatepg

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// oldest is the first major version with everything we use: DROP DATABASE …
// WITH (FORCE).
const oldest = 13

// Programs is where a PostgreSQL's programs lie, and its major version.
type Programs struct {
	Folder  string
	Version int
}

// Find looks for PostgreSQL's programs postgres and initdb: in $PATH, where
// Debian and a build from source put them, and where pg_config says. Without
// any the error is [ErrMissing].
func Find() (Programs, error) {
	m := thisMachine(context.Background())
	found := m.programs()
	if len(found) == 0 {
		return Programs{}, missing(m)
	}
	return found[0], nil
}

func (p Programs) path(name string) string { return filepath.Join(p.Folder, name) }

// machine is what has to be known of a computer to find or install PostgreSQL.
type machine struct {
	root       bool
	lookPath   func(name string) (string, error)             // as exec.LookPath
	glob       func(pattern string) ([]string, error)        // as filepath.Glob
	realPath   func(path string) (string, error)             // as filepath.EvalSymlinks
	executable func(path string) bool                        // a file that may be run
	output     func(name string, arg string) (string, error) // of a program that ends by itself
}

func thisMachine(ctx context.Context) machine {
	return machine{
		root:       os.Getuid() == 0,
		lookPath:   exec.LookPath,
		glob:       filepath.Glob,
		realPath:   filepath.EvalSymlinks,
		executable: executable,
		output: func(name, arg string) (string, error) {
			out, err := exec.CommandContext(ctx, name, arg).Output()
			return string(out), err
		},
	}
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}

// programs is every usable PostgreSQL on the machine, the one to prefer first.
func (m machine) programs() []Programs {
	var found []Programs
	for _, folder := range m.folders() {
		known := slices.ContainsFunc(found, func(p Programs) bool { return p.Folder == folder })
		if known || !m.executable(filepath.Join(folder, "postgres")) || !m.executable(filepath.Join(folder, "initdb")) {
			continue
		}
		if version := m.version(folder); version >= oldest {
			found = append(found, Programs{Folder: folder, Version: version})
		}
	}
	return found
}

// folders is where to look, in this order. Links are followed, since one may
// link postgres into $PATH and leave its companions where they are.
func (m machine) folders() []string {
	var folders []string
	if postgres, err := m.lookPath("postgres"); err == nil {
		if target, err := m.realPath(postgres); err == nil {
			folders = append(folders, filepath.Dir(target))
		}
	}
	folders = append(folders, m.debianFolders()...)
	folders = append(folders, "/usr/local/pgsql/bin")
	if _, err := m.lookPath("pg_config"); err == nil {
		if out, err := m.output("pg_config", "--bindir"); err == nil {
			folders = append(folders, strings.TrimSpace(out))
		}
	}
	return folders
}

// debianFolders is Debian's folders, newest version first (9.6 < 15).
func (m machine) debianFolders() []string {
	folders, err := m.glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return nil
	}
	number := func(folder string) float64 {
		n, err := strconv.ParseFloat(filepath.Base(filepath.Dir(folder)), 64)
		if err != nil {
			return 0
		}
		return n
	}
	slices.SortStableFunc(folders, func(a, b string) int { return int(number(b)*100) - int(number(a)*100) })
	return folders
}

var versionPattern = regexp.MustCompile(`\(PostgreSQL\) (\d+)`)

func (m machine) version(folder string) int {
	out, err := m.output(filepath.Join(folder, "postgres"), "--version")
	if err != nil {
		return 0
	}
	match := versionPattern.FindStringSubmatch(out)
	if match == nil {
		return 0
	}
	version, err := strconv.Atoi(match[1])
	if err != nil {
		return 0
	}
	return version
}

// provide finds the programs for the server in f, and installs them where they
// are missing.
func provide(ctx context.Context, f folder, log io.Writer) (Programs, error) {
	m := thisMachine(ctx)
	found := m.programs()
	if len(found) == 0 {
		if err := m.install(ctx, log, runInstall); err != nil {
			return Programs{}, err
		}
		found = m.programs()
	}
	if len(found) == 0 {
		return Programs{}, missing(m)
	}
	version, err := dataVersion(f)
	if err != nil {
		return Programs{}, err
	}
	return choose(found, version, f)
}

// choose takes the first programs that fit the data, of version made (0: none
// made yet), and that the server's user may run.
func choose(found []Programs, made int, f folder) (Programs, error) {
	var blocked error
	for _, p := range found {
		if made != 0 && p.Version != made {
			continue
		}
		closed, ok := f.mayEnter(p.Folder)
		if ok {
			return p, nil
		}
		blocked = fmt.Errorf("PostgreSQL in %s lies below %s, which the user that it runs as (%d) may not enter", p.Folder, closed, f.as.Uid)
	}
	if blocked != nil {
		return Programs{}, blocked
	}
	return Programs{}, fmt.Errorf("the data in %s were made by PostgreSQL %d, but here is only %s: install version %d, or dump them with it and load them into a new folder",
		f.path, made, versions(found), made)
}

func versions(found []Programs) string {
	var list []string
	for _, p := range found {
		list = append(list, strconv.Itoa(p.Version))
	}
	return strings.Join(list, ", ")
}
