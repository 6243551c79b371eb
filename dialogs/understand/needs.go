package understand

import "slices"

// need is that some people need something of what a message wants. From all needs of a message follows how many
// cases there are of each concern.
type need struct {
	who   party
	thing int  // which of what is wanted
	taken bool // what they need is taken over from the need before: "meine Frau auch", "einer für mich"
	needy bool // it is said that they need it, and not only whose it is or who did something
	each  bool // everybody of them needs one: je
	alone bool // it is said to be for nobody else: "der Pass ist für Mia"
}

// needClause is a clause while it is read who needs what in it.
type needClause struct {
	who    *party
	meant  bool   // it is for them
	owner  *party // whose the next thing is
	things []int  // named in it, and not yet said for how many
	paired []int  // named in it, and said
	oneAt  int    // behind a word that stands for what was named: einer, the one
	end    int    // behind the last thing
	needs  bool
	like   bool
	each   bool
	other  bool // it says something else
	denied bool // it says that something is not needed
}

// needReading reads a message for who needs what.
type needReading struct {
	*message
	thingAt func(i int) int // which of what is wanted a word names; -1: none
	clause  needClause
	last    []int // named in the clause before
	all     []need
}

// needs is who needs what in a message.
func (m *message) needs(thingAt func(i int) int) []need {
	r := &needReading{message: m, thingAt: thingAt}
	r.begin()
	for i := 0; i < len(m.words); {
		if i > 0 && (m.words[i].startsClause() || m.words[i].gap == ": ") {
			r.close()
		}
		i += r.take(i)
	}
	r.close()
	return r.all
}

func (r *needReading) begin() { r.clause = needClause{oneAt: -1, end: -1} }

// take takes up what the words at a place say, and returns how many they are.
func (r *needReading) take(i int) int {
	if n := r.ownOneAt(i); n > 0 {
		r.takeOver(party{from: i, to: i + n, count: 1, self: true})
		return n
	}
	if n := r.oneAt(i); n > 0 {
		if r.clause.end != i { // "a youth one" is that
			r.clause.oneAt = i + n
		}
		return n
	}
	if p, is := r.partyAt(i); is {
		r.takeParty(p)
		return p.to - i
	}
	if t := r.thingAt(i); t >= 0 {
		r.takeThing(t, i)
		return 1
	}
	r.takeWord(i)
	return 1
}

// takeWord takes up a word that names neither people nor what they need.
func (r *needReading) takeWord(i int) {
	c, w := &r.clause, r.words[i].text
	switch {
	case needing[w]:
		c.needs = true
	case r.isLikewise(i):
		c.like = true
	case eachWords[w]:
		c.each = true
	case denying[w] && !onlies[w]:
		c.denied = true
	case coming[w], having[w], !r.isFiller(i) && !r.says(i, sAnd) && !articles[w] && !wanting[w] && !furthers[w] && !oneself[w]:
		c.other = true
	}
}

// takeThing takes up something that is needed.
func (r *needReading) takeThing(t, i int) {
	c := &r.clause
	c.end = i + 1
	switch {
	case c.owner != nil:
		r.add(need{who: *c.owner, thing: t, needy: true})
		c.owner, c.paired = nil, append(c.paired, t)
	case !slices.Contains(c.things, t) && (!slices.Contains(c.paired, t) || i > 0 && articles[r.words[i-1].text]):
		c.things = append(c.things, t)
	}
}

// takeParty takes up people, by what is said of them.
func (r *needReading) takeParty(p party) {
	c := &r.clause
	behindOne, behindThing := c.oneAt == p.from, c.end == p.from && r.words[p.from].gap == " "
	switch {
	case p.as == asComing:
	case behindOne && (p.as != asNeeding || !c.needs && !p.self):
		r.takeOver(p)
	case p.as == asMeant && len(c.things) > 0 && c.who != nil && c.meant:
		r.close() // "für die Kinder Pässe und für mich einen Perso"
		r.clause.who, r.clause.meant = &p, true
	case p.as == asMeant && len(c.things) > 0:
		r.pair(p)
	case p.as == asOwning && r.isGenitive(p.to-1):
		c.owner = &p
	case behindThing && !p.self && (p.as == asOwning || p.as == asNeeding && !c.needs && !p.among):
		r.pair(p)
	case p.as != asOwning || c.needs && (p.counted || p.row):
		if c.who != nil && (len(c.things) > 0 || c.like) {
			r.close()
		}
		r.clause.who, r.clause.meant = &p, p.as == asMeant
	}
}

// pair says of the things named last that they are for some people: of all that are joined, where these are counted.
func (r *needReading) pair(p party) {
	c := &r.clause
	last := len(c.things) - 1
	linked := r.isLinked(p.from)
	for n, t := range c.things {
		if n == last || p.counted {
			r.add(need{who: p, thing: t, needy: true, each: c.each, alone: linked})
		}
	}
	c.paired, c.things = append(c.paired, c.things...), nil
}

// isLinked tells whether a verb before a place says that something is for who is named there: ist für.
func (r *needReading) isLinked(at int) bool {
	for i := at - 1; i >= max(r.clause.end, at-mostToWho); i-- {
		if isFors[r.words[i].text] {
			return true
		}
	}
	return false
}

// takeOver says that some people need what was named last.
func (r *needReading) takeOver(p party) {
	named := slices.Concat(r.last, r.clause.paired, r.clause.things)
	if len(named) > 0 {
		r.add(need{who: p, thing: named[len(named)-1], taken: true, needy: true})
	}
}

func (r *needReading) add(n need) { r.all = append(r.all, n) }

// close takes up what a clause said as a whole.
func (r *needReading) close() {
	c := r.clause
	if c.owner != nil && len(c.things)+len(c.paired) > 0 && r.says(c.owner.from-1, sAnd) {
		r.takeOver(*c.owner) // "my ID card and my wife's"
	}
	if c.who != nil && !c.denied {
		for _, t := range c.things {
			r.add(need{who: *c.who, thing: t, needy: c.needs || c.like || c.each || !c.other && (c.meant || len(r.all) > 0), each: c.each})
		}
		if len(c.things) == 0 && !c.who.outright && (c.like || c.oneAt >= 0 && c.needs) && !c.other {
			r.takeOver(*c.who)
		}
	}
	if named := slices.Concat(c.paired, c.things); len(named) > 0 {
		r.last = named
	}
	r.begin()
}

// oneAt is how many words at a place stand for what was named: einer, "der" in "der von meiner Frau", another.
func (m *message) oneAt(i int) int {
	w := m.words[i]
	next := i + 1
	if idiomAt(ofUsWords, m.words, next) > 0 {
		return 0 // "einer von uns" is somebody
	}
	if thes[w.text] && next < len(m.words) && m.amountAt(next) == 1 && m.words[next].kind == letters {
		return 1 + m.oneAt(next)
	}
	ends := next >= len(m.words) || m.words[next].startsClause() || m.says(next, sAnd)
	behind := !ends && (purposes[m.words[next].text] || ownings[m.words[next].text])
	switch {
	case m.amountAt(i) == 1 && w.kind == letters:
		if ends || behind || m.isLikewise(next) || eachWords[m.words[next].text] || needing[m.words[next].text] {
			return 1
		}
	case furthers[w.text] && behind, thes[w.text] && behind:
		return 1
	case thes[w.text] && !ends:
		if p, is := m.partyAt(next); is && p.as == asNeeding && !p.self && !p.names && ofMine[m.words[next].text] {
			return 1 // der meiner Tochter
		}
	}
	return 0
}

// ownOneAt is how many words at a place stand for the writer's own one: mine, my own, meinen eigenen.
func (m *message) ownOneAt(i int) int {
	n := m.ownOneWords(i)
	if next := i + n; n == 0 || next < len(m.words) && (m.isOfThing(next) || m.says(next, sKin) || m.says(next, sPeople) || m.isNoun(next)) && !m.words[next].startsClause() {
		return 0
	}
	if n == 1 && !m.endsRow(i+n) || i > 0 && isFors[m.words[i-1].text] {
		return 0
	}
	return n
}

// ownOneWords is how many words at a place could stand for it.
func (m *message) ownOneWords(i int) int {
	w := m.words[i].text
	switch {
	case i+1 < len(m.words) && m.words[i+1].gap == " " && ownOnes[w+" "+m.words[i+1].text]:
		return 2
	case ownOnes[w]:
		return 1
	}
	return 0
}

// ofMine begin whose something is: meiner Tochter.
var ofMine = choosingWords(func(c chosenWords) string { return c.ofMine })

// ownOnes stand for the writer's own one of what was named.
var ownOnes = choosingWords(func(c chosenWords) string { return c.ownOne })
