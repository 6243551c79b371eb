package understand

import (
	"slices"

	"terminbote/booking"
)

// hoursSaid is what a part of a message says about times of day.
type hoursSaid struct {
	Window
	clocks []clockSaid // exact times; which half of the day shows with the rest
	near   *clockSaid  // likewise, for About
	half   Part        // the half of the day that was said
	plain  bool        // nothing but a number says that it is a time
}

func (hoursSaid) value() {}

// dayParts are the hours of the parts of the day.
var dayParts = map[dayPart]booking.Hours{
	early:      {From: 7 * 60, To: 10 * 60},
	forenoon:   {From: 8 * 60, To: 12 * 60},
	midday:     {From: 11 * 60, To: 14 * 60},
	afterwards: {From: 12 * 60, To: 18 * 60},
	evening:    {From: 16 * 60, To: 20 * 60},
	lateInDay:  {From: 15 * 60, To: 18 * 60},
	afterNoon:  {From: 12 * 60, To: 15 * 60},
}

// and is both: parts of the day beside each other, bounds within them.
func (h hoursSaid) and(o hoursSaid, listed bool) hoursSaid {
	both := h
	both.clocks = append(slices.Clone(h.clocks), o.clocks...)
	both.Any, both.Latest, both.Same = h.Any || o.Any, h.Latest || o.Latest, h.Same || o.Same
	both.plain = h.plain && o.plain
	if both.near == nil {
		both.near = o.near
	}
	if both.half == AnyPart {
		both.half = o.half
	} else if o.half != AnyPart && o.half != h.half {
		both.half = AnyPart
	}
	switch {
	case len(o.Spans) == 0:
	case len(h.Spans) == 0:
		both.Spans = o.Spans
	case listed && !narrows(h.Spans) && !narrows(o.Spans):
		both.Spans = append(slices.Clone(h.Spans), o.Spans...)
	default:
		both.Spans = overlaps(h.Spans, o.Spans)
	}
	return both
}

// narrows tells whether hours only leave something out of others.
func narrows(hours []booking.Hours) bool { return isBound(hours) || isAllBut(hours) }

// isAllBut tells whether hours are all of the day but one time, or one stretch.
func isAllBut(hours []booking.Hours) bool {
	return len(hours) == 2 && hours[0].From == 0 && hours[1].To == booking.Midnight && hours[0].To < hours[1].From
}

// Without is the hours of a window without the times that another leaves out:
// "um 10 geht nicht", said of a forenoon. It returns false where the other
// leaves nothing out.
func (w Window) Without(o Window) (Window, bool) {
	if !isAllBut(o.Spans) || len(o.Times) > 0 || o.About != 0 {
		return w, false
	}
	if len(w.Spans) == 0 {
		w.Spans = o.Spans
	} else {
		w.Spans = overlaps(w.Spans, o.Spans)
	}
	w.Times = slices.DeleteFunc(slices.Clone(w.Times), func(c booking.Clock) bool { return o.Spans[0].To <= c && c < o.Spans[1].From })
	return w, true
}

// isBound tells whether hours are only bounded on one side.
func isBound(hours []booking.Hours) bool {
	return len(hours) == 1 && (hours[0].From == 0) != (hours[0].To == booking.Midnight)
}

// overlaps is where hours overlap; where none do, both count.
func overlaps(a, b []booking.Hours) []booking.Hours {
	var all []booking.Hours
	for _, h := range a {
		for _, o := range b {
			if both := (booking.Hours{From: max(h.From, o.From), To: min(h.To, o.To)}); both.From < both.To {
				all = append(all, both)
			}
		}
	}
	if len(all) == 0 {
		return append(slices.Clone(a), b...)
	}
	return all
}

// settled is the window, now that all is known that is said.
func (h hoursSaid) settled() Window {
	w := h.Window
	half := h.half
	for _, c := range h.clocks {
		for _, clock := range c.likely(half) {
			if 0 < clock && clock < earliestMeant {
				clock += booking.Midnight / 2 // "vormittags, um eins hole ich die Enkel": nobody means the night
			}
			if !slices.Contains(w.Times, clock) {
				w.Times = append(w.Times, clock)
			}
		}
	}
	w.Spans = narrowest(slices.Compact(w.Spans))
	if len(w.Times) > 0 && len(w.Spans) > 0 {
		w.Times = inside(w.Times, w.Spans)
	}
	if len(w.Times) > 0 && isAllBut(w.Spans) {
		w.Spans = nil // not at eight but at nine
	}
	if h.near != nil {
		w.About = h.near.likely(half)[0]
	}
	if (len(w.Times) > 0 || w.About > 0) && half != AnyPart {
		w.Spans = nil // the part of the day told which half is meant
	}
	return w
}

// inside is the clocks within hours, or all of them where none are.
func inside(clocks []booking.Clock, hours []booking.Hours) []booking.Clock {
	kept := slices.DeleteFunc(slices.Clone(clocks), func(c booking.Clock) bool {
		return !slices.ContainsFunc(hours, func(h booking.Hours) bool { return h.From <= c && c <= h.To })
	})
	if len(kept) == 0 {
		return clocks
	}
	return kept
}

// narrowest leaves out the hours that others are a part of, which say more closely when: "in der
// Mittagspause, zwischen 12 und 13 Uhr".
func narrowest(spans []booking.Hours) []booking.Hours {
	return slices.DeleteFunc(slices.Clone(spans), func(wide booking.Hours) bool {
		return slices.ContainsFunc(spans, func(s booking.Hours) bool { return s != wide && wide.From <= s.From && s.To <= wide.To })
	})
}

const earliestMeant = 5 * 60 // minutes after midnight before which nobody wants to come
