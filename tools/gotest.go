//go:build ignore

// Gotest runs go test and says how far it is: a line for each package as soon
// as it is done, and what a failed test has printed. On a terminal a last line
// tells what is still running.
//
//	go run tools/gotest.go ./... -run Hold
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "gotest: packages expected, such as ./..., and then flags of go test")
		os.Exit(2)
	}
	packages, flags := os.Args[1], os.Args[2:]
	all, err := list(packages)
	if err != nil {
		fmt.Fprintln(os.Stderr, "gotest: go list:", err)
		os.Exit(1)
	}
	r := &run{
		out: os.Stdout, total: len(all), verbose: slices.Contains(flags, "-v"), began: time.Now(),
		printed: map[test][]string{}, running: map[string]bool{},
	}
	// Vet is one of the checks, which see more of it.
	cmd := exec.Command("go", slices.Concat([]string{"test", "-json", "-vet=off"}, all, flags)...)
	cmd.Stderr = os.Stderr
	if os.Getenv("GOGC") == "" {
		cmd.Env = append(os.Environ(), "GOGC=200") // most of what tests start ends before its memory is full
	}
	events, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gotest:", err)
		os.Exit(1)
	}
	stop := r.watch()
	r.follow(events)
	err = cmd.Wait()
	stop()
	if well := r.sum(); err != nil || !well {
		os.Exit(1)
	}
}

// list is the packages, those with the most files of tests first: what takes
// long must not be left alone at the end.
func list(packages string) ([]string, error) {
	out, err := exec.Command("go", "list", "-f", "{{len .TestGoFiles}} {{len .XTestGoFiles}} {{.ImportPath}}", packages).Output()
	if err != nil {
		return nil, err
	}
	files := map[string]int{}
	for line := range strings.Lines(string(out)) {
		var within, beside int
		var path string
		if _, err := fmt.Sscan(line, &within, &beside, &path); err != nil {
			return nil, err
		}
		files[path] = within + beside
	}
	return slices.SortedFunc(maps.Keys(files), func(a, b string) int {
		return cmp.Or(cmp.Compare(files[b], files[a]), cmp.Compare(a, b))
	}), nil
}

// event is what go test -json says; see go doc test2json.
type event struct {
	Action, Package, Test, Output string
}

type test struct{ pkg, name string }

// run is a run of go test.
type run struct {
	out     io.Writer
	total   int // packages
	verbose bool
	began   time.Time

	mu      sync.Mutex
	printed map[test][]string // by tests that may yet fail; a test without a name is its package
	running map[string]bool   // packages
	done    int
	passed  int // tests
	failed  []test
	status  bool // a line that changes stands there
}

// follow reads events to their end. What is none is passed on.
func (r *run) follow(events io.Reader) {
	lines := bufio.NewScanner(events)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			e = event{Action: "build-output", Output: lines.Text() + "\n"}
		}
		r.mu.Lock()
		r.take(e)
		r.mu.Unlock()
	}
}

func (r *run) take(e event) {
	of := test{e.Package, e.Test}
	switch e.Action {
	case "start":
		r.running[e.Package] = true
	case "output":
		r.keep(of, e.Output)
	case "build-output":
		r.print(e.Output)
	case "pass", "fail", "skip":
		if e.Test == "" {
			r.end(of, e.Action)
			return
		}
		if e.Action == "fail" {
			r.failed = append(r.failed, of)
			r.print(r.printed[of]...)
		} else if e.Action == "pass" {
			r.passed++
		}
		delete(r.printed, of)
	}
}

func (r *run) keep(of test, output string) {
	if r.verbose {
		r.print(output)
		return
	}
	r.printed[of] = append(r.printed[of], output)
}

// end says what came of a package. Where it has failed, what it printed itself
// and what tests of it printed that never ended is shown as well.
func (r *run) end(pkg test, action string) {
	delete(r.running, pkg.pkg)
	r.done++
	own := r.printed[pkg]
	if action == "fail" {
		for _, t := range slices.Collect(maps.Keys(r.printed)) {
			if t.pkg == pkg.pkg && t.name != "" {
				r.print(r.printed[t]...)
				delete(r.printed, t)
			}
		}
		r.print(own[:max(0, len(own)-1)]...)
		if len(r.failed) == 0 || r.failed[len(r.failed)-1].pkg != pkg.pkg {
			r.failed = append(r.failed, pkg)
		}
	}
	delete(r.printed, pkg)
	if len(own) > 0 {
		r.print(fmt.Sprintf("%s\t%d of %d\n", strings.TrimSpace(own[len(own)-1]), r.done, r.total))
	}
}

func (r *run) print(texts ...string) {
	if r.status {
		fmt.Fprint(r.out, "\r\x1b[K")
		r.status = false
	}
	for _, text := range texts {
		fmt.Fprint(r.out, text)
	}
}

// watch tells on a terminal, every second, what is still running.
func (r *run) watch() (stop func()) {
	info, err := os.Stdout.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || r.verbose {
		return func() {}
	}
	ended := make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		for tick := time.NewTicker(time.Second); ; {
			select {
			case <-ended:
				r.print()
				return
			case <-tick.C:
				r.tell()
			}
		}
	})
	return func() { close(ended); all.Wait() }
}

func (r *run) tell() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.print()
	names := slices.Sorted(maps.Keys(r.running))
	line := fmt.Sprintf("%3.0f s: %d of %d packages, %d tests; running %s", time.Since(r.began).Seconds(), r.done, r.total, r.passed, strings.Join(names, " "))
	if len(names) == 0 {
		line = fmt.Sprintf("%3.0f s: compiling", time.Since(r.began).Seconds())
	}
	const columns = 100 // a line that wraps could not be taken back
	fmt.Fprint(r.out, string(bytes.Runes([]byte(line))[:min(columns, len([]rune(line)))]))
	r.status = true
}

// sum says what came of all, and whether it is well.
func (r *run) sum() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.print(fmt.Sprintf("%d tests of %d packages passed in %.0f s\n", r.passed, r.done, time.Since(r.began).Seconds()))
	for _, t := range r.failed {
		r.print(strings.TrimSpace("FAILED: "+t.pkg+" "+t.name) + "\n")
	}
	return len(r.failed) == 0
}
