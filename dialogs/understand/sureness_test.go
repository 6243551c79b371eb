package understand

import "testing"

// TestWhatIsHardlySaidIsAskedAbout changes one thing at a time in what is known
// of a matter, and looks on which side of being taken it comes out.
func TestWhatIsHardlySaidIsAskedAbout(t *testing.T) {
	t.Parallel()
	clear := sureness{likely: 0.9, next: 0.05, heard: 0.9, louder: 0.05, wanted: 0.9, rival: 0.2, said: 1, fit: 1}
	for _, test := range []struct {
		name  string
		said  func(*sureness)
		taken bool
	}{
		{"all speaks for it", func(*sureness) {}, true},
		{"the whole is about something else, and most words are", func(s *sureness) {
			s.likely, s.next, s.heard, s.louder, s.wanted, s.rival, s.left = 0.02, 0.9, 0.02, 0.9, 0.05, 0.9, 0.8
		}, false},
		{"nothing else is said", func(s *sureness) { s.likely, s.next = 0.1, 0.4 }, true},
		{"no part is what it is called, and nobody knows the words", func(s *sureness) {
			s.fit, s.said, s.likely, s.next, s.heard, s.wanted, s.unheard = 0, 0.5, 0.4, 0.3, 0.4, 0.4, 1
		}, false},
		{"it is only asked about, and half wanted", func(s *sureness) { s.asking, s.likely, s.next, s.wanted, s.fit, s.left = 0.95, 0.5, 0.5, 0.5, 0, 0.8 }, false},
		{"it is said to have been, and hardly wanted", func(s *sureness) {
			s.told, s.likely, s.next, s.wanted, s.rival, s.fit, s.left = true, 0.1, 0.5, 0.1, 0.9, 0, 0.9
		}, false},
		{"it was left out before", func(s *sureness) { s.late, s.likely, s.fit, s.wanted, s.rival, s.left = true, 0.05, 0, 0.3, 0.9, 0.3 }, false},
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
	whole := sureness{likely: 0.6, next: 0.2, heard: 0.6, louder: 0.2, rest: 0.3, wanted: 0.6, rival: 0.2, said: 0.9, fit: 0.96}
	for name, doubt := range map[string]func(*sureness){
		"less likely": func(s *sureness) { s.likely = 0.3 },
		"a rival":     func(s *sureness) { s.next = 0.5 },
		"a worse fit": func(s *sureness) { s.fit = 0.3 },
		"said less":   func(s *sureness) { s.said = 0.5 },
		"not there":   func(s *sureness) { s.heard = 0.3 },
		"another":     func(s *sureness) { s.louder = 0.5 },
		"nor besides": func(s *sureness) { s.rest = 0 },
		"unwanted":    func(s *sureness) { s.wanted = 0.3 },
		"outbid":      func(s *sureness) { s.rival = 0.5 },
		"only talk":   func(s *sureness) { s.talk = 0.6 },
		"late":        func(s *sureness) { s.late = true },
		"unheard":     func(s *sureness) { s.unheard = 0.5 },
		"left over":   func(s *sureness) { s.left = 0.5 },
		"asks":        func(s *sureness) { s.asking = 0.9 },
		"told":        func(s *sureness) { s.told = true },
	} {
		s := whole
		doubt(&s)
		if s.chance() >= whole.chance() {
			t.Errorf("%s: the chance does not fall: %.3f, %.3f", name, s.chance(), whole.chance())
		}
	}
}
