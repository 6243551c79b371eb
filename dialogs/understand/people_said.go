package understand

// peopleAt reads how many people come: wir sind zu viert, meine Frau und ich,
// zwei Erwachsene und ein Kind, nur ich.
func (g *grammar) peopleAt(i int) (count, n int) {
	we := g.says(i, sWeAre)
	for skipped := 0; we > 0 && skipped < mostBetweenWe && i+we < len(g.m.words) && !g.word(i+we).startsClause() && g.m.isFiller(i+we) && !fixing[g.word(i+we).text] && g.says(i+we, sSelf, sCompany, sNumber, sCount, sWith, sUntil, sFrom, sOn) == 0; skipped++ {
		we++ // wir sind jetzt doch nur zu zweit
	}
	if all, used := g.groupAt(i + we); we > 0 && used > 0 && g.says(i+we, sSelf) > 0 {
		return all, we + used // it's me and my two kids
	}
	if value, used := g.at(i+we, sCompany); used > 0 {
		return g.company(i, value, we+used)
	}
	if we > 0 {
		if value, used := g.amount(i + we); used > 0 && g.countsPeople(i+we+used) {
			used += g.says(i+we+used, sPeople)
			if more, rest := g.furtherPeople(i + we + used); rest > 0 {
				return value + more, we + used + rest
			}
			return value, we + used
		}
	}
	if value, used := g.totalAt(i, we); used > 0 {
		return value, used
	}
	if value, used := g.amount(i); used > 0 && g.expects(ExpectPersons) && value > 1 {
		if with := g.says(i+used, sWith); with > 0 {
			if among := g.oneOfGroup(i + used + with); among.n > 0 && !among.self && g.endsClause(i+used+with+among.n) {
				return value, used + with + among.n // three with the baby
			}
		}
	}
	return g.groupAt(i)
}

// totalAt reads how many they are with somebody among them: mit Oma 5, wir sind mit den Kindern 4.
func (g *grammar) totalAt(i, we int) (count, n int) {
	with := g.says(i+we, sWith)
	if with == 0 || !g.expects(ExpectPersons, ExpectQuantity) {
		return 0, 0
	}
	at := i + we + with
	at += g.says(at, sPick)
	among := g.oneOfGroup(at)
	value, used := g.amount(at + among.n)
	if among.n == 0 || used == 0 || value < 2 || !g.endsClause(at+among.n+used) {
		return 0, 0
	}
	return value, at + among.n + used - i
}

// fixing are verbs that set a time and count nobody: "could we make it 11".
var fixing = talkingWords(func(t talkWords) string { return t.fixes })

const mostBetweenWe = 4 // filler between "we are" and how many

// company is people who are told of together, and who comes with them: ein
// Ehepaar mit Kind. "Für mich" alone does not say who comes.
func (g *grammar) company(i, value, n int) (count, used int) {
	n += g.says(i+n, sPeople)
	if more, rest := g.furtherPeople(i + n); rest > 0 && (value > 1 && !g.word(i+n).startsClause() || value == 1 && g.expects(ExpectPersons, ExpectQuantity)) {
		return value + more, n + rest
	}
	if all, rest := g.groupAt(i); rest > n {
		return all, rest
	}
	if !g.expects(ExpectPersons, ExpectQuantity, ExpectReview, ExpectMore) && n == 1 && value > 1 {
		return 0, 0 // Ehepaar ummelden
	}
	if next := g.word(i + n); value > 1 && g.x.describes[g.word(i+n-1).text] && next.kind == letters && !next.startsClause() && !g.m.isFiller(i+n) {
		return 0, 0 // wir beide Sachen
	}
	if value == 1 && !g.expects(ExpectPersons, ExpectQuantity) && g.says(i, sSelf) == 0 && (!g.isOnlyOne(i, n) || g.m.asksAt(i)) {
		return 0, 0 // kann meine Frau allein kommen
	}
	return value, n
}

// isOnlyOne tells whether words say that nobody else comes: nur ich, allein.
func (g *grammar) isOnlyOne(i, n int) bool {
	return g.says(i, sOnly) > 0 || n == 1 && g.word(i).kind == letters
}

// countsPeople tells whether a number that ends before i counts people: what
// follows is a word for them, or nothing.
func (g *grammar) countsPeople(i int) bool {
	w := g.word(i)
	return g.says(i, sPeople) > 0 || i >= len(g.m.words) || g.word(i).kind == letters && g.m.isFiller(i) && g.says(i, sAt, sUntil, sFrom) == 0 && g.endsClause(i+1) || w.startsClause() || g.says(i, sAnd) > 0 && g.says(i+g.says(i, sAnd), sPeople, sNumber, sCount) > 0
}

// furtherPeople reads all who come besides those counted: und ein Kind, and my wife
// and two kids.
func (g *grammar) furtherPeople(i int) (count, n int) {
	for {
		more, used := g.oneFurther(i + n)
		if used == 0 {
			return count, n
		}
		count, n = count+more, n+used
	}
}

// oneFurther reads who is named next behind those counted.
func (g *grammar) oneFurther(i int) (count, n int) {
	and := max(g.says(i, sAnd), g.says(i, sWith))
	one := g.oneOfGroup(i + and)
	if one.n == 0 || one.self || and == 0 && doing[g.word(i+one.n).text] || and == 0 && (g.word(i).gap != ", " || !one.mine) {
		return 0, 0
	}
	return one.count, and + one.n
}

// countAt reads einmal, 2x, zwei Stück, zwei statt einer.
func (g *grammar) countAt(i int) (count, n int) {
	count, n = g.at(i, sTimes)
	if n == 0 || count == 0 {
		value, used := g.amount(i)
		if used == 0 {
			return 0, 0
		}
		times := g.says(i+used, sTimes)
		if times == 0 {
			return g.countInstead(i, value, used)
		}
		count, n = value, used+times
	}
	if more, used := g.countInstead(i, count, n); used > 0 {
		return more, used
	}
	return count, n
}

// countInstead reads zwei statt einer, zwei nicht drei.
func (g *grammar) countInstead(i, value, n int) (count, used int) {
	instead := g.says(i+n, sInsteadOf)
	if instead == 0 {
		return 0, 0
	}
	next := i + n + instead
	if g.isHourForAnother(value, next) {
		return 0, 0 // 11 statt 10
	}
	if _, other := g.amount(next); other > 0 {
		return value, n + instead + other + g.says(next+other, sTimes, sPeople)
	}
	if _, other := g.at(next, sTimes); other > 0 {
		return value, n + instead + other
	}
	return 0, 0
}
