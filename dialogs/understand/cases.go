package understand

import "math"

// casesIn reads for how many cases a name is: "bis 5 Dokumente", "6 to 20
// documents", "mehr als 20". The base is the name without it.
func casesIn(name string) (cases caseSpan, base string) {
	words := wordsOf(Fold(name))
	var numbers []int
	above, below := false, false
	for i, w := range words {
		switch n := parseDigits(w); {
		case w[0] >= '0' && w[0] <= '9':
			numbers = append(numbers, n)
		case moreThan[w] && i+1 < len(words):
			above = true
		case upTo[w]:
			below = true
		default:
			base += w + " "
		}
	}
	switch {
	case len(numbers) == 2 && numbers[0] < numbers[1]:
		return caseSpan{numbers[0], numbers[1]}, base
	case len(numbers) == 1 && above:
		return caseSpan{numbers[0] + 1, math.MaxInt}, base
	case len(numbers) == 1 && below:
		return caseSpan{1, numbers[0]}, base
	}
	return caseSpan{}, ""
}

var (
	moreThan = unitedWords(func(w officeWords) string { return w.moreThan })
	upTo     = unitedWords(func(w officeWords) string { return w.upTo })
)

// byCases picks among entries that differ only in how many cases they are for.
// Where no number is said, it is few.
func (f *finder) byCases(ranks []rank, quantity int) (fitting []rank, byNumber bool) {
	first := f.rank.entries[ranks[0].entry]
	if first.cases == (caseSpan{}) {
		return ranks, false
	}
	base := first.base
	number := max(1, quantity, f.mostSaid())
	var others []rank
	pick := ranks[0]
	for i, e := range f.rank.entries {
		if e.cases == (caseSpan{}) || e.base != base {
			continue
		}
		if e.cases.holds(number) {
			pick = rank{int32(i), ranks[0].score}
		}
	}
	for _, r := range ranks {
		if e := f.rank.entries[r.entry]; e.cases == (caseSpan{}) || e.base != base {
			others = append(others, r)
		}
	}
	return append([]rank{pick}, others...), true
}
