package understand

import "terminbote/booking"

// awayFromAt reads eine Woche vor Weihnachten, zwei Tage nach dem 3.12.
func (g *grammar) awayFromAt(i int) (daysSaid, int) {
	count, n := g.amount(i)
	length, used := g.at(i+n, sSpan)
	if n == 0 && length == 7 {
		return g.weekBesideAt(i, used)
	}
	if n == 0 && length == 1 {
		return g.dayBesideAt(i, used)
	}
	if n == 0 || used == 0 || length == month || count < 1 || count > 100 {
		return daysSaid{}, 0
	}
	day, fault, before, next := g.besideAt(i + n + used)
	if next == 0 {
		return daysSaid{}, 0
	}
	days := count * length
	if before {
		days = -days
	}
	said := oneDay(day.Add(days))
	if said.Fault = fault; fault == "" && said.Spans[0].From.Before(g.today()) {
		said.Fault = PastDay
	}
	return said, next - i
}

// besideAt reads the day before or after something is meant, and where that
// ends; 0: there is none.
func (g *grammar) besideAt(i int) (day booking.Date, fault DayFault, before bool, end int) {
	earlier, later := g.says(i, sBefore), g.says(i, sAfter)
	next := i + max(earlier, later)
	next += g.says(next, sOn)
	w, n := g.dateAt(next)
	if earlier+later == 0 || n == 0 || w.loose && !g.isOrdinalAt(next) {
		return booking.Date{}, "", false, 0
	}
	day, fault = dated(w.written, g.today())
	return day, fault, earlier > 0, next + n
}

// dayBesideAt reads the day before or after another: am Tag vor Heiligabend.
func (g *grammar) dayBesideAt(i, n int) (daysSaid, int) {
	day, fault, before, next := g.besideAt(i + n)
	if next == 0 || fault != "" || i > 0 && g.says(i-1, sAnyDay) > 0 {
		return daysSaid{}, 0
	}
	if before {
		return oneDay(day.Add(-1)), next - i
	}
	return oneDay(day.Add(1)), next - i
}

// lastDayAt reads the last day, or the first one, of a month or a week: am
// letzten Tag im November.
func (g *grammar) lastDayAt(i int) (daysSaid, int) {
	which, n := g.at(i, sOrdinal)
	last := g.says(i, sTheLast)
	length, used := g.at(i+max(n, last), sSpan)
	if last == 0 && (n == 0 || which != 1) || used == 0 || length != 1 {
		return daysSaid{}, 0
	}
	next := i + max(n, last) + used
	next += g.says(next, sOn, sIn, sMine)
	for _, rule := range []func(int) (daysSaid, int){g.monthAt, g.weekAt} {
		if said, more := rule(next); more > 0 && said.isStretch() {
			if last > 0 {
				return oneDay(said.Spans[0].To), next + more - i
			}
			return oneDay(said.Spans[0].From), next + more - i
		}
	}
	return daysSaid{}, 0
}

// weekdayOfMonthAt reads am zweiten Montag im Dezember, last Friday of November.
func (g *grammar) weekdayOfMonthAt(i int) (daysSaid, int) {
	which, n := g.at(i, sOrdinal)
	last := g.says(i, sTheLast)
	w, used := g.weekdayAt(i + max(n, last))
	next := i + max(n, last) + used
	between := g.says(next, sOn, sIn, sMine)
	if between == 0 && next < len(g.m.words) && g.m.isFiller(next) {
		between = 1
	}
	month, more := g.monthAt(next + between)
	if n+last == 0 || used == 0 || more == 0 || !month.isStretch() || which > 5 {
		return daysSaid{}, 0
	}
	first := booking.Date{Year: month.Spans[0].To.Year, Month: month.Spans[0].To.Month, Day: 1}
	day := following(first, w).Add(7 * (which - 1))
	if last > 0 {
		day = following(month.Spans[0].To.Add(-6), w)
	}
	if day.Month != first.Month {
		return daysSaid{Days: Days{Fault: NoSuchDay}}, next + between + more - i
	}
	said := oneDay(day)
	if day.Before(g.today()) {
		said.Fault = PastDay
	}
	return said, next + between + more - i
}

// weekBesideAt reads the seven days before or after a day: in der Woche vor
// Weihnachten.
func (g *grammar) weekBesideAt(i, n int) (daysSaid, int) {
	day, fault, before, next := g.besideAt(i + n)
	if next == 0 || fault != "" {
		return daysSaid{}, 0
	}
	span := DateSpan{day.Add(1), day.Add(7)}
	if before {
		span = DateSpan{day.Add(-7), day.Add(-1)}
	}
	return g.stretch(span), next - i
}
