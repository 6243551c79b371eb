package statistics

import "testing"

func TestTheMeanOfRatingsIsRounded(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		stars  [5]int
		shown  bool
		tenths int
	}{
		{[5]int{}, false, 0},
		{[5]int{0, 0, 0, 0, 4}, false, 50},
		{[5]int{1, 0, 0, 0, 4}, true, 42},
		{[5]int{1, 1, 1, 1, 1}, true, 30},
		{[5]int{0, 0, 1, 2, 3}, true, 43}, // 26 / 6
	} {
		if r := (Ratings{Stars: test.stars}); r.Shown() != test.shown || r.Tenths() != test.tenths {
			t.Errorf("%v: shown %v, %d tenths", test.stars, r.Shown(), r.Tenths())
		}
	}
}
