package statistics

import (
	"maps"
	"math"
	"slices"
)

// Spread is whole numbers, minutes mostly, and how often each occurred.
type Spread map[int]int

// Add counts a value n times.
func (s Spread) Add(value, n int) {
	if n != 0 {
		s[value] += n
	}
}

// Cases is how many values there are.
func (s Spread) Cases() int {
	sum := 0
	for _, n := range s {
		sum += n
	}
	return sum
}

// Below is how many values are less than limit.
func (s Spread) Below(limit int) int {
	sum := 0
	for value, n := range s {
		if value < limit {
			sum += n
		}
	}
	return sum
}

// Quantile is the smallest value that at least the share p of all values does not
// exceed: 0.5 is the median. Of nothing it is 0.
func (s Spread) Quantile(p float64) int { return s.ranked(int(math.Ceil(p * float64(s.Cases())))) }

// Median is the value in the middle; of two in the middle, the lower one.
func (s Spread) Median() int { return s.Quantile(0.5) }

// MedianBetween is the bounds between which the median of all such cases lies in
// 95 of 100 samples like this one. They are ranks of the binomial distribution,
// so that nothing is assumed about how long visits usually take.
func (s Spread) MedianBetween() (low, high int) {
	n := float64(s.Cases())
	reach := 0.98 * math.Sqrt(n)
	return s.ranked(int(math.Floor(n/2 - reach))), s.ranked(int(math.Ceil(n/2 + 1 + reach)))
}

// ranked is the value of a rank, 1 for the smallest; ranks beyond the ends are
// those of the ends.
func (s Spread) ranked(rank int) int {
	seen, last := 0, 0
	for _, value := range slices.Sorted(maps.Keys(s)) {
		if s[value] == 0 {
			continue
		}
		seen, last = seen+s[value], value
		if seen >= rank {
			return value
		}
	}
	return last
}

// Plus is the values of both.
func (s Spread) Plus(o Spread) Spread {
	sum := maps.Clone(s)
	if sum == nil {
		sum = Spread{}
	}
	for value, n := range o {
		sum[value] += n
	}
	return sum
}
