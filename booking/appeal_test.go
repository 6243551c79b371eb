package booking

import "testing"

func TestNumbersFallIntoTwoPartsAsTheOfficeSays(t *testing.T) {
	t.Parallel()
	for _, percent := range []int{0, 50, 100} {
		p, appealed, again := Policy{Appeal: percent}, 0, 0
		for i := range 4000 {
			n := NewNumber([8]byte{byte(i), byte(i >> 8), byte(7 * i), byte(13 * i), byte(i * i), byte(i >> 3), byte(3 * i), byte(11 * i)})
			if p.Appeals(n) {
				appealed++
			}
			if p.Appeals(n) {
				again++
			}
		}
		if share := float64(appealed) / 40; share < float64(percent)-4 || share > float64(percent)+4 || again != appealed {
			t.Errorf("of %d percent: %.1f, and again %d of %d", percent, share, again, appealed)
		}
	}
}
