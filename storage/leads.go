package storage

import (
	"slices"
	"sync"

	"terminbote/dialogs"
)

// leads is who is a lead without having been given the role: somebody must be
// the first.
type leads struct {
	mu    sync.RWMutex
	chats []dialogs.Chat
}

// Lead makes whoever talks in chat a lead for as long as the program runs. A
// network may take a while to say who is meant in the settings.
func (s *Store) Lead(chat dialogs.Chat) {
	s.leads.mu.Lock()
	defer s.leads.mu.Unlock()
	s.leads.chats = append(s.leads.chats, chat)
}

func (l *leads) include(chat dialogs.Chat) bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return slices.Contains(l.chats, chat)
}
