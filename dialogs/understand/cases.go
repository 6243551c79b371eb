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
