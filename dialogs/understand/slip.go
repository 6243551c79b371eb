package understand

import "unicode/utf8"

// longestWord is the length up to which two words are compared letter by
// letter; nothing anybody types on purpose is longer.
const longestWord = 40

// allowedSlips is how many slips a word of so many letters may have and still be
// meant for another: the shorter, the more words look alike.
func allowedSlips(length int) int {
	switch {
	case length < 5:
		return 0
	case length < 9:
		return 1
	case length < 13:
		return 2
	}
	return 3
}

// slips counts how many typing slips lead from a to b: a letter too many, one
// missing, a wrong one, or two neighbours swapped (Damerau-Levenshtein, each
// pair swapped once). Words longer than longestWord count as far apart.
func slips(a, b []rune) int {
	return distance(a, b, false)
}

// slipsWithin is like slips, but a needs to fit only some part of b.
func slipsWithin(a, b []rune) int {
	return distance(a, b, true)
}

func distance(a, b []rune, anywhere bool) int {
	if len(a) > longestWord || len(b) > longestWord {
		return longestWord
	}
	var rows [3][longestWord + 1]int
	before, above, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		if !anywhere {
			row[j] = j
		}
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			wrong := above[j-1]
			if a[i-1] != b[j-1] {
				wrong++
			}
			row[j] = min(wrong, above[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	if !anywhere {
		return row[len(b)]
	}
	best := row[0]
	for _, d := range row[:len(b)+1] {
		best = min(best, d)
	}
	return best
}

// isSlipOf tells whether typed is word with one typing slip. Short words have
// too many neighbours, and hardly anybody mistypes the first letter.
func isSlipOf(typed, word string) bool {
	if gap := len(typed) - len(word); gap > utf8.UTFMax || -gap > utf8.UTFMax {
		return false
	}
	a, b := []rune(typed), []rune(word)
	if len(a) < 5 || len(b) < 5 || a[0] != b[0] {
		return false
	}
	return slips(a, b) == 1
}
