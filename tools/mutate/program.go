package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// program is the tests of a package, with all faults behind switches.
type program struct {
	folder, path string
	tests        []*test  // that pass without a fault
	always       []string // arguments of every run
}

// test is one of them, and the switches that it passes.
type test struct {
	name   string
	took   time.Duration
	passed []byte
}

// build compiles the tests of folder with the faults of the package in faulty.
// Faults that the compiler refuses are dropped.
func build(dir, folder, faulty string, sources []*source) (*program, error) {
	p := &program{folder: folder, path: filepath.Join(dir, strings.ReplaceAll(filepath.Clean(folder), "/", "-")+".test")}
	for {
		overlay, err := writeOverlay(dir, faulty, sources)
		if err != nil {
			return nil, err
		}
		out, err := exec.Command("go", "test", "-c", "-vet=off", "-gcflags=-e", "-overlay="+overlay, "-o="+p.path, folder).CombinedOutput()
		if err == nil {
			p.always = arguments(p.path)
			return p, nil
		}
		if !dropRefused(dir, string(out), sources) {
			return nil, fmt.Errorf("build the tests of %s: %w\n%s", folder, err, out)
		}
	}
}

// writeOverlay writes the faulty files, and the one with their switches.
func writeOverlay(dir, faulty string, sources []*source) (string, error) {
	absolute, err := filepath.Abs(faulty)
	if err != nil {
		return "", err
	}
	name := "zz_switches.go"
	replace := map[string]string{filepath.Join(absolute, name): filepath.Join(dir, name)}
	err = os.WriteFile(filepath.Join(dir, name), []byte("package "+sources[0].pkg+switches), 0o600)
	for _, s := range sources {
		base := filepath.Base(s.path)
		replace[filepath.Join(absolute, base)] = filepath.Join(dir, base)
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, base), s.faulty(), 0o600))
	}
	entries, _ := json.Marshal(map[string]any{"Replace": replace})
	path := filepath.Join(dir, "overlay.json")
	return path, errors.Join(err, os.WriteFile(path, entries, 0o600))
}

// switches is Go that tells whether a fault is planted, and notes who asked.
const switches = `

import (
	"os"
	"strconv"
	"syscall"
)

var mutChosen, _ = strconv.Atoi(os.Getenv("MUTATE_PLANTED"))

var mutPassed = func() []byte {
	file, err := os.OpenFile(os.Getenv("MUTATE_RECORD"), os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil
	}
	passed, _ := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	return passed
}()

func mutPlanted(id int) bool {
	if mutPassed != nil {
		mutPassed[id] = 1
	}
	return id == mutChosen
}

func mutEither[T any](on bool, then, otherwise T) T {
	if on {
		return then
	}
	return otherwise
}

func mutMore[T ~int | ~int32 | ~int64 | ~float64](on bool, value T) T {
	if on {
		return value + max(1, value/60)
	}
	return value
}

func mutNeither[T any](on bool, value T) (zero T) {
	if on {
		return zero
	}
	return value
}
`

// maxFaults is how many faults a package can have.
const maxFaults = 1 << 16

var refusal = regexp.MustCompile(`(?m)^(\S+\.go):(\d+):`)

// dropRefused drops the faults that the compiler complains of; first those that
// are risky.
func dropRefused(dir, out string, sources []*source) (dropped bool) {
	for _, riskyAlone := range []bool{true, false} {
		for _, at := range refusal.FindAllStringSubmatch(out, -1) {
			line, _ := strconv.Atoi(at[2])
			for _, s := range sources {
				if filepath.Base(s.path) == filepath.Base(at[1]) && s.drop(line, riskyAlone) {
					dropped = true
				}
			}
		}
		if dropped {
			return true
		}
	}
	return false
}

// record runs each test alone and notes which switches it passes.
func (p *program) record() error {
	asked, err := regexp.Compile(*run)
	if err != nil {
		return err
	}
	skipped, err := regexp.Compile(*skip)
	if err != nil {
		return err
	}
	out, err := p.run(time.Minute, nil, "-test.list=.")
	if err != nil {
		return fmt.Errorf("list the tests of %s: %w", p.folder, err)
	}
	names := strings.Fields(string(out))
	names = slices.DeleteFunc(names, func(name string) bool {
		return !strings.HasPrefix(name, "Test") || !asked.MatchString(name) || *skip != "" && skipped.MatchString(name)
	})
	found := make([]*test, len(names))
	sideBySide(len(names), func(i int) {
		t, err := p.recordOne(names[i])
		if err != nil {
			fmt.Fprintf(os.Stderr, "mutate: %s is left out: %v\n", names[i], err)
		}
		found[i] = t
	})
	p.tests = slices.DeleteFunc(found, func(t *test) bool { return t == nil })
	slices.SortFunc(p.tests, func(a, b *test) int { return cmp.Compare(a.took, b.took) })
	return nil
}

// sideBySide does n pieces of work, some of them at once.
func sideBySide(n int, do func(i int)) {
	var all sync.WaitGroup
	places := make(chan struct{}, max(1, *jobs))
	for i := range n {
		places <- struct{}{}
		all.Go(func() {
			do(i)
			<-places
		})
	}
	all.Wait()
}

func (p *program) recordOne(name string) (*test, error) {
	path := p.path + "." + name + ".passed"
	defer os.Remove(path)
	if err := os.WriteFile(path, make([]byte, maxFaults), 0o600); err != nil {
		return nil, err
	}
	began := time.Now()
	if _, err := p.run(*limit, []string{"MUTATE_RECORD=" + path}, "-test.run=^"+name+"$"); err != nil {
		return nil, err
	}
	passed, err := os.ReadFile(path)
	return &test{name, time.Since(began), bytes.TrimRight(passed, "\x00")}, err
}

func (t *test) passes(f *fault) bool { return f.id < len(t.passed) && t.passed[f.id] == 1 }

// passes tells whether a test passes the place of a fault.
func (p *program) passes(f *fault) bool {
	return slices.ContainsFunc(p.tests, func(t *test) bool { return t.passes(f) })
}

// quickOnes is how many tests are tried before all the others.
const quickOnes = 5

// notices tells whether a test fails with the fault, as well by never ending.
func (p *program) notices(f *fault) bool {
	var names []string
	for _, t := range p.tests {
		if t.passes(f) {
			names = append(names, t.name)
		}
	}
	first := names[:min(quickOnes, len(names))]
	return p.someFail(f, first) || p.someFail(f, names[len(first):])
}

func planting(f *fault) []string { return []string{"MUTATE_PLANTED=" + strconv.Itoa(f.id)} }

func (p *program) someFail(f *fault, names []string) bool {
	if len(names) == 0 {
		return false
	}
	_, err := p.run(*limit, planting(f), "-test.failfast", "-test.run=^("+strings.Join(names, "|")+")$")
	return err != nil
}

// unshrunk has properties fail at once, where there are any: nobody reads the
// smallest example.
var unshrunk = []string{"-rapid.shrinktime=1ms", "-rapid.nofailfile"}

// arguments is what every run of a program gets.
func arguments(path string) (always []string) {
	if exec.Command(path, append(unshrunk, "-test.list=^$")...).Run() == nil {
		always = slices.Clone(unshrunk)
	}
	if *brief {
		always = append(always, "-test.short")
	}
	return always
}

func (p *program) run(within time.Duration, environment []string, arguments ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	c := exec.CommandContext(ctx, p.path, slices.Concat(arguments, p.always)...)
	c.Dir, c.Env, c.WaitDelay = p.folder, append(os.Environ(), environment...), time.Second
	return c.Output()
}
