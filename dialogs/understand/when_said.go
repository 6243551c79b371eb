package understand

// candidates are what the words of one language could say, at every place.
func (g *grammar) candidates() []candidate {
	all := g.replies()
	for i := range g.m.words {
		all = append(all, g.whenAt(i)...)
		all = append(all, g.shiftsAt(i)...)
		all = append(all, g.manyAt(i)...)
		all = append(all, g.wordsAt(i)...)
	}
	return all
}

// whenAt are the days and times that begin at i.
func (g *grammar) whenAt(i int) []candidate {
	var all []candidate
	if said, n := g.daysAt(i); n > 0 {
		all = append(all, g.daysCandidate(said, i, n)...)
	}
	if said, n := g.hoursAt(i); n > 0 {
		all = append(all, g.hoursCandidate(said, i, n)...)
	}
	if n := g.says(i, sAnyWhen); n > 0 && (n > 1 || g.isWholeClause(i, i+n)) && !g.isWholeReply(i, n) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: anyWhen{}})
	}
	return all
}

// isWholeReply tells whether words that say that anything will do are another
// answer where none about days is asked for.
func (g *grammar) isWholeReply(i, n int) bool {
	return !g.asksWhen() && !g.expects(ExpectWish) && i == 0 && n == len(g.m.words)
}

// anyWhen says that any day and any time will do.
type anyWhen struct{}

func (anyWhen) value() {}

func (g *grammar) whenBonus() float64 {
	if g.asksWhen() {
		return 0.4
	}
	return 0.1
}

// daysCandidate is days as they count here: a mere number is a day only where
// one is asked for, and what is told lies behind or is no wish.
func (g *grammar) daysCandidate(said daysSaid, i, n int) []candidate {
	c := candidate{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: said}
	switch {
	case said.loose && !g.asksWhen() && !g.isDated(i, n):
		return nil
	case said.loose:
		c.sure = 0.75
	case g.expects(ExpectName) && g.isNamedMonth(i, n):
		return nil
	case said.Soonest && g.m.in.Listed > 0:
		c.bonus -= 0.2 // the first of the list may be meant
	}
	if g.isTold(i, i+n, said) {
		c.value = led{}
	}
	return []candidate{c}
}

// isNamedMonth tells whether a month without a day may be somebody's name.
func (g *grammar) isNamedMonth(i, n int) bool {
	_, month := g.at(i, sMonth)
	return month == n && len(g.m.words) > 1
}

// isDated tells whether what could be a date is written like one: with a
// month, or behind a word that announces dates.
func (g *grammar) isDated(i, n int) bool {
	return g.says(i, sOn) > 0 || n > 1
}

// isTold tells whether a day belongs to what somebody tells: it lies behind,
// or something happens then. Where a day is asked for, it is an answer.
func (g *grammar) isTold(from, to int, said daysSaid) bool {
	if from > 0 && (g.says(from-1, sSince) > 0 || from > 1 && g.says(from-2, sSince) == 2) {
		return true
	}
	if g.asksWhen() {
		return false
	}
	if said.Fault == PastDay && !g.hasWanting() {
		_, past := g.at(from, sDay)
		return past > 0 || g.says(from, sLast) > 0 || g.distance(from, to, sEvent) < farAway
	}
	if said.Soonest || said.Any || said.Not != 0 || said.Weekdays != 0 {
		return false
	}
	return g.distance(from, to, sEvent) < g.distance(from, to, sWanting)
}

// hasWanting tells whether the message asks for a time at all.
func (g *grammar) hasWanting() bool {
	for i := range g.m.words {
		if g.says(i, sWanting) > 0 {
			return true
		}
	}
	return false
}

const farAway = 8

// distance is how many words lie between a stretch and the nearest word with a
// sense in its clause.
func (g *grammar) distance(from, to int, s sense) int {
	for d := 1; d < farAway; d++ {
		if before := from - d; before >= 0 && g.says(before, s) > 0 && !g.isParted(before+1, from) {
			return d
		}
		if after := to + d - 1; after < len(g.m.words) && g.says(after, s) > 0 && !g.isParted(to, after) {
			return d
		}
	}
	return farAway
}

// isParted tells whether a mark stands before one of the words.
func (g *grammar) isParted(from, to int) bool {
	for i := from; i <= to && i < len(g.m.words); i++ {
		if g.word(i).startsClause() {
			return true
		}
	}
	return false
}

// hoursCandidate is hours as they count here.
func (g *grammar) hoursCandidate(said hoursSaid, i, n int) []candidate {
	if said.plain && !g.asksWhen() && !g.isBehindDay(i) {
		return nil
	}
	c := candidate{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: said}
	if said.plain {
		c.sure, c.bonus = 0.7, 0
	}
	if isBound(said.Spans) && said.Spans[0].From == 0 && g.distance(i, i+n, sBusy) < 4 {
		c.value = led{}
	}
	if !g.asksWhen() && g.says(i, sPart) == n && g.distance(i, i+n, sEvent) < g.distance(i, i+n, sWanting) {
		c.value, c.bonus = led{}, 0
	}
	return []candidate{c}
}

// isBehindDay tells whether a day stands directly before i: Freitag 9.
func (g *grammar) isBehindDay(i int) bool {
	if i == 0 {
		return false
	}
	_, weekday := g.at(i-1, sWeekday)
	_, day := g.at(i-1, sDay)
	return (weekday > 0 || day > 0) && g.isDigits(i, 2) && g.word(i+1).kind != letters
}

// shiftsAt are the shifts and choices that begin at i.
func (g *grammar) shiftsAt(i int) []candidate {
	var all []candidate
	if shift, n := g.shiftAt(i); n > 0 && (g.expects(ExpectWhen, ExpectReview) || shift.Minutes+shift.Days > 0 || n > 1) {
		bonus := 2 * g.whenBonus()
		if g.expects(ExpectReview) {
			bonus = 0.3
		}
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: bonus, value: shift})
	}
	if place, n := g.choiceAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.8, value: ChoiceValue{place}})
	}
	return all
}

// manyAt are the people and numbers that begin at i.
func (g *grammar) manyAt(i int) []candidate {
	var all []candidate
	if count, n := g.peopleAt(i); n > 0 && count > 0 && count < 100 {
		bonus := 0.2
		if g.expects(ExpectPersons, ExpectQuantity) {
			bonus = 0.8
		}
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: bonus, value: PersonsValue{count}})
	}
	if count, n := g.amount(i); n > 0 && g.asksWhen() && g.isNeeded(i, n) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: 0.5, value: CountValue{count}})
	}
	if g.m.in.Listed == 0 && g.expects(ExpectWish) && g.isDigits(i, 2) && len(g.m.words) == 1 {
		all = append(all, candidate{from: i, to: i + 1, sure: 0.8, value: CountValue{g.word(i).number}})
	}
	if !g.expects(ExpectQuantity, ExpectPersons, ExpectReview, ExpectMore) {
		return all
	}
	if count, n := g.countAt(i); n > 0 && (g.expects(ExpectQuantity, ExpectPersons) || g.isWholeClause(i, i+n)) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.5, value: CountValue{count}})
	}
	if count, n := g.amount(i); n > 0 && (g.expects(ExpectQuantity, ExpectPersons) || g.m.in.Listed == 0) && (g.isWholeClause(i, i+n) || g.isNeeded(i, n)) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: 0.3, value: CountValue{count}})
	}
	return all
}

// wordsAt are corrections and languages that begin at i.
func (g *grammar) wordsAt(i int) []candidate {
	var all []candidate
	if n := g.says(i, sMisread); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.8, bonus: 0.3, value: CorrectionValue{ExpectWish}})
	}
	if of, n := g.correctionAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.8, bonus: g.correctionBonus(), value: CorrectionValue{of}})
	}
	if code, n := g.languageAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.4, value: LanguageValue{Lang: code}})
	}
	return all
}

// correctionBonus is low before anything was answered.
func (g *grammar) correctionBonus() float64 {
	if g.expects(ExpectWish) {
		return -0.6
	}
	return 0.2
}

// settle joins what a message says about days, and about times, in one value
// each, which the first such finding carries.
func (m *message) settle(chosen []candidate) []candidate {
	var days daysSaid
	var hours hoursSaid
	for i, c := range chosen {
		switch said := c.value.(type) {
		case daysSaid:
			days = days.beside(said)
		case hoursSaid:
			hours = hours.beside(said, i > 0)
		}
	}
	chosen = m.settlePeople(chosen)
	saidDays, saidHours := false, false
	for i, c := range chosen {
		switch c.value.(type) {
		case anyWhen:
			chosen[i].value = anyOf(days, hours)
		case daysSaid:
			chosen[i].value = once(DaysValue{days.settled(m.in.Today)}, &saidDays)
		case hoursSaid:
			chosen[i].value = once(HoursValue{hours.settled()}, &saidHours)
		}
	}
	return chosen
}

// once is a value the first time, and nothing more to say after that.
func once(v Value, said *bool) Value {
	if *said {
		return led{}
	}
	*said = true
	return v
}

// anyOf is what does not matter, where it was said that nothing does: the time
// where a day was named.
func anyOf(days daysSaid, hours hoursSaid) Value {
	if len(days.Spans) > 0 || days.coming != 0 || days.Weekdays != 0 {
		return HoursValue{Window{Any: true}}
	}
	return DaysValue{Days{Any: true}}
}

// settlePeople keeps one number of people or cases, the largest: of four
// persons, two children, four come; einen für mich und einen für meinen Mann.
func (m *message) settlePeople(chosen []candidate) []candidate {
	most := -1
	for i, c := range chosen {
		if n := howMany(c.value); n > 0 && (most < 0 || n > howMany(chosen[most].value)) {
			most = i
		}
	}
	for i, c := range chosen {
		if howMany(c.value) > 0 && i != most {
			chosen[i].value = led{}
		}
	}
	return chosen
}

// howMany is the number of people or cases that a value says, 0 for others.
func howMany(v Value) int {
	switch v := v.(type) {
	case PersonsValue:
		return v.Count
	case CountValue:
		return v.Count
	}
	return 0
}

// beside joins what is said about days in different places of a message.
func (d daysSaid) beside(o daysSaid) daysSaid {
	return d.and(o)
}

// beside joins what is said about times in different places of a message.
func (h hoursSaid) beside(o hoursSaid, second bool) hoursSaid {
	return h.and(o, second && !isBound(o.Spans))
}
