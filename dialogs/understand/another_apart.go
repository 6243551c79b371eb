package understand

import "slices"

// readOwnDays reads a message in which somebody else comes at a time of their own for what the message, or what is
// chosen, is about: "Perso für mich am Dienstag, für meinen Mann am Mittwoch", "ich früh um 8, er nachmittags". Theirs is
// another appointment.
func (m *message) readOwnDays() (Reading, bool) {
	r, in := m.reader, m.in
	if in.Brief || in.Seen != SeenNothing || in.Changes || len(m.words) > longestCorrection || m.asksWith(len(m.words)) {
		return Reading{}, false
	}
	parts := m.ownDays()
	if len(parts) < 2 {
		return Reading{}, false
	}
	off := make([]bool, len(m.words))
	var others []Another
	for _, p := range parts[1:] {
		other := Another{Words: m.text[m.words[p.from].from:m.words[p.to-1].to]}
		alone := in
		alone.Chosen, alone.Binds, alone.Expect, alone.Listed = nil, false, ExpectWhen, 0
		r.timesOf(&other.When, m.text[m.words[p.who.to].from:m.words[p.to-1].to], alone)
		others = append(others, other)
		for i := p.from; i < p.to; i++ {
			off[i] = true
		}
	}
	all := r.readAs(m.without(off), in)
	wanted := slices.DeleteFunc(Values[ConcernValue](all), func(v ConcernValue) bool { return v.Negated })
	if len(in.Chosen) == 0 && len(wanted) != 1 || len(in.Chosen) > 0 && len(wanted) > 0 {
		return Reading{}, false
	}
	for i := range others {
		others[i].Concerns = m.theirsApart(parts[i+1].who, wanted)
	}
	for _, w := range in.Chosen {
		if left := w.Quantity - len(others); left > 0 && m.countable(w) {
			all.Found = append(all.Found, Finding{Words: m.text, Sure: 1, Value: ConcernValue{ID: w.Concern, Quantity: left}}, Finding{Words: m.text, Sure: 1, Value: PersonsValue{Count: left}})
		}
	}
	all.Text, all.Cut, all.Another = m.text, m.cut, others
	return all, true
}

// theirsApart is what somebody needs at a time of their own of what a message wants.
func (m *message) theirsApart(who party, wanted []ConcernValue) (all []ConcernValue) {
	for _, v := range wanted {
		if who.count > 1 && m.isForEach(v) {
			v.Quantity = who.count
		} else {
			v.Quantity = 0
		}
		all = append(all, v)
	}
	return all
}

// ownDay is a clause that says of somebody when they come.
type ownDay struct {
	from, to int
	who      party
}

// ownDays is the clauses of a message that say of people when they come, each of others. There are none where a clause
// behind the first of them says something else.
func (m *message) ownDays() (all []ownDay) {
	for from := 0; from < len(m.words); {
		to := from + 1
		for to < len(m.words) && !m.words[to].startsClause() && m.words[to].gap != ": " && !(m.says(to, sAnd) && m.isSomebodyAt(to+1)) {
			to++
		}
		part, is := m.ownDayIn(from, to, len(all) > 0)
		again := slices.ContainsFunc(all, func(o ownDay) bool { return o.who.self && part.who.self })
		if len(all) > 0 && (!is || again) {
			return nil
		}
		if is {
			all = append(all, part)
		}
		from = to
	}
	return all
}

// isSomebodyAt tells whether somebody is named at a place.
func (m *message) isSomebodyAt(i int) bool {
	if i >= len(m.words) {
		return false
	}
	p, is := m.partyAt(i)
	return m.isThey(i) || is && (p.as == asMeant || p.as == asNeeding)
}

// ownDayIn reads when somebody comes from a clause; with only nothing else may stand in it.
func (m *message) ownDayIn(from, to int, only bool) (ownDay, bool) {
	d := ownDay{from: from, to: to}
	timed, who := false, false
	for i := from; i < to; {
		p, is := m.partyAt(i)
		switch {
		case !who && m.isThey(i):
			d.who, who = party{from: i, to: i + 1, count: 1}, true
		case !who && is && (p.as == asMeant || p.as == asNeeding && (p.self || m.somebodyElseAt(i) > 0)):
			d.who, who = p, true
			i = p.to
			continue
		case m.mayBeWhen(i) || m.saysWhen(i):
			timed = timed || who
		case only && having[m.words[i].text], only && !m.isFiller(i) && !m.says(i, sAnd) && m.words[i].kind == letters && !likewise[m.words[i].text] && !needing[m.words[i].text] && !coming[m.words[i].text]:
			return ownDay{}, false
		}
		i++
	}
	return d, timed && who && d.who.to < to
}

// isThey tells whether a word speaks of somebody else by a pronoun, and not to the assistant: "Sie".
func (m *message) isThey(i int) bool { return they[m.words[i].text] && !m.words[i].capital }

// they are others by a pronoun, as who does something.
var they = choosingWords(func(c chosenWords) string { return c.they })
