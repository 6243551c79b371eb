package understand

import "testing"

// TestWhatIsHardlySaidIsAskedAbout changes one thing at a time in what is known
// of a matter, and looks on which side of being taken it comes out.
func TestWhatIsHardlySaidIsAskedAbout(t *testing.T) {
	t.Parallel()
	clear := sureness{likely: 0.9, next: 0.05, fit: 1}
	for _, test := range []struct {
		name  string
		said  func(*sureness)
		taken bool
	}{
		{"all speaks for it", func(*sureness) {}, true},
		{"the whole is about something else, and most words are", func(s *sureness) { s.likely, s.next, s.left = 0.02, 0.9, 0.8 }, false},
		{"nothing else is said", func(s *sureness) { s.likely, s.next = 0.1, 0.4 }, true},
		{"no part is what it is called, and nobody knows the words", func(s *sureness) { s.fit, s.likely, s.next, s.unheard = 0, 0.4, 0.3, 1 }, false},
		{"it is asked about, and likely to a half", func(s *sureness) { s.wonders, s.likely, s.next, s.fit, s.left = true, 0.5, 0.5, 0, 0.8 }, false},
		{"it is said to have been, and likely to a half", func(s *sureness) { s.told, s.likely, s.next, s.fit, s.left = true, 0.4, 0.5, 0, 0.9 }, false},
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
	whole := sureness{likely: 0.6, next: 0.2, fit: 0.96}
	for name, doubt := range map[string]func(*sureness){
		"less likely": func(s *sureness) { s.likely = 0.3 },
		"a rival":     func(s *sureness) { s.next = 0.5 },
		"a worse fit": func(s *sureness) { s.fit = 0.3 },
		"unheard":     func(s *sureness) { s.unheard = 0.5 },
		"left over":   func(s *sureness) { s.left = 0.5 },
		"wonders":     func(s *sureness) { s.wonders = true },
		"told":        func(s *sureness) { s.told = true },
	} {
		s := whole
		doubt(&s)
		if s.chance() >= whole.chance() {
			t.Errorf("%s: the chance does not fall: %.3f, %.3f", name, s.chance(), whole.chance())
		}
	}
}
