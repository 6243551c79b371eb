package office

import "terminbote/booking"

const (
	// dearest is above what amount a point was most likely forgotten: no fee at
	// a citizens' office is as high.
	dearest = 500 * 100
	// ancient is the age in days of a fee whose first day nobody remembers.
	ancient = 20 * 366
)

func (w warner) warnFees() {
	for _, c := range w.Concerns {
		for i, f := range c.Fees {
			w.warnRates(f.Rates)
			if !f.ValidFrom.set {
				continue
			}
			next := booking.Date{}
			if i+1 < len(c.Fees) {
				next = c.Fees[i+1].ValidFrom.v
			}
			w.warnFee(f, next, i == 0)
			if f.Until.set && next.IsZero() && (!c.Until.set || c.Until.v.After(f.Until.v)) {
				w.warn(f.Until.position, "after %s no fee is shown; expected the one after it", f.Until.v)
			}
		}
	}
}

// warnFee warns of a fee whose days cannot be meant, or that another has
// replaced long ago.
func (w warner) warnFee(f fee, next booking.Date, first bool) {
	from := f.ValidFrom
	switch {
	case w.today.DaysUntil(from.v) > farAhead:
		w.warn(from.position, "%s is far ahead; is the year right?", from.v)
	case first && w.today.Before(from.v):
		w.warn(from.position, "until %s no fee is shown; expected the present one before it", from.v)
	case from.v.DaysUntil(w.today) > ancient:
		w.warn(from.position, "%s is long past; is the year right?", from.v)
	case !next.IsZero() && next.DaysUntil(w.today) > 2*longPast:
		w.warn(from.position, "this fee was replaced on %s; the entry can go", next)
	}
}

func (w warner) warnRates(rates []rate) {
	nameless := 0
	for _, r := range rates {
		if r.Amount.set && r.Amount.v > dearest {
			w.warn(r.Amount.position, "%d € is a high fee; is the point in the right place?", r.Amount.v/100)
		}
		if !r.Name.set && !r.Extra.v {
			nameless++
		}
		if nameless == 2 {
			w.warn(r.Amount.position, "two prices have no name; nobody can tell when which is to be paid")
			nameless = -len(rates)
		}
	}
}
