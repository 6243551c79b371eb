package understand

// hashSet is a set of hashes, which costs less than a map. The low bits of a hash
// say where it stands; if that is taken, it stands at the next place that is free.
// At least half of the places stay free.
type hashSet struct {
	at  []uint64 // 0 is a free place; a text with that hash would count again each time
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
