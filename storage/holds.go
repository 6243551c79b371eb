package storage

import "terminbote/booking"

// countHold queues that a person has held once more. The count begins anew once
// it is old.
func (w *work) countHold(by Actor) {
	if by.Person == 0 {
		return
	}
	w.queue(`
		UPDATE person SET
			holds = CASE WHEN holds_since > $2 THEN holds + 1 ELSE 1 END,
			holds_since = CASE WHEN holds_since > $2 THEN holds_since ELSE $3 END
		WHERE id = $1`, int64(by.Person), w.now.Add(-booking.HoldsWithin), w.now)
}

// forgetHolds queues that a person has booked: what was held before was in
// earnest.
func (w *work) forgetHolds(by Actor) {
	if by.Person == 0 {
		return
	}
	w.queue(`UPDATE person SET holds = 0 WHERE id = $1 AND holds > 0`, int64(by.Person))
}
