package understand_test

import (
	"bufio"
	"bytes"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// utterance is one line of the corpus: what somebody writes, what stands open
// meanwhile, and what a good clerk takes from it.
type utterance struct {
	file   string
	line   int
	kind   string
	later  bool // it joined when there were floors, as one that is harder
	text   string
	in     understand.Context
	labels []label
}

// label is what must be found; each of its alternatives is right.
type label []string

// optional tells whether the label may be missing as well.
func (l label) optional() bool {
	for _, alternative := range l {
		if alternative == nothing {
			return true
		}
	}
	return false
}

// nothing as a label says that nothing is to be found, as an alternative that
// the others need not be.
const nothing = "nothing"

// held tells whether the utterance belongs to the third that is looked at for
// its figures only.
func (u utterance) held() bool {
	h := fnv.New32a()
	h.Write([]byte(u.text))
	return h.Sum32()%3 == 0
}

func (u utterance) String() string {
	return fmt.Sprintf("%s:%d: %s", u.file, u.line, u.text)
}

// corpus reads all labelled utterances.
func corpus(tb testing.TB) []utterance {
	tb.Helper()
	folder := filepath.Join("testdata", "corpus")
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	later, err := filepath.Glob(filepath.Join(folder, "later", "*.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []utterance
	for i, file := range slices.Concat(files, later) {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		read, err := parseCorpus(filepath.Base(file), data)
		if err != nil {
			tb.Fatal(err)
		}
		for n := range read {
			read[n].later = i >= len(files)
		}
		all = append(all, read...)
	}
	return all
}

// parseCorpus reads one file of the corpus, whose name says language and kind.
func parseCorpus(name string, data []byte) ([]utterance, error) {
	lang, kind, ok := strings.Cut(strings.TrimSuffix(name, ".txt"), "-")
	if !ok {
		return nil, fmt.Errorf("%s: want a name like de-wish.txt", name)
	}
	at := utterance{file: name, kind: kind, in: understand.Context{Lang: lang}}
	at.in.Today, at.in.Now = booking.Date{Year: 2026, Month: time.November, Day: 23}, 8*60
	var all []utterance
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		at.line++
		line := strings.TrimSpace(lines.Text())
		var err error
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "@expect "), strings.HasPrefix(line, "@listed "), strings.HasPrefix(line, "@now "), strings.HasPrefix(line, "@chosen "):
			err = at.header(line)
		default:
			err = at.read(line)
			all = append(all, at)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, at.line, err)
		}
	}
	return all, lines.Err()
}

// header takes up a line that holds for all lines below it.
func (u *utterance) header(line string) error {
	key, value, _ := strings.Cut(line, " ")
	var err error
	switch key {
	case "@expect":
		u.in.Expect, u.in.Listed = understand.Expect(strings.TrimPrefix(value, "wish")), 0
	case "@listed":
		u.in.Listed, err = strconv.Atoi(value)
	case "@chosen":
		u.in.Chosen, u.in.Comes = wishesIn(value), true
	case "@now":
		day, clock, _ := strings.Cut(value, "T")
		if u.in.Today, err = booking.ParseDate(day); err == nil {
			u.in.Now, err = booking.ParseClock(clock)
		}
	}
	return err
}

// wishesIn is what is chosen: "passport*2 id-card".
func wishesIn(text string) (all []booking.Wish) {
	for each := range strings.FieldsSeq(text) {
		id, cases, _ := strings.Cut(each, "*")
		n, err := strconv.Atoi(cases)
		if err != nil {
			n = 0 // that was not said
		}
		all = append(all, booking.Wish{Concern: booking.ConcernID(id), Quantity: n})
	}
	return all
}

// read takes up one labelled line.
func (u *utterance) read(line string) error {
	text, labels, ok := strings.Cut(line, " => ")
	if !ok {
		return fmt.Errorf("want UTTERANCE => LABELS, not %q", line)
	}
	u.text, u.labels = strings.TrimSpace(text), nil
	for _, l := range strings.Fields(labels) {
		u.labels = append(u.labels, strings.Split(l, "/"))
	}
	return nil
}
