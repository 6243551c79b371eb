package storage

import (
	"cmp"
	"slices"
	"sync"

	"terminbote/booking"
	"terminbote/dialogs"
)

// leads is those who are leads by the settings: somebody must be the first.
type leads struct {
	mu  sync.RWMutex
	all []dialogs.Colleague
}

// Lead makes somebody a lead as long as the program runs. A network may take a
// while to resolve the names in the settings.
func (s *Store) Lead(who dialogs.Colleague) {
	s.leads.mu.Lock()
	defer s.leads.mu.Unlock()
	s.leads.all = append(s.leads.all, who)
}

func (l *leads) has(chat dialogs.Chat) bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return slices.ContainsFunc(l.all, func(c dialogs.Colleague) bool { return c.Chat == chat })
}

// addTo adds the leads who have a name to colleagues, sorted by name.
func (l *leads) addTo(colleagues []dialogs.Colleague) []dialogs.Colleague {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for _, lead := range l.all {
		lead.Role, lead.Set = booking.Lead, true
		i := slices.IndexFunc(colleagues, func(c dialogs.Colleague) bool { return c.Chat == lead.Chat })
		switch {
		case i >= 0:
			colleagues[i].Role, colleagues[i].Set = booking.Lead, true
		case lead.Name != "":
			colleagues = append(colleagues, lead)
		}
	}
	slices.SortStableFunc(colleagues, func(a, b dialogs.Colleague) int { return cmp.Compare(a.Name, b.Name) })
	return colleagues
}
