package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
)

// How many times are proposed at once, and how many days they are spread over.
const (
	mostProposed = 6
	daysAtOnce   = 3
)

// proposed is the page of times that the draft shows, in their order, and
// whether there are more; after the last page comes the first again. It looks
// only at the days that fill the pages up to that one, and at one more, which
// tells whether there are more.
func (t *talk) proposed(o *booking.Office) (starts []time.Time, more bool) {
	wanted := t.whenever()
	if _, named := wanted.near(); wanted.days.Soonest && !named {
		return soonestPage(t.suitingDays(o, (t.Draft.Page+1)*mostProposed+1), t.Draft.Page)
	}
	days := t.suitingDays(o, (t.Draft.Page+1)*daysAtOnce+1)
	var pages [][]time.Time
	for len(days) > 0 && len(pages) <= t.Draft.Page {
		starts, days = t.nextPage(days, wanted, o)
		pages = append(pages, starts)
	}
	if len(pages) == 0 {
		return nil, false
	}
	return pages[t.Draft.Page%len(pages)], len(days) > 0 || t.Draft.Page > 0
}

// suitingDays is the next days with times that suit, at most so many, and
// those times.
func (t *talk) suitingDays(o *booking.Office, most int) []freeDay {
	wanted := t.whenever()
	var days []freeDay
	for d := range t.eachFree(o) {
		suiting := t.suiting(d, wanted, o)
		if len(suiting) == 0 {
			continue
		}
		if days = append(days, freeDay{d.day, suiting}); len(days) == most {
			break
		}
	}
	return days
}

// suiting is the times of a day that suit.
func (t *talk) suiting(d freeDay, wanted terms, o *booking.Office) []time.Time {
	starts := slices.DeleteFunc(slices.Clone(d.starts), func(s time.Time) bool { return !wanted.suits(s, o.Calendar.Zone) })
	if wanted.on(d.day).hours.Latest {
		return starts[max(0, len(starts)-latestShown):]
	}
	return starts
}

// latestShown is how many times of a day are shown where the last are wanted.
const latestShown = 2

// soonestPage is the first times there are.
func soonestPage(days []freeDay, page int) ([]time.Time, bool) {
	var all []time.Time
	for _, d := range days {
		all = append(all, d.starts...)
		if len(all) > (page+1)*mostProposed {
			break
		}
	}
	from := page * mostProposed
	if from >= len(all) {
		from = 0
	}
	return all[from:min(len(all), from+mostProposed)], len(all) > mostProposed
}

// nextPage is some times of the first few days, and what the later pages are
// chosen from: first the other days, then the other times of these.
func (t *talk) nextPage(days []freeDay, wanted terms, o *booking.Office) (page []time.Time, rest []freeDay) {
	several := min(len(days), daysAtOnce)
	if several == 0 {
		return nil, nil
	}
	for _, d := range days[:several] {
		var some []time.Time
		if near, named := wanted.on(d.day).near(); named {
			some = nearest(d.starts, d.day.At(near, o.Calendar.Zone), mostProposed/several)
		} else {
			some = spread(d.starts, mostProposed/several, t.leavingRoom(o, d.day))
		}
		page = append(page, some...)
		left := slices.DeleteFunc(slices.Clone(d.starts), func(s time.Time) bool { return slices.Contains(some, s) })
		if len(left) > 0 {
			rest = append(rest, freeDay{d.day, left})
		}
	}
	slices.SortFunc(page, time.Time.Compare)
	return page, append(slices.Clone(days[several:]), rest...)
}

// nearest is so many times next to at, in their order.
func nearest(starts []time.Time, at time.Time, most int) []time.Time {
	all := slices.Clone(starts)
	slices.SortStableFunc(all, func(a, b time.Time) int { return int(a.Sub(at).Abs() - b.Sub(at).Abs()) })
	all = all[:min(len(all), most)]
	slices.SortFunc(all, time.Time.Compare)
	return all
}

// spread is so many times out of starts, from its first to its last, of each
// stretch the one that is said most easily, at the full hour, at the half, among
// those that room lets through.
func spread(starts []time.Time, most int, room func([]time.Time) []time.Time) []time.Time {
	if len(starts) <= most {
		return starts
	}
	var some []time.Time
	for i := range most {
		some = append(some, roundest(room(starts[i*len(starts)/most:(i+1)*len(starts)/most])))
	}
	return some
}

// leavingRoom picks, on a day that fills up, the times that leave most room for
// others; on any other day they all do.
func (t *talk) leavingRoom(o *booking.Office, day booking.Date) func([]time.Time) []time.Time {
	all := func(starts []time.Time) []time.Time { return starts }
	r, ok := t.request(o, day)
	i := slices.IndexFunc(t.facts.Booked, func(b Booked) bool { return b.Office == o.ID && b.Day == day })
	if !ok || i < 0 {
		return all
	}
	b := t.facts.Booked[i]
	return func(starts []time.Time) []time.Time { return b.Found.Roomiest(o, day, b.Busy, r, starts) }
}

// roundest is the first of the times that are said most easily.
func roundest(starts []time.Time) time.Time {
	return slices.MinFunc(starts, func(a, b time.Time) int { return oddness(a) - oddness(b) })
}

func oddness(at time.Time) int {
	steps := []int{60, 30, 15, 5}
	for i, step := range steps {
		if at.Minute()%step == 0 {
			return i
		}
	}
	return len(steps)
}
