package understand

import "slices"

// alternatives is all that a message answers to when somebody can come.
type alternatives struct {
	each     []alternative // of these any will do
	common   daysSaid      // what is said of all days alike: refusals, and that it is to be soon
	frame    daysSaid      // weeks or bounds that all of them lie in
	narrowed hoursSaid     // bounds within which all hours lie
}

// paired is the days and hours that belong together where a message says other hours for
// other days, such as "Donnerstag ab 16 oder Freitag vormittag". There is none where all hours
// are meant on all days.
func (m *message) paired(chosen []candidate) []When {
	said, ok := m.alternatives(m.whenParts(chosen))
	if !ok || len(said.each) < 2 || !said.areClear() {
		return nil
	}
	pairs := make([]When, 0, len(said.each))
	for i, a := range said.each {
		pairs = append(pairs, said.settled(a, m.in))
		if i > 0 && !a.or && pairs[i].Days.equal(pairs[i-1].Days) {
			return nil // Dienstag vormittag, am 24. um 10
		}
	}
	if pairs = Alternatives(pairs); len(pairs) < 2 {
		return nil
	}
	return pairs
}

// alternatives puts the parts of a message together that belong together. It returns false where it is
// not clear what does.
func (m *message) alternatives(parts []whenPart) (said alternatives, ok bool) {
	var rest []whenPart
	for _, p := range parts {
		if p.days != nil && (p.days.Refuses() || p.days.Soonest) {
			said.common = said.common.and(daysSaid{Days: Days{Not: p.days.Not, Off: p.days.Off, Soonest: p.days.Soonest}})
			wanted := *p.days
			wanted.Not, wanted.Off = 0, nil
			if p.days = &wanted; !wanted.saysSome() {
				continue
			}
			if p.days.coming|p.days.Weekdays == 0 {
				p.or, p.near, p.parted = false, false, true // "… und nicht Montag, nächste Woche" lists what is refused
			}
		}
		rest = append(rest, p)
	}
	said.each, said.narrowed = m.withHours(grouped(rest))
	said.each, said.frame, ok = m.withDays(said.each)
	if len(said.frame.Spans) == 0 {
		said.frame = sharedFrame(said.each)
	}
	return said, ok
}

// areClear tells whether the answers are different ones: with hours, without mistakes, and none of
// them says only more about the one before.
func (s alternatives) areClear() bool {
	hours := false
	for i, a := range s.each {
		hours = hours || a.saysHours
		refuses := isAllBut(a.hours.Spans) && len(a.hours.clocks) == 0
		listed := i == 0 || a.near || a.saysDays && a.saysHours
		if a.days.Fault != "" || refuses || !listed || i > 0 && !a.or && s.each[i-1].encloses(a) {
			return false
		}
	}
	return hours
}

// encloses tells whether an alternative may say more about the one before, which names weeks or
// bounds: "nächste Woche nachmittags, Donnerstag ab 16".
func (a alternative) encloses(o alternative) bool {
	return isWide(a.days) && !isWide(o.days) && slices.ContainsFunc(a.days.Spans, func(s DateSpan) bool {
		if s.From.IsZero() || s.To.IsZero() || s.From.DaysUntil(s.To) >= daysOfWeek-1 {
			return true
		}
		for day := s.From; !day.After(s.To); day = day.Add(1) {
			if (o.days.coming | o.days.Weekdays).Has(day.Weekday()) || slices.Contains(o.days.Spans, DateSpan{day, day}) {
				return true
			}
		}
		return false
	})
}

// sharedFrame is the weeks or bounds that only one of several answers names, with its days, and
// that hold for all of them: "nächste Woche Dienstag vormittag oder Mittwoch nachmittag".
func sharedFrame(all []alternative) daysSaid {
	for _, a := range all {
		if (a.days.wide || a.days.bounded) && len(a.days.Spans) > 0 && a.days.coming|a.days.Weekdays != 0 {
			return daysSaid{Days: Days{Spans: a.days.Spans}, wide: a.days.wide, bounded: a.days.bounded}
		}
	}
	return daysSaid{}
}

// settled is one of the answers with its dates and times, and with what is said of all of them.
func (s alternatives) settled(a alternative, in Context) When {
	if len(s.frame.Spans) > 0 && (len(a.days.Spans) == 0 || s.frame.bounded) {
		a.days = s.frame.and(a.days)
	}
	if len(s.narrowed.Spans) > 0 && a.hours.meets(s.narrowed) {
		a.hours = a.hours.beside(s.narrowed, false)
	}
	w := When{Days: a.days.and(s.common).settled(in.Today), Hours: a.hours.settled()}
	w.Hours.Any = false
	return w
}
