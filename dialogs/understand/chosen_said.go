package understand

import (
	"reflect"
	"slices"

	"terminbote/booking"
)

// chosenPart is a part of a message that corrects what is chosen, or only tells of it.
type chosenPart struct {
	from, to int
	found    []Value
	// others says that what the rest of the message does not name is meant: so many cases of it,
	// or with refused none at all.
	others  bool
	count   int
	refused bool
	besides bool // it comes beside what is chosen
	instead bool // it stands in place of what was said before
	many    bool // with a wish to call off: several appointments
	alike   bool // as many of it as the rest of the message says
}

// readChosen reads a message where something is chosen that it may correct. Who some of it is for,
// what of it stays, and how many of it there are to be, only those know who know what is chosen:
// "der zweite Pass ist für meinen Mann", "der Rest bleibt", "mach aus den zwei drei". So these parts
// are read against that, and the rest by itself.
func (m *message) readChosen() Reading {
	r, in, alone := m.reader, m.in, m.in
	alone.Chosen = nil
	parts := m.ofChosen()
	whole := r.readAs(m.text, alone)
	whole.Cut = m.cut
	if len(parts) == 0 || m.asksBeside(whole) {
		whole = r.besideLack(m, whole, alone)
		whole.Instead = whole.Instead && !m.insists(whole)
		return m.withoutAskedPeople(m.onlyAsked(whole))
	}
	all := Reading{}
	if rest := m.without(m.wordsOfParts(parts)); rest != "" {
		if last := parts[len(parts)-1]; last.to < len(m.words) {
			rest += m.tail
		}
		all = r.readAs(rest, alone)
		all.Found = withoutIdleReplies(all.Found, rest, in.Lang)
	}
	all.Text, all.Lang, all.Foreign, all.Cut, all.Asks = whole.Text, whole.Lang, whole.Foreign, whole.Cut, whole.Asks
	all.Corrects, all.Instead = true, all.Instead && !m.insists(all)
	all.Only = all.Only && !slices.ContainsFunc(parts, chosenPart.leavesOthers)
	named := slices.Clone(all.Found)
	for _, p := range parts {
		for _, v := range p.found {
			named = append(named, Finding{Value: v})
		}
	}
	for _, p := range parts {
		all.Several = all.Several || p.many
		all.Instead = all.Instead && !p.besides || p.instead
		words := m.text[m.words[p.from].from:m.words[p.to-1].to]
		for _, v := range r.valuesOf(p, in.Chosen, named) {
			v = asChosen(v, in.Chosen)
			if slices.ContainsFunc(all.Found, func(f Finding) bool { return reflect.DeepEqual(f.Value, v) && p.others }) {
				continue
			}
			all.Found = append(all.Found, Finding{Words: words, Sure: 1, Value: v})
			_, concern := v.(ConcernValue)
			all.Instead = all.Instead || concern && in.Changes // it changes what is booked
		}
	}
	return all
}

// wordsOfParts tells which words parts have, and the "but" before one that goes on with a yes: "ja, aber das
// Führungszeugnis zweimal" hangs on nothing.
func (m *message) wordsOfParts(parts []chosenPart) []bool {
	theirs := make([]bool, len(m.words))
	for _, p := range parts {
		for i := p.from; i < p.to; i++ {
			theirs[i] = true
		}
		if p.from > 0 && p.from == m.yesEnds()+1 && reversing[m.words[p.from-1].text] {
			theirs[p.from-1] = true
		}
	}
	return theirs
}

// asChosen is a value, or that something stays where it is wanted as often as it is chosen.
func asChosen(v Value, chosen []booking.Wish) Value {
	c, is := v.(ConcernValue)
	same := is && !c.Negated && c.Quantity > 0 && slices.Contains(chosen, booking.Wish{Concern: c.ID, Quantity: c.Quantity})
	if same {
		return StaysValue{ID: c.ID}
	}
	return v
}

// withoutIdleReplies leaves out a no beside a correction of what is chosen, as that says what is wrong, and
// a yes that is none by itself: "doch nur …".
func withoutIdleReplies(all []Finding, rest, lang string) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool {
		v, is := f.Value.(IntentValue)
		return is && (v.Intent == No || v.Intent == Remove || v.Intent == Yes && !SaysYes(rest, lang))
	})
}

// valuesOf is what a part says, beside what the rest of the message names.
func (r *Reader) valuesOf(p chosenPart, chosen []booking.Wish, named []Finding) []Value {
	if !p.others {
		return p.found
	}
	var all []Value
	if p.count == 0 && p.alike && !p.refused {
		p.count = mostCasesOf(named)
	}
	others := otherThan(chosen, named, p.count)
	for _, w := range others {
		switch {
		case p.refused:
			all = append(all, ConcernValue{ID: w.Concern, Negated: true})
		case p.count > 0:
			all = append(all, ConcernValue{ID: w.Concern, Quantity: p.count})
		}
	}
	switch {
	case p.count == 0 && !p.refused:
		return []Value{StaysValue{}}
	case len(all) == 0 && p.count > 0:
		return []Value{CountValue{p.count}} // only they know of which
	case p.refused && len(others) == len(chosen):
		return []Value{StaysValue{}} // nothing is named that all others could be beside
	}
	return all
}

// leavesOthers tells whether a part says that what the message does not name stays.
func (p chosenPart) leavesOthers() bool { return p.others && !p.refused }

// mostCasesOf is the greatest number of cases of something that is named.
func mostCasesOf(named []Finding) int {
	most := 0
	for _, f := range named {
		if v, is := f.Value.(ConcernValue); is && !v.Negated {
			most = max(most, v.Quantity)
		}
	}
	return most
}

// otherThan is what is chosen besides what a message names; where it names nothing of it, what there are
// fewer cases of than are wanted, if there are as many of the rest already.
func otherThan(chosen []booking.Wish, named []Finding, count int) []booking.Wish {
	isNamed := func(w booking.Wish) bool {
		return slices.ContainsFunc(named, func(f Finding) bool {
			v, is := f.Value.(ConcernValue)
			return is && (v.ID == w.Concern || slices.Contains(v.Rivals, w.Concern))
		})
	}
	others := slices.DeleteFunc(slices.Clone(chosen), isNamed)
	if len(others) < len(chosen) || count == 0 {
		return others
	}
	fewer := slices.DeleteFunc(others, func(w booking.Wish) bool { return w.Quantity >= count })
	if len(fewer) == len(chosen) {
		return nil
	}
	return fewer
}

// longestCorrection is how many words a correction has at most. Its parts are read by themselves, which would
// take too long of more.
const longestCorrection = 60

// ofChosen is the parts of a message that correct what is chosen, in its order.
func (m *message) ofChosen() []chosenPart {
	if len(m.words) > longestCorrection {
		return nil
	}
	var parts []chosenPart
	for i := 0; i < len(m.words); {
		p, is := m.chosenPartAt(i)
		if !is {
			i++
			continue
		}
		parts, i = append(parts, p), p.to
	}
	return m.toldTogether(parts)
}

// chosenPartAt is the part that begins at i, by the first rule that knows it.
func (m *message) chosenPartAt(i int) (chosenPart, bool) {
	for _, rule := range []func(*message, int) (chosenPart, bool){
		(*message).allAgainAt, (*message).oneOfUsAt, (*message).bothOfUsAt, (*message).eachNeedsAt, (*message).hasOneAt, (*message).plainOneAt, (*message).forSeveralAt, (*message).isForWhoAt, (*message).onlyNeedsAt, (*message).ofOthersAt, (*message).eachOfChosenAt, (*message).madeOfAt, (*message).moreOrLessAt, (*message).goesOffAt, (*message).staysAt, (*message).onlySoManyAt, (*message).bareCountAt,
	} {
		if p, is := rule(m, i); is {
			return p, true
		}
	}
	return chosenPart{}, false
}

// beginsPart tells whether a part of its own may begin at i: a clause, or what is joined by "and".
func (m *message) beginsPart(i int) bool {
	return i == 0 || m.words[i].startsClause() || m.says(i-1, sAnd) || nays[m.words[i-1].text] || m.isFiller(i-1) && m.beginsPart(i-1)
}

// chosenOf is the wishes chosen that what some words name may be.
func (m *message) chosenOf(from, to int) (all []booking.Wish, named bool) {
	if from >= to {
		return nil, false
	}
	for _, v := range m.namedIn(from, to) {
		named = true
		all = append(all, m.chosenAs(v)...)
	}
	return all, named
}

// isAboutAsMuch tells whether a concern is about all things that another one is called after: who has
// lost their passport and chosen that calls it a passport.
func (r *Reader) isAboutAsMuch(id, of booking.ConcernID) bool {
	its := r.notionsOf(r.listedAs(of), aThing)
	return len(its) > 0 && isWithinIDs(its, r.listedAs(id).named)
}

// countable tells whether more cases than one of something chosen are more of it.
func (m *message) countable(w booking.Wish) bool {
	return !m.reader.IsForSeveral(w.Concern) && !m.reader.isOfDwelling(w.Concern)
}
