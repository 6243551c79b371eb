package statistics

// Ratings is how satisfied people were, counted by stars, and lines that they
// added, the latest week first.
type Ratings struct {
	Stars [5]int // how many gave one star, two and so on
	Lines []RatingLine
}

// RatingLine is what somebody added.
type RatingLine struct {
	Stars int
	Line  string
}

// fewestRatings is the number of answers that are shown at the least: with fewer,
// somebody could guess who gave them.
const fewestRatings = 5

// Count is how many answered.
func (r Ratings) Count() (all int) {
	for _, n := range r.Stars {
		all += n
	}
	return all
}

// Shown tells whether there are enough to be shown.
func (r Ratings) Shown() bool { return r.Count() >= fewestRatings }

// Tenths is the mean in tenths of a star.
func (r Ratings) Tenths() int {
	sum, all := 0, r.Count()
	if all == 0 {
		return 0
	}
	for i, n := range r.Stars {
		sum += 10 * (i + 1) * n
	}
	return (sum + all/2) / all
}
