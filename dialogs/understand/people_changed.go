package understand

// comingWords say behind a relative whether they come along: 1, or after all do not: -1.
var comingWords = lookoutFor(func(l language, o *lookout[int]) {
	o.enter(idiomsIn(l.talk.comesToo), 1)
	o.enter(idiomsIn(l.talk.comesNot), -1)
})

// bringing are verbs that have a relative come along.
var bringing = talkingWords(func(t talkWords) string { return t.takesAlong })

// fewer are the words behind a number of people that say that they are fewer.
var fewer = talkingWords(func(t talkWords) string { return t.fewer })

// peopleMoreAt reads by how many those who come to what is booked become more or fewer: eine
// Person weniger, one more person, meine Frau kommt doch nicht mit.
func (g *grammar) peopleMoreAt(i int) (by, n int) {
	if !g.m.in.Changes {
		return 0, 0
	}
	if by, n := g.countedMoreAt(i); n > 0 {
		return by, n
	}
	if bringing[g.word(i).text] {
		return g.broughtAt(i)
	}
	one := g.relativesAt(i)
	if one.n == 0 {
		return 0, 0
	}
	at := i + one.n
	for _, s := range comingWords.in(g.m.words, at, min(len(g.m.words), at+maxPhrase)) {
		if s.from == at && s.to-i > n {
			by, n = s.value*one.count, s.to-i
		}
	}
	return by, n
}

// relativesAt reads meine Frau, my two kids, meine beiden Kinder.
func (g *grammar) relativesAt(i int) group {
	if one := g.oneOfGroup(i); one.n > 0 && one.mine && !one.self {
		return one
	}
	mine := g.says(i, sMine)
	both, n := g.at(i+mine, sCompany)
	if used := g.says(i+mine+n, sKin); mine > 0 && n > 0 && used > 0 && both > 1 {
		return group{count: both, mine: true, n: mine + n + used}
	}
	return group{}
}

// countedMoreAt reads eine Person mehr, two fewer people, ein Kind weniger.
func (g *grammar) countedMoreAt(i int) (by, n int) {
	value, n := g.amount(i)
	if n == 0 || value < 1 {
		return 0, 0
	}
	change := g.word(i + n)
	if g.x.moreOrLess[change.text] {
		if used := g.saysPeople(i + n + 1); used > 0 {
			return moreOrFewer(value, change), n + 1 + used
		}
		return 0, 0
	}
	used := g.saysPeople(i + n)
	change = g.word(i + n + used)
	if used == 0 || !g.x.moreOrLess[change.text] {
		return 0, 0
	}
	return moreOrFewer(value, change), n + used + 1
}

// saysPeople is how many words at i stand for people.
func (g *grammar) saysPeople(i int) int {
	if n := g.says(i, sPeople); n > 0 {
		return n
	}
	_, n := g.at(i, sKin)
	return n
}

// moreOrFewer is a number that a word makes one of fewer, or of more.
func moreOrFewer(value int, change word) int {
	if fewer[change.text] {
		return -value
	}
	return value
}

const mostToBrought = 3 // filler between "ich bringe" and whom

// broughtAt reads bringe noch meinen Sohn mit, bringing my wife.
func (g *grammar) broughtAt(i int) (by, n int) {
	at := i + 1
	for at < min(len(g.m.words), i+1+mostToBrought) && g.m.isFiller(at) && g.says(at, sMine) == 0 && !g.word(at).startsClause() {
		at++
	}
	one := g.relativesAt(at)
	if one.n == 0 {
		return 0, 0
	}
	return one.count, at + one.n + g.says(at+one.n, sWith) - i
}
