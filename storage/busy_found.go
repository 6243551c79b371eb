package storage

import "terminbote/booking"

// localDay is a day of an office, in its own time zone.
type localDay struct {
	office booking.OfficeID
	day    booking.Date
}

// foundDay is what was found on a day while this was booked on it.
type foundDay struct {
	busy  []booking.Busy
	found *booking.Found
}

// mostFound is of how many days it is kept what was found on them, at up to a
// thousand bytes each; with the lists that it was found in, no more than mostKept.
const mostFound = 60_000

// foundOn is what was found on a day as it is booked. As long as a day has not
// changed, its list is the same piece of memory: lists are never changed, and one
// that is kept here is not used for another. A list of which something ended by
// the clock is made for each turn, and nothing is known of it.
func (k *busyDays) foundOn(office booking.OfficeID, day booking.Date, busy []booking.Busy) *booking.Found {
	k.mu.Lock()
	defer k.mu.Unlock()
	at := localDay{office, day}
	kept, ok := k.found[at]
	if ok && sameList(kept.busy, busy) {
		return kept.found
	}
	k.foundSize += len(busy) - len(kept.busy)
	if k.found == nil || len(k.found) >= mostFound || k.foundSize > mostKept {
		k.found, k.foundSize = map[localDay]foundDay{}, len(busy)
	}
	now := foundDay{busy, new(booking.Found)}
	k.found[at] = now
	return now.found
}

// sameList tells whether two lists are one.
func sameList(a, b []booking.Busy) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
