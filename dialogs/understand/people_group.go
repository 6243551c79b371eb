package understand

import "slices"

// group is some people that were named.
type group struct {
	count    int
	self     bool // the writer is named among them
	counted  bool // they were counted: two adults; that is all who come
	whole    bool // they were counted together: zu dritt
	outright bool // they were counted as people, and not only as children
	mine     bool // they are the writer's: meine Frau
	n        int
}

// groupAt reads people that are named in a row. A relative alone may be the one
// the concern is for, and does not say who comes.
func (g *grammar) groupAt(i int) (count, n int) {
	with := g.says(i, sWith)
	if with == 0 && i > 1 && g.says(i-1, sWith) > 0 && !g.m.isFiller(i-2) {
		return 0, 0 // eine Familie mit drei Kindern
	}
	all := g.oneOfGroup(i + with)
	if all.n == 0 || all.self && g.isDeniedFor(i) {
		return 0, 0
	}
	all.n += with
	if n := g.toldOneByOne(&all, i); n > 0 {
		return all.count, n
	}
	members := g.joinRow(&all, i)
	if all.self {
		if value, n := g.bareMore(i + all.n); n > 0 {
			return all.count + value, all.n + n
		}
	}
	if n := g.says(i+all.n, sComesAlong); n > 0 && !all.self && !all.counted && g.expects(afterConcerns...) && !g.m.asksAt(i) {
		return all.count + 1, all.n + n
	}
	if with > 0 && g.expects(ExpectReview) && g.doesElse(i) {
		return 0, 0 // ich guck grad mit meiner Tochter drüber
	}
	if with > 0 && i > 0 && !all.mine && !g.m.isFiller(i-1) {
		return 0, 0 // eine Familie mit drei Kindern
	}
	all.mine = all.mine || with > 1 && speakers[g.word(i).text] // "ich komme mit Frau und Baby"
	return g.counted(all, with > 0, members)
}

// doesElse tells whether the clause in which the word at i stands says that the writer does
// something, and nothing of coming.
func (g *grammar) doesElse(i int) bool {
	from, to := g.m.clauseOf(i, i+1)
	if slices.ContainsFunc(g.m.words[from:to], func(w word) bool { return coming[w.text] }) {
		return false
	}
	for at := from; at+1 < i; at++ {
		w := g.word(at + 1).text
		if g.says(at, sSelf) == 1 && !states[w] && !having[w] && !wanting[w] && !needing[w] && g.says(at+1, sWith) == 0 {
			return true
		}
	}
	return false
}

// joinRow adds to a group that begins at i those who are named behind it in a row, and
// returns how many were named.
func (g *grammar) joinRow(all *group, i int) (members int) {
	for members = 1; ; members++ {
		and := g.joinsPeopleAt(i+all.n, i)
		next := g.oneOfGroup(i + all.n + and)
		if next.n == 0 || and == 0 && g.word(i+all.n).gap != ", " && !next.counted && (all.whole || !g.isRowOfKin(i+all.n, all.n)) || !g.goesOn(i+all.n) {
			return members
		}
		if next.self && all.self || all.self && g.wantsItself(i, i+all.n+and+next.n) {
			return members // "…, der kennt mich und ich ihn"
		}
		if and == 0 && !all.whole && doing[g.word(i+all.n+next.n).text] {
			return members // "nur ich, meine Frau kommt ein andermal": it tells of somebody
		}
		if next.whole && and == 0 {
			all.count, all.whole = 0, true // mit Baby zu dritt: all of them are three
		} else if all.whole && g.word(i+all.n).startsClause() {
			next.count = 0 // zu dritt, mein Mann, meine Tochter: these are among them
		}
		all.count += next.count
		all.self, all.counted = all.self || next.self, all.counted || next.counted
		all.outright, all.mine = all.outright || next.outright, all.mine || next.mine
		all.n += and + next.n
	}
}

// joinsPeopleAt is how many words at i join somebody to a row of people that begins at from: und,
// mit, "und für" in "für mich und für meine Tochter".
func (g *grammar) joinsPeopleAt(i, from int) int {
	and := max(g.says(i, sAnd), g.says(i, sWith))
	if and == 0 && coming[g.word(i).text] && g.expects(ExpectPersons) && g.says(i+1, sAnd) > 0 {
		return 1 + g.says(i+1, sAnd) // "ich komm und mein Betreuer ist dabei"
	}
	if and > 0 && purposes[g.word(i+and).text] && from > 0 && purposes[g.word(from-1).text] {
		and++
	}
	return and
}

// toldOneByOne reads who those are that were counted before, which adds nobody: "zu zweit,
// meine Frau und ich", "three persons, me and two kids", "nur ich, eine Person".
func (g *grammar) toldOneByOne(all *group, i int) int {
	at := i + all.n
	if !g.word(at).startsClause() || !g.goesOn(at) {
		return 0
	}
	row := g.oneOfGroup(at)
	if row.n == 0 {
		return 0
	}
	if all.self && row.outright && row.counted && g.endsClause(at+row.n) {
		all.count = max(all.count, row.count)
		return all.n + row.n
	}
	members := g.joinRow(&row, at)
	if !all.counted || all.self || !row.self || row.count > all.count || members == 1 && !g.endsClause(at+row.n) {
		return 0
	}
	return all.n + row.n
}

// isDeniedFor tells whether what is named at i is not for the writer: nicht für mich.
func (g *grammar) isDeniedFor(i int) bool {
	return i > 1 && purposes[g.word(i-1).text] && denying[g.word(i-2).text]
}

// wantsItself tells whether behind a row that begins with the writer as an object,
// who is named last begins to want something else: für mich einen Perso, und meine
// Frau braucht …
func (g *grammar) wantsItself(i, end int) bool {
	w := g.word(end).text
	return !speakers[g.word(i).text] && (needing[w] || wanting[w] || having[w])
}

// isRowOfKin tells whether the word at i may begin one more who is named without a mark, as
// people dictate: vater mutter und zwei Kinder, meine Frau die drei Kinder und ich.
func (g *grammar) isRowOfKin(i, before int) bool {
	return g.expects(ExpectPersons) && !g.word(i).startsClause() && g.says(i, sSelf) == 0 && before > 0
}

// bareMore reads how many come besides: ich plus zwei, ich und noch drei.
func (g *grammar) bareMore(i int) (count, n int) {
	and := max(g.says(i, sAnd), g.says(i, sWith))
	more := g.says(i+and, sYet)
	value, used := g.amount(i + and + more)
	if and == 0 || used == 0 || !g.expects(ExpectPersons) || !g.isWholeClause(i, i+and+more+used) {
		return 0, 0
	}
	return value, and + more + used
}

func (g *grammar) counted(all group, with bool, members int) (count, n int) {
	switch {
	case all.whole:
		return all.count, all.n
	case g.expects(ExpectWish) && with && all.mine && !all.self && members > 1:
		return all.count + 1, all.n // who registers with wife and children comes too
	case g.expects(ExpectWish) && !all.self && !all.outright:
		return 0, 0 // a family with three children need not come
	case with && all.outright:
		return all.count, all.n // mit zwei Personen
	case with && !all.self && g.expects(ExpectPersons, ExpectQuantity, ExpectReview):
		return all.count + 1, all.n
	case all.self && members > 1, all.counted:
		return all.count, all.n
	case g.expects(ExpectPersons) && members > 1:
		return all.count, all.n
	}
	return 0, 0
}

// oneOfGroup reads ich, meine Frau, zwei Kinder, ein Erwachsener.
func (g *grammar) oneOfGroup(i int) group {
	if n := g.says(i, sSelf); n > 0 {
		return group{count: 1, self: true, n: n}
	}
	if n := g.says(i, sCaller); n > 0 && g.m.in.Brief && i > 0 && purposes[g.word(i-1).text] {
		return group{count: 1, self: true, n: n}
	}
	if value, n := g.at(i, sCompany); n > 0 && value > 1 {
		return group{count: value, counted: true, whole: true, outright: true, n: n}
	}
	value, n := g.amount(i)
	if n > 0 {
		n += g.adjectives(i + n)
		if used := g.says(i+n, sPeople); used > 0 && value > 0 && g.x.moreOrLess[g.word(i+n+used).text] {
			return group{} // eine Person mehr
		}
		if used := g.says(i+n, sPeople); used > 0 && value > 0 {
			return group{count: value, counted: true, outright: g.says(i+n, sOutright) > 0, n: n + used}
		}
		if kin, used := g.at(i+n, sKin); used > 0 {
			return group{count: value * kin, n: n + used}
		}
		return group{}
	}
	n = g.says(i, sMine)
	article := n
	if n == 0 {
		article = g.says(i, sPick)
	}
	if more, used := g.amount(i + article); used > 0 && article > 0 {
		if people := g.says(i+article+used, sPeople); people > 0 {
			return group{count: more, mine: true, n: article + used + people}
		}
		if kin, end := g.at(i+article+used, sKin); end > 0 {
			return group{count: max(more, kin), mine: true, n: article + used + end}
		}
	}
	mine := n > 0
	n += g.adjectives(i + n)
	if kin, used := g.at(i+n, sKin); used > 0 {
		return group{count: kin, mine: mine, n: n + used}
	}
	return group{}
}

// adjectives is how many words stand before a noun that describe it: kleine,
// weitere.
func (g *grammar) adjectives(i int) int {
	w := g.word(i)
	if w.kind != letters || !g.x.describes[w.text] {
		return 0
	}
	if _, kin := g.at(i+1, sKin); kin > 0 || g.says(i+1, sPeople) > 0 {
		return 1
	}
	return 0
}
