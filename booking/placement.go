package booking

import (
	"cmp"
	"math/bits"
	"slices"
	"time"
)

// Placement is where a visit goes: its desk, and which appointments change
// desks to make room.
type Placement struct {
	Desk  DeskID
	Swaps []Swap
}

// Swap moves an appointment to another desk at the same time.
type Swap struct {
	Appointment AppointmentID
	Desk        DeskID
}

// Place finds a desk for r at start, as of now. It takes a free desk if there
// is one and otherwise tries to make room by moving other appointments to other
// desks. It returns ErrTooSoon and ErrTooFar outside the booking window,
// ErrClosed if no desk that can serve r is on duty for the whole visit, and
// ErrTaken if all of them are busy.
func (d Day) Place(r Request, start time.Time, now time.Time) (Placement, error) {
	if err := d.office.mayStart(d.Date, now); err != nil {
		return Placement{}, err
	}
	if start.Before(d.office.earliest(r.Audience, now)) {
		return Placement{}, ErrTooSoon
	}
	slot, ok := d.ruler.slot(start)
	if !ok {
		return Placement{}, ErrClosed
	}
	d = d.without(r.Claim).seenBy(r)
	if desk, ok := d.idle(r, slot); ok {
		return Placement{Desk: d.office.Desks[desk].ID}, nil
	}
	if placement, ok := d.rearrange(r, slot); ok {
		return placement, nil
	}
	if !d.onDuty(r, slot) {
		return Placement{}, ErrClosed
	}
	return Placement{}, ErrTaken
}

// idle picks among the desks free for the whole visit the one with the fewest
// skills, and of those the one with the smallest gap, so that larger gaps stay
// usable.
func (d *Day) idle(r Request, slot int) (int, bool) {
	var wanted slots
	wanted.set(slot, slot+d.steps(r.Length))
	best, bestCost := -1, 0
	for i := range d.desks {
		idle, desk := d.serves(i, r.Audience).without(d.desks[i].busy), &d.office.Desks[i]
		if !idle.includes(&wanted) || !desk.Can(r.Skills) {
			continue
		}
		cost := len(desk.Skills)*len(slots{})*slotsPerWord + idle.gap(slot)
		if best < 0 || cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return best, best >= 0
}

// gap is how many consecutive slots are set around slot.
func (s *slots) gap(slot int) int {
	from, to := slot, slot+1
	for from > 0 {
		n := bits.LeadingZeros64(^(s[(from-1)/slotsPerWord] << (slotsPerWord - 1 - (from-1)%slotsPerWord)))
		if n == 0 {
			break
		}
		from -= n
	}
	for to < len(s)*slotsPerWord {
		n := bits.TrailingZeros64(^(s[to/slotsPerWord] >> (to % slotsPerWord)))
		if n == 0 {
			break
		}
		to += n
	}
	return to - from
}

func (d *Day) onDuty(r Request, slot int) bool {
	n := d.steps(r.Length)
	for i, desk := range d.office.Desks {
		if desk.Can(r.Skills) && d.serves(i, r.Audience).runs(n).has(slot) {
			return true
		}
	}
	return false
}

// rearrange makes room for r at slot by moving others to other desks. That
// works only if at every moment of the visit some desk is idle. A day that is kept
// while it is booked remembers what was found.
func (d *Day) rearrange(r Request, slot int) (Placement, bool) {
	x := d.forExchange()
	w := wanted{slot, d.steps(r.Length), x.set(r.Skills), r.Audience, r.Waits}
	if x.found == nil || r.Claim != 0 || w.skills < 0 {
		return d.search(r, w)
	}
	known, ok := x.found[w]
	if !ok {
		known.placement, known.ok = d.search(r, w)
		x.found[w] = known
	}
	return known.placement, known.ok
}

// hasRoom tells whether an exchange of desks seats r at slot: what rearrange finds,
// without saying how.
func (d *Day) hasRoom(r Request, slot int) bool {
	x := d.forExchange()
	if x.found != nil {
		_, ok := d.rearrange(r, slot)
		return ok
	}
	_, ok := d.boardWith(r, wanted{slot, d.steps(r.Length), x.set(r.Skills), r.Audience, r.Waits})
	return ok
}

// search looks for an exchange of desks that seats r.
func (d *Day) search(r Request, w wanted) (Placement, bool) {
	b, ok := d.boardWith(r, w)
	if !ok {
		return Placement{}, false
	}
	return b.placement(len(d.seated)), true
}

// boardWith is a plan in which r is seated too. It is the day's own one, and holds
// until the next is asked for: a day that is full is searched for each time of it.
func (d *Day) boardWith(r Request, w wanted) (*board, bool) {
	b := d.exchange.boardFor(d, r, w)
	if !d.anyIdle().includes(&b.newcomer.slots) {
		return nil, false
	}
	last := len(d.seated)
	for desk := range d.office.Desks {
		if b.settle(last, desk, maxChain) {
			return b, true
		}
	}
	return nil, false
}

// boardFor is the board before anybody is moved for r. It keeps the memory.
func (x *exchange) boardFor(d *Day, r Request, w wanted) *board {
	b := &x.board
	b.day, b.exchange, b.tries, b.moved, b.inTheWay = d, x, maxTries, b.moved[:0], b.inTheWay[:0]
	b.visitor = Busy{Claim: r.Claim, Skills: r.Skills, Audience: r.Audience}
	b.newcomer = seat{Busy: &b.visitor, desk: -1, from: int32(w.slot), to: int32(w.slot + w.steps)} //nolint:gosec // of a day
	b.newcomer.slots.set(w.slot, w.slot+w.steps)
	if w.skills >= 0 {
		b.fits = x.skills[w.skills].fits
	} else {
		b.fits = fitting(d.office.Desks, r.Skills)
	}
	return b
}

// A chain of exchanges is short, and the search bounded, so that a full day is
// rejected as fast as an empty one is accepted.
const (
	maxChain = 6   // how many people move because one did, one after the other
	maxTries = 300 // seats tried in one search
)

// board is a plan of who would sit where: all as they do now, except for the
// few who moved.
type board struct {
	day      *Day
	exchange *exchange
	visitor  Busy
	newcomer seat         // the visitor
	fits     []bool       // which desks have what the newcomer needs
	moved    []relocation // who has another desk, and is not asked again
	inTheWay []int        // who is to leave a desk, one settling after the other
	tries    int
}

// relocation is somebody's other desk.
type relocation struct{ who, desk int }

// seat is one of those seated, or after them the newcomer.
func (b *board) seat(k int) *seat {
	if k == len(b.day.seated) {
		return &b.newcomer
	}
	return &b.day.seated[k]
}

// hasMoved tells whether k has another desk already.
func (b *board) hasMoved(k int) bool {
	return slices.ContainsFunc(b.moved, func(r relocation) bool { return r.who == k })
}

// settle puts k at desk and moves those in the way to other desks. If that
// fails it leaves the board unchanged.
func (b *board) settle(k, desk, chain int) bool {
	b.tries--
	if b.tries < 0 || !b.suits(k, desk) {
		return false
	}
	from, before := len(b.inTheWay), len(b.moved)
	defer func() { b.inTheWay = b.inTheWay[:from] }()
	if !b.conflicts(k, desk) || (len(b.inTheWay) > from && chain == 0) {
		return false
	}
	b.moved = append(b.moved, relocation{k, desk})
	for i, to := from, len(b.inTheWay); i < to; i++ {
		if !b.resettle(b.inTheWay[i], desk, chain-1) {
			b.moved = b.moved[:before]
			return false
		}
	}
	return true
}

func (b *board) resettle(k, away, chain int) bool {
	for desk := range b.day.office.Desks {
		if desk != away && b.settle(k, desk, chain) {
			return true
		}
	}
	return false
}

// shares tells whether both belong to one appointment that is being moved, so
// that they may sit at one desk.
func (s *seat) shares(o *seat) bool { return s.Claim != 0 && s.Claim == o.Claim }

// suits tells whether desk could serve k if it were empty.
func (b *board) suits(k, desk int) bool {
	fits, s := b.fits, b.seat(k)
	if k < len(b.day.seated) {
		fits = b.exchange.skills[b.exchange.needs[k]].fits
	}
	return fits[desk] && b.day.desks[desk].hours(s.Audience).includes(&s.slots)
}

// suits tells whether desk could serve s if it were empty.
func (d *Day) suits(s *seat, desk int) bool {
	return d.office.Desks[desk].Can(s.Skills) && s.slots.without(d.serves(desk, s.Audience)).empty()
}

// conflicts adds to those in the way who would have to leave desk for k. It is
// false if one of them cannot, or if the desk is in cooldown then.
func (b *board) conflicts(k, desk int) bool {
	wanted := b.seat(k)
	if b.day.desks[desk].hidden.meets(&wanted.slots) {
		return false
	}
	for _, r := range b.moved {
		if r.who != k && r.desk == desk && b.seat(r.who).inTheWayOf(wanted) {
			return false
		}
	}
	for _, o := range b.exchange.at(desk) {
		if o.from >= wanted.to || wanted.from >= o.to {
			continue
		}
		i, s := int(o.who), b.seat(int(o.who))
		if i == k || s.shares(wanted) || b.hasMoved(i) {
			continue
		}
		if s.Fixed || s.shares(&b.newcomer) {
			return false
		}
		b.inTheWay = append(b.inTheWay, i)
	}
	return true
}

// inTheWayOf tells whether both cannot sit at one desk.
func (s *seat) inTheWayOf(o *seat) bool { return s.from < o.to && o.from < s.to && !s.shares(o) }

// placement reads the result off the board.
func (b *board) placement(newcomer int) Placement {
	var p Placement
	desks := b.day.office.Desks
	slices.SortFunc(b.moved, func(x, y relocation) int { return cmp.Compare(x.who, y.who) })
	for _, r := range b.moved {
		if r.who == newcomer {
			p.Desk = desks[r.desk].ID
		} else if s := b.seat(r.who); s.desk != r.desk {
			p.Swaps = append(p.Swaps, Swap{s.ID, desks[r.desk].ID})
		}
	}
	return p
}

// Affected lists which appointments of the day cannot be served at their desk:
// it is closed, gone or has lost the skill. It is asked before a closure, to
// say who would be hit, and after it, to find who was.
func (d Day) Affected() []AppointmentID {
	var all []AppointmentID
	for i := range d.seated {
		s := &d.seated[i]
		if s.desk < 0 || !d.suits(s, s.desk) {
			all = append(all, s.ID)
		}
	}
	return all
}
