package web

import (
	"cmp"
	"net/netip"
	"sync"
	"time"
)

const (
	// usualBurst is how many pages one address may ask for at once, and
	// usualRefill after what time it may ask for one more. A town hall's guests
	// share an address.
	usualBurst  = 60
	usualRefill = time.Second
	// mostVisitors is how many addresses are remembered.
	mostVisitors = 10_000
)

// limiter slows down who asks for more pages than people read. The zero value
// has seen nobody, and is as strict as the pages of mails need.
type limiter struct {
	burst  float64       // 0: usualBurst
	refill time.Duration // 0: usualRefill

	mu   sync.Mutex
	seen map[netip.Prefix]budget
}

// budget is how many pages an address may still ask for.
type budget struct {
	left float64
	at   time.Time
}

// admits tells whether the address, with its port, may have a page.
func (l *limiter) admits(address string, now time.Time) bool {
	visitor := network(address)
	l.mu.Lock()
	defer l.mu.Unlock()
	b, known := l.seen[visitor]
	if !known {
		l.makeRoom(now)
		b = budget{l.most(), now}
	}
	b = l.filled(b, now)
	ok := b.left >= 1
	if ok {
		b.left--
	}
	l.seen[visitor] = b
	return ok
}

func (l *limiter) most() float64 { return cmp.Or(l.burst, usualBurst) }

func (l *limiter) filled(b budget, now time.Time) budget {
	refill := cmp.Or(l.refill, usualRefill)
	b.left = min(l.most(), b.left+float64(now.Sub(b.at))/float64(refill))
	b.at = now
	return b
}

// makeRoom forgets those whose budget is whole again; where these are too few,
// everybody.
func (l *limiter) makeRoom(now time.Time) {
	if l.seen == nil {
		l.seen = map[netip.Prefix]budget{}
	}
	if len(l.seen) < mostVisitors {
		return
	}
	for visitor, b := range l.seen {
		if l.filled(b, now).left >= l.most() {
			delete(l.seen, visitor)
		}
	}
	if len(l.seen) >= mostVisitors {
		clear(l.seen)
	}
}

// network is the subscriber behind an address: itself, or of the newer kind the
// network that one household has.
func network(address string) netip.Prefix {
	peer, err := netip.ParseAddrPort(address)
	if err != nil {
		return netip.Prefix{}
	}
	ip, bits := peer.Addr().Unmap(), 32
	if ip.Is6() {
		bits = 64
	}
	prefix, _ := ip.WithZone("").Prefix(bits)
	return prefix
}
