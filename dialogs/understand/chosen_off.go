package understand

import (
	"slices"

	"terminbote/booking"
)

// goesOffAt reads that something that is chosen, or booked, is not wanted any more: "der Pass soll raus", "den
// Pass doch nicht", "the passport can go".
func (m *message) goesOffAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	var things []int
	goes, to, slots, many, count := false, 0, false, false, 0
	for at := i; at < end; at++ {
		w := m.words[at].text
		n := idiomAt(goingWords, m.words, at)
		if goes && m.says(at, sAnd) {
			break
		}
		switch {
		case n > 0:
			goes, at = true, at+n-1
			to = at + 1
		case slotWords[w]:
			slots, to = true, at+1
			many = many || slotsWords[w]
		case m.isOfConcern(at), m.isOfConcerns(m.words[at]) && !m.isFiller(at):
			things, to = append(things, at), at+1
		case m.isCounted(at) && count == 0 && len(things) == 0:
			count, to = m.amountAt(at), at+1
			many = many || count > 1
			at += max(1, m.outOfAt(at+1)+1) - 1
		case m.amountAt(at) > 1, m.isMoreOrLess(at):
			many = many || m.amountAt(at) > 1
		case !m.isFiller(at) && !nays[w]:
			return chosenPart{}, false
		}
	}
	if !goes || slots == (len(things) > 0) {
		return chosenPart{}, false
	}
	p := chosenPart{from: i, to: to}
	if slots {
		p.found, p.many = []Value{IntentValue{CallOff}}, many
		return p, m.in.Seen == SeenAppointment
	}
	of, _ := m.chosenOf(things[0], lastOf(things)+1)
	part := len(of) == 0 // it is one of what is called otherwise: the trailer, of two vehicles
	if part {
		of = m.chosenAbout(things[0])
	}
	of, named := m.ofTrait(of, i, to)
	if named && len(of) == 0 { // "das erweiterte hab ich nicht gesagt": it is not chosen
		p.found = []Value{StaysValue{}}
		p = m.withFiller(p)
		p.to = m.goesOn(p.to)
		return p, true
	}
	if len(of) != 1 {
		return chosenPart{}, false
	}
	v := ConcernValue{ID: of[0].Concern, Negated: true}
	if part {
		count = max(1, count)
	}
	if q := of[0].Quantity; count > 0 && q > count && (part || m.countable(of[0])) {
		v = ConcernValue{ID: of[0].Concern, Quantity: q - count}
	}
	p.found = []Value{v}
	p = m.withFiller(p)
	p.to = m.goesOn(p.to)
	return m.goesToo(p), true
}

// goesToo adds to a part by which something goes what is joined to it and goes as well: "ein Pass kann weg und ein
// Ausweis".
func (m *message) goesToo(p chosenPart) chosenPart {
	if p.to >= len(m.words) || !m.says(p.to, sAnd) {
		return p
	}
	_, end := m.clauseOf(p.to, p.to+1)
	var things []int
	count := 0
	for at := p.to + 1; at < end; at++ {
		switch {
		case m.isOfConcern(at):
			things = append(things, at)
		case m.isCounted(at) && len(things) == 0:
			count = m.amountAt(at)
		case !m.isFiller(at) && !m.isLikewise(at), m.says(at, sAnd):
			return p
		}
	}
	if len(things) == 0 {
		return p
	}
	of, _ := m.chosenOf(things[0], lastOf(things)+1)
	if len(of) != 1 {
		return p
	}
	v := ConcernValue{ID: of[0].Concern, Negated: true}
	if q := of[0].Quantity; count > 0 && q > count && m.countable(of[0]) {
		v = ConcernValue{ID: of[0].Concern, Quantity: q - count}
	}
	p.found, p.to = append(p.found, v), end
	return p
}

// isCounted tells whether a word before what goes says how many of it do: zwei, ein, einer. "Die zwei Pässe" are all.
func (m *message) isCounted(i int) bool {
	return m.amountAt(i) > 0 && m.words[i].kind == letters && (i == 0 || !thes[m.words[i-1].text] && !mine[m.words[i-1].text])
}

// outOfAt is how many words from a place on say of how many it is one: "(einer) der drei", "(one) of the three".
func (m *message) outOfAt(i int) int {
	for n := 0; n < mostOutOf && i+n < len(m.words); n++ {
		w := m.words[i+n].text
		if m.isOfThing(i + n) {
			return n
		}
		if !thes[w] && !ownings[w] && m.amountAt(i+n) == 0 && idiomAt(allOfItWords, m.words, i+n) == 0 && !severals[w] {
			return 0
		}
	}
	return 0
}

const mostOutOf = 4 // words between one of several and what they are

// ofTrait is what of some wishes has the traits that some words name, and whether they name any: the extended one.
func (m *message) ofTrait(of []booking.Wish, from, to int) (having []booking.Wish, named bool) {
	words := m.reader.catalogue.words
	having = of
	for i := from; i < to; i++ {
		for _, id := range words.meaning(m.words[i], false).means {
			if words.notions[id].kind != aTrait || m.isFiller(i) {
				continue
			}
			named = true
			having = slices.DeleteFunc(slices.Clone(having), func(w booking.Wish) bool { return !slices.Contains(m.reader.listedAs(w.Concern).named, id) })
		}
	}
	return having, named
}

// chosenAbout is what is chosen that is about the thing which a word names: the trailer of taking a vehicle off
// the road.
func (m *message) chosenAbout(i int) (all []booking.Wish) {
	words := m.reader.catalogue.words
	for _, w := range m.in.Chosen {
		its := m.reader.listedAs(w.Concern).named
		if slices.ContainsFunc(words.meaning(m.words[i], false).means, func(id conceptID) bool {
			k := words.notions[id].kind
			return (k == aThing || k == aTrait || k == aFaintTrait) && slices.Contains(its, id)
		}) {
			all = append(all, w)
		}
	}
	return all
}

// goesOn is where the clauses end that only say once more that it goes: "das erweiterte hab ich nicht gesagt, das
// weg".
func (m *message) goesOn(to int) int {
	for to < len(m.words) && m.words[to].startsClause() {
		_, end := m.clauseOf(to, to+1)
		goes := false
		for at := to; at < end; at++ {
			n := idiomAt(goingWords, m.words, at)
			if n == 0 && !thes[m.words[at].text] && !m.isFiller(at) {
				return to
			}
			goes, at = goes || n > 0, at+max(1, n)-1
		}
		if !goes {
			return to
		}
		to = end
	}
	return to
}

// Words by which something that is chosen goes, and words for several appointments.
var (
	goingWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.goes), true) })
	slotsWords = choosingWords(func(c chosenWords) string { return c.slots })
)

// TakesOff tells whether words say that something goes that was chosen, or booked, whatever it is.
func TakesOff(text, lang string) bool {
	m := townless().message(text, Context{Lang: lang})
	return len(goingWords.in(m.words, 0, len(m.words))) > 0
}
