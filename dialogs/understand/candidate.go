package understand

// candidate is what some words could say. Candidates may overlap; choose keeps
// the best that do not.
type candidate struct {
	from, to int     // which words, half-open
	sure     float64 // from 0 to 1, as in Finding
	bonus    float64 // how much better it fits than its length says, where the open question expects it
	value    Value
	also     []int // further words that it explains, away from the others
	meant    bool  // it is no mere aside in a story
}

// Of two ways to read a message the one wins that explains more words with
// more certainty in fewer pieces.
const (
	perPiece = 0.4 // what a piece costs, so that one long one beats two short ones
	ofFiller = 0.2 // what a word counts that has no meaning of its own
)

// worth is how much a candidate explains.
func (c candidate) worth(weights []float64) float64 {
	sum := 0.0
	for _, w := range weights[c.from:c.to] {
		sum += w
	}
	return sum*c.sure + c.bonus - perPiece
}

// choose is the set of candidates that do not overlap and are worth most
// together, in the order of the text.
func choose(all []candidate, weights []float64) []candidate {
	ending := make([][]int, len(weights)+1)
	for i, c := range all {
		ending[c.to] = append(ending[c.to], i)
	}
	best := make([]float64, len(weights)+1)
	taken := make([]int, len(weights)+1)
	for end := 1; end <= len(weights); end++ {
		best[end], taken[end] = best[end-1], -1
		for _, i := range ending[end] {
			if w := best[all[i].from] + all[i].worth(weights); w > best[end] {
				best[end], taken[end] = w, i
			}
		}
	}
	var chosen []candidate
	for end := len(weights); end > 0; {
		if i := taken[end]; i >= 0 {
			chosen = append(chosen, all[i])
			end = all[i].from
			continue
		}
		end--
	}
	reverse(chosen)
	return chosen
}

func reverse(cs []candidate) {
	for i, j := 0, len(cs)-1; i < j; i, j = i+1, j-1 {
		cs[i], cs[j] = cs[j], cs[i]
	}
}
