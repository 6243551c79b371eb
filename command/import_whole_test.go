package command

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// spoil makes a good line (date, time, name, mail, persons, concerns) wrong.
var spoil = map[string]func([]string){
	"no day":      func(c []string) { c[0] = "tomorrow" },
	"past":        func(c []string) { c[0] = "2026-11-02" },
	"closed":      func(c []string) { c[0] = "2026-12-24" },
	"Sunday":      func(c []string) { c[0] = "2026-11-29" },
	"taken":       func(c []string) { c[0], c[1] = "2026-11-25", "12:45" },
	"off grid":    func(c []string) { c[1] = "9:31" },
	"at night":    func(c []string) { c[1] = "3:00" },
	"no name":     func(c []string) { c[2] = " " },
	"no mail":     func(c []string) { c[3] = "nobody" },
	"nobody":      func(c []string) { c[4] = "0" },
	"no concern":  func(c []string) { c[5] = "a new moon" },
	"no quantity": func(c []string) { c[5] = "0x id-card" },
	"separator":   func(c []string) { c[2] += ";" },
}

var namedLine = regexp.MustCompile(`(?m)^old\.csv:(\d+): `)

func TestAnImportIsAllOrNothingWhateverTheFile(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a hundred imports take seconds")
	}
	i := newImports(t)
	const head = "date;time;name;mail;persons;concerns\n"
	full := head + "2026-11-25;12:30;Erika;;;id-card + passport\n2026-11-25;12:30;Jörg;;;id-card + passport\n2026-11-25;12:30;Zoë;;;id-card + passport\n"
	if _, errs, err := i.take(full); err != nil {
		t.Fatal(errs)
	}
	before := i.stored()
	kinds := []string{"", "", "", "", ""} // most are good
	for kind := range spoil {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	rapid.Check(t, func(t *rapid.T) {
		content, line, good, wrong := head, 2, 0, []int(nil)
		for n, kind := range rapid.SliceOfN(rapid.SampledFrom(kinds), 1, 12).Draw(t, "lines") {
			concern := rapid.SampledFrom([]string{"id-card", "Perso", "\"passport\n\"", "\"id-card |\n\nMeldebescheinigung\""}).Draw(t, "concern")
			cells := []string{"2026-12-01", fmt.Sprintf("%d:00", 8+n/2), fmt.Sprintf("Ada %c", 'A'+n), "", "1", concern}
			lines := 1 + strings.Count(concern, "\n")
			if kind == "" {
				good++
			} else {
				spoil[kind](cells)
				wrong, lines = append(wrong, line), 1+strings.Count(cells[5], "\n")
			}
			content, line = content+strings.Join(cells, ";")+"\n", line+lines
		}
		_, errs, err := i.take(content)
		var named []int
		for _, m := range namedLine.FindAllStringSubmatch(errs, -1) {
			n, _ := strconv.Atoi(m[1])
			named = append(named, n)
		}
		if diff := cmp.Diff(wrong, slices.Compact(named)); diff != "" || (err != nil) != (len(wrong) > 0) {
			t.Fatalf("wrong lines (-want +got):\n%s\n%s\n%s", diff, content, errs)
		}
		if len(wrong) > 0 {
			good = 0
		}
		if got := len(i.stored()) - len(before); got != good {
			t.Fatalf("%d were entered, want %d:\n%s\n%s", got, good, content, errs)
		}
		if _, err := i.db.Exec(i.Context(), `DELETE FROM appointment WHERE name LIKE 'Ada %'`); err != nil {
			t.Fatal(err)
		}
	})
	i.holds(before...)
}
