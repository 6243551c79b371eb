package understand

// hashSet is a set of hashes. They are spread as a map would spread them, so
// that each stands at its own place, or at the next that is free: half of the
// places are.
type hashSet struct {
	at  []uint64 // 0 is a free place; no text has that hash
	has int
}

// newHashSet is an empty set with room for so many.
func newHashSet(room int) hashSet {
	size := 16
	for size < 2*room {
		size *= 2
	}
	return hashSet{at: make([]uint64, size)}
}

// add adds a hash. It is false where the set has it already.
func (s *hashSet) add(hash uint64) bool {
	if 2*s.has >= len(s.at) {
		s.grow()
	}
	place := hash & uint64(len(s.at)-1)
	for s.at[place] != 0 {
		if s.at[place] == hash {
			return false
		}
		place = (place + 1) & uint64(len(s.at)-1)
	}
	s.at[place] = hash
	s.has++
	return true
}

func (s *hashSet) grow() {
	larger := newHashSet(len(s.at))
	for _, hash := range s.at {
		if hash != 0 {
			larger.add(hash)
		}
	}
	*s = larger
}
