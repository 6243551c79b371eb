package office

import (
	"slices"
	"time"
)

// warnDesks warns of hours of a desk in which the office is not open.
func (w warner) warnDesks() {
	if !w.dutyIsClear() {
		return
	}
	for _, d := range w.Desks {
		if d.Hours == nil {
			continue
		}
		for day, own := range d.Hours.days() {
			w.warnOpen(d, time.Weekday(day), own)
		}
	}
}

func (w warner) warnOpen(d desk, day time.Weekday, own []hours) {
	open := joined(w.onDuty(d.ID.v, day, w.today))
	for _, h := range own {
		if len(open) == 0 {
			w.warn(h.position, "the desk is open on a %s, on which the office is not; the hours count for nothing", say(day.String()))
			return
		}
		if h.v.From < open[0].From || h.v.To > open[len(open)-1].To {
			w.warn(h.position, "the desk is open from %s to %s, the office from %s to %s; nothing can be booked outside",
				h.v.From, h.v.To, open[0].From, open[len(open)-1].To)
		}
	}
}

// warnShifts warns of shifts in which none of their desks is ever there.
func (w warner) warnShifts() {
	if !w.dutyIsClear() {
		return
	}
	for _, s := range w.Shifts {
		for _, h := range s.Hours {
			if !w.anyDeskThere(s, h) {
				w.warn(h.position, "none of the shift's desks has hours from %s to %s; nothing can be booked then", h.v.From, h.v.To)
			}
		}
	}
}

func (w warner) anyDeskThere(s shift, h hours) bool {
	return slices.ContainsFunc(w.Desks, func(d desk) bool {
		if s.Desks != nil && !slices.ContainsFunc(s.Desks, func(n name) bool { return n.v == d.ID.v }) {
			return false
		}
		return d.Hours == nil || slices.ContainsFunc(s.Days, func(day weekday) bool {
			own := d.Hours.days()[day.v]
			return own != nil && meet(own, []hours{h})
		})
	})
}
