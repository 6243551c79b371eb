package understand

import "slices"

// whenPart is what one place of a message says of days, or of hours.
type whenPart struct {
	from, to int
	days     *daysSaid
	hours    *hoursSaid
	or       bool // a word such as "oder" or "und" stands between it and the part before
	near     bool // and nothing else does
	parted   bool // a mark does
}

// whenParts is what a message says of days and hours, place by place, from where nothing
// was taken back any more: Mittwoch um 10, ach nee Donnerstag.
func (m *message) whenParts(chosen []candidate) []whenPart {
	var all []whenPart
	for i, c := range chosen {
		p := whenPart{from: c.from, to: c.to}
		switch said := c.value.(type) {
		case daysSaid:
			p.days = &said
		case hoursSaid:
			p.hours = &said
		case anyWhen:
			behind := len(all) > 0 && all[len(all)-1].days != nil && all[len(all)-1].to == c.from
			if !behind && (i+1 == len(chosen) || chosen[i+1].from != c.to || !isWhen(chosen[i+1])) {
				continue
			}
			p.hours = &hoursSaid{Window: Window{Any: true}} // Friday any time
		default:
			continue
		}
		if m.isTakenBack(chosen[:i], c) {
			all = nil
		}
		if len(all) > 0 {
			before := all[len(all)-1].to
			p.or, p.parted = m.joins(before, p.from)
			p.near = p.or && m.isIdle(before, p.from, chosen)
		}
		all = append(all, p)
	}
	return m.takenApart(m.excepted(all))
}

// excepted gives days on which hours do not do the hours behind them that do: "nachmittags, außer
// donnerstags, da nur vormittags".
func (m *message) excepted(all []whenPart) []whenPart {
	if len(all) > 2 {
		before, p, behind := all[0], &all[1], &all[2]
		if p.days == nil || p.days.Not == 0 || p.days.saysSome() || before.hours == nil || behind.hours == nil {
			return all
		}
		if before.hours.meets(*behind.hours) && len(onThoseWords.in(m.words, p.to, behind.from)) == 0 {
			return all
		}
		p.days = &daysSaid{Days: Days{Weekdays: p.days.Not}}
		p.or, p.near, p.parted = false, false, true
		behind.or, behind.near, behind.parted = false, false, false
	}
	return all
}

// joins tells whether a word that lists, and whether a mark, stands between two places.
func (m *message) joins(from, to int) (or, parted bool) {
	for i := from; i <= to && i < len(m.words); i++ {
		parted = parted || m.words[i].startsClause()
		or = or || i < to && (m.says(i, sOr) || m.says(i, sAnd))
	}
	return or, parted
}

// isIdle tells whether words say nothing of days and hours by themselves: small ones, and what shall be
// done with the appointment.
func (m *message) isIdle(from, to int, chosen []candidate) bool {
	for i := from; i < to; i++ {
		steers := slices.ContainsFunc(chosen, func(c candidate) bool {
			_, is := c.value.(IntentValue)
			return is && (i >= c.from && i < c.to || slices.Contains(c.also, i))
		})
		if !steers && !m.isFiller(i) && !m.says(i, sOr) && !m.says(i, sAnd) {
			return false
		}
	}
	return true
}

// takenApart parts lists of which each end belongs to something else: "ab 16 Uhr am
// Donnerstag oder Freitag vormittags", "tomorrow at 10 or at 2 on Wednesday", "donnerstags ab 16,
// sonst vormittags".
func (m *message) takenApart(all []whenPart) []whenPart {
	for i := 1; i < len(all); i++ {
		before, p, behind := all[i-1], all[i], whenPart{}
		if first, second, ok := m.hoursApart(p); ok && len(othersWords.in(m.words, first.to, second.from)) > 0 {
			return append(append(all[:i:i], first, second), all[i+1:]...)
		}
		if i+1 < len(all) {
			behind = all[i+1]
		}
		if before.to != p.from || p.to != behind.from || behind.parted {
			continue
		}
		first, second, ok := whenPart{}, whenPart{}, false
		switch {
		case p.days != nil && before.hours != nil && behind.hours != nil && !before.hours.meets(*behind.hours):
			first, second, ok = m.daysApart(p)
		case p.hours != nil && before.days != nil && behind.days != nil && m.says(behind.from, sOn):
			first, second, ok = m.hoursApart(p)
		}
		if ok {
			rest := append([]whenPart{first, second}, all[i+1:]...)
			return append(all[:i:i], m.takenApart(rest)...)
		}
	}
	return all
}

// daysApart parts days at the first word that lists.
func (m *message) daysApart(p whenPart) (first, second whenPart, ok bool) {
	return partedAtList(m, p, (*grammar).dayTermAt, (*grammar).daysAt, func(w *whenPart, d daysSaid) { w.days = &d })
}

// hoursApart parts hours at the first word that lists; days have none.
func (m *message) hoursApart(p whenPart) (first, second whenPart, ok bool) {
	if p.hours == nil {
		return whenPart{}, whenPart{}, false
	}
	return partedAtList(m, p, (*grammar).hourTermAt, (*grammar).hoursAt, func(w *whenPart, h hoursSaid) { w.hours = &h })
}

// partedAtList parts what is said at the first word that lists. The first is read by one and what is
// behind it by others; keep puts them into their parts.
func partedAtList[T any](m *message, p whenPart, one, others func(*grammar, int) (T, int), keep func(*whenPart, T)) (first, second whenPart, ok bool) {
	for _, g := range m.grammars {
		said, n := one(g, p.from)
		next := p.from + n + g.says(p.from+n, sOr, sAnd)
		if n == 0 || next == p.from+n || next >= p.to {
			continue
		}
		if more, used := others(g, next); next+used == p.to {
			first = whenPart{from: p.from, to: p.from + n, or: p.or, near: p.near, parted: p.parted}
			second = whenPart{from: next, to: p.to, or: true, near: true}
			keep(&first, said)
			keep(&second, more)
			return first, second, true
		}
	}
	return whenPart{}, whenPart{}, false
}

// meets tells whether two sayings about hours have some time in common.
func (h hoursSaid) meets(o hoursSaid) bool {
	if h.Latest != o.Latest {
		return false
	}
	if len(h.Spans) == 0 || len(o.Spans) == 0 {
		return len(h.clocks)+len(o.clocks) == 0 && h.near == nil && o.near == nil
	}
	for _, a := range h.Spans {
		for _, b := range o.Spans {
			if max(a.From, b.From) < min(a.To, b.To) {
				return true
			}
		}
	}
	return false
}
