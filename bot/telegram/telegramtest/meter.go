package telegramtest

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"terminbote/booking/clocktest"
)

// Meter measures how long chats wait: from an update's first delivery to the
// first thing the bot shows in that chat. Its Delivered and Called go into
// Config.OnDeliver and Config.OnCall.
type Meter struct {
	mu      sync.Mutex
	waiting map[int64]time.Time
	took    []time.Duration
	calls   int
}

// NewMeter returns a Meter that has seen nothing.
func NewMeter() *Meter { return &Meter{waiting: map[int64]time.Time{}} }

// Delivered starts the clock of a chat, unless it runs already.
func (m *Meter) Delivered(d Delivered) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, runs := m.waiting[d.Chat]; !runs && d.Times == 1 {
		m.waiting[d.Chat] = d.At
	}
}

// Called stops the clock of the chat that a call shows something in.
func (m *Meter) Called(c Call) {
	now := clocktest.Now()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls++
	since, runs := m.waiting[c.Chat]
	if !runs || !limited[c.Method] || c.Code != 200 && c.Description != textNotModified {
		return
	}
	delete(m.waiting, c.Chat)
	m.took = append(m.took, now.Sub(since))
}

// Took is how long each reply took so far.
func (m *Meter) Took() []time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.took)
}

// Report is what a Meter saw.
type Report struct {
	Calls   int // of any method
	Replies int
	Waiting int // chats without a reply yet
	P50     time.Duration
	P99     time.Duration
	Max     time.Duration
}

// Report sums up what was seen so far.
func (m *Meter) Report() Report {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := Report{Calls: m.calls, Replies: len(m.took), Waiting: len(m.waiting)}
	if r.Replies == 0 {
		return r
	}
	sorted := slices.Sorted(slices.Values(m.took))
	r.P50, r.P99, r.Max = sorted[r.Replies/2], sorted[r.Replies*99/100], sorted[r.Replies-1]
	return r
}

func (r Report) String() string {
	return fmt.Sprintf("%d calls, %d replies, %d chats waiting, p50 %v, p99 %v, max %v",
		r.Calls, r.Replies, r.Waiting, r.P50.Round(time.Microsecond), r.P99.Round(time.Microsecond), r.Max.Round(time.Microsecond))
}
