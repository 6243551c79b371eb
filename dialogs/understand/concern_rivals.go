package understand

import (
	"slices"

	"terminbote/booking"
)

// nearTo is how well an entry must fit to rival one that fits so well. What
// fits all that was said has fewer rivals.
func nearTo(best float64) float64 {
	if best >= wholly {
		return nearWhole * best
	}
	return nearRival * best
}

// rivals is the best entry, and the concerns that could be meant as well.
func (f *finder) rivals(ranks []rank, said []saidNotion) (listed, []booking.ConcernID) {
	best := f.rank.entries[ranks[0].entry]
	var ids []booking.ConcernID
	for _, r := range ranks[1:] {
		e := f.rank.entries[r.entry]
		near := r.score >= nearTo(ranks[0].score) || f.bareAct(said) && f.couldDo(e, said)
		if !near || e.elsewhere || len(ids) == mostAsked-1 || f.plainOne && f.apart(e) {
			continue
		}
		ids = append(ids, e.concernID())
	}
	return best, ids
}

// apart tells whether an entry is set apart from a plainer one by its name.
func (f *finder) apart(e listed) bool {
	return slices.ContainsFunc(e.named, func(id conceptID) bool { return f.notion(id).kind == aTrait })
}

// bareAct tells whether it was only said what is to be done, not with what.
func (f *finder) bareAct(said []saidNotion) bool {
	acts := 0
	for _, n := range said {
		switch k := f.notion(n.id).kind; {
		case k == aThing || k == ownWord || k == aTrait:
			return false
		case k == anAct || f.notion(n.id).concept == renew:
			acts++
		}
	}
	return acts > 0 && (!f.personal(said) || f.doesSomething()) && !slices.ContainsFunc(f.words, func(w word) bool { return oneself[w.text] })
}

// doesSomething tells whether something is to be done with a thing that is not said: "ich muss was
// abmelden".
func (f *finder) doesSomething() bool {
	for i := 1; i < len(f.words) && len(f.words) <= plainly; i++ {
		if somethings[f.words[i].text] && !f.words[i].startsClause() {
			return true
		}
	}
	return false
}

// personal tells whether what is done is done to oneself, where nothing else
// is said: who registers, registers a dwelling.
func (f *finder) personal(said []saidNotion) bool {
	return slices.ContainsFunc(said, func(n saidNotion) bool {
		switch f.notion(n.id).concept {
		case register, reregister, deregister, moveIn, leave:
			return true
		}
		return false
	})
}

// couldDo tells whether what was said to be done stands in an entry's name,
// and nothing there sets the entry apart from a plainer one.
func (f *finder) couldDo(e listed, said []saidNotion) bool {
	return !f.apart(e) && slices.ContainsFunc(said, func(n saidNotion) bool {
		return f.notion(n.id).kind == anAct && slices.Contains(e.named, n.id)
	})
}

// elsewhereToo tells whether something that others do fits about as well as
// the best.
func (f *finder) elsewhereToo(ranks []rank) bool {
	return slices.ContainsFunc(ranks[1:], func(r rank) bool {
		return f.rank.entries[r.entry].elsewhere && r.score >= nearTo(ranks[0].score)
	})
}

// mayBeOurs tells whether only a thing was named, and some concern is about it:
// who writes "Auto" may mean what the office does with one.
func (f *finder) mayBeOurs(said []saidNotion) bool {
	var things []conceptID
	for _, n := range said {
		switch f.notion(n.id).kind {
		case anAct, aTrait, ownWord:
			return false
		case aThing:
			things = append(things, n.id)
		}
	}
	return len(things) == 1 && slices.ContainsFunc(f.rank.with[things[0]], f.namesOnly)
}

// namesOnly tells whether a saying of a concern names one thing, and nothing
// that sets it apart.
func (f *finder) namesOnly(saying int32) bool {
	s := f.rank.sayings[saying]
	things := 0
	for _, id := range s.means {
		switch f.notion(id).kind {
		case aTrait:
			return false
		case ownWord, aThing:
			things++
		}
	}
	return things == 1 && !f.rank.entries[s.entry].elsewhere
}
