package understand

import (
	"slices"

	"terminbote/booking"
)

// What is done with a chance that something is meant.
const (
	takenAt   = 0.65 // from here on it is taken
	listedAt  = 0.5  // and from here on what stands in a list with something that is taken
	droppedAt = 0.35 // what is less likely is not asked about beside what is surely meant
	surelyAt  = 0.8  // that is so likely
	askedAt   = 0.6  // from here on what was left out before is asked about

	surelyHeard  = 0.85  // likely: what a clause is about by itself
	certainAlone = 0.985 // and that is enough to take it where no part of the message names it

	mostListed = 3 // words between two things of a list: "und noch einen"
)

// judged is a candidate with how likely it is meant.
type judged struct {
	candidate
	chance float64
	doubt  bool // it is to be asked about
	listed bool // it stands in a list with something else that is taken
	late   bool // it was left out before
	alone  bool // its clause is surely about it, heard by itself, and about nothing else that is taken
}

// doubted asks about what would be taken and is likely not to be meant, beside
// what could be meant as well. Each of several is judged by itself; what a few
// words call by its name, and no more, is not doubted. What is likely wanted
// besides is not forgotten.
func (m *message) doubted(f *finder, its []item, frames []frame, chosen, found, parts []candidate) []candidate {
	if f.foreign || !f.wishes || m.takesBack() || !m.mayGuess(chosen) || !slices.ContainsFunc(found, isTaken) {
		return found
	}
	j := m.newJudge(f, its, frames, chosen)
	j.parts = parts
	all := make([]judged, len(found))
	for at, c := range found {
		all[at] = judged{candidate: c, chance: 1}
		if isTaken(c) && m.mayDoubt(f, c, j.open) {
			all[at] = j.judge(c, found, false)
		}
	}
	for _, c := range j.forgotten(found) {
		if late := j.judge(c, append(slices.Clone(found), c), true); late.chance >= askedAt || late.alone {
			all = append(all, late)
		}
	}
	left := j.taken(all)
	for _, c := range j.byThemselves(append(slices.Clone(left), found...)) {
		left = append(withoutWordsOf(left, c), c)
	}
	if c, is := j.ordinaryBeside(left); is {
		left = append(withoutWordsOf(left, c), c)
	}
	return left
}

// judge weighs what a message says for and against what is to be taken from it.
type judge struct {
	*message
	*whole
	f       *finder
	its     []item
	parts   []candidate
	alone   map[[2]int]*whole // clauses, once they were heard by themselves
	wants   []guess           // how likely each entry is wanted
	unheard float64
	told    bool // something is said to have been
	handsIn bool
	asks    bool
}

func (m *message) newJudge(f *finder, its []item, frames []frame, chosen []candidate) *judge {
	j := &judge{message: m, whole: m.wholeOf(f, its, frames, chosen), f: f, its: its, alone: map[[2]int]*whole{}}
	j.wants = m.reader.wanted(j.whole.clues)
	j.unheard, j.handsIn, j.asks = m.unheardIn(j.open, its), slices.ContainsFunc(frames, f.handsIn), m.mayOnlyAsk()
	j.told = slices.ContainsFunc(m.words, func(w word) bool { return beens[w.text] || done[w.text] })
	return j
}

// judge weighs one candidate beside what else is found.
func (j *judge) judge(c candidate, found []candidate, late bool) judged {
	s := j.sureOf(c, found)
	s.late = late
	x := judged{candidate: c, chance: s.chance(), listed: s.listed, late: late}
	from, to := j.f.clauseOf(c)
	x.alone = s.heard >= surelyHeard && !s.elsewhere && j.mayStandAlone(candidate{from: from, to: to, value: c.value}, found)
	surelyAlone := x.alone && (s.fit > 0 || s.heard >= certainAlone)
	asked := j.asks && !s.elsewhere && j.isAsked(c)
	handedIn := j.handsIn && (s.likely < certain || j.f.told() <= plainly || j.delivers())
	x.doubt = !surelyAlone && j.isSlight(x, s, found) || asked || handedIn || j.onlyNames(c)
	return x
}

// isSlight tells whether too little says that a candidate is meant to take it without a question.
func (j *judge) isSlight(x judged, s sureness, found []candidate) bool {
	if x.late && (x.chance < surelyAt || x.sure == 0) {
		return true
	}
	least := takenAt
	if s.listed {
		least = listedAt
	}
	if x.chance >= least || s.isAll() && j.f.told() <= plainly {
		return false
	}
	inList := x.sure >= wholly && (j.f.isInRow(x.candidate, found, true) || j.countsAll(found)) && j.isList(found)
	return !inList
}

// onlyNames tells whether a message only names a thing and is taken for collecting it, which nobody
// says, though other things are done with it here: "driving licence".
func (j *judge) onlyNames(c candidate) bool {
	v, is := c.value.(ConcernValue)
	if !is || j.f.told() > plainly || !slices.Contains(j.f.rank.entries[j.f.entryOf(v)].named, j.f.rank.words.ids[collect]) {
		return false
	}
	others := false
	for _, it := range j.its {
		if j.f.itemHas(it, anAct) || j.f.itemHas(it, aUsualAct) {
			return false
		}
		for e := range j.f.rank.entries {
			others = others || !j.f.rank.entries[e].elsewhere && int32(e) != j.f.entryOf(v) && j.f.concerns(int32(e), it)
		}
	}
	return others
}

// isAsked tells whether a candidate stands in a question, and not in what is told before it.
func (j *judge) isAsked(c candidate) bool {
	return slices.ContainsFunc(j.thoughts(), func(t thought) bool { return t.asked && t.from < c.to && c.from < t.to })
}

// isList tells whether a message does nothing but list what somebody wants: it begins with one of
// several things, or with a word that wants them.
func (j *judge) isList(found []candidate) bool {
	if j.told || j.asks {
		return false
	}
	first := len(j.words)
	for _, c := range found {
		first = min(first, c.from)
	}
	for i := range first {
		w := j.words[i].text
		if !needing[w] && !wanting[w] && !isSmall(w) && !noise[w] && !j.isFiller(i) && !countedWords[w] {
			return false
		}
	}
	return true
}

// countsAll tells whether it is said of each thing how many of it are wanted.
func (j *judge) countsAll(found []candidate) bool {
	return !slices.ContainsFunc(found, func(c candidate) bool { return j.f.countBefore(c.from) == 0 && countOf(j.words[c.from]) == 0 })
}

// taken is what is left of what was judged. What is hardly meant is dropped beside what
// surely is: it is only mentioned.
func (j *judge) taken(all []judged) []candidate {
	surely := slices.ContainsFunc(all, func(x judged) bool { return isTaken(x.candidate) && !x.doubt && x.chance >= surelyAt })
	var left, found []candidate
	for _, x := range all {
		found = append(found, x.candidate)
	}
	for _, x := range all {
		switch {
		case !x.doubt && x.late:
			c := x.candidate
			c.sure = max(c.sure, clearFit)
			left = append(left, c)
		case !x.doubt:
			left = append(left, x.candidate)
		case !surely || x.listed || x.alone || x.chance >= droppedAt:
			left = append(left, j.f.asked(x.candidate, found, j.guesses))
		}
	}
	for _, x := range all {
		if x.late {
			left = withoutWordsOf(left, x.candidate)
		}
	}
	return left
}

// isSetAgainst tells whether something is expressly not wanted, or several things are
// wanted: who sets one thing against another, or beside it, means what they name.
func isSetAgainst(found []candidate) bool {
	wanted := 0
	for _, c := range found {
		if isNegated(c) {
			return true
		}
		if isTaken(c) {
			wanted++
		}
	}
	return wanted > 1
}

// mayDoubt tells whether the whole of a message can say how likely it is that
// something is meant: the table knows it, it is not counted who comes for it,
// and the words that say it tell something by themselves, unlike "keine Werbung".
func (m *message) mayDoubt(f *finder, c candidate, open []bool) bool {
	return m.reader.matters.knows(f.entryOf(c.value)) && !f.isFamilies([]candidate{c}) && slices.Contains(open[c.from:c.to], true)
}

// handsIn tells whether somebody found what another has lost: nobody says that
// it is theirs, and they come to hand it in rather than to collect it.
func (f *finder) handsIn(p frame) bool {
	if !f.speaksOf(p, find) || !f.speaksOf(p, belonging) && !f.speaksOf(p, wallet) && !f.speaksOf(p, lostFound) {
		return false
	}
	return !slices.ContainsFunc(f.words, func(w word) bool { return mine[w.text] })
}

// delivers tells whether somebody says that they bring something in.
func (m *message) delivers() bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return delivering[w.text] })
}

var delivering = talkingWords(func(t talkWords) string { return t.delivers })

// isTaken tells whether a candidate would be taken without a question.
func isTaken(c candidate) bool {
	v, is := c.value.(ConcernValue)
	return c.sure >= 0.5 && (!is || !v.Negated && len(v.Rivals) == 0)
}

// isListed tells whether something stands beside another thing in a list: "mit Perso und Pass".
func (f *finder) isListed(c candidate, found []candidate) bool { return f.isInRow(c, found, false) }

// isInRow tells whether something stands beside another thing, joined by a word or, if commas count,
// by a comma.
func (f *finder) isInRow(c candidate, found []candidate, commas bool) bool {
	return slices.ContainsFunc(found, func(other candidate) bool {
		from, to := min(c.to, other.to), max(c.from, other.from)
		if from > to || sameMatter(c.value, other.value) || !isTaken(other) {
			return false
		}
		joins, between := commas && to < len(f.words) && f.words[to].gap == ", ", 0
		for _, w := range f.words[from:to] {
			joins = joins || joining[w.text] || w.kind == sign
			if w.kind != letters {
				continue
			}
			between++
			if !isSmall(w.text) && !countedWords[w.text] {
				return false
			}
		}
		return joins && between <= mostListed
	})
}

// asked is a candidate that is asked about, with what it could be as well and
// is not found beside it.
func (f *finder) asked(c candidate, found []candidate, guesses []guess) candidate {
	entry := f.entryOf(c.value)
	c.sure = unsure
	v, is := c.value.(ConcernValue)
	if !is {
		return c
	}
	for _, g := range guesses {
		e := f.rank.entries[g.entry]
		if g.entry != entry && g.likely >= rivalFrom && !e.elsewhere && !f.sameButCases(g.entry, entry) && !isFound(found, e.concernID()) && len(v.Rivals) < mostAsked-1 {
			v.Rivals = append(v.Rivals, e.concernID())
		}
	}
	if len(v.Rivals) > 0 {
		c.sure = clearFit
	}
	c.value = v
	return c
}

// isFound tells whether a concern was found already, wanted or not.
func isFound(all []candidate, id booking.ConcernID) bool {
	return slices.ContainsFunc(all, func(c candidate) bool {
		v, is := c.value.(ConcernValue)
		return is && v.ID == id
	})
}
