package booking

import (
	"slices"
	"time"
)

// Placement is where a visit goes: its desk, and who has to change desks so
// that there is room.
type Placement struct {
	Desk  DeskID
	Swaps []Swap
}

// Swap seats an appointment at another desk at the same time.
type Swap struct {
	Appointment AppointmentID
	Desk        DeskID
}

// Place finds a desk for r at start, seen at the moment now. It takes a free
// desk where there is one and otherwise tries to make room by seating others
// elsewhere. It returns ErrTooSoon and ErrTooFar outside the booking window,
// ErrClosed where no desk that could serve r is on duty for the whole visit,
// and ErrTaken where all of them are busy.
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

// idle picks among the desks free for the whole visit the one that can do the
// least else, and of those the one whose gap it fills best, so that what stays
// free stays useful.
func (d *Day) idle(r Request, slot int) (int, bool) {
	n := d.steps(r.Length)
	best, bestCost := -1, 0
	for i, desk := range d.office.Desks {
		idle := d.serves(i, r.Audience).without(d.desks[i].busy)
		if !desk.Can(r.Skills) || !idle.runs(n).has(slot) {
			continue
		}
		cost := len(desk.Skills)*len(slots{})*slotsPerWord + idle.gap(slot)
		if best < 0 || cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return best, best >= 0
}

// gap is how many slots in a row are set around slot.
func (s slots) gap(slot int) int {
	from, to := slot, slot
	for from > 0 && s.has(from-1) {
		from--
	}
	for to+1 < len(s)*slotsPerWord && s.has(to+1) {
		to++
	}
	return to - from + 1
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

// rearrange makes room for r at slot by seating others elsewhere.
func (d *Day) rearrange(r Request, slot int) (Placement, bool) {
	newcomer := seat{Busy: Busy{Claim: r.Claim, Skills: r.Skills, Audience: r.Audience}, desk: -1}
	newcomer.slots.set(slot, slot+d.steps(r.Length))
	if !d.anyoneToSwap(newcomer) {
		return Placement{}, false
	}
	b := newBoard(d, newcomer)
	last := len(d.seated)
	for desk := range d.office.Desks {
		if b.settle(last, desk, maxChain) {
			return b.placement(last), true
		}
	}
	return Placement{}, false
}

// anyoneToSwap tells whether, at every moment of the visit, at least one desk
// is idle: without that no exchange of seats can help.
func (d *Day) anyoneToSwap(newcomer seat) bool {
	var idle slots
	for i := range d.desks {
		idle = idle.or(d.desks[i].staff.without(d.desks[i].busy))
	}
	return newcomer.slots.without(idle).empty()
}

// A chain of exchanges is kept short, and the search bounded, so that a full
// day is refused as quickly as an empty one is granted.
const (
	maxChain = 2   // how many people move because one did
	maxTries = 300 // seats tried in one search
)

// board is who would sit where if things were rearranged.
type board struct {
	day      *Day
	newcomer seat
	desk     []int  // where those seated would sit, and last the newcomer
	settled  []bool // may not be asked to move again
	tries    int
}

func newBoard(d *Day, newcomer seat) *board {
	n := len(d.seated) + 1
	b := &board{d, newcomer, make([]int, n), make([]bool, n), maxTries}
	for i := range n {
		s := b.seat(i)
		b.desk[i], b.settled[i] = s.desk, s.shares(&newcomer)
	}
	return b
}

// seat is one of those seated, or after them the newcomer.
func (b *board) seat(k int) *seat {
	if k == len(b.day.seated) {
		return &b.newcomer
	}
	return &b.day.seated[k]
}

// settle seats k at desk and those in its way elsewhere; where that fails it
// leaves the board as it was.
func (b *board) settle(k, desk, chain int) bool {
	b.tries--
	if b.tries < 0 || !b.day.suits(b.seat(k), desk) {
		return false
	}
	inTheWay, ok := b.conflicts(k, desk)
	if !ok || (len(inTheWay) > 0 && chain == 0) {
		return false
	}
	before, settledBefore := slices.Clone(b.desk), slices.Clone(b.settled)
	b.desk[k], b.settled[k] = desk, true
	for _, other := range inTheWay {
		if !b.resettle(other, desk, chain-1) {
			b.desk, b.settled = before, settledBefore
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

// suits tells whether desk could serve s if it were empty.
func (d *Day) suits(s *seat, desk int) bool {
	return d.office.Desks[desk].Can(s.Skills) && s.slots.without(d.serves(desk, s.Audience)).empty()
}

// conflicts is who would have to leave desk for k; false where one cannot, or
// where the desk rests then.
func (b *board) conflicts(k, desk int) ([]int, bool) {
	wanted := b.seat(k)
	if !b.day.desks[desk].hidden.and(wanted.slots).empty() {
		return nil, false
	}
	var all []int
	for i, at := range b.desk {
		if i == k || at != desk {
			continue
		}
		s := b.seat(i)
		if s.shares(wanted) || s.slots.and(wanted.slots).empty() {
			continue
		}
		if s.Fixed || b.settled[i] {
			return nil, false
		}
		all = append(all, i)
	}
	return all, true
}

// placement reads the result off the board.
func (b *board) placement(newcomer int) Placement {
	desks := b.day.office.Desks
	p := Placement{Desk: desks[b.desk[newcomer]].ID}
	for i, s := range b.day.seated {
		if now := b.desk[i]; now != s.desk {
			p.Swaps = append(p.Swaps, Swap{s.ID, desks[now].ID})
		}
	}
	return p
}

// Affected is who of those booked on the day cannot be served where they sit:
// their desk is closed, gone or has lost the skill. It names them before a
// closure is laid down, and finds those whom nobody may forget afterwards.
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
