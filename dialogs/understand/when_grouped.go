package understand

import (
	"slices"

	"terminbote/booking"
)

// alternative is one of several answers to when somebody can come: days, hours, or days with
// hours of their own.
type alternative struct {
	from, to   int
	days       daysSaid
	hours      hoursSaid
	saysDays   bool
	saysHours  bool
	hoursFirst bool
	or         bool // a word that lists stands before it, and not a mark only
	near       bool // right before it
}

// grouped puts parts together that no word and no mark parts, and that are not the next day
// with its hours: di 9-11 do 14-16.
func grouped(parts []whenPart) []alternative {
	var all []alternative
	for i, p := range parts {
		next := len(all) == 0 || p.or || p.parted
		if !next {
			last := all[len(all)-1]
			follows := p.days != nil && i+1 < len(parts) && parts[i+1].hours != nil && !parts[i+1].or && !parts[i+1].parted
			next = follows && last.saysDays && last.saysHours && !last.hoursFirst
		}
		if next {
			all = append(all, alternative{from: p.from, or: p.or, near: p.near, hoursFirst: p.hours != nil})
		}
		all[len(all)-1].add(p)
	}
	return all
}

func (a *alternative) add(p whenPart) {
	a.to = p.to
	if p.days != nil {
		a.days, a.saysDays = a.days.beside(*p.days), true
	}
	if p.hours != nil {
		a.hours, a.saysHours = a.hours.beside(*p.hours, a.saysHours), true
	}
}

// withHours gives hours that stand alone to the days beside them. What narrows the hours behind
// all others narrows them all: "…, aber nicht vor neun".
func (m *message) withHours(groups []alternative) (all []alternative, narrowed hoursSaid) {
	for i, a := range groups {
		if len(all) == 0 && a.days.Any && !a.days.saysSome() && i+1 < len(groups) && m.isRule(groups[i+1]) {
			a.days.Not = m.exceptions(groups[i+1:]) // jeden Tag ab 16, freitags schon ab 13
		}
		switch {
		case a.saysDays || !a.saysHours:
			all = append(all, a)
		case len(all) == 0 && i+1 < len(groups) && m.isRule(groups[i+1]):
			a.days.Not, a.saysDays = m.exceptions(groups[i+1:]), true
			all = append(all, a)
		case len(all) == 0 && i+1 < len(groups):
			b := &groups[i+1]
			b.hours, b.saysHours = a.hours.beside(b.hours, true), true
			b.hoursFirst = true
		case len(all) > 0 && len(othersWords.in(m.words, all[len(all)-1].to, a.from)) > 0:
			a.days.Not, a.saysDays, a.or, a.near = namedBy(all), true, true, true
			all = append(all, a)
		case len(all) > 0 && all[len(all)-1].saysHours && !a.or && narrows(a.hours.Spans):
			narrowed = narrowed.beside(a.hours, false)
		case len(all) > 0:
			last := &all[len(all)-1]
			last.hours, last.saysHours = last.hours.beside(a.hours, last.saysHours), true
		}
	}
	return all, narrowed
}

// isRule tells whether the hours before an alternative hold for every day but its own: "vormittags,
// donnerstags auch nachmittags".
func (m *message) isRule(next alternative) bool {
	if !next.saysDays || next.hoursFirst {
		return false
	}
	if next.near {
		return true
	}
	return next.saysHours && !next.or && (m.isBesides(next) || next.isEveryWeeks())
}

// withoutOthers takes the words that speak of all other days out of what nothing explains, where
// some days have hours of their own.
func (m *message) withoutOthers(left []bool) []bool {
	if len(m.either) == 0 {
		return left
	}
	for _, s := range othersWords.in(m.words, 0, len(m.words)) {
		for i := s.from; i < s.to; i++ {
			left[i] = false
		}
	}
	return left
}

// namedBy is the days of the week that some alternatives name.
func namedBy(all []alternative) (days booking.Weekdays) {
	for _, a := range all {
		days |= a.days.coming | a.days.Weekdays
	}
	return days
}

// isBesides tells whether an alternative comes besides what is said before: donnerstags auch nachmittags.
func (m *message) isBesides(a alternative) bool {
	return len(besidesWords.in(m.words, a.from, a.to)) > 0
}

// isEveryWeeks tells whether it names days of every week: donnerstags.
func (a alternative) isEveryWeeks() bool { return a.days.Weekdays != 0 && len(a.days.Spans) == 0 }

// exceptions is the days of the week on which other hours do than those that stand first.
func (m *message) exceptions(behind []alternative) (days booking.Weekdays) {
	for _, a := range behind {
		if a.isEveryWeeks() && a.saysHours && !a.or && !m.isBesides(a) {
			days |= a.days.Weekdays
		}
	}
	return days
}

// withDays gives days that stand alone the hours of the days behind them: "Dienstag, oder Mittwoch
// vormittag". Weeks and bounds that stand alone are those that all the others lie in. It returns
// false where it is not clear whether days behind a comma share the hours before it.
func (m *message) withDays(groups []alternative) (all []alternative, frame daysSaid, ok bool) {
	for i, a := range groups {
		last := i+1 == len(groups)
		switch {
		case a.saysHours:
			if !last && m.setsApart(a, groups[i+1]) {
				a.days = a.days.without(groups[i+1].days)
				groups[i+1].hours = groups[i+1].hours.boundedBy(a.hours)
			}
			all = append(all, a)
		case isWide(a.days) && !a.near && (last || !groups[i+1].near || i > 0):
			frame = frame.and(a.days)
		case !last && groups[i+1].saysHours && groups[i+1].days.areSomeOf(a.days):
			a.days, a.or, a.near = a.days.without(groups[i+1].days), true, true
			all = append(all, a)
		case !last && groups[i+1].saysDays && groups[i+1].saysHours && !groups[i+1].hoursFirst && (i == 0 || !a.near || groups[i+1].near):
			next := &groups[i+1]
			next.days, next.or, next.near, next.from = a.days.and(next.days), a.or, a.near, a.from
		case a.near || i == 0 && !last && groups[i+1].near:
			all = append(all, a)
		default:
			return nil, frame, false
		}
	}
	return all, frame, true
}

// setsApart tells whether an alternative says other hours for some of the days of the one before:
// "dienstags und donnerstags ab 14, donnerstags erst ab 16".
func (m *message) setsApart(before, a alternative) bool {
	return a.saysHours && !a.or && !m.isBesides(a) && a.days.areSomeOf(before.days)
}

// boundedBy is hours with the other bound of those before: "ab 15, Donnerstag nur bis 17".
func (h hoursSaid) boundedBy(before hoursSaid) hoursSaid {
	if isBound(h.Spans) && isBound(before.Spans) && (h.Spans[0].From == 0) != (before.Spans[0].From == 0) && h.meets(before) {
		return before.beside(h, false)
	}
	return h
}

// areSomeOf tells whether days are some of others that were listed, but not all of them: "Dienstag
// oder Donnerstag, Donnerstag erst ab 15 Uhr".
func (d daysSaid) areSomeOf(o daysSaid) bool {
	if !d.saysSome() || len(d.Spans) > 0 && (d.wide || d.bounded || o.wide || o.bounded) {
		return false
	}
	some := (d.coming|d.Weekdays)&^(o.coming|o.Weekdays) == 0 && !slices.ContainsFunc(d.Spans, func(s DateSpan) bool { return !slices.Contains(o.Spans, s) })
	return some && o.without(d).saysSome()
}

// without is days that were listed but for some of them.
func (d daysSaid) without(o daysSaid) daysSaid {
	d.coming &^= o.coming | o.Weekdays
	d.Weekdays &^= o.coming | o.Weekdays
	d.Spans = slices.DeleteFunc(slices.Clone(d.Spans), func(s DateSpan) bool { return slices.Contains(o.Spans, s) })
	return d
}

// isWide tells whether days are weeks or bounds within which others may be named, and name none.
func isWide(d daysSaid) bool {
	return (d.wide || d.bounded) && d.coming|d.Weekdays == 0 && len(d.Spans) > 0
}
