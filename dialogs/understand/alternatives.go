package understand

import "slices"

// Alternatives is days and hours of which any will do, with those put together that differ in
// their days or in their hours only. There is none where one of them leaves everything open.
func Alternatives(all []When) []When {
	var kept []When
	for _, w := range all {
		if w.isOpen() {
			return nil
		}
		i := slices.IndexFunc(kept, func(k When) bool { _, ok := k.with(w); return ok })
		if i < 0 {
			kept = append(kept, w)
			continue
		}
		kept[i], _ = kept[i].with(w)
	}
	if len(kept) < len(all) {
		return Alternatives(kept)
	}
	return kept
}

// isOpen tells whether any time will do.
func (w When) isOpen() bool {
	return len(w.Days.Spans) == 0 && w.Days.Weekdays == 0 && !w.Days.Refuses() && len(w.Hours.Spans)+len(w.Hours.Times) == 0 && w.Hours.About == 0 && !w.Hours.Latest
}

// with is two pairs as one, where they have the same hours or the same days.
func (w When) with(o When) (When, bool) {
	switch {
	case w.Hours.equal(o.Hours) && w.Days.listable() && o.Days.listable() && w.Days.isByDate() == o.Days.isByDate():
		w.Days.Spans = appendNew(w.Days.Spans, o.Days.Spans)
		w.Days.Weekdays |= o.Days.Weekdays
		w.Days.Coming |= o.Days.Coming
		return w, true
	case w.Days.equal(o.Days) && w.Hours.listable() && o.Hours.listable() && (len(w.Hours.Times) > 0) == (len(o.Hours.Times) > 0):
		w.Hours.Spans = appendNew(w.Hours.Spans, o.Hours.Spans)
		w.Hours.Times = appendNew(w.Hours.Times, o.Hours.Times)
		return w, true
	}
	return w, false
}

func appendNew[T comparable](all, more []T) []T {
	all = slices.Clone(all)
	for _, one := range more {
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}

// listable tells whether days are no more than a list of dates, or of days of the week.
func (d Days) listable() bool {
	return (len(d.Spans) == 0) != (d.Weekdays == 0) && !d.Refuses() && !d.Soonest && !d.Thereafter
}

// isByDate tells whether days are named by their date or the like.
func (d Days) isByDate() bool { return len(d.Spans) > 0 }

// listable tells whether hours are no more than stretches, or times.
func (w Window) listable() bool {
	return (len(w.Spans) == 0) != (len(w.Times) == 0) && w.About == 0 && !w.Latest && !w.Same
}

// equal tells whether both are the same days.
func (d Days) equal(o Days) bool {
	return slices.Equal(d.Spans, o.Spans) && d.Weekdays == o.Weekdays && d.Not == o.Not && slices.Equal(d.Off, o.Off) && d.Soonest == o.Soonest && d.Thereafter == o.Thereafter
}

// equal tells whether both are the same hours.
func (w Window) equal(o Window) bool {
	return slices.Equal(w.Spans, o.Spans) && slices.Equal(w.Times, o.Times) && w.About == o.About && w.Latest == o.Latest && w.Same == o.Same
}
