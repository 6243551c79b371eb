package storage

import (
	"slices"
	"sync"
)

// candidates is who waits to lead something.
type candidates struct {
	mu    sync.Mutex
	all   []*candidate
	asked bool          // somebody asks for them
	came  chan struct{} // there is a new one
}

// candidate is one of them.
type candidate struct {
	name    string
	elected chan chan struct{} // gets what is closed when the lock is lost
}

// stand adds a candidate. first says that nobody asks for them yet, and that the
// caller is to do so.
func (c *candidates) stand(one *candidate) (first bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.came == nil {
		c.came = make(chan struct{}, 1)
	}
	c.all = append(c.all, one)
	first, c.asked = !c.asked, true
	select {
	case c.came <- struct{}{}:
	default: // the one who asks has not looked yet
	}
	return first
}

// withdraw removes a candidate. It returns false for one that was elected already.
func (c *candidates) withdraw(one *candidate) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.Index(c.all, one)
	if i < 0 {
		return false
	}
	c.all = slices.Delete(c.all, i, i+1)
	return true
}

// names is what the candidates want to lead, each once and without what is held:
// a lock is no obstacle to who holds it.
func (c *candidates) names(held map[string]bool) (names []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	seen := map[string]bool{}
	for _, one := range c.all {
		if !held[one.name] && !seen[one.name] {
			seen[one.name] = true
			names = append(names, one.name)
		}
	}
	return names
}

// elect has the first candidate for a name lead. It returns false if there is none.
func (c *candidates) elect(name string, lost chan struct{}) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.all, func(one *candidate) bool { return one.name == name })
	if i < 0 {
		return false
	}
	c.all[i].elected <- lost
	c.all = slices.Delete(c.all, i, i+1)
	return true
}

// goOn tells whether there is anybody left to ask for, or anything held. Where there
// is nothing, the next candidate asks.
func (c *candidates) goOn(holds func() bool) bool {
	holding := holds()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = holding || len(c.all) > 0
	return c.asked
}
