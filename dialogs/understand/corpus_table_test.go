package understand_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tally counts outcomes.
type tally struct {
	n      int
	counts [outcomes]int
	chosen int // a concern was taken where none was wanted
}

func (c *tally) add(v verdict) {
	c.n++
	c.counts[v.outcome]++
	if v.chooses() {
		c.chosen++
	}
}

// chooses tells whether a concern was taken that nobody wants.
func (v verdict) chooses() bool {
	return slices.ContainsFunc(v.extra, func(extra string) bool {
		return strings.HasPrefix(extra, "concern=") && !strings.HasSuffix(extra, "?")
	})
}

// share is how many in a hundred came out in one of these ways.
func (c *tally) share(of ...outcome) float64 {
	if c.n == 0 {
		return 0
	}
	sum := 0
	for _, o := range of {
		sum += c.counts[o]
	}
	return 100 * float64(sum) / float64(c.n)
}

func (c *tally) String() string {
	return fmt.Sprintf("%5d %6.1f %6.1f %6.1f %6.1f", c.n, c.share(right), c.share(askedOnce), c.share(wrong), c.share(silently))
}

// tallies counts a part of the corpus by group: kinds, steps, and what the
// floors speak of.
type tallies map[string]*tally

func (all tallies) add(group string, v verdict) {
	if all[group] == nil {
		all[group] = &tally{}
	}
	all[group].add(v)
}

// result is what was measured, in both parts.
type result struct {
	open, held tallies
	confusions map[string]int
	mistakes   []string // of the open part only
}

// put adds one verdict to all groups that the utterance belongs to.
func (r *result) put(u utterance, v verdict) {
	part := r.open
	if u.held() {
		part = r.held
	}
	for _, group := range groupsOf(u) {
		part.add(group, v)
	}
	if u.held() || v.outcome == right {
		return
	}
	r.mistakes = append(r.mistakes, mistake(u, v))
	for _, c := range confusion(v) {
		r.confusions[c]++
	}
}

var outcomeNames = [outcomes]string{"right", "asked", "wrong", "SILENT"}

func mistake(u utterance, v verdict) string {
	return fmt.Sprintf("%-6s %s\n         missing: %s\n         extra:   %s",
		outcomeNames[v.outcome], u, strings.Join(v.missing, " "), strings.Join(v.extra, " "))
}

// confusion pairs what was meant with what was found instead.
func confusion(v verdict) []string {
	meant, found := v.missing, v.extra
	if len(meant) == 0 {
		meant = []string{nothing}
	}
	if len(found) == 0 {
		found = []string{nothing}
	}
	var all []string
	for _, m := range meant {
		for _, f := range found {
			if m != f {
				all = append(all, m+" -> "+f)
			}
		}
	}
	return all
}

// mostConfusions is how many confusions the table shows.
const mostConfusions = 40

// String is the table that `make understanding` prints.
func (r *result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-24s %-33s   %s\n", "", "development part", "test part")
	head := fmt.Sprintf("%5s %6s %6s %6s %6s", "n", "right", "asked", "wrong", "silent")
	fmt.Fprintf(&b, "%-24s %s   %s\n", "kind (all but n in %)", head, head)
	for _, group := range slices.Sorted(maps.Keys(r.open)) {
		held := r.held[group]
		if held == nil {
			held = &tally{}
		}
		fmt.Fprintf(&b, "%-24s %s   %s\n", group, r.open[group], held)
	}
	fmt.Fprintf(&b, "\nchosen where nothing is to be: %.1f %% of the development part, %.1f %% of the test part\n",
		r.open.chosenWrongly(), r.held.chosenWrongly())
	fmt.Fprintf(&b, "\nconfusions of the development part\n")
	for _, c := range r.commonest() {
		fmt.Fprintf(&b, "%4d  %s\n", r.confusions[c], c)
	}
	return b.String()
}

// commonest is the confusions that occur most, and more than once.
func (r *result) commonest() []string {
	all := slices.SortedFunc(maps.Keys(r.confusions), func(a, b string) int {
		if r.confusions[a] != r.confusions[b] {
			return r.confusions[b] - r.confusions[a]
		}
		return strings.Compare(a, b)
	})
	all = slices.DeleteFunc(all, func(c string) bool { return r.confusions[c] < 2 })
	return all[:min(len(all), mostConfusions)]
}

// chosenWrongly is how often, in a hundred, a concern is taken from what is not
// offered or from nonsense.
func (all tallies) chosenWrongly() float64 {
	c := all[groupNothing]
	if c == nil || c.n == 0 {
		return 0
	}
	return 100 * float64(c.chosen) / float64(c.n)
}
