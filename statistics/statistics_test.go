package statistics_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"terminbote/booking"
	"terminbote/statistics"
)

func TestASpreadIsItsValuesInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(0, 20), 1, 60).Draw(t, "values")
		p := rapid.Float64Range(0.01, 1).Draw(t, "share")
		spread := statistics.Spread{}
		for _, v := range values {
			spread.Add(v, 1)
		}
		slices.Sort(values)
		want := values[len(values)-1]
		for i, v := range values { // the first that the share does not exceed
			if float64(i+1) >= p*float64(len(values)) {
				want = v
				break
			}
		}
		if got := spread.Quantile(p); got != want {
			t.Fatalf("%v of %v: %d, want %d", p, values, got, want)
		}
		low, high := spread.MedianBetween()
		if m := spread.Median(); low > m || high < m {
			t.Fatalf("the median %d of %v lies between %d and %d", m, values, low, high)
		}
	})
}

// took is visits for a passport that took so many minutes, at so many desks.
func took(minutes, cases, desks int) []statistics.Took {
	var all statistics.TookCounter
	for i := range cases {
		all.Count("passport", false, 15, minutes+i%3-1, booking.DeskID(rune('a'+i%desks)), 1)
	}
	return all.Sorted()
}

func TestASuggestionIsCertainOrNotMade(t *testing.T) {
	t.Parallel()
	policy := booking.Policy{Grid: 5 * time.Minute, Longest: 2 * time.Hour}
	c := booking.Concern{ID: "passport", First: 15 * time.Minute}
	for name, test := range map[string]struct {
		took []statistics.Took
		want time.Duration // 0: none
	}{
		"longer":                      {took(24, 60, 2), 25 * time.Minute},
		"shorter":                     {took(9, 60, 3), 10 * time.Minute},
		"as planned":                  {took(15, 60, 2), 0},
		"nearly as planned":           {took(17, 60, 2), 0},
		"too few":                     {took(24, 29, 2), 0},
		"at one desk":                 {took(24, 60, 1), 0},
		"nothing":                     {nil, 0},
		"no longer than a visit":      {took(200, 60, 2), 2 * time.Hour},
		"hardly anybody at the other": {append(took(24, 60, 1), took(24, 2, 2)...)[:1], 0},
	} {
		s, ok := statistics.Suggest(c, test.took, policy)
		if ok != (test.want > 0) || ok && s.Then != test.want {
			t.Errorf("%s: %v %v, want %v", name, s, ok, test.want)
		}
	}
}

func TestAKeyIsRead(t *testing.T) {
	t.Parallel()
	wishes := []booking.Wish{{Concern: "passport", Quantity: 2}, {Concern: "id-card", Quantity: 1}}
	key := statistics.KeyOf(wishes)
	if key != "id-card+passport*2" {
		t.Errorf("key %q", key)
	}
	slices.Reverse(wishes)
	if !slices.Equal(key.Wishes(), wishes) || statistics.Key("").Wishes() != nil {
		t.Errorf("read as %v", key.Wishes())
	}
}

// Minutes for one case are suggested from visits for one case by one person alone, in
// whatever order the visits are told.
func TestMinutesAreSuggestedFromSinglePeople(t *testing.T) {
	t.Parallel()
	c := booking.Concern{ID: "passport", First: 15 * time.Minute}
	policy := booking.Policy{Grid: 5 * time.Minute, Longest: 2 * time.Hour}
	one := took(24, 60, 2)
	families := took(45, 60, 2)
	for i := range families {
		families[i].Several = true
	}
	two := took(60, 60, 2)
	for i := range two {
		two[i].Key = "passport*2"
	}
	for name, tt := range map[string]struct {
		all  []statistics.Took
		want time.Duration
	}{
		"families alone":    {families, 0},
		"two cases alone":   {two, 0},
		"one person last":   {slices.Concat(families, two, one), 25 * time.Minute},
		"one person before": {slices.Concat(one, two, families), 25 * time.Minute},
	} {
		if s, ok := statistics.Suggest(c, tt.all, policy); ok != (tt.want > 0) || s.Then != tt.want {
			t.Errorf("%s: %+v, %v, want %v", name, s, ok, tt.want)
		}
	}
}
