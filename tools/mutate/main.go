// Command mutate plants faults in the program and says which of them the tests
// do not notice:
//
//	go run tools/mutate/*.go [-n 60] [-seed 1] [-only FILE,FILE] [-kind REGEXP] [-again FILE] [-users ./command,./storage] ./booking …
//
// All faults of a package are compiled into one test program, each behind a
// switch, so that a fault costs no build. A first run of each test records the
// switches it passes; a fault is then tried with the tests that pass it, and,
// where they do not notice, with those of -users. Nothing is written to the
// tree. A fault that survives is harmless, or shows a test that is missing;
// which of the two, a person has to say.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

var (
	many  = flag.Int("n", 0, "how many faults are tried in each package; 0: all")
	seed  = flag.Uint64("seed", 1, "which ones are chosen")
	only  = flag.String("only", "", "the files that faults are planted in, by their base names; all if empty")
	kind  = flag.String("kind", "", "the faults that are planted, by what is said of them; all if empty")
	users = flag.String("users", "", "packages whose tests are asked where the package's own do not notice")
	brief = flag.Bool("short", false, "tests run with -short")
	run   = flag.String("run", "", "tests that are asked, as in go test; all if empty")
	skip  = flag.String("skip", "", "tests that are not asked, as in go test")
	list  = flag.Bool("list", false, "the faults are listed, and none is tried")
	again = flag.String("again", "", "what an earlier run wrote: only the faults that went unnoticed there are tried")
	jobs  = flag.Int("jobs", 2, "how many tests run at once")
	limit = flag.Duration("timeout", time.Minute, "how long the tests of a fault may take")
)

func main() {
	flag.Parse()
	planted, noticed := 0, 0
	for _, folder := range flag.Args() {
		p, n, err := try(folder)
		if err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(1)
		}
		planted, noticed = planted+p, noticed+n
	}
	fmt.Printf("mutate: %d of %d faults were noticed\n", noticed, planted)
}

// try plants faults in one package.
func try(folder string) (planted, noticed int, err error) {
	dir, err := os.MkdirTemp("", "mutate-")
	if err != nil {
		return 0, 0, err
	}
	defer os.RemoveAll(dir)
	sources, err := sourcesIn(folder)
	if err != nil {
		return 0, 0, err
	}
	if *list {
		for _, f := range chosen(sources) {
			fmt.Println(f)
		}
		return 0, 0, nil
	}
	own, err := build(dir, folder, folder, sources)
	if err != nil {
		return 0, 0, err
	}
	if err := own.record(); err != nil {
		return 0, 0, err
	}
	programs, err := usersOf(dir, folder, sources)
	if err != nil {
		return 0, 0, err
	}
	planted, noticed = tried(own, append([]*program{own}, programs...), chosen(sources))
	return planted, noticed, nil
}

// usersOf is the tests of the packages that use the faulty one.
func usersOf(dir, faulty string, sources []*source) (all []*program, err error) {
	for user := range strings.FieldsFuncSeq(*users, func(r rune) bool { return r == ',' }) {
		p, err := build(dir, user, faulty, sources)
		if err != nil {
			return nil, err
		}
		if err := p.record(); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// tried plants each fault and says what came of it.
func tried(own *program, programs []*program, faults []*fault) (planted, noticed int) {
	var saying sync.Mutex
	sideBySide(len(faults), func(i int) {
		f, outcome := faults[i], "SURVIVED"
		if !own.passes(f) {
			outcome = "UNPASSED"
		}
		if slices.ContainsFunc(programs, func(p *program) bool { return p.notices(f) }) {
			outcome = "noticed"
		}
		saying.Lock()
		defer saying.Unlock()
		if outcome == "noticed" {
			noticed++
		}
		fmt.Printf("%-8s %s\n", outcome, f)
	})
	return len(faults), noticed
}

// chosen is the faults that are tried.
func chosen(sources []*source) (all []*fault) {
	for _, s := range sources {
		all = append(all, s.faults...)
	}
	if *again != "" {
		return unnoticedBefore(all)
	}
	if *many == 0 || *many >= len(all) {
		return all
	}
	chance := rand.New(rand.NewPCG(*seed, 0))
	chance.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:*many]
}

// unnoticedBefore is the faults that an earlier run calls by their names.
func unnoticedBefore(all []*fault) []*fault {
	before, err := os.ReadFile(*again)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
	missed := map[string]bool{}
	for line := range strings.Lines(string(before)) {
		outcome, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		missed[strings.TrimSpace(name)] = outcome != "noticed"
	}
	return slices.DeleteFunc(all, func(f *fault) bool { return !missed[f.String()] })
}

// sourcesIn is the files of a package with the faults that can be planted there.
func sourcesIn(folder string) (all []*source, err error) {
	wanted, err := regexp.Compile(*kind)
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	limits, err := limitsIn(paths)
	if err != nil {
		return nil, err
	}
	next := 1
	for _, path := range paths {
		named := *only == "" || slices.Contains(strings.Split(*only, ","), filepath.Base(path))
		if strings.HasSuffix(path, "_test.go") || !named {
			continue
		}
		s, err := readSource(path, limits)
		if err != nil {
			return nil, err
		}
		s.faults = slices.DeleteFunc(s.faults, func(f *fault) bool { return !wanted.MatchString(f.what) })
		for _, f := range s.faults {
			f.id, next = next, next+1
		}
		all = append(all, s)
	}
	if next == 1 {
		return nil, errors.New("there is no place for a fault in " + folder)
	}
	return all, nil
}
