package understand

import "testing"

// TestWhatIsHardlySaidIsAskedAbout changes one thing at a time in what is known
// of a matter, and looks on which side of being taken it comes out.
func TestWhatIsHardlySaidIsAskedAbout(t *testing.T) {
	t.Parallel()
	clear := sureness{likely: 0.9, next: 0.05, fit: 1, words: 4}
	for _, test := range []struct {
		name  string
		said  func(*sureness)
		taken bool
	}{
		{"all speaks for it", func(*sureness) {}, true},
		{"the whole is about something else", func(s *sureness) { s.likely, s.next = 0.02, 0.9 }, false},
		{"no part is what it is called, and nobody knows the words", func(s *sureness) { s.fit, s.likely, s.next, s.unheard = 0, 0.4, 0.3, 3 }, false},
		{"it is asked about, and likely to a half", func(s *sureness) { s.wonders, s.likely, s.next, s.strange = true, 0.5, 0.4, true }, false},
		{"others do it", func(s *sureness) { s.elsewhere = true }, true},
	} {
		s := clear
		test.said(&s)
		if got := s.chance() >= takenAt; got != test.taken {
			t.Errorf("%s: taken %t, chance %.2f", test.name, got, s.chance())
		}
	}
}

// TestEachDoubtLowersTheChance holds the direction of every weight.
func TestEachDoubtLowersTheChance(t *testing.T) {
	t.Parallel()
	whole := sureness{likely: 0.6, next: 0.2, fit: 0.8, words: 5}
	for name, doubt := range map[string]func(*sureness){
		"less likely": func(s *sureness) { s.likely = 0.3 },
		"a rival":     func(s *sureness) { s.next = 0.5 },
		"a worse fit": func(s *sureness) { s.fit = 0.3 },
		"unheard":     func(s *sureness) { s.unheard = 2 },
		"strange":     func(s *sureness) { s.strange = true },
		"wonders":     func(s *sureness) { s.wonders = true },
	} {
		s := whole
		doubt(&s)
		if s.chance() >= whole.chance() {
			t.Errorf("%s: the chance does not fall: %.3f, %.3f", name, s.chance(), whole.chance())
		}
	}
}
