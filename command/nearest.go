package command

import "strings"

// nearest is the command that somebody most likely meant who typed args, or
// nothing where no name is like it.
func nearest(args []string) string {
	found, best := "", 0
	for _, c := range commands {
		typed := strings.Join(args[:min(len(args), len(strings.Fields(c.name)))], " ")
		off := slips(strings.ToLower(typed), c.name)
		if strings.HasPrefix(c.name, strings.ToLower(typed)) && typed != "" {
			off = 0
		}
		if off <= len(c.name)/3 && (found == "" || off < best) {
			found, best = c.name, off
		}
	}
	return found
}

// slips is how many letters have to be left out, put in, exchanged or swapped
// with the next to get from a to b.
func slips(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range len(b) {
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+differ(a[i], b[j]))
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
