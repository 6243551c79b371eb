package statistics

import (
	"slices"

	"terminbote/booking"
)

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

// RatedWeek is what people answered in the week of a Monday.
type RatedWeek struct {
	Week  booking.Date
	Stars [5]int
	Lines []RatingLine
}

// RatingsOf adds up what can be told of the weeks from one to another: all that an
// office ever had are put together, from the first on, into stretches with
// as many answers as can be shown, and a stretch counts as a whole or not at all.
// So two reports, whatever weeks they are about, never differ by the answers of a
// few. Weeks are in order, and over.
func RatingsOf(weeks []RatedWeek, from, to booking.Date) (r Ratings) {
	for len(weeks) > 0 {
		var stretch Ratings
		n := 0
		for ; n < len(weeks) && !stretch.Shown(); n++ {
			stretch.add(weeks[n])
		}
		if first, last := weeks[0].Week, weeks[n-1].Week; stretch.Shown() && !first.Before(from) && !last.After(to) {
			for _, w := range weeks[:n] {
				r.add(w)
			}
		}
		weeks = weeks[n:]
	}
	return r
}

// add adds a week; its lines come first.
func (r *Ratings) add(w RatedWeek) {
	for i, n := range w.Stars {
		r.Stars[i] += n
	}
	r.Lines = append(slices.Clone(w.Lines), r.Lines...)
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
