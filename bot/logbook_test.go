package bot_test

import (
	"bytes"
	"strings"
	"sync"
)

// logbook is a log that can be looked into while it is written.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// count is how often a text stands in it.
func (l *logbook) count(text string) int { return strings.Count(l.String(), text) }
