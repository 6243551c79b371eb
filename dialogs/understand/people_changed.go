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

// changedPeopleAt are the readings of words at i by which others come to what is booked than
// were to.
func (g *grammar) changedPeopleAt(i int) []candidate {
	if !g.m.in.Changes && !g.m.in.Comes {
		return nil
	}
	if by, n := g.peopleMoreAt(i); n > 0 {
		return []candidate{{from: i, to: i + n, sure: 0.85, bonus: ofComing, value: PersonsValue{By: by}}}
	}
	if n := g.missesDayAt(i); n > 0 {
		return []candidate{{from: i, to: i + n, sure: 0.85, bonus: ofComing, value: CorrectionValue{Of: ExpectWhen}}}
	}
	if n := g.peopleRecountedAt(i); n > 0 {
		return []candidate{{from: i, to: i + n, sure: 0.85, bonus: ofComing, value: CorrectionValue{Of: ExpectPersons}}}
	}
	return nil
}

// peopleMoreAt reads by how many those who come to what is booked become more or fewer: eine
// Person weniger, one more person, meine Frau kommt doch nicht mit.
func (g *grammar) peopleMoreAt(i int) (by, n int) {
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
	comes, used := g.comingAt(i + one.n)
	if used == 0 || comes < 0 && g.isOfDay(i+one.n+used) {
		return 0, 0
	}
	return comes * one.count, one.n + used
}

// missesDayAt reads that somebody cannot come on a day: "my wife can't come that day".
func (g *grammar) missesDayAt(i int) (n int) {
	one := g.relativesAt(i)
	if one.n == 0 {
		return 0
	}
	if comes, used := g.comingAt(i + one.n); comes < 0 && g.isOfDay(i+one.n+used) {
		return one.n + used
	}
	return 0
}

// isOfDay tells whether a day is named from a place on to the end of the clause: who cannot come on that day may on
// another.
func (g *grammar) isOfDay(i int) bool {
	for ; i < len(g.m.words) && !g.m.words[i].startsClause(); i++ {
		if g.m.mayBeWhen(i) || g.m.saysWhen(i) {
			return true
		}
	}
	return false
}

// comingAt reads whether those named before come along, 1, or do not, -1.
func (g *grammar) comingAt(i int) (comes, n int) {
	for _, s := range comingWords.in(g.m.words, i, min(len(g.m.words), i+maxPhrase)) {
		if s.from == i && s.to-i > n {
			comes, n = s.value, s.to-i
		}
	}
	return comes, n
}

// peopleRecountedAt reads that relatives come along or do not, and not how many they are, which
// has to be asked then: meine Kinder kommen doch nicht mit.
func (g *grammar) peopleRecountedAt(i int) int {
	n := g.says(i, sMine)
	if n == 0 {
		return 0
	}
	n += g.adjectives(i + n)
	people := g.says(i+n, sPeople)
	_, used := g.comingAt(i + n + people)
	if people == 0 || used == 0 {
		return 0
	}
	return n + people + used
}

// relativesAt reads meine Frau, my two kids.
func (g *grammar) relativesAt(i int) group {
	if one := g.oneOfGroup(i); one.n > 0 && one.mine && !one.self {
		return one
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

const mostToBrought = 3 // filler words behind "ich bringe"

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

// ofComing is how much likelier it is meant who comes along than that nobody comes: "meine
// Kinder kommen doch nicht mit".
const ofComing = 3
