package office

import (
	"slices"
	"strings"
)

// suggest says which of the known words was probably meant, or names them all
// where none is near.
func suggest(word string, known []string) message {
	if best := nearest(word, known); best != "" {
		return say("did you mean %q?", best)
	}
	return say("expected %s", oneOf(known))
}

// nearest is the known word that somebody who wrote word probably meant; empty
// where none is near.
func nearest(word string, known []string) string {
	best, bestAway := "", len([]rune(word))/2+1
	for _, k := range known {
		if away := distance(word, k); away < bestAway {
			best, bestAway = k, away
		}
	}
	return best
}

// oneOf lists words to choose from. A long list helps nobody and is cut.
func oneOf(known []string) message {
	const most = 12
	switch {
	case len(known) == 0:
		return say("it to be defined, as none is yet")
	case len(known) == 1:
		return say("%s", known[0])
	case len(known) > most:
		return say("one of %s, …", strings.Join(known[:most], ", "))
	}
	return say("one of %s", strings.Join(known, ", "))
}

// distance is how many letters have to be changed, added or left out to make b
// of a (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			next := min(row[j], row[j+1]) + 1
			if x == y {
				next = min(next, diagonal)
			} else {
				next = min(next, diagonal+1)
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(to)]
}

// words is the keys of a set in order.
func words[V any](set map[string]V) []string {
	all := make([]string, 0, len(set))
	for word := range set {
		all = append(all, word)
	}
	slices.Sort(all)
	return all
}
