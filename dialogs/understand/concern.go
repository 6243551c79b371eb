package understand

import (
	"slices"

	"terminbote/booking"
)

// finder looks for concerns in one message.
type finder struct {
	words    []word
	free     []bool
	rank     *ranking
	counting bool    // some frame says how many
	leaves   []bool  // words that leave out what follows
	leftOut  []bool  // words behind what is left out
	within   []bool  // words of idioms: the "nicht" of "finde … nicht"
	plainOne bool    // it is said that it is about one person, or about what is ordinary
	timed    []bool  // words that say when
	heard    []bool  // words that are taken, but say who comes along
	answers  bool    // the open question is answered, or something else is found
	several  bool    // and that is more than one person
	offered  bool    // it is asked which of several is meant
	differ   bool    // some people are said to need something else than others
	withKin  []bool  // words behind which somebody of the family is named who is with them: mit meiner Frau
	refusing bool    // somebody says what others shall not do or know
	past     []frame // what has been, and is not wanted now
	whole    *whole  // what all of the message is about, once it was heard
	persons  bool    // it is asked who comes
	foreign  bool    // the words that nobody knows are of another language
	wishes   bool    // it is asked what somebody comes for, or they say that they need something
}

func newFinder(words []word, free []bool, rank *ranking) *finder {
	ordinaries := rank.words.ids[ordinary]
	plainOne := slices.ContainsFunc(words, func(w word) bool { return slices.Contains(rank.words.exact[w.text], ordinaries) })
	return &finder{
		words: words, free: free, rank: rank, plainOne: plainOne,
		within: make([]bool, len(words)), heard: make([]bool, len(words)), timed: make([]bool, len(words)),
		withKin: make([]bool, len(words)),
	}
}

func (f *finder) notion(id conceptID) notion { return f.rank.words.notions[id] }

// How well an entry must fit.
const (
	clearFit     = 0.6  // to be taken at once
	someFit      = 0.34 // to be asked about
	nearRival    = 0.82 // of what the best fits, an entry that could be meant as well does
	wholly       = 0.95 // said is all of what an entry is called, and no more
	nearWhole    = 0.92 // the same beside what was said wholly
	concernBonus = 1    // nothing else is found in the same words
	unsure       = 0.45 // is said of what is asked about
	mostAsked    = 3    // concerns in one question
)

// concerns finds what somebody comes for in the words that nothing else
// explains.
func (m *message) concerns(chosen []candidate) []candidate {
	if c, ok := m.reader.fullNames.in(m.words, m.free(chosen)); ok {
		return []candidate{c}
	}
	free := m.free(chosen)
	if plain := m.withoutDescription(free); m.in.Brief && !slices.Equal(plain, free) {
		if found := m.concernsIn(chosen, plain); slices.ContainsFunc(found, isCalledByName) {
			return found
		}
	}
	return m.concernsIn(chosen, free)
}

// concernsIn finds what somebody comes for in the words that are free.
func (m *message) concernsIn(chosen []candidate, free []bool) []candidate {
	code, _ := m.foreign()
	f := newFinder(m.words, free, m.rank)
	f.foreign = code != ""
	f.wishes = m.asksWish() || m.needsSomething(chosen)
	f.answers = !m.asksWish() && len(chosen) > 0
	f.persons = m.in.Expect == ExpectPersons || m.in.Expect == ExpectQuantity
	f.heard, f.timed = m.company(chosen), m.timed(chosen)
	f.several = slices.ContainsFunc(chosen, func(c candidate) bool { v, is := c.value.(PersonsValue); return is && v.Count >= aFamily })
	f.withKin = m.besides()
	f.differ, f.offered = m.needDiffers(), len(m.in.Between) > 0
	f.ignoreLacks(chosen)
	f.ignoreTags()
	its := f.items()
	frames := f.frames(its)
	f.several = f.several || slices.ContainsFunc(frames, f.registersWithKin)
	f.counting = slices.ContainsFunc(frames, func(p frame) bool { return f.quantity(p) > 0 })
	found := m.ofThoseAsked(f, its, frames, chosen, m.besideTimes(chosen, m.found(f, its, frames, chosen)))
	m.passed = f.passedOver(its, found)
	return found
}

// besideTimes leaves out what would be asked about beside a day or a time for an appointment
// that is seen: "da ist Elternabend, geht auch Mittwoch früh?".
func (m *message) besideTimes(chosen, found []candidate) []candidate {
	if m.in.Seen != SeenAppointment || !slices.Contains(m.timed(chosen), true) {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), func(c candidate) bool { return !isTaken(c) && !isNegated(c) })
}

// found is what the parts of a message and the whole of it speak of.
func (m *message) found(f *finder, its []item, frames []frame, chosen []candidate) []candidate {
	clear, vague, unanswered := m.partsSaid(f, frames)
	if unanswered && len(clear) == 0 {
		return nil // it is only named in a question that nobody here answers
	}
	frames, clear = f.withoutLacks(frames, clear)
	parts := onceEach(slices.Concat(clear, vague))
	if m.in.Brief && slices.ContainsFunc(clear, isCalledByName) {
		return withoutContradictions(onceEach(withoutAsides(slices.Concat(clear, vague))))
	}
	if f.wishes && m.mayGuess(chosen) && !f.foreign {
		clear, vague = m.reconsider(f, its, frames, chosen, clear, vague)
	}
	if slices.ContainsFunc(clear, func(c candidate) bool { return c.sure >= 0.5 && !isNegated(c) }) || len(clear) > 0 && len(vague) == 0 {
		return m.doubted(f, its, frames, chosen, withoutContradictions(onceEach(withoutAsides(clear))), parts)
	}
	if len(chosen) > 0 && (m.in.Expect != ExpectWish && m.in.Expect != ExpectMore || !m.asksWhen && slices.ContainsFunc(chosen, isQuestion)) {
		return onceEach(clear) // a guess disturbs an answer to what was asked
	}
	return onceEach(append(clear, vague...))
}

// partsSaid is what each part of a message speaks of, clearly and vaguely, and
// whether a question that nobody answers names some of it.
func (m *message) partsSaid(f *finder, frames []frame) (clear, vague []candidate, unanswered bool) {
	for _, x := range frames {
		c, ok := f.candidate(x)
		if ok = ok && !f.fetchesKin(x) && !(f.answers && f.isSlipOfAct(x)) && !f.isCause(x, frames, c) && !m.onlyGivesReason(frames, c) && (f.wishes || !f.onlyNamesElsewhere(x, c)) && !f.isTraitOfElsewhere(x, c); !ok {
			continue
		}
		if !f.foreign && m.onlyAskedAbout(c) {
			c.sure = min(c.sure, unsure)
			unanswered = unanswered || m.isUnanswered(c)
		}
		if c.sure >= 0.5 || x.negated {
			clear = append(clear, c)
		} else {
			vague = append(vague, c)
		}
	}
	return clear, vague, unanswered
}

// fetchesKin tells whether a part only says that somebody fetches children: "I have to pick my kids
// up at three".
func (f *finder) fetchesKin(p frame) bool {
	return f.speaksOf(p, collect) && f.onlyDoes(p, collect) && f.speaksOf(p, child) && !slices.ContainsFunc(p.items, func(it item) bool {
		return f.itemHas(it, aThing) && !slices.ContainsFunc(it.means, func(id conceptID) bool { return f.notion(id).concept == child })
	})
}

// isSlipOfAct tells whether a part is no more than a word that could be a slip of something that is
// done: "she reads my mails" is not ready.
func (f *finder) isSlipOfAct(p frame) bool {
	return len(p.items) == 1 && !f.has(p, aThing) && p.items[0].sure < asSplit
}

func isQuestion(c candidate) bool {
	_, is := c.value.(QuestionValue)
	return is
}

// timed tells which words say when.
func (m *message) timed(chosen []candidate) []bool {
	timed := make([]bool, len(m.words))
	for _, c := range chosen {
		switch c.value.(type) {
		case daysSaid, hoursSaid:
			for i := c.from; i < c.to; i++ {
				timed[i] = true
			}
		}
	}
	return timed
}

// company tells which words say who comes along. They are taken, but they also
// tell a family's concern from a single person's.
func (m *message) company(chosen []candidate) []bool {
	heard := make([]bool, len(m.words))
	for _, c := range chosen {
		if _, says := c.value.(PersonsValue); !says {
			continue
		}
		for i := c.from; i < c.to; i++ {
			heard[i] = true
		}
	}
	return heard
}

// surelyElsewhere is how surely something must be said that others do, beside
// what the office does: in a story it is told by the way.
const surelyElsewhere = 0.85

func withoutAsides(all []candidate) []candidate {
	own := slices.ContainsFunc(all, func(c candidate) bool { _, ok := c.value.(ConcernValue); return ok })
	return slices.DeleteFunc(all, func(c candidate) bool {
		_, elsewhere := c.value.(ElsewhereValue)
		return own && elsewhere && (c.sure < surelyElsewhere || !c.meant)
	})
}

// candidate is what a frame speaks of.
func (f *finder) candidate(p frame) (candidate, bool) {
	if p.negated && f.tellsOnly(p) {
		return candidate{}, false // nobody wants to lose: it tells what is and what is not
	}
	said := f.said(p)
	ranks := f.rank.rank(said, f.beside(p))
	if len(ranks) == 0 || ranks[0].score < f.enough(p, ranks[0]) || f.onlyTraits(p) && !f.obtains(p, ranks[0]) && (len(f.words) > fewWords || f.persons) {
		return candidate{}, false
	}
	c := f.spread(p, ranks[0].entry)
	if c.to == 0 {
		return candidate{}, false
	}
	c.sure = min(1, ranks[0].score) * f.certainty(p)
	if f.rank.entries[ranks[0].entry].elsewhere {
		return f.sentOn(c, p, ranks, said), !p.negated
	}
	return f.wished(c, p, ranks, said), true
}

// sentOn is a candidate for what others do.
func (f *finder) sentOn(c candidate, p frame, ranks []rank, said []saidNotion) candidate {
	best, rivals := f.rivals(ranks, said)
	c.value = ElsewhereValue{ID: best.id}
	c.meant = p.united || len(p.lent) > 0 || f.has(p, anAct) || f.has(p, aUsualAct)
	return f.judged(c, ranks[0].score < clearFit || len(rivals) > 0 || f.mayBeOurs(said) || f.toldByTheWay(p), rivals)
}

// wished is a candidate for a concern.
func (f *finder) wished(c candidate, p frame, ranks []rank, said []saidNotion) candidate {
	quantity := f.quantity(p)
	ranks, byNumber := f.byCases(ranks, quantity)
	best, rivals := f.rivals(ranks, said)
	v := ConcernValue{ID: best.concernID(), Rivals: rivals, Negated: p.negated && (!f.refuses(best) || f.deniesRefusal(p))}
	if v.Negated {
		v.Rivals = nil
	} else if id, is := f.familyToo(p, best); is && len(rivals) == 0 {
		rivals = []booking.ConcernID{id}
		v.Rivals = rivals
	}
	if !byNumber {
		v.Quantity, v.More = f.counted(p, f.quantityAs(p, best)), f.isOneMoreCase(p)
	}
	c.value = v
	return f.judged(c, ranks[0].score < clearFit || f.elsewhereToo(ranks) || f.toldByTheWay(p), rivals)
}

// judged is a candidate as sure as it may be. What is clear, or a choice of
// few, stands even where its words weigh little.
func (f *finder) judged(c candidate, doubt bool, rivals []booking.ConcernID) candidate {
	if c.sure >= clearFit || len(rivals) > 0 {
		c.bonus = concernBonus
	}
	if doubt {
		c.sure = min(c.sure, unsure)
	}
	return c
}

// enough is how well an entry must fit to be asked about; it disturbs to be
// sent on by a guess.
func (f *finder) enough(p frame, r rank) float64 {
	if f.rank.entries[r.entry].elsewhere && !f.isOfOthers(p) {
		return clearFit
	}
	return someFit
}

// spread is the words a frame takes: those from its first to its last that
// speak of the entry, without a word between that is taken already; what lies
// outside is explained by it all the same.
func (f *finder) spread(p frame, entry int32) candidate {
	var core []item
	for _, it := range p.items {
		if !it.unknown && f.free[it.from] && slices.ContainsFunc(it.means, func(id conceptID) bool { return f.rank.speaksOf(entry, id) }) {
			core = append(core, it)
		}
	}
	if len(core) == 0 && len(p.lent) > 0 {
		core = slices.DeleteFunc(slices.Clone(p.items), func(it item) bool { return it.unknown || !f.free[it.from] }) // "ein normaler" beside another pass
	}
	if len(core) == 0 {
		return candidate{}
	}
	c := candidate{from: core[0].from, to: core[0].to}
	for _, it := range core {
		if it.from >= c.to && f.allFree(c.to, it.from) {
			c.to = it.to
		} else if it.from >= c.to {
			c.also = append(c.also, it.from)
		}
		c.also = append(c.also, it.also...)
	}
	return c
}

func (f *finder) allFree(from, to int) bool { return !slices.Contains(f.free[from:to], false) }

// certainty is how surely the words of a frame were understood.
func (f *finder) certainty(p frame) float64 {
	least := 1.0
	for _, it := range p.items {
		if f.itemHas(it, aThing) || f.itemHas(it, anAct) {
			least = min(least, it.sure)
		}
	}
	return least
}
